import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { open } from './site.ts';

const field = (page: Page) => page.getByLabel('Che cosa cerchi?');
const status = (page: Page) => page.locator('#stato');
const titles = (page: Page) => page.locator('#esito h3 a').allTextContents();
const box = (page: Page, label: string) => page.getByRole('checkbox', { name: new RegExp(`^${label} `) });
const parameters = (page: Page) => [...new URL(page.url()).searchParams].map((pair) => pair.join('='));

/** Waits for the answer to be announced. */
async function answered(page: Page, text: RegExp | string): Promise<void> {
  await status(page).filter({ hasText: text }).waitFor();
}

describe('a query', () => {
  test('in the address is answered on arrival, with Homes4All among the first three', async () => {
    await using visit = await open('/cerca/?q=emergenza+abitativa');
    await answered(visit.page, /risultati per «emergenza abitativa»/);
    expect((await titles(visit.page)).slice(0, 3)).toContain('Homes4All');
    expect(await field(visit.page).inputValue()).toBe('emergenza abitativa');
    expect(await visit.page.locator('#esito h2').allTextContents()).toContainEqual(
      expect.stringMatching(/^Pratiche/),
    );
    expect(await visit.page.locator('#esito mark').first().textContent()).toMatch(/emergenz/i);
    expect(await visit.page.locator('#elenchi').isVisible()).toBe(false);
    expect(visit.errors).toEqual([]);
  });

  test('from the header, and from the home page, arrives', async () => {
    await using visit = await open('/');
    await visit.page.getByLabel('Cerca in tutto il sito').fill('sfratto');
    await visit.page.keyboard.press('Enter');
    await answered(visit.page, 'per «sfratto»');
    await visit.page.goto('/');
    await visit.page.getByRole('searchbox', { name: /problema della tua città/ }).fill('case vuote');
    await visit.page.keyboard.press('Enter');
    await answered(visit.page, 'per «case vuote»');
  });

  test('is answered while it is typed, and the focus stays in the field', async () => {
    await using visit = await open('/cerca/');
    await field(visit.page).pressSequentially('sfratto', { delay: 20 });
    await answered(visit.page, 'per «sfratto»');
    expect(parameters(visit.page)).toEqual(['q=sfratto']);
    expect(await field(visit.page).evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('opens the section that matches', async () => {
    await using visit = await open('/cerca/?q=emergenza+abitativa&kind=practice');
    await answered(visit.page, 'risultat');
    const section = visit.page.locator('.result-where a').first();
    const [name, href] = [await section.textContent(), await section.getAttribute('href')];
    expect(href).toMatch(/^\/pratiche\/[a-z0-9-]+\/#[a-z-]+$/);
    await section.click();
    await visit.page.waitForURL(`**${href ?? ''}`);
    expect(await visit.page.locator(':target').textContent()).toContain(name);
  });

  test('keeps the words that have results when one has none', async () => {
    await using visit = await open('/cerca/?q=la+sfratto+degli+xylofoni');
    await answered(visit.page, 'per «sfratto»');
    expect(await visit.page.locator('.did-you-mean').textContent()).toContain(
      'Nessuna pagina contiene anche «xylofoni»',
    );
  });

  test('that nobody wrote is told so, with the lists', async () => {
    await using visit = await open('/cerca/?q=xylofoni');
    await answered(visit.page, 'Nessun risultato per «xylofoni».');
    expect(await visit.page.locator('#elenchi').isVisible()).toBe(true);
  });

  test.each([
    ['omes for all', '/pratiche/homes4all/'],
    ['portinerie di quartire', '/pratiche/portineria-di-quartiere/'],
    ['crowdfonding', '/pratiche/civic-crowdfunding/'],
  ])('that is misspelt reaches the right sheet: %s', async (query, address) => {
    await using visit = await open(`/cerca/?q=${query}`);
    const { page } = visit;
    await answered(page, 'risultat');
    expect(await page.locator('#esito h3 a').first().getAttribute('href')).toBe(address);
    expect(visit.errors).toEqual([]);
  });

  test('with a word that no page has says what was searched in its place, and offers the way back', async () => {
    await using visit = await open('/cerca/?q=omes+for+all');
    const { page } = visit;
    await answered(page, 'per «homes for all».');
    expect(await page.locator('.did-you-mean').textContent()).toContain('Forse cercavi «homes for all»');
    await page.getByRole('link', { name: 'Cerca invece «omes for all» alla lettera' }).click();
    await answered(page, 'per «omes for all».');
    expect(await page.locator('.did-you-mean').count()).toBe(0);
  });

  test('whose words are on different pages gives the best of them, and says what each lacks', async () => {
    await using visit = await open('/cerca/?q=baracche+teatro+ludoteca');
    const { page } = visit;
    await answered(page, 'risultat');
    expect(await page.locator('.did-you-mean').textContent()).toContain(
      'Nessuna pagina contiene tutte queste parole',
    );
    expect(await page.locator('.result').first().textContent()).toContain('Senza «');
  });
});

describe('filters', () => {
  test('stand in the address, combine, and can be taken away', async () => {
    await using visit = await open('/cerca/?q=torino');
    const { page } = visit;
    await answered(page, 'per «torino».');
    await box(page, 'Pratiche').check();
    await answered(page, 'con il filtro scelto');
    await box(page, 'Casa').check();
    await answered(page, 'con i 2 filtri scelti');
    expect(parameters(page)).toEqual(['q=torino', 'kind=practice', 'area=disagio-abitativo']);
    expect(await page.locator('#esito h2').allTextContents()).toHaveLength(1);
    await page.getByRole('button', { name: 'Togli il filtro Pratiche' }).click();
    await answered(page, 'con il filtro scelto');
    expect(parameters(page)).toEqual(['q=torino', 'area=disagio-abitativo']);
    expect(await box(page, 'Pratiche').isChecked()).toBe(false);
    expect(await status(page).evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('count what they would give', async () => {
    await using visit = await open('/cerca/?q=torino&kind=practice');
    const { page } = visit;
    await answered(page, /^\d+ risultati/);
    const [count = ''] = /^\d+/.exec((await status(page).textContent()) ?? '') ?? [];
    const beside = page.locator('label', { has: page.locator('[value="practice"]') }).locator('.n');
    // the numbers come after the answer is told
    await expect.poll(() => beside.textContent()).toBe(count);
  });

  test('alone browse the base, ten at a time, in alphabetical order', async () => {
    await using visit = await open('/cerca/?kind=need');
    const { page } = visit;
    await answered(page, 'con il filtro scelto');
    const first = await titles(page);
    expect(first).toHaveLength(10);
    expect(first).toEqual([...first].sort((a, b) => a.localeCompare(b, 'it')));
    await page.getByRole('button', { name: 'Mostra altri 10 risultati: Bisogni' }).click();
    await page.locator('#esito h3 a').nth(19).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe((await titles(page))[10]);
  });

  test('that exclude everything are told apart from words nobody wrote', async () => {
    await using visit = await open('/cerca/?q=baracche&status=scaled');
    await answered(visit.page, 'Nessun risultato');
    expect(await visit.page.locator('#esito').textContent()).toContain('Senza il filtro ci sono');
    await visit.page.getByRole('button', { name: 'Togli i filtri' }).click();
    await answered(visit.page, /^\d+ risultati per «baracche»\.$/);
  });

  test('by people, by region and by what a sheet tells combine, and their counts are what they give', async () => {
    await using visit = await open('/cerca/?region=puglia&has=procedure');
    const { page } = visit;
    await answered(page, 'con i 2 filtri scelti');
    const count = page
      .locator('label', { has: page.locator('[name="has"][value="difficulties"]') })
      .locator('.n');
    await count.filter({ hasText: /^[1-9]/ }).waitFor();
    expect(await page.locator('.chip-label').allTextContents()).toEqual(['Puglia', 'I passi e gli atti']);
    const shown = Number(/^\d+/.exec((await status(page).textContent()) ?? ''));
    const own = page.locator('label', { has: page.locator('[name="has"][value="procedure"]') }).locator('.n');
    expect(Number(await own.textContent())).toBe(shown);
    await page.getByRole('button', { name: 'Togli il filtro Puglia' }).click();
    await answered(page, 'con il filtro scelto');
    expect(parameters(page)).toEqual(['has=procedure']);
  });

  test('on a phone stand behind a button', async () => {
    await using visit = await open('/cerca/?q=torino', { width: 360 });
    const { page } = visit;
    await answered(page, 'risultati');
    expect(await box(page, 'Pratiche').isVisible()).toBe(false);
    await page.getByText('Filtra').click();
    await box(page, 'Pratiche').check();
    await answered(page, 'con il filtro scelto');
    await page.getByRole('button', { name: 'Vedi i risultati' }).click();
    expect(await box(page, 'Pratiche').isVisible()).toBe(false);
    expect(await page.getByText('Filtra (1)').isVisible()).toBe(true);
  });
});

test('the back button brings back the question before, and its answer', async () => {
  await using visit = await open('/cerca/?q=sfratto');
  const { page } = visit;
  await answered(page, 'per «sfratto».');
  await box(page, 'Bisogni').check();
  await answered(page, 'con il filtro scelto');
  await field(page).fill('torino');
  await field(page).press('Enter');
  await answered(page, 'per «torino»');
  await page.goBack();
  await answered(page, 'per «sfratto», con il filtro scelto');
  await page.goBack();
  await answered(page, 'per «sfratto».');
  expect(await field(page).inputValue()).toBe('sfratto');
  expect(await box(page, 'Bisogni').isChecked()).toBe(false);
  await page.goForward();
  await answered(page, 'con il filtro scelto');
  expect(await box(page, 'Bisogni').isChecked()).toBe(true);
});

test('results are reached with the Tab key', async () => {
  await using visit = await open('/cerca/?q=emergenza+abitativa', { width: 360 });
  const { page } = visit;
  await answered(page, 'risultati');
  await field(page).focus();
  const stops: string[] = [];
  for (let stop = 0; stop < 6; stop += 1) {
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate(() => document.activeElement?.textContent.trim() ?? ''));
  }
  expect(stops.slice(0, 3)).toEqual(['Cerca', 'Filtra', (await titles(page))[0]]);
});

describe('a name', () => {
  test('leads to what is called so, before all that speaks of it', async () => {
    await using visit = await open('/cerca/?q=torino');
    await answered(visit.page, 'per «torino».');
    expect((await titles(visit.page))[0]).toBe('Torino');
    await visit.page.locator('#esito h3 a').first().click();
    await visit.page.waitForURL('**/citta/torino/');
  });

  test('of the glossary leads to its entry, not to the top of the page', async () => {
    await using visit = await open('/cerca/?q=pay+by+result');
    const { page } = visit;
    await answered(page, 'per «pay by result».');
    await page.locator('.results-named h3 a').click();
    await page.waitForURL('**/glossario/#pay-by-result');
    expect(await page.locator(':target').textContent()).toContain('Pagamento a risultato');
    expect(visit.errors).toEqual([]);
  });

  test('in the glossary is found by its definition too', async () => {
    await using visit = await open('/cerca/?q=ritorno+economico+risultato+sociale');
    await answered(visit.page, 'risultat');
    const where = visit.page.locator('.result-where a[href^="/glossario/#"]').first();
    expect(await where.getAttribute('href')).toBe('/glossario/#finanza-di-impatto');
  });
});

test('without JavaScript the page says so and offers the lists', async () => {
  await using visit = await open('/cerca/?q=sfratto', { javascript: false });
  const { page } = visit;
  expect(await page.locator('main').innerText()).toContain('La casella di ricerca ha bisogno di JavaScript');
  expect(await field(page).isVisible()).toBe(false);
  expect(await page.locator('#elenchi a').allTextContents()).toEqual(
    expect.arrayContaining(['Pratiche', 'Bisogni', 'Aree', 'Laboratori', 'Città', 'Glossario']),
  );
});
