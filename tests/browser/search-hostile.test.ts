/** What comes from outside is text: a query, an address, an answer of the index. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { tidy } from '../../src/apps/search/model.ts';
import { naughtyStrings } from '../naughty-strings.ts';
import { open } from './site.ts';

const field = (page: Page) => page.getByLabel('Che cosa cerchi?');
const answered = (page: Page, text: RegExp | string) =>
  page.locator('#stato').filter({ hasText: text }).waitFor();

/** Counts dialogs, and closes them. */
function dialogsOf(page: Page): string[] {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(dialog.message());
    void dialog.dismiss();
  });
  return seen;
}

/** Elements that no part of the search makes. */
const foreign = (page: Page) =>
  page
    .locator(':is(#stato, #esito)')
    .locator(
      'script, img, iframe, object, embed, form, style, link, b, video, audio, body, input, details, marquee, math, svg:not(.icon)',
    );

const nasty = naughtyStrings.filter((text, at) =>
  /[<>]|javascript:|alert/.test(text) ? at % 8 === 0 : at % 25 === 0,
);
const queries = [
  ...nasty,
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "'-alert(1)-'",
  '</title><script>alert(1)</script>',
  '{{constructor.constructor("alert(1)")()}}',
  '__proto__',
  '"" OR kind:practice',
  '%',
  '\u202esfratto',
  'a'.repeat(5000),
];

test('hostile queries in the address do nothing but be looked for', async () => {
  expect(queries.length).toBeGreaterThan(36);
  await using visit = await open('/cerca/');
  const { page, errors, outside } = visit;
  const dialogs = dialogsOf(page);
  for (const query of queries) {
    await page.goto(
      `/cerca/?q=${encodeURIComponent(query.toWellFormed())}&area=${encodeURIComponent(query.toWellFormed().slice(0, 500))}`,
    );
    const asked = tidy(query.toWellFormed());
    if (asked) await answered(page, /risultat/);
    expect(await field(page).inputValue()).toBe(asked);
    expect(await page.locator('#stato').textContent()).not.toContain('non ha risposto');
    expect(await foreign(page).count()).toBe(0);
  }
  expect({ dialogs, errors, outside }).toEqual({ dialogs: [], errors: [], outside: [] });
}, 240_000);

test.each([
  ['a broken percent', '?q=%&area=%E0%A4%A', '%'],
  ['half a character', '?q=casa%ED%A0%80', 'casa\ufffd\ufffd\ufffd'],
  ['a hundred thousand letters', `?q=${'casa+'.repeat(20_000)}`, 'casa '.repeat(40).trim()],
  ['ten thousand values', `?q=casa&${'area=x&'.repeat(10_000)}`, 'casa'],
])('an address with %s is read as far as it goes', async (_, search, query) => {
  await using visit = await open('/cerca/');
  const { page, errors } = visit;
  // a server may refuse so long an address: the page takes it from the browser's own history
  await page.evaluate((address) => {
    history.replaceState(null, '', address);
    dispatchEvent(new PopStateEvent('popstate'));
  }, search);
  await answered(page, /risultat/);
  expect(await field(page).inputValue()).toBe(query);
  expect(errors).toEqual([]);
});

test('a filter of the address that is not there is left out, and it is said', async () => {
  await using visit = await open('/cerca/?q=sfratto&area=mare');
  const { page } = visit;
  await answered(page, 'per «sfratto».');
  const notice = page.getByText('L’indirizzo chiede un filtro che qui non c’è');
  expect(await notice.isVisible()).toBe(true);
  await field(page).fill('torino');
  await answered(page, 'per «torino».');
  expect(await notice.count()).toBe(0);
});

describe('an index that someone has tampered with', () => {
  const markup = '<img src=x onerror="alert(document.title=1)"><b>sfratto</b>';
  const fragment = {
    url: '/pratiche/x/',
    content: `${markup} `.repeat(20),
    filters: { city: [markup], area: [markup], status: [markup] },
    meta: { title: markup, words: markup },
    anchors: [{ element: 'h2', id: 'x', location: 1, text: markup }],
  };
  const tamper = (page: Page, changes: object) =>
    page.route('**/pagefind/fragment/*', (route) =>
      route.fulfill({ body: `pagefind_dcd${JSON.stringify({ ...fragment, ...changes })}` }),
    );

  test('shows its markup as text', async () => {
    await using visit = await open('/cerca/');
    const { page, errors } = visit;
    const dialogs = dialogsOf(page);
    await tamper(page, {});
    await field(page).fill(markup);
    await answered(page, 'risultati');
    expect((await page.locator('#esito h3 a').allTextContents())[0]).toBe(markup);
    expect(await page.locator('.result-where a').first().textContent()).toBe(markup);
    expect(await page.locator('#esito blockquote').first().textContent()).toContain('onerror=');
    expect(await foreign(page).count()).toBe(0);
    expect(await page.title()).toContain('Cerca');
    expect({ dialogs, errors }).toEqual({ dialogs: [], errors: [] });
  });

  test('leads to pages of this site alone, when it names a script for one', async () => {
    await using visit = await open('/cerca/');
    const { page } = visit;
    await tamper(page, { url: 'javascript:alert(1)', meta: { title: 'x', url: 'javascript:alert(1)' } });
    await field(page).fill('sfratto');
    await answered(page, 'risultati');
    const links = await page.locator('#esito a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((href) => !href?.startsWith('/'))).toEqual([]);
  });

  test.each([
    ['another site for an address', { url: 'https://example.org/' }],
    ['another site, said briefly', { url: '//example.org/' }],
    ['another site as the address of the page', { meta: { title: 'x', url: 'https://example.org/' } }],
    ['a title that is no text', { meta: { title: { toString: 'x' } } }],
    ['filters that are no lists', { filters: { city: 3 } }],
    ['no text', { content: null }],
  ])('is not believed: %s', async (_, changes) => {
    await using visit = await open('/cerca/');
    const { page } = visit;
    const dialogs = dialogsOf(page);
    await tamper(page, changes);
    await field(page).fill('sfratto');
    await answered(page, 'La ricerca non ha risposto.');
    expect(await page.locator('#esito a').count()).toBe(0);
    expect(await page.locator('#elenchi').isVisible()).toBe(true);
    expect(dialogs).toEqual([]);
  });
});
