import { readFile } from 'node:fs/promises';
import JSZip from 'jszip';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { addBlock, addObjective, addTask, withFields } from '../../src/knowledge/plan-edits.ts';
import { emptyPlan, type Plan } from '../../src/knowledge/plan.ts';
import { richPlan } from '../knowledge/led-session.ts';
import { accessibilityFindings as findings, isTooWide } from './findings.ts';
import { sheetsOf, withoutSpaces } from './pdf.ts';
import { open, type Visit } from './site.ts';

const papers = ['agenda', 'traccia', 'partecipanti'] as const;
const address = (plan: Pick<Plan, 'id'>, paper?: string): string =>
  `/sessioni/stampa/?piano=${plan.id}${paper ? `&che=${paper}` : ''}`;
const paperOn = (page: Page) => page.locator('#papers-paper .document');
const told = (page: Page) => page.locator('#papers-told');

const plan = richPlan('abc123', { date: '2026-11-26' });
const hostile = '<img src=x onerror=alert(1)> =1+1 {{7*7}} ';

/** As full as a plan can be. */
function long(): Plan {
  let own = withFields(emptyPlan('lungo1'), { title: hostile.repeat(4), date: '2026-11-26' });
  own = addObjective(own, hostile);
  own = addTask(own, 'prework', { text: hostile });
  for (let index = 0; index < 60; index += 1)
    own = addBlock(own, 'groups', {
      title: `${index} ${hostile.repeat(4)}`.slice(0, 200),
      notes: hostile.repeat(10),
      output: hostile,
      minutes: 10,
    });
  return own;
}

/** Opens an address in a browser that keeps these plans. */
async function openWith(plans: readonly Plan[], path: string, serviceWorker = true): Promise<Visit> {
  const visit = await open('/sessioni/stampa/', { serviceWorker });
  await visit.page.evaluate(
    (kept) => {
      for (const [id, text] of kept) localStorage.setItem(`tra-pari:piano:${id}`, text);
    },
    plans.map((own) => [own.id, JSON.stringify(own)] as const),
  );
  await visit.page.goto(path);
  return visit;
}

async function printed(page: Page) {
  const pdf = await page.pdf({ preferCSSPageSize: true, tagged: true });
  expect(pdf.toString('latin1')).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
  return sheetsOf(pdf);
}

async function downloaded(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button, exact: true }).press('Enter');
  const file = await download;
  await told(page)
    .filter({ hasText: `Scaricato: ${file.suggestedFilename()}` })
    .waitFor();
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

const wordsIn = async (bytes: Buffer, part: RegExp): Promise<string> => {
  const zip = await JSZip.loadAsync(bytes);
  const parts = Object.keys(zip.files).filter((name) => part.test(name));
  const texts = await Promise.all(parts.map(async (name) => (await zip.file(name)?.async('string')) ?? ''));
  return texts.join('\n');
};

