/** What a reader puts aside: kept, ordered, written on, carried away and brought back, whatever the browser does. */
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import JSZip from 'jszip';
import type { Download, Locator, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFindings, isTooWide } from './findings.ts';
import { open } from './site.ts';

const key = 'tra-pari:quaderno';
const seed = {
  version: 1,
  items: [
    {
      kind: 'practice',
      key: 'practice:tonite',
      added: '2026-11-20',
      note: 'Chiamare Torino.',
      id: 'tonite',
      title: 'ToNite',
    },
    {
      kind: 'comparison',
      key: 'comparison:homes4all,tonite',
      added: '2026-11-21',
      note: '',
      ids: ['tonite', 'homes4all'],
      titles: ['ToNite', 'Homes4All'],
    },
    { kind: 'fit', key: 'fit:tonite', added: '2026-11-21', note: '', id: 'tonite', title: 'ToNite' },
    { kind: 'note', key: 'note:1', added: '2026-11-22', note: 'Prima di giovedì.', title: 'Da fare' },
  ],
};
const check = { version: 1, city: 'Crotone', date: '', author: '', answers: {} };
const titles = ['ToNite', 'Confronto: ToNite, Homes4All', 'Verifica: ToNite', 'Da fare'];

const keep = (page: Page, texts: Readonly<Record<string, string>>): Promise<void> =>
  page.evaluate((all) => {
    for (const [name, text] of Object.entries(all)) localStorage.setItem(name, text);
  }, texts);
const kept = (page: Page, name = key): Promise<string | null> =>
  page.evaluate((own) => localStorage.getItem(own), name);

/** The notebook with four things in it. */
async function openFull(options: Parameters<typeof open>[1] = {}) {
  const visit = await open('/quaderno/', options);
  await keep(visit.page, { [key]: JSON.stringify(seed), 'tra-pari:adatta:tonite': JSON.stringify(check) });
  await visit.page.reload();
  return visit;
}

const items = (page: Page): Locator => page.locator('#notebook-items > li');
const titlesOf = (page: Page): Promise<string[]> => items(page).locator('h3').allTextContents();
const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: typeof name === 'string' }).click();
const told = async (page: Page, words: string): Promise<void> => {
  await page.locator('#notebook-told', { hasText: words }).waitFor();
};

async function downloaded(page: Page, name: string): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, name)]);
  return download;
}
const textOf = async (download: Download): Promise<string> => readFile(await download.path(), 'utf8');

async function load(page: Page, text: string): Promise<void> {
  await page
    .locator('#notebook-file')
    .setInputFiles({ name: 'quaderno.json', mimeType: 'application/json', buffer: Buffer.from(text) });
}

const quiet = ({ errors, violations, outside }: Awaited<ReturnType<typeof open>>): void => {
  expect([errors, violations, outside]).toEqual([[], [], []]);
};

describe('a sheet', () => {
  test('is saved from its page, once, and is found in the notebook after a reload', async () => {
    await using visit = await open('/pratiche/tonite/');
    const { page } = visit;
    await press(page, 'Salva nel quaderno');
    const answer = page.getByRole('link', { name: 'Salvata nel quaderno' });
    await answer.waitFor();
    await press(page, 'Salva nel quaderno');
    await page.getByRole('link', { name: 'È già nel quaderno' }).click();
    await page.waitForURL('**/quaderno/');
    expect(await titlesOf(page)).toEqual(['ToNite']);
    await items(page).getByRole('textbox', { name: 'La mia nota' }).fill('Chiedere quanto è durata.');
    await page.reload();
    expect(await items(page).getByRole('textbox').inputValue()).toBe('Chiedere quanto è durata.');
    await items(page).getByRole('link', { name: 'ToNite' }).click();
    await page.waitForURL('**/pratiche/tonite/');
    quiet(visit);
  });

  test('says why it is not saved, where the browser keeps nothing or has no room', async () => {
    await using visit = await open('/privacy/');
    const { page } = visit;
    await page.evaluate(() => {
      for (const length of [1_000_000, 100_000, 1000, 10, 1])
        for (let count = 0; ; count += 1)
          try {
            localStorage.setItem(`altro:${length}:${count}`, 'x'.repeat(length));
          } catch {
            break;
          }
    });
    await page.goto('/pratiche/tonite/');
    await press(page, 'Salva nel quaderno');
    await page.locator('.notebook-answer', { hasText: 'è pieno' }).waitFor();
    await page.evaluate(() => localStorage.clear());
    await press(page, 'Salva nel quaderno');
    await page.getByRole('link', { name: 'Salvata nel quaderno' }).waitFor();
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('no', 'SecurityError');
        },
      });
    });
    await page.reload();
    await press(page, 'Salva nel quaderno');
    await page.locator('.notebook-answer', { hasText: 'non conserva nulla' }).waitFor();
    quiet(visit);
  });
});

