import { formatDate } from '../knowledge/format.ts';
import type { Entry } from '../knowledge/graph.ts';
import { areaFeedTitle, type NewsItem } from '../knowledge/news.ts';
import { areaFeed, newsFeed, newsPage, pageOf } from '../knowledge/routes.ts';
import { site } from '../site.ts';
import { tagOf, type Feed, type FeedEntry } from './atom.ts';

/** Enough for who asks once a month. */
const mostEntries = 50;

/** What a feed is of. */
interface About {
  /** Addresses inside the site: of the feed, and of the page that leads to it. */
  feed: string;
  page: string;
  title: string;
  subtitle: string;
}

/** The whole base. */
const wholeBase: About = {
  feed: newsFeed,
  page: newsPage(),
  title: `${site.name}: novità`,
  subtitle: 'Le schede nuove e che cosa è cambiato nelle altre.',
};

/** One area: its sheets and its workshops. */
export const areaAbout = ({ id, data }: Entry<'focus-area'>): About => ({
  feed: areaFeed(id),
  page: pageOf('focus-area', id),
  title: areaFeedTitle(data.title),
  subtitle: `Le schede e i laboratori nuovi dell’area «${data.title}», e che cosa è cambiato negli altri.`,
});

/**
 * A feed of news: of the whole base, or of what is said.
 * @param origin address of the site, without its base path
 * @param today the day of the build, for a feed in which nothing has happened yet
 */
export function newsFeedOf(
  news: readonly NewsItem[],
  origin: string,
  today: string,
  about: About = wholeBase,
): Feed {
  const address = (path: string) => new URL(path, origin).href;
  return {
    self: address(about.feed),
    page: address(about.page),
    title: about.title,
    subtitle: about.subtitle,
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
