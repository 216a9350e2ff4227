import { expect, test } from 'vitest';
import { cityViewOf } from '../../src/knowledge/city-view.ts';
import { area, ids, one, sheet, smallGraph } from './small-graph.ts';

const source = { id: 'istat', title: 'Comuni', publisher: 'Istat', accessed: '2026-01-01' };
const graph = smallGraph(
  area('casa', 1),
  one('city', 'bari', { roles: [], title: 'Bari', country: 'Italia', region: 'Puglia', sources: [source] }),
  one('city', 'lecce', { roles: [], country: 'Italia', region: 'Puglia' }),
  one('city', 'roma', { roles: [], country: 'Italia', region: 'Lazio' }),
  one('city', 'oslo', { roles: [], country: 'Norvegia' }),
  one('city', 'bergen', { roles: [], country: 'Norvegia' }),
  sheet('vecchia', { city: 'bari', reviewedOn: '2024-01-01' }),
  sheet('nuova', { city: 'bari', reviewedOn: '2026-01-01' }),
  sheet('altrui', { city: 'roma', adoptions: [{ city: 'bari', source: 'a' }] }),
  one('workshop', 'incontro', { city: 'roma', participants: [{ city: 'bari' }] }),
);
const view = (id: string, most?: number) => cityViewOf(graph, graph.get('city', id), most);

test('the page of a city shows its newest sheets first and says how many there are', () => {
  expect(view('bari').cards.map(({ title }) => title)).toEqual(['nuova', 'vecchia']);
  expect(view('bari', 1).cards.map(({ title }) => title)).toEqual(['nuova']);
  expect(view('bari', 1).total).toBe(2);
});

test('it leads to what the city took up, to its workshops and to the rest of its region', () => {
  const { adopted, workshops, beside, line } = view('bari');
  expect(adopted).toEqual([{ label: 'altrui', href: '/pratiche/altrui/' }]);
  expect(ids(workshops)).toEqual(['incontro']);
  expect(ids(beside)).toEqual(['lecce']);
  expect(line).toMatchObject({ id: 'bari', practices: 2 });
});

test('it tells what the other cities have done, the closest first', () => {
  expect(ids(view('lecce').similar.cities)).toEqual(['bari', 'roma']);
  expect(ids(view('bari').similar.cities)).toEqual(['roma']);
});

test('two cities without a region are not neighbours', () => {
  expect(view('oslo').beside).toEqual([]);
});

test('its sources are numbered', () => {
  expect(view('bari').context.numberOf('istat')).toBe(1);
  expect(view('roma').context.sources).toEqual([]);
});
