import { alphabetical } from './italian.ts';
import type { Entry, Graph } from './graph.ts';
import type { ActivityFacts } from './plan.ts';

/** What the page of the planner knows from the base before anything is loaded. */
export interface PlannerData {
  /** By title. */
  activities: readonly ActivityFacts[];
  cities: readonly { id: string; title: string }[];
  /** The shortest first: who plans has a length of time in mind. */
  sessions: readonly Entry<'session'>[];
}

export function plannerData(graph: Graph): PlannerData {
  return {
    activities: graph
      .all('activity')
      .map(({ id, data: { title, purpose, minutes, people, groupSize, materials } }) => ({
        id,
        title,
        purpose,
        minutes,
        people,
        groupSize,
        materials,
      }))
      .toSorted((a, b) => alphabetical(a.title, b.title)),
    cities: graph
      .all('city')
      .map(({ id, data }) => ({ id, title: data.title }))
      .toSorted((a, b) => alphabetical(a.title, b.title)),
    sessions: graph
      .all('session')
      .toSorted((a, b) => a.data.minutes - b.data.minutes || alphabetical(a.data.title, b.data.title)),
  };
}
