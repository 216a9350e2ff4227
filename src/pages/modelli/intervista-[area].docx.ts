import type { APIRoute, GetStaticPaths } from 'astro';
import { interviewsOf } from '../../authoring/interview.ts';
import { graph } from '../../catalogue/index.ts';
import { fixedZip } from '../../exports/fixed-zip.ts';
import { docxOf } from '../../exports/docx.ts';
import type { TextDocument } from '../../exports/documents/document.ts';

/** The papers for an interview as Word files: one for each area, and one for a workshop. */
export const getStaticPaths = (() =>
  interviewsOf(graph).map(({ area, document }) => ({
    params: { area: area ?? 'laboratorio' },
    props: { document },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ document: TextDocument }> = async ({ props }) =>
  new Response(fixedZip(await docxOf(props.document)), {
    headers: { 'Content-Type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  });
