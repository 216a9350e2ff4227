import type { APIRoute } from 'astro';
import { graph } from '../../catalogue/index.ts';
import { formLists } from '../../exports/form-lists.ts';

/** All that a new sheet may name: what the forms offer, and against what they check. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(formLists(graph)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
