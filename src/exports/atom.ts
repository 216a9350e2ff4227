/** One thing that happened, as a feed tells it. Addresses are absolute. */
export interface FeedEntry {
  /** Never changes, wherever the page goes: `tag:esempio.it,2026-11-22:practice/tonite`. */
  id: string;
  title: string;
  href: string;
  /** Seconds from 1970. */
  time: number;
  /** Plain sentences: one is a paragraph, more are a list. */
  sentences: readonly string[];
}

export interface Feed {
  /** Address of the feed itself. */
  self: string;
  /** The page that shows the same. */
  page: string;
  title: string;
  subtitle: string;
  /** Who answers for it. */
  author: string;
  /** Address of the licence. */
  licence: string;
  language: string;
  /** Seconds from 1970, for a feed in which nothing has happened yet. */
  begun: number;
  entries: readonly FeedEntry[];
}

/**
 * An id as RFC 4151 wants it: the host that gave it, the day on which it was that host's, and what it names.
 * @param site any address of the site
 */
export const tagOf = (site: string, day: string, name: string): string =>
  `tag:${new URL(site).hostname},${day}:${name}`;

/** A feed in the Atom format of RFC 4287, as text in UTF-8. */
export function atomFeed(feed: Feed): string {
  const latest = feed.entries.reduce((time, entry) => Math.max(time, entry.time), 0) || feed.begun;
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(feed.language)}">`,
    `  <id>${escaped(feed.self)}</id>`,
    `  <title>${escaped(feed.title)}</title>`,
    `  <subtitle>${escaped(feed.subtitle)}</subtitle>`,
    `  <updated>${dateOf(latest)}</updated>`,
    `  <author><name>${escaped(feed.author)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${escaped(feed.self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escaped(feed.page)}"/>`,
    `  <link rel="license" href="${escaped(feed.licence)}"/>`,
    ...feed.entries.flatMap(entryLines),
    '</feed>',
    '',
  ].join('\n');
}

function entryLines({ id, title, href, time, sentences }: FeedEntry): string[] {
  return [
    '  <entry>',
    `    <id>${escaped(id)}</id>`,
    `    <title>${escaped(title)}</title>`,
    `    <updated>${dateOf(time)}</updated>`,
    `    <link rel="alternate" type="text/html" href="${escaped(href)}"/>`,
    ...(sentences.length > 0 ? [`    <content type="html">${escaped(htmlOf(sentences))}</content>`] : []),
    '  </entry>',
  ];
}

/** HTML inside a feed is text, so it is escaped twice: once as HTML, once as what stands in an XML element. */
function htmlOf(sentences: readonly string[]): string {
  const [only, ...others] = sentences.map(escaped);
  return others.length === 0
    ? `<p>${only}</p>`
    : `<ul>${[only, ...others].map((sentence) => `<li>${sentence}</li>`).join('')}</ul>`;
}

const dateOf = (time: number): string => new Date(time * 1000).toISOString().replace('.000Z', 'Z');

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for an element or an attribute. Characters that XML 1.0 does not know at all are left out. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"']/g, (sign) => references[sign] ?? '');
