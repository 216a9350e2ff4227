import { describe, expect, test } from 'vitest';
import { compareGroups, fieldLabels, leftOut } from '../../src/knowledge/compare-rows.ts';
import { compare, namesOf, rowMark, visibleGroups, type CompareRow } from '../../src/knowledge/compare.ts';
import type { OpenedSheet } from '../../src/knowledge/entry-file.ts';
import type { Graph } from '../../src/knowledge/graph.ts';
import type { Fact } from '../../src/schemas/fact.ts';
import { textOf } from '../../src/schemas/field.ts';
import { practice as schema, type Practice } from '../../src/schemas/practice.ts';
import type { Source } from '../../src/schemas/source.ts';
import { area, one, sheet, smallGraph } from './small-graph.ts';

const source = (id: string, changes: Partial<Source> = {}): Source => ({
  id,
  title: `Titolo ${id}`,
  publisher: `Editore ${id}`,
  url: `https://esempio.it/${id}`,
  accessed: '2026-11-22',
  ...changes,
});

const figure = (indicator: string, value: number, changes: Partial<Fact> = {}): Fact => ({
  indicator,
  value,
  source: 'a',
  ...changes,
});

const indicator = (id: string, title: string) =>
  one('indicator', id, { title, kind: 'output', format: 'count', unit: { one: 'casa', many: 'case' } });

/** Sheets as they are opened from their files, in one small base. */
function opened(...practices: Partial<Practice>[]): OpenedSheet[] {
  const parts = practices.map((data, index) =>
    sheet(`scheda-${index + 1}`, {
      title: `Scheda ${index + 1}`,
      tagline: 'Case',
      summary: 'Case per tutti',
      status: 'running',
      ...data,
    }),
  );
  const graph: Graph = smallGraph(
    ...parts,
    area('casa', 1, { shortTitle: 'Casa' }),
    one('city', 'qui', { title: 'Qui' }),
    one('city', 'altrove', { title: 'Altrove' }),
    indicator('case', 'Case assegnate'),
    indicator('notti', 'Notti'),
    indicator('porte', 'Porte aperte'),
  );
  return parts.map(({ id }) => ({
    practice: graph.get('practice', id),
    page: `https://esempio.it/pratiche/${id}/`,
    computed: {
      evidence: { level: 1, name: 'documentata' },
      completeness: { answered: 3, total: 20, percent: 15, missing: [] },
    },
    graph,
    text: '',
  }));
}

function rowIn(sheets: readonly OpenedSheet[], id: string): CompareRow {
  const rows = compare(sheets).groups.flatMap((group) => group.rows);
  const found = rows.find((row) => row.id === id);
  if (!found) throw new Error(`no row ${id}, only ${rows.map((row) => row.id).join(' ')}`);
  return found;
}

const wordsOf = (row: CompareRow): string[] =>
  row.cells.map((cell) =>
    cell
      .map((line) =>
        line.map(({ text, notes = [] }) => text + notes.map((note) => `[${note}]`).join('')).join(''),
      )
      .join(' | '),
  );

describe('the rows', () => {
  const rows = compareGroups.flatMap((group) => (group.rows === 'facts' ? [] : group.rows));
  const shown = new Set<string>([...rows.map(({ field }) => field), 'facts']);

  test.each(Object.keys(schema.shape))('%s is a row or is left out, and not both', (field) => {
    expect([shown.has(field), field in leftOut].filter(Boolean)).toHaveLength(1);
  });

  test('what is left out has its reason, and is in the schema', () => {
    for (const [field, reason] of Object.entries(leftOut)) {
      expect(Object.keys(schema.shape)).toContain(field);
      expect(reason).toMatch(/\w+ \w+/);
    }
  });

  test.each(Object.entries(fieldLabels))('%s is called as in the schema', (field, label) => {
    expect(label).toBe(textOf(schema.shape[field as keyof Practice])?.label);
  });

  test('each has an id of its own and a name of its own', () => {
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
    expect(new Set(rows.map(({ label }) => label)).size).toBe(rows.length);
  });

  test('every sheet answers every row, in the order of the sheets', () => {
    const { columns, groups } = compare(opened({ title: 'Prima' }, { title: 'Seconda' }, { title: 'Terza' }));
    expect(columns.map(({ title }) => title)).toEqual(['Prima', 'Seconda', 'Terza']);
    for (const { rows: own } of groups) for (const { cells } of own) expect(cells).toHaveLength(3);
  });
});

