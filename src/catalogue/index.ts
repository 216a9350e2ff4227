import { getCollection } from 'astro:content';
import { buildGraph, type AnyEntry } from '../knowledge/graph.ts';
import { collections, type Collection } from '../schemas/registry.ts';

/** The graph of everything published. The one module that asks Astro for entries, once. */
export const graph = buildGraph((await Promise.all(collections.map(entriesOf))).flat());

async function entriesOf(kind: Collection): Promise<AnyEntry[]> {
  const stored = await getCollection(kind);
  return stored.map(({ id, data }) => ({ kind, id, ...(data as object) }) as AnyEntry);
}
