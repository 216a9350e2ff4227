import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { readYaml } from '../../src/checks/yaml.ts';
import { fileSchema } from '../../src/exports/json-schema.ts';
import { frontMatterOf } from '../../src/mdx/parse.ts';
import { collections, registry, type Collection } from '../../src/schemas/registry.ts';
import { projectRoot } from '../environment.ts';
import { read } from '../fixture-content.ts';

const content = read(join(projectRoot, 'src/content'));

function validatorOf(kind: Collection): ValidateFunction {
  const ajv = new Ajv({ strict: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv) => void)(ajv);
  return ajv.compile(fileSchema(kind));
}

/** What the files of a collection say, as an editor reads them. */
const filesOf = (kind: Collection): { path: string; data: unknown }[] => {
  const { store } = registry[kind];
  return content
    .filter(({ path }) =>
      store.shape === 'list' ? path === store.file : path.startsWith(`${store.folder}/`),
    )
    .map(({ path, text }) => ({
      path,
      data: store.shape === 'list' ? readYaml(text).data : readYaml(frontMatterOf(text) ?? '', 2).data,
    }));
};

describe.each(collections)('the JSON Schema of %s', (kind) => {
  const validate = validatorOf(kind);
  const files = filesOf(kind);

  test('takes every file of the base', () => {
    expect(files.length).toBeGreaterThan(0);
    for (const { path, data } of files) {
      validate(data);
      expect(validate.errors ?? [], path).toEqual([]);
    }
  });

  test('refuses a field that is not there, and a missing one', () => {
    const [first] = files;
    const isList = registry[kind].store.shape === 'list';
    const whole = first?.data as { entries: Record<string, unknown>[] };
    const spoilt = (entry: Record<string, unknown>) => (isList ? { ...whole, entries: [entry] } : entry);
    const entry = isList ? (whole.entries[0] ?? {}) : (first?.data as Record<string, unknown>);
    expect(validate(spoilt(entry))).toBe(true);
    expect(validate(spoilt({ ...entry, inventato: 1 }))).toBe(false);
    const { title: _title, ...without } = entry;
    expect(_title).toBeDefined();
    expect(validate(spoilt(without))).toBe(false);
  });

  test('explains every field in Italian, and leaves nothing of ours in it', () => {
    const text = JSON.stringify(fileSchema(kind));
    expect(text).not.toMatch(/"(?:labels|ref|partialDate)":/);
    const schema = fileSchema(kind) as { properties: Record<string, { title?: string; description?: string; items?: { properties: Record<string, object> } }> };
    const fields = schema.properties.entries?.items?.properties ?? schema.properties;
    for (const [name, field] of Object.entries(fields)) expect(field, name).toMatchObject({ title: expect.any(String) as string, description: expect.any(String) as string });
  }); // prettier-ignore
});

test('closed values carry their meaning, references say where their codes are', () => {
  const { status, city } = (fileSchema('practice') as { properties: Record<string, Record<string, unknown>> }).properties;
  expect(status?.enum).toContain('closed');
  expect(status?.markdownEnumDescriptions).toContain('conclusa');
  expect(city?.description).toContain('cities.yaml');
}); // prettier-ignore
