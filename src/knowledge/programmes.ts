import { cardOf, cardsOnPage, latest } from './card.ts';
import { alphabetical, formatYears } from './format.ts';
import type { Entry, Graph } from './graph.ts';
import { linkTo, type Link } from './link.ts';
import { pageOf, practicesUnder } from './routes.ts';

export interface ProgrammeLine {
  title: string;
  href: string;
  years: string | null;
  description: string;
  practices: number;
}

/** Every programme, those that paid for more sheets first. */
export const programmeLinesOf = (graph: Graph): ProgrammeLine[] =>
  graph
    .all('programme')
    .map(({ id, data }) => ({
      title: data.title,
      href: pageOf('programme', id),
      years: data.period ? formatYears(data.period) : null,
      description: data.description,
      practices: graph.naming('practice', 'programme', id).length,
    }))
    .sort((a, b) => b.practices - a.practices || alphabetical(a.title, b.title));

export interface ProgrammeLinks {
  cards: ReturnType<typeof cardOf>[];
  /** All the sheets it paid for; the page prints the first ones as cards. */
  total: number;
  /** Address of the list of them all, when they are too many for the page. */
  list: string;
  workshops: Link[];
  /** Areas that count it among their usual funds. */
  areas: Link[];
}

export function programmeLinksOf(
  graph: Graph,
  { id }: Entry<'programme'>,
  mostCards = cardsOnPage,
): ProgrammeLinks {
  const practices = graph.naming('practice', 'programme', id);
  return {
    cards: latest(practices, mostCards).map((practice) => cardOf(graph, practice)),
    total: practices.length,
    list: practicesUnder('programme', id),
    workshops: graph.naming('workshop', 'programme', id).map(linkTo),
    areas: graph.naming('focus-area', 'programme', id).map(linkTo),
  };
}
