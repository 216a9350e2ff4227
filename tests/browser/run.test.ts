/** A session led in a room, with a clock that runs as fast as the test wants. */
import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/knowledge/plan.ts';
import type { Run } from '../../src/knowledge/run.ts';
import { richPlan } from '../knowledge/led-session.ts';
import { accessibilityFindings as findings, isTooWide } from './findings.ts';
import { open, type Visit } from './site.ts';

const address = '/sessioni/conduci/?piano=abc123';
const planKey = 'tra-pari:piano:abc123';
const runKey = 'tra-pari:svolta:abc123';
const plan = richPlan();
const minute = 60_000;

/** 9.00 of the day, in the place where the page is read. */
const start = new Date('2026-11-20T09:00:00+01:00');

/** The page of the plan at 9.00, with a clock that stands still until it is moved; or one that also goes by itself. */
async function openRun({ width = 1280, isStill = true } = {}): Promise<Visit> {
  const visit = await open('/favicon.svg', { width });
  await visit.page.evaluate(([key, text]) => localStorage.setItem(key, text), [
    planKey,
    JSON.stringify(plan),
  ] as const);
  await visit.page.clock.install({ time: start.getTime() - (isStill ? minute : 0) });
  await visit.page.goto(address);
  if (isStill) await visit.page.clock.pauseAt(start);
  await visit.page.getByRole('button', { name: 'Comincia' }).waitFor();
  return visit;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const clock = (page: Page) => page.locator('#run-time').innerText();
const block = (page: Page) => page.locator('#run-block').innerText();
const said = (page: Page) => page.locator('#run-told').innerText();
const keptRun = (page: Page) =>
  page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? 'null') as Run | null, runKey);
/** Lets time pass; the page looks at the clock four times a second. */
const pass = (page: Page, milliseconds: number) => page.clock.runFor(milliseconds);

async function capture(page: Page, kind: string, text: string, more?: () => Promise<void>): Promise<void> {
  await page.getByRole('radio', { name: kind, exact: true }).check();
  await page.getByLabel('Testo').fill(text);
  await more?.();
  await press(page, 'Aggiungi');
}

/** Leads the whole session to its end. */
async function leadToEnd(page: Page): Promise<void> {
  await press(page, 'Comincia');
  for (const minutes of [10, 35, 40, 15, 20]) {
    await pass(page, minutes * minute);
    await press(page, 'Avanti');
  }
  await page.getByRole('heading', { name: 'Sessione finita' }).waitFor();
  await pass(page, 1000);
  await page.getByRole('heading', { name: 'Com’è andata' }).waitFor();
  await page.locator('.review-table').waitFor();
}

describe('the page without a plan', () => {
  test('says what it is for where there is none, and lists those of the device', async () => {
    await using visit = await open('/sessioni/conduci/');
    const { page } = visit;
    await page
      .getByRole('heading', { name: 'Su questo dispositivo non c’è ancora nessuna sessione' })
      .waitFor();
    await page.evaluate(([key, text]) => localStorage.setItem(key, text), [
      planKey,
      JSON.stringify(plan),
    ] as const);
    await page.reload();
    await page.getByRole('link', { name: 'Due ore su ToNite' }).click();
    await page.waitForURL(`**${address}`);
    await page.getByRole('button', { name: 'Comincia' }).waitFor();
  });

  test('a plan that is not here is told in words', async () => {
    await using visit = await open('/sessioni/conduci/?piano=altrove');
    await visit.page.getByRole('heading', { name: 'Questa sessione non è su questo dispositivo' }).waitFor();
    expect(visit.errors).toEqual([]);
  });

  test('without scripts it says where to go', async () => {
    await using visit = await open('/sessioni/conduci/', { javascript: false });
    const main = visit.page.locator('main');
    expect(await main.innerText()).toContain('servono gli script');
    expect(await main.getByRole('link', { name: 'sessioni pronte' }).isVisible()).toBe(true);
    expect(await main.locator('button:visible').count()).toBe(0);
  });
});

