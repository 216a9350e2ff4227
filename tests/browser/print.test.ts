import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { onePageOfEachType, readSite } from '../built-site/read.ts';
import { open, site } from './site.ts';

const pages = onePageOfEachType(readSite(site.folder));
const SHEET = '/pratiche/agenzia-sociale-casa/';
/** What a sheet of A4 leaves between its margins, and how wide the whole of it is, in the browser's pixels. */
const CONTENT = (178 / 25.4) * 96;
const PAPER = Math.round((210 / 25.4) * 96);

/** A sheet of paper with less than this on it is wasted; three more are granted for drawings and last pages. */
const FEWEST_CHARACTERS = 800;

interface Paper {
  count: number;
  isTagged: boolean;
  language: string | undefined;
  title: string | undefined;
  outline: string[];
}

/** The texts of a PDF are Latin letters in brackets or UTF-16 in hexadecimal digits. */
function textOf(written: string): string {
  if (written.startsWith('<')) {
    const bytes = Buffer.from(written.slice(1, -1), 'hex');
    return bytes.subarray(2).swap16().toString('utf16le');
  }
  return written.slice(1, -1).replace(/\\([()\\])/g, '$1');
}

/** What the objects of a PDF say of themselves. Only its streams are compressed; they hold none of this. */
async function printed(page: Page): Promise<Paper> {
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
  const objects = pdf.toString('latin1').replace(/\bstream\r?\n[\s\S]*?endstream/g, '');
  const [title, ...outline] = [...objects.matchAll(/\/Title\s*(<[0-9A-F]*>|\((?:\\[\s\S]|[^\\)])*\))/g)].map(
    ([, written]) => textOf(written ?? ''),
  );
  return {
    count: objects.match(/\/Type\s*\/Page\b/g)?.length ?? 0,
    isTagged:
      /\/MarkInfo\s*<<[^>]*\/Marked true/.test(objects) && /\/Type\s*\/StructTreeRoot\b/.test(objects),
    language: /\/Lang\s*\(([^)]*)\)/.exec(objects)?.[1],
    title,
    outline: /\/Type\s*\/Outlines\b|\/Outlines\s+\d+ 0 R/.test(objects) ? outline : [],
  };
}

/** Opens a page as the paper will see it. */
async function onPaper(path: string) {
  const visit = await open(path, { width: PAPER, height: 1123 });
  await visit.page.emulateMedia({ media: 'print' });
  return visit;
}

/** Elements that reach beyond the right margin of a sheet of A4. */
const beyondTheMargin = (page: Page): Promise<string[]> =>
  page.evaluate((content) => {
    document.documentElement.style.width = `${content}px`;
    return [...document.querySelectorAll('body *')]
      .filter((element) => {
        const { width, right } = element.getBoundingClientRect();
        return width > 2 && right > content + 1 && element.checkVisibility({ visibilityProperty: true });
      })
      .filter((element) => !element.closest('.visually-hidden'))
      .map((element) => element.outerHTML.slice(0, 120));
  }, CONTENT);

/** Navigation, forms and buttons that would be printed. */
const navigationOnPaper = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'nav:not(:has(.contrast-totals)), [role="search"], .slim, .site-footer, .skiplinks, .breadcrumb, .pagination, main .btn, .actions',
      ),
    ]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => element.outerHTML.slice(0, 120)),
  );

/** Addresses of links that leave the site, each with what its words or the paper print of it. */
const outsideLinks = (page: Page, within: string): Promise<{ href: string; isWritten: boolean }[]> =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll<HTMLAnchorElement>(`${selector} a[href^='http']`)].map((link) => ({
        href: link.getAttribute('href') ?? '',
        isWritten:
          link.checkVisibility() &&
          (getComputedStyle(link, '::after').content.includes(link.getAttribute('href') ?? ' ') ||
            link.href.includes(link.innerText)),
      })),
    within,
  );

describe.each(pages)('%s on paper', (path) => {
  test('nothing reaches beyond the margin, no navigation, every address of an outside link outside a table', async () => {
    await using visit = await onPaper(path);
    const { page } = visit;
    expect(await navigationOnPaper(page)).toEqual([]);
    expect((await outsideLinks(page, 'main')).filter(({ isWritten }) => !isWritten)).toEqual([]);
    expect(await page.locator('.print-footer').innerText()).toContain(path === '/404.html' ? '/404' : path);
    expect(await beyondTheMargin(page)).toEqual([]);
  });

  test('is a tagged document in Italian, with its title, of a sane number of pages', async () => {
    await using visit = await open(path);
    const { count, isTagged, language, title } = await printed(visit.page);
    expect({ isTagged, language, title }).toEqual({
      isTagged: true,
      language: 'it',
      title: await visit.page.title(),
    });
    expect(count).toBeGreaterThan(0);
    await visit.page.emulateMedia({ media: 'print' });
    const { length } = await visit.page.locator('body').innerText();
    expect(count).toBeLessThan(3 + length / FEWEST_CHARACTERS);
  });
});

