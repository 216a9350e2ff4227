import type { APIRoute, GetStaticPaths } from 'astro';
import { textOf } from '../../../catalogue/body.ts';
import { graph } from '../../../catalogue/index.ts';
import { publishedEntries, type PublishedEntry } from '../../../exports/entries.ts';
import { entryJson } from '../../../exports/json.ts';
import { referencesOf } from '../../../exports/references.ts';
import { dataNameOf } from '../../../knowledge/data-files.ts';
import type { AnyEntry } from '../../../knowledge/graph.ts';
import { collections, type Collection } from '../../../schemas/registry.ts';

export const getStaticPaths = (() =>
  collections.flatMap((kind) =>
    publishedEntries(graph, kind, import.meta.env.SITE).map((entry) => ({
      params: { collection: dataNameOf(kind), id: entry.id },
      props: { kind, entry },
    })),
  )) satisfies GetStaticPaths;

/** One entry, as JSON. */
export const GET: APIRoute<{ kind: Collection; entry: PublishedEntry }> = async ({
  props: { kind, entry },
}) => {
  const own = graph.get(kind, entry.id) as AnyEntry;
  const json = entryJson(kind, entry, referencesOf(graph, own), own.body && (await textOf(own)));
  return new Response(json, { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
};
