import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFindings as findings, isTooWide } from './findings.ts';
import { open, type Visit } from './site.ts';

const sheet = '/pratiche/tonite/';
const address = `${sheet}adatta/`;
const key = 'tra-pari:adatta:tonite';

/** The first three questions of the sheet, in its own words: all indispensable conditions. */
const [goal, office, groups] = [
  'Un obiettivo condiviso da maggioranza e opposizione.',
  'Un ufficio che tiene insieme sociale',
  'Associazioni, scuole e piccole imprese',
] as const;

const question = (page: Page, about: string) => page.getByRole('group', { name: about });
const choice = (page: Page, about: string, label: string) =>
  question(page, about).getByRole('radio', { name: label, exact: true });
const words = (page: Page, about: string, label: string) =>
  question(page, about).getByRole('textbox', { name: label });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const progress = (page: Page) => page.locator('#fit-progress').innerText();
const note = (page: Page) => page.locator('#fit-document .document');
const kept = (page: Page) => page.evaluate((name) => localStorage.getItem(name), key);
const told = (page: Page, text: string | RegExp) =>
  page.locator('#fit-told', { hasText: text }).waitFor({ state: 'visible' });

async function showNote(page: Page): Promise<void> {
  await press(page, 'Vedi la nota');
  await note(page).waitFor();
}

/** The note follows the answers a moment later. */
const noteSays = (page: Page, text: string) => note(page).filter({ hasText: text }).waitFor();

/** A visit whose storage was spoilt, filled or forbidden before the page ran. */
async function openWith(prepare: (name: string) => void): Promise<Visit> {
  const visit = await open(sheet);
  await visit.page.addInitScript(prepare, key);
  await visit.page.goto(address);
  return visit;
}

