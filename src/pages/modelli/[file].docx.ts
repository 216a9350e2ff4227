import type { APIRoute, GetStaticPaths } from 'astro';
import { wordForms } from '../../authoring/template-shapes.ts';
import { graph } from '../../catalogue/index.ts';

/** The forms to fill in with Word: a practice in each area, and a workshop. */
export const getStaticPaths = (async () =>
  (await wordForms(graph)).map(({ name, bytes }) => ({
    params: { file: name.replace(/\.docx$/, '') },
    props: { bytes },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ bytes: ArrayBuffer }> = ({ props }) =>
  new Response(props.bytes, {
    headers: { 'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  });
