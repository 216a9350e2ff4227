import { headlinesOf, type Headline } from './brief.ts';
import { completenessOf, type Completeness } from './completeness.ts';
import { evidenceOf, type Evidence } from './evidence.ts';
import { freshnessOf, type Freshness } from './freshness.ts';
import { type Entry, type Graph, indicatorIn } from './graph.ts';
import { relatedTo, type Related } from './related.ts';
import { textContextOf, type TextContext } from './text-context.ts';

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
