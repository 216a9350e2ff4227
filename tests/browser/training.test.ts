/** The whole way of a trainer: from a sheet to the room, and from the room back into the base. */
import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { wordsOf, openWord } from '../exports/documents/word-file.ts';
import { plainEnvironment, projectRoot } from '../environment.ts';
import { open } from './site.ts';

const minute = 60_000;
const start = new Date('2026-11-20T09:00:00+01:00');

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function capture(page: Page, kind: string, text: string, more?: () => Promise<void>): Promise<void> {
  await page.getByRole('radio', { name: kind, exact: true }).check();
  await page.getByLabel('Testo', { exact: true }).fill(text);
  await more?.();
  await press(page, 'Aggiungi');
}

/** A command of ours on a content folder: its exit code, and what it said. */
async function command(
  words: readonly string[],
  content: string,
): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, words, {
    cwd: projectRoot,
    env: plainEnvironment({ KB_CONTENT: content, SITE_URL: '', BASE_PATH: '' }),
  });
  const [out, errors, code] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise<number | null>((done) => child.on('close', done)),
  ]);
  return { code, said: out + errors };
}

test('a sheet is taken to the room, planned, printed, led, and what was said comes back into the base', async () => {
  await using visit = await open('/favicon.svg');
  const { page, errors, violations, outside } = visit;
  await page.clock.install({ time: start });

  // from the sheet to the planner
  await page.goto('/pratiche/tonite/');
  await page.getByRole('link', { name: 'Porta in aula' }).click();
  await page.locator('#planner-told', { hasText: 'La sessione è pronta' }).waitFor();
  expect(await page.locator('#planner-remarks li').count()).toBe(0);
  await page.getByLabel('Giorno').fill('2026-11-20');
  await page.getByText('Dove, per chi, chi conduce').click();
  await page.getByLabel('Città', { exact: true }).selectOption('andria');
  await page.getByLabel('Chi organizza').fill('Settore Politiche sociali');
  const id = new URL(page.url()).searchParams.get('piano') ?? '';

  // three papers, the slides and the calendar
  await page.getByRole('link', { name: 'Stampa', exact: true }).click();
  for (const [paper, words] of [
    ['Programma per la porta', 'Il dilemma'],
    ['Traccia per chi conduce', 'Da portare'],
    ['Materiale per chi partecipa', 'Le fonti citate'],
  ] as const) {
    await page.getByRole('link', { name: paper }).click();
    await page.locator('#papers-told', { hasText: 'Il foglio è pronto.' }).waitFor();
    expect(await page.locator('#papers-paper').innerText()).toContain(words);
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Scarica in Word' }).click(),
    ]);
    const word = await openWord(new Uint8Array(readFileSync(await file.path())).buffer);
    expect(wordsOf(word.body)).toContain(words);
  }
  await page.getByRole('link', { name: 'Torna alla sessione' }).click();
  for (const [button, name] of [
    ['Diapositive', 'in-aula-tonite.pptx'],
    ['Calendario', 'in-aula-tonite.ics'],
  ] as const) {
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, button)]);
    expect(file.suggestedFilename()).toBe(name);
  }

  // led in the room, with a clock that runs
  await page.getByRole('link', { name: 'Conduci in aula' }).click();
  await press(page, 'Comincia');
  await page.clock.runFor(10 * minute);
  await press(page, 'Avanti');
  await capture(page, 'Osservazione', 'Prima di scegliere il luogo bisogna andarci di sera.');
  await capture(page, 'Domanda aperta', 'Chi tiene aperto dopo il secondo anno?');
  await press(page, '+5 minuti');
  await page.clock.runFor(20 * minute);
  await page.reload();
  await page.locator('#run-block', { hasText: 'Il caso' }).waitFor();
  await press(page, 'Avanti');
  await capture(page, 'Decisione', 'Si comincia da una via sola.');
  await page.locator('#capture-city option').nth(3).waitFor({ state: 'attached' });
  await capture(page, 'Impegno', 'Contare chi passa dopo le venti', async () => {
    await page.getByLabel('Chi se lo prende').fill('Polizia locale');
    await page.getByLabel('Entro').fill('2026-12-15');
    await page.getByLabel('Città', { exact: true }).selectOption('andria');
  });
  await page.clock.runFor(15 * minute);
  await press(page, 'Termina la sessione');

  // the file of a workshop
  await press(page, 'Trasforma in laboratorio');
  await page.locator('.workshop-form').waitFor();
  await page.getByLabel('In una riga').fill('Un caso di sicurezza letto insieme');
  await page.getByLabel('In breve').fill('Un gruppo di uffici ha lavorato sul caso di ToNite.');
  const area = page.locator('.workshop-form').getByRole('checkbox').first();
  await area.check();
  await press(page, 'Prepara il file');
  const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'Scarica il file')]);
  expect(download.suggestedFilename()).toBe('andria-2026-11-20.mdx');
  expect({ errors, violations, outside }).toEqual({ errors: [], violations: [], outside: [] });
  expect(id).not.toBe('');

  // back into the base: checked by the command, and shown by a build
  const work = mkdtempSync(join(tmpdir(), 'tra-pari-training-'));
  try {
    const [content, dist] = [join(work, 'content'), join(work, 'dist')];
    cpSync(join(projectRoot, 'src/content'), content, { recursive: true });
    const file = join(content, 'workshops/andria-2026-11-20.mdx');
    writeFileSync(file, readFileSync(await download.path()));
    const check = await command(['src/cli/check.ts', file], content);
    expect(check.said).toContain('0 errori');
    expect(check.code).toBe(0);
    const build = await command(['src/cli/build.ts', '--out', dist], content);
    expect(build.said).toContain('Fatto in');
    const built = (path: string) => readFileSync(join(dist, path, 'index.html'), 'utf8');
    const workshop = built('laboratori/andria-2026-11-20');
    for (const words of [
      'Prima di scegliere il luogo bisogna andarci di sera.',
      'Chi tiene aperto dopo il secondo anno?',
      'Si comincia da una via sola.',
      'Contare chi passa dopo le venti',
    ])
      expect(workshop).toContain(words);
    expect(built('pratiche/tonite')).toContain('Chi tiene aperto dopo il secondo anno?');
    expect(built('citta/andria')).toContain('Contare chi passa dopo le venti');
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}, 600_000);