describe('the fit check', () => {
  test('is reached from the sheet, and its sources lead back there', async () => {
    await using visit = await open(sheet);
    const { page } = visit;
    await page.getByRole('link', { name: 'Adatta alla tua città' }).click();
    await page.waitForURL(`**${address}`);
    expect(await progress(page)).toMatch(/^\d+ domande, nessuna risposta ancora$/);
    const source = await question(page, goal).locator('sup a').first().getAttribute('href');
    expect(source).toMatch(/^\/pratiche\/tonite\/#fonte-\d+$/);
  });

  test('is filled in by keyboard alone, up to the note', async () => {
    await using visit = await open(address);
    const { page, errors, violations } = visit;
    await page.focus('#fit-city');
    await page.keyboard.type('Crotone');
    await page.keyboard.press('Tab');
    await page.keyboard.type('24 novembre 2026');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ufficio progetti');
    // the note of the source, then the answers of the first question: the third is «no»
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await choice(page, goal, 'no').isChecked()).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.type('Il segretario generale');
    await page.keyboard.press('Tab');
    await page.keyboard.type('marzo 2027');
    await page.focus('#fit-show');
    await page.keyboard.press('Enter');
    await note(page).waitFor();
    const text = await note(page).innerText();
    expect(text).toContain('Crotone, 24 novembre 2026');
    expect(text).toContain('scritta da Ufficio progetti');
    const row = note(page).getByRole('row', { name: goal });
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(['Il segretario generale', 'marzo 2027']);
    expect([errors, violations]).toEqual([[], []]);
  });

  test('loses nothing when it is loaded again in the middle of a word, and comes back with the back button', async () => {
    await using visit = await open(address);
    const { page } = visit;
    await choice(page, office, 'in parte').check();
    await words(page, office, 'Chi può procurarla').pressSequentially('La direzio');
    await page.reload();
    expect(await choice(page, office, 'in parte').isChecked()).toBe(true);
    expect(await words(page, office, 'Chi può procurarla').inputValue()).toBe('La direzio');
    expect(await progress(page)).toMatch(/^1 domanda su \d+ ha una risposta$/);
    await page.goto(sheet);
    await page.goBack();
    expect(await words(page, office, 'Chi può procurarla').inputValue()).toBe('La direzio');
  });

  test('undoes and does again, with buttons that say what and with the keys', async () => {
    await using visit = await open(address);
    const { page } = visit;
    await choice(page, goal, 'sì').check();
    await choice(page, office, 'no').check();
    await words(page, office, 'Entro quando').fill('maggio');
    await page.locator('#fit-redo').focus();
    expect(await page.locator('#fit-undo').innerText()).toMatch(/^Annulla: «Entro quando» a «Un ufficio/);
    await press(page, /^Annulla/);
    expect(await words(page, office, 'Entro quando').inputValue()).toBe('');
    await press(page, /^Annulla/);
    expect(await choice(page, office, 'no').isChecked()).toBe(false);
    expect(await choice(page, goal, 'sì').isChecked()).toBe(true);
    await press(page, /^Rifai/);
    expect(await choice(page, office, 'no').isChecked()).toBe(true);
    await choice(page, goal, 'sì').focus();
    await page.keyboard.press('Control+z');
    expect(await choice(page, office, 'no').isChecked()).toBe(false);
    await page.keyboard.press('Control+Shift+z');
    expect(await choice(page, office, 'no').isChecked()).toBe(true);
    await page.reload();
    expect(await choice(page, office, 'no').isChecked()).toBe(true);
  });

  test('starting again empties all, and can be undone', async () => {
    await using visit = await open(address);
    const { page } = visit;
    await page.fill('#fit-city', 'Crotone');
    await choice(page, goal, 'no').check();
    await press(page, 'Ricomincia da capo');
    expect(await page.inputValue('#fit-city')).toBe('');
    expect(await kept(page)).toBe(null);
    await press(page, /^Annulla: ricomincia/);
    expect(await page.inputValue('#fit-city')).toBe('Crotone');
    expect(await choice(page, goal, 'no').isChecked()).toBe(true);
    expect(await kept(page)).toContain('Crotone');
  });

  test('the note follows the answers, puts what is indispensable first and leaves open what is open', async () => {
    await using visit = await open(address);
    const { page } = visit;
    await showNote(page);
    await noteSays(page, 'Nessuna risposta dice ancora');
    await choice(page, groups, 'no').check();
    await noteSays(page, 'La scheda la dice indispensabile');
    const steps = note(page).locator('ol').first();
    expect(await steps.innerText()).toContain(groups);
    expect(await steps.innerText()).toContain('Chi: da decidere.');
    expect(await note(page).innerText()).not.toMatch(/\bpunteggio\b/i);
    // its own list of sources: each note has its line
    const notes = await note(page)
      .locator('sup a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
    expect(notes.length).toBeGreaterThan(0);
    for (const href of new Set(notes)) expect(await page.locator(`[id="${href.slice(1)}"]`).count()).toBe(1);
  });

  test('what another window writes arrives in this one', async () => {
    await using visit = await open(address);
    const { page } = visit;
    await choice(page, goal, 'no').check();
    const other = await page.context().newPage();
    await other.goto(address);
    await words(other, goal, 'Entro quando').fill('giugno 2027');
    await choice(other, office, 'sì').check();
    await page.waitForFunction(() => document.querySelectorAll('#fit input:checked').length === 2);
    expect(await words(page, goal, 'Entro quando').inputValue()).toBe('giugno 2027');
    // undoing here takes back what was done here, and nothing of the other window
    await press(page, /^Annulla/);
    expect(await choice(page, office, 'sì').isChecked()).toBe(true);
    expect(await choice(page, goal, 'no').isChecked()).toBe(false);
    expect(await words(page, goal, 'Entro quando').inputValue()).toBe('giugno 2027');
  });

  test('an answer to a question that the sheet asks no more is kept and shown', async () => {
    await using visit = await openWith((name) => {
      const answer = {
        question: 'Una domanda di prima?',
        have: 'no',
        who: 'Il sindaco',
        by: '',
        change: '',
        note: '',
      };
      if (!localStorage.getItem(name))
        localStorage.setItem(
          name,
          JSON.stringify({
            version: 1,
            city: '',
            date: '',
            author: '',
            answers: { 'conditions-di-prima': answer },
          }),
        );
    });
    const { page } = visit;
    const gone = page.getByRole('region', { name: 'Domande che la scheda non fa più' });
    await gone.waitFor();
    expect(await gone.innerText()).toContain('Una domanda di prima? Risposta: no. Chi: Il sindaco.');
    await choice(page, goal, 'sì').check();
    await page.reload();
    await gone.waitFor();
    await showNote(page);
    expect(await note(page).innerText()).toContain('Una domanda di prima?');
    expect(await findings(page)).toEqual([]);
  });
});

describe('storage that fails', () => {
  test('what was damaged is said, kept aside and handed over as it was', async () => {
    await using visit = await openWith((name) => {
      if (!sessionStorage.getItem('spoilt')) localStorage.setItem(name, '{"version": 1, "answers": [rotto');
      sessionStorage.setItem('spoilt', 'yes');
    });
    const { page } = visit;
    await page.getByText('non si riesce a leggere').waitFor();
    const download = page.waitForEvent('download');
    await press(page, 'Scarica quello che c’era');
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text).toBe('{"version": 1, "answers": [rotto');
    expect(await findings(page)).toEqual([]);
    await choice(page, goal, 'no').check();
    await page.reload();
    expect(await choice(page, goal, 'no').isChecked()).toBe(true);
    const copies = await page.evaluate(() =>
      Object.entries(localStorage).flatMap(([name, copy]) =>
        name.includes('copia:adatta:tonite') ? [copy as string] : [],
      ),
    );
    expect(copies).toEqual(['{"version": 1, "answers": [rotto']);
  });

  test('where nothing can be kept that is said, and the note is made all the same', async () => {
    await using visit = await openWith(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('forbidden', 'SecurityError');
        },
      });
    });
    const { page, errors } = visit;
    await choice(page, goal, 'no').check();
    await page.getByText('Questo browser non conserva nulla').waitFor();
    await showNote(page);
    expect(await note(page).innerText()).toContain(goal);
    await press(page, 'Salva nel quaderno');
    await told(page, 'Non salvata');
    expect(await findings(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  test('when there is no more room that is said, and what was written stays in the page', async () => {
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
    await choice(page, goal, 'no').check();
    await page.getByText('è pieno').waitFor();
    expect(await choice(page, goal, 'no').isChecked()).toBe(true);
    await showNote(page);
    expect(await note(page).innerText()).toContain(goal);
  });

  test('when the sheet’s data do not come that is said, and the answers stay', async () => {
    await using visit = await open(address);
    const { page } = visit;
    await choice(page, goal, 'no').check();
    await page.route('**/dati/practices/tonite.json', (route) => route.abort());
    await press(page, 'Vedi la nota');
    await told(page, 'non si sono caricati');
    await page.unroute('**/dati/practices/tonite.json');
    await showNote(page);
    expect(await note(page).innerText()).toContain(goal);
  });
});