describe('the notebook', () => {
  test('that is empty says what it is for, and leads on', async () => {
    await using visit = await open('/quaderno/');
    await visit.page.getByRole('heading', { name: 'Il quaderno è vuoto' }).waitFor();
    expect(await visit.page.getByRole('link', { name: 'Tutte le pratiche' }).getAttribute('href')).toBe(
      '/pratiche/',
    );
    expect(await accessibilityFindings(visit.page)).toEqual([]);
    quiet(visit);
  });

  test('is put in order, thinned and written on, and each step is taken back and done again', async () => {
    await using visit = await openFull();
    const { page } = visit;
    expect(await titlesOf(page)).toEqual(titles);
    await press(page, 'Sposta giù: ToNite');
    await told(page, '«ToNite» è al posto 2 di 4');
    expect((await titlesOf(page)).slice(0, 2)).toEqual([titles[1], titles[0]]);
    await press(page, 'Togli: Verifica: ToNite');
    expect(await items(page).count()).toBe(3);
    await press(page, 'Aggiungi una nota');
    await page.keyboard.type('Riunione');
    await items(page).nth(3).getByLabel('Testo').fill('Portare i costi.');
    await page.reload();
    expect(await titlesOf(page)).toEqual([titles[1], titles[0], titles[3], 'Riunione']);
    await press(page, 'Svuota il quaderno');
    expect(await items(page).count()).toBe(0);
    await press(page, /^Annulla/);
    expect(await items(page).count()).toBe(4);
    await press(page, /^Rifai/);
    await page.getByRole('heading', { name: 'Il quaderno è vuoto' }).waitFor();
    await press(page, /^Annulla/);
    await page.reload();
    expect(await items(page).nth(3).getByLabel('Testo').inputValue()).toBe('Portare i costi.');
    quiet(visit);
  });

  test('a note typed is undone whole', async () => {
    await using visit = await openFull();
    const { page } = visit;
    const field = items(page).first().getByRole('textbox');
    await field.focus();
    await page.keyboard.press('End');
    await page.keyboard.type(' Subito.');
    expect(await kept(page)).toContain('Chiamare Torino. Subito.');
    await press(page, /^Annulla/);
    expect(await field.inputValue()).toBe('Chiamare Torino.');
    expect(JSON.parse((await kept(page)) ?? '')).toEqual(seed);
    quiet(visit);
  });

  test('open in two windows is one notebook, and what is being typed keeps its place', async () => {
    await using visit = await openFull();
    const { page } = visit;
    const other = await page.context().newPage();
    await other.goto('/quaderno/');
    const field = items(page).first().getByRole('textbox');
    await field.focus();
    await field.evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(8, 8));
    await press(other, 'Togli: Da fare');
    await told(page, 'cambiato in un’altra finestra');
    expect(await titlesOf(page)).toEqual(titles.slice(0, 3));
    await page.keyboard.type(' a');
    expect(await field.inputValue()).toBe('Chiamare a Torino.');
    await other.locator('#notebook-told', { hasText: 'altra finestra' }).waitFor();
    expect(await items(other).first().getByRole('textbox').inputValue()).toBe('Chiamare a Torino.');
    quiet(visit);
  });

  test('is used with the keyboard alone, and the focus is never lost', async () => {
    await using visit = await openFull();
    const { page } = visit;
    const focused = () =>
      page.evaluate(
        () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent,
      );
    await page.getByRole('button', { name: 'Sposta giù: ToNite', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect((await titlesOf(page)).at(-1)).toBe('ToNite');
    expect(await focused()).toBe('Sposta giù: ToNite');
    await page.keyboard.press('Tab');
    for (const next of ['Togli: Da fare', 'Togli: Verifica: ToNite', 'Togli: Confronto: ToNite, Homes4All']) {
      await page.keyboard.press('Space');
      expect(await focused()).toBe(next);
    }
    await page.keyboard.press('Space');
    expect(await focused()).toContain('Annulla: tolta');
    await page.keyboard.press('Enter');
    expect(await titlesOf(page)).toEqual([titles[1]]);
    quiet(visit);
  });
});

describe('the file', () => {
  test('takes everything away and brings it back the same, answers included', async () => {
    await using visit = await openFull();
    const { page } = visit;
    const download = await downloaded(page, 'Scarica il quaderno');
    expect(download.suggestedFilename()).toBe('quaderno-tra-pari.json');
    const text = await textOf(download);
    await press(page, 'Togli tutto da questo dispositivo');
    expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    await page.reload();
    const file = join(tmpdir(), `quaderno-${process.pid}.json`);
    await writeFile(file, text);
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      press(page, 'Carica un quaderno'),
    ]);
    await chooser.setFiles(file);
    await told(page, 'Fatto');
    expect(JSON.parse((await kept(page)) ?? '')).toEqual(seed);
    expect(JSON.parse((await kept(page, 'tra-pari:adatta:tonite')) ?? '')).toEqual(check);
    quiet(visit);
  });

  test('is added after what is here, or takes its place, as one chooses; both are taken back', async () => {
    await using visit = await openFull();
    const { page } = visit;
    const text = await textOf(await downloaded(page, 'Scarica il quaderno'));
    const own = {
      version: 1,
      items: [{ kind: 'note', key: 'note:1', added: '2026-11-22', note: 'Mia.', title: 'Mia' }],
    };
    const ownCheck = JSON.stringify({ ...check, city: 'Lecce' });
    await keep(page, { [key]: JSON.stringify(own), 'tra-pari:adatta:tonite': ownCheck });
    await page.reload();

    await load(page, text);
    await page.getByRole('heading', { name: 'Che cosa fare del quaderno caricato' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await textOf(await downloaded(page, 'scarica il quaderno di adesso'))).toContain('Mia.');
    await press(page, 'Lascia stare');
    expect(JSON.parse((await kept(page)) ?? '')).toEqual(own);

    await load(page, text);
    await press(page, 'Aggiungi');
    await told(page, 'Sono rimaste quelle di questo browser: la verifica di «tonite»');
    expect(await titlesOf(page)).toEqual(['Mia', ...titles]);
    expect(await kept(page, 'tra-pari:adatta:tonite')).toBe(ownCheck);
    await press(page, /^Annulla/);
    expect(await titlesOf(page)).toEqual(['Mia']);

    await load(page, text);
    await press(page, 'Sostituisci');
    await told(page, 'ci sono 4 voci');
    expect(await titlesOf(page)).toEqual(titles);
    expect(await kept(page, 'tra-pari:adatta:tonite')).toContain('Crotone');
    await press(page, /^Annulla/);
    expect(await titlesOf(page)).toEqual(['Mia']);
    expect(await kept(page, 'tra-pari:adatta:tonite')).toBe(ownCheck);
    quiet(visit);
  });

  test('that is none, too new or hostile changes nothing and says what is wanted', async () => {
    await using visit = await openFull();
    const { page } = visit;
    for (const [text, words] of [
      ['{"format":"quaderno', 'non è un quaderno'],
      ['{"collection":"practices"}', 'contiene altro'],
      ['{"format":"quaderno-tra-pari","version":2}', 'versione più nuova'],
      ['['.repeat(100_000), 'non è un quaderno'],
      [' '.repeat(12_000_001), 'troppo grande'],
    ] as const) {
      await load(page, text);
      await told(page, words);
    }
    expect(JSON.parse((await kept(page)) ?? '')).toEqual(seed);
    const markup = '<img src=x onerror="document.title=1">';
    const hostile = {
      format: 'quaderno-tra-pari',
      version: 1,
      saved: '2026-11-22',
      notebook: { version: 1, items: [{ ...seed.items[0], title: markup, note: markup }] },
      beside: {},
    };
    await press(page, 'Svuota il quaderno');
    await load(page, JSON.stringify(hostile));
    await told(page, 'c’è una voce');
    expect(await titlesOf(page)).toEqual([markup]);
    expect(await page.locator('main img').count()).toBe(0);
    quiet(visit);
  });
});