describe('a sheet on paper', () => {
  test('has an outline with all its sections', async () => {
    await using visit = await open(SHEET);
    const { outline } = await printed(visit.page);
    const sections = await visit.page.locator('.sheet-body > section > h2').allInnerTexts();
    expect(sections.length).toBeGreaterThan(10);
    const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
    expect(sections.map(plain).filter((section) => !outline.map(plain).includes(section))).toEqual([]);
  });

  test('writes out the address of every source, as its file has it', async () => {
    const file = JSON.parse(
      readFileSync(join(site.folder, 'dati/practices/agenzia-sociale-casa.json'), 'utf8'),
    ) as { entry: { sources: { url?: string }[] } };
    const wanted = file.entry.sources.flatMap(({ url }) => url ?? []);
    expect(wanted.length).toBeGreaterThan(5);
    await using visit = await onPaper(SHEET);
    const written = (await outsideLinks(visit.page, '.refs'))
      .filter(({ isWritten }) => isWritten)
      .map(({ href }) => href);
    expect(wanted.filter((url) => !written.includes(url))).toEqual([]);
  });

  test('begins on the first page with its name and its first section', async () => {
    await using visit = await onPaper(SHEET);
    const first = await visit.page.locator('.sheet-body > section > h2').first().boundingBox();
    expect(first?.y).toBeLessThan(((297 - 38) / 25.4) * 96);
  });

  test('its explained words and its facts are printed whole', async () => {
    await using visit = await onPaper(SHEET);
    const hidden = await visit.page.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          '.words dd > span, .facts td, .refs li, .sheet-body .read p',
        ),
      ]
        .filter((element) => element.innerText.trim() !== '' && !element.checkVisibility())
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(await visit.page.locator('.facts td').count()).toBeGreaterThan(5);
    expect(hidden).toEqual([]);
  });
});

test('what a reader may open is open on paper', async () => {
  await using visit = await open(SHEET, { width: PAPER });
  const { page } = visit;
  await page.evaluate(() => {
    const details = document.createElement('details');
    const inside = document.createElement('p');
    details.id = 'chiuso';
    inside.textContent = 'Ciò che un lettore può aprire.';
    details.append(document.createElement('summary'), inside);
    document.querySelector('.sheet-body')?.append(details);
  });
  const isShown = () => page.locator('#chiuso p').evaluate((element) => element.checkVisibility());
  expect(await isShown()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await isShown()).toBe(true);
});

test('the foot of a page that was asked for something says the whole address', async () => {
  await using visit = await open('/confronta/?p=abito,axto');
  const { page } = visit;
  await page.locator('#confronto table').waitFor();
  await printed(page);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.print-footer').innerText()).toContain('/confronta/?p=abito,axto');
});

describe('a table wider than its window', () => {
  const marks = (page: Page, index = 0) =>
    page
      .locator('.table-scroll')
      .nth(index)
      .evaluate((window) => {
        const heightOf = (part: string) => parseFloat(getComputedStyle(window, part).paddingBottom);
        return {
          isWider: window.scrollWidth > window.clientWidth,
          word: heightOf('::before') > 20 && getComputedStyle(window, '::before').content.includes('scorri'),
          edge: parseFloat(getComputedStyle(window, '::after').width) > 10,
        };
      });

  test('says so in a word and with an edge, without a script', async () => {
    await using visit = await open('/copertura/poverta-marginalita/', { width: 360, javascript: false });
    expect(await marks(visit.page)).toEqual({ isWider: true, word: true, edge: true });
  });

  test('and one that is all in sight says nothing', async () => {
    await using visit = await open('/dati/', { width: 1280, javascript: false });
    expect(await marks(visit.page)).toEqual({ isWider: false, word: false, edge: false });
  });

  test('every table of the coverage, on every width, says it when and only when it is so', async () => {
    await using visit = await open('/copertura/');
    for (const width of [320, 360, 500, 700, 720, 768, 1280]) {
      await visit.page.setViewportSize({ width, height: 800 });
      const count = await visit.page.locator('.table-scroll').count();
      expect(count).toBeGreaterThan(2);
      for (let index = 0; index < count; index += 1) {
        const { isWider, word, edge } = await marks(visit.page, index);
        expect({ width, index, word, edge }).toEqual({ width, index, word: isWider, edge: isWider });
      }
    }
  });
});
