import { formatNumber, plural } from './format.ts';

/** From a least to a most, both included. */
export interface Span {
  min: number;
  max: number;
}

/** `{min: 30, max: 45}, 'minuto', 'minuti'` → `30–45 minuti`; equal ends are written once. */
export function formatSpan({ min, max }: Span, one: string, many: string): string {
  const most = plural(max, one, many);
  return min === max ? most : `${formatNumber(min)}–${most}`;
}