describe('the papers of a session', () => {
  test.each(papers)('%s is printed alone, with every block, on sheets of A4', async (paper) => {
    await using visit = await openWith([plan], address(plan, paper));
    const { page, errors, violations, outside } = visit;
    await told(page).filter({ hasText: 'Il foglio è pronto.' }).waitFor();
    const sheets = await printed(page);
    const letters = sheets.map((sheet) => sheet.letters).join('');
    expect(sheets.map(({ width, height }) => [Math.round(width), Math.round(height)])).toEqual(
      sheets.map(() => [210, 297]),
    );
    expect(letters).toContain(withoutSpaces(plan.title));
    for (const { title } of plan.blocks) expect(letters).toContain(withoutSpaces(title));
    // nothing of the page around it
    for (const around of [
      'Stampa una sessione',
      'Scarica in Word',
      'Come lavoriamo',
      'Le città imparano dalle città',
    ])
      expect(letters).not.toContain(withoutSpaces(around));
    // no sheet is empty
    expect(sheets.filter((sheet) => sheet.letters.length < 20)).toEqual([]);
    if (paper === 'agenda') expect(sheets).toHaveLength(1);
    expect([errors, violations, outside]).toEqual([[], [], []]);
  });

  test.each([
    ['few blocks', 6, 40],
    ['twenty blocks', 20, 40],
    ['twenty blocks with long titles', 20, 200],
  ])('the agenda of %s is one sheet, and nothing is cut', async (_, blocks, letters) => {
    let own = withFields(emptyPlan('porta1'), {
      title: 'Una giornata intera a Reggio Calabria',
      date: '2026-11-26',
    });
    for (let index = 0; index < blocks; index += 1)
      own = addBlock(own, 'groups', {
        title: `${index} Raccontare un caso MOLTO difficile `.repeat(6).slice(0, letters),
        minutes: 15,
      });
    await using visit = await openWith([own], address(own, 'agenda'));
    await paperOn(visit.page).waitFor();
    const sheets = await printed(visit.page);
    expect(sheets).toHaveLength(1);
    expect(sheets[0]?.letters).toContain('Fine');
    for (const { left, right, top, bottom } of sheets[0]?.marks ?? []) {
      expect(Math.min(left, right, top, bottom)).toBeGreaterThanOrEqual(0);
      expect(Math.max(left, right)).toBeLessThanOrEqual(210);
      expect(Math.max(top, bottom)).toBeLessThanOrEqual(297);
    }
  });

  test('worksheets begin each on a sheet of its own, and the sources stand once, at the end', async () => {
    await using visit = await openWith([plan], address(plan, 'partecipanti'));
    await paperOn(visit.page).waitFor();
    const sheets = await printed(visit.page);
    const first = (words: string): number[] =>
      sheets.flatMap((sheet, index) =>
        sheet.letters.replace(/^\d+\/\d+/, '').startsWith(withoutSpaces(words)) ? [index] : [],
      );
    for (const name of ['Mappa dei bisogni', 'Pre-mortem', 'Impegni e prossimi passi'])
      expect(first(`Scheda di lavoro: ${name}`), name).toHaveLength(1);
    const all = sheets.map((sheet) => sheet.letters).join('');
    expect(all.split(withoutSpaces('Le fonti citate'))).toHaveLength(2);
    const notes = await paperOn(visit.page)
      .locator('sup a')
      .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))]);
    expect(notes.length).toBeGreaterThan(5);
    for (const href of notes) expect(await visit.page.locator(`[id="${href.slice(1)}"]`).count()).toBe(1);
  });

  test('are chosen with links, so that the address and the back button hold', async () => {
    await using visit = await openWith([plan], address(plan));
    const { page } = visit;
    await paperOn(page).waitFor();
    const current = () => page.locator('[aria-current="page"]').filter({ visible: true }).last().innerText();
    expect(await current()).toBe('Programma per la porta');
    await page.getByRole('link', { name: 'Traccia per chi conduce' }).press('Enter');
    await page.waitForURL('**che=traccia');
    await paperOn(page).filter({ hasText: 'Prima di cominciare' }).waitFor();
    expect(await current()).toBe('Traccia per chi conduce');
    expect(await page.title()).toMatch(/^Traccia per chi conduce: Due ore su ToNite · /);
    await page.goBack();
    await paperOn(page).filter({ hasText: 'Fine' }).waitFor();
    await page.getByRole('link', { name: 'Torna alla sessione' }).click();
    await page.waitForURL(`**/sessioni/pianifica/?piano=${plan.id}`);
  });

  test.each(papers)('%s is fine for who cannot see it and on a telephone', async (paper) => {
    await using visit = await openWith([plan], address(plan, paper));
    const { page } = visit;
    await paperOn(page).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await isTooWide(page)).toBe(false);
  });

  test('become files: Word with its sources, slides, calendar; their libraries come with the press', async () => {
    await using visit = await openWith([plan], address(plan, 'partecipanti'));
    const { page, errors, violations, outside } = visit;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.reload({ waitUntil: 'networkidle' });
    await paperOn(page).waitFor();
    expect(asked.filter((path) => /docx|pptx|jszip|ics\./.test(path))).toEqual([]);
    const word = await downloaded(page, 'Scarica in Word');
    expect(word.name).toBe('due-ore-su-tonite-partecipanti.docx');
    const body = await wordsIn(word.bytes, /^word\/document\.xml$/);
    for (const words of [
      'Le fonti citate',
      'Scheda di lavoro: Pre-mortem',
      'Il dilemma',
      'Dove trovare le schede',
    ])
      expect(body).toContain(words);
    expect(body).toContain('w:anchor="fonte_1_1"');
    const slides = await downloaded(page, 'Diapositive');
    const shown = await wordsIn(slides.bytes, /^ppt\/slides\/slide\d+\.xml$/);
    for (const { title } of plan.blocks) expect(shown).toContain(title);
    for (const words of ['ToNite: il dilemma', 'Prima di andare']) expect(shown).toContain(words);
    const calendar = await downloaded(page, 'Calendario');
    expect(calendar.name).toBe('due-ore-su-tonite.ics');
    expect(calendar.bytes.toString()).toContain('DTSTART;TZID=Europe/Rome:20261126T090000\r\n');
    expect([errors, violations, outside]).toEqual([[], [], []]);
  });

  test('a session without a day has no calendar file, and that is said', async () => {
    const own = richPlan('abc124');
    await using visit = await openWith([own], address(own));
    await paperOn(visit.page).waitFor();
    await visit.page.getByRole('button', { name: 'Calendario', exact: true }).click();
    await told(visit.page).filter({ hasText: 'serve il giorno' }).waitFor();
  });

  test('sixty blocks of hostile words are words, on paper and in files', async () => {
    const own = long();
    await using visit = await openWith([own], address(own, 'traccia'));
    const { page, errors, violations } = visit;
    for (const paper of papers) {
      await page.goto(address(own, paper));
      await paperOn(page).waitFor();
      expect(await paperOn(page).locator('img, script, iframe').count()).toBe(0);
      expect(await paperOn(page).innerText()).toContain('<img src=x onerror=alert(1)> =1+1 {{7*7}}');
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await isTooWide(page)).toBe(false);
    }
    const word = await downloaded(page, 'Scarica in Word');
    expect(await wordsIn(word.bytes, /^word\/document\.xml$/)).toContain(
      '&lt;img src=x onerror=alert(1)&gt; =1+1',
    );
    const slides = await downloaded(page, 'Diapositive');
    expect(await wordsIn(slides.bytes, /^ppt\/slides\/slide\d+\.xml$/)).toContain('59 &lt;img src=x');
    expect([errors, violations]).toEqual([[], []]);
  });

  test('without a network what is kept is printed, and what is missing is named', async () => {
    await using visit = await openWith([plan], '/sessioni/stampa/', false);
    const { page } = visit;
    await page.route('**/dati/**', (route) => route.abort());
    await page.goto(address(plan, 'partecipanti'));
    await told(page).filter({ hasText: 'mancano' }).waitFor();
    const words = await told(page).innerText();
    for (const title of ['ToNite', 'Mappa dei bisogni', 'Pre-mortem']) expect(words).toContain(`«${title}»`);
    const paper = await paperOn(page).innerText();
    expect(paper).toContain('L’estratto manca: la scheda non si è caricata.');
    expect(paper).toContain('Che cosa serve per portarla nella nostra città?');
    expect(await findings(page)).toEqual([]);
    await page.goto(address(plan, 'traccia'));
    await paperOn(page).waitFor();
    expect(await paperOn(page).innerText()).toContain('Ognuno dice città e ufficio.');
  });

  test('what another window changes is on the paper', async () => {
    await using visit = await openWith([plan], address(plan));
    const { page } = visit;
    await paperOn(page).waitFor();
    const other = await page.context().newPage();
    await other.goto('/sessioni/stampa/');
    await other.evaluate(([key, text]) => localStorage.setItem(key, text), [
      `tra-pari:piano:${plan.id}`,
      JSON.stringify({ ...plan, title: 'Un altro titolo' }),
    ] as const);
    await paperOn(page).filter({ hasText: 'Un altro titolo' }).waitFor();
  });
});

