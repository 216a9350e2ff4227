import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFindings as findings, isTooWide } from './findings.ts';
import { open, type Visit } from './site.ts';

// a sheet of a whole city, whose sources put its cost from 41 to 45.8 million
const sheet = '/pratiche/axto/';
const address = `${sheet}adatta/`;
const key = 'tra-pari:costi:axto';

const field = (page: Page, name: string) => page.locator(`#costs [name="${name}"]`);
const outcome = (page: Page) => page.locator('#costs-outcome');
const says = (page: Page, text: string) => outcome(page).filter({ hasText: text }).waitFor();
const kept = (page: Page) => page.evaluate((name) => localStorage.getItem(name), key);
const error = (page: Page, text: string) => page.locator('#costs .field-error', { hasText: text });
const total = (page: Page) => page.getByRole('checkbox', { name: 'Costo totale: da 41.000.000' });

/** Types and goes on to the next field. */
async function type(page: Page, name: string, text: string): Promise<void> {
  await field(page, name).fill(text);
  await field(page, name).press('Tab');
}

/** A visit whose storage was spoilt before the page ran. */
async function openWith(prepare: (name: string) => void): Promise<Visit> {
  const visit = await open(sheet);
  await visit.page.addInitScript(prepare, key);
  await visit.page.goto(address);
  return visit;
}

