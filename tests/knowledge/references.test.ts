import { z } from 'astro/zod';
import { expect, test } from 'vitest';
import { referencesIn } from '../../src/knowledge/references.ts';
import { practice } from '../../src/schemas/practice.ts';
import { field } from '../../src/schemas/field.ts';
import { ref } from '../../src/schemas/values.ts';
import { practiceWith } from './entries.ts';

const schema = z.strictObject({
  city: field(ref('city'), 'Città', 'Dove.'),
  needs: field(z.array(ref('need')).optional(), 'Bisogni', 'Quali.'),
  visits: z
    .array(z.strictObject({ practice: ref('practice').optional(), note: z.string().optional() }))
    .default([]),
});

test('every reference is found, at any depth, with its path', () => {
  expect(
    referencesIn(schema, { city: 'a', needs: ['b', 'c'], visits: [{ note: 'x' }, { practice: 'd' }] }),
  ).toEqual([
    { kind: 'city', id: 'a', path: ['city'] },
    { kind: 'need', id: 'b', path: ['needs', 0] },
    { kind: 'need', id: 'c', path: ['needs', 1] },
    { kind: 'practice', id: 'd', path: ['visits', 1, 'practice'] },
  ]);
});

test.each([
  undefined,
  null,
  'a',
  3,
  [],
  { city: 3, needs: 'b', visits: [null, 'x', { practice: {} }] },
  { city: '', needs: [''] },
])('data that does not fit, or is empty, is passed over: %j', (data) => {
  expect(referencesIn(schema, data)).toEqual([]);
});

test('only the data’s own fields count', () => {
  expect(referencesIn(schema, Object.create({ city: 'a' }))).toEqual([]);
});

test('the references of a practice are those of its schema', () => {
  const found = referencesIn(practice, practiceWith({}).data).map(({ kind, id }) => `${kind} ${id}`);
  expect(found).toEqual(
    expect.arrayContaining([
      'city borgo-prova',
      'focus-area poverta-marginalita',
      'indicator still-housed',
      'source gazzetta-2021',
      'programme fondo-prova',
    ]),
  );
});
