import { rowMark, type Cell, type CompareGroup, type Comparison } from '../knowledge/compare.ts';
import { neutralised, quoted } from './csv-cells.ts';

/**
 * A comparison as a table to work on: a line for each row of the page, a column for each sheet, then the sources that
 * the numbers in square brackets point to. Spreadsheets in Italian open it at a double click: cells end with a
 * semicolon, and a mark at the head says that the text is UTF-8.
 */
export function comparisonCsv({ columns, sources }: Comparison, groups: readonly CompareGroup[]): string {
  const empty = columns.map(() => '');
  const lines = [
    ['Gruppo', 'Voce', ...columns.map(({ title }) => title), 'Confronto'],
    ['', 'Scheda', ...columns.map(({ page }) => page), ''],
    ...groups.flatMap(({ title, rows }) =>
      rows.map((row) => [title, row.label, ...row.cells.map(cellText), rowMark(row)]),
    ),
    ...sources.map(({ publisher, title, date, url }, index) => [
      'Fonti',
      `[${index + 1}]`,
      [publisher, title, date ?? 'data non indicata', url ?? 'indirizzo non documentato'].join(', '),
      ...empty,
    ]),
  ];
  return `\ufeff${lines.map((cells) => `${cells.map((cell) => quoted(neutralised(cell))).join(';')}\r\n`).join('')}`;
}

const cellText = (cell: Cell): string =>
  cell.length === 0
    ? 'non documentato'
    : cell
        .map((line) =>
          line.map(({ text, notes = [] }) => text + notes.map((note) => ` [${note}]`).join('')).join(''),
        )
        .join('\n');
