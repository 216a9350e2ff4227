/** Search never lies: whatever file of the index is lost, the page says that it did not answer. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as pagefind from 'pagefind';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { open, site } from './site.ts';

const field = (page: Page) => page.getByLabel('Che cosa cerchi?');
const answered = (page: Page, text: RegExp | string) =>
  page.locator('#stato').filter({ hasText: text }).waitFor();

const files = {
  module: '**/pagefind/pagefind.js*',
  'first file': '**/pagefind/pagefind-entry.json*',
  program: '**/pagefind/wasm.*',
  'list of chunks': '**/pagefind/*.pf_meta',
  chunk: '**/pagefind/index/*',
  'chunk of filters': '**/pagefind/filter/*',
  'text of a result': '**/pagefind/fragment/*',
};
const faults: Record<string, (route: Route) => Promise<void>> = {
  'is missing': (route) => route.fulfill({ status: 404, body: 'Not found' }),
  'is refused': (route) => route.fulfill({ status: 500, body: 'Error' }),
  'breaks off': (route) => route.abort('connectionreset'),
  'is another page': (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><p>altro' }),
  'is cut short': async (route) => {
    const response = await route.fetch();
    const body = await response.body();
    await route.fulfill({ response, body: body.subarray(0, Math.floor(body.length * 0.7)) });
  },
};

/** The page says that it did not answer, offers the lists, and answers once the fault is gone. */
async function expectHonesty(page: Page, mend?: () => Promise<void>): Promise<void> {
  await answered(page, 'La ricerca non ha risposto.');
  const said = await page.locator('main').innerText();
  expect(said).not.toContain('Nessun');
  expect(said).not.toContain('0 risultati');
  expect(await page.locator('#elenchi').isVisible()).toBe(true);
  await mend?.();
  await page.getByRole('button', { name: 'Riprova' }).click();
  await answered(page, /^\d+ risultati per «sfratto»\.$/);
  expect(await page.locator('#esito h3 a').count()).toBeGreaterThan(0);
}

describe.each(Object.entries(files))('when the %s', (_, address) => {
  test.each(Object.entries(faults))('%s, search does not say that there is nothing', async (_name, fail) => {
    await using visit = await open('/cerca/');
    const { page } = visit;
    await page.route(address, fail);
    await field(page).fill('sfratto');
    await expectHonesty(page, () => page.unroute(address));
  });

  test('does not come, search says so in the end', async () => {
    await using visit = await open('/cerca/');
    const { page } = visit;
    await page.clock.install();
    let asked: () => void = () => undefined;
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    // never answered
    await page.route(address, () => asked());
    await field(page).fill('sfratto');
    await isAsked;
    await answered(page, 'Cerco «sfratto»…');
    await page.clock.fastForward(15_000);
    await expectHonesty(page, () => page.unroute(address));
  });
});

describe('a release under an open page', () => {
  const next = mkdtempSync(join(tmpdir(), 'tra-pari-release-'));
  afterAll(() => rmSync(next, { recursive: true, force: true }));

  /** The index of the same pages after a change in each of them: every file has a new name. */
  beforeAll(async () => {
    const pages = join(next, 'pages');
    for (const name of await readdir(site.folder, { recursive: true })) {
      if (!name.endsWith('.html')) continue;
      const page = await readFile(join(site.folder, name), 'utf8');
      if (!page.includes('data-pagefind-body')) continue;
      await mkdir(dirname(join(pages, name)), { recursive: true });
      await writeFile(join(pages, name), page.replace(/<main[^>]*>/, '$&<p>Edizione rinnovata ieri.</p>'));
    }
    const { index } = await pagefind.createIndex({ forceLanguage: 'it' });
    await index?.addDirectory({ path: pages });
    await index?.writeFiles({ outputPath: join(next, 'pagefind') });
    await pagefind.close();
  });

  test('takes the old files away: search never says that there is nothing, and answers from the new ones', async () => {
    await using visit = await open('/cerca/?q=torino');
    const { page } = visit;
    await answered(page, 'per «torino».');
    const missing: string[] = [];
    await page.route('**/pagefind/**', (route) => {
      const file = join(next, new URL(route.request().url()).pathname);
      if (existsSync(file)) return route.fulfill({ body: readFileSync(file), contentType: typeOf(file) });
      missing.push(file);
      return route.fulfill({ status: 404 });
    });
    await field(page).fill('sfratto');
    // a loss noticed while one still types is made good before the question; a later one is told
    const results = /^\d+ risultati per «sfratto»\.$/;
    await answered(page, new RegExp(`${results.source}|^La ricerca non ha risposto\\.$`));
    expect(missing).not.toEqual([]);
    expect(await page.locator('main').innerText()).not.toContain('Nessun');
    const retry = page.getByRole('button', { name: 'Riprova' });
    if (await retry.isVisible()) await retry.click();
    await answered(page, results);
    await field(page).fill('rinnovata');
    await answered(page, /^\d+ risultati per «rinnovata»\.$/);
  });
});

const typeOf = (file: string): string =>
  file.endsWith('.js') ? 'text/javascript' : 'application/octet-stream';
