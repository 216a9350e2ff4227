import { z } from 'astro/zod';
import { expect, test } from 'vitest';
import { fieldsOf } from '../../src/schemas/field-model.ts';
import { choice, field } from '../../src/schemas/field.ts';
import { practice } from '../../src/schemas/practice.ts';
import { worksheetBlock } from '../../src/schemas/activity.ts';
import { line, ref } from '../../src/schemas/values.ts';

const shapeOf = (schema: z.ZodType) => fieldsOf(z.strictObject({ x: field(schema, 'X', 'Y.') }))[0]?.shape;

test('every field of a schema is there, in its order, with its Italian texts', () => {
  const fields = fieldsOf(practice);
  expect(fields.map(({ key }) => key)).toEqual(Object.keys(practice.shape));
  expect(fields[0]).toMatchObject({
    key: 'title',
    label: 'Nome della pratica',
    example: 'ToNite',
    required: true,
    shape: { type: 'text', longest: 90 },
  });
});

test('optional fields, and those the schema fills in by itself, are not required', () => {
  const fields = new Map(fieldsOf(practice).map((model) => [model.key, model]));
  expect(fields.get('aliases')).toMatchObject({ required: false, preset: false });
  expect(fields.get('license')).toMatchObject({ required: false, preset: true });
});

test.each([
  ['text with its limit', line(40), { type: 'text', longest: 40 }],
  ['a number', z.int().min(1), { type: 'number' }],
  ['yes or no', z.boolean().optional(), { type: 'boolean' }],
  ['a fixed word', z.literal('table'), { type: 'fixed', value: 'table' }],
  ['a closed list', choice({ a: 'uno' }), { type: 'choice', values: [{ value: 'a', label: 'uno' }] }],
  ['a list without labels', z.enum(['a']), { type: 'choice', values: [{ value: 'a', label: undefined }] }],
  ['a reference', ref('city').optional(), { type: 'reference', to: 'city' }],
  ['a number or a date', z.union([z.number(), z.string()]), { type: 'other' }],
  [
    'a list with limits',
    z.array(line(5)).min(2).max(6),
    { type: 'list', least: 2, most: 6, item: { type: 'text', longest: 5 } },
  ],
  [
    'a list of exactly so many',
    z.array(z.number()).length(4),
    { type: 'list', least: 4, most: undefined, item: { type: 'number' } },
  ],
])('%s', (_, schema, shape) => {
  expect(shapeOf(schema)).toEqual(shape);
});

test('a union of objects is one set of fields for each form', () => {
  const shape = shapeOf(worksheetBlock);
  expect(shape?.type === 'variants' && shape.options.map((fields) => fields[0]?.shape)).toEqual(
    ['text', 'lines', 'table', 'checklist', 'matrix', 'canvas'].map((value) => ({ type: 'fixed', value })),
  );
});
