import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fullestFile } from '../exports/documents/fullest-sheet.ts';
import { realSheets } from '../exports/documents/real-sheets.ts';
import { accessibilityFindings as findings, isTooWide } from './findings.ts';
import { open } from './site.ts';

const address = (id: string): string => `/foglio/?p=${id}`;
const handout = (page: Page) => page.locator('#foglio .document');
const told = (page: Page) => page.locator('#foglio-detto');

/** Pages of paper, as the browser prints them. */
async function pagesOf(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** Puts another file in the place of a published one. */
async function openInstead(id: string, change: (file: Record<string, unknown>) => object) {
  const visit = await open('/foglio/');
  const path = `/dati/practices/${id}.json`;
  await visit.page.route(`**${path}`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: change((await answer.json()) as Record<string, unknown>) });
  });
  await visit.page.goto(address(id));
  await handout(visit.page).waitFor();
  return visit;
}

describe('the sheet of one page', () => {
  test('of every practice is one page of A4', async () => {
    await using visit = await open('/foglio/');
    const { page, errors, violations } = visit;
    const longer: string[] = [];
    for (const { id } of realSheets) {
      await page.goto(address(id));
      await handout(page).waitFor();
      const pages = await pagesOf(page);
      if (pages !== 1) longer.push(`${id}: ${pages}`);
    }
    expect(realSheets.length).toBeGreaterThan(20);
    expect([longer, errors, violations]).toEqual([[], [], []]);
  });

  test('of a practice with every field as long as can be is one page of A4', async () => {
    await using visit = await openInstead('tonite', fullestFile);
    expect(await handout(visit.page).innerText()).toContain('20 passi nella scheda.');
    expect(await pagesOf(visit.page)).toBe(1);
  });

  test('is not one page when its budget is not kept: the count would show it', async () => {
    await using visit = await openInstead('tonite', (file) => file);
    await visit.page.evaluate(() => {
      const list = document.querySelector('#foglio ul');
      for (let count = 0; count < 80; count += 1) list?.append(list.children[0]?.cloneNode(true) ?? '');
    });
    expect(await pagesOf(visit.page)).toBeGreaterThan(1);
  });

  test('has a title, its sources and the way back, on the screen and for who cannot see it', async () => {
    await using visit = await open(address('tonite'));
    const { page } = visit;
    await handout(page).waitFor();
    expect(await page.title()).toMatch(/^ToNite, foglio di una pagina · /);
    expect(await page.locator('h1:visible').allInnerTexts()).toEqual(['ToNite']);
    const notes = await handout(page)
      .locator('sup a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(notes.length).toBeGreaterThan(0);
    for (const href of new Set(notes)) expect(await page.locator(`[id="${href.slice(1)}"]`).count()).toBe(1);
    expect(await findings(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 700 });
    expect(await isTooWide(page)).toBe(false);
    await page.getByRole('link', { name: 'Torna alla scheda' }).click();
    await page.waitForURL('**/pratiche/tonite/');
    await page.goBack();
    await handout(page).waitFor();
  });

  test('is saved as a Word file', async () => {
    await using visit = await open(address('tonite'));
    const { page, errors, violations } = visit;
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Scarica in Word' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('tonite-foglio.docx');
    const zip = await JSZip.loadAsync(await readFile(await file.path()));
    expect(await zip.file('word/document.xml')?.async('string')).toContain('Le fonti citate qui');
    await told(page).filter({ hasText: 'Fatto' }).waitFor();
    expect([errors, violations]).toEqual([[], []]);
  });

  test('without a sheet says how to choose one', async () => {
    await using visit = await open('/foglio/');
    const { page } = visit;
    expect(await page.locator('main').innerText()).toContain(
      'premi «Scarica» e scegli «Foglio di una pagina»',
    );
    expect(await page.locator('.toolbar').isVisible()).toBe(false);
    expect(await findings(page)).toEqual([]);
  });

  test.each(['non-c-e', '../privacy', '<img src=x onerror=alert(1)>'])(
    '%s is no sheet, and that is said',
    async (id) => {
      await using visit = await open(`/foglio/?p=${encodeURIComponent(id)}`);
      const { page } = visit;
      await told(page)
        .filter({ hasText: `Non c’è una scheda che si chiami «${id}»` })
        .waitFor();
      expect(await page.getByRole('link', { name: 'Cercala fra le pratiche' }).getAttribute('href')).toMatch(
        /^\/cerca\/\?q=/,
      );
      expect(await findings(page)).toEqual([]);
    },
  );

  test('when the line fails says so, and tries again', async () => {
    await using visit = await open('/foglio/');
    const { page } = visit;
    await page.route('**/dati/practices/*.json', (route) => route.abort());
    await page.goto(address('tonite'));
    await told(page).filter({ hasText: 'Controlla la rete' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.unroute('**/dati/practices/*.json');
    await page.getByRole('button', { name: 'Riprova' }).press('Enter');
    await handout(page).waitFor();
  });

  test('something else in the place of the file is not taken for a sheet', async () => {
    await using visit = await open('/foglio/');
    const { page } = visit;
    await page.route('**/dati/practices/tonite.json', (route) => route.fulfill({ body: '<!doctype html>' }));
    await page.goto(address('tonite'));
    await page.getByRole('button', { name: 'Riprova' }).waitFor();
  });

  test('without scripts the page says where to go', async () => {
    await using visit = await open(address('tonite'), { javascript: false });
    const { page } = visit;
    expect(await page.locator('noscript').innerText()).toContain('JavaScript, che qui è spento');
    expect(await page.locator('noscript a').getAttribute('href')).toBe('/pratiche/');
  });
});

describe('the files of a sheet', () => {
  const menu = (page: Page) => page.locator('details.downloads');
  const spoken = (page: Page) => menu(page).getByRole('status');

  test.each([
    ['Word', 'tonite.docx', 'word/document.xml', 'Percorso amministrativo'],
    ['PowerPoint', 'tonite.pptx', 'ppt/slides/slide4.xml', 'Percorso amministrativo'],
  ])('%s is made in the browser, under the policy of the site', async (name, fileName, part, words) => {
    await using visit = await open('/pratiche/tonite/');
    const { page, errors, violations, outside } = visit;
    await menu(page).locator('summary').press('Enter');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name }).press('Enter');
    const file = await download;
    expect(file.suggestedFilename()).toBe(fileName);
    const zip = await JSZip.loadAsync(await readFile(await file.path()));
    expect(await zip.file(part)?.async('string')).toContain(words);
    await spoken(page)
      .filter({ hasText: `Fatto: ${fileName}` })
      .waitFor();
    expect(await findings(page)).toEqual([]);
    expect([errors, violations, outside]).toEqual([[], [], []]);
  });

  test('nothing that makes them loads before somebody wants one', async () => {
    await using visit = await open('/pratiche/tonite/');
    const { page } = visit;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.reload({ waitUntil: 'networkidle' });
    expect(asked.filter((path) => /sheet-files|docx|pptx|\.json$/.test(path))).toEqual([]);
    await menu(page).locator('summary').click();
    expect(asked.filter((path) => /sheet-files|docx|pptx|\.json$/.test(path))).toEqual([]);
  });

  test('when the line fails says what to do, and the same button tries again', async () => {
    await using visit = await open('/pratiche/tonite/');
    const { page } = visit;
    await menu(page).locator('summary').click();
    await page.route('**/dati/practices/*.json', (route) => route.abort());
    await page.getByRole('button', { name: 'Word' }).click();
    await spoken(page).filter({ hasText: 'controlla la rete e riprova' }).waitFor();
    await page.unroute('**/dati/practices/*.json');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Word' }).click();
    await download;
  });

  test('the menu closes with Escape, and leads to the handout and to the data', async () => {
    await using visit = await open('/pratiche/tonite/');
    const { page } = visit;
    await menu(page).locator('summary').press('Enter');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('link', { name: 'Dati (JSON)' }).press('Escape');
    expect(await menu(page).getAttribute('open')).toBe(null);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY');
    await page.setViewportSize({ width: 360, height: 700 });
    await menu(page).locator('summary').press('Enter');
    expect(await isTooWide(page)).toBe(false);
    await page.getByRole('link', { name: 'Foglio di una pagina' }).click();
    await handout(page).waitFor();
  });

  test('without scripts only what works is offered', async () => {
    await using visit = await open('/pratiche/tonite/', { javascript: false });
    const { page } = visit;
    await menu(page).locator('summary').click();
    const offered = await menu(page).locator('li:visible').allInnerTexts();
    expect(offered.map((text) => text.trim())).toEqual(['Foglio di una pagina', 'Dati (JSON)']);
  });
});