describe('the note leaves', () => {
  test('as a Word file with the answers in it', async () => {
    await using visit = await open(address);
    const { page, errors, violations, outside } = visit;
    await page.fill('#fit-city', 'Crotone');
    await choice(page, goal, 'no').check();
    await words(page, goal, 'Chi può procurarla').fill('Il segretario & «gli altri» <b>');
    const download = page.waitForEvent('download');
    await press(page, 'Scarica in Word');
    const file = await download;
    expect(file.suggestedFilename()).toBe('adatta-tonite.docx');
    const zip = await JSZip.loadAsync(await readFile(await file.path()));
    const xml = (await zip.file('word/document.xml')?.async('text')) ?? '';
    const text = xml.replace(/<[^>]+>/g, '');
    expect(text).toContain('Crotone');
    expect(text).toContain(goal);
    expect(text).toContain('Il segretario &amp; «gli altri» &lt;b&gt;');
    expect(text).toContain('da decidere');
    expect([errors, violations, outside]).toEqual([[], [], []]);
  });

  test('to the notebook, once', async () => {
    await using visit = await open(address);
    const { page } = visit;
    await choice(page, goal, 'no').check();
    await press(page, 'Salva nel quaderno');
    await told(page, 'Messa nel quaderno.');
    await press(page, 'Salva nel quaderno');
    await told(page, 'È già nel quaderno.');
    expect(await page.locator('#fit-told a').getAttribute('href')).toBe('/quaderno/');
  });

  test('as text, where the browser lets us copy', async () => {
    await using visit = await open(address);
    const { page } = visit;
    await page.context().grantPermissions(['clipboard-write']);
    await choice(page, goal, 'no').check();
    await press(page, 'Copia come testo');
    await told(page, 'Copiata');
    // our policy lets no page read the clipboard: the reader pastes
    await words(page, goal, 'Che cosa cambieremmo').focus();
    await page.keyboard.press('Control+v');
    const text = await words(page, goal, 'Che cosa cambieremmo').inputValue();
    expect(text).toContain(goal);
    expect(text).toContain('da decidere');
  });

  test('on paper, alone', async () => {
    await using visit = await open(address);
    const { page } = visit;
    await choice(page, goal, 'no').check();
    await page.evaluate(() => {
      const shown = () =>
        [...document.querySelectorAll('.masthead, .fit-form, .fit-side, #fit-document')]
          .filter((element) => element.checkVisibility())
          .map((element) => element.className || element.id);
      // what the print window would be shown: the layout of paper while it is open
      const media = window as unknown as { shown?: string[] };
      window.print = () => {
        media.shown = [document.body.className, ...shown()];
      };
    });
    await page.emulateMedia({ media: 'print' });
    await page.locator('#fit-print').dispatchEvent('click');
    await page.waitForFunction(() => 'shown' in window);
    const shown = await page.evaluate(() => (window as unknown as { shown: string[] }).shown);
    expect(shown).toEqual(['printing-note', 'fit-document']);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await page.evaluate(() => document.body.className)).toBe('');
  });
});

