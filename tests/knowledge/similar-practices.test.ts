import { describe, expect, test } from 'vitest';
import {
  comparedCities,
  peopleYears,
  similarCitiesOf,
  tellingCities,
} from '../../src/knowledge/similar-practices.ts';
import { ids, one, sheet, smallGraph } from './small-graph.ts';

const city = (id: string, region: string, asOf?: string) =>
  one('city', id, {
    country: 'Italia',
    region,
    roles: [],
    ...(asOf && { population: { value: 90_000, asOf, source: 'istat' } }),
  });
const graph = smallGraph(
  city('mia', 'Puglia', '2011'),
  city('vicina', 'Puglia', '2011-10-09'),
  city('lontana', 'Piemonte', '2021'),
  city('muta', 'Puglia'),
  sheet('propria', { city: 'mia' }),
  ...['a', 'b', 'c', 'd'].map((id) => sheet(id, { city: 'vicina', tagline: `Su ${id}` })),
  sheet('e', { city: 'lontana', adoptions: [{ city: 'muta', source: 'x' }] }),
);

test('only cities with sheets of their own tell something, each with its first sheets', () => {
  expect(ids(tellingCities(graph))).toEqual(['lontana', 'mia', 'vicina']);
  const vicina = tellingCities(graph).find(({ id }) => id === 'vicina');
  expect(vicina).toMatchObject({ total: 4, href: '/citta/vicina/' });
  expect(vicina?.sheets).toEqual(
    ['a', 'b', 'c'].map((id) => ({ label: id, href: `/pratiche/${id}/`, tagline: `Su ${id}` })),
  );
});

describe('the cities like one', () => {
  const similar = (id: string, most?: number) => similarCitiesOf(graph, id, most);

  test('stand closest first, without itself, each with its words', () => {
    const { cities, left } = similar('mia');
    expect(ids(cities)).toEqual(['vicina', 'lontana']);
    expect(left).toBe(0);
    expect(cities[0]?.same).toContain('È della stessa regione: Puglia');
    expect(cities[1]?.different).toContain('È del Nord (Piemonte), la tua del Mezzogiorno');
  });

  test('fill a list of so many sheets and no more; the rest is counted', () => {
    const { cities, left } = similar('mia', 2);
    expect(cities.map(({ sheets }) => sheets.length)).toEqual([2]);
    expect(left).toBe(1);
  });

  test('are there also for a city without sheets, and none where nobody told anything', () => {
    expect(ids(similar('muta').cities)).toEqual(['mia', 'vicina', 'lontana']);
    const silent = smallGraph(city('mia', 'Puglia'), city('altra', 'Puglia'));
    expect(similarCitiesOf(silent, 'mia')).toEqual({ cities: [], left: 0, years: [] });
  });
});

test('every city is compared, in alphabetical order', () => {
  expect(ids(comparedCities(graph))).toEqual(['lontana', 'mia', 'muta', 'vicina']);
});

test('the years of the counts are told once each', () => {
  expect(peopleYears(graph)).toEqual(['2011', '2021']);
});
