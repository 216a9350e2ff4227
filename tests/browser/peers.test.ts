import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFindings as findings, isTooWide } from './findings.ts';
import { open } from './site.ts';

const address = '/candidature/?p=tonite';
const told = (page: Page) => page.locator('#candidatura-detto');
const box = (page: Page, id: string) => page.locator(`#voce-${id}`);
const measure = (page: Page, id: string) => page.locator(`#voce-${id}-misura`);
const field = (page: Page, id: string) => page.locator('.peers-field').filter({ has: box(page, id) });

async function openTexts(at = address, conditions?: Parameters<typeof open>[1]) {
  const visit = await open(at, conditions);
  await box(visit.page, 'title').waitFor();
  return visit;
}

describe('the texts for another network', () => {
  test('are reached from the sheet by keyboard, and lead back to it', async () => {
    await using visit = await open('/pratiche/tonite/');
    const { page, errors, violations, outside } = visit;
    await page.locator('details.downloads summary').press('Enter');
    await page.getByRole('link', { name: 'Testi per OPSI' }).press('Enter');
    await box(page, 'title').waitFor();
    expect(await page.locator('h1').innerText()).toBe('ToNite: testi per OECD OPSI');
    expect(await page.title()).toMatch(/^ToNite, testi per OECD OPSI · /);
    await page.getByRole('link', { name: 'Torna alla scheda' }).press('Enter');
    await page.waitForURL('**/pratiche/tonite/');
    await page.goBack();
    await box(page, 'title').waitFor();
    expect([errors, violations, outside]).toEqual([[], [], []]);
  });

  test.each(['opsi', 'interreg', 'urbact'])(
    '%s at 360 px: axe is clean, nothing is too wide',
    async (form) => {
      await using visit = await openTexts(`${address}&modulo=${form}`, { width: 360, height: 700 });
      const { page } = visit;
      expect(await page.locator('[data-form][aria-current]').getAttribute('data-form')).toBe(form);
      expect(await findings(page)).toEqual([]);
      expect(await isTooWide(page)).toBe(false);
    },
  );

  test('what is too long is shortened with a key, kept over a reload, and comes back', async () => {
    await using visit = await openTexts();
    const { page } = visit;
    const whole = await box(page, 'results').inputValue();
    expect(await measure(page, 'results').innerText()).toContain(`${whole.length - 1000} di troppo: al massimo 1000`);
    await field(page, 'results').getByRole('button', { name: 'Accorcia a frasi intere' }).press('Enter');
    const short = await box(page, 'results').inputValue();
    expect(short.length).toBeLessThanOrEqual(1000);
    expect(await measure(page, 'results').innerText()).toBe(`${short.length} caratteri su 1000`);
    expect(await box(page, 'results').evaluate((element) => element === document.activeElement)).toBe(true);
    await field(page, 'results').locator('summary').press('Enter');
    expect(await findings(page)).toEqual([]);
    await page.reload();
    expect(await box(page, 'results').inputValue()).toBe(short);
    await field(page, 'results').getByRole('button', { name: 'Torna al testo proposto' }).press('Enter');
    expect(await box(page, 'results').inputValue()).toBe(whole);
    await field(page, 'results').getByRole('button', { name: 'Riprendi il tuo testo' }).press('Enter');
    expect(await box(page, 'results').inputValue()).toBe(short);
  }); // prettier-ignore

  test('typing is counted, and going over the limit is said', async () => {
    await using visit = await openTexts();
    const { page } = visit;
    await box(page, 'innovative').fill('x'.repeat(1001));
    expect(await measure(page, 'innovative').innerText()).toBe('1001 caratteri, 1 di troppo: al massimo 1000');
    expect(await told(page).innerText()).toContain('1 di troppo');
    expect(await findings(page)).toEqual([]);
    await page.getByRole('link', { name: 'URBACT', exact: true }).press('Enter');
    await box(page, 'solutions').waitFor();
    expect(await measure(page, 'integrated').innerText()).toBe('Le schede non hanno questa voce: scrivila tu.');
    await page.goBack();
    await box(page, 'innovative').waitFor();
    expect(await box(page, 'innovative').inputValue()).toBe('x'.repeat(1001));
  }); // prettier-ignore

  test('are saved as Word and as text, with what the reader wrote', async () => {
    await using visit = await openTexts();
    const { page, errors, violations } = visit;
    await box(page, 'innovative').fill('Parole mie.');
    const word = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Scarica in Word' }).press('Enter');
    const file = await word;
    expect(file.suggestedFilename()).toBe('tonite-opsi.docx');
    const zip = await JSZip.loadAsync(await readFile(await file.path()));
    expect(await zip.file('word/document.xml')?.async('string')).toContain('Parole mie.');
    const text = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Scarica il testo' }).press('Enter');
    const saved = await text;
    expect(saved.suggestedFilename()).toBe('tonite-opsi.txt');
    expect(await readFile(await saved.path(), 'utf8')).toContain('Parole mie.');
    expect([errors, violations]).toEqual([[], []]);
  });

  test('on paper are whole', async () => {
    await using visit = await openTexts();
    const { page } = visit;
    await page.emulateMedia({ media: 'print' });
    expect(await box(page, 'overview').isVisible()).toBe(false);
    const printed = field(page, 'overview').locator('.peers-paper');
    expect(await printed.textContent()).toBe(await box(page, 'overview').inputValue());
    expect(await printed.isVisible()).toBe(true);
  });

  test('are made of a draft of this device too', async () => {
    await using visit = await open('/candidature/');
    const { page, errors, violations } = visit;
    await page.evaluate(() => {
      const draft = { kind: 'practice', id: '', data: { title: 'Orto di prova', summary: 'Un orto.', status: 'boh' }, sections: { 'Il problema': 'Mancava un orto.' }, changedAt: '', base: null, proposals: [], step: 0 };
      localStorage.setItem('tra-pari:bozza:abc123', JSON.stringify(draft));
    });
    await page.goto('/candidature/?bozza=abc123');
    await box(page, 'title').waitFor();
    expect(await box(page, 'title').inputValue()).toBe('Orto di prova');
    expect(await box(page, 'overview').inputValue()).toBe('Mancava un orto.');
    expect(await told(page).innerText()).toContain('ancora da correggere nella bozza: Stato');
    expect(await page.locator('#candidatura-scheda').getAttribute('href')).toBe('/contribuisci/pratica/?bozza=abc123');
    expect(await findings(page)).toEqual([]);
    await page.goto('/candidature/?bozza=zzz');
    await told(page).filter({ hasText: 'non c’è una bozza di pratica' }).waitFor();
    expect([errors, violations]).toEqual([[], []]);
  }); // prettier-ignore

  test.each(['non-c-e', '<img src=x onerror=alert(1)>'])('%s is no sheet, and that is said', async (id) => {
    await using visit = await open(`/candidature/?p=${encodeURIComponent(id)}`);
    const { page } = visit;
    await told(page)
      .filter({ hasText: `Non c’è una scheda che si chiami «${id}»` })
      .waitFor();
    expect(await findings(page)).toEqual([]);
  });

  test('when the line fails says so, and tries again', async () => {
    await using visit = await open('/candidature/');
    const { page } = visit;
    await page.route('**/dati/practices/*.json', (route) => route.abort());
    await page.goto(address);
    await told(page).filter({ hasText: 'Controlla la rete' }).waitFor();
    await page.unroute('**/dati/practices/*.json');
    await page.getByRole('button', { name: 'Riprova' }).press('Enter');
    await box(page, 'title').waitFor();
  });

  test('without scripts the page says what it does and where to go', async () => {
    await using visit = await open(address, { javascript: false });
    const { page } = visit;
    expect(await page.locator('noscript').innerText()).toContain('JavaScript, che qui è spento');
    expect(await page.locator('main').innerText()).toContain('OECD OPSI');
    expect(await page.locator('#candidatura').isVisible()).toBe(false);
  });
});
