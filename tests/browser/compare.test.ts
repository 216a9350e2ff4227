import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFindings, isTooWide } from './findings.ts';
import { open } from './site.ts';

const three = '/confronta/?p=tonite,homes4all,portineria-di-quartiere';
const columns = (page: Page) => page.locator('.compare thead a').allTextContents();
const row = (page: Page, label: string) =>
  page.locator('.compare tr').filter({ has: page.locator('th', { hasText: new RegExp(`^${label}`) }) });
const status = (page: Page) => page.locator('#stato');
const query = (page: Page) => new URL(page.url()).search;

async function compared(page: Page, text: string | RegExp): Promise<void> {
  await status(page).filter({ hasText: text }).waitFor();
}

describe('a comparison', () => {
  test('works from its address alone, with the same rows for every sheet and their sources', async () => {
    await using visit = await open(three);
    const { page } = visit;
    await compared(page, /^ToNite, Homes4All e Portineria di Quartiere: \d+ voci/);
    expect(await columns(page)).toEqual(['ToNite', 'Homes4All', 'Portineria di Quartiere']);
    const cells = await page
      .locator('.compare tbody tr:not(.group)')
      .evaluateAll((rows) => rows.map((one) => one.querySelectorAll('td').length));
    expect(new Set(cells)).toEqual(new Set([3]));
    expect(await page.title()).toContain('ToNite, Homes4All e Portineria di Quartiere');
    // every note leads to a source that is there
    const notes = await page
      .locator('.compare sup a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    const sources = await page.locator('.refs li').evaluateAll((items) => items.map(({ id }) => `#${id}`));
    expect(notes.length).toBeGreaterThan(50);
    expect(new Set(notes)).toEqual(new Set(sources));
    expect(visit.errors).toEqual([]);
    expect(visit.outside).toEqual([]);
    expect(visit.violations).toEqual([]);
  });

  test('shows what nobody documented, and hides it on request, in the address too', async () => {
    await using visit = await open('/confronta/?p=tonite,abito');
    const { page } = visit;
    await compared(page, 'voci');
    const silent = page.locator('.compare tr.silent');
    expect(await silent.count()).toBeGreaterThan(0);
    expect(await silent.first().innerText()).toContain('non documentato');
    await page.getByRole('checkbox', { name: 'Senza le voci che nessuno documenta' }).check();
    await silent.first().waitFor({ state: 'detached' });
    expect(query(page)).toBe('?p=tonite,abito&documentate=1');
    expect(await page.locator('.compare').innerText()).toContain('non documentato');
  });

  test('leaves only what differs', async () => {
    await using visit = await open(`${three}&differenze=1`);
    const { page } = visit;
    await compared(page, 'voci');
    expect(await page.getByRole('checkbox', { name: 'Solo le differenze' }).isChecked()).toBe(true);
    expect(await page.locator('.compare tr.equal').count()).toBe(0);
    expect(await row(page, 'Città').filter({ hasText: 'uguali' }).count()).toBe(0);
    await page.getByRole('checkbox', { name: 'Solo le differenze' }).uncheck();
    await row(page, 'Città').filter({ hasText: 'uguali' }).waitFor();
  });

  test('loses a sheet, takes it back, goes back in its history', async () => {
    await using visit = await open(three);
    const { page } = visit;
    await compared(page, 'Homes4All');
    await page.getByRole('button', { name: 'Togli dal confronto Homes4All' }).click();
    await compared(page, /^ToNite e Portineria/);
    expect(query(page)).toBe('?p=tonite,portineria-di-quartiere');
    await page.getByRole('button', { name: 'Rimettila' }).click();
    await compared(page, /^ToNite, Homes4All e/);
    await page.goBack();
    await compared(page, /^ToNite e Portineria/);
    await page.goBack();
    await compared(page, /^ToNite, Homes4All e/);
  });

  test('changes the order of the columns, and the focus stays on what was pressed', async () => {
    await using visit = await open('/confronta/?p=tonite,homes4all,portineria-di-quartiere');
    const { page } = visit;
    await compared(page, 'Homes4All');
    await page.getByRole('button', { name: 'Sposta a destra ToNite' }).press('Enter');
    await compared(page, /^Homes4All, ToNite/);
    expect(await columns(page)).toEqual(['Homes4All', 'ToNite', 'Portineria di Quartiere']);
    await page.keyboard.press('Enter');
    await compared(page, /^Homes4All, Portineria di Quartiere e ToNite/);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('ToNite');
  });

  test('gives its table and its Word file', async () => {
    await using visit = await open('/confronta/?p=tonite,homes4all');
    const { page } = visit;
    await compared(page, 'voci');
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Scarica la tabella (CSV)' }).click(),
    ]);
    const table = await readFile(await csv.path(), 'utf8');
    expect(table).toContain('ToNite');
    expect(table).toContain('non documentato');
    const [word] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Scarica in Word' }).click(),
    ]);
    expect(word.suggestedFilename()).toBe('confronto-tonite-homes4all.docx');
    const zip = await JSZip.loadAsync(await readFile(await word.path()));
    const text = await zip.file('word/document.xml')?.async('string');
    expect(text).toContain('Percorso amministrativo');
    expect(text).toContain('w:orient="landscape"');
    await compared(page, 'File Word: fatto.');
    expect(visit.errors).toEqual([]);
  });

  test.each([
    ['nothing', '/confronta/', 'Scegli da due a 4 schede'],
    ['one sheet', '/confronta/?p=tonite', 'una scheda sola'],
    ['a sheet that is not there', '/confronta/?p=tonite,nessuna', 'Non c’è nessuna scheda «nessuna»'],
    ['markup', '/confronta/?p=%3Cimg%20src=x%20onerror=alert(1)%3E', 'codice che non può esistere'],
    [
      'too many',
      '/confronta/?p=tonite,homes4all,abito,agora-del-sapere,portineria-di-quartiere',
      'al massimo 4',
    ],
  ])('of %s says so', async (_, address, text) => {
    await using visit = await open(address);
    await visit.page.getByText(text).first().waitFor();
    expect(visit.violations).toEqual([]);
    expect(await accessibilityFindings(visit.page)).toEqual([]);
  });

  test('keeps what it has when a sheet does not come, and tries again', async () => {
    await using visit = await open('/confronta/');
    const { page } = visit;
    await page.route('**/dati/practices/homes4all.json', (route) => route.abort());
    await page.goto('/confronta/?p=tonite,homes4all');
    await page.getByText('Non riesco a caricare «homes4all»').waitFor();
    expect(await columns(page)).toEqual(['ToNite']);
    await page.unroute('**/dati/practices/homes4all.json');
    await page.getByRole('button', { name: 'Riprova' }).click();
    await compared(page, /^ToNite e Homes4All/);
  });

  test('fits a phone, where every value says whose it is', async () => {
    await using visit = await open(three, { width: 360, height: 740 });
    const { page } = visit;
    await compared(page, 'voci');
    expect(await isTooWide(page)).toBe(false);
    const shown = await row(page, 'Stato')
      .locator('td')
      .first()
      .evaluate((cell) => getComputedStyle(cell, '::before').content);
    expect(shown).toBe('"ToNite"');
    expect(await accessibilityFindings(page)).toEqual([]);
  });

  test('is printed on paper laid on its side', async () => {
    await using visit = await open(three);
    await compared(visit.page, 'voci');
    const paper = (await visit.page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sizes = [...paper.matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)];
    expect(sizes.length).toBeGreaterThan(1);
    for (const [, width, height] of sizes) expect(Number(width)).toBeGreaterThan(Number(height));
  });

  test('keeps the names of the sheets and of the group in sight', async () => {
    await using visit = await open(three);
    const { page } = visit;
    await compared(page, 'voci');
    await row(page, 'Percorso amministrativo').first().locator('td').last().scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 400);
    const tops = () =>
      page.evaluate(() => {
        const bottomOf = (element: Element | null) => element?.getBoundingClientRect().bottom ?? -1;
        const head = bottomOf(document.querySelector('.compare thead th'));
        const stuck = [...document.querySelectorAll('.compare .group th')].filter(
          (heading) => Math.abs(heading.getBoundingClientRect().top - head) < 2,
        );
        return { isHeadInSight: head > 0 && head < innerHeight / 2, stuck: stuck.length };
      });
    await expect.poll(tops).toMatchObject({ isHeadInSight: true });
    expect((await tops()).stuck).toBeGreaterThan(0);
  });

  test('that somebody sent leaves alone what the reader has chosen', async () => {
    await using visit = await open('/confronta/');
    const { page } = visit;
    const kept = '[{"id":"abito","title":"Abito"}]';
    await page.evaluate((text) => localStorage.setItem('tra-pari:confronto', text), kept);
    await page.goto(three);
    await compared(page, 'voci');
    expect(await page.evaluate(() => localStorage.getItem('tra-pari:confronto'))).toBe(kept);
    await page.getByRole('button', { name: 'Togli dal confronto ToNite' }).click();
    await compared(page, /^Homes4All e/);
    const ids = await page.evaluate(
      () => JSON.parse(localStorage.getItem('tra-pari:confronto') ?? '[]') as { id: string }[],
    );
    expect(ids.map(({ id }) => id)).toEqual(['homes4all', 'portineria-di-quartiere']);
  });

  test('has every column on paper, and no tools', async () => {
    await using visit = await open(three);
    const { page } = visit;
    await compared(page, 'voci');
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 700, height: 1000 });
    expect(await isTooWide(page)).toBe(false);
    expect(await page.locator('.compare-tools').first().isVisible()).toBe(false);
    expect(await page.locator('#strumenti').isVisible()).toBe(false);
    expect(await page.locator('.compare thead th').count()).toBe(4);
  });

  test('without scripts says what it needs and where the sheets are', async () => {
    await using visit = await open(three, { javascript: false });
    const text = await visit.page.locator('main').innerText();
    expect(text).toContain('JavaScript');
    expect(await visit.page.locator('#strumenti').isVisible()).toBe(false);
  });
});

