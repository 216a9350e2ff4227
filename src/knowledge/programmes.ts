import { cardOf, latest } from './card.ts';
import { alphabetical, formatYears } from './format.ts';
import type { Entry, Graph } from './graph.ts';
import { pageOf } from './routes.ts';

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
  workshops: { label: string; href: string }[];
  /** Areas that count it among their usual funds. */
  areas: { label: string; href: string }[];
}

export function programmeLinksOf(graph: Graph, { id }: Entry<'programme'>, mostCards = 24): ProgrammeLinks {
  const practices = graph.naming('practice', 'programme', id);
  const linksTo = (kind: 'workshop' | 'focus-area') =>
    graph
      .naming(kind, 'programme', id)
      .map((entry) => ({ label: entry.data.title, href: pageOf(kind, entry.id) }));
  return {
    cards: latest(practices, mostCards).map((practice) => cardOf(graph, practice)),
    total: practices.length,
    workshops: linksTo('workshop'),
    areas: linksTo('focus-area'),
  };
}
