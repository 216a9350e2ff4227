import { textContextOf, type TextContext } from './text-context.ts';
import type { Entry, Graph } from './graph.ts';
import { totalMinutes } from './session-times.ts';

export interface ActivityView extends TextContext {
  activity: Entry<'activity'>;
  /** Minutes of all the steps together. */
  minutes: number;
  /** Activities this one goes well after, and before: what either side declares. */
  goodAfter: readonly Entry<'activity'>[];
  goodBefore: readonly Entry<'activity'>[];
  sessions: readonly Entry<'session'>[];
  workshops: readonly Entry<'workshop'>[];
}

/** Everything the page of an activity prints. */
export function activityViewOf(graph: Graph, activity: Entry<'activity'>): ActivityView {
  const { id, data } = activity;
  const others = graph.naming('activity', 'activity', id);
  const either = (own: readonly string[] | undefined, side: 'before' | 'after') => {
    const declared = (own ?? []).map((other) => graph.get('activity', other));
    const mirrored = others.filter((other) => other.data[side]?.includes(id));
    return [...new Set([...declared, ...mirrored])];
  };
  return {
    ...textContextOf(graph, data),
    activity,
    minutes: totalMinutes(data.steps),
    goodAfter: either(data.before, 'after'),
    goodBefore: either(data.after, 'before'),
    sessions: graph.naming('session', 'activity', id),
    workshops: graph.naming('workshop', 'activity', id),
  };
}
