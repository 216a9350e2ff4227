import type { z } from 'astro/zod';
import { labelsOf, textOf, type FieldText } from '../schemas/field.ts';
import { numberProblem } from '../schemas/values.ts';
import { nearest } from '../knowledge/nearest.ts';

type Issue = z.core.$ZodIssue | z.core.$ZodRawIssue;

/** zod's findings in Italian, for a person who is filling in a sheet. Given to `safeParse` as its error map. */
export function italian(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined || issue.input === null) return 'Manca.';
      if (issue.expected === 'number' || issue.expected === 'int') {
        const meant = numberProblem(issue.input);
        if (meant) return meant;
      }
      if (issue.expected === 'string' && typeof issue.input === 'number')
        return `Ci vuole un testo, non un numero. Mettilo fra apici: '${issue.input}'.`;
      return `Ci vuole ${typeNames[issue.expected] ?? 'un altro tipo di valore'}, non ${typeNames[kindOf(issue.input)] ?? 'questo'}.`;
    case 'too_small':
      if (issue.origin === 'string') return `È troppo corto: almeno ${issue.minimum} caratteri.`;
      if (issue.origin === 'array')
        return `Ci vuole almeno ${issue.minimum === 1 ? 'una voce' : `${issue.minimum} voci`}.`;
      return `Deve essere almeno ${issue.minimum}.`;
    case 'too_big':
      if (issue.origin === 'string')
        return `È troppo lungo: al massimo ${issue.maximum} caratteri, sono ${String(issue.input).length}.`;
      if (issue.origin === 'array') return `Al massimo ${issue.maximum} voci.`;
      return `Non può superare ${issue.maximum}.`;
    case 'invalid_value':
      return `«${String(issue.input)}» non è fra i valori previsti.`;
    case 'invalid_format':
      return 'Non è scritto nella forma giusta.';
    case 'unrecognized_keys':
      return `${issue.keys.length === 1 ? 'Il campo' : 'I campi'} ${issue.keys.map((key) => `«${key}»`).join(', ')} non ${issue.keys.length === 1 ? 'esiste' : 'esistono'}.`;
    case 'invalid_union':
      return issue.discriminator
        ? `Il valore di «${issue.discriminator}» manca o non è previsto.`
        : 'Non è scritto in nessuna delle forme previste.';
    default:
      return 'Il valore non va bene.';
  }
}

/** What to write instead, from the field's own description, example and closed list. */
export function hintFor(schema: z.ZodType, issue: Issue): string {
  const field = schemaAt(schema, issue.path ?? []);
  if (issue.code === 'unrecognized_keys') {
    return keyHint(issue.keys[0] ?? '', shapeOf(field) ?? {});
  }
  const labels = field && labelsOf(unwrap(field));
  const parts: string[] = [];
  const text = textAt(schema, issue.path ?? []);
  if (text) parts.push(text.description);
  if (labels)
    parts.push(
      `Valori: ${Object.entries(labels)
        .map(([key, label]) => `${key} (${label})`)
        .join(', ')}.`,
    );
  else if (text?.example) parts.push(`Per esempio: ${text.example}`);
  return parts.join(' ');
}

/** The fields a wrong name may have meant, by their names in the file and by their Italian ones. */
function keyHint(written: string, shape: Record<string, z.ZodType>): string {
  const known = Object.keys(shape);
  const labels = known.map((key) => (textOf(shape[key] as z.ZodType)?.label ?? key).toLowerCase());
  const word = written.toLowerCase();
  const exact = known.filter((_, index) => labels[index] === word);
  const byLabel = nearest(word, labels).flatMap((label) =>
    known.filter((_, index) => labels[index] === label),
  );
  const close = [...new Set([...exact, ...nearest(written, known), ...byLabel])].slice(0, exact.length || 3);
  if (close.length > 0) return `Forse volevi scrivere: ${close.join(', ')}.`;
  const most = 8;
  return known.length > most
    ? `Fra i campi previsti: ${known.slice(0, most).join(', ')}…`
    : `Campi previsti: ${known.join(', ')}.`;
}

/** `facts.3.source` → «Dati» 4, «Fonte». */
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

const typeNames: Record<string, string> = {
  string: 'un testo',
  number: 'un numero',
  int: 'un numero intero',
  boolean: 'true o false',
  array: 'un elenco (righe che cominciano con un trattino)',
  object: 'un gruppo di campi',
  record: 'un gruppo di campi',
};
const kindOf = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value);
