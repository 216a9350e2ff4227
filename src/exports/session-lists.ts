import type { Graph } from '../knowledge/graph.ts';
import { alphabetical } from '../knowledge/italian.ts';
import type { Collection } from '../schemas/registry.ts';

type Name = readonly [id: string, title: string];

/** What a session is written down with, by name: little enough to be kept on a telephone. */
export interface SessionLists {
  needs: readonly Name[];
  cities: readonly Name[];
  areas: readonly Name[];
  sessions: readonly Name[];
}

export function sessionLists(graph: Graph): SessionLists {
  const named = (kind: Collection & ('need' | 'city' | 'focus-area' | 'session')): Name[] =>
    graph
      .all(kind)
      .map(({ id, data }): Name => [id, data.title])
      .toSorted((a, b) => alphabetical(a[1], b[1]) || alphabetical(a[0], b[0]));
  return {
    needs: named('need'),
    cities: named('city'),
    areas: named('focus-area'),
    sessions: named('session'),
  };
}
