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
