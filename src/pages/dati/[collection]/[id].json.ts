import type { APIRoute, GetStaticPaths } from 'astro';
import { graph } from '../../../catalogue/index.ts';
import { publishedEntries, type PublishedEntry } from '../../../exports/entries.ts';
import { entryJson } from '../../../exports/json.ts';
import { dataNameOf } from '../../../knowledge/data-files.ts';
import { collections, type Collection } from '../../../schemas/registry.ts';

export const getStaticPaths = (() =>
  collections.flatMap((kind) =>
    publishedEntries(graph, kind, import.meta.env.SITE).map((entry) => ({
      params: { collection: dataNameOf(kind), id: entry.id },
      props: { kind, entry },
    })),
  )) satisfies GetStaticPaths;

/** One entry, as JSON. */
export const GET: APIRoute<{ kind: Collection; entry: PublishedEntry }> = ({ props: { kind, entry } }) =>
  new Response(entryJson(kind, entry), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