describe('what the browser does', () => {
  test('spoilt by hand: it is said, a copy is kept and can be taken away, and work goes on', async () => {
    await using visit = await openFull();
    const { page } = visit;
    const spoilt = '{"version":1,"items":[{"kind":"practice"';
    await keep(page, { [key]: spoilt });
    await page.reload();
    await page.locator('#notebook-kept', { hasText: 'non si riesce a leggere' }).waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await textOf(await downloaded(page, 'Scarica quello che c’era'))).toBe(spoilt);
    await press(page, 'Aggiungi una nota');
    await page.reload();
    expect(await items(page).count()).toBe(1);
    const copies = page.locator('#notebook-copies li');
    expect(await copies.count()).toBe(1);
    expect(
      await textOf(
        await downloaded(
          page,
          await copies.getByRole('button').first().getAttribute('aria-label').then(String),
        ),
      ),
    ).toBe(spoilt);
    await copies.getByRole('button', { name: /^Butta/ }).click();
    expect(await copies.count()).toBe(0);
    await press(page, /^Annulla/);
    expect(await copies.count()).toBe(1);
    quiet(visit);
  });

  test('keeps nothing: it is said, and the work can be taken away', async () => {
    await using visit = await open('/privacy/');
    const { page } = visit;
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('no', 'SecurityError');
        },
      });
    });
    await page.goto('/quaderno/');
    await page.locator('#notebook-kept', { hasText: 'non conserva nulla' }).waitFor();
    await press(page, 'Aggiungi una nota');
    await page.keyboard.type('Senza memoria');
    expect(await textOf(await downloaded(page, 'Scarica il quaderno'))).toContain('Senza memoria');
    expect(await accessibilityFindings(page)).toEqual([]);
    quiet(visit);
  });

  test('has no room left: it is said, what was kept stays, and the work can be taken away', async () => {
    await using visit = await openFull();
    const { page } = visit;
    await page.evaluate(() => {
      for (const length of [1_000_000, 100_000, 1000, 10, 1])
        for (let count = 0; ; count += 1)
          try {
            localStorage.setItem(`altro:${length}:${count}`, 'x'.repeat(length));
          } catch {
            break;
          }
    });
    await items(page).first().getByRole('textbox').fill('Chiamare Torino. '.repeat(20));
    await page.locator('#notebook-kept', { hasText: 'è pieno' }).waitFor();
    expect(await kept(page)).toBe(JSON.stringify(seed));
    expect(await textOf(await downloaded(page, 'Scarica il quaderno'))).toContain(
      'Chiamare Torino. Chiamare Torino.',
    );
    await page.evaluate(() => {
      for (const name of Object.keys(localStorage))
        if (name.startsWith('altro:')) localStorage.removeItem(name);
    });
    await items(page).nth(1).getByRole('textbox').fill('Ora c’è posto.');
    await page.locator('#notebook-kept', { hasText: 'è pieno' }).waitFor({ state: 'hidden' });
    expect(await kept(page)).toContain('Ora c’è posto.');
    quiet(visit);
  });

  test('runs no script: the page says what it would do', async () => {
    await using visit = await open('/quaderno/', { javascript: false });
    const text = await visit.page.locator('main').innerText();
    expect(text).toContain('ha bisogno degli script');
    expect(text).not.toContain('Scarica il quaderno');
    await visit.page.goto('/pratiche/tonite/');
    expect(await visit.page.getByRole('button', { name: 'Salva nel quaderno' }).isVisible()).toBe(false);
  });
});