describe('leading', () => {
  test('the clock, what is next, and the pace', async () => {
    await using visit = await openRun();
    const { page } = visit;
    expect(await page.locator('#run-agenda-list').innerText()).toContain('11.00');
    await press(page, 'Comincia');
    expect([await clock(page), await block(page)]).toEqual(['10:00', 'Benvenuti']);
    expect(await page.locator('#run-next').innerText()).toBe('Poi, alle 9.10: Il caso ToNite (30 minuti).');
    await pass(page, 61_000);
    expect(await clock(page)).toBe('8:59');
    expect(await page.locator('#run-pace').innerText()).toBe('In orario: si finirebbe alle 11.20.');
    await press(page, '+5 minuti');
    expect(await clock(page)).toBe('13:59');
    expect(await said(page)).toBe('Il blocco finisce alle 9.15.');
    expect(await page.locator('#run-pace').innerText()).toContain('In ritardo di 5 minuti');
    await press(page, '−5 minuti');
    await press(page, '−5 minuti');
    expect(await clock(page)).toBe('3:59');
    expect(visit.errors).toEqual([]);
    expect(visit.violations).toEqual([]);
  });

  test('the last minutes are told quietly, the end changes the whole screen', async () => {
    await using visit = await openRun();
    const { page } = visit;
    await press(page, 'Comincia');
    const background = () => page.locator('main').evaluate((main) => getComputedStyle(main).backgroundColor);
    const calm = await background();
    await pass(page, 5 * minute + 500);
    expect(await said(page)).toBe('Mancano 5 minuti alla fine di «Benvenuti».');
    expect(await page.locator('#run-alarm').innerText()).toBe('Ultimi minuti');
    expect(await background()).toBe(calm);
    await pass(page, 5 * minute);
    expect(await said(page)).toContain('Tempo scaduto: «Benvenuti».');
    expect(await page.locator('#run-alarm').innerText()).toBe('Tempo scaduto');
    expect(await background()).not.toBe(calm);
    await pass(page, 90_000);
    expect(await clock(page)).toMatch(/^\+1:3/);
    await press(page, 'Avanti');
    expect(await background()).toBe(calm);
    expect(await said(page)).toMatch(/^Ora: Il caso ToNite/);
  });

  test('a clock that ticks says nothing and takes no focus', async () => {
    await using visit = await openRun();
    const { page } = visit;
    await page.locator('#run-offline', { hasText: 'Pronta' }).waitFor();
    await press(page, 'Comincia');
    await page.focus('#capture-text');
    await page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      for (const region of document.querySelectorAll(
        '[role=status], [role=alert], [aria-live]:not([aria-live=off])',
      ))
        new MutationObserver(() => seen.push(region.textContent)).observe(region, {
          childList: true,
          subtree: true,
          characterData: true,
        });
    });
    await pass(page, 4 * minute);
    expect(await page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen)).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('capture-text');
    expect(await page.getByRole('timer').getAttribute('aria-live')).toBe('off');
  });

  test('by keyboard: space and arrows lead, and never out of a field', async () => {
    await using visit = await openRun();
    const { page } = visit;
    await page.focus('#run-begin');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('run-advance');
    await page.keyboard.press('ArrowRight');
    expect(await block(page)).toBe('Il caso ToNite');
    await page.keyboard.press('ArrowLeft');
    expect(await block(page)).toBe('Benvenuti');
    // on a button space is its press, once
    await page.keyboard.press('Space');
    expect(await block(page)).toBe('Il caso ToNite');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await page.keyboard.press('Space');
    expect(await block(page)).toBe('Mappa dei bisogni');
    await page.focus('#capture-text');
    await page.keyboard.type('due parole ');
    await page.keyboard.press('ArrowRight');
    await page.focus('#capture-form [value=insight]');
    await page.keyboard.press('ArrowRight');
    expect(await block(page)).toBe('Mappa dei bisogni');
    expect(await page.locator('#capture-form [value=question]').isChecked()).toBe(true);
  });

  test('«salta» and «indietro», to before the beginning and from after the end', async () => {
    await using visit = await openRun();
    const { page } = visit;
    await press(page, 'Comincia');
    await press(page, 'Salta');
    expect((await keptRun(page))?.steps[0]?.skipped).toBe(true);
    await press(page, 'Indietro');
    expect((await keptRun(page))?.steps).toMatchObject([{ skipped: false, endedAt: null }]);
    await press(page, 'Indietro');
    expect(await page.getByRole('button', { name: 'Comincia' }).isVisible()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('run-begin');
    await press(page, 'Comincia');
    await pass(page, 7 * minute);
    await press(page, 'Termina la sessione');
    expect(await page.locator('#run-over-text').innerText()).toContain('Dalle 9.00 alle 9.07');
    await press(page, 'Indietro: riprendi la sessione');
    expect(await clock(page)).toBe('3:00');
  });

  test('to begin again takes the times away and can be taken back', async () => {
    await using visit = await openRun();
    const { page } = visit;
    await press(page, 'Comincia');
    await capture(page, 'Osservazione', 'resta');
    await pass(page, 3 * minute);
    await press(page, 'Termina la sessione');
    const before = await keptRun(page);
    await press(page, 'Ricomincia da capo');
    expect(await keptRun(page)).toMatchObject({ startedAt: null, steps: [], captures: [{ text: 'resta' }] });
    await page.locator('#run-told').getByRole('button', { name: 'Annulla' }).click();
    expect(await keptRun(page)).toEqual(before);
  });

  test('parallel groups have each their own row, and a common end', async () => {
    await using visit = await openRun();
    const { page } = visit;
    await press(page, 'Comincia');
    await press(page, 'Avanti');
    await press(page, 'Avanti');
    const groups = page.locator('#run-groups');
    expect(await groups.innerText()).toMatch(/Tavolo casa\s+I bisogni\s+poi, alle 9\.15: Le priorità/);
    expect(await groups.innerText()).toMatch(/Tavolo lavoro\s+Pre-mortem\s+poi, fino alla fine comune/);
    expect(await page.locator('#run-common').innerText()).toBe('Tutti insieme alle 9.40');
    await pass(page, 16 * minute);
    expect(await groups.innerText()).toMatch(/Tavolo casa\s+Le priorità\s+poi, fino alla fine comune/);
  });

  test('what to say comes from the plan and from its activity', async () => {
    await using visit = await openRun();
    const { page } = visit;
    await press(page, 'Comincia');
    const notes = page.locator('#run-notes');
    await notes.locator('summary').click();
    expect(await notes.innerText()).toContain('Ognuno dice città e ufficio.');
    await press(page, 'Avanti');
    await press(page, 'Avanti');
    await notes.getByRole('heading', { name: 'Parole da dire' }).waitFor();
    expect(await notes.locator('ol li').count()).toBeGreaterThan(2);
  });

  test('a reload in the middle loses nothing, and time goes on meanwhile', async () => {
    await using visit = await openRun();
    const { page } = visit;
    await press(page, 'Comincia');
    await press(page, '+5 minuti');
    await page.getByLabel('Testo').fill('mezza frase');
    await pass(page, 4 * minute);
    await page.reload();
    await page.locator('#run-stage').waitFor();
    expect(await clock(page)).toBe('11:00');
    expect(await page.getByLabel('Testo').inputValue()).toBe('mezza frase');
    expect(await said(page)).toBe('');
  });

  test('waking up after the end rings at once', async () => {
    await using visit = await openRun();
    const { page } = visit;
    await press(page, 'Comincia');
    await page.clock.fastForward(25 * minute);
    await pass(page, 500);
    expect(await said(page)).toContain('Tempo scaduto');
    expect(await clock(page)).toMatch(/^\+15:0/);
  });

  test('the sound comes from the press, can be tried, and is off where the reader wants', async () => {
    await using visit = await openRun();
    const { page } = visit;
    await page.evaluate(() => {
      const tones: number[] = [];
      Object.assign(globalThis, { tones });
      const start = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (when) {
        tones.push(this.frequency.value);
        start.call(this, when);
      };
    });
    const tones = () => page.evaluate(() => (globalThis as unknown as { tones: number[] }).tones.length);
    await press(page, 'Comincia');
    await press(page, 'Prova il suono');
    await expect.poll(tones).toBe(6);
    expect(await said(page)).toBe('Suona così.');
    await press(page, 'Muto');
    await pass(page, 11 * minute);
    expect(await said(page)).toBe('Tempo scaduto: «Benvenuti».');
    expect(await tones()).toBe(6);
    await page.reload();
    expect(await page.getByRole('button', { name: 'Muto' }).getAttribute('aria-pressed')).toBe('true');
  });

  test('the alarm rings when it is not mute', async () => {
    await using visit = await openRun();
    const { page } = visit;
    await page.evaluate(() => {
      const start = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (when) {
        Object.assign(globalThis, { rang: true });
        start.call(this, when);
      };
    });
    await press(page, 'Comincia');
    expect(await page.evaluate(() => 'rang' in globalThis)).toBe(false);
    await pass(page, 10 * minute + 500);
    await expect.poll(() => page.evaluate(() => 'rang' in globalThis)).toBe(true);
  });

  test('the screen is asked to stay on while it goes on', async () => {
    await using visit = await openRun();
    const { page } = visit;
    expect((await page.request.get('/sessioni/conduci/')).headers()['permissions-policy']).toContain(
      'screen-wake-lock=(self)',
    );
    await press(page, 'Comincia');
    await expect.poll(() => page.locator('#run-awake').innerText()).toMatch(/^Lo schermo/);
    await press(page, 'Termina la sessione');
    await expect.poll(() => page.locator('#run-awake').textContent()).toBe('');
  });
});

