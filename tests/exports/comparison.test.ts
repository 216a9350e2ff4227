/** The files made of a comparison, with real sheets: what they print is what the sheets say. */
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { comparisonCsv } from '../../src/exports/comparison-csv.ts';
import { comparisonDocument } from '../../src/exports/documents/comparison.ts';
import { plainTextOf, type Block, type Run, type Table } from '../../src/exports/documents/document.ts';
import { compare } from '../../src/knowledge/compare.ts';
import type { OpenedSheet } from '../../src/knowledge/entry-file.ts';
import { formatValue } from '../../src/knowledge/format.ts';
import { textContextOf } from '../../src/knowledge/text-context.ts';
import { sheetOf } from './documents/real-sheets.ts';

const sheets = ['tonite', 'homes4all', 'case-del-quartiere', 'biagio'].map((id) => sheetOf(id).sheet);
const comparison = compare(sheets);
const allRows = comparison.groups.flatMap(({ rows }) => rows);

/** A sheet with something changed, as a hostile hand would change it. */
const changed = (sheet: OpenedSheet, data: Partial<OpenedSheet['practice']['data']>): OpenedSheet => ({
  ...sheet,
  practice: { ...sheet.practice, data: { ...sheet.practice.data, ...data } },
});

const read = (csv: string): string[][] => parse(csv, { delimiter: ';', bom: true });

describe('the table', () => {
  const csv = comparisonCsv(comparison, comparison.groups);
  const lines = read(csv);

  test('opens in an Italian spreadsheet: a mark of UTF-8, semicolons, as many cells in each line', () => {
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(new Set(lines.map((cells) => cells.length))).toEqual(new Set([sheets.length + 3]));
  });

  test('has a line for every row of the page, then every source', () => {
    expect(lines.filter(([group]) => group !== 'Fonti')).toHaveLength(2 + allRows.length);
    expect(lines.filter(([group]) => group === 'Fonti')).toHaveLength(comparison.sources.length);
    expect(lines[0]?.slice(2, 6)).toEqual(sheets.map(({ practice }) => practice.data.title));
  });

  test('says what nobody documents, cell by cell', () => {
    const missing = allRows.flatMap(({ cells }) => cells).filter((cell) => cell.length === 0).length;
    expect(missing).toBeGreaterThan(0);
    expect(lines.flat().filter((cell) => cell === 'non documentato')).toHaveLength(missing);
  });

  test('every number in brackets leads to a source of the list', () => {
    const cited = new Set(
      lines
        .filter(([group]) => group !== 'Fonti')
        .flatMap((cells) => cells.join(' ').match(/ \[\d+\]/g) ?? []),
    );
    const listed = lines.flatMap(([group, number]) => (group === 'Fonti' && number ? [` ${number}`] : []));
    expect(cited).toEqual(new Set(listed));
  });

  test('a text never starts a formula, whatever the separator', () => {
    const [first, second] = sheets as [OpenedSheet, OpenedSheet];
    const hostile = [changed(first, { title: '=1+1', tagline: '@SUM(A1)', summary: 'a;=2+2\n-3' }), second];
    const own = compare(hostile);
    for (const cell of read(comparisonCsv(own, own.groups))
      .flat()
      .flatMap((text) => text.split(/[;\n]/)))
      expect(cell).not.toMatch(/^\s*[=+\-@]/);
  });

  test('of hidden rows nothing is left', () => {
    expect(comparisonCsv(comparison, comparison.groups.slice(0, 1))).not.toContain('Finanziamenti');
  });
});

describe('the document', () => {
  const document = comparisonDocument(sheets);
  const text = plainTextOf(document);
  const tables = document.blocks.filter((block): block is Table => block.kind === 'table');

  test('is wide, and has one table a group, each with all sheets at its head', () => {
    expect(document.landscape).toBe(true);
    expect(tables).toHaveLength(comparison.groups.length);
    const titles = sheets.map(({ practice }) => practice.data.title);
    for (const { head, rows, widths = [] } of tables) {
      expect(head).toEqual(['Voce', ...titles]);
      expect(new Set(rows.map((cells) => cells.length))).toEqual(new Set([titles.length + 1]));
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100);
    }
  });

  test.each(sheets.map((sheet) => ({ sheet, title: sheet.practice.data.title })))(
    'holds every fact of $title',
    ({ sheet }) => {
      for (const { facts, indicator } of textContextOf(sheet.graph, sheet.practice.data).groups) {
        expect(text).toContain(indicator.title);
        for (const fact of facts) expect(text).toContain(formatValue(fact, indicator));
      }
    },
  );

  test('every note leads to a source of the list at its end, and every source is cited', () => {
    const runsIn = (block: Block): readonly Run[] => {
      if (block.kind === 'paragraph') return block.runs;
      if (block.kind === 'table') return block.rows.flat(2);
      return block.kind === 'list' ? block.items.flat().flatMap(runsIn) : [];
    };
    const cited = new Set(document.blocks.flatMap(runsIn).flatMap(({ notes = [] }) => notes));
    const last = document.blocks.at(-1);
    if (last?.kind !== 'sources') throw new Error('the document does not end with its sources');
    expect(cited).toEqual(new Set(last.items.map((_, index) => index + 1)));
    expect(last.items.length).toBe(comparison.sources.length);
  });

  test('gives each sheet its address, and its own to be found again', () => {
    for (const { page } of sheets) expect(text).toContain(page);
    expect(document.footer).toContain(
      'https://esempio.it/confronta/?p=tonite,homes4all,case-del-quartiere,biagio',
    );
  });

  test('says of a row only whether the sheets differ and who documents it, never who is better', () => {
    const marks = tables.flatMap(({ rows }) => rows.map(([name = []]) => name[1]?.text ?? ''));
    const allowed =
      /^ \((?:uguali|diverse|nessuna lo documenta|lo documenta 1 su 4|lo documentano [23] su 4)\)$/;
    expect(marks.filter((mark) => !allowed.test(mark))).toEqual([]);
    expect(new Set(marks).size).toBeGreaterThan(3);
  });

  test('an address that is no page is words', () => {
    const [first, second] = sheets as [OpenedSheet, OpenedSheet];
    const contact = { office: 'Ufficio', url: 'javascript:alert(1)' };
    const { blocks } = comparisonDocument([changed(first, { contact }), second]);
    expect(JSON.stringify(blocks)).not.toContain('javascript:');
  });
});
