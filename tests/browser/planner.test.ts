import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { accessibilityFindings as findings, isTooWide } from './findings.ts';
import { open, site, type Visit } from './site.ts';

const address = '/sessioni/pianifica/';
const blocks = (page: Page) => page.locator('#planner-blocks > li');
const titles = (page: Page) => blocks(page).locator('h3').allTextContents();
const times = (page: Page) => blocks(page).locator('time').allTextContents();
const minutes = (page: Page, at: number) =>
  blocks(page)
    .nth(at)
    .getByRole('spinbutton', { name: /^Minuti/ });
const told = (page: Page, text: string | RegExp) =>
  page.locator('#planner-told').filter({ hasText: text }).waitFor();
const press = (page: Page, at: number, name: string) =>
  blocks(page)
    .nth(at)
    .getByRole('button', { name: new RegExp(`^${name}`) })
    .click();

/** Everything that is kept of plans, as it is written. */
const kept = (page: Page) =>
  page.evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.startsWith('tra-pari:piano:'))
      .map(([, text]) => text as string),
  );

/** A plan of four blocks of 30 minutes: A, B, a break, C. */
async function small(): Promise<Visit> {
  const visit = await open(address);
  const { page } = visit;
  await page.getByRole('button', { name: 'Sessione vuota' }).click();
  for (const [kind, title] of [
    ['lavoro in gruppi', 'A'],
    ['lavoro in gruppi', 'B'],
    ['pausa', ''],
    ['plenaria', 'C'],
  ] as const) {
    await page.locator('#planner-kinds').getByRole('button', { name: kind }).click();
    const last = (await blocks(page).count()) - 1;
    if (title) await blocks(page).nth(last).getByLabel('Titolo', { exact: true }).fill(title);
    await minutes(page, last).fill('30');
    await press(page, last, 'Chiudi');
  }
  return visit;
}

describe('a session', () => {
  test('from the page of a sheet has its dilemma and its questions, is kept, and loading again makes no other', async () => {
    await using visit = await open('/pratiche/tonite/');
    const { page } = visit;
    await page.getByRole('link', { name: 'Porta in aula' }).click();
    await told(page, 'La sessione è pronta');
    expect(await titles(page)).toEqual(expect.arrayContaining(['Il caso', 'Il dilemma', 'Le domande']));
    await press(page, (await titles(page)).indexOf('Il dilemma'), 'Modifica');
    expect(await page.getByLabel('Note per chi conduce').inputValue()).toContain('telecamere');
    expect(await page.locator('#planner-remarks li').allTextContents()).toEqual([]);
    const [first] = await kept(page);
    expect(page.url()).toMatch(/\?piano=[a-z0-9]+$/);
    await page.reload();
    await blocks(page).first().waitFor();
    expect(await kept(page)).toEqual([first]);
    expect([visit.errors, visit.violations, visit.outside]).toEqual([[], [], []]);
  });

  test('from a ready session has its blocks, hours and objectives', async () => {
    await using visit = await open('/sessioni/mezza-giornata-dal-caso-al-progetto/');
    const { page } = visit;
    const ready = await page.locator('.block h3').allTextContents();
    await page.getByRole('link', { name: 'Usala e cambiala' }).click();
    await told(page, 'La sessione è pronta');
    expect(await titles(page)).toEqual(ready);
    expect(await page.locator('#planner-sum').textContent()).toContain('4 ore su 4 ore. Ci sta giusto.');
    expect(await page.locator('#planner-objectives textarea').count()).toBe(5);
  });

  test('from the name of a city finds the sheet, or says why not', async () => {
    await using visit = await open(address);
    const { page } = visit;
    const field = page.getByLabel('Nome della pratica o della città');
    const error = (text: string) => page.locator('#planner-practice-error', { hasText: text }).waitFor();
    await page.getByRole('button', { name: 'Porta in aula' }).click();
    await error('Scrivi il nome');
    await field.fill('zzzz');
    await field.press('Enter');
    await error('Nessuna pratica contiene «zzzz»');
    await field.fill('torino');
    await field.press('Enter');
    await error('Più pratiche contengono «torino»');
    await field.fill('homes4all');
    await field.press('Enter');
    await told(page, 'La sessione è pronta');
    expect(await page.locator('#plan-title').inputValue()).toBe('In aula: Homes4All');
  });

  test('of an address that leads nowhere says so, and begins anew', async () => {
    for (const [query, words] of [
      ['?pratica=non-esiste', 'Nella base non c’è «non-esiste»'],
      ['?sessione=../x', 'Nella base non c’è «../x»'],
      ['?piano=zzz', 'non è in questo browser'],
      ['#piano=abc', 'non si riesce a leggerla'],
    ] as const) {
      await using visit = await open(address + query);
      await told(visit.page, words);
      expect(await visit.page.getByRole('button', { name: 'Sessione vuota' }).isVisible()).toBe(true);
      expect(visit.violations).toEqual([]);
    }
  });
});

