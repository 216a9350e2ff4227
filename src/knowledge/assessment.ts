import { completenessOf, type Completeness } from './completeness.ts';
import { evidenceOf, type Evidence } from './evidence.ts';
import { freshnessOf, type Freshness } from './freshness.ts';
import type { Entry, Graph } from './graph.ts';
import { indicatorIn } from './indicators.ts';

/** What the base says of a sheet by itself: how well it is proved, how whole it is, how lately it was read. */
export interface Assessment {
  evidence: Evidence;
  completeness: Completeness;
  freshness: Freshness;
}

/** Computed from the sheet, its first area and the day of the build; nobody types any of it. */
export function assessmentOf(graph: Graph, { data }: Entry<'practice'>): Assessment {
  const indicatorOf = indicatorIn(graph);
  const area = graph.get('focus-area', data.focusAreas[0] ?? '').data;
  return {
    evidence: evidenceOf(data, indicatorOf),
    completeness: completenessOf(data, area, indicatorOf),
    freshness: freshnessOf(data, graph.today),
  };
}