describe('the cost rescaler', () => {
  test('is reached from the money of the sheet', async () => {
    await using visit = await open(sheet);
    const { page } = visit;
    await page.getByRole('link', { name: 'Quanto costerebbe da noi' }).click();
    await page.waitForURL(`**${address}#costi`);
    expect(await total(page).isChecked()).toBe(true);
  });

  test('refuses until our own size is there, then gives a range with its prices', async () => {
    await using visit = await open(address);
    const { page, errors, violations, outside } = visit;
    await says(page, 'Da noi, abitanti della nostra città: manca.');
    await page.getByRole('button', { name: 'Vai al campo' }).press('Enter');
    expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('ours');
    // as large as Turin: what is documented comes back
    await page.keyboard.type('872.367');
    await says(
      page,
      'Una volta sola: da 41.000.000\u00a0€ a 46.000.000\u00a0€, a prezzi del 2017–2020, non rivalutati.',
    );
    const steps = await page.locator('#costs-steps').innerText();
    expect(steps).toContain('le fonti non concordano');
    expect([errors, violations, outside]).toEqual([[], [], []]);
  });

  test('goes to the result with Enter, and leaves the page where it is', async () => {
    await using visit = await open(address);
    const { page } = visit;
    await field(page, 'ours').fill('100.000');
    await field(page, 'ours').press('Enter');
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Da noi');
    await says(page, 'Una volta sola: da');
    expect(page.url()).toMatch(/adatta\/$/);
  });

  test('follows every assumption, and says the outcome politely', async () => {
    await using visit = await open(address);
    const { page } = visit;
    expect(await outcome(page).getAttribute('role')).toBe('status');
    await type(page, 'ours', '872.367');
    await type(page, 'prices', '2020');
    await type(page, 'growthHigh', '10');
    // 45,800,000 × 1.1³ = 60,959,800
    await says(page, 'da 41.000.000\u00a0€ a 61.000.000\u00a0€, a prezzi del 2020.');
    await field(page, 'use.costs-bando-per-la-cultura-nelle-aree-periferiche').check();
    // and 1,000,000 of 2017 × 1.1³: 62,290,800 in all
    await says(page, 'da 42.000.000\u00a0€ a 63.000.000\u00a0€');
    expect(await page.locator('#costs-steps').innerText()).toContain('gli stessi soldi contati due volte');
    await field(page, 'kind.costs-bando-per-la-cultura-nelle-aree-periferiche').selectOption('recurring');
    await says(page, 'Ogni anno: da 1.000.000\u00a0€ a 1.400.000\u00a0€');
    await says(page, 'Una volta sola: da 41.000.000\u00a0€ a 61.000.000\u00a0€');
  });

  test('says beside the field what cannot be, and gives no number', async () => {
    await using visit = await open(address);
    const { page } = visit;
    await type(page, 'ours', '-5');
    await error(page, 'Il numero non può essere negativo.').waitFor();
    expect(await outcome(page).innerText()).toContain('da correggere');
    const described = await field(page, 'ours').getAttribute('aria-describedby');
    expect(await page.locator(`[id="${described}"]`).innerText()).toContain('negativo');
    for (const [text, problem] of [
      ['0', 'più grande di 0'],
      ['molti', 'in cifre'],
      ['1000000000000', 'controlla gli zeri'],
    ] as const) {
      await type(page, 'ours', text);
      await error(page, problem).waitFor();
    }
    await type(page, 'ours', '50.000');
    await error(page, 'controlla gli zeri').waitFor({ state: 'detached' });
    expect(await field(page, 'ours').getAttribute('aria-invalid')).toBeNull();
    await type(page, 'year.dato-total-cost', '1800');
    await error(page, 'fra 1950 e 2050').waitFor();
    expect(await findings(page)).toEqual([]);
    await type(page, 'year.dato-total-cost', '2020');
    await says(page, 'Una volta sola');
  });

  test('loses nothing when loaded again in the middle of a number, and comes back with the back button', async () => {
    await using visit = await open(address);
    const { page } = visit;
    await field(page, 'ours').pressSequentially('60.0');
    await page.reload();
    expect(await field(page, 'ours').inputValue()).toBe('60.0');
    await type(page, 'ours', '60.000');
    await type(page, 'own.name', 'Arredi');
    await page.goto(sheet);
    await page.goBack();
    expect(await field(page, 'own.name').inputValue()).toBe('Arredi');
    await says(page, 'Una volta sola');
  });

  test('goes back to where it began, and back again', async () => {
    await using visit = await open(address);
    const { page } = visit;
    const button = page.locator('#costs-reset');
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await type(page, 'ours', '60.000');
    await total(page).uncheck();
    await button.press('Enter');
    expect(await field(page, 'ours').inputValue()).toBe('');
    expect(await total(page).isChecked()).toBe(true);
    expect(await kept(page)).toBeNull();
    await page.getByRole('button', { name: 'Annulla: rimetti i tuoi valori' }).press('Enter');
    expect(await field(page, 'ours').inputValue()).toBe('60.000');
    expect(await total(page).isChecked()).toBe(false);
    expect(await kept(page)).toContain('60.000');
  });

  test('our own number belongs to the measure, and is not taken to another', async () => {
    await using visit = await open(address);
    const { page } = visit;
    await type(page, 'ours', '60.000');
    await page.getByRole('radio', { name: 'Persone arrivate agli sportelli' }).check();
    expect(await field(page, 'ours').inputValue()).toBe('');
    await page.getByRole('radio', { name: 'Abitanti di Torino' }).check();
    expect(await field(page, 'ours').inputValue()).toBe('60.000');
  });

  test('what another window types arrives in this one', async () => {
    await using visit = await open(address);
    const { page } = visit;
    const other = await page.context().newPage();
    await other.goto(address);
    await type(other, 'ours', '60.000');
    await says(page, 'Una volta sola');
    expect(await field(page, 'ours').inputValue()).toBe('60.000');
  });

  test('ends up in the note and in its Word file, with its assumptions and sources', async () => {
    await using visit = await open(address);
    const { page } = visit;
    await type(page, 'ours', '872.367');
    await page.getByRole('button', { name: 'Vedi la nota' }).click();
    const note = page.locator('#fit-document .document');
    await note.filter({ hasText: 'da 41.000.000\u00a0€ a 46.000.000\u00a0€' }).waitFor();
    await type(page, 'shareLow', '30');
    await note.filter({ hasText: 'da 30% a 100%' }).waitFor();
    const row = note.getByRole('row', { name: /^Costo totale/ }).first();
    expect(await row.locator('sup a').count()).toBeGreaterThan(0);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Scarica in Word' }).click();
    const zip = await JSZip.loadAsync(await readFile(await (await download).path()));
    const xml = (await zip.file('word/document.xml')?.async('text')) ?? '';
    expect(xml.replace(/<[^>]+>/g, '')).toContain('da 41.000.000\u00a0€ a 46.000.000\u00a0€');
  });
});

describe('where the sheet says little', () => {
  test('a sheet without amounts names the field that is missing and takes one that the reader knows', async () => {
    await using visit = await open('/pratiche/abito/adatta/');
    const { page } = visit;
    await says(page, 'Un importo da cui partire: nella scheda non è documentato.');
    const link = outcome(page).getByRole('link', { name: 'documentalo nella scheda' });
    expect(await link.getAttribute('href')).toBe('/contribuisci/campi/#costs');
    await type(page, 'ours', '872.367');
    await type(page, 'own.amount', '100.000');
    await type(page, 'year.own', '2024');
    await field(page, 'kind.own').selectOption('recurring');
    await says(page, 'Ogni anno: da 99.000\u00a0€ a 110.000\u00a0€');
    expect(await page.locator('#costs-steps').innerText()).toContain('non ha una fonte');
  });

  test('a practice of one quarter never borrows the inhabitants of the whole city', async () => {
    await using visit = await open('/pratiche/tonite/adatta/');
    const { page } = visit;
    await says(page, 'Con che cosa si misura la grandezza');
    expect(await page.getByRole('radio', { name: /^Abitanti/ }).count()).toBe(0);
    // a number typed before the measure goes to the first that is chosen
    await type(page, 'ours', '30.000');
    await page.getByRole('radio', { name: 'Partecipanti: 30.000' }).check();
    await says(page, 'Una volta sola: da 5.800.000\u00a0€ a 5.900.000\u00a0€');
  });
});