describe('what a row says of its cells', () => {
  test('different, equal, documented by some, documented by nobody', () => {
    const sheets = opened(
      { status: 'running', district: 'Il porto', mechanism: 'Perché sì.' },
      { status: 'running', district: 'Il centro' },
    );
    const marks = ['status', 'district', 'mechanism', 'costs'].map((id) => {
      const row = rowIn(sheets, id);
      return [row.state, row.documented, rowMark(row)];
    });
    expect(marks).toEqual([
      ['equal', 2, 'uguali'],
      ['differ', 2, 'diverse'],
      ['differ', 1, 'lo documenta 1 su 2'],
      ['silent', 0, 'nessuna lo documenta'],
    ]);
  });

  test('a note beside the value does not make it another value', () => {
    const period = { start: '2020', end: '2022' };
    const sheets = opened({ period: { ...period, note: 'Secondo il bando.' } }, { period });
    expect(rowIn(sheets, 'period').state).toBe('equal');
  });

  test('two of three', () => {
    const row = rowIn(opened({ mechanism: 'Uno.' }, { mechanism: 'Due.' }, {}), 'mechanism');
    expect(rowMark(row)).toBe('lo documentano 2 su 3');
  });

  test('one sheet alone is compared with nothing', () => {
    const [only] = opened({ mechanism: 'Uno.' });
    const rows = compare(only ? [only] : []).groups.flatMap((group) => group.rows);
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['single', 'silent']));
    expect(new Set(rows.map(rowMark))).toEqual(new Set(['']));
  });

  test('an empty list is «non documentato», like a field that is not there', () => {
    const row = rowIn(opened({ lessons: [] }, {}), 'lessons');
    expect([row.state, row.cells]).toEqual(['silent', [[], []]]);
  });
});

describe('the figures', () => {
  const sources = [source('a'), source('b')];

  test('those that more sheets have come first, then as the sheets name them', () => {
    const sheets = opened(
      { sources, facts: [figure('notti', 1), figure('porte', 2), figure('case', 3)] },
      { sources, facts: [figure('case', 4)] },
    );
    const numbers = compare(sheets).groups.find(({ id }) => id === 'numeri');
    expect(numbers?.rows.map(({ label }) => label)).toEqual(['Case assegnate', 'Notti', 'Porte aperte']);
  });

  test('values that disagree all stay, each with its source and date, and are said to disagree', () => {
    const facts = [
      figure('case', 83, { asOf: '2022' }),
      figure('case', 89, { source: 'b', asOf: '2023-03' }),
    ];
    const [said] = wordsOf(rowIn(opened({ sources, facts }, {}), 'dato-case'));
    expect(said).toContain('83 case[1] (2022; le fonti non concordano)');
    expect(said).toContain('89 case[2] (marzo 2023; le fonti non concordano)');
  });

  test('a value that two sources say stands once, with both', () => {
    const facts = [figure('case', 83), figure('case', 83, { source: 'b' })];
    expect(wordsOf(rowIn(opened({ sources, facts }), 'dato-case'))).toEqual([
      '83 case[1][2] (data non documentata)',
    ]);
  });

  test('a target, or a part, is not the value that was reached', () => {
    const sheets = opened(
      { sources, facts: [figure('case', 10)] },
      { sources, facts: [figure('case', 10, { role: 'target' })] },
      { sources, facts: [figure('case', 10, { scope: 'area Nord' })] },
    );
    const row = rowIn(sheets, 'dato-case');
    expect(row.state).toBe('differ');
    expect(wordsOf(row)[1]).toContain('obiettivo previsto');
    expect(wordsOf(row)[2]).toContain('area Nord');
  });

  test('the group says so when no sheet has any', () => {
    const numbers = compare(opened({}, {})).groups.find(({ id }) => id === 'numeri');
    expect(numbers?.rows.map(({ state, field }) => [state, field])).toEqual([['silent', 'facts']]);
  });
});

