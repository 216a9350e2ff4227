import type { z } from 'astro/zod';
import { fieldName, hintFor, italian } from './messages.ts';
import type { Problem } from './problem.ts';
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
  const problems = issues.map((issue): Problem => {
    const value = valueAt(input, issue.path);
    const isBlank = typeof value === 'string' && value.trim() === '';
    const text = isBlank ? 'È vuoto: scrivi qualcosa, o togli la riga.' : issue.message;
    const isOpen = draft && isEmpty(value) && issue.code !== 'unrecognized_keys';
    const place =
      issue.code === 'unrecognized_keys'
        ? yaml.locateKey([...prefix, ...issue.path], issue.keys[0] ?? '')
        : yaml.locate([...prefix, ...issue.path]);
    const name = fieldName(schema, issue.path);
    return {
      file,
      ...place,
      code: isOpen ? 'draft-open' : issue.code.replaceAll('_', '-'),
      severity: isOpen ? 'info' : 'error',
      message: isOpen ? `${name}: da scrivere.` : [name, text].filter(Boolean).join(': '),
      hint: hintFor(schema, issue),
    };
  });
  return { data: record, draft, valid: false, problems };
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (current, step) =>
      current && typeof current === 'object' ? (current as Record<PropertyKey, unknown>)[step] : undefined,
    value,
  );