describe('without a script', () => {
  test('it is a sheet of questions to fill in by hand, and says so', async () => {
    await using visit = await open(address, { javascript: false });
    const { page } = visit;
    expect(await page.getByText('riempire a mano').isVisible()).toBe(true);
    expect(await page.locator('.needs-script:visible').count()).toBe(0);
    const questions = await page.locator('.fit-question').count();
    expect(questions).toBeGreaterThan(20);
    // choosing an answer opens its room for words also without a script
    expect(await words(page, goal, 'Chi può procurarla').isVisible()).toBe(false);
    await choice(page, goal, 'no').check();
    expect(await words(page, goal, 'Chi può procurarla').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.fit-words:visible').count()).toBe(questions);
    expect(await page.locator('.fit-words .form-control:visible').count()).toBeGreaterThan(questions * 2);
    expect(await page.locator('.fit-side').isVisible()).toBe(false);
  });
});

describe.each([1280, 360])('at %i px', (width) => {
  test('axe finds nothing, empty, filled in and with the note, and nothing sticks out', async () => {
    await using visit = await open(address, { width });
    const { page } = visit;
    expect(await findings(page)).toEqual([]);
    await page.fill('#fit-city', 'Crotone');
    await choice(page, goal, 'no').check();
    await choice(page, office, 'in parte').check();
    await words(page, office, 'Che cosa cambieremmo').fill('Una cosa sola. '.repeat(20));
    await showNote(page);
    expect(await findings(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
  });
});