describe('the times', () => {
  test('follow every change of minutes, and a locked start holds', async () => {
    await using visit = await small();
    const { page } = visit;
    expect(await times(page)).toEqual(['9.00', '9.30', '10.00', '10.30']);
    await minutes(page, 0).fill('45');
    expect(await times(page)).toEqual(['9.00', '9.45', '10.15', '10.45']);
    await press(page, 3, 'Modifica');
    await page.getByLabel('Inizio fissato').check();
    await page.getByLabel('Ora fissata').fill('11:30');
    expect(await times(page)).toEqual(['9.00', '9.45', '10.15', '11.30']);
    expect(await blocks(page).nth(3).locator('.planner-gap').textContent()).toContain('45 minuti liberi');
    await minutes(page, 1).fill('120');
    expect(await times(page)).toEqual(['9.00', '9.45', '11.45', '11.30']);
    expect(await page.locator('#planner-remarks').textContent()).toContain('ha l’inizio fissato');
  });

  test('past those there are, say by how much and what to cut', async () => {
    await using visit = await small();
    const { page } = visit;
    await page.getByLabel('Minuti che ci sono').fill('100');
    const sum = page.locator('#planner-sum');
    expect(await sum.textContent()).toContain('Si sfora di 20 minuti.');
    expect(await page.locator('#planner-cuts').textContent()).toContain('Nessun blocco è segnato');
    await press(page, 1, 'Modifica');
    await page.getByLabel('Se il tempo stringe').selectOption('si può togliere');
    expect(await page.locator('#planner-cuts').textContent()).toContain('togliere «B» (30 minuti)');
  });

  test('that cannot be are said beside the field, and the plan keeps what it had', async () => {
    await using visit = await small();
    const { page } = visit;
    const field = page.getByLabel('Persone');
    await field.fill('0');
    expect(await page.locator('#plan-people-error').textContent()).toContain('da 1 a');
    await field.blur();
    expect(await field.inputValue()).toBe('20');
    await minutes(page, 0).fill('');
    await minutes(page, 0).blur();
    expect(await minutes(page, 0).inputValue()).toBe('30');
  });
});

