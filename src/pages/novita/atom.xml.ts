import type { APIRoute } from 'astro';
import { news } from '../../catalogue/history.ts';
import { graph } from '../../catalogue/index.ts';
import { atomFeed } from '../../exports/atom.ts';
import { newsFeedOf } from '../../exports/news-feed.ts';
import { site } from '../../site.ts';

export const GET: APIRoute = ({ site: origin }) =>
  new Response(atomFeed(newsFeedOf(news, origin?.href ?? site.defaultUrl, graph.today)), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