describe('the plan changes in another window', () => {
  test('the run goes on sensibly', async () => {
    await using visit = await openRun();
    const { page } = visit;
    await press(page, 'Comincia');
    await press(page, 'Avanti');
    const other = await page.context().newPage();
    await other.goto('/favicon.svg');
    const change = (of: Plan | null) =>
      other.evaluate(
        ([key, text]) => (text === null ? localStorage.removeItem(key) : localStorage.setItem(key, text)),
        [planKey, of && JSON.stringify(of)] as const,
      );
    const without = { ...plan, blocks: plan.blocks.filter((_, index) => index !== 1 && index !== 3) };
    await change(without);
    await expect.poll(() => page.locator('#run-where').innerText()).toContain('Blocco tolto dal piano');
    expect(await block(page)).toBe('Il caso ToNite');
    expect(await page.locator('#run-next').innerText()).toContain('Mappa dei bisogni');
    await press(page, 'Avanti');
    expect(await page.locator('#run-next').innerText()).toContain('Impegni');
    await change(null);
    await expect.poll(() => page.locator('#run-kept').innerText()).toContain('tolto da questo dispositivo');
    await press(page, 'Avanti');
    expect(await block(page)).toBe('Impegni e prossimi passi');
    expect(visit.errors).toEqual([]);
  });

  test('two windows of the same session tell the same', async () => {
    await using visit = await openRun();
    const { page } = visit;
    await press(page, 'Comincia');
    const other = await page.context().newPage();
    await other.clock.install({ time: start });
    await other.goto(address);
    await press(other, 'Avanti');
    await expect.poll(() => block(page)).toBe('Il caso ToNite');
  });
});

