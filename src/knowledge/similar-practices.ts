import { latest } from './card.ts';
import { practicesOf } from './cities.ts';
import { alphabetical } from './format.ts';
import type { Graph } from './graph.ts';
import { linkTo, type Link } from './link.ts';
import { pageOf } from './routes.ts';
import {
  byCloseness,
  closenessOf,
  placeOf,
  traitsOf,
  type CityTraits,
  type Closeness,
} from './similar-cities.ts';

/** Every city with what it is compared by, in alphabetical order. */
export const comparedCities = (graph: Graph): CityTraits[] =>
  graph
    .all('city')
    .map(({ id, data }) => traitsOf(id, data))
    .sort((a, b) => alphabetical(a.title, b.title));

/** A city with sheets, and the newest of them. */
export interface TellingCity extends CityTraits {
  href: string;
  sheets: (Link & { tagline: string })[];
  /** All its sheets. */
  total: number;
}

export type SimilarCity = TellingCity & Closeness;

/** Of one city no more, so that a list of similar cities is not a list of one. */
const mostSheets = 3;

/** Every page of a city asks for the same list. */
const listed = new WeakMap<Graph, readonly TellingCity[]>();

/** The cities that have told something, in alphabetical order. */
export function tellingCities(graph: Graph): readonly TellingCity[] {
  const cities = listed.get(graph) ?? findTellingCities(graph);
  listed.set(graph, cities);
  return cities;
}

const findTellingCities = (graph: Graph): TellingCity[] =>
  graph
    .all('city')
    .map(({ id, data }) => {
      const practices = practicesOf(graph, id);
      return {
        ...traitsOf(id, data),
        href: pageOf('city', id),
        sheets: latest(practices, mostSheets).map((practice) => ({
          ...linkTo(practice),
          tagline: practice.data.tagline,
        })),
        total: practices.length,
      };
    })
    .filter(({ total }) => total > 0)
    .sort((a, b) => alphabetical(a.title, b.title));

/** The years of the counts of people, which the rule names. */
export const peopleYears = (graph: Graph): string[] =>
  [...new Set(graph.all('city').flatMap(({ data }) => data.population?.asOf.slice(0, 4) ?? []))].sort();

export interface SimilarCities {
  cities: SimilarCity[];
  /** Cities with sheets that are farther, and not in the list. */
  left: number;
  /** Years of the counts of people. */
  years: string[];
}

/** The other cities with sheets, closest first, as many as fill a list of so many sheets. */
export function similarCitiesOf(graph: Graph, id: string, mostListed = 10): SimilarCities {
  const mine = placeOf(traitsOf(id, graph.get('city', id).data));
  const others = tellingCities(graph).filter((city) => city.id !== id);
  const cities: SimilarCity[] = [];
  let room = mostListed;
  for (const city of byCloseness(mine, others)) {
    if (room === 0) break;
    const sheets = city.sheets.slice(0, room);
    room -= sheets.length;
    cities.push({ ...city, sheets, ...closenessOf(mine, city) });
  }
  return { cities, left: others.length - cities.length, years: peopleYears(graph) };
}
