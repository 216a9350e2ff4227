import { z } from 'astro/zod';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { fieldsOf, type FieldModel, type Shape } from '../../src/schemas/field-model.ts';
import { skeletonOf } from '../../src/authoring/skeleton.ts';
import { choice, field } from '../../src/schemas/field.ts';
import { collections, registry } from '../../src/schemas/registry.ts';
import { line, paragraph, ref } from '../../src/schemas/values.ts';

const sample = z.strictObject({
  title: field(line(90), 'Nome', 'Come si chiama.', 'Piazza'),
  status: field(choice({ open: 'aperta', closed: 'chiusa' }), 'Stato', 'A che punto è.'),
  city: field(ref('city'), 'Città', 'Dove.'),
  note: field(paragraph(300).optional(), 'Nota', 'Altro.'),
  people: field(z.array(line(40)).min(1).max(3), 'Persone', 'Chi c’era.'),
  visits: field(
    z
      .array(
        z.strictObject({
          place: field(line(60), 'Luogo', 'Dove si è andati.'),
          year: field(z.int().optional(), 'Anno', 'Quando.'),
        }),
      )
      .optional(),
    'Visite',
    'In ordine.',
  ),
  license: field(z.literal('x').default('x'), 'Licenza', 'Sempre la stessa.'),
});

/** What a person does to use a field: takes «# » away. */
const switchedOn = (text: string) => text.replace(/^# /gm, '');

/** Keys at every depth of the fields; `[]` for the items of a list. */
function pathsOf(fields: readonly FieldModel[], at = ''): string[] {
  return fields.flatMap(({ key, shape }) => [at + key, ...pathsIn(shape, `${at}${key}`)]);
}
function pathsIn(shape: Shape, at: string): string[] {
  if (shape.type === 'group') return pathsOf(shape.fields, `${at}.`);
  if (shape.type === 'list') return pathsIn(shape.item, `${at}[]`);
  return shape.type === 'variants' ? shape.options.flatMap((fields) => pathsOf(fields, `${at}.`)) : [];
}
function pathsInData(data: unknown, at = ''): string[] {
  if (Array.isArray(data)) return data.flatMap((item) => pathsInData(item, `${at}[]`));
  if (!data || typeof data !== 'object') return [];
  const dot = at ? `${at}.` : '';
  return Object.entries(data).flatMap(([key, value]) => [dot + key, ...pathsInData(value, dot + key)]);
}

test('required fields stand empty, the others are switched off, each under its explanation', () => {
  expect(skeletonOf(fieldsOf(sample).filter(({ preset }) => !preset))).toBe(`\
## Nome. Come si chiama. Fino a 90 caratteri. Per esempio: Piazza
title: ""

## Stato. A che punto è. Valori: open (aperta), closed (chiusa).
status:

## Città. Dove. I codici sono in cities.yaml.
city:

## Nota (facoltativo). Altro. Fino a 300 caratteri.
# note: ""

## Persone. Chi c’era. Fino a 3 voci.
people:
#   - ""

## Visite (facoltativo). In ordine.
# visits:
#   ## Luogo. Dove si è andati. Fino a 60 caratteri.
#   - place: ""
#     ## Anno (facoltativo). Quando.
#     year:
`);
});

test('what is known already is written, with its notes and the items to choose from', () => {
  const text = skeletonOf(fieldsOf(sample).slice(0, 5), {
    values: { title: 'Una "piazza": vuota', status: 'open' },
    notes: { city: ['La più vicina.'] },
    items: { people: ['  - Ada', '  - Ugo'] },
  });
  expect(parse(text)).toEqual({
    title: 'Una "piazza": vuota',
    status: 'open',
    city: null,
    people: null,
  });
  expect(text).toContain('## - La più vicina.\ncity:\n');
  expect(parse(switchedOn(text))).toMatchObject({ people: ['Ada', 'Ugo'] });
});

test('a required list that may be empty says how to leave it so', () => {
  const list = z.strictObject({ sources: field(z.array(line(9)), 'Fonti', 'Documenti.') });
  expect(skeletonOf(fieldsOf(list))).toContain('Se non ce ne sono, scrivi [] dopo i due punti.');
});

describe.each(collections)('the skeleton of %s', (kind) => {
  const fields = fieldsOf(registry[kind].schema);
  const text = skeletonOf(fields);

  test('is YAML holding just the required fields', () => {
    const required = fields.filter((model) => model.required).map(({ key }) => key);
    expect(Object.keys((parse(text) ?? {}) as object)).toEqual(required);
  });

  test('is YAML with every field at every depth, once switched on', () => {
    const data: unknown = parse(switchedOn(text));
    expect(new Set(pathsInData(data))).toEqual(new Set(pathsOf(fields)));
    const unknown = registry[kind].schema.safeParse(data).error?.issues ?? [];
    expect(unknown.filter(({ code }) => code === 'unrecognized_keys')).toEqual([]);
  });

  test('explains every field, in lines that fit a window', () => {
    for (const { label } of fields) expect(text).toContain(`## ${label}`);
    expect(Math.max(...text.split('\n').map((row) => row.length))).toBeLessThanOrEqual(100);
  });
});
