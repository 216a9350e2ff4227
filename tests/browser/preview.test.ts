import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { parse, parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { normalise } from '../../src/checks/text.ts';
import { accessibilityFindings, isTooWide } from './findings.ts';
import { open, site } from './site.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Kind = 'practice' | 'workshop';

const content = resolve(import.meta.dirname, '../../src/content');
const places = {
  practice: { folder: 'practices', page: 'pratiche' },
  workshop: { folder: 'workshops', page: 'laboratori' },
} as const;

const sheetsOf = (kind: Kind) =>
  readdirSync(join(content, places[kind].folder))
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => name.slice(0, -4));

const textOf = (kind: Kind, id: string) =>
  normalise(readFileSync(join(content, places[kind].folder, `${id}.mdx`), 'utf8'));

/** What the press of the form loads, called in the page with a text. The result is written out to be read here. */
async function previewed(page: Page, kind: Kind, id: string, text: string): Promise<Node[]> {
  const files = readdirSync(join(site.folder, '_astro')).filter((name) => /^preview\..+\.js$/.test(name));
  expect(files).toHaveLength(1);
  // as a text, because the test runner would put its own import in the place of the browser's
  const html = await page.evaluate<string>(`(async () => {
    const { previewOf } = await import(${JSON.stringify(`${site.url}/_astro/${files[0] ?? ''}`)});
    const holder = document.createElement('div');
    holder.append(await previewOf(...${JSON.stringify([kind, id, text])}));
    return holder.innerHTML;
  })()`);
  return parseFragment(html).childNodes;
}

/** The `<main>` of a built page, without what only the search reads. */
async function published(kind: Kind, id: string): Promise<Node[]> {
  const answer = await fetch(`${site.url}/${places[kind].page}/${id}/`);
  const main = find(parse(await answer.text()).childNodes, ({ tagName }) => tagName === 'main');
  return (main?.childNodes ?? []).filter((node) => !('attrs' in node && attribute(node, 'hidden') === ''));
}

const attribute = (node: DefaultTreeAdapterTypes.Element, name: string) =>
  node.attrs.find((one) => one.name === name)?.value;

function find(
  nodes: readonly Node[],
  test: (element: DefaultTreeAdapterTypes.Element) => boolean,
): DefaultTreeAdapterTypes.Element | undefined {
  for (const node of nodes) {
    if (!('tagName' in node)) continue;
    const found = test(node) ? node : find(node.childNodes, test);
    if (found) return found;
  }
  return undefined;
}

/** A line for each element and each text, in order: what a reader sees and what a browser builds. */
function linesOf(nodes: readonly Node[], depth = 0): string[] {
  return nodes.flatMap((node): string[] => {
    const indent = '  '.repeat(depth);
    if ('value' in node) {
      const words = node.value.replace(/\s+/g, ' ');
      return words === '' ? [] : [`${indent}“${words}”`];
    }
    if (!('tagName' in node) || node.tagName === 'script') return [];
    const attributes = node.attrs.map(({ name, value }) => `${name}=${value}`).sort();
    const line = `${indent}<${[node.tagName, ...attributes].join(' ')}>`;
    return [line, ...linesOf(ownPartOf(node), depth + 1)];
  });
}

/** Without what comes from other sheets, from the history of this one, or from when its sources were last tried. */
function ownPartOf(element: DefaultTreeAdapterTypes.Element): readonly Node[] {
  const nodes = element.childNodes;
  const part = attribute(element, 'aria-labelledby') ?? '';
  const endOf = (isEnd: (node: DefaultTreeAdapterTypes.Element) => boolean): readonly Node[] => {
    const end = nodes.findIndex((node) => 'tagName' in node && isEnd(node));
    return end < 0 ? nodes : nodes.slice(0, end);
  };
  if (['vicine', 'presentata', 'storia'].includes(part)) return [];
  // questions that workshops asked about the sheet
  if (part === 'non-sappiamo') return endOf(({ tagName }) => tagName === 'h3');
  // how many sheets answer a need
  if (attribute(element, 'class') === 'plain left-list') return nodes.filter((node) => !isCount(node));
  if (element.tagName === 'li')
    return endOf((node) => attribute(node, 'class')?.includes('link-state') === true);
  return nodes;
}

const isCount = (node: Node): boolean =>
  'tagName' in node && node.tagName === 'small' && / rispond/.test(linesOf(node.childNodes).join(''));

/** The first line that is not the same, as it is shown and as it is published; null when none is. */
function firstDifference(shown: readonly Node[], built: readonly Node[]): readonly string[] | null {
  const [ours, theirs] = [linesOf(shown), linesOf(built)];
  const at = theirs.findIndex((line, index) => line !== ours[index]);
  if (at < 0 && ours.length === theirs.length) return null;
  return [`line ${at}`, ours[at] ?? '(nothing)', theirs[at] ?? '(nothing)'];
}

