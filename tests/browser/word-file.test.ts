/** The Word file of a sheet, made by a press in the browser, under the policy of the site. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sheetDocument } from '../../src/exports/documents/sheet.ts';
import { docxOf } from '../../src/exports/docx.ts';
import { openSheet } from '../../src/knowledge/entry-file.ts';
import { openWord, wordsOf } from '../exports/documents/word-file.ts';
import { open, site, type Visit } from './site.ts';

const sheetPage = '/pratiche/tonite/';
const sheetData = '/dati/practices/tonite.json';

const wordButton = (page: Page) => page.getByRole('button', { name: 'Word (tutta la scheda)' });

/** Presses «Word» on the page of the sheet and reads the file that comes. */
async function downloaded({ page }: Visit) {
  await page.locator('summary', { hasText: 'Scarica' }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), wordButton(page).click()]);
  const bytes = await readFile(await file.path());
  return { name: file.suggestedFilename(), word: await openWord(new Uint8Array(bytes).buffer) };
}

const published = async (): Promise<object> => (await (await fetch(site.url + sheetData)).json()) as object;

test('says word for word what the command line writes from the same file, and the policy refuses nothing', async () => {
  await using visit = await open(sheetPage);
  const { name, word } = await downloaded(visit);
  const here = await openWord(await docxOf(sheetDocument(openSheet(await published()))));
  expect(name).toBe('tonite.docx');
  expect(wordsOf(word.body)).toBe(wordsOf(here.body));
  expect(wordsOf(word.body).length).toBeGreaterThan(10_000);
  expect([visit.violations, visit.errors, visit.outside]).toEqual([[], [], []]);
});

test('reads the letters that a writer spelt out, without asking the page to make markup of them', async () => {
  await using visit = await open(sheetPage);
  const text = '## Il problema\n\nPerch&eacute; R&amp;D &lt; 3 &#8364; &nonesiste; &notit;\n';
  const json = { ...(await published()), text };
  await visit.page.route(`**${sheetData}`, (route) => route.fulfill({ json }));
  const { word } = await downloaded(visit);
  expect(wordsOf(word.body)).toContain('Perché R&D < 3 € &nonesiste; &notit;');
  expect([visit.violations, visit.errors]).toEqual([[], []]);
});

test('a text that it cannot read whole gives no file, and says so', async () => {
  await using visit = await open(sheetPage);
  const json = { ...(await published()), text: '## Il problema\n\nEcco <Blink/> qui.\n' };
  await visit.page.route(`**${sheetData}`, (route) => route.fulfill({ json }));
  const files: string[] = [];
  visit.page.on('download', (file) => files.push(file.suggestedFilename()));
  await visit.page.locator('summary', { hasText: 'Scarica' }).click();
  await wordButton(visit.page).click();
  await visit.page.locator('.downloads [role="status"]', { hasText: 'non si è preparato' }).waitFor();
  expect(files).toEqual([]);
});
