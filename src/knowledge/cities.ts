import { alphabetical, anchorOf, plural } from './format.ts';
import type { Entry, Graph } from './graph.ts';
import { isInside, italyFrame, pointAt, type Point } from './map.ts';
import { pageOf } from './routes.ts';

/** What the base holds of a city; also the shape of its mark on the map. */
export type CityMark = 'practice' | 'workshop' | 'none';

export interface CityLine {
  id: string;
  title: string;
  href: string;
  region: string | null;
  country: string;
  practices: number;
  workshops: number;
  mark: CityMark;
  /** «2 schede, 1 laboratorio»; null when there is nothing yet. */
  text: string | null;
  /** Null when it has no coordinates, or stands outside the map. */
  point: Point | null;
}

/** Sheets of what the city did; those of other cities that only say it took the idea up are not counted. */
export const practicesOf = (graph: Graph, city: string): Entry<'practice'>[] =>
  graph.naming('practice', 'city', city).filter((practice) => practice.data.city === city);

export const adoptedBy = (graph: Graph, city: string): Entry<'practice'>[] =>
  graph.naming('practice', 'city', city).filter((practice) => practice.data.city !== city);

/** Workshops held in a city, or that name it as present; a promise of the city alone does not put it in the room. */
export const workshopsOf = (graph: Graph, city: string): Entry<'workshop'>[] =>
  graph.naming('workshop', 'city', city).filter(({ data }) => {
    const isHere = data.city === city || !(data.commitments ?? []).some((one) => one.city === city);
    return isHere || (data.participants ?? []).some((one) => one.city === city);
  });

function lineOf(graph: Graph, { id, data }: Entry<'city'>): CityLine {
  const practices = practicesOf(graph, id).length;
  const workshops = workshopsOf(graph, id).length;
  const counts = [
    practices > 0 && plural(practices, 'scheda', 'schede'),
    workshops > 0 && plural(workshops, 'laboratorio', 'laboratori'),
  ].filter((count) => count !== false);
  const { latitude, longitude } = data;
  const point = latitude === undefined || longitude === undefined ? null : pointAt(latitude, longitude);
  return {
    id,
    title: data.title,
    href: pageOf('city', id),
    region: data.region ?? null,
    country: data.country,
    practices,
    workshops,
    mark: practices > 0 ? 'practice' : workshops > 0 ? 'workshop' : 'none',
    text: counts.length > 0 ? counts.join(', ') : null,
    point: point && isInside(point, italyFrame) ? point : null,
  };
}

/** Every city, in alphabetical order. */
export const citiesOf = (graph: Graph): CityLine[] =>
  graph
    .all('city')
    .map((city) => lineOf(graph, city))
    .sort((a, b) => alphabetical(a.title, b.title));

export const isItalian = (city: { country: string }): boolean => city.country === 'Italia';

/** Italian cities under the name of their region; the others together, last. */
export function byRegion<City extends { country: string; region: string | null }>(
  cities: readonly City[],
): { id: string; title: string; cities: City[] }[] {
  const abroad = cities.filter((city) => !isItalian(city));
  const regions = [
    ...Map.groupBy(cities.filter(isItalian), ({ region }) => region ?? 'Regione non documentata'),
  ]
    .sort(([a], [b]) => alphabetical(a, b))
    .map(([title, inside]) => ({ id: anchorOf(title), title, cities: inside }));
  return abroad.length > 0
    ? [...regions, { id: 'altri-paesi', title: 'Fuori dall’Italia', cities: abroad }]
    : regions;
}