describe('the preview is the page that will be published', () => {
  test.each(['practice', 'workshop'] as const)('of every %s', async (kind) => {
    await using visit = await open('/contribuisci/');
    const differences: Record<string, readonly string[]> = {};
    const sheets = sheetsOf(kind);
    for (const id of sheets) {
      const difference = firstDifference(
        await previewed(visit.page, kind, id, textOf(kind, id)),
        await published(kind, id),
      );
      if (difference) differences[id] = difference;
    }
    expect(sheets.length).toBeGreaterThan(3);
    expect(differences).toEqual({});
    expect([visit.errors, visit.violations, visit.outside]).toEqual([[], [], []]);
  });

  test('and one that says something else is seen to differ', async () => {
    await using visit = await open('/contribuisci/');
    const text = textOf('practice', 'tonite').replace(
      /^tagline: .*$/m,
      'tagline: "Un’altra riga, di una prova"',
    );
    const difference = firstDifference(
      await previewed(visit.page, 'practice', 'tonite', text),
      await published('practice', 'tonite'),
    );
    expect(difference?.[1]).toContain('Un’altra riga, di una prova');
  });

  test.each([
    ['a new sheet is named by nobody yet', 'prova-nuova', 'non documentato'],
    ['who names a published one is not known here', 'axto', 'restano quelli della pagina pubblicata'],
  ])('%s', async (_, id, words) => {
    await using visit = await open('/contribuisci/');
    const nodes = await previewed(visit.page, 'practice', id, textOf('practice', 'axto'));
    const part = (name: string): string => {
      const section = find(nodes, (element) => attribute(element, 'aria-labelledby') === name);
      return linesOf(section ? section.childNodes : []).join(' ');
    };
    expect(linesOf(nodes).join(' ')).toContain(`/pratiche/${id}/`);
    expect(part('presentata')).toContain(words);
    expect(part('vicine')).toContain('quando la scheda è pubblicata');
  });
});

