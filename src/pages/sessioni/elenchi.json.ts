import type { APIRoute } from 'astro';
import { graph } from '../../catalogue/index.ts';
import { sessionLists } from '../../exports/session-lists.ts';

/** Needs, cities and areas, for who writes down what a room said. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(sessionLists(graph)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
