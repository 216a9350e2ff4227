import type { Shape } from '../schemas/field-model.ts';
import type { ReferenceKind } from '../schemas/values.ts';

/** How entries are called by people. */
export interface Names {
  /** The id of the entry that bears this id or this name, whatever its capitals and accents. */
  idOf: (kind: ReferenceKind, words: string) => string | undefined;
  titleOf: (kind: ReferenceKind, id: string) => string | undefined;
}

const yes = /^(?:s[iì]|true|vero)$/i;
const no = /^(?:no|false|falso)$/i;
/** A number as it may stand in a file, or with the comma of Italians; one with dots for thousands is not guessed at. */
const plain = /^-?\d+(?:[.,]\d+)?$/;
/** «1.285» is thousands for who writes it, and a thousandth of it for who reads it: the check asks. */
const ambiguous = /^-?\d{1,3}\.\d{3}$/;

/**
 * What somebody meant by the words typed in a field: the value of a label, the id of a title, a number. What does not
 * fit stays the text as it was typed: the check says what is wrong with it. Undefined when nothing was typed.
 */
export function valueOf(shape: Shape, typed: string, names: Names): unknown {
  const text = typed.trim();
  if (text === '') return undefined;
  switch (shape.type) {
    case 'number':
    case 'other': // a figure or a date: see `withYears`
      return numberOf(text);
    case 'boolean':
      return yes.test(text) ? true : no.test(text) ? false : text;
    case 'choice':
      return (
        shape.values.find(({ value }) => value === text)?.value ??
        shape.values.find(({ label }) => label?.toLowerCase() === text.toLowerCase())?.value ??
        text
      );
    case 'reference':
      return names.idOf(shape.to, text) ?? text;
    default:
      return text;
  }
}

const numberOf = (text: string): number | string =>
  plain.test(text) && !ambiguous.test(text) ? Number(text.replace(',', '.')) : text;

/** A value in the words of people: label, title, sì or no, a number with a comma. */
export function wordsOf(shape: Shape, value: unknown, names: Names): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'number') {
    const text = value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 15 });
    return text.replace('.', ',');
  }
  if (typeof value === 'boolean') return value ? 'sì' : 'no';
  if (typeof value !== 'string') return JSON.stringify(value);
  if (shape.type === 'choice') return shape.values.find((one) => one.value === value)?.label ?? value;
  if (shape.type === 'reference') return names.titleOf(shape.to, value) ?? value;
  return value;
}

/**
 * Four digits typed as the value of a fact are a year where its indicator counts dates, and a number elsewhere.
 * @param isDated whether the values of an indicator are dates
 */
export function withYears<D extends Readonly<Record<string, unknown>>>(
  data: D,
  isDated: (indicator: string) => boolean,
): D {
  if (!Array.isArray(data.facts)) return data;
  const facts = data.facts.map((fact: unknown) => {
    const { indicator, value } = Object(fact) as { indicator?: unknown; value?: unknown };
    return typeof value === 'number' && typeof indicator === 'string' && isDated(indicator)
      ? { ...(fact as object), value: String(value) }
      : fact;
  });
  return { ...data, facts };
}
