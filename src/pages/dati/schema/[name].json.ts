import type { APIRoute, GetStaticPaths } from 'astro';
import { fileSchema } from '../../../exports/json-schema.ts';
import { dataNameOf } from '../../../knowledge/data-files.ts';
import { collections, type Collection } from '../../../schemas/registry.ts';

/** What may be written in the files of each collection, for editors and for other programs. */
export const getStaticPaths = (() =>
  collections.map((kind) => ({
    params: { name: dataNameOf(kind) },
    props: { kind },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ kind: Collection }> = ({ props: { kind } }) =>
  new Response(`${JSON.stringify(fileSchema(kind), null, 2)}\n`, {
    headers: { 'Content-Type': 'application/schema+json; charset=utf-8' },
  });
