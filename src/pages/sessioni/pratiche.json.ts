import type { APIRoute } from 'astro';
import { graph } from '../../catalogue/index.ts';
import { practiceNames } from '../../exports/practice-names.ts';

/** The names among which a planner looks for a sheet. */
export const GET: APIRoute = () =>
  new Response(JSON.stringify(practiceNames(graph)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
