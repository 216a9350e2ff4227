import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContentFile } from '../../src/checks/reading.ts';
import { readYaml } from '../../src/checks/yaml.ts';
import { listYaml, sheetMdx } from '../../src/exports/sheet-mdx.ts';
import { frontMatterOf, textBelow } from '../../src/mdx/parse.ts';
import { fieldsOf, type FieldModel, type Shape } from '../../src/schemas/field-model.ts';
import { invisible } from '../../src/schemas/invisible.ts';
import { collections, registry } from '../../src/schemas/registry.ts';
import { read } from '../fixture-content.ts';
import { projectRoot } from '../environment.ts';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';

/** Texts that a reader of YAML could take for something else, and any other. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom('true', 'no', '~', 'null', '2023', '1e5', '0x1f', '- a', 'a: b', '#', '"', "'", '{}', '[1]', 'due\nrighe', ' spazi ', '---', '&a', '*a', '!a', '%a', '@a', '`a`', 'a #b', ''), // prettier-ignore
  )
  .filter((words) => !invisible.test(words));

/** Any value of a shape: whether it fits the schema does not matter to who writes it down. */
function valueOf(shape: Shape): fc.Arbitrary<unknown> {
  switch (shape.type) {
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.oneof(fc.integer(), fc.constantFrom(0.5, 1285000, 3.14159, 1e12));
    case 'other':
      return fc.oneof(fc.integer(), text);
    case 'choice':
      return fc.constantFrom(...shape.values.map(({ value }) => value));
    case 'fixed':
      return fc.constant(shape.value);
    case 'list':
      return fc.array(valueOf(shape.item), { maxLength: 3 });
    case 'group':
      return groupOf(shape.fields);
    case 'variants':
      return fc.oneof(...shape.options.map(groupOf));
    default:
      return text;
  }
}

const groupOf = (fields: readonly FieldModel[]): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(Object.fromEntries(fields.map(({ key, shape }) => [key, valueOf(shape)])), { requiredKeys: [] });

const body = '## Titolo\n\nTesto con *enfasi* e una nota[^1].\n\n[^1]: La nota.';

describe.each(collections)('%s', (kind) => {
  test('whatever its fields say comes back from the file', () => {
    fc.assert(
      fc.property(groupOf(fieldsOf(registry[kind].schema)), (data) => {
        const file = sheetMdx(data, body);
        const { data: found, findings } = readYaml(frontMatterOf(file) ?? '', 2);
        expect(findings).toEqual([]);
        expect(found ?? {}).toEqual(data);
        expect(textBelow(file)).toBe(body);
      }),
      { numRuns: 150 },
    );
  });

  const content = read(join(projectRoot, 'src/content'));
  test('its real entries come back as the very same', () => {
    const { store, schema } = registry[kind];
    const own = content.filter(({ path }) =>
      store.shape === 'list' ? path === store.file : path.startsWith(`${store.folder}/`),
    );
    expect(own.length).toBeGreaterThan(0);
    for (const file of own) {
      if (store.shape === 'list') {
        const { sources, entries } = readYaml(file.text).data as { sources?: never[]; entries: never[] };
        const written = { ...file, text: listYaml(sources ?? [], entries) };
        const [before, after] = [file, written].map((one) => readContentFile(one));
        expect(after?.problems).toEqual([]);
        expect(after?.records.map(({ id, data }) => ({ id, data }))).toEqual(
          before?.records.map(({ id, data }) => ({ id, data })),
        );
      } else {
        const { data } = readYaml(frontMatterOf(file.text) ?? '', 2);
        const written = sheetMdx(data as Record<string, unknown>, textBelow(file.text));
        expect(textBelow(written)).toBe(textBelow(file.text));
        const model = schema.parse(data);
        expect(schema.parse(readYaml(frontMatterOf(written) ?? '', 2).data)).toEqual(model);
      }
    }
  });
});

test('texts that are codes and dates are written as people of the base write them', () => {
  const file = sheetMdx({ id: 'comune-2023', date: '2023-03', title: 'Sì', on: true }, 'x');
  expect(file).toBe(`---\nid: comune-2023\ndate: '2023-03'\ntitle: "Sì"\non: true\n---\n\nx\n`);
  expect(readFileSync(join(projectRoot, 'src/content/practices/tonite.mdx'), 'utf8')).toContain("date: '");
});