describe('what the room says', () => {
  test('is tied to the block and the practice of now, kept at once, edited, taken away and given back', async () => {
    await using visit = await openRun();
    const { page } = visit;
    await press(page, 'Comincia');
    await press(page, 'Avanti');
    await capture(page, 'Osservazione', 'Il parco è buio');
    const [, second] = plan.blocks;
    expect((await keptRun(page))?.captures).toMatchObject([
      { kind: 'insight', text: 'Il parco è buio', block: second?.key, practice: 'tonite' },
    ]);
    const list = page.locator('#capture-list');
    expect(await list.getByRole('heading').innerText()).toBe('Il caso ToNite');
    await page.getByRole('button', { name: 'Modifica: Il parco è buio' }).click();
    expect(await page.getByLabel('Testo').inputValue()).toBe('Il parco è buio');
    await page.getByLabel('Testo').fill('Il parco è buio dopo le otto');
    await page.getByLabel('Durante').selectOption({ label: 'la sessione intera' });
    await press(page, 'Salva la modifica');
    expect(await list.getByRole('heading').innerText()).toBe('La sessione intera');
    await page.getByRole('button', { name: /^Togli: Il parco/ }).click();
    expect(await list.innerText()).toBe('Ancora nessun appunto.');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('capture-undo');
    await page.keyboard.press('Enter');
    expect(await list.innerText()).toContain('Il parco è buio dopo le otto');
    await press(page, 'Annulla: la modifica');
    expect((await keptRun(page))?.captures[0]?.text).toBe('Il parco è buio');
  });

  test('a commitment has who, by when and city; a need comes from the base or from own words', async () => {
    await using visit = await openRun();
    const { page } = visit;
    await page.locator('#capture-city option').nth(3).waitFor({ state: 'attached' });
    await press(page, 'Comincia');
    await capture(page, 'Impegno', 'Mappa dei lampioni', async () => {
      await page.getByLabel('Chi se lo prende').fill('Lavori pubblici');
      await page.getByLabel('Entro').fill('2026-12-15');
      await page.getByLabel('Città', { exact: true }).selectOption('torino');
    });
    await capture(page, 'Bisogno', '', async () => {
      const title = await page.locator('#capture-needs option').first().getAttribute('value');
      await page.getByLabel('Fra i bisogni della base').fill(title?.toUpperCase() ?? '');
    });
    await capture(page, 'Bisogno', '', () =>
      page.getByLabel('Fra i bisogni della base').fill('lampioni spenti'),
    );
    const captures = (await keptRun(page))?.captures ?? [];
    expect(captures[0]).toMatchObject({ who: 'Lavori pubblici', by: '2026-12-15', city: 'torino' });
    expect(captures[1]?.need).toMatch(/^[a-z-]+$/);
    expect(captures[2]).toMatchObject({ need: '', text: 'lampioni spenti' });
    expect(await page.locator('#capture-list').innerText()).toMatch(/entro il 15 dicembre 2026 · Torino/);
  });

  test('an empty one is not kept, and hostile words stay words', async () => {
    await using visit = await openRun();
    const { page } = visit;
    await press(page, 'Comincia');
    await press(page, 'Aggiungi');
    expect(await page.locator('#capture-error').innerText()).toBe('Scrivi almeno una parola.');
    await capture(page, 'Osservazione', '<img src=x onerror="window.ran=1">{1+1}');
    expect(await page.locator('#capture-list').innerText()).toContain('<img src=x onerror');
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
  });
});

