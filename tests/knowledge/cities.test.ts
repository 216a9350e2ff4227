import { describe, expect, test } from 'vitest';
import { adoptedBy, byRegion, citiesOf, practicesOf, type CityLine } from '../../src/knowledge/cities.ts';
import { ids, one, sheet, smallGraph } from './small-graph.ts';

const adoption = { city: 'bari', source: 'a' };
const graph = smallGraph(
  one('city', 'bari', {
    title: 'Bari',
    country: 'Italia',
    region: 'Puglia',
    latitude: 41.12,
    longitude: 16.87,
  }),
  one('city', 'andria', { title: 'Àndria', country: 'Italia', region: 'Puglia', latitude: 41.23 }),
  one('city', 'lione', { title: 'Lione', country: 'Francia', latitude: 45.76, longitude: 4.84 }),
  sheet('casa', { city: 'bari' }),
  sheet('orto', { city: 'bari' }),
  sheet('altrove', { city: 'lione', adoptions: [adoption] }),
  one('workshop', 'incontro', { city: 'lione', participants: [{ city: 'bari' }, { city: 'andria' }] }),
);
const line = (id: string) => citiesOf(graph).find((city) => city.id === id);

test('cities stand in alphabetical order, accents aside', () => {
  expect(ids(citiesOf(graph))).toEqual(['andria', 'bari', 'lione']);
});

describe('the line of a city', () => {
  test('counts its own sheets and the workshops where it was', () => {
    expect(line('bari')).toMatchObject({ practices: 2, workshops: 1, text: '2 schede, 1 laboratorio' });
    expect(line('andria')).toMatchObject({ practices: 0, workshops: 1, text: '1 laboratorio' });
  });

  test('is marked by the most it has', () => {
    expect(line('bari')?.mark).toBe('practice');
    expect(line('andria')?.mark).toBe('workshop');
    const alone = smallGraph(one('city', 'bari', { country: 'Italia' }));
    expect(citiesOf(alone)[0]).toMatchObject({ mark: 'none', text: null });
  });

  test('has a dot when both coordinates are known and fall on the map', () => {
    expect(line('bari')?.point).not.toBeNull();
    expect(line('andria')?.point).toBeNull();
    expect(line('lione')?.point).toBeNull();
  });
});

test('a sheet of another city that was taken up is not the city’s own', () => {
  expect(ids(practicesOf(graph, 'bari'))).toEqual(['casa', 'orto']);
  expect(ids(adoptedBy(graph, 'bari'))).toEqual(['altrove']);
  expect(adoptedBy(graph, 'lione')).toEqual([]);
});

describe('cities by region', () => {
  const city = (title: string, region: string | null, country = 'Italia') =>
    ({ title, region, country }) as CityLine;

  test('follow the alphabet; those of other countries come last, together', () => {
    const groups = byRegion([
      city('Barcellona', null, 'Spagna'),
      city('Torino', 'Piemonte'),
      city('Aosta', 'Valle d’Aosta'),
      city('Asti', 'Piemonte'),
      city('Zurigo', 'Abruzzo', 'Svizzera'),
    ]);
    expect(groups.map(({ id, title, cities }) => [id, title, cities.map((one) => one.title)])).toEqual([
      ['piemonte', 'Piemonte', ['Torino', 'Asti']],
      ['valle-d-aosta', 'Valle d’Aosta', ['Aosta']],
      ['altri-paesi', 'Fuori dall’Italia', ['Barcellona', 'Zurigo']],
    ]);
  });

  test('say when the region is not known, and nothing of other countries when there are none', () => {
    expect(byRegion([city('Borgo', null)]).map(({ title }) => title)).toEqual(['Regione non documentata']);
  });
});
