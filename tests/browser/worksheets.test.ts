/** The worksheets of all activities, on paper of two sizes and on the screen. */
import { readFileSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { signatureFields, worksheetFields } from '../../src/knowledge/worksheet-fields.ts';
import { worksheetLayout } from '../../src/knowledge/worksheet-layout.ts';
import type { WorksheetBlock } from '../../src/schemas/activity.ts';
import { openWord, rowsOf, wordsOf } from '../exports/documents/word-file.ts';
import { accessibilityFindings as findings, isTooWide } from './findings.ts';
import { sheetsOf, withoutSpaces, type Mark, type Sheet } from './pdf.ts';
import { open, site, type Visit } from './site.ts';

interface Published {
  id: string;
  title: string;
  worksheet: WorksheetBlock[];
}

const folder = join(site.folder, 'dati/activities');
const activities: Published[] = readdirSync(folder).map(
  (file) => (JSON.parse(readFileSync(join(folder, file), 'utf8')) as { entry: Published }).entry,
);
const addressOf = (id: string): string => `/attivita/${id}/scheda/`;
/** Between them, blocks of every kind. */
const [map, needs] = ['mappa-degli-attori', 'mappa-dei-bisogni'].map((id) => {
  const found = activities.find((activity) => activity.id === id);
  if (!found) throw new Error(`no activity ${id}`);
  return found;
}) as [Published, Published];

type Paper = 'a4' | 'a3';
const papers = {
  a4: { width: 210, height: 297, top: 18, bottom: 20 },
  a3: { width: 420, height: 297, top: 14, bottom: 16 },
};
const side = 16;

/** What a block prints for whoever fills it in. */
function wordsOn(block: WorksheetBlock): string[] {
  const hint = block.kind === 'text' ? [block.text] : block.hint ? [block.hint] : [];
  const own = {
    text: () => [],
    lines: () => [],
    table: () => block.kind === 'table' && [...block.columns, ...(block.rowLabels ?? [])],
    checklist: () => block.kind === 'checklist' && block.items,
    matrix: () => block.kind === 'matrix' && [...block.cells, block.horizontal, block.vertical],
    canvas: () =>
      block.kind === 'canvas' && block.cells.flatMap(({ label, hint: help = '' }) => [label, help]),
  }[block.kind]();
  return [block.heading, ...hint, ...(own || [])];
}

/** What is wrong with a printed worksheet; nothing when all is well. */
function paperFindings(sheets: readonly Sheet[], { title, worksheet }: Published, paper: Paper): string[] {
  const { width, height, top, bottom } = papers[paper];
  // more than two would not be a worksheet: whoever writes one is told by this test
  const wanted = paper === 'a4' && worksheetLayout(worksheet).sheets === 'two' ? 2 : 1;
  const isOff = (one: number, other: number): boolean => Math.abs(one - other) > 0.5;
  const found: string[] = [];
  if (sheets.length !== wanted) found.push(`${sheets.length} sheets instead of ${wanted}`);
  for (const sheet of sheets)
    if (isOff(sheet.width, width) || isOff(sheet.height, height))
      found.push(`a sheet of ${sheet.width.toFixed()} × ${sheet.height.toFixed()} mm`);
  const has = (sheet: Sheet | undefined, words: readonly string[]): boolean =>
    words.every((word) => sheet?.letters.includes(withoutSpaces(word)));
  if (!has(sheets[0], [title, ...signatureFields.map(({ name }) => name)]))
    found.push('no name or no lines to sign');
  if (!has(sheets.at(-1), ['Tra Pari'])) found.push('no name of the site');
  for (const block of worksheet)
    if (!sheets.some((sheet) => has(sheet, wordsOn(block))))
      found.push(`no whole «${block.heading}» on any sheet`);
  for (const sheet of sheets) {
    const isNumber = ({ what, bottom: low }: Mark) => /^[\d /]+$/.test(what) && low > height - bottom;
    const marks = sheet.marks.filter((mark) => !isNumber(mark));
    const out = marks.filter(
      (mark) =>
        mark.left < side - 0.5 ||
        mark.right > width - side + 0.5 ||
        mark.top < top - 0.5 ||
        mark.bottom > height - bottom + 0.5,
    );
    found.push(...out.map(({ what }) => `beyond the margins: ${what}`));
    if (Math.max(...marks.map((mark) => mark.bottom)) < height * 0.85) found.push('a sheet left empty below');
  }
  return [...new Set(found)];
}

/** The sheets as the browser prints them, after the reader has chosen the paper. */
async function printed(page: Page, paper: Paper): Promise<Sheet[]> {
  await page.evaluate((chosen) => document.documentElement.setAttribute('data-paper', chosen), paper);
  return sheetsOf(await page.pdf({ preferCSSPageSize: true }));
}

/** Places of a sheet where letters are painted over letters. */
function twice(marks: readonly Mark[]): string[] {
  const places = marks
    .filter(({ what }) => what !== 'a line or a box' && what.trim() !== '')
    .map(({ left, top }) => `${left.toFixed(1)} ${top.toFixed(1)}`);
  return places.filter((place, index) => places.indexOf(place) !== index);
}

const told = (page: Page, text: string | RegExp) =>
  page.locator('#worksheet-told', { hasText: text }).waitFor({ state: 'visible' });
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const keyOf = ({ id }: Published): string => `tra-pari:scheda:${id}`;
const kept = (page: Page, activity: Published) =>
  page.evaluate((name) => localStorage.getItem(name), keyOf(activity));

const sentence = 'Il bisogno che viene prima, in una frase';
const box = 'La persona a cui pensiamo: Che cosa la ferma';
const cell = 'Fatti e impressioni: riga 2, Lo pensiamo';
const check = 'Almeno un fatto ha una fonte.';

test('there are worksheets to look at', () => {
  expect(activities.length).toBeGreaterThan(4);
});

describe.each(activities)('the worksheet of $id', (activity) => {
  test('is whole on A4 and on A3, of as many sheets as it should, within the margins', async () => {
    await using visit = await open(addressOf(activity.id));
    const { page, errors, violations } = visit;
    for (const paper of ['a4', 'a3'] as const)
      expect({ paper, found: paperFindings(await printed(page, paper), activity, paper) }).toEqual({
        paper,
        found: [],
      });
    expect([errors, violations]).toEqual([[], []]);
  });

  test('has a field with a name of its own for every space, and each is kept', async () => {
    await using visit = await open(addressOf(activity.id), { width: 360 });
    const { page } = visit;
    const names = [...signatureFields, ...worksheetFields(activity.worksheet).flat(2)].flatMap(
      (space) => space?.name ?? [],
    );
    const boxes = activity.worksheet.flatMap((block) => (block.kind === 'checklist' ? block.items : []));
    const fields = page.locator('.worksheet :is(textarea, input[type=text])');
    expect((await fields.count()) + boxes.length).toBe(names.length);
    for (const item of await fields.all()) {
      const name = (await item.getAttribute('aria-label')) ?? '';
      expect(names).toContain(name);
      await item.fill(`${name}!`);
    }
    for (const item of boxes) await page.getByRole('checkbox', { name: item, exact: true }).check();
    await page.reload();
    await page.locator('.worksheet.is-live').waitFor();
    expect(await page.locator('#worksheet-kept').innerText()).toBe('');
    for (const item of await fields.all())
      expect(await item.inputValue()).toBe(`${(await item.getAttribute('aria-label')) ?? ''}!`);
    expect(await page.locator('.worksheet input:checked').count()).toBe(boxes.length);
    expect(await isTooWide(page)).toBe(false);
  });
});

describe('the check of the paper', () => {
  /** The worksheet spoilt by somebody who changes its styles. */
  async function spoilt(paper: Paper, spoil: (worksheet: HTMLElement) => void): Promise<string[]> {
    await using visit = await open(addressOf(needs.id));
    const { page } = visit;
    await page.locator('#worksheet').evaluate(spoil as (worksheet: HTMLElement | SVGElement) => void);
    return paperFindings(await printed(page, paper), needs, paper);
  }

  test('finds a sheet too many', async () => {
    const found = await spoilt('a3', (worksheet) => {
      worksheet.style.minHeight = '300mm';
    });
    expect(found).toContain('2 sheets instead of 1');
  });

  test('finds the wrong paper', async () => {
    await using visit = await open(addressOf(needs.id));
    const found = paperFindings(await printed(visit.page, 'a4'), needs, 'a3');
    expect(found).toContain('a sheet of 210 × 297 mm');
  });

  test('finds words that are not printed', async () => {
    const found = await spoilt('a4', (worksheet) =>
      worksheet.querySelector('.worksheet-box small')?.remove(),
    );
    expect(found).toEqual(['no whole «La persona a cui pensiamo» on any sheet']);
  });

  test('finds a block cut in two', async () => {
    const found = await spoilt('a4', (worksheet) => {
      const part = worksheet.querySelector<HTMLElement>('.worksheet-part:last-child');
      part?.style.setProperty('display', 'block');
      for (const block of part?.querySelectorAll<HTMLElement>('section') ?? []) {
        block.style.breakInside = 'auto';
        block.style.display = 'block';
      }
      const list = part?.querySelector<HTMLElement>('.worksheet-checks');
      list?.style.setProperty('padding-top', '80mm');
      list?.querySelector<HTMLElement>('li:last-child')?.style.setProperty('break-before', 'page');
    });
    expect(found).toContain('no whole «Prima di chiudere» on any sheet');
  });

  test('finds what sticks out, and a sheet half empty', async () => {
    const wide = await spoilt('a4', (worksheet) => {
      worksheet.querySelector<HTMLElement>('.worksheet-canvas')?.style.setProperty('margin-left', '-12mm');
    });
    expect(wide).toContain('beyond the margins: a line or a box');
    const low = await spoilt('a4', (worksheet) => {
      worksheet.querySelector<HTMLElement>('.worksheet-part')?.style.setProperty('min-height', '0');
    });
    expect(low).toContain('a sheet left empty below');
  });
});

test('a worksheet too long for two sheets goes on from page to page, one thing below the other', async () => {
  await using visit = await open(addressOf(needs.id));
  const { page } = visit;
  // as `worksheetLayout` marks it
  await page.locator('#worksheet').evaluate((worksheet) => {
    worksheet.dataset.sheets = 'flowing';
    const [row] = worksheet.querySelectorAll('tbody tr');
    for (let count = 0; row && count < 60; count += 1) row.after(row.cloneNode(true));
  });
  for (const paper of ['a4', 'a3'] as const) {
    const sheets = await printed(page, paper);
    expect(sheets.length).toBeGreaterThan(2);
    const { width, bottom, height } = papers[paper];
    for (const { what, right, bottom: low } of sheets.flatMap(({ marks }) => marks)) {
      expect(right).toBeLessThan(width - side + 1);
      if (!/^[\d /]+$/.test(what)) expect(low).toBeLessThan(height - bottom + 1);
    }
    const all = sheets.map(({ letters }) => letters).join('');
    expect(needs.worksheet.flatMap(wordsOn).filter((word) => !all.includes(withoutSpaces(word)))).toEqual([]);
    for (const { marks } of sheets) expect(twice(marks)).toEqual([]);
  }
});

describe('the buttons that print', () => {
  test('choose the paper while the print window is open, and no longer', async () => {
    await using visit = await open(addressOf(map.id));
    const { page } = visit;
    await page.evaluate(() => {
      const shown: (string | null)[] = [];
      Object.assign(window, { shown });
      window.print = () => {
        shown.push(document.documentElement.getAttribute('data-paper'));
        dispatchEvent(new Event('afterprint'));
      };
    });
    await press(page, 'Stampa in A3');
    await press(page, 'Stampa in A4');
    const chosen = await page.evaluate(() => [
      ...(window as unknown as { shown: string[] }).shown,
      document.documentElement.getAttribute('data-paper'),
    ]);
    expect(chosen).toEqual(['a3', 'a4', null]);
  });

  test('without a script the browser’s own menu prints A4', async () => {
    await using visit = await open(addressOf(map.id), { javascript: false });
    const { page } = visit;
    expect(paperFindings(sheetsOf(await page.pdf({ preferCSSPageSize: true })), map, 'a4')).toEqual([]);
    expect(await page.locator('main :is(.needs-script, button):visible').allInnerTexts()).toEqual([]);
    expect(await page.locator('.worksheet :is(textarea, input)').count()).toBe(0);
    expect(await page.getByText('Da stampare e riempire a mano').isVisible()).toBe(true);
  });
});

describe('filled in on the screen', () => {
  test('what was written is printed, also when it is long, and empty spaces stay', async () => {
    await using visit = await open(addressOf(needs.id));
    const { page } = visit;
    const long = 'Gli anziani del rione non sanno a chi chiedere. '.repeat(12).trim();
    await field(page, box).fill('Lo sportello chiude alle dodici');
    await field(page, 'Città').fill('Taranto');
    await field(page, sentence).fill(`${long}\nFine.`);
    await page.getByRole('checkbox', { name: check }).check();
    const sheets = await printed(page, 'a4');
    const letters = sheets.map((sheet) => sheet.letters).join('');
    for (const words of ['Lo sportello chiude alle dodici', 'Taranto', `${long}Fine.`])
      expect(letters).toContain(withoutSpaces(words));
    expect(letters.match(/×/g)).toHaveLength(1);
    expect(paperFindings(sheets, needs, 'a4')).toEqual([]);
  });

  test('so much that it does not fit makes more sheets, and nothing is painted over', async () => {
    await using visit = await open(addressOf(needs.id));
    const { page } = visit;
    for (let row = 1; row <= 6; row += 1)
      await field(page, `Fatti e impressioni: riga ${row}, Lo pensiamo`).fill(
        `Sì ${row}. ${'parole '.repeat(120)}`,
      );
    const sheets = await printed(page, 'a4');
    expect(sheets.length).toBeGreaterThan(2);
    for (const { marks } of sheets) expect(twice(marks)).toEqual([]);
    const letters = sheets.map((sheet) => sheet.letters).join('');
    expect(letters.match(/parole/g)).toHaveLength(6 * 120);
  });

  test('by keyboard alone', async () => {
    await using visit = await open(addressOf(needs.id));
    const { page } = visit;
    await page.getByRole('button', { name: 'Svuota' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.type('Gruppo 3');
    for (let stop = 0; stop < 3; stop += 1) await page.keyboard.press('Tab');
    await page.keyboard.type('Perde il turno');
    expect(await field(page, 'Gruppo').inputValue()).toBe('Gruppo 3');
    expect(await field(page, 'La persona a cui pensiamo: Che cosa le succede').inputValue()).toBe(
      'Perde il turno',
    );
    await page.getByRole('checkbox', { name: check }).focus();
    await page.keyboard.press('Space');
    expect(await page.getByRole('checkbox', { name: check }).isChecked()).toBe(true);
  });

  test('goes away with the last word, and is the same in another window', async () => {
    await using visit = await open(addressOf(needs.id));
    const { page } = visit;
    const other = await page.context().newPage();
    await other.goto(addressOf(needs.id));
    await field(page, cell).fill('tre famiglie');
    await field(other, cell).and(other.locator('[data-filled] textarea')).waitFor();
    expect(await field(other, cell).inputValue()).toBe('tre famiglie');
    await field(page, cell).fill('');
    expect(await kept(page, needs)).toBeNull();
  });

  test('is emptied and put back, with what was written since', async () => {
    await using visit = await open(addressOf(needs.id));
    const { page } = visit;
    await page.getByRole('button', { name: 'Svuota' }).press('Enter');
    await told(page, 'già vuota');
    await field(page, cell).fill('tre famiglie');
    await field(page, box).fill('la distanza');
    await page.getByRole('checkbox', { name: check }).check();
    await press(page, 'Svuota');
    await told(page, 'La scheda è vuota');
    expect(await field(page, cell).inputValue()).toBe('');
    expect(await kept(page, needs)).toBeNull();
    await field(page, box).fill('la lingua');
    await press(page, 'Annulla: rimetti quello che c’era');
    await told(page, 'Rimesso');
    expect(await field(page, cell).inputValue()).toBe('tre famiglie');
    expect(await field(page, box).inputValue()).toBe('la lingua');
    expect(await page.getByRole('checkbox', { name: check }).isChecked()).toBe(true);
    await page.reload();
    expect(await field(page, cell).inputValue()).toBe('tre famiglie');
  });

  test('comes out in Word with its words in their places', async () => {
    await using visit = await open(addressOf(needs.id));
    const { page, errors, violations } = visit;
    await field(page, cell).fill('tre famiglie');
    await field(page, sentence).fill('Chi lavora di notte non trova lo sportello aperto.');
    const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Scarica in Word')]);
    await told(page, 'Scaricata: scheda-mappa-dei-bisogni.docx');
    expect(file.suggestedFilename()).toBe('scheda-mappa-dei-bisogni.docx');
    const { body } = await openWord(new Uint8Array(await readFile(await file.path())).buffer);
    const words = wordsOf(body);
    expect(needs.worksheet.flatMap(wordsOn).filter((word) => !words.includes(word))).toEqual([]);
    expect(words).toContain('Chi lavora di notte non trova lo sportello aperto.');
    expect(rowsOf(body)).toContainEqual(['', '', 'tre famiglie', '']);
    expect([errors, violations]).toEqual([[], []]);
  });

  test('a file that cannot be made is said, and nothing is lost', async () => {
    await using visit = await open(addressOf(needs.id));
    const { page } = visit;
    await field(page, cell).fill('tre famiglie');
    await page.route(/\.js$/, (route) => route.abort());
    await press(page, 'Scarica in Word');
    await told(page, 'Il file non si è preparato');
    expect(await field(page, cell).inputValue()).toBe('tre famiglie');
  });
});

/** A visit whose storage was spoilt or forbidden before the page ran. */
async function openWith(prepare: (name: string) => void): Promise<Visit> {
  const visit = await open('/attivita/');
  await visit.page.addInitScript(prepare, keyOf(needs));
  await visit.page.goto(addressOf(needs.id));
  return visit;
}

describe('what is kept', () => {
  test('when it was damaged that is said, and it is handed over as it was', async () => {
    await using visit = await openWith((name) => {
      if (!sessionStorage.getItem('spoilt')) localStorage.setItem(name, '{"version": 1, "answers": [rotto');
      sessionStorage.setItem('spoilt', 'yes');
    });
    const { page } = visit;
    await page.getByText('non si riesce a leggere').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      press(page, 'Scarica quello che c’era'),
    ]);
    expect(await readFile(await file.path(), 'utf8')).toBe('{"version": 1, "answers": [rotto');
    expect(await findings(page)).toEqual([]);
    await field(page, cell).fill('tre famiglie');
    await page.reload();
    expect(await field(page, cell).inputValue()).toBe('tre famiglie');
  });

  test('in spaces of an earlier edition is shown at the end, and goes away with the rest', async () => {
    await using visit = await openWith((name) => {
      if (sessionStorage.getItem('put')) return;
      sessionStorage.setItem('put', 'yes');
      const answers = { 'una-volta': { field: 'Una volta', text: 'c’era' } };
      localStorage.setItem(name, JSON.stringify({ version: 1, answers }));
    });
    const { page } = visit;
    await page.locator('#worksheet-gone', { hasText: 'Una volta: c’era' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await press(page, 'Svuota');
    await page.locator('#worksheet-gone').waitFor({ state: 'detached' });
  });

  test('where nothing is kept that is said, and one can write and print all the same', async () => {
    await using visit = await openWith(() => {
      Object.defineProperty(window, 'localStorage', {
        get: () => {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    const { page, errors } = visit;
    await page.getByText('Questo browser non conserva nulla').waitFor();
    await field(page, cell).fill('tre famiglie');
    const letters = (await printed(page, 'a3')).map((sheet) => sheet.letters).join('');
    expect(letters).toContain('trefamiglie');
    expect(errors).toEqual([]);
  });

  test('where there is no more room that is said', async () => {
    await using visit = await open(addressOf(needs.id));
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
    await field(page, cell).fill('tre famiglie');
    await page.getByText('è pieno').waitFor();
    expect(await field(page, cell).inputValue()).toBe('tre famiglie');
  });
});

describe.each([360, 1280])('at %i px', (width) => {
  test.each([map, needs])('axe finds nothing in $id, empty, filled in and emptied', async ({ id }) => {
    await using visit = await open(addressOf(id), { width });
    const { page } = visit;
    expect(await findings(page)).toEqual([]);
    for (const item of await page.locator('.worksheet :is(textarea, input[type=text])').all())
      await item.fill('Parole '.repeat(12));
    await page.locator('.worksheet input[type=checkbox]').first().check();
    expect(await findings(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    await press(page, 'Svuota');
    expect(await findings(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
  });
});

test('a field grows with its words and hides none of them', async () => {
  await using visit = await open(addressOf(needs.id), { width: 360 });
  const area = field(visit.page, box);
  const before = (await area.boundingBox())?.height ?? 0;
  await area.fill('Una riga lunga che va a capo più volte. '.repeat(12));
  const after = (await area.boundingBox())?.height ?? 0;
  expect(after).toBeGreaterThan(before + 100);
  expect(await area.evaluate((element) => element.scrollHeight <= element.clientHeight + 1)).toBe(true);
});
