import { expect, test } from 'vitest';
import { atomFeed, type Feed } from '../../src/exports/atom.ts';
import { open, site } from './site.ts';

interface Read {
  error: string | null;
  root: string;
  namespace: string | null;
  ids: string[];
  texts: string[];
  links: string[];
  dates: string[];
  html: string[];
}

/** A feed as a strict reader of XML takes it: the browser's. */
async function read(text: string): Promise<Read> {
  await using visit = await open('/novita/');
  // the policy of the site lets no text become a document
  await visit.page.goto('about:blank');
  return await visit.page.evaluate((xml) => {
    const document_ = new DOMParser().parseFromString(xml, 'application/xml');
    const all = (name: string) => [...document_.getElementsByTagNameNS('http://www.w3.org/2005/Atom', name)];
    return {
      error: document_.querySelector('parsererror')?.textContent ?? null,
      root: document_.documentElement.localName,
      namespace: document_.documentElement.namespaceURI,
      ids: all('id').map((one) => one.textContent),
      texts: all('title').map((one) => one.textContent),
      links: all('link').map((one) => one.getAttribute('href') ?? ''),
      dates: all('updated').map((one) => one.textContent),
      html: all('content').map(
        (one) => new DOMParser().parseFromString(one.textContent, 'text/html').body.textContent,
      ),
    };
  }, text);
}

test('the feed of the site is Atom: every id its own, every date whole, every address absolute', async () => {
  const answer = await fetch(new URL('/novita/atom.xml', site.url));
  expect(answer.status).toBe(200);
  const { error, root, namespace, ids, links, dates } = await read(await answer.text());
  expect(error).toBeNull();
  expect([root, namespace]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
  expect(ids.length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(ids.length);
  expect(dates.length).toBe(ids.length);
  for (const date of dates) expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  for (const link of links) expect(link).toMatch(/^https?:\/\/[^/]/);
});

test('words that could break it do not', async () => {
  const hostile = `</title>]]><script>alert("1")</script>&amp;&lt; 'è' \u0000\u0008\ufffe\ud800 \u{1f600} <!-- -->`;
  const kept = hostile.replace(/[\u0000\u0008\ufffe\ud800]/gu, '');
  const feed: Feed = {
    self: 'https://esempio.it/a?b=1&c="2"',
    page: 'https://esempio.it/',
    title: hostile,
    subtitle: hostile,
    author: hostile,
    licence: 'https://esempio.it/licenza',
    language: 'it',
    begun: 0,
    entries: [
      {
        id: hostile,
        title: hostile,
        href: 'https://esempio.it/?a&b',
        time: 1,
        sentences: [hostile, hostile],
      },
    ],
  };
  const { error, ids, texts, links, html } = await read(atomFeed(feed));
  expect(error).toBeNull();
  expect(texts).toEqual([kept, kept]);
  expect(ids).toEqual([feed.self, kept]);
  expect(links).toContain('https://esempio.it/?a&b');
  expect(html).toEqual([kept + kept]);
});

test('the page of news is readable without scripts, on a narrow screen too', async () => {
  await using visit = await open('/novita/', { javascript: false, width: 360 });
  expect(await visit.page.locator('h1').textContent()).toBe('Novità');
  expect(await visit.page.locator('.news > li').count()).toBeLessThanOrEqual(50);
  expect(await visit.page.locator('.news > li, .empty').count()).toBeGreaterThan(0);
  const width = await visit.page.locator('html').evaluate((html) => html.scrollWidth);
  expect(width).toBeLessThanOrEqual(360);
});

test('on paper a sheet says what changed last, and not what is folded away', async () => {
  await using visit = await open('/pratiche/torino-social-factory/');
  await visit.page.emulateMedia({ media: 'print' });
  expect(await visit.page.locator('.history-first, .history-none').first().isVisible()).toBe(true);
  for (const older of await visit.page.locator('.history-older').all())
    expect(await older.isVisible()).toBe(false);
});
