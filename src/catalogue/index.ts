import { getCollection } from 'astro:content';
import { buildDay } from '../knowledge/freshness.ts';
import { buildGraph, type AnyEntry } from '../knowledge/graph.ts';
import type { LinkCheck } from '../schemas/link-check.ts';
import { collections, type Collection } from '../schemas/registry.ts';

/** The graph of everything published. The one module that asks Astro for entries, once. */
export const graph = buildGraph(
  (await Promise.all(collections.map(entriesOf))).flat(),
  buildDay(process.env.SOURCE_DATE_EPOCH, Date.now()),
  await linkChecks(),
);

async function entriesOf(kind: Collection): Promise<AnyEntry[]> {
  const stored = await getCollection(kind);
  return stored.map(({ id, data }) => ({ kind, id, ...(data as object) }) as AnyEntry);
}

async function linkChecks(): Promise<LinkCheck[]> {
  const stored = await getCollection('link-checks');
  return stored.flatMap(({ data }) => data.checks);
}
