import { describe, expect, test } from 'vitest';
import type { AnyEntry } from '../../src/knowledge/graph.ts';
import { searchFilters } from '../../src/knowledge/search-kinds.ts';
import { searchRecordOf } from '../../src/knowledge/search-record.ts';
import { registry } from '../../src/schemas/registry.ts';
import { fixtureGraph } from '../fixture-content.ts';
import { one, smallGraph } from './small-graph.ts';

const graph = fixtureGraph();
const record = (kind: AnyEntry['kind'], id: string) => searchRecordOf(graph, graph.get(kind, id) as AnyEntry);

test('a sheet is found by the other names it has and by the words of its needs', () => {
  expect(record('practice', 'case-aperte')).toEqual({
    kind: 'practice',
    title: 'Case aperte',
    filters: {
      kind: ['practice'],
      area: ['disagio-abitativo', 'poverta-marginalita'],
      need: ['famiglie-sotto-sfratto', 'spazi-vuoti'],
      city: ['borgo-prova'],
      programme: ['fondo-prova'],
      status: ['closed'],
      evidence: ['4'],
      completeness: ['medium'],
      freshness: ['reviewed'],
    },
    names: ['Progetto Case aperte'],
    words: [
      'Progetto Case aperte',
      'Famiglie sotto sfratto',
      'sfratti',
      'emergenza casa',
      'Edifici del Comune vuoti',
      'immobili sfitti',
    ],
  });
});

test('a workshop is found by the city that held it and by those that were there', () => {
  expect(record('workshop', 'borgo-2023').filters).toEqual({
    kind: ['workshop'],
    area: ['disagio-abitativo'],
    need: ['famiglie-sotto-sfratto'],
    city: ['borgo-prova', 'citta-esempio'],
    programme: ['fondo-prova'],
  });
  const participants = [{ city: 'bari' }, { city: 'asti' }];
  const small = smallGraph(one('workshop', 'w', { focusAreas: [], city: 'asti', participants }));
  expect(searchRecordOf(small, small.get('workshop', 'w') as AnyEntry).filters).toMatchObject({
    city: ['asti', 'bari'],
    programme: [],
  });
});

describe('every other page is found under its kind and under itself', () => {
  test.each([
    ['need', 'spazi-vuoti', { area: ['cultura-turismo', 'disagio-abitativo'], need: ['spazi-vuoti'] }],
    ['focus-area', 'cultura-turismo', { area: ['cultura-turismo'] }],
    ['city', 'borgo-prova', { city: ['borgo-prova'] }],
    ['programme', 'fondo-prova', { programme: ['fondo-prova'] }],
    ['session', 'mattina-di-prova', { area: ['disagio-abitativo'] }],
    ['activity', 'mappa-di-prova', { area: [] }],
  ] as const)('%s', (kind, id, filters) => {
    expect(record(kind, id).filters).toEqual({ kind: [kind], ...filters });
  });
});

test('needs and programmes are found by their other names', () => {
  expect(record('need', 'giovani-senza-lavoro').words).toEqual(['neet']);
  expect(record('programme', 'fondo-prova').words).toEqual(['FP']);
});

test('filters hold only ids of entries that exist, under known names', () => {
  const of = { area: 'focus-area', need: 'need', city: 'city', programme: 'programme' } as const;
  for (const kind of Object.keys(registry) as AnyEntry['kind'][]) {
    for (const entry of graph.all(kind)) {
      const { filters } = searchRecordOf(graph, entry as AnyEntry);
      expect(searchFilters).toEqual(expect.arrayContaining(Object.keys(filters)));
      for (const name of ['area', 'need', 'city', 'programme'] as const)
        for (const id of filters[name] ?? []) expect(graph.find(of[name], id)?.id).toBe(id);
    }
  }
});
