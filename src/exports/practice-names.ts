import type { Graph } from '../knowledge/graph.ts';
import { alphabetical } from '../knowledge/italian.ts';

/** Id, title and city of every sheet, by title: little enough to be looked through in a browser. */
export type PracticeName = readonly [id: string, title: string, city: string];

export const practiceNames = (graph: Graph): PracticeName[] =>
  graph
    .all('practice')
    .map(({ id, data }): PracticeName => [id, data.title, graph.get('city', data.city).data.title])
    .toSorted((a, b) => alphabetical(a[1], b[1]) || alphabetical(a[0], b[0]));
