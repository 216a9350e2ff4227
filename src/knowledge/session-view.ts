import { textContextOf, type TextContext } from './text-context.ts';
import type { Session } from '../schemas/session.ts';
import type { Entry, Graph } from './graph.ts';
import { materialsOf, type SummedMaterial } from './session-materials.ts';
import { timesOf, totalMinutes, type Timed } from './session-times.ts';
import { runsOf, type SessionRun } from './workshop-timing.ts';

export interface SessionView extends TextContext {
  session: Entry<'session'>;
  blocks: readonly Timed<Session['blocks'][number]>[];
  /** Minutes of all the blocks together; the plan declares `data.minutes`. */
  minutes: number;
  /** Each activity once, in the order of the blocks. */
  activities: readonly Entry<'activity'>[];
  practices: readonly Entry<'practice'>[];
  materials: readonly SummedMaterial[];
  /** The times it was led, the latest ones, and how many there are in all. */
  led: { runs: SessionRun[]; total: number };
}

/** Everything the page of a session prints. */
export function sessionViewOf(graph: Graph, session: Entry<'session'>): SessionView {
  const { data } = session;
  const named = (key: 'activity' | 'practice') => [
    ...new Set(data.blocks.flatMap((block) => block[key] ?? [])),
  ];
  const activities = named('activity').map((id) => graph.get('activity', id));
  return {
    ...textContextOf(graph, {}),
    session,
    blocks: timesOf(data.blocks),
    minutes: totalMinutes(data.blocks),
    activities,
    practices: named('practice').map((id) => graph.get('practice', id)),
    materials: materialsOf(
      activities.map((activity) => activity.data),
      data.people,
    ),
    led: runsOf(graph, session.id),
  };
}
