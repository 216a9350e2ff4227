import type { APIRoute, GetStaticPaths } from 'astro';
import { graph } from '../../catalogue/index.ts';
import { collectionCsv } from '../../exports/csv.ts';
import { publishedEntries } from '../../exports/entries.ts';
import { collectionJson } from '../../exports/json.ts';
import { dataNameOf } from '../../knowledge/data-files.ts';
import { collections, type Collection } from '../../schemas/registry.ts';

const formats = {
  json: { write: collectionJson, type: 'application/json' },
  csv: { write: collectionCsv, type: 'text/csv' },
} as const;
type Format = keyof typeof formats;

export const getStaticPaths = (() =>
  collections.flatMap((kind) =>
    (Object.keys(formats) as Format[]).map((format) => ({
      params: { file: `${dataNameOf(kind)}.${format}` },
      props: { kind, format },
    })),
  )) satisfies GetStaticPaths;

/** A whole collection: all its fields as JSON, or a table. */
export const GET: APIRoute<{ kind: Collection; format: Format }> = ({ props: { kind, format } }) => {
  const { write, type } = formats[format];
  const entries = publishedEntries(graph, kind, import.meta.env.SITE);
  return new Response(write(kind, entries), { headers: { 'Content-Type': `${type}; charset=utf-8` } });
};
