import { expect, test } from 'vitest';
import { publishedEntries } from '../../src/exports/entries.ts';
import { addedNames, collectionFileSchema, entryFileSchema, entrySchema } from '../../src/exports/schema.ts';
import { collections, registry } from '../../src/schemas/registry.ts';
import { fixtureGraph } from '../fixture-content.ts';

const [practice] = publishedEntries(fixtureGraph(), 'practice', 'https://esempio.it');
const [workshop] = publishedEntries(fixtureGraph(), 'workshop', 'https://esempio.it');
const envelope = { schemaVersion: 2, collection: 'practices', license: 'CC-BY-4.0' };

test.each(collections)('what is added to an entry takes no name of a field: %s', (kind) => {
  expect(addedNames.filter((name) => name in registry[kind].schema.shape)).toEqual([]);
});

test('a file of the right shape passes', () => {
  expect(collectionFileSchema('practice').safeParse({ ...envelope, entries: [practice] }).success).toBe(true);
  expect(
    entryFileSchema('practice').safeParse({ ...envelope, entry: practice, references: {}, text: '' }).success,
  ).toBe(true);
});

test.each([
  ['another collection', { ...envelope, collection: 'needs', entries: [practice] }],
  ['another version', { ...envelope, schemaVersion: 1, entries: [practice] }],
  ['another licence', { ...envelope, license: 'MIT', entries: [practice] }],
  ['no entries', envelope],
  ['an unknown field', { ...envelope, entries: [{ ...practice, colour: 'red' }] }],
  ['a draft', { ...envelope, entries: [{ ...practice, draft: false }] }],
  ['a field of the wrong kind', { ...envelope, entries: [{ ...practice, title: 1 }] }],
  ['an address that is none', { ...envelope, entries: [{ ...practice, page: '/pratiche/x/' }] }],
  ['a level that is not there', { ...envelope, entries: [{ ...practice, computed: {} }] }],
])('a file with %s is refused', (_, file) => {
  expect(collectionFileSchema('practice').safeParse(file).success).toBe(false);
});

test('a rule across fields holds for what is published too', () => {
  expect(entrySchema('workshop').safeParse(workshop).success).toBe(true);
  expect(entrySchema('workshop').safeParse({ ...workshop, end: '1999-01-01' }).success).toBe(false);
});
