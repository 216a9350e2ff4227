import { formatNumber } from './format.ts';

/** From a least to a most, both included. */
export interface Span {
  min: number;
  max: number;
}

/** `{min: 30, max: 45}, 'minuto', 'minuti'` → `30–45 minuti`; equal ends are written once. */
export function formatSpan({ min, max }: Span, one: string, many: string): string {
  const unit = max === 1 ? one : many;
  return min === max ? `${formatNumber(max)} ${unit}` : `${formatNumber(min)}–${formatNumber(max)} ${unit}`;
}
