import type { Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { open, site } from './site.ts';

interface Row {
  id: string;
  page: string;
  focusAreas: string[];
}
const rowsOf = async (file: string): Promise<Row[]> => {
  const answer = await fetch(new URL(`/dati/${file}.json`, site.url));
  const { entries } = (await answer.json()) as { entries: Row[] };
  return entries;
};
const pathOf = (address: string) => new URL(address, site.url).pathname;
const sheets = (await rowsOf('practices')).map(({ page }) => pathOf(page)).sort();

/** The addresses of the sheets that a page lists. */
const listed = (page: Page) =>
  page
    .locator('.line > div > a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));

/** Goes where a link leads, and waits for all of it. */
const follow = async (page: Page, link: Locator) =>
  page.goto(await link.evaluate((element) => (element as HTMLAnchorElement).href));

/** What a list holds, from its first page to the last, by the link to the next one. */
async function everyPage(page: Page): Promise<string[]> {
  const found = await listed(page);
  const next = page.locator('a[rel=next]').first();
  while ((await next.count()) > 0) {
    await follow(page, next);
    found.push(...(await listed(page)));
  }
  return found;
}

describe('without scripts', () => {
  test.each(['titolo', 'città', 'ultima rilettura', 'solidità delle prove'])(
    'by %s every sheet is reached once',
    async (order) => {
      await using visit = await open('/pratiche/', { javascript: false });
      const { page } = visit;
      const orders = page.getByRole('navigation', { name: 'Ordina per' });
      await follow(page, orders.getByRole('link', { name: order }));
      expect(await page.locator('.orders [aria-current]').textContent()).toContain(order);
      const found = await everyPage(page);
      expect(found.toSorted()).toEqual(sheets);
    },
  );

  test('by area every sheet is reached', async () => {
    await using visit = await open('/pratiche/', { javascript: false });
    const { page } = visit;
    const cards = await page
      .locator('.card h3 a')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    const lists = await page
      .locator('.practice-group .more')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
    const found = new Set(cards);
    for (const list of lists) {
      await page.goto(list);
      for (const address of await everyPage(page)) found.add(address);
    }
    expect([...found].sort()).toEqual(sheets);
  });

  test('every jump leads to the heading it names', async () => {
    for (const slug of ['titolo', 'citta', 'rilettura', 'prove']) {
      await using visit = await open(`/elenchi/pratiche-per-${slug}/`, { javascript: false });
      const { page } = visit;
      const jumps = await page
        .locator('.jumps a')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
      for (const jump of jumps) {
        await page.goto(jump);
        expect(await page.locator('h2:target').count(), jump).toBe(1);
      }
    }
  });

  test('a list fits a narrow screen, and so do the numbers of its pages', async () => {
    for (const path of ['/pratiche/', '/elenchi/pratiche-per-citta/', '/laboratori/', '/novita/']) {
      await using visit = await open(path, { javascript: false, width: 320 });
      const { page } = visit;
      const next = page.locator('a[rel=next]').first();
      if ((await next.count()) > 0) await follow(page, next);
      const width = await page.locator('html').evaluate((html) => html.scrollWidth);
      expect(width, page.url()).toBeLessThanOrEqual(320);
    }
  });
});

test('the orders and the jumps are reached and followed by keyboard', async () => {
  await using visit = await open('/elenchi/pratiche-per-titolo/');
  const { page } = visit;
  await page.locator('.orders a').nth(2).focus();
  expect(await page.locator(':focus').evaluate((link) => getComputedStyle(link).outlineStyle)).not.toBe(
    'none',
  );
  await page.keyboard.press('Enter');
  await page.waitForURL('**/elenchi/pratiche-per-citta/');
  expect(await page.locator('h1').textContent()).toBe('Pratiche per città');
});

describe('the feed of an area', async () => {
  const areas = await rowsOf('focus-areas');
  const members = [...(await rowsOf('practices')), ...(await rowsOf('workshops'))];

  test.each(areas.map(({ id }) => id))(
    '%s is Atom, is told by its page and holds that area alone',
    async (id) => {
      await using visit = await open(`/aree/${id}/`, { javascript: false });
      const { page } = visit;
      const feed = `/aree/${id}/atom.xml`;
      expect(
        await page.locator(`link[rel=alternate][type="application/atom+xml"][href="${feed}"]`).count(),
      ).toBe(1);
      expect(await page.locator(`main a[href="${feed}"]`).isVisible()).toBe(true);

      const answer = await fetch(new URL(feed, site.url));
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toContain('xml');
      const text = await answer.text();
      const read = await parse(text);
      expect(read.error).toBeNull();
      expect([read.root, read.namespace]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
      expect(pathOf(read.self)).toBe(feed);
      expect(pathOf(read.page)).toBe(`/aree/${id}/`);
      expect(new Set(read.ids).size).toBe(read.ids.length);
      for (const date of read.dates) expect(date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      const own = new Set(
        members.filter(({ focusAreas }) => focusAreas.includes(id)).map((row) => pathOf(row.page)),
      );
      for (const link of read.entries) expect(own, link).toContain(pathOf(link));
    },
  );
});

/** A feed as a strict reader of XML takes it: the browser's. */
async function parse(text: string) {
  await using visit = await open('/novita/');
  // the policy of the site lets no text become a document
  await visit.page.goto('about:blank');
  return await visit.page.evaluate((xml) => {
    const feed = new DOMParser().parseFromString(xml, 'application/xml');
    const all = (name: string) => [...feed.getElementsByTagNameNS('http://www.w3.org/2005/Atom', name)];
    const hrefs = (selector: string) =>
      [...feed.querySelectorAll(selector)].map((link) => link.getAttribute('href') ?? '');
    return {
      error: feed.querySelector('parsererror')?.textContent ?? null,
      root: feed.documentElement.localName,
      namespace: feed.documentElement.namespaceURI,
      ids: all('id').map(({ textContent }) => textContent),
      dates: all('updated').map(({ textContent }) => textContent),
      self: hrefs('feed > link[rel=self]')[0] ?? '',
      page: hrefs('feed > link[rel=alternate]')[0] ?? '',
      entries: hrefs('entry > link[rel=alternate]'),
    };
  }, text);
}
