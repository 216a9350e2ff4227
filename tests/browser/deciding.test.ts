/** From a problem to a note for who has to decide, as one person does it, without leaving the site. */
import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import type { Download, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { open } from './site.ts';

async function wordsOf(download: Download): Promise<string> {
  const zip = await JSZip.loadAsync(await readFile(await download.path()));
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  return xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');
}

const pressed = async (page: Page, name: string | RegExp): Promise<Download> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name }).click(),
  ]);
  return download;
};

test('search, comparison, fit check, note, Word file, notebook: one path, reloaded in the middle', async () => {
  await using visit = await open('/cerca/?q=sicurezza+di+sera&kind=practice');
  const { page, errors, violations, outside } = visit;

  // two results are put aside and compared
  const toggles = page.locator('#esito a[data-compare]');
  await toggles.nth(1).waitFor();
  const titles = [
    await toggles.nth(0).getAttribute('data-title'),
    await toggles.nth(1).getAttribute('data-title'),
  ];
  const [id = ''] = [await toggles.nth(0).getAttribute('data-compare')].map(String);
  const bar = page.getByRole('region', { name: 'Schede da confrontare' });
  await toggles.nth(0).click();
  await bar.filter({ hasText: 'Da confrontare: 1' }).waitFor();
  await toggles.nth(1).click();
  await bar.filter({ hasText: 'Da confrontare: 2' }).waitFor();
  await page.reload();
  await bar.filter({ hasText: 'Da confrontare: 2' }).waitFor();
  await bar.getByRole('link', { name: 'Confronta' }).click();
  await page.locator('.compare').waitFor();
  expect(await page.locator('.compare thead a').allTextContents()).toEqual(titles);
  await page.getByRole('button', { name: 'Salva nel quaderno' }).click();
  await page.locator('#stato', { hasText: 'Confronto salvato nel quaderno' }).waitFor();

  // one of them is looked at closely
  await page.locator('.compare thead a').first().click();
  await page.getByRole('link', { name: 'Adatta alla tua città' }).click();
  await page.waitForURL(`**/pratiche/${id}/adatta/`);
  await page.locator('#fit-city').fill('Crotone');
  const first = page
    .locator('#fit fieldset')
    .filter({ has: page.getByRole('radio') })
    .first();
  await first.getByRole('radio', { name: 'no', exact: true }).check();
  await first.getByRole('textbox').first().fill('Il settore Welfare');
  await page.reload();
  expect(await page.locator('#fit-city').inputValue()).toBe('Crotone');
  expect(await first.getByRole('textbox').first().inputValue()).toBe('Il settore Welfare');

  // the note, on the screen and in Word, says the same
  await page.getByRole('button', { name: 'Vedi la nota' }).click();
  const note = page.locator('#fit-document .document');
  await note.filter({ hasText: 'Il settore Welfare' }).waitFor();
  const word = await wordsOf(await pressed(page, /Word/));
  for (const text of [titles[0] ?? '', 'Crotone', 'Il settore Welfare', 'Primo passo', 'Fonti'])
    expect(word).toContain(text);
  const address = await note.locator('.refs a').first().getAttribute('href');
  expect(address).toMatch(/^https?:/);
  expect(word).toContain(address);
  await page.getByRole('button', { name: 'Salva nel quaderno' }).click();

  // everything is in the notebook, and leaves it as one document
  await page.goto('/quaderno/');
  const items = page.locator('#notebook-items > li');
  await items.nth(1).waitFor();
  expect(await items.count()).toBe(2);
  await items.first().getByRole('textbox').fill('Da discutere in Giunta giovedì.');
  await page.reload();
  const whole = await wordsOf(await pressed(page, /Word/));
  for (const text of ['Da discutere in Giunta giovedì.', 'Il settore Welfare', ...titles.map(String)])
    expect(whole).toContain(text);
  expect([errors, violations, outside]).toEqual([[], [], []]);
});
