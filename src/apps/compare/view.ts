import {
  namesOf,
  rowMark,
  type Cell,
  type CellRun,
  type CompareColumn,
  type CompareGroup,
  type CompareRow,
  type Comparison,
} from '../../knowledge/compare.ts';
import { formatDate } from '../../knowledge/format.ts';
import { pageOf } from '../../knowledge/routes.ts';
import type { Source } from '../../schemas/source.ts';
import { el } from '../elements.ts';

export interface Actions {
  remove: (id: string) => void;
  /** Moves a sheet by one column: -1 to the left. */
  move: (id: string, by: -1 | 1) => void;
}

/** The table of the comparison, and the sources that its notes point to. */
export function comparisonView(
  { columns, sources }: Comparison,
  groups: readonly CompareGroup[],
  actions: Actions,
): HTMLElement[] {
  const titles = columns.map(({ title }) => title);
  const table = el(
    'table',
    { class: 'compare' },
    el('caption', { class: 'visually-hidden' }, `Confronto fra ${namesOf(titles)}`),
    el(
      'thead',
      {},
      el('tr', {}, [
        el('th', { scope: 'col' }, 'Voce'),
        ...columns.map((column, index) => headView(column, index, columns.length, actions)),
      ]),
    ),
    groups.map((group) => groupView(group, titles)),
  );
  return [table, ...(sources.length > 0 ? [sourcesView(sources)] : [])];
}

function headView(
  { id, title, city, area }: CompareColumn,
  index: number,
  count: number,
  { remove, move }: Actions,
): HTMLElement {
  const tool = (label: string, sign: string, does: () => void) =>
    el(
      'button',
      { type: 'button', class: 'compare-tool', click: does, 'data-tool': `${sign}${id}` },
      el('span', { 'aria-hidden': 'true' }, sign),
      el('span', { class: 'visually-hidden' }, `${label} ${title}`),
    );
  return el('th', { scope: 'col', 'data-area': area.colour }, [
    el('a', { href: pageOf('practice', id) }, title),
    el('small', {}, `${city}, ${area.label}`),
    el('span', { class: 'compare-tools' }, [
      index > 0 && tool('Sposta a sinistra', '←', () => move(id, -1)),
      index < count - 1 && tool('Sposta a destra', '→', () => move(id, 1)),
      tool('Togli dal confronto', '×', () => remove(id)),
    ]),
  ]);
}

const groupView = ({ id, title, rows }: CompareGroup, titles: readonly string[]): HTMLElement =>
  el('tbody', { id }, [
    el('tr', { class: 'group' }, el('th', { colspan: String(titles.length + 1), scope: 'rowgroup' }, title)),
    ...rows.map((row) => rowView(row, titles)),
  ]);

function rowView(row: CompareRow, titles: readonly string[]): HTMLElement {
  const mark = rowMark(row);
  return el('tr', { class: row.state }, [
    el('th', { scope: 'row' }, row.label, mark && el('small', {}, mark)),
    ...row.cells.map((cell, index) => el('td', { 'data-label': titles[index] }, cellView(cell))),
  ]);
}

function cellView(cell: Cell): HTMLElement[] {
  if (cell.length === 0) return [el('span', { class: 'undocumented' }, 'non documentato')];
  const lines = cell.map((line) => line.flatMap(runView));
  return lines.length === 1
    ? [el('div', {}, lines[0])]
    : [
        el(
          'ul',
          { class: 'compare-lines' },
          lines.map((line) => el('li', {}, line)),
        ),
      ];
}

function runView({ text, bold, small, href, undocumented, notes = [] }: CellRun): (HTMLElement | string)[] {
  const isSafe = href !== undefined && /^(?:https?:\/\/|\/(?!\/))/.test(href);
  const linked = isSafe ? el('a', { href, rel: 'noopener noreferrer' }, text) : text;
  const shown = undocumented
    ? el('span', { class: 'undocumented' }, text)
    : bold
      ? el('strong', {}, linked)
      : small
        ? el('span', { class: 'compare-aside' }, linked)
        : linked;
  return [shown, ...noteView(notes)];
}

function noteView(numbers: readonly number[]): HTMLElement[] {
  if (numbers.length === 0) return [];
  const links = numbers.flatMap((number, index) => [
    index > 0 && ' ',
    el(
      'a',
      { href: `#fonte-${number}` },
      el('span', { class: 'visually-hidden' }, ' fonte '),
      String(number),
    ),
  ]);
  return [el('sup', { class: 'note' }, links)];
}

const sourcesView = (sources: readonly Source[]): HTMLElement =>
  el('section', { class: 'plain-section', 'aria-labelledby': 'fonti' }, [
    el('h2', { id: 'fonti' }, 'Fonti'),
    el(
      'ol',
      { class: 'refs' },
      sources.map(({ publisher, title, url, date }, index) =>
        el('li', { id: `fonte-${index + 1}` }, [
          `${publisher}, `,
          url ? el('a', { href: url, rel: 'noopener noreferrer' }, title) : el('cite', {}, title),
          `, ${date ? formatDate(date) : 'data non indicata'}.`,
          !url && ' Indirizzo non documentato.',
        ]),
      ),
    ),
  ]);
