import type { Entry, Graph } from './graph.ts';
import { pageOf, termPage, type RoutedKind } from './routes.ts';

export interface Link {
  label: string;
  href: string;
}

/** The title of an entry, leading to its page. */
export const linkTo = ({ kind, id, data }: Entry<RoutedKind>): Link => ({
  label: data.title,
  href: pageOf(kind, id),
});

/** The title of a glossary entry, leading to its place in the glossary. */
export const linkToTerm = (graph: Graph, id: string): Link => ({
  label: graph.get('term', id).data.title,
  href: termPage(id),
});
