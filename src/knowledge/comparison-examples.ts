import type { Graph } from './graph.ts';
import { comparePage } from './routes.ts';

/** Two sheets that answer the same need: a first comparison for who does not know where to begin. */
export function comparisonExamples(
  graph: Graph,
  most = 3,
): { need: string; href: string; titles: readonly string[] }[] {
  const seen = new Set<string>();
  const examples = [];
  for (const need of graph.all('need')) {
    if (examples.length === most) break;
    const fresh = graph.naming('practice', 'need', need.id).filter(({ id }) => !seen.has(id));
    const [one, other] = fresh;
    if (!one || !other) continue;
    const pair = [one, other];
    for (const { id } of pair) seen.add(id);
    examples.push({
      need: need.data.title,
      href: comparePage(pair.map(({ id }) => id)),
      titles: pair.map(({ data }) => data.title),
    });
  }
  return examples;
}