describe('the document', () => {
  const words = [
    'Chiamare Torino.',
    'Crotone',
    'Prima di giovedì.',
    'Da fare',
    'Homes4All',
    'Che cosa è indispensabile',
  ];

  test('is printed whole, with its sources and without the tools', async () => {
    await using visit = await openFull();
    const { page } = visit;
    await press(page, 'Stampa tutto');
    await page.locator('#notebook-progress', { hasText: 'Il documento è pronto.' }).waitFor();
    const paper = page.locator('#notebook-document .document');
    await paper.waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    const sources = await paper
      .locator('.refs a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    const notes = await paper
      .locator('sup.note a')
      .evaluateAll((links) =>
        links.map((link) => document.querySelector(link.getAttribute('href') ?? '')?.tagName),
      );
    expect(notes.length).toBeGreaterThan(20);
    expect(new Set(notes)).toEqual(new Set(['LI']));
    await page.emulateMedia({ media: 'print' });
    const text = await page.locator('body').innerText();
    expect(sources.length).toBeGreaterThan(5);
    for (const part of [...words, ...sources]) expect(text).toContain(part);
    for (const part of ['Sposta su', 'Scarica', 'Su questo dispositivo', 'Nel quaderno'])
      expect(text).not.toContain(part);
    quiet(visit);
  });

  test('is a Word file', async () => {
    await using visit = await openFull();
    const { page } = visit;
    const download = await downloaded(page, 'Scarica in Word');
    expect(download.suggestedFilename()).toBe('quaderno-tra-pari.docx');
    const zip = await JSZip.loadAsync(await readFile(await download.path()));
    const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
    const text = xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');
    for (const part of words) expect(text).toContain(part);
    quiet(visit);
  });

  test('names what cannot be opened, and has it when the line is back', async () => {
    await using visit = await openFull();
    const { page } = visit;
    await page.route('**/dati/practices/homes4all.json', (route) => route.abort());
    await press(page, 'Vedi il documento');
    await page.locator('#notebook-progress', { hasText: 'una voce non si è potuta aprire' }).waitFor();
    const paper = page.locator('#notebook-document .document');
    expect(await paper.innerText()).toContain('Confronto: ToNite, Homes4All');
    await page.unroute('**/dati/practices/homes4all.json');
    await press(page, 'Vedi il documento');
    await page.locator('#notebook-progress', { hasText: /Il documento è pronto\.$/ }).waitFor();
    expect(await paper.innerText()).toContain('La scheda intera');
  });

  test('follows what is changed after it was shown', async () => {
    await using visit = await openFull();
    const { page } = visit;
    await press(page, 'Vedi il documento');
    const paper = page.locator('#notebook-document .document');
    await paper.waitFor();
    await items(page).nth(3).getByLabel('Testo').fill('Dopo pranzo.');
    await paper.filter({ hasText: 'Dopo pranzo.' }).waitFor();
    await press(page, 'Svuota il quaderno');
    await paper.waitFor({ state: 'hidden' });
    quiet(visit);
  });
});

test.each([360, 1280])('nothing scrolls sideways at %d px, and axe finds nothing', async (width) => {
  await using visit = await openFull({ width, height: 800 });
  const { page } = visit;
  await items(page).first().getByRole('textbox').fill('parolalunghissima'.repeat(40));
  expect(await isTooWide(page)).toBe(false);
  expect(await accessibilityFindings(page)).toEqual([]);
  await press(page, 'Vedi il documento');
  await page.locator('#notebook-document .document').waitFor();
  expect(await isTooWide(page)).toBe(false);
  expect(await accessibilityFindings(page)).toEqual([]);
});
