import { describe, expect, test } from 'vitest';
import type { AnyEntry } from '../../src/knowledge/graph.ts';
import { searchFilters } from '../../src/knowledge/search-kinds.ts';
import { searchRecordOf } from '../../src/knowledge/search-record.ts';
import { registry } from '../../src/schemas/registry.ts';
import { fixtureGraph } from '../fixture-content.ts';
import { area, one, sheet, smallGraph } from './small-graph.ts';

const graph = fixtureGraph();
const record = (kind: AnyEntry['kind'], id: string) => searchRecordOf(graph, graph.get(kind, id) as AnyEntry);

test('a sheet is found by the other names it has and by the words of its needs, the first before the others', () => {
  const { kind, title, filters, names, words, also } = record('practice', 'case-aperte');
  expect({ kind, title, names }).toEqual({
    kind: 'practice',
    title: 'Case aperte',
    names: ['Progetto Case aperte'],
  });
  expect(filters).toEqual({
    kind: ['practice'],
    area: ['disagio-abitativo', 'poverta-marginalita'],
    need: ['famiglie-sotto-sfratto', 'spazi-vuoti'],
    group: ['famiglie-in-difficolta'],
    city: ['borgo-prova'],
    region: ['piemonte'],
    programme: ['fondo-prova'],
    status: ['closed'],
    evidence: ['4'],
    has: ['costs', 'procedure'],
    completeness: ['medium'],
    freshness: ['reviewed'],
  });
  expect(words).toEqual(['Progetto Case aperte', 'Famiglie sotto sfratto', 'sfratti', 'emergenza casa']);
  expect(also).toEqual(expect.arrayContaining(['Edifici del Comune vuoti', 'immobili sfitti', 'FP']));
});

test('what a sheet does not tell is no filter of it', () => {
  const small = smallGraph(area('casa', 1), sheet('s', { costs: [], procedure: undefined }));
  const { filters } = searchRecordOf(small, small.get('practice', 's'));
  expect(filters).not.toHaveProperty('has');
});

test('hidden labels lead to their sheet, and those of its first need with them; no title is said twice', () => {
  const small = smallGraph(
    area('casa', 1),
    one('need', 'a', {
      title: 'Sfratti',
      focusAreas: [],
      synonyms: ['sfrattati'],
      hiddenLabels: ['buttati fuori'],
    }),
    one('need', 'b', {
      title: 'Vuoti',
      focusAreas: [],
      synonyms: ['sfitti'],
      hiddenLabels: ['porte murate'],
    }),
    sheet('s', { needs: ['a', 'b'], hiddenLabels: ['mamme in albergo', 'sfrattati'] }),
  );
  const { words, also } = searchRecordOf(small, small.get('practice', 's'));
  expect(words).toEqual(['mamme in albergo', 'sfrattati', 'Sfratti', 'buttati fuori']);
  expect(also).toEqual(['Vuoti', 'sfitti']);
});

test('who searches the whole name finds the page that has the acronym, and the reverse', () => {
  const small = smallGraph(
    area('casa', 1),
    one('term', 'erp', {
      title: 'ERP (edilizia residenziale pubblica)',
      definition: 'x',
      synonyms: ['case popolari'],
    }),
    sheet('s', {}),
  );
  const entry = small.get('practice', 's') as AnyEntry;
  expect(searchRecordOf(small, entry, ['erp']).also).toEqual([
    'ERP',
    'edilizia residenziale pubblica',
    'case popolari',
  ]);
  expect(searchRecordOf(small, entry).also).toEqual([]);
});

test('a workshop is found by the city that held it and by those that were there', () => {
  expect(record('workshop', 'borgo-2023').filters).toEqual({
    kind: ['workshop'],
    area: ['disagio-abitativo'],
    need: ['famiglie-sotto-sfratto'],
    city: ['borgo-prova', 'citta-esempio'],
    region: ['piemonte', 'calabria'],
    programme: ['fondo-prova'],
  });
  const participants = [{ city: 'bari' }, { city: 'asti' }];
  const small = smallGraph(
    one('city', 'asti', { title: 'Asti', region: 'Piemonte' }),
    one('city', 'bari', { title: 'Bari', region: 'Puglia' }),
    one('workshop', 'w', { focusAreas: [], city: 'asti', participants }),
  );
  const { filters } = searchRecordOf(small, small.get('workshop', 'w'));
  expect(filters).toMatchObject({ city: ['asti', 'bari'], region: ['piemonte', 'puglia'] });
  expect(filters).not.toHaveProperty('programme');
});

describe('every other page is found under its kind and under itself', () => {
  test.each([
    ['need', 'spazi-vuoti', { area: ['cultura-turismo', 'disagio-abitativo'], need: ['spazi-vuoti'] }],
    ['focus-area', 'cultura-turismo', { area: ['cultura-turismo'] }],
    ['city', 'borgo-prova', { city: ['borgo-prova'], region: ['piemonte'] }],
    ['programme', 'fondo-prova', { programme: ['fondo-prova'] }],
    ['session', 'mattina-di-prova', { area: ['disagio-abitativo'] }],
    ['activity', 'mappa-di-prova', {}],
  ] as const)('%s', (kind, id, filters) => {
    expect(record(kind, id).filters).toEqual({ kind: [kind], ...filters });
  });
});

test('needs and programmes are found by their other names', () => {
  expect(record('need', 'giovani-senza-lavoro').names).toEqual(['neet']);
  expect(record('need', 'giovani-senza-lavoro').words).toEqual(['neet']);
  expect(record('programme', 'fondo-prova').words).toEqual(['FP']);
});

test('filters hold only ids of entries that exist, under known names', () => {
  const of = {
    area: 'focus-area',
    need: 'need',
    group: 'target-group',
    city: 'city',
    programme: 'programme',
  } as const;
  for (const kind of Object.keys(registry) as AnyEntry['kind'][]) {
    for (const entry of graph.all(kind)) {
      const { filters } = searchRecordOf(graph, entry as AnyEntry);
      expect(searchFilters).toEqual(expect.arrayContaining(Object.keys(filters)));
      for (const name of ['area', 'need', 'group', 'city', 'programme'] as const)
        for (const id of filters[name] ?? []) expect(graph.find(of[name], id)?.id).toBe(id);
    }
  }
});
