import type { Fact } from '../schemas/fact.ts';
import type { Indicator } from '../schemas/indicator.ts';
import { months, qualifiers } from '../schemas/labels.ts';
import { formatNumber } from './italian.ts';

export { alphabetical, formatNumber, plural } from './italian.ts';

const cents = /* @__PURE__ */ new Intl.NumberFormat('it-IT', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  useGrouping: 'always',
});

/** `1285000` → `1.285.000 €`, `5804879.1` → `5.804.879,10 €`, with a space that does not break. */
export const formatEuro = (value: number): string =>
  `${Number.isInteger(value) ? formatNumber(value) : cents.format(value)}\u00a0€`;

/** `2023-03-15` → `15 marzo 2023`; `2023-03` → `marzo 2023`; `2023` → `2023`. */
export function formatDate(date: string): string {
  const [year, month, day] = date.split('-');
  const name = month ? months[Number(month) - 1] : undefined;
  const ordinal = day === '01' ? '1º' : String(Number(day));
  return [day ? ordinal : undefined, name, year].filter(Boolean).join(' ');
}

/** `2023-03-15` and `2023-03-16` → `15-16 marzo 2023`; different months are written in full. */
export function formatDays(start: string, end?: string): string {
  if (!end || end === start) return formatDate(start);
  return start.slice(0, 7) === end.slice(0, 7)
    ? `${Number(start.slice(8))}-${formatDate(end)}`
    : `${formatDate(start)} – ${formatDate(end)}`;
}

/** Years of a period: `2019–2023`, `dal 2020`, `fino al 2022`; null when neither is known. */
export function formatYears(period: { start?: string | undefined; end?: string | undefined }): string | null {
  const start = period.start?.slice(0, 4);
  const end = period.end?.slice(0, 4);
  if (start && end) return start === end ? start : `${start}–${end}`;
  if (start) return `dal ${start}`;
  return end ? `fino al ${end}` : null;
}

type Value = Pick<Fact, 'value' | 'min' | 'max' | 'words' | 'qualifier'>;

/** One fact's value with unit and qualifier: `oltre 89 candidature`, `da 30.000 a 60.000 €`, `2 aprile 2021`. */
export function formatValue(fact: Value, indicator: Indicator): string {
  const word = fact.qualifier ? `${qualifiers[fact.qualifier]} ` : '';
  if (fact.words !== undefined) return word + fact.words;
  if (fact.min !== undefined && fact.max !== undefined) {
    return `${word}da ${formatNumber(fact.min)} a ${withUnit(fact.max, indicator)}`;
  }
  return (
    word + (typeof fact.value === 'number' ? withUnit(fact.value, indicator) : formatDate(fact.value ?? ''))
  );
}

/** `19` with its unit; money, percent and counts each in the Italian form. */
export function withUnit(value: number, indicator: Indicator): string {
  if (indicator.format === 'money') return formatEuro(value);
  if (indicator.format === 'percent') return `${formatNumber(value)}\u00a0%`;
  const unit = value === 1 ? indicator.unit?.one : indicator.unit?.many;
  return unit ? `${formatNumber(value)} ${unit}` : formatNumber(value);
}

/** `riscontrata` → `Riscontrata`. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `Chi lavora in Comune` → `chi lavora in Comune`, inside a sentence; an acronym stays as it is. */
export const uncapital = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** `Città d’Esempio` → `citta-d-esempio`. */
export const anchorOf = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
