/** The built index, asked through the search's own code: what has a page is found by its name. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { answerTo } from '../../src/apps/search/answer.ts';
import { bodyOf } from '../../src/apps/search/body.ts';
import { checkedIndex, type Pagefind, type RawIndex } from '../../src/apps/search/index-data.ts';
import { meantBy } from '../../src/apps/search/known-words.ts';
import { readAddress } from '../../src/apps/search/model.ts';
import { ranking } from '../../src/apps/search/pagefind.ts';
import { offering } from '../apps/search/index-double.ts';
import { site } from './site.ts';

let index: Pagefind;

beforeAll(async () => {
  // the files of the site, as a server gives them
  vi.stubGlobal('fetch', async (address: string) => {
    const file = join(site.folder, new URL(address, site.url).pathname);
    return new Response(await readFile(file));
  });
  const module = (await import(
    /* @vite-ignore */ pathToFileURL(join(site.folder, 'pagefind/pagefind.js')).href
  )) as { createInstance: (options: object) => RawIndex };
  const basePath = `${site.url}/pagefind/`;
  index = checkedIndex(module.createInstance({ basePath, baseUrl: '/', noWorker: true, ranking }));
});
afterAll(() => vi.unstubAllGlobals());

/** The addresses of the results that are shown, in the order of the page. */
async function found(query: string): Promise<string[]> {
  const state = readAddress(`?${new URLSearchParams({ q: query }).toString()}`, offering({}));
  const answer = await answerTo(index, state, meantBy);
  const body = await bodyOf(answer, state.query, { labelOf: () => undefined });
  return body.state === 'results'
    ? [...body.named, ...body.groups.flatMap(({ hits }) => hits)].map(({ url }) => url)
    : [];
}

/** Pages that a search engine may list, by address. Later pages of a list, and lists in another order, are not named. */
async function publishedPages(): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for (const name of await readdir(site.folder, { recursive: true })) {
    if (!name.endsWith('index.html')) continue;
    const html = await readFile(join(site.folder, name), 'utf8');
    if (!html.includes('data-pagefind-body')) continue;
    const [, title = ''] = /<title>(.*?) · /s.exec(html) ?? [];
    pages.set(`/${name.replaceAll('\\', '/').replace(/index\.html$/, '')}`, title);
  }
  return pages;
}

test('every page of the search is found by its own title, among the first three', async () => {
  const pages = await publishedPages();
  expect(pages.size).toBeGreaterThan(200);
  const lost: string[] = [];
  for (const [address, title] of pages) {
    const place = (await found(title)).findIndex((url) => url.replace(/#.*/, '') === address);
    if (place < 0 || place > 2) lost.push(`${address} «${title}» ${place + 1}`);
  }
  expect(lost).toEqual([]);
}, 120_000);

test('every need is found by each of its synonyms, among the first three', async () => {
  const data = JSON.parse(await readFile(join(site.folder, 'dati/needs.json'), 'utf8')) as {
    entries: { id: string; synonyms: string[]; misspellings?: string[] }[];
  };
  expect(data.entries.length).toBeGreaterThan(50);
  const lost: string[] = [];
  for (const { id, synonyms, misspellings = [] } of data.entries) {
    for (const word of [...synonyms, ...misspellings]) {
      const results = await found(word);
      const place = results.indexOf(`/bisogni/${id}/`);
      if (place < 0 || place > 2) lost.push(`${id} «${word}» ${place + 1} ${results[0] ?? ''}`);
    }
  }
  expect(lost).toEqual([]);
}, 240_000);