describe('a text that may not be published', () => {
  const shownWords = async (page: Page, text: string): Promise<string> =>
    linesOf(await previewed(page, 'practice', 'prova', text))
      .filter((line) => line.includes('“'))
      .join('\n');

  test.each([
    ['a script', 'Prima <script>alert(1)</script> dopo.', '<script>'],
    ['code', 'Prima {alert(1)} dopo.', 'graffe'],
    ['a picture from elsewhere', 'Prima <img src="https://example.org/a.png" /> dopo.', '<img>'],
    ['a link that runs', 'Prima [qui](javascript:alert(1)) dopo.', 'javascript:'],
  ])('%s is refused with the words of the check', async (_, bad, words) => {
    await using visit = await open('/contribuisci/');
    const text = textOf('practice', 'tonite').replace(/^(## .+\n)/m, `$1\n${bad}\n`);
    const shown = await shownWords(visit.page, text);
    expect(shown).toContain('La pagina non si può ancora mostrare');
    expect(shown).toContain(words);
    expect([visit.errors, visit.violations, visit.outside]).toEqual([[], [], []]);
  });

  test('a draft whose text speaks of figures that are not there is not shown', async () => {
    await using visit = await open('/contribuisci/');
    const text = textOf('practice', 'axto')
      .replace(/^facts:.*\n(?:[ -].*\n)*/m, '')
      .replace(/^---\n/, '---\ndraft: true\n');
    expect(await shownWords(visit.page, text)).toMatch(/non si può ancora mostrare[^]*\(facts/);
  });

  test('what is wrong in a draft too is not shown', async () => {
    await using visit = await open('/contribuisci/');
    const text = textOf('practice', 'tonite').replace(/^city: .*$/m, 'city: atlantide\ndraft: true');
    expect(await shownWords(visit.page, text)).toMatch(/non si può ancora mostrare[^]*atlantide/);
  });
});

describe('a draft is shown with words in the place of what it lacks', () => {
  test.each([
    [
      'practice',
      'axto',
      [
        'title',
        'tagline',
        'summary',
        'focusAreas',
        'needs',
        'targetGroups',
        'city',
        'period',
        'status',
        'lead',
        'authors',
        'sources',
      ],
    ],
    [
      'workshop',
      'torino-2023-03-15',
      ['title', 'tagline', 'summary', 'kinds', 'city', 'organisers', 'focusAreas', 'authors', 'sources'],
    ],
  ] as const)('of a %s, one field after the other', async (kind, id, fields) => {
    await using visit = await open('/contribuisci/');
    for (const field of fields) {
      const text = textOf(kind, id)
        .replace(new RegExp(`^${field}:.*\n(?:[ -].*\n)*`, 'm'), '')
        .replace(/^---\n/, '---\ndraft: true\n');
      const nodes = await previewed(visit.page, kind, id, text);
      const words = linesOf(nodes).join(' ');
      expect(words, field).toContain('È una bozza: per pubblicarla manca una cosa');
      expect(words, field).toContain(`(${field}`);
      expect(words, field).not.toMatch(/#fonte-0|href=[^>]*da-scegliere/);
      expect(words, field).not.toMatch(/undefined|null|NaN|Invalid/);
      expect(
        find(nodes, ({ tagName }) => tagName === 'h1'),
        field,
      ).toBeDefined();
    }
    expect([visit.errors, visit.violations, visit.outside]).toEqual([[], [], []]);
  });
});

describe('the preview in the form', () => {
  /** Opens the form on a published sheet and goes to its last step. */
  async function lastStep(page: Page): Promise<void> {
    await page.getByRole('link', { name: 'Rileggi e consegna' }).click();
    await page.getByRole('button', { name: 'Mostra l’anteprima' }).waitFor();
  }

  test.each([1280, 360])('opens over it by keyboard, and gives the focus back, at %i px', async (width) => {
    await using visit = await open('/contribuisci/pratica/?scheda=tonite', { width });
    const { page } = visit;
    await lastStep(page);
    const button = page.getByRole('button', { name: 'Mostra l’anteprima' });
    await button.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Anteprima della pagina' });
    await dialog.getByRole('heading', { level: 1, name: 'ToNite' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Chiudi');
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);

    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    expect([visit.errors, visit.violations, visit.outside]).toEqual([[], [], []]);
  });

  test('moves inside itself, and says what is not there yet', async () => {
    await using visit = await open('/contribuisci/pratica/?scheda=tonite');
    const { page } = visit;
    await lastStep(page);
    const form = page.url();
    await page.getByRole('button', { name: 'Mostra l’anteprima' }).click();
    const dialog = page.getByRole('dialog', { name: 'Anteprima della pagina' });
    await dialog.getByRole('link', { name: 'Tutte le fonti' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('fonti');
    expect(await page.evaluate(() => document.activeElement?.closest('dialog') !== null)).toBe(true);
    expect(page.url()).toBe(form);

    await dialog.getByRole('link', { name: 'Adatta alla tua città' }).click();
    expect(await dialog.getByRole('status').first().textContent()).toContain('quando la pagina è pubblicata');
    await dialog.getByRole('button', { name: /Salva nel quaderno/ }).click();
    expect(await dialog.getByRole('status').first().textContent()).toContain('I comandi della pagina');
    expect(page.url()).toBe(form);

    const elsewhere = page.context().waitForEvent('page');
    await dialog.getByRole('link', { name: 'Torino', exact: true }).first().click();
    expect((await elsewhere).url()).toContain('/citta/torino/');
    expect(page.url()).toBe(form);
  });

  test('of a sheet just begun, too', async () => {
    await using visit = await open('/contribuisci/pratica/?area=disagio-abitativo');
    const { page } = visit;
    await lastStep(page);
    await page.getByRole('button', { name: 'Mostra l’anteprima' }).click();
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('heading', { level: 1 }).textContent()).toContain('Titolo da scrivere');
    await dialog.getByText(/^È una bozza: per pubblicarla mancano \d+ cose$/).click();
    await dialog.getByText('(title)').waitFor();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect([visit.errors, visit.violations, visit.outside]).toEqual([[], [], []]);
  });

  test('shows what has just been typed', async () => {
    await using visit = await open('/contribuisci/pratica/?scheda=tonite');
    const { page } = visit;
    await page.getByRole('textbox', { name: 'Nome della pratica' }).fill('Una prova & <b>altro</b>');
    await lastStep(page);
    await page.getByRole('button', { name: 'Mostra l’anteprima' }).click();
    const title = page.getByRole('dialog').getByRole('heading', { level: 1 });
    expect(await title.textContent()).toContain('Una prova & <b>altro</b>');
  });

  test('prints the page and nothing of the form', async () => {
    await using visit = await open('/contribuisci/pratica/?scheda=tonite');
    const { page } = visit;
    await lastStep(page);
    await page.getByRole('button', { name: 'Mostra l’anteprima' }).click();
    await page.getByRole('dialog').getByRole('heading', { level: 1 }).waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('main').isVisible()).toBe(false);
    expect(await page.getByRole('button', { name: 'Chiudi' }).isVisible()).toBe(false);
    // whole, not as much of it as the window shows
    const height = await page.locator('dialog').evaluate((dialog) => dialog.getBoundingClientRect().height);
    expect(height).toBeGreaterThan(5000);
  });

  test('says it when it does not come, and comes at the next press', async () => {
    await using visit = await open('/contribuisci/pratica/?scheda=tonite');
    const { page } = visit;
    await lastStep(page);
    const button = page.getByRole('button', { name: 'Mostra l’anteprima' });
    await page.route('**/_astro/preview.*.js', (route) => route.abort(), { times: 1 });
    await button.click();
    await page.getByText('L’anteprima non si è caricata').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await button.click();
    await page.getByRole('dialog').getByRole('heading', { level: 1, name: 'ToNite' }).waitFor();
  });
});
