import type { Source } from '../schemas/source.ts';
import { headlinesOf, type Headline } from './brief.ts';
import { indicatorIn } from './card.ts';
import { completenessOf, type Completeness } from './completeness.ts';
import { evidenceOf, type Evidence } from './evidence.ts';
import { groupFacts, type FactGroup } from './facts.ts';
import { freshnessOf, type Freshness } from './freshness.ts';
import type { Entry, Graph } from './graph.ts';
import { relatedTo, type Related } from './related.ts';

/** What the components inside a text need to know of the entry around them. */
export interface TextContext {
  groups: readonly FactGroup[];
  sources: readonly Source[];
  /** The number printed for a source: its place in the list of the page, from 1. */
  numberOf(sourceId: string): number;
  graph: Graph;
  /** Pictures of the text by file name, where there are any. */
  pictures?: Readonly<Record<string, { href: string; width: number; height: number }>>;
}

export interface PracticeView extends TextContext {
  practice: Entry<'practice'>;
  headlines: { money: Headline | null; people: Headline | null };
  evidence: Evidence;
  completeness: Completeness;
  freshness: Freshness;
  related: readonly Related[];
  workshops: readonly Entry<'workshop'>[];
  sessions: readonly Entry<'session'>[];
  cityName: string;
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

/** Everything the page of a practice prints, computed in one place. */
export function practiceViewOf(graph: Graph, practice: Entry<'practice'>, today: string): PracticeView {
  const { data } = practice;
  const context = textContextOf(graph, data);
  const indicatorOf = indicatorIn(graph);
  const area = graph.get('focus-area', data.focusAreas[0] ?? '').data;
  return {
    ...context,
    practice,
    headlines: headlinesOf(context.groups),
    evidence: evidenceOf(data, indicatorOf),
    completeness: completenessOf(data, area, indicatorOf),
    freshness: freshnessOf(data, today),
    related: relatedTo(graph, practice),
    workshops: graph.naming('workshop', 'practice', practice.id),
    sessions: graph.naming('session', 'practice', practice.id),
    cityName: graph.get('city', data.city).data.title,
  };
}
