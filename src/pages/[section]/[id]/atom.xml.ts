import type { APIRoute, GetStaticPaths } from 'astro';
import { news } from '../../../catalogue/history.ts';
import { graph } from '../../../catalogue/index.ts';
import { atomFeed } from '../../../exports/atom.ts';
import { areaAbout, newsFeedOf } from '../../../exports/news-feed.ts';
import type { Entry } from '../../../knowledge/graph.ts';
import { newsOfArea } from '../../../knowledge/news.ts';
import { sections } from '../../../knowledge/routes.ts';
import { site } from '../../../site.ts';

export const getStaticPaths = (() =>
  graph.all('focus-area').map((area) => ({
    params: { section: sections['focus-area'], id: area.id },
    props: { area },
  }))) satisfies GetStaticPaths;

/** What is new in an area, for programs that follow news. */
export const GET: APIRoute<{ area: Entry<'focus-area'> }> = ({ props: { area }, site: origin }) => {
  const items = newsOfArea(news, graph, area.id);
  const feed = newsFeedOf(items, origin?.href ?? site.defaultUrl, graph.today, areaAbout(area));
  return new Response(atomFeed(feed), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
};
