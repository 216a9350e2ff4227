import { expect, test } from 'vitest';
import { atomFeed, tagOf, type Feed } from '../../src/exports/atom.ts';
import { areaAbout, newsFeedOf } from '../../src/exports/news-feed.ts';
import type { NewsItem } from '../../src/knowledge/news.ts';
import { fixtureGraph } from '../fixture-content.ts';

const empty: Feed = {
  self: 'https://esempio.it/novita/atom.xml',
  page: 'https://esempio.it/novita/',
  title: 'Novità',
  subtitle: 'Tutte',
  author: 'Rete',
  licence: 'https://esempio.it/licenza',
  language: 'it',
  begun: 1_700_000_000,
  entries: [],
};
const entry = { id: 'tag:a', title: 'A', href: 'https://esempio.it/a/', time: 1_750_000_000, sentences: [] };

test('a feed in which nothing has happened has its date all the same', () => {
  const text = atomFeed(empty);
  expect(text).toContain('<updated>2023-11-14T22:13:20Z</updated>');
  expect(text).not.toContain('<entry>');
});

test('a feed is as new as its latest entry', () => {
  const text = atomFeed({ ...empty, entries: [entry, { ...entry, time: 1_760_000_000 }] });
  expect(text.match(/<updated>(.*?)<\/updated>/)?.[1]).toBe('2025-10-09T08:53:20Z');
});

test('one sentence is a paragraph, more are a list, none is nothing; HTML in it is escaped twice', () => {
  const content = (...sentences: string[]) =>
    /<content type="html">(.*)<\/content>/.exec(
      atomFeed({ ...empty, entries: [{ ...entry, sentences }] }),
    )?.[1];
  expect(content()).toBeUndefined();
  expect(content('a')).toBe('&lt;p&gt;a&lt;/p&gt;');
  expect(content('a', 'b')).toBe('&lt;ul&gt;&lt;li&gt;a&lt;/li&gt;&lt;li&gt;b&lt;/li&gt;&lt;/ul&gt;');
  expect(content('<b>&')).toBe('&lt;p&gt;&amp;lt;b&amp;gt;&amp;amp;&lt;/p&gt;');
});

test('characters that XML does not know are left out', () => {
  const odd = 'a\u0000\u000b\ufffe\ud800b\u{1f600}';
  expect(atomFeed({ ...empty, title: odd })).toContain('<title>ab\u{1f600}</title>');
});

test('a tag names the host without port or path', () => {
  expect(tagOf('https://esempio.it:8080/kb/', '2026-11-22', 'practice/orto')).toBe(
    'tag:esempio.it,2026-11-22:practice/orto',
  );
});

const item: NewsItem = {
  day: '2026-11-22',
  time: 1_795_336_872,
  kind: 'practice',
  id: 'orto',
  firstId: 'vecchio-orto',
  title: 'Orto',
  href: '/pratiche/orto/',
  isNew: false,
  tagline: null,
  changes: ['A', 'B'],
  more: 'E altre 2 modifiche',
};

test('news become entries with absolute addresses and a name that outlives a move', () => {
  const feed = newsFeedOf(
    [item, { ...item, isNew: true, changes: [], more: null, tagline: 'Un orto' }],
    'https://esempio.it',
    '2026-11-22',
  );
  expect(feed.entries).toEqual([
    {
      id: 'tag:esempio.it,2026-11-22:practice/vecchio-orto',
      title: 'Orto: che cosa è cambiato',
      href: 'https://esempio.it/pratiche/orto/',
      time: 1_795_336_872,
      sentences: ['A.', 'B.', 'E altre 2 modifiche.'],
    },
    expect.objectContaining({ title: 'Orto: pubblicata il 22 novembre 2026', sentences: ['Un orto'] }),
  ]);
  expect(feed.self).toBe('https://esempio.it/novita/atom.xml');
});

const { kind, data } = fixtureGraph().get('focus-area', 'disagio-abitativo');
const about = areaAbout({ kind, id: 'casa', data: { ...data, title: 'Casa & «lavoro»' }, file: 'casa.mdx' });

test('the feed of an area leads to its page and bears its name', () => {
  const feed = newsFeedOf([item], 'https://esempio.it', '2026-11-22', about);
  expect(feed).toMatchObject({
    self: 'https://esempio.it/aree/casa/atom.xml',
    page: 'https://esempio.it/aree/casa/',
    title: 'Tra Pari: novità di «Casa & «lavoro»»',
  });
  // one thing that happened is one thing in every feed that tells it
  expect(feed.entries).toEqual(newsFeedOf([item], 'https://esempio.it', '2026-11-22').entries);
});

test('the feed of an area in which nothing has happened is a feed with the day of the build', () => {
  const text = atomFeed(newsFeedOf([], 'https://esempio.it', '2026-11-22', about));
  expect(text).toContain('<id>https://esempio.it/aree/casa/atom.xml</id>');
  expect(text).toContain('<updated>2026-11-22T00:00:00Z</updated>');
  expect(text).toContain('Casa &amp; «lavoro»');
  expect(text).not.toContain('<entry>');
});

test('a feed holds the latest fifty', () => {
  const many = Array.from({ length: 60 }, (_, index) => ({ ...item, firstId: String(index) }));
  const { entries } = newsFeedOf(many, 'https://esempio.it', '2026-11-22');
  expect(entries).toHaveLength(50);
  expect(entries[0]?.id).toContain('practice/0');
});
