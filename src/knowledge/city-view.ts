import { textContextOf, type TextContext } from './text-context.ts';
import type { City } from '../schemas/city.ts';
import { cardOf, latest } from './card.ts';
import { adoptedBy, citiesOf, practicesOf, workshopsOf, type CityLine } from './cities.ts';
import { commitmentsOf, type CityCommitments } from './commitments.ts';
import type { Entry, Graph } from './graph.ts';
import { linkTo, type Link } from './link.ts';
import { similarCitiesOf, type SimilarCities } from './similar-practices.ts';

export interface CityView {
  id: string;
  city: City;
  line: CityLine;
  context: TextContext;
  cards: ReturnType<typeof cardOf>[];
  /** All its sheets; the page prints the first ones as cards. */
  total: number;
  /** Sheets of other cities that say this one took the idea up. */
  adopted: Link[];
  workshops: readonly Entry<'workshop'>[];
  /** What it has promised in the workshops. */
  commitments: CityCommitments;
  /** Cities like it that have told something. */
  similar: SimilarCities;
  /** The other cities of its region. */
  beside: CityLine[];
}

/** Everything the page of a city prints. */
export function cityViewOf(graph: Graph, entry: Entry<'city'>, mostCards = 24): CityView {
  const all = citiesOf(graph);
  const line = all.find(({ id }) => id === entry.id) as CityLine;
  const practices = practicesOf(graph, entry.id);
  return {
    id: entry.id,
    city: entry.data,
    line,
    context: textContextOf(graph, { sources: entry.data.sources }),
    cards: latest(practices, mostCards).map((practice) => cardOf(graph, practice)),
    total: practices.length,
    adopted: adoptedBy(graph, entry.id).map(linkTo),
    workshops: workshopsOf(graph, entry.id),
    commitments: commitmentsOf(graph, entry.id),
    similar: similarCitiesOf(graph, entry.id),
    beside: all.filter(({ id, region }) => id !== entry.id && region !== null && region === line.region),
  };
}