describe('the order', () => {
  test('changes with the arrows and with the buttons, and keeps the focus', async () => {
    await using visit = await small();
    const { page } = visit;
    const handle = blocks(page)
      .nth(0)
      .getByRole('button', { name: /^Trascina/ });
    await handle.focus();
    await page.keyboard.press('ArrowDown');
    expect(await titles(page)).toEqual(['B', 'A', 'Pausa', 'C']);
    await told(page, '«A» ora è il blocco 2 di 4, comincia alle 9.30.');
    await page.keyboard.press('ArrowDown');
    expect(await titles(page)).toEqual(['B', 'Pausa', 'A', 'C']);
    await press(page, 2, 'Su');
    expect(await titles(page)).toEqual(['B', 'A', 'Pausa', 'C']);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Su');
  });

  test('changes with the mouse, and Escape puts it back', async () => {
    await using visit = await small();
    const { page } = visit;
    const drag = async (from: number, to: number): Promise<void> => {
      await blocks(page).nth(from).scrollIntoViewIfNeeded();
      await blocks(page).nth(from).locator('.planner-handle').hover();
      await page.mouse.down();
      const box = await blocks(page).nth(to).boundingBox();
      if (!box) throw new Error('no such block');
      await page.mouse.move(box.x + 200, box.y + box.height - 4, { steps: 12 });
    };
    await drag(0, 1);
    await page.mouse.up();
    expect(await titles(page)).toEqual(['B', 'A', 'Pausa', 'C']);
    await told(page, '«A» ora è il blocco 2 di 4');
    await drag(0, 1);
    await page.keyboard.press('Escape');
    await page.mouse.up();
    expect(await titles(page)).toEqual(['B', 'A', 'Pausa', 'C']);
  });

  test('and all else is undone to the letter, and done again', async () => {
    await using visit = await small();
    const { page } = visit;
    const [before] = await kept(page);
    await press(page, 0, 'Duplica');
    await press(page, 0, 'Giù');
    await minutes(page, 2).fill('77');
    await page.locator('#plan-title').pressSequentially('Una mattina');
    await press(page, 3, 'Togli');
    const [after] = await kept(page);
    const undo = page.getByRole('button', { name: /^Annulla/ });
    for (let step = 0; step < 5; step++) await undo.click();
    expect(await kept(page)).toEqual([before]);
    for (let step = 0; step < 5; step++) await page.keyboard.press('Control+Shift+z');
    expect(await kept(page)).toEqual([after]);
  });
});

describe('parallel groups', () => {
  test('have parts of their own, and one that is too long is told', async () => {
    await using visit = await small();
    const { page } = visit;
    await press(page, 0, 'Modifica');
    await page.getByRole('button', { name: 'Aggiungi un gruppo in parallelo' }).click();
    await page.getByLabel('Nome del gruppo').fill('Chi ha letto il caso');
    await page.getByLabel('Che cosa fa').fill('Visita');
    await page.getByRole('button', { name: 'Aggiungi una parte' }).click();
    await page.getByLabel('Che cosa fa').nth(1).fill('Appunti');
    expect(await page.locator('#planner-remarks').textContent()).toContain(
      'il gruppo «Chi ha letto il caso» ha bisogno di 40 minuti, e il blocco ne dura 30.',
    );
    expect(await blocks(page).nth(0).locator('.planner-named').textContent()).toContain(
      'In parallelo: Chi ha letto il caso',
    );
  });
});

describe('a session travels', () => {
  test('in its address: who opens it has a copy of one’s own', async () => {
    await using visit = await small();
    await visit.page.getByRole('button', { name: 'Copia l’indirizzo' }).click();
    await visit.page.locator('#planner-shared').waitFor();
    const shared = await visit.page.getByLabel('L’indirizzo che contiene la sessione').inputValue();
    await using other = await open(shared.replace(site.url, ''));
    await told(other.page, 'questa copia è tua');
    expect(await titles(other.page)).toEqual(['A', 'B', 'Pausa', 'C']);
    const [[mine = ''], [theirs = '']] = [await kept(visit.page), await kept(other.page)];
    const { id, ...plan } = JSON.parse(mine) as { id: string };
    expect(JSON.parse(theirs)).toMatchObject(plan);
    expect((JSON.parse(theirs) as { id: string }).id).not.toBe(id);
    expect(other.page.url()).not.toContain('#');
  });

  test('in a file, and another file is refused by its name', async () => {
    await using visit = await small();
    const { page } = visit;
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Scarica il file' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('sessione-senza-titolo.json');
    const text = await readFile(await file.path(), 'utf8');
    const path = join(tmpdir(), 'tra-pari-sessione.json');
    await writeFile(path, text);
    await using other = await open(address);
    await other.page.locator('#planner-file').setInputFiles({
      name: 'programma.json',
      mimeType: 'application/json',
      buffer: Buffer.from('{"blocks":[]}'),
    });
    await told(other.page, '«programma.json» non è il file di una sessione');
    await other.page.locator('#planner-file').setInputFiles(path);
    await told(other.page, 'Aperto: tra-pari-sessione.json.');
    expect(await titles(other.page)).toEqual(['A', 'B', 'Pausa', 'C']);
  });

  test('with hostile words shows them as words', async () => {
    await using visit = await small();
    const { page } = visit;
    const nasty = '<img src=x onerror=alert(1)>';
    await page.locator('#plan-title').fill(nasty);
    await press(page, 0, 'Modifica');
    await blocks(page).nth(0).getByLabel('Titolo', { exact: true }).fill(nasty);
    await page.reload();
    await blocks(page).first().waitFor();
    expect((await titles(page))[0]).toBe(nasty);
    expect(await page.locator('#planner img').count()).toBe(0);
    expect([visit.errors, visit.violations]).toEqual([[], []]);
  });
});

