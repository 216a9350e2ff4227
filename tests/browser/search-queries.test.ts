/**
 * How well the search answers: queries as officials write them, with the pages that a fair judge would accept.
 * `SEARCH_QUERIES=file.yaml` measures another list of the same shape.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { load } from 'js-yaml';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { open } from './site.ts';

const folder = join(import.meta.dirname, 'queries');
const files = process.env.SEARCH_QUERIES
  ? [process.env.SEARCH_QUERIES]
  : readdirSync(folder).map((name) => join(folder, name));

const query = z.strictObject({
  query: z.string(),
  kind: z.enum(['problem', 'question', 'name', 'acronym', 'misspelt', 'place', 'practical', 'training']),
  /** Addresses that answer; an entry of the glossary has its own. */
  pages: z.array(z.string().startsWith('/')).min(1),
});
type Query = z.infer<typeof query>;

const looked = 10;

/** Where the results lead, each page once, in the order of reading. */
const leadingTo = (addresses: readonly string[]): string[] => [
  ...new Set(
    addresses.map((address) => (address.startsWith('/glossario/') ? address : address.replace(/#.*/, ''))),
  ),
];

async function ours(page: Page, { query }: Query): Promise<string[]> {
  await page.locator('#stato').evaluate((status) => (status.textContent = ''));
  await page.getByLabel('Che cosa cerchi?').fill(query);
  await page.keyboard.press('Enter');
  await page
    .locator('#stato')
    .filter({ hasText: /^(?:[\d.]+|Nessun) risultat/ })
    .waitFor();
  return page
    .locator('#esito .result')
    .evaluateAll((results) =>
      results.map((result) =>
        [...result.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? ''),
      ),
    )
    .then((results) =>
      leadingTo(
        results.map(([first = '', ...others]) =>
          first === '/glossario/'
            ? (others.find((address) => address.startsWith('/glossario/')) ?? first)
            : first,
        ),
      ),
    );
}

/** Pagefind as it comes, asked in the same page on the same index. */
async function plain(page: Page, { query }: Query): Promise<string[]> {
  // as a text: the test runner would rewrite the import for itself
  const addresses = await page.evaluate<
    string[]
  >(`import('/pagefind/pagefind.js').then(async ({ search }) => {
    const { results } = await search(${JSON.stringify(query)});
    const pages = await Promise.all(results.slice(0, ${looked}).map(({ data }) => data()));
    return pages.map(({ url }) => url);
  })`);
  return leadingTo(addresses);
}

/** Place of the first page that answers, counted from 1; 0 when none does. A page of entries answers for them all. */
function placeOf(found: readonly string[], { pages }: Query, whole: boolean): number {
  const accepted = whole ? pages.map((page) => page.replace(/#.*/, '')) : pages;
  return found.slice(0, looked).findIndex((page) => accepted.includes(page)) + 1;
}

function measures(places: readonly number[]) {
  const share = (most: number) => places.filter((place) => place > 0 && place <= most).length / places.length;
  const mrr = places.reduce((sum, place) => sum + (place > 0 ? 1 / place : 0), 0) / places.length;
  return { 'success@1': share(1), 'success@3': share(3), mrr };
}
const said = (name: string, places: readonly number[]): string =>
  [
    name.padEnd(22),
    ...Object.entries(measures(places)).map(([key, value]) => `${key} ${value.toFixed(3)}`),
  ].join('  ');

describe.each(files.map((file) => [basename(file), file]))('%s', (_, file) => {
  const queries = z.array(query).parse(load(readFileSync(file, 'utf8')));

  test(
    'the right page is first, or nearly, far more often than with Pagefind alone',
    async () => {
      await using visit = await open('/cerca/');
      await using bare = await open('/cerca/', { bypassPolicy: true });
      const places = { ours: [] as number[], plain: [] as number[] };
      const missed: string[] = [];
      for (const asked of queries) {
        const found = await ours(visit.page, asked);
        const place = placeOf(found, asked, false);
        places.ours.push(place);
        places.plain.push(placeOf(await plain(bare.page, asked), asked, true));
        if (place === 0 || place > 3)
          missed.push(`${asked.query} → ${found.slice(0, 3).join(' ')} (${asked.pages.join(' ')})`);
      }
      console.log(
        [
          `${queries.length} queries of ${basename(file)}`,
          said('Tra Pari', places.ours),
          said('Pagefind alone', places.plain),
          ...Object.entries(Object.groupBy(queries, ({ kind }) => kind)).map(([kind, some]) =>
            said(
              `  ${kind} (${some.length})`,
              some.map((one) => places.ours[queries.indexOf(one)] ?? 0),
            ),
          ),
          ...missed.map((line) => `  not among the first three: ${line}`),
        ].join('\n'),
      );
      const [mine, theirs] = [measures(places.ours), measures(places.plain)];
      expect(visit.errors).toEqual([]);
      expect(mine['success@3']).toBeGreaterThanOrEqual(0.95);
      expect(mine['success@1']).toBeGreaterThanOrEqual(0.8);
      expect(mine['success@1']).toBeGreaterThan(theirs['success@1']);
    },
    queries.length * 3000,
  );
});