describe('storage that fails', () => {
  test('what was damaged is said, kept aside and handed over as it was', async () => {
    await using visit = await openWith((name) => {
      if (!sessionStorage.getItem('spoilt')) localStorage.setItem(name, '{"version": 1, "typed": [');
      sessionStorage.setItem('spoilt', 'yes');
    });
    const { page } = visit;
    const place = page.locator('#costs-kept');
    await place.getByText('non si riesce a leggere').waitFor();
    const download = page.waitForEvent('download');
    await place.getByRole('button', { name: 'Scarica quello che c’era' }).click();
    expect(await readFile(await (await download).path(), 'utf8')).toBe('{"version": 1, "typed": [');
    await type(page, 'ours', '60.000');
    await page.reload();
    expect(await field(page, 'ours').inputValue()).toBe('60.000');
    const copies = await page.evaluate(() =>
      Object.entries(localStorage).flatMap(([name, copy]) =>
        name.includes('copia:costi:axto') ? [copy as string] : [],
      ),
    );
    expect(copies).toEqual(['{"version": 1, "typed": [']);
  });

  test('where nothing can be kept that is said, and the sum is done all the same', async () => {
    await using visit = await openWith(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('forbidden', 'SecurityError');
        },
      });
    });
    const { page, errors } = visit;
    // once for the whole page
    await page.getByText('non conserva nulla').waitFor();
    await type(page, 'ours', '60.000');
    await says(page, 'Una volta sola');
    expect(await findings(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});

describe('storage without room', () => {
  test('is said, and what was typed stays in the page', async () => {
    await using visit = await open(address);
    const { page } = visit;
    await page.evaluate(() => {
      let [text, free] = ['x'.repeat(1 << 20), true];
      for (let count = 0; free || text.length > 1; count += 1) {
        try {
          localStorage.setItem(`riempito-${count}`, text);
          free = false;
        } catch {
          text = text.slice(0, text.length >> 1);
        }
      }
    });
    await type(page, 'ours', '60.000');
    await page.locator('#costs-kept').getByText('è pieno').waitFor();
    await says(page, 'Una volta sola');
  });
});

describe('on paper and without a script', () => {
  test('the sum can be done by hand, with every amount and its year', async () => {
    await using visit = await open(address, { javascript: false });
    const { page } = visit;
    expect(await page.locator('#costi').getByText('Si può fare a mano').isVisible()).toBe(true);
    expect(await page.locator('.costs-blanks:visible').count()).toBe(2);
    expect(await page.locator('#costi .needs-script:visible').count()).toBe(0);
    const years = page.locator('.costs-amount [name^="year."]');
    expect(await years.locator('visible=true').count()).toBe(await years.count());
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.costs-blanks:visible').count()).toBe(2);
  });

  test('what was worked out is printed with its steps, and the form to fill in by hand is not', async () => {
    await using visit = await open(address);
    const { page } = visit;
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.costs-blanks:visible').count()).toBe(2);
    await page.emulateMedia({ media: 'screen' });
    await type(page, 'ours', '872.367');
    await says(page, 'Una volta sola');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.costs-blanks:visible').count()).toBe(0);
    expect(await outcome(page).isVisible()).toBe(true);
    expect(await page.locator('#costs-steps table').isVisible()).toBe(true);
    expect(await field(page, 'year.dato-total-cost').isVisible()).toBe(true);
    expect(await page.locator('#costs-reset').isVisible()).toBe(false);
  });
});

describe.each([1280, 360])('at %i px', (width) => {
  test('axe finds nothing, refusing, wrong and worked out, and nothing sticks out', async () => {
    await using visit = await open(address, { width });
    const { page } = visit;
    expect(await findings(page)).toEqual([]);
    await page.locator('.costs-unused summary').click();
    await type(page, 'ours', 'molti');
    await error(page, 'in cifre').waitFor();
    expect(await findings(page)).toEqual([]);
    await type(page, 'ours', '60.000');
    await type(page, 'own.amount', '1.000');
    await type(page, 'year.own', '2024');
    await field(page, 'kind.own').selectOption('recurring');
    await says(page, 'Ogni anno');
    expect(await findings(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
  });
});
