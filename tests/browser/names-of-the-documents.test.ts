import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { documents, roles, type DocumentName } from './names-of-the-documents.ts';
import { open } from './site.ts';

/** Results that a person sees without going far down. */
const looked = 5;
/** Some tens of searches, each in a page opened anew. */
const patience = 180_000;

/** Without case, accents, apostrophes and other signs. */
const plain = (text: string): string => {
  const words = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (words.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
};

/** The addresses to which each result leads, in the order of the page. */
async function resultsFor(page: Page, name: string): Promise<string[][]> {
  await page.goto(`/cerca/?q=${encodeURIComponent(name)}`);
  await page
    .locator('#stato')
    .filter({ hasText: /^(?:\d+|Nessun) risultat/ })
    .waitFor();
  return page
    .locator('#esito .result')
    .evaluateAll((results) =>
      results.map((result) =>
        [...result.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? ''),
      ),
    );
}

const read = new Map<string, string>();

/** What can be read at an address: the page, or the entry of the glossary that its anchor names. */
async function textAt(page: Page, address: string): Promise<string> {
  const known = read.get(address);
  if (known !== undefined) return known;
  await page.goto(address);
  const [, anchor] = address.split('#');
  const place = anchor
    ? page.locator('.glossary > div', { has: page.locator(`#${anchor}`) })
    : page.locator('main');
  const text = plain(await place.innerText());
  read.set(address, text);
  return text;
}

/** Names already asked: three documents write «ToNite». */
const asked = new Set<string>();
const isNew = ({ name, page }: DocumentName): boolean => {
  const key = `${plain(name)} ${page}`;
  return !asked.has(key) && Boolean(asked.add(key));
};

describe.each(documents)('$document', ({ names }) => {
  test(
    'every name leads, among the first results, to a page that says what it is',
    async () => {
      await using visit = await open('/cerca/');
      const lost: string[] = [];
      for (const { name, page } of names.filter(isNew)) {
        const found = (await resultsFor(visit.page, name)).slice(0, looked);
        if (!found.some((addresses) => addresses.includes(page)))
          lost.push(`«${name}» leads not to ${page}, but to ${found.map(([first]) => first).join(' ')}`);
        else if (!(await textAt(visit.page, page)).includes(plain(name)))
          lost.push(`${page} does not say «${name}»`);
      }
      expect(lost).toEqual([]);
    },
    patience,
  );
});

test('what the persons left out were is found, and said', async () => {
  await using visit = await open('/cerca/');
  for (const { name, page } of roles) {
    expect((await resultsFor(visit.page, name)).flat(), name).toContain(page);
    expect(await textAt(visit.page, page), name).toContain(plain(name));
  }
});
