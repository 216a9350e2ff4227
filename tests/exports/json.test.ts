import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { publishedEntries, type PublishedEntry } from '../../src/exports/entries.ts';
import { collectionJson, entryJson } from '../../src/exports/json.ts';
import { referencesOf } from '../../src/exports/references.ts';
import { collectionFileSchema, entryFileSchema } from '../../src/exports/schema.ts';
import { completenessOf } from '../../src/knowledge/completeness.ts';
import { evidenceOf } from '../../src/knowledge/evidence.ts';
import { buildGraph, type AnyEntry } from '../../src/knowledge/graph.ts';
import { indicatorIn } from '../../src/knowledge/indicators.ts';
import { collections, registry } from '../../src/schemas/registry.ts';
import { checkedFixture, fixtureGraph } from '../fixture-content.ts';

const origin = 'https://esempio.it';
const graph = fixtureGraph();
const file = (text: string) => JSON.parse(text) as { entries: PublishedEntry[]; entry: PublishedEntry };
const idsOf = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

describe.each(collections)('the published %s', (kind) => {
  const entries = publishedEntries(graph, kind, origin);

  test('are all there, in order, and read back by their schema', () => {
    const read = file(collectionJson(kind, entries));
    expect(idsOf(read.entries)).toEqual(idsOf(graph.all(kind)));
    expect(idsOf(read.entries)).toEqual(idsOf(read.entries).sort());
    expect(collectionFileSchema(kind).parse(read)).toEqual(read);
  });

  test('are each in a file that holds the same', () => {
    for (const entry of entries) {
      const own = graph.get(kind, entry.id) as AnyEntry;
      const text = registry[kind].store.shape === 'sheet' ? '## Il problema' : undefined;
      const read = file(entryJson(kind, entry, referencesOf(graph, own), text));
      expect(entryFileSchema(kind).parse(read)).toEqual(read);
      expect(read.entry).toEqual(
        file(collectionJson(kind, entries)).entries.find(({ id }) => id === entry.id),
      );
    }
  });

  test('keep every field that was written', () => {
    for (const { id, data } of graph.all(kind)) {
      expect(entries.find((entry) => entry.id === id)).toMatchObject(data);
    }
  });
});

test('a draft is nowhere', () => {
  const text = collections
    .map((kind) => collectionJson(kind, publishedEntries(graph, kind, origin)))
    .join('');
  expect(text).not.toContain('bozza-in-corso');
  expect(text).not.toContain('"draft"');
});

test('an entry says where its page is, when it has one', () => {
  const pageOf = (kind: (typeof collections)[number]) => publishedEntries(graph, kind, origin)[0]?.page;
  expect(pageOf('practice')).toBe('https://esempio.it/pratiche/case-aperte/');
  expect(pageOf('term')).toMatch(/^https:\/\/esempio\.it\/glossario\/#[a-z0-9-]+$/);
  expect(pageOf('indicator')).toBeNull();
  expect(pageOf('target-group')).toBeNull();
});

test('a practice carries its level and its gaps, apart from what was written', () => {
  for (const { id, computed } of publishedEntries(graph, 'practice', origin)) {
    const { data } = graph.get('practice', id);
    const area = graph.get('focus-area', data.focusAreas[0] ?? '').data;
    const { level, name } = evidenceOf(data, indicatorIn(graph));
    expect(computed).toEqual({
      evidence: { level, name },
      completeness: completenessOf(data, area, indicatorIn(graph)),
    });
  }
  expect(publishedEntries(graph, 'need', origin)[0]).not.toHaveProperty('computed');
});

test('the bytes do not depend on the order in which files, or their fields, were read', () => {
  const records = checkedFixture().records as unknown as AnyEntry[];
  const written = (entries: readonly AnyEntry[]) => {
    const mixed = buildGraph(entries, '2026-11-22');
    return collections.map((kind) => collectionJson(kind, publishedEntries(mixed, kind, origin))).join('');
  };
  const expected = written(records);
  const shuffled = fc
    .shuffledSubarray(records, { minLength: records.length })
    .map((some) => some.map((entry) => ({ ...entry, data: backwards(entry.data) }) as AnyEntry));
  fc.assert(
    fc.property(shuffled, (entries) => {
      expect(written(entries) === expected).toBe(true);
    }),
    { numRuns: 20 },
  );
});

/** The same value with the keys of every object in the opposite order. */
function backwards(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(backwards);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, backwards(inner)] as const)
      .reverse(),
  );
}
