import type { Graph } from './graph.ts';

/** Looks up an indicator’s data in a graph, for the functions that format and judge facts. */
export const indicatorIn = (graph: Pick<Graph, 'get'>) => (id: string) => graph.get('indicator', id).data;