describe('the page of the papers', () => {
  test('without a plan lists those of this device, by day, each with its papers', async () => {
    const other = withFields(emptyPlan('zz9'), { title: 'La più recente', date: '2027-01-10' });
    await using visit = await openWith([plan, other, emptyPlan('b2')], '/sessioni/stampa/');
    const { page } = visit;
    const list = page.locator('#papers-plans > li');
    await list.first().waitFor();
    expect(await list.locator('h3').allInnerTexts()).toEqual([
      'La più recente',
      'Due ore su ToNite',
      'Sessione senza titolo',
    ]);
    expect(await list.locator('p').allInnerTexts()).toEqual([
      '10 gennaio 2027',
      '26 novembre 2026',
      'giorno da decidere',
    ]);
    expect(await findings(page)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await isTooWide(page)).toBe(false);
    await page.getByRole('link', { name: 'Materiale per chi partecipa: «Due ore su ToNite»' }).press('Enter');
    await paperOn(page).filter({ hasText: 'Scheda di lavoro' }).waitFor();
  });

  test('where there are none says what this is and where to go', async () => {
    await using visit = await open('/sessioni/stampa/');
    const { page } = visit;
    const empty = page.locator('#papers-none');
    await empty.waitFor();
    expect(
      await empty.locator('a').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(['/sessioni/pianifica/', '/sessioni/']);
    expect(await findings(page)).toEqual([]);
  });

  test.each([
    ['abc999', 'non è in questo browser'],
    ['../../x', 'non è in questo browser'],
    ['<b>x', 'non è in questo browser'],
  ])('of %s, which is not here, says so and shows what is', async (id, words) => {
    await using visit = await openWith([plan], `/sessioni/stampa/?piano=${encodeURIComponent(id)}`);
    const { page } = visit;
    await told(page).filter({ hasText: words }).waitFor();
    expect(await page.locator('#papers-plans > li').count()).toBe(1);
    expect(await page.locator('#papers-one').isVisible()).toBe(false);
    expect(await findings(page)).toEqual([]);
  });

  test('of a plan that was spoilt says that it cannot be read, and leaves it', async () => {
    await using visit = await open('/sessioni/stampa/');
    const { page } = visit;
    await page.evaluate(() => localStorage.setItem('tra-pari:piano:abc123', '{"version":1'));
    await page.goto(address(plan));
    await told(page).filter({ hasText: 'non si riesce a leggere' }).waitFor();
    expect(await page.evaluate(() => localStorage.getItem('tra-pari:piano:abc123'))).toBe('{"version":1');
  });

  test('an unknown paper is the first one', async () => {
    await using visit = await openWith([plan], address(plan, 'constructor'));
    await paperOn(visit.page).filter({ hasText: 'Fine' }).waitFor();
  });

  test('without scripts says where plans live, and where to print all the same', async () => {
    await using visit = await open('/sessioni/stampa/', { javascript: false });
    const { page } = visit;
    expect(await page.locator('main').innerText()).toContain('hanno bisogno degli script');
    expect(await page.locator('noscript a').first().getAttribute('href')).toBe('/sessioni/');
    expect(await page.locator('#papers').isVisible()).toBe(false);
  });
});
