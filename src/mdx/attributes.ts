import type { z } from 'astro/zod';
import { labelsOf, textOf, type FieldText } from '../schemas/field.ts';
import { italian, shown } from '../schemas/italian.ts';
import { vocabulary, type ComponentName } from './vocabulary.ts';

export interface JsxAttribute {
  type: string;
  name?: string;
  value?: unknown;
}
type Words = [message: string, hint: string];

/** The literal attributes of a component, or what is wrong with each: never a value that would have to be worked out. */
export function readAttributes(
  component: ComponentName,
  attributes: readonly JsxAttribute[],
): { props: Record<string, string>; wrong: Words[] } {
  const schema: z.ZodObject = vocabulary[component].props;
  const props: Record<string, string> = {};
  for (const { type, name = '', value } of attributes) {
    const problem =
      notLiteral(schema, type, name, value) ?? (Object.hasOwn(props, name) ? twice(name) : null);
    if (problem) return { props, wrong: [[`In <${component}> ${problem[0]}`, problem[1]]] };
    // `__proto__` is a name like any other, and refused like any other
    Object.defineProperty(props, name, { value, enumerable: true });
  }
  const parsed = schema.safeParse(props, { error: italian });
  const wrong = (parsed.error?.issues ?? []).flatMap((issue) => wordsOf(schema, issue, props));
  return { props, wrong: wrong.map(([message, hint]) => [`In <${component}> ${message}`, hint]) };
}

function notLiteral(schema: z.ZodObject, type: string, name: string, value: unknown): Words | null {
  if (type !== 'mdxJsxAttribute')
    return [
      `c’è ${shown(`{${String(value).trim()}}`)} fra graffe al posto di un attributo.`,
      'Scrivi ogni attributo come nome="valore".',
    ];
  if (typeof value === 'string') return null;
  const how = howToWrite(schema, name);
  if (value === null || value === undefined) return [`l’attributo «${name}» non ha un valore.`, how];
  const code = String((value as { value?: unknown }).value).trim();
  return [`l’attributo «${name}» è fra graffe, ${shown(`{${code}}`)}: sarebbe codice.`, how];
}

const twice = (name: string): Words => [`l’attributo «${name}» è scritto due volte.`, 'Tieni uno dei due.'];

function wordsOf(schema: z.ZodObject, issue: z.core.$ZodIssue, props: Record<string, string>): Words[] {
  if (issue.code === 'unrecognized_keys') {
    const known = Object.keys(schema.shape).join(', ') || 'nessuno';
    return issue.keys.map((key) => [
      `l’attributo «${key}» non è previsto.`,
      `Toglilo. Attributi previsti: ${known}.`,
    ]);
  }
  const name = String(issue.path[0]);
  const text = textAt(schema, name);
  const label = text ? ` (${text.label})` : '';
  const how = howToWrite(schema, name);
  if (!Object.hasOwn(props, name)) return [[`manca l’attributo «${name}»${label}.`, how]];
  const written = props[name]?.trim() === '' ? 'vuoto' : shown(props[name]);
  const why = `${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}`;
  return [[`l’attributo «${name}»${label} è ${written}: ${why}`, how]];
}

const fieldAt = (schema: z.ZodObject, name: string): z.ZodType | undefined =>
  Object.hasOwn(schema.shape, name) ? (schema.shape[name] as z.ZodType) : undefined;

function textAt(schema: z.ZodObject, name: string): FieldText | undefined {
  const field = fieldAt(schema, name);
  return field && textOf(field);
}

/** The attribute as it would be typed, what it is for, and its values where they are a closed list. */
function howToWrite(schema: z.ZodObject, name: string): string {
  const field = fieldAt(schema, name);
  const labels = Object.entries((field && labelsOf(field)) ?? {});
  const text = textAt(schema, name);
  return [
    `Scrivi ${name}="${text?.example ?? labels[0]?.[0] ?? '…'}".`,
    text?.description,
    labels.length > 0 && `Valori: ${labels.map(([key, label]) => `${key} (${label})`).join(', ')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