describe('choosing', () => {
  const bar = (page: Page) => page.getByRole('region', { name: 'Schede da confrontare' });
  const toggle = (page: Page, title: string) =>
    page.locator('a[data-compare]').filter({ hasText: title }).first();

  test('goes from the cards to the comparison, and is the same in another tab', async () => {
    await using visit = await open('/elenchi/pratiche-per-titolo/');
    const { page } = visit;
    await toggle(page, 'ToNite').click();
    await bar(page).waitFor();
    expect(page.url()).toContain('/elenchi/pratiche-per-titolo/');
    expect(await toggle(page, 'ToNite').getAttribute('aria-pressed')).toBe('true');
    const other = await page.context().newPage();
    await other.goto('/pratiche/homes4all/');
    await bar(other).filter({ hasText: 'ToNite' }).waitFor();
    await toggle(other, 'Homes4All').focus();
    await other.keyboard.press('Space');
    await bar(page).filter({ hasText: 'Homes4All' }).waitFor();
    await bar(page).getByRole('link', { name: 'Confronta' }).click();
    await compared(page, /^ToNite e Homes4All/);
    expect(visit.errors).toEqual([]);
  });

  test('works among the results of the search', async () => {
    await using visit = await open('/cerca/?q=portineria');
    const { page } = visit;
    const first = page.locator('#esito a[data-compare]').first();
    await first.click();
    await bar(page).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    await bar(page).getByRole('button', { name: 'Svuota' }).click();
    await bar(page).waitFor({ state: 'hidden' });
  });

  test('takes no fifth sheet', async () => {
    await using visit = await open('/elenchi/pratiche-per-titolo/');
    const { page } = visit;
    const all = page.locator('a[data-compare]');
    for (const index of [0, 1, 2, 3]) {
      await all.nth(index).click();
      await bar(page)
        .filter({ hasText: `Da confrontare: ${index + 1}` })
        .waitFor();
    }
    await all.nth(4).click();
    await bar(page).getByText('Si confrontano al massimo 4 schede').waitFor();
    expect(await all.nth(4).getAttribute('aria-pressed')).toBe('false');
  });

  test('begins anew when what was kept is spoilt', async () => {
    await using visit = await open('/elenchi/pratiche-per-titolo/');
    const { page } = visit;
    await page.evaluate(() => localStorage.setItem('tra-pari:confronto', '{"id": ["<b>"]}'));
    await page.reload();
    await toggle(page, 'ToNite').click();
    await bar(page).filter({ hasText: 'Da confrontare: 1 ToNite' }).waitFor();
    expect(visit.errors).toEqual([]);
  });

  test('without scripts is a link to the comparison', async () => {
    await using visit = await open('/pratiche/tonite/', { javascript: false });
    expect(await toggle(visit.page, 'ToNite').getAttribute('href')).toBe('/confronta/?p=tonite');
  });

  test('never covers what has the focus', async () => {
    await using visit = await open('/elenchi/pratiche-per-titolo/', { width: 360, height: 640 });
    const { page } = visit;
    await toggle(page, 'ToNite').click();
    await bar(page).waitFor();
    const covered: string[] = [];
    for (let count = 0; count < 40; count += 1) {
      await page.keyboard.press('Tab');
      const hidden = await page.evaluate(() => {
        const element = document.activeElement;
        const bar = document.querySelector('.compare-bar');
        if (!element || !bar || bar.contains(element)) return null;
        const [own, over] = [element.getBoundingClientRect(), bar.getBoundingClientRect()];
        return own.top >= over.top && own.bottom <= over.bottom ? element.outerHTML.slice(0, 80) : null;
      });
      if (hidden) covered.push(hidden);
    }
    expect(covered).toEqual([]);
  });
});