describe('what is kept', () => {
  test('is listed, taken away and put back', async () => {
    await using visit = await small();
    const { page } = visit;
    const before = await kept(page);
    await page.getByRole('link', { name: 'Tutte le tue sessioni' }).click();
    await page.getByRole('button', { name: 'Elimina «Sessione senza titolo»' }).click();
    expect(await kept(page)).toEqual([]);
    await page.getByRole('button', { name: 'Annulla' }).click();
    expect(await kept(page)).toEqual(before);
    expect(await page.getByRole('link', { name: 'Sessione senza titolo', exact: true }).count()).toBe(1);
  });

  test('and was spoilt is said, copied aside and handed over', async () => {
    await using visit = await open('/sessioni/');
    const { page } = visit;
    await page.evaluate(() => localStorage.setItem('tra-pari:piano:abc', '{"version":1,"blocks":'));
    await page.goto(`${site.url}${address}?piano=abc`);
    await page.locator('#planner-kept', { hasText: 'non si riesce a leggere' }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Scarica quello che c’era' }).click(),
    ]);
    expect(await readFile(await file.path(), 'utf8')).toBe('{"version":1,"blocks":');
    expect(await page.evaluate(() => localStorage.getItem('tra-pari:piano:abc'))).toBe(
      '{"version":1,"blocks":',
    );
  });

  test('what another window changes arrives here, and can be undone', async () => {
    await using visit = await small();
    const { page } = visit;
    const other = await page.context().newPage();
    await other.goto(page.url());
    await blocks(other).first().waitFor();
    await minutes(other, 0).fill('50');
    await expect.poll(() => times(page)).toEqual(['9.00', '9.50', '10.20', '10.50']);
    await page.getByRole('button', { name: /^Annulla: quello che è cambiato/ }).click();
    expect(await times(page)).toEqual(['9.00', '9.30', '10.00', '10.30']);
  });
});

test('without a script it says so, and leads to what can be read', async () => {
  await using visit = await open(address, { javascript: false });
  const words = visit.page.locator('noscript p', { hasText: 'ha bisogno degli script' });
  expect(await words.isVisible()).toBe(true);
  expect(await visit.page.locator('#planner').isVisible()).toBe(false);
});

describe.each([1280, 360])('at %i px', (width) => {
  test('axe finds nothing, at the start, in a session and in an open block, and nothing sticks out', async () => {
    await using visit = await open(address, { width });
    const { page } = visit;
    expect(await findings(page)).toEqual([]);
    await page.goto(`${site.url}${address}?pratica=tonite`);
    await told(page, 'La sessione è pronta');
    expect(await findings(page)).toEqual([]);
    await press(page, 2, 'Modifica');
    await page.getByRole('button', { name: 'Aggiungi un gruppo in parallelo' }).click();
    await page.getByRole('button', { name: 'Aggiungi un materiale' }).click();
    await page.getByText('Dove, per chi, chi conduce').click();
    expect(await findings(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
  });
});
