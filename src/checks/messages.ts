import type { z } from 'astro/zod';
import { labelsOf, textOf, type FieldText } from '../schemas/field.ts';
import { nearest } from '../knowledge/nearest.ts';

/** Enough of a closed list to see what belongs in it. */
const mostNamed = 8;
/** Longer texts are not given back to be pasted. */
const mostTyped = 400;

/** What to write instead, from the field's own description, example and closed list. */
export function hintFor(schema: z.ZodType, issue: z.core.$ZodIssue, value: unknown): string {
  const isMissing = value === undefined;
  const field = schemaAt(schema, issue.path);
  const text = textAt(schema, issue.path);
  const labels = field && labelsOf(unwrap(field));
  return [
    text?.description,
    isMissing && lineToPaste(schema, issue.path),
    labels && valuesOf(labels, value),
    !isMissing && !labels && field && correction(field, issue, text, value),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The values of a closed list, the one that was meant first. */
function valuesOf(labels: Readonly<Record<string, string>>, value: unknown): string {
  const list = `Valori: ${Object.entries(labels)
    .map(([key, label]) => `${key} (${label})`)
    .join(', ')}.`;
  const meant = typeof value === 'string' ? meantBy(value, labels).slice(0, 1) : [];
  return meant.length > 0 ? `Forse volevi scrivere: ${meant.join(', ')}. ${list}` : list;
}

function correction(
  field: z.ZodType,
  issue: z.core.$ZodIssue,
  text: FieldText | undefined,
  value: unknown,
): string {
  const { type, element } = definitionOf(unwrap(field));
  if (issue.code === 'invalid_type' && type === 'boolean') return 'Scrivi true per sì, false per no.';
  const key = issue.path.at(-1);
  const isList = type === 'array' && typeof key === 'string';
  if (isList && typeof value === 'string' && value.length <= mostTyped && !shapeOf(element)) {
    const items = value.split(/[,;]/).map((item) => item.trim());
    return `Scrivi «${key}:» e sotto, una per riga: ${items
      .filter(Boolean)
      .map((item) => `«  - ${item}»`)
      .join(', ')}.`;
  }
  return text?.example ? `Per esempio: ${typed(text.example)}` : '';
}

/** An example as it stands in the file: a date between its marks. */
const typed = (example: string): string => (/^\d{4}(?:-\d\d){1,2}$/.test(example) ? `'${example}'` : example);

/** The line that is missing, as it would be typed; nothing for the whole file and for an empty item of a list. */
function lineToPaste(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const key = path.at(-1);
  const field = schemaAt(schema, path);
  if (typeof key !== 'string' || !field) return '';
  const { type, element, shape } = definitionOf(unwrap(field));
  const example = textAt(schema, path)?.example;
  if (type === 'array') {
    const [first] = Object.keys((element && shapeOf(element)) ?? {});
    return `Aggiungi la riga «${key}:» e sotto, una per riga, le voci: «  - ${first ? `${first}: …` : (example ?? '…')}».`;
  }
  if (shape) {
    const keys = Object.keys(shape).map((name) => `«${name}:»`);
    return `Aggiungi la riga «${key}:» e sotto, con due spazi di rientro: ${keys.join(', ')}.`;
  }
  if (type === 'boolean') return `Aggiungi la riga «${key}: true» per sì, «${key}: false» per no.`;
  return `Aggiungi la riga: ${key}: ${example === undefined ? '…' : typed(example)}`;
}

/** The fields a wrong name may have meant, by their names in the file and by their Italian ones. */
export function keyHint(schema: z.ZodType, path: readonly PropertyKey[], written: string): string {
  const shape = shapeOf(schemaAt(schema, path)) ?? {};
  const known = Object.keys(shape);
  const labels = Object.fromEntries(known.map((key) => [key, textOf(shape[key] as z.ZodType)?.label ?? key]));
  const close = meantBy(written, labels);
  if (close.length > 0) return `Forse volevi scrivere: ${close.join(', ')}. Altrimenti togli la riga.`;
  return known.length > mostNamed
    ? `Togli la riga. Fra i campi previsti: ${known.slice(0, mostNamed).join(', ')}…`
    : `Togli la riga. Campi previsti: ${known.join(', ') || 'nessuno'}.`;
}

/** The keys that a word may have meant, by themselves or by their Italian labels; an exact label leaves no doubt. */
function meantBy(written: string, labels: Readonly<Record<string, string>>): string[] {
  const word = written.trim().toLowerCase();
  const known = Object.entries(labels).map(([key, label]) => ({ key, label: label.toLowerCase() }));
  const exact = known.filter(({ key, label }) => label === word || key === word).map(({ key }) => key);
  if (exact.length > 0) return exact;
  const byLabel = nearest(
    word,
    known.map(({ label }) => label),
  ).flatMap((close) => known.filter(({ label }) => label === close).map(({ key }) => key));
  return [...new Set([...nearest(written, Object.keys(labels)), ...byLabel])].slice(0, 3);
}

/** `facts.3.source` → «Dati» 4, «Fonte» (source). */
export function fieldName(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const parts: string[] = [];
  path.forEach((step, index) => {
    if (typeof step === 'number') {
      const named = parts.pop();
      if (named) parts.push(`${named} ${step + 1}`);
      return;
    }
    parts.push(`«${textAt(schema, path.slice(0, index + 1))?.label ?? String(step)}»`);
  });
  const key = path.filter((step) => typeof step === 'string').at(-1);
  return parts.length === 0 ? '' : `${parts.join(', ')} (${String(key)})`;
}

interface Definition {
  type: string;
  innerType?: z.ZodType;
  element?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  options?: z.ZodType[];
}
const definitionOf = (schema: z.ZodType) => (schema as unknown as { def: Definition }).def;
const shapeOf = (schema: z.ZodType | undefined) => (schema ? definitionOf(unwrap(schema)).shape : undefined);

function unwrap(schema: z.ZodType): z.ZodType {
  const inner = definitionOf(schema).innerType;
  return inner ? unwrap(inner) : schema;
}

function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let current: z.ZodType | undefined = schema;
  for (const step of path) {
    if (!current) return undefined;
    const definition: Definition = definitionOf(unwrap(current));
    current =
      typeof step === 'number'
        ? definition.element
        : (definition.shape ?? firstShapeWith(definition.options, String(step)))?.[String(step)];
  }
  return current;
}

const firstShapeWith = (options: readonly z.ZodType[] | undefined, key: string) =>
  options?.map(shapeOf).find((shape) => shape && Object.hasOwn(shape, key));

/** The nearest described schema at or around a path. */
function textAt(schema: z.ZodType, path: readonly PropertyKey[]): FieldText | undefined {
  const found = schemaAt(schema, path);
  if (!found) return undefined;
  return (
    textOf(found) ??
    textOf(unwrap(found)) ??
    (typeof path.at(-1) === 'number' ? textAt(schema, path.slice(0, -1)) : undefined)
  );
}
