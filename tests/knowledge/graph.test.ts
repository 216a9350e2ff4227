import { describe, expect, test } from 'vitest';
import { published } from '../../src/knowledge/graph.ts';
import { edited, fixtureGraph, graphOf } from '../fixture-content.ts';

const graph = fixtureGraph();
const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);

test('every collection is there, in the order of its ids, whatever order it was read in', () => {
  expect(ids(graph.all('practice'))).toEqual(['case-aperte', 'officina-vuota']);
  expect(ids(graph.all('focus-area'))).toEqual([
    'cultura-turismo',
    'disagio-abitativo',
    'inclusione-attiva-lavoro',
    'poverta-marginalita',
  ]);
  expect(ids(graphOf(edited('needs.yaml', 'title', 'title').reverse()).all('need'))).toEqual(
    ids(graph.all('need')),
  );
});

test('an entry is found by its id, and an unknown one is our own fault', () => {
  expect(graph.find('city', 'borgo-prova')?.data.title).toBe('Borgo Prova');
  expect(graph.find('city', 'practice')).toBeUndefined();
  expect(graph.find('city', 'constructor')).toBeUndefined();
  expect(() => graph.get('city', 'atlantide')).toThrow('city atlantide is not in the graph');
});

describe('a draft', () => {
  test('is nowhere', () => {
    expect(graph.find('practice', 'bozza-in-corso')).toBeUndefined();
    expect(ids(graph.naming('practice', 'focus-area', 'poverta-marginalita'))).toEqual(['case-aperte']);
  });

  test('only true makes one', () => {
    const entries = [{ data: { draft: true } }, { data: { draft: false } }, { data: {} }];
    expect(published(entries)).toHaveLength(2);
  });
});

describe('links lead backwards', () => {
  test.each([
    ['practice', 'need', 'spazi-vuoti', ['case-aperte', 'officina-vuota']],
    ['need', 'need', 'spazi-vuoti', ['famiglie-sotto-sfratto']],
    ['practice', 'city', 'citta-esempio', ['officina-vuota']],
    ['workshop', 'city', 'citta-esempio', ['borgo-2023']],
    ['workshop', 'practice', 'case-aperte', ['borgo-2023']],
    ['session', 'practice', 'case-aperte', ['mattina-di-prova']],
    ['session', 'activity', 'mappa-di-prova', ['mattina-di-prova']],
    ['practice', 'programme', 'fondo-prova', ['case-aperte']],
    ['practice', 'practice', 'case-aperte', []],
    ['practice', 'city', 'atlantide', []],
  ] as const)('%s naming the %s %s', (from, kind, id, expected) => {
    expect(ids(graph.naming(from, kind, id))).toEqual(expected);
  });

  test('also from the text', () => {
    expect(ids(graph.naming('practice', 'practice', 'officina-vuota'))).toEqual(['case-aperte']);
    expect(ids(graph.naming('practice', 'term', 'patto-di-collaborazione'))).toEqual(['case-aperte']);
    expect(ids(graph.naming('focus-area', 'practice', 'case-aperte'))).toEqual(['disagio-abitativo']);
  });

  test('once, however often the name stands', () => {
    expect(ids(graph.naming('practice', 'indicator', 'people-supported'))).toEqual(['case-aperte']);
  });
});

test('nothing in it can be changed', () => {
  const entry = graph.get('practice', 'case-aperte');
  const attempts = [
    () => Object.assign(graph, { all: null }),
    () => (graph.all('practice') as unknown[]).push(1),
    () => Object.assign(entry, { id: 'x' }),
    () => Object.assign(entry.data, { title: 'x' }),
    () => Object.assign(entry.data.facts[0] ?? {}, { value: 1 }),
    () => Object.assign(entry.body?.sections[0] ?? {}, { words: 0 }),
    () => (graph.naming('practice', 'need', 'spazi-vuoti') as unknown[]).pop(),
    () => (graph.naming('practice', 'need', 'nessuno') as unknown[]).push(1),
  ];
  for (const attempt of attempts) expect(attempt).toThrow(TypeError);
});
