import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { sheetSlides, type SlideDeck } from '../../src/exports/documents/slides.ts';
import { pptxOf } from '../../src/exports/pptx.ts';
import { formatValue } from '../../src/knowledge/format.ts';
import { textContextOf } from '../../src/knowledge/text-context.ts';
import { naughtyStrings } from '../naughty-strings.ts';
import { fullestSheet } from './documents/fullest-sheet.ts';
import { sheetOf } from './documents/real-sheets.ts';
import { all, readXml, type Xml } from './documents/xml.ts';

const five = ['tonite', 'homes4all', 'portineria-di-quartiere', 'torino-social-factory', 'family-sharing'];

async function partsOf(file: ArrayBuffer): Promise<Map<string, Xml>> {
  const zip = await JSZip.loadAsync(file);
  const parts = new Map<string, Xml>();
  for (const [path, entry] of Object.entries(zip.files))
    if (!entry.dir) parts.set(path, readXml(await entry.async('string')));
  return parts;
}

const part = (parts: Map<string, Xml>, path: string): Xml => {
  const found = parts.get(path);
  if (!found) throw new Error(`no ${path}`);
  return found;
};
/** A line for each paragraph. */
const wordsOf = (element: Xml): string =>
  all(element, 'a:p')
    .map((paragraph) =>
      all(paragraph, 'a:t')
        .flatMap(({ children }) => children.filter((child) => typeof child === 'string'))
        .join(''),
    )
    .join('\n');
const slide = (parts: Map<string, Xml>, number: number) => part(parts, `ppt/slides/slide${number}.xml`);
const notes = (parts: Map<string, Xml>, number: number) =>
  part(parts, `ppt/notesSlides/notesSlide${number}.xml`);

describe.each(five)('the PowerPoint file of %s', async (id) => {
  const { sheet } = sheetOf(id);
  const deck = sheetSlides(sheet);
  const parts = await partsOf(await pptxOf(deck));
  const context = textContextOf(sheet.graph, sheet.practice.data);

  test('has five slides, each with a title that programs know for one, a number and its notes', () => {
    const slides = [...parts.keys()].filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
    expect(slides).toHaveLength(5);
    for (const [index, { title, notes: told }] of deck.slides.entries()) {
      const shapes = all(slide(parts, index + 1), 'p:sp');
      const titles = shapes.filter((shape) => all(shape, 'p:ph')[0]?.attributes.type === 'title');
      expect(titles.map(wordsOf)).toEqual([title]);
      expect(all(slide(parts, index + 1), 'a:fld').map(({ attributes }) => attributes.type)).toEqual([
        'slidenum',
      ]);
      const words = wordsOf(notes(parts, index + 1));
      for (const line of told) expect(words).toContain(line.replace(/\r?\n/g, '\n'));
    }
  });

  test('gives every fact with its source', () => {
    const words = wordsOf(notes(parts, 3));
    for (const { indicator, facts } of context.groups)
      for (const fact of facts) {
        expect(words).toContain(formatValue(fact, indicator));
        const number = context.numberOf(fact.source);
        expect(words).toContain(`[${number}]`);
        expect(words).toMatch(new RegExp(`^${number}\\. `, 'm'));
      }
    // what is printed has its note beside it, and the note its source at the foot
    const rows = all(slide(parts, 3), 'a:tr').slice(1);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      const value = all(row, 'a:tc')[1] as Xml;
      const marks = all(value, 'a:r').filter((run) => all(run, 'a:rPr')[0]?.attributes.baseline === '30000');
      expect(marks.length).toBeGreaterThan(0);
    }
  });

  test('is written in Italian throughout', () => {
    const languages = [...parts.values()].flatMap((root) =>
      ['a:rPr', 'a:endParaRPr', 'a:defRPr']
        .flatMap((name) => all(root, name))
        .map(({ attributes }) => attributes.lang),
    );
    expect(new Set(languages.filter(Boolean))).toEqual(new Set(['it-IT']));
  });

  test('names no part that it has not, and describes each paragraph once', () => {
    const named = all(part(parts, '[Content_Types].xml'), 'Override').map(({ attributes }) =>
      attributes.PartName?.slice(1),
    );
    for (const path of named) expect([...parts.keys()]).toContain(path);
    for (const root of parts.values())
      for (const paragraph of all(root, 'a:p')) {
        const properties = paragraph.children.filter(
          (child) => typeof child !== 'string' && child.name === 'a:pPr',
        );
        expect(properties.length).toBeLessThanOrEqual(1);
      }
  });
});

test('whatever the texts hold, every part is well formed and says it', async () => {
  const hostile = naughtyStrings.filter((text) => text.trim() !== '');
  const chunk = (index: number) => hostile.slice(index * 40, index * 40 + 40);
  const deck: SlideDeck = {
    title: hostile.join(' ').slice(0, 3000),
    subject: '</a:t>]]>&amp;',
    footer: '<script>alert(1)</script> & "virgolette"',
    slides: Array.from({ length: Math.ceil(hostile.length / 40) }, (_, index) => ({
      title: chunk(index)[0] ?? '',
      look: 'columns' as const,
      columns: [
        [
          {
            heading: chunk(index)[1] ?? '',
            items: chunk(index).map((text) => [{ text, notes: [1] }]),
            listed: true,
          },
        ],
        [],
      ],
      sources: chunk(index).join(' '),
      notes: chunk(index),
    })),
  };
  const parts = await partsOf(await pptxOf(deck));
  expect(wordsOf(slide(parts, 1))).toContain(deck.slides[0]?.title);
  const script = deck.slides.findIndex(({ notes: told }) => told.some((line) => line.includes('<script>')));
  const [line = ''] = (deck.slides[script]?.notes ?? []).filter((text) => text.includes('<script>'));
  expect(wordsOf(notes(parts, script + 1))).toContain(line);
});

const office = spawnSync('soffice', ['--version']).status === 0;

test.skipIf(!office)('LibreOffice opens it, and finds five slides', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tra-pari-pptx-'));
  try {
    const decks = [sheetOf('tonite').sheet, sheetOf('family-sharing').sheet, fullestSheet()].map(sheetSlides);
    for (const [index, deck] of decks.entries())
      writeFileSync(join(folder, `${index}.pptx`), new Uint8Array(await pptxOf(deck)));
    const files = decks.map((_, index) => join(folder, `${index}.pptx`));
    spawnSync(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        ...files,
      ],
      { timeout: 110_000 },
    );
    for (const index of decks.keys()) {
      const pdf = readFileSync(join(folder, `${index}.pdf`), 'latin1');
      expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(5);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
