import type { APIRoute, GetStaticPaths } from 'astro';
import { graph } from '../../../catalogue/index.ts';
import { bibtexOf } from '../../../exports/bibtex.ts';
import { risOf } from '../../../exports/ris.ts';
import { citedKinds, pageOf, sections } from '../../../knowledge/routes.ts';
import { site } from '../../../site.ts';

const types = { bib: 'application/x-bibtex', ris: 'application/x-research-info-systems' } as const;
type Format = keyof typeof types;

export const getStaticPaths = (() =>
  citedKinds.flatMap((kind) =>
    graph.all(kind).flatMap(({ id, data: { title, authors, reviewedOn } }) => {
      const url = new URL(pageOf(kind, id), import.meta.env.SITE).href;
      const page = { title, authors, reviewedOn, url, site: site.name };
      return (Object.keys(types) as Format[]).map((format) => ({
        params: { section: sections[kind], id, format },
        props: { format, text: format === 'bib' ? bibtexOf(page, `${sections[kind]}-${id}`) : risOf(page) },
      }));
    }),
  )) satisfies GetStaticPaths;

/** How to cite a page, for the programs that keep bibliographies. */
export const GET: APIRoute<{ format: Format; text: string }> = ({ props: { format, text } }) =>
  new Response(text, { headers: { 'Content-Type': `${types[format]}; charset=utf-8` } });
