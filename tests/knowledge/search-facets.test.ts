import { expect, test } from 'vitest';
import { facetsOf } from '../../src/knowledge/search-facets.ts';
import type { SearchFilter } from '../../src/knowledge/search-kinds.ts';
import { area, one, sheet, smallGraph } from './small-graph.ts';

const graph = smallGraph(
  area('lavoro', 2, { shortTitle: 'Lavoro', colour: 'lavoro' }),
  area('casa', 1, { shortTitle: 'Casa' }),
  one('need', 'sfratti', {
    title: 'Sfratti',
    focusAreas: ['casa'],
    synonyms: ['sotto sfratto'],
    misspellings: ['sfrato'],
  }),
  one('city', 'bari', { title: 'Bari', region: 'Puglia' }),
  one('city', 'zara', { title: 'Zara' }),
  one('city', 'z-asti', { title: 'Asti' }),
  one('programme', 'pon', { title: 'PON' }),
  one('target-group', 'famiglie', { title: 'Famiglie', description: 'x' }),
  sheet('prima', {
    city: 'bari',
    needs: ['sfratti'],
    targetGroups: ['famiglie'],
    status: 'running',
    difficulties: [{ kind: 'money', text: 'x' }],
  }),
  sheet('seconda', { city: 'bari', status: 'running' }),
  one('workshop', 'incontro', { city: 'z-asti', focusAreas: [] }),
);
const facets = facetsOf(graph);
const valuesOf = (name: SearchFilter) => facets.find((facet) => facet.name === name)?.values;
const counts = (name: SearchFilter) => valuesOf(name)?.map(({ label, count }) => [label, count]);

test('a city is offered when some page beyond its own has it', () => {
  expect(counts('city')).toEqual([
    ['Asti', 2],
    ['Bari', 3],
  ]);
});

test('people, regions and what a sheet tells are offered with their counts', () => {
  expect(counts('group')).toEqual([['Famiglie', 1]]);
  expect(counts('region')).toEqual([['Puglia', 3]]);
  expect(counts('has')).toEqual([['Che cosa è andato storto', 1]]);
});

test('areas keep their order and colour, and count their own page with the others', () => {
  expect(valuesOf('area')).toEqual([
    { id: 'casa', label: 'Casa', colour: 'casa', count: 4 },
    { id: 'lavoro', label: 'Lavoro', colour: 'lavoro', count: 1 },
  ]);
});

test('only what some page has is offered; a filter without values is left out', () => {
  expect(counts('status')).toHaveLength(1);
  expect(counts('kind')).toEqual([
    ['Pratiche', 2],
    ['Bisogni', 1],
    ['Laboratori', 1],
    ['Aree', 2],
    ['Programmi', 1],
    ['Città', 3],
  ]);
  expect(facets.map(({ name }) => name)).not.toContain('programme');
  expect(facetsOf(smallGraph())).toEqual([]);
});
