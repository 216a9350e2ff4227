import type { APIRoute } from 'astro';
import { graph } from '../../catalogue/index.ts';
import { formExamples } from '../../exports/form-examples.ts';

/** How published sheets answer the fields of the forms. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(formExamples(graph)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
