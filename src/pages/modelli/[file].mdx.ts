import type { APIRoute, GetStaticPaths } from 'astro';
import { textTemplates } from '../../authoring/template-shapes.ts';
import { graph } from '../../catalogue/index.ts';

/** The empty sheets to download: one of a practice for each area, and the other kinds. */
export const getStaticPaths = (() =>
  textTemplates(graph, graph.today).map(({ name, text }) => ({
    params: { file: name.replace(/\.mdx$/, '') },
    props: { text },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
