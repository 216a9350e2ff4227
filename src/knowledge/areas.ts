import { latest } from './card.ts';
import type { Entry, Graph } from './graph.ts';
import { pageOf } from './routes.ts';

/** The areas in their own order. */
export const areasOf = (graph: Graph): Entry<'focus-area'>[] =>
  [...graph.all('focus-area')].sort((a, b) => a.data.order - b.data.order);

/** What the lists of areas print of each. */
export const areaLinesOf = (graph: Graph) =>
  areasOf(graph).map(({ id, data }) => ({
    id,
    title: data.title,
    colour: data.colour,
    description: data.tagline,
    count: graph.naming('practice', 'focus-area', id).length,
    href: pageOf('focus-area', id),
  }));

/** The sheets of an area: first those of which it is the first area, newest reading first. */
export function practicesIn(graph: Graph, area: string): Entry<'practice'>[] {
  const all = graph.naming('practice', 'focus-area', area);
  const isOther = (practice: Entry<'practice'>) => Number(practice.data.focusAreas[0] !== area);
  return latest(all, all.length).sort((a, b) => isOther(a) - isOther(b));
}