describe('the sources', () => {
  const lesson = (of: string) => [{ text: 'Una lezione.', source: of }];

  test('are numbered in the order of reading over all sheets, and only those cited', () => {
    const sheets = opened(
      { sources: [source('mai'), source('a')], lessons: lesson('a') },
      {
        sources: [source('b'), source('c')],
        conditions: [{ kind: 'money', text: 'Soldi.', essential: true, source: 'c' }],
        lessons: lesson('b'),
      },
    );
    const { sources } = compare(sheets);
    expect(sources.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(wordsOf(rowIn(sheets, 'lessons'))).toEqual(['Una lezione.[2]', 'Una lezione.[3]']);
  });

  test('one that two sheets call by other names stands once; two chapters of one file are two', () => {
    const same = { url: 'https://esempio.it/atto.pdf', title: 'L’atto' };
    const sheets = opened(
      { sources: [source('a', same)], lessons: lesson('a') },
      { sources: [source('z', same)], lessons: lesson('z') },
      { sources: [source('a', { ...same, title: 'L’allegato' })], lessons: lesson('a') },
    );
    expect(wordsOf(rowIn(sheets, 'lessons')).map((words) => words.slice(-3))).toEqual(['[1]', '[1]', '[2]']);
    expect(compare(sheets).sources).toHaveLength(2);
  });

  test('the same name in two sheets is not the same source', () => {
    const sheets = opened(
      { sources: [source('a')], lessons: lesson('a') },
      { sources: [source('a', { url: 'https://altrove.it/', title: 'Altra' })], lessons: lesson('a') },
    );
    expect(compare(sheets).sources).toHaveLength(2);
  });

  test('are counted by who published them', () => {
    const sources = [
      source('a', { publisher: 'Comune' }),
      source('b', { publisher: 'Comune' }),
      source('c', { publisher: 'Giornale' }),
    ];
    expect(wordsOf(rowIn(opened({ sources }), 'sources'))).toEqual([
      '3 fonti, di 2 editori | Comune: 2 | Giornale: 1',
    ]);
  });
});

describe('what is left on the page', () => {
  const sheets = opened({ status: 'running', mechanism: 'Uno.' }, { status: 'running', mechanism: 'Due.' });
  const left = (onlyDifferences: boolean, hideSilent: boolean) =>
    visibleGroups(compare(sheets), { onlyDifferences, hideSilent }).flatMap(({ rows }) => rows);

  test('everything, when nobody asks for less', () => {
    expect(left(false, false)).toHaveLength(compare(sheets).groups.flatMap(({ rows }) => rows).length);
  });

  test('only the differences', () => {
    const rows = left(true, false);
    expect(rows.map(({ id }) => id)).toContain('mechanism');
    expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['differ']));
  });

  test('without what nobody documents, but with what is equal', () => {
    const states = new Set(left(false, true).map(({ state }) => state));
    expect(states).toEqual(new Set(['differ', 'equal']));
  });

  test('a group without rows is not left standing', () => {
    const groups = visibleGroups(compare(sheets), { onlyDifferences: true, hideSilent: false });
    expect(groups.map(({ id }) => id)).not.toContain('soldi');
  });
});

test('names stand in a sentence', () => {
  expect([[], ['Uno'], ['Uno', 'Due'], ['Uno', 'Due', 'Tre'], ['Uno', 'Ecco']].map(namesOf)).toEqual([
    '',
    'Uno',
    'Uno e Due',
    'Uno, Due e Tre',
    'Uno ed Ecco',
  ]);
});
