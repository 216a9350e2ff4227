import type { APIRoute } from 'astro';
import { securityTxt } from '../../exports/security-txt.ts';
import { buildDay } from '../../knowledge/freshness.ts';
import { path, site } from '../../site.ts';

/** A copy that cannot have one gets no file. */
export const GET: APIRoute = (context) => {
  const home = new URL(path('/'), context.site ?? site.defaultUrl);
  const text = securityTxt(
    { home, contact: site.contact?.url ?? null, page: '/note-legali/#sicurezza' },
    buildDay(process.env.SOURCE_DATE_EPOCH, Date.now()),
  );
  return text === null ? new Response(null, { status: 404 }) : new Response(text);
};
