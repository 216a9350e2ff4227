import type { Table, TableCell, TableRow } from 'mdast';
import { numberOf } from '../../mdx/figures.ts';
import { plainText } from '../../mdx/outline.ts';
import { startOf, walk } from '../../mdx/walk.ts';
import { formatNumber } from '../../knowledge/format.ts';
import { problem, type Problem } from '../problem.ts';
import type { SheetRule } from '../record.ts';

/** The last row of a table that begins with «Totale» is the sum of the others. */
export const tableTotal: SheetRule = {
  name: 'table-total',
  check: ({ file, tree }) => {
    const found: Problem[] = [];
    walk(tree, (node) => {
      if (node.type !== 'table') return;
      found.push(...checkTable(file, node));
      return false;
    });
    return found;
  },
};

function checkTable(file: string, table: Table): Problem[] {
  const total = table.children.at(-1);
  const rows = table.children
    .slice(1, -1)
    .filter((row) => !/^\s*(?:di cui|subtotale)\b/i.test(textOf(row, 0)));
  if (!total || rows.length === 0 || !/^\s*totale\b/i.test(textOf(total, 0))) return [];
  return total.children.flatMap((cell, column) => {
    const stated = column === 0 ? null : numberOf(plainText(cell));
    const values = rows.map((row) => numberIn(row.children[column]));
    if (!stated || isOpaque(cell) || values.some((value) => value === null)) return [];
    const numbers = values.filter((value) => value !== null && value !== 'none');
    if (numbers.length === 0 || numbers.some(({ form }) => form !== stated.form && form !== 'plain'))
      return [];
    const sum = numbers.reduce((all, { value }) => all + value, 0);
    // each figure may have been rounded
    const decimals = Math.min(stated.decimals, ...numbers.map((number) => number.decimals));
    const isRounded = stated.form === 'percent' || decimals > 0;
    const tolerance = isRounded ? 0.5 * 10 ** -decimals * (numbers.length + 1) : 0.001;
    if (Math.abs(sum - stated.value) <= tolerance) return [];
    const message = `Il totale scritto è ${formatNumber(stated.value)}, ma la somma della colonna è ${formatNumber(sum)}.`;
    const hint =
      'Correggi la cifra sbagliata, o spiega la differenza sotto la tabella e chiedi un’eccezione.';
    return [problem('table-total', file, startOf(cell.children[0] ?? cell), message, hint)];
  });
}

/** A cell as a number; `none` for one that says there is none, null for one that cannot be added. */
function numberIn(cell: TableCell | undefined): ReturnType<typeof numberOf> | 'none' {
  const text = cell ? plainText(cell).trim() : '';
  if (cell && isOpaque(cell)) return null;
  return text === '' || /^[-–—]$/.test(text) ? 'none' : numberOf(text);
}

/** What is drawn by a component is not known here. */
const isOpaque = (cell: TableCell): boolean => cell.children.some(({ type }) => type.startsWith('mdx'));

const textOf = (row: TableRow, column: number): string => {
  const cell = row.children[column];
  return cell ? plainText(cell) : '';
};
