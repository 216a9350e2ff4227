/** «Segnala un errore»: from a page and from a datum, to a text that leaves the device only when its writer wants. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFindings as findings, isTooWide } from './findings.ts';
import { open, type Visit } from './site.ts';

const sheet = '/pratiche/tonite/';
const ofSheet = `/contribuisci/segnala/?pagina=${sheet}`;
const wrong = (page: Page) => page.getByRole('textbox', { name: 'Che cosa non va' });
const text = (page: Page) => page.getByRole('textbox', { name: 'Il testo della segnalazione' });
const told = (page: Page) => page.locator('#report-told');

async function opened(address: string, conditions?: Parameters<typeof open>[1]): Promise<Visit> {
  const visit = await open(address, conditions);
  await visit.page.locator('#report-where a').waitFor();
  return visit;
}

describe('the ways to it', () => {
  test('every datum of a sheet has one, which brings its value, day and source', async () => {
    await using visit = await open(sheet);
    const { page, errors, violations } = visit;
    const rows = page.locator('table.facts tbody tr:not(.group)');
    expect(await page.locator('.fact-report').count()).toBe(await rows.count());
    const names = await page.locator('.fact-report').allInnerTexts();
    expect(new Set(names.map((name) => name.startsWith('Errore?')))).toEqual(new Set([true]));
    const row = page.locator('tr#dato-total-cost');
    const value = await row.locator('.num').innerText();
    await row.getByRole('link', { name: /^Errore\? Segnala Costo totale/ }).click();
    await page.waitForURL('**/contribuisci/segnala/**');
    await page.locator('#report-where a').waitFor();
    const fact = await page.locator('#report-fact').innerText();
    expect(fact).toContain('Costo totale');
    expect(fact.replace(/\s+/g, ' ')).toContain(value.replace(/\s+/g, ' ').trim());
    expect(fact).not.toContain('Errore?');
    expect(await page.locator('#report-where a').getAttribute('href')).toBe(`${sheet}#dato-total-cost`);
    expect([errors, violations]).toEqual([[], []]);
  });

  test('values that differ are told apart', async () => {
    await using visit = await open(sheet);
    const { page } = visit;
    const values = await page
      .locator('tr#dato-applications-received, tr#dato-applications-received + tr.same')
      .all();
    expect(values.length).toBe(2);
    for (const row of values) {
      const value = (await row.locator('.num').innerText()).split('\n')[0] ?? '';
      const href = (await row.locator('.fact-report').getAttribute('href')) ?? '';
      await using other = await opened(href);
      expect(await other.page.locator('#report-fact').innerText()).toContain(value.trim());
    }
  });

  test.each(['/', '/glossario/', '/citta/torino/', '/laboratori/torino-2023-03-15/'])(
    'the foot of %s has one',
    async (address) => {
      await using visit = await open(address);
      const { page } = visit;
      await page.getByRole('link', { name: 'Segnala un errore in questa pagina' }).click();
      await page.locator('#report-where a').waitFor();
      expect(await page.locator('#report-where a').getAttribute('href')).toBe(address);
    },
  );

  test('neither stands on paper', async () => {
    await using visit = await open(sheet);
    const { page } = visit;
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.fact-report:visible, .page-report:visible').count()).toBe(0);
  });

  test('what is missing opens at its field of the form', async () => {
    await using visit = await open(sheet);
    const hrefs = await visit.page
      .locator('.gaps a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(hrefs.length).toBeGreaterThan(0);
    for (const href of hrefs)
      expect(href).toMatch(/^\/contribuisci\/pratica\/\?scheda=tonite&campo=[a-zA-Z]+$/);
  });
});

describe('the page', () => {
  test.each([360, 1280])('is filled in by keyboard and kept, at %i px', async (width) => {
    await using visit = await opened(ofSheet, { width });
    const { page, errors, violations, outside } = visit;
    expect(await findings(page)).toEqual([]);
    expect(await page.locator('#report-outs').isVisible()).toBe(false);
    await wrong(page).focus();
    await page.keyboard.type('Il periodo');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Finisce nel 2023');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Delibera');
    expect(await text(page).inputValue()).toContain('ToNite, /pratiche/tonite/');
    expect(await findings(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    await page.reload();
    await page.locator('#report-where a').waitFor();
    expect(await wrong(page).inputValue()).toBe('Il periodo');
    expect(await text(page).inputValue()).toContain('Finisce nel 2023');
    // another page has a report of its own
    await page.goto('/contribuisci/segnala/?pagina=/glossario/');
    expect(await wrong(page).inputValue()).toBe('');
    await page.goBack();
    expect(await wrong(page).inputValue()).toBe('Il periodo');
    expect([errors, violations, outside]).toEqual([[], [], []]);
  });

  test('says what the check would say of the document, and of personal data', async () => {
    await using visit = await opened(ofSheet);
    const { page } = visit;
    const url = page.getByRole('textbox', { name: 'Indirizzo' });
    await url.fill('comune.torino.it');
    await wrong(page).fill('Chiedi a mario.rossi@comune.torino.it');
    await wrong(page).blur();
    await page.locator('#report-url-error:not(:empty)').waitFor();
    expect(await page.locator('#report-url-error').innerText()).toContain('https://comune.torino.it');
    expect(await page.locator('#report-wrong-error').innerText()).toContain('mario.rossi@comune.torino.it');
    expect(await url.getAttribute('aria-invalid')).toBe('true');
    expect(await findings(page)).toEqual([]);
    await url.fill('https://www.comune.torino.it/');
    await page.locator('#report-url-error:empty').waitFor({ state: 'attached' });
    expect(await url.getAttribute('aria-invalid')).toBeNull();
  });

  test('hands the text over: copied, as a file, in a letter', async () => {
    await using visit = await opened(ofSheet);
    const { page } = visit;
    await page.context().grantPermissions(['clipboard-write']);
    await wrong(page).fill('Il periodo');
    await page.getByRole('button', { name: 'Copia il testo' }).click();
    await page.getByText(/^(Copiato|Il testo è selezionato)/).waitFor();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Scarica come file di testo' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('segnalazione.txt');
    expect(await readFile(await file.path(), 'utf8')).toBe(await text(page).inputValue());
    const letter = await page.getByRole('link', { name: 'Scrivi un’e-mail' }).getAttribute('href');
    expect(decodeURIComponent(letter ?? '')).toContain('Il periodo');
    // no office and no repository is known: nothing pretends to send it
    expect(await page.getByText('non è ancora aperto').isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: 'GitHub' }).count()).toBe(0);
  });

  test('leads to the sheet in the form', async () => {
    await using visit = await opened(ofSheet);
    expect(
      await visit.page.getByRole('link', { name: 'Apri la scheda nel modulo' }).getAttribute('href'),
    ).toBe('/contribuisci/pratica/?scheda=tonite');
  });

  test('what was emptied comes back', async () => {
    await using visit = await opened(ofSheet);
    const { page } = visit;
    await wrong(page).fill('Il periodo');
    await page.getByRole('button', { name: 'Svuota' }).click();
    expect(await wrong(page).inputValue()).toBe('');
    expect(await told(page).innerText()).toBe('I campi sono vuoti.');
    await page.getByRole('button', { name: 'Rimetti ciò che c’era' }).click();
    expect(await wrong(page).inputValue()).toBe('Il periodo');
  });

  test.each(['', '?pagina=//malo.it/&dato=x', '?pagina=javascript:alert(1)', '?pagina=/<b>/'])(
    'asks which page is meant when the address says none of ours: %s',
    async (query) => {
      await using visit = await open(`/contribuisci/segnala/${query}`);
      const { page, errors, violations, outside } = visit;
      const place = page.getByRole('textbox', { name: 'La pagina' });
      await place.fill('https://malo.it/pratiche/tonite/');
      await place.blur();
      await page.getByText('Non è un indirizzo di questo sito').waitFor();
      await place.fill(new URL(sheet, page.url()).href);
      await place.blur();
      await page.locator('#report-where a').waitFor();
      expect(await page.locator('#report-where').innerText()).toBe('ToNite');
      expect(await findings(page)).toEqual([]);
      expect([errors, violations, outside]).toEqual([[], [], []]);
    },
  );

  test('a page that is not there, and a datum that is gone, are said', async () => {
    await using visit = await open('/contribuisci/segnala/?pagina=/pratiche/non-esiste/&dato=total-cost');
    const { page } = visit;
    await page.getByText('La pagina /pratiche/non-esiste/ non si apre').waitFor();
    expect(await page.getByRole('textbox', { name: 'La pagina' }).isVisible()).toBe(true);
    await using other = await opened(`${ofSheet}&dato=non-esiste`);
    expect(await other.page.locator('#report-fact').innerText()).toContain('Il dato non c’è più');
  });

  test('without a script it says what to do', async () => {
    await using visit = await open(ofSheet, { javascript: false });
    const { page } = visit;
    expect(await page.locator('noscript').innerText()).toContain('Servono tre cose');
    expect(await page.locator('#report').isVisible()).toBe(false);
  });
});
