import type { Source } from '../schemas/source.ts';
import { groupFacts, type FactGroup } from './facts.ts';
import { indicatorIn, type Graph } from './graph.ts';

/** What the components inside a text need to know of the entry around them. */
export interface TextContext {
  groups: readonly FactGroup[];
  sources: readonly Source[];
  /** The number printed for a source: its place in the list of the page, from 1. */
  numberOf(sourceId: string): number;
  graph: Graph;
}

/** The facts and numbered sources of any entry that has them. */
export function textContextOf(
  graph: Graph,
  data: { sources?: readonly Source[] | undefined } & Parameters<typeof groupFacts>[0],
): TextContext {
  const sources = data.sources ?? [];
  const numbers = new Map(sources.map((source, index) => [source.id, index + 1]));
  return {
    groups: groupFacts(data, indicatorIn(graph)),
    sources,
    numberOf: (id) => numbers.get(id) ?? 0,
    graph,
  };
}