describe('after', () => {
  test('planned against real minutes, what to change, Word and paper', async () => {
    await using visit = await openRun();
    const { page } = visit;
    await leadToEnd(page);
    const row = page.locator('.review-table tr', { hasText: 'Il caso ToNite' });
    expect(await row.innerText()).toMatch(/30\s+35 \(\+5\)/);
    await row.getByRole('textbox').fill('meno da leggere');
    await page.getByLabel('E della sessione intera').fill('un’altra sala');
    await page.reload();
    await page.locator('.review-table').waitFor();
    expect(await row.getByRole('textbox').inputValue()).toBe('meno da leggere');
    expect((await keptRun(page))?.changes['']).toBe('un’altra sala');
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Word')]);
    expect(download.suggestedFilename()).toBe('come-e-andata-due-ore-su-tonite.docx');
    const zip = await JSZip.loadAsync(await readFile(await download.path()));
    const text = (await zip.file('word/document.xml')?.async('string')) ?? '';
    for (const words of ['Il caso ToNite', '35 (+5)', 'meno da leggere', 'un’altra sala'])
      expect(text).toContain(words);
    await pass(page, 1000);
    await page.locator('.document').waitFor({ state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    const paper = await page.locator('body').innerText();
    expect(paper).toContain('un’altra sala');
    expect(paper).not.toContain('Aggiungi');
    expect(paper).not.toContain('Trasforma in laboratorio');
  });

  test('the session becomes the file of a workshop: what lacks is asked beside its field', async () => {
    await using visit = await openRun({ isStill: false });
    const { page, errors, violations } = visit;
    await press(page, 'Comincia');
    await capture(page, 'Domanda aperta', 'Chi paga la manutenzione? Chiedere a mario.rossi@gmail.com');
    await press(page, 'Termina la sessione');
    await press(page, 'Trasforma in laboratorio');
    const form = page.locator('.workshop-form');
    await form.waitFor();
    expect(await page.getByLabel('Città', { exact: true }).last().inputValue()).toBe('torino');
    await press(page, 'Prepara il file');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('workshop-tagline');
    expect(await page.locator('#workshop-tagline-error').innerText()).toBe('Manca: scrivilo qui.');
    expect(await form.innerText()).toContain('sembra l’indirizzo di una persona');
    expect(await findings(page)).toEqual([]);
    await page.getByLabel('In una riga').fill('Un caso letto insieme');
    await page.getByLabel('In breve').fill('Abbiamo letto un caso.');
    await press(page, 'Correggi l’appunto');
    await page.getByLabel('Testo', { exact: true }).fill('Chi paga la manutenzione?');
    await press(page, 'Salva la modifica');
    await press(page, 'Prepara il file');
    const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Scarica il file')]);
    expect(download.suggestedFilename()).toBe('torino-2026-11-20.mdx');
    const text = await readFile(await download.path(), 'utf8');
    expect(text).toContain('text: "Chi paga la manutenzione?"');
    expect(text).toContain('tagline: "Un caso letto insieme"');
    expect(await page.locator('#workshop-told').innerText()).toContain('src/content/workshops/');
    await page.reload();
    await press(page, 'Trasforma in laboratorio');
    await form.waitFor();
    expect(await page.getByLabel('In breve').inputValue()).toBe('Abbiamo letto un caso.');
    expect({ errors, violations }).toEqual({ errors: [], violations: [] });
  });
});

describe.each([360, 1280])('at %i px', (width) => {
  test('axe finds nothing in any state, and nothing sticks out', async () => {
    await using visit = await openRun({ width, isStill: false });
    const { page } = visit;
    const seen: Record<string, string[]> = {};
    const look = async (state: string): Promise<void> => {
      seen[state] = [...(await findings(page)), ...((await isTooWide(page)) ? ['too wide'] : [])];
    };
    await look('before');
    await press(page, 'Comincia');
    await pass(page, 6 * minute);
    await look('near');
    await pass(page, 6 * minute);
    await look('alarm');
    await press(page, 'Avanti');
    await press(page, 'Avanti');
    await page.locator('#run-notes summary').click();
    await page.locator('#run-agenda summary').click();
    await page.locator('#run-notes blockquote').waitFor();
    await look('groups, notes and agenda');
    await capture(page, 'Osservazione', 'x'.repeat(300));
    await page.getByRole('radio', { name: 'Impegno' }).check();
    await look('capture');
    await pass(page, 50 * minute);
    await look('alarm with groups');
    await press(page, 'Termina la sessione');
    await page.locator('.review-table').waitFor();
    await look('review');
    await press(page, 'Trasforma in laboratorio');
    await page.locator('.workshop-form').waitFor();
    await look('form');
    await page.getByLabel('In una riga').fill('Un caso letto insieme');
    await page.getByLabel('In breve').fill('Abbiamo letto un caso.');
    await press(page, 'Prepara il file');
    await page.locator('.workshop-out pre').waitFor();
    await look('file');
    expect(Object.fromEntries(Object.entries(seen).filter(([, found]) => found.length > 0))).toEqual({});
  });
});
