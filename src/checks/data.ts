import type { z } from 'astro/zod';
import { italian, shown } from '../schemas/italian.ts';
import type { CodeName } from './codes.ts';
import { fieldName, hintFor, keyHint } from './messages.ts';
import { problem, problemOf, type Problem } from './problem.ts';
import type { YamlText } from './yaml.ts';

export interface CheckedData {
  data: Record<string, unknown>;
  draft: boolean;
  valid: boolean;
  problems: Problem[];
}

/**
 * Validates the data of one entry. In a draft, a field not filled in yet is work to do (`info`), not an error.
 * @param prefix where the entry stands in its file; empty for a sheet
 */
export function checkData(
  schema: z.ZodType,
  file: string,
  input: unknown,
  yaml: YamlText,
  prefix: readonly PropertyKey[],
): CheckedData {
  const record =
    input && typeof input === 'object' && !Array.isArray(input) ? (input as Record<string, unknown>) : {};
  const draft = record.draft === true;
  const result = schema.safeParse(input, { error: italian });
  if (result.success)
    return { data: result.data as Record<string, unknown>, draft, valid: true, problems: [] };

  const keyOf = (path: readonly PropertyKey[]) => path.join('\n');
  const mistyped = new Set(
    result.error.issues.filter(({ code }) => code === 'invalid_type').map(({ path }) => keyOf(path)),
  );
  // of a value of the wrong type nothing more needs to be said
  const issues = result.error.issues.filter(
    ({ code, path }) => code === 'invalid_type' || !mistyped.has(keyOf(path)),
  );
  const problems = issues.flatMap((issue) => {
    const name = fieldName(schema, issue.path);
    const place = [...prefix, ...issue.path];
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((key) => {
        const message = sentence(name, `Il campo «${key}» non esiste.`);
        const hint = keyHint(schema, issue.path, key);
        return problem('field-unknown', file, yaml.locateKey(place, key), message, hint, [...place, key]);
      });
    const value = valueAt(input, issue.path);
    const hint = hintFor(schema, issue, value);
    const [code, message]: [CodeName, string] =
      draft && isEmpty(value)
        ? ['draft-open', `${name}: da scrivere.`]
        : [nameOf(issue, value), sentence(name, textOf(issue, value))];
    return [problem(code, file, yaml.locate(place), message, hint, place)];
  });
  return { data: record, draft, valid: false, problems };
}

/** What is read otherwise than it was meant; once for a file. */
export const yamlWarnings = (file: string, { warnings }: YamlText): Problem[] =>
  warnings.map((warning) => problemOf(file, warning));

/** Our name of what zod found. */
function nameOf({ code }: z.core.$ZodIssue, value: unknown): CodeName {
  if (code === 'custom') return 'field-rule';
  if (value === undefined) return 'field-missing';
  if (isBlank(value)) return 'field-short';
  const names: Partial<Record<z.core.$ZodIssue['code'], CodeName>> = {
    invalid_type: 'field-type',
    too_small: 'field-short',
    too_big: 'field-long',
    invalid_value: 'field-choice',
    invalid_format: 'field-form',
    invalid_union: 'field-shape',
  };
  return names[code] ?? 'field-rule';
}

/** What is wrong, with what was written unless the words say it already. */
function textOf({ code, message }: z.core.$ZodIssue, value: unknown): string {
  if (code !== 'custom' && value === undefined) return 'Manca.';
  if (code !== 'custom' && isBlank(value)) return 'È vuoto: scrivi qualcosa, o togli la riga.';
  const written = shown(value);
  return written === '' || message.includes(`«${String(value)}»`)
    ? message
    : `Hai scritto ${written}. ${message}`;
}

/** «Nome» (title): manca. */
const sentence = (name: string, text: string): string =>
  name === '' ? text : `${name}: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;

const isBlank = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && value.trim() === '');

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (current, step) =>
      current && typeof current === 'object' ? (current as Record<PropertyKey, unknown>)[step] : undefined,
    value,
  );
