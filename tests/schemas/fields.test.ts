import type { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { vocabulary } from '../../src/mdx/vocabulary.ts';
import { labelsOf, textOf } from '../../src/schemas/field.ts';
import { practiceSections } from '../../src/schemas/practice-sections.ts';
import { collections, registry } from '../../src/schemas/registry.ts';
import { referenceKinds } from '../../src/schemas/values.ts';

interface Definition {
  type: string;
  innerType?: z.ZodType;
  element?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  options?: z.ZodType[];
  entries?: Record<string, string>;
  catchall?: z.ZodType;
}
interface Found {
  path: string;
  schema: z.ZodType;
  /** Stands under a name in an object, so a person has to be told what it is. */
  isField: boolean;
}
const definitionOf = (schema: z.ZodType) => (schema as unknown as { def: Definition }).def;

/** A schema with all the schemas inside it. */
function everything(schema: z.ZodType, path: string, isField = false): Found[] {
  const { innerType, element, shape = {}, options = [] } = definitionOf(schema);
  return [
    { path, schema, isField },
    ...(innerType ? everything(innerType, path) : []),
    ...(element ? everything(element, `${path}[]`) : []),
    ...Object.entries(shape).flatMap(([key, inner]) => everything(inner, `${path}.${key}`, true)),
    ...options.flatMap((option, index) => everything(option, `${path}|${index}`)),
  ];
}

const roots: [string, z.ZodType][] = [
  ...collections.map((kind): [string, z.ZodType] => [kind, registry[kind].schema]),
  ...Object.entries(vocabulary).map(([name, { props }]): [string, z.ZodType] => [`<${name}>`, props]),
];

test('the walk reaches what is deep', () => {
  const paths = new Set(roots.flatMap(([name, schema]) => everything(schema, name)).map(({ path }) => path));
  for (const path of [
    'practice.facts[].source',
    'practice.teaching.roles[].brief',
    'activity.worksheet[]|5.cells[].hint',
    'city.population.asOf',
    '<Fact>.scope',
  ]) {
    expect(paths).toContain(path);
  }
  expect(paths.size).toBeGreaterThan(300);
});

describe.each(roots)('%s', (name, root) => {
  const found = everything(root, name);
  const where = (wrong: (each: Found) => boolean) => found.filter(wrong).map(({ path }) => path);

  test('every field, at every depth, has an Italian label and description', () => {
    expect(where(({ schema, isField }) => isField && textOf(schema) === undefined)).toEqual([]);
    const texts = found.flatMap(({ schema, isField }) => (isField ? [textOf(schema)] : []));
    for (const text of texts) {
      expect(text?.label).toMatch(/^\p{Lu}/u);
      expect(text?.description).toMatch(/[.…»]$/u);
      expect(text?.label.length).toBeLessThanOrEqual(40);
      // A straight apostrophe would be the typewriter's; Italian text has the curly one.
      expect(`${text?.label} ${text?.description}`).not.toMatch(/\p{L}'\p{L}/u);
    }
  });

  test('every object refuses fields that it does not know', () => {
    const isOpen = ({ schema }: Found) => {
      const { type, catchall } = definitionOf(schema);
      return type === 'object' && (!catchall || definitionOf(catchall).type !== 'never');
    };
    expect(where(isOpen)).toEqual([]);
  });

  test('nothing lets everything through', () => {
    expect(
      where(({ schema }) =>
        ['any', 'unknown', 'record', 'custom', 'map', 'transform'].includes(definitionOf(schema).type),
      ),
    ).toEqual([]);
  });

  test('every closed list has an Italian label for each value', () => {
    for (const { schema, path } of found) {
      const { type, entries = {} } = definitionOf(schema);
      if (type !== 'enum') continue;
      const values = Object.values(entries);
      if (values.join() === practiceSections.join()) continue; // these values are Italian themselves
      const labels = labelsOf(schema) ?? {};
      expect([path, Object.keys(labels)]).toEqual([path, values]);
      for (const label of Object.values(labels)) expect(label).not.toBe('');
    }
  });

  test('every text has an end, and every list', () => {
    const isEndless = ({ schema }: Found) => {
      const {
        type,
        pattern,
        checks = [],
        format,
      } = definitionOf(schema) as Definition & {
        pattern?: unknown;
        format?: string;
        checks?: { _zod: { def: { check: string; pattern?: RegExp } } }[];
      };
      const names = checks.map((check) => check._zod.def.check);
      const isPattern = checks.some(
        ({ _zod }) => _zod.def.pattern && /\\d\{\d\}|\{2\}/.test(_zod.def.pattern.source),
      );
      if (type === 'string')
        return !names.includes('max_length') && !isPattern && !pattern && format === undefined;
      return type === 'array' && !names.includes('max_length') && !names.includes('length_equals');
    };
    expect(where(isEndless)).toEqual([]);
  });

  test('every reference is to a kind that exists', () => {
    const kinds = found.flatMap(({ schema }) => (schema.meta()?.ref as string | undefined) ?? []);
    for (const kind of kinds) expect(referenceKinds).toContain(kind);
  });
});

test('the kinds that may be named are the collections, and sources', () => {
  expect([...referenceKinds].sort()).toEqual([...collections, 'source'].sort());
});
