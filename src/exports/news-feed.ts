import { formatDate } from '../knowledge/format.ts';
import type { NewsItem } from '../knowledge/news.ts';
import { newsFeed, newsPage } from '../knowledge/routes.ts';
import { site } from '../site.ts';
import { tagOf, type Feed, type FeedEntry } from './atom.ts';

/** Enough for who asks once a month. */
const mostEntries = 50;

/**
 * The feed of the news of the whole base.
 * @param origin address of the site, without its base path
 * @param today the day of the build, for a feed in which nothing has happened yet
 */
export function newsFeedOf(news: readonly NewsItem[], origin: string, today: string): Feed {
  const address = (path: string) => new URL(path, origin).href;
  return {
    self: address(newsFeed),
    page: address(newsPage()),
    title: `${site.name}: novità`,
    subtitle: 'Le schede nuove e che cosa è cambiato nelle altre.',
    author: site.name,
    licence: site.licenses.content.url,
    language: site.language,
    begun: Date.parse(today) / 1000,
    entries: news.slice(0, mostEntries).map((item) => feedEntry(item, origin)),
  };
}

function feedEntry(item: NewsItem, origin: string): FeedEntry {
  const { day, time, kind, firstId, title, href, isNew, tagline, changes, more } = item;
  const sentences = [...changes, ...(more === null ? [] : [more])].map((sentence) => `${sentence}.`);
  return {
    id: tagOf(origin, day, `${kind}/${firstId}`),
    title: isNew ? `${title}: pubblicata il ${formatDate(day)}` : `${title}: che cosa è cambiato`,
    href: new URL(href, origin).href,
    time,
    sentences: tagline === null ? sentences : [tagline, ...sentences],
  };
}
