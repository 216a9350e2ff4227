import type { Practice } from '../schemas/practice.ts';
import type { Source } from '../schemas/source.ts';
import { factRows } from './compare-facts.ts';
import { compareGroups, fieldLabels, type RowKind } from './compare-rows.ts';
import type { ComparedSheet, DraftLine } from './compare-sheet.ts';
import type { OpenedSheet } from './entry-file.ts';
import { textContextOf } from './text-context.ts';

/** More columns than these nobody reads side by side. */
export const mostCompared = 4;

export interface CellRun {
  text: string;
  bold?: boolean | undefined;
  /** Said beside the value, and no part of it. */
  small?: boolean | undefined;
  href?: string | undefined;
  undocumented?: boolean | undefined;
  /** Numbers of sources in the one list of the comparison. */
  notes?: readonly number[] | undefined;
}

/** What one sheet answers; no line is «non documentato». */
export type Cell = readonly (readonly CellRun[])[];

/**
 * `differ`: not all say the same. `equal`: all do. `silent`: nobody documents it. `single`: there is nothing to compare
 * with. None of them says that one sheet is better.
 */
export type RowState = 'differ' | 'equal' | 'silent' | 'single';

export interface CompareRow {
  id: string;
  field: keyof Practice | 'computed';
  label: string;
  state: RowState;
  /** How many of the sheets say something. */
  documented: number;
  /** One for each sheet, in their order. */
  cells: readonly Cell[];
}

export interface CompareGroup {
  id: string;
  title: string;
  rows: readonly CompareRow[];
}

export interface CompareColumn {
  id: string;
  title: string;
  city: string;
  /** Absolute address of the sheet. */
  page: string;
  area: { colour: string; label: string };
}

export interface Comparison {
  columns: readonly CompareColumn[];
  groups: readonly CompareGroup[];
  /** Only those cited, in the order of reading: one that several sheets cite stands once. */
  sources: readonly Source[];
}

/** Sets sheets side by side, the same questions to all. It counts nothing into a score and names no winner. */
export function compare(opened: readonly OpenedSheet[]): Comparison {
  const sheets = opened.map((sheet): ComparedSheet => {
    const { data } = sheet.practice;
    return { ...sheet, data, context: textContextOf(sheet.graph, data) };
  });
  const list = sourceList();
  const factKinds = factRows(sheets).map((kind): RowKind => ({ ...kind, field: 'facts' }));
  const groups = compareGroups.map(({ id, title, rows }) => ({
    id,
    title,
    rows: (rows === 'facts' ? (factKinds.length > 0 ? factKinds : [noFacts]) : rows).map((kind) =>
      rowOf(kind, sheets, list),
    ),
  }));
  return { columns: sheets.map(columnOf), groups, sources: list.sources };
}

/** Sheets without any figure: the group says so, and is not left empty. */
const noFacts: RowKind = { id: 'facts', field: 'facts', label: fieldLabels.facts, linesOf: () => [] };

function columnOf({ practice: { id }, data, graph, page }: ComparedSheet): CompareColumn {
  const area = graph.get('focus-area', data.focusAreas[0] ?? '').data;
  return {
    id,
    title: data.title,
    city: graph.get('city', data.city).data.title,
    page,
    area: { colour: area.colour, label: area.shortTitle },
  };
}

function rowOf({ id, field, label, linesOf }: RowKind, sheets: readonly ComparedSheet[], list: SourceList) {
  const drafts = sheets.map((sheet) => ({ sheet, lines: linesOf(sheet) }));
  const documented = drafts.filter(({ lines }) => lines.length > 0).length;
  return {
    id,
    field,
    label,
    state: stateOf(
      drafts.map(({ lines }) => saidIn(lines)),
      documented,
    ),
    documented,
    cells: drafts.map(({ sheet, lines }) => lines.map((line) => numbered(line, sheet, list))),
  };
}

function stateOf(said: readonly string[], documented: number): RowState {
  if (documented === 0) return 'silent';
  if (said.length < 2) return 'single';
  return new Set(said).size === 1 ? 'equal' : 'differ';
}

/** What two cells are compared by. */
const saidIn = (lines: readonly DraftLine[]): string =>
  lines.map((line) => line.flatMap(({ text, small }) => (small ? [] : text)).join('')).join('\n');

const numbered = (line: DraftLine, { data }: ComparedSheet, list: SourceList): CellRun[] =>
  line.map(({ sources, ...run }) => {
    const notes = (sources ?? []).flatMap((id) => {
      const source = data.sources.find((one) => one.id === id);
      return source ? [list.numberOf(source)] : [];
    });
    return notes.length > 0 ? { ...run, notes: [...new Set(notes)].sort((a, b) => a - b) } : run;
  });

interface SourceList {
  sources: readonly Source[];
  numberOf: (source: Source) => number;
}

function sourceList(): SourceList {
  const sources: Source[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (source: Source): number => {
    // two chapters of one file are two sources
    const name = JSON.stringify([source.url ?? source.publisher, source.title]);
    const known = numbers.get(name);
    if (known !== undefined) return known;
    sources.push(source);
    numbers.set(name, sources.length);
    return sources.length;
  };
  return { sources, numberOf };
}

/** What is said beside the name of a row. */
export function rowMark({ state, documented, cells }: CompareRow): string {
  switch (state) {
    case 'silent':
      return cells.length > 1 ? 'nessuna lo documenta' : '';
    case 'equal':
      return 'uguali';
    case 'single':
      return '';
    case 'differ':
      if (documented === cells.length) return 'diverse';
      return documented === 1
        ? `lo documenta 1 su ${cells.length}`
        : `lo documentano ${documented} su ${cells.length}`;
  }
}

/** `ToNite, Homes4All e Abito` */
export const namesOf = (titles: readonly string[]): string =>
  titles.length < 2
    ? titles.join('')
    : `${titles.slice(0, -1).join(', ')} ${/^[eè]/i.test(titles.at(-1) ?? '') ? 'ed' : 'e'} ${titles.at(-1) ?? ''}`;

/** The rows that are left when some are not wanted; a group without rows goes too. */
export function visibleGroups(
  { groups }: Pick<Comparison, 'groups'>,
  { onlyDifferences, hideSilent }: { onlyDifferences: boolean; hideSilent: boolean },
): CompareGroup[] {
  const isWanted = ({ state }: CompareRow): boolean =>
    (!onlyDifferences || state === 'differ') && (!hideSilent || state !== 'silent');
  return groups
    .map((group) => ({ ...group, rows: group.rows.filter(isWanted) }))
    .filter(({ rows }) => rows.length > 0);
}
