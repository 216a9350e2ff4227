import type { LinkCheck } from '../schemas/link-check.ts';
import type { Source } from '../schemas/source.ts';
import { contrastsOf, type Contrast } from './conflicts.ts';
import { groupFacts, type FactGroup } from './facts.ts';
import type { Graph } from './graph.ts';
import { indicatorIn } from './indicators.ts';

/** A source with what was found the last time that its address was tried. */
export interface SourceLine extends Source {
  check?: LinkCheck;
}

export function sourceLine(graph: Graph, source: Source): SourceLine {
  const check = source.url === undefined ? undefined : graph.linkCheck(source.url);
  return check ? { ...source, check } : source;
}

/** What the components inside a text need to know of the entry around them. */
export interface TextContext {
  groups: readonly FactGroup[];
  /** Where those values are not the same, and why. */
  contrasts: readonly Contrast[];
  sources: readonly SourceLine[];
  /** The number printed for a source: its place in the list of the page, from 1. */
  numberOf(sourceId: string): number;
  graph: Graph;
}

/** The facts and numbered sources of any entry that has them. */
export function textContextOf(
  graph: Graph,
  data: { sources?: readonly Source[] | undefined } & Parameters<typeof groupFacts>[0],
): TextContext {
  const sources = (data.sources ?? []).map((source) => sourceLine(graph, source));
  const numbers = new Map(sources.map((source, index) => [source.id, index + 1]));
  const groups = groupFacts(data, indicatorIn(graph));
  return {
    groups,
    contrasts: contrastsOf(groups, data.differences),
    sources,
    numberOf: (id) => numbers.get(id) ?? 0,
    graph,
  };
}
