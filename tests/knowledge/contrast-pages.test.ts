import { describe, expect, test } from 'vitest';
import { contrastPagesOf, contrastsIn, inPages } from '../../src/knowledge/contrast-pages.ts';
import type { Difference, Fact } from '../../src/schemas/fact.ts';
import { fact } from './entries.ts';
import { one, sheet, smallGraph } from './small-graph.ts';

const source = (id: string) => ({ id, title: id, publisher: `Chi pubblica ${id}`, accessed: '2026-01-01' });
const calls = one('indicator', 'calls', {
  title: 'Candidature',
  kind: 'output',
  format: 'count',
  unit: { one: 'candidatura', many: 'candidature' },
});

const disputed = (...values: number[]): { facts: Fact[]; sources: ReturnType<typeof source>[] } => ({
  facts: values.map((value, index) => fact('calls', value, { source: `s${index}`, asOf: `202${index}` })),
  sources: values.map((_, index) => source(`s${index}`)),
});
const called = (kind: Difference['kind']): { differences: Difference[] } => ({
  differences: [{ indicator: 'calls', kind, text: 'Perché.' }],
});

test('whatever has facts and a page is looked at: practices, workshops, programmes', () => {
  const graph = smallGraph(
    calls,
    sheet('orto', disputed(1, 2)),
    sheet('concorde', disputed(3, 3)),
    one('workshop', 'incontro', { ...disputed(4, 5), practices: [], focusAreas: [] } as never),
    one('programme', 'fondo', disputed(6, 7)),
  );
  expect(contrastsIn(graph).map(({ entry, contrasts }) => [entry.href, contrasts.length])).toEqual([
    ['/programmi/fondo/', 1],
    ['/laboratori/incontro/', 1],
    ['/pratiche/orto/', 1],
  ]);
});

test('a draft has none', () => {
  expect(contrastsIn(smallGraph(calls, sheet('bozza', { ...disputed(1, 2), draft: true })))).toEqual([]);
});

test('the kinds follow one another, each in the order of titles', () => {
  const graph = smallGraph(
    calls,
    sheet('b', disputed(1, 2)),
    sheet('a', { ...disputed(1, 2), ...called('series') }),
    sheet('c', disputed(1, 2)),
  );
  const { pages, totals } = contrastPagesOf(graph);
  expect(pages).toHaveLength(1);
  expect(
    pages[0]?.sections.map(({ kind, entries }) => [kind, ...entries.map(({ entry }) => entry.label)]),
  ).toEqual([
    ['conflict', 'b', 'c'],
    ['series', 'a'],
  ]);
  expect(totals).toEqual([
    { kind: 'conflict', contrasts: 2, entries: 2, href: '/fonti/contrasti/#contraddizioni' },
    { kind: 'series', contrasts: 1, entries: 1, href: '/fonti/contrasti/#nel-tempo' },
    { kind: 'scope', contrasts: 0, entries: 0, href: null },
  ]);
});

test('the numbers of the notes are those of the page of the entry', () => {
  const graph = smallGraph(
    calls,
    sheet('orto', { ...disputed(1, 2), sources: [source('s1'), source('s0')] }),
  );
  const [found] = contrastsIn(graph);
  expect(found?.context.numberOf('s0')).toBe(2);
});

test('without a contrast there is one page, and it is empty', () => {
  const { pages, totals } = contrastPagesOf(smallGraph());
  expect(pages).toEqual([{ number: 1, sections: [] }]);
  expect(totals.map(({ contrasts }) => contrasts)).toEqual([0, 0, 0]);
});

describe('many contrasts', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const graph = smallGraph(
    calls,
    ...names.map((id) => sheet(id, disputed(1, 2))),
    sheet('f', { ...disputed(1, 2), ...called('series') }),
  );
  const { pages, totals } = contrastPagesOf(graph, 2);

  test('go over several pages, and none is lost or told twice', () => {
    const entries = pages.flatMap(({ sections }) => sections.flatMap((section) => section.entries));
    expect(entries.map(({ entry }) => entry.label)).toEqual([...names, 'f']);
    expect(pages.map(({ number, sections }) => [number, ...sections.map(({ kind }) => kind)])).toEqual([
      [1, 'conflict'],
      [2, 'conflict'],
      [3, 'conflict', 'series'],
    ]);
  });

  test('are counted over all of them, and each kind is found on the page where it begins', () => {
    expect(totals.map(({ contrasts, href }) => [contrasts, href])).toEqual([
      [5, '/fonti/contrasti/#contraddizioni'],
      [1, '/fonti/contrasti/3/#nel-tempo'],
      [0, null],
    ]);
  });

  test('have each a place of their own', () => {
    const anchors = contrastsIn(graph).map(({ anchor }) => anchor);
    expect(new Set(anchors).size).toBe(anchors.length);
    expect(anchors[0]).toBe('contraddizioni-pratiche-a');
  });
});

describe('pages are filled in order', () => {
  const sizes = (weights: number[], size: number) =>
    inPages(weights, size, (weight) => weight).map((page) => page);

  test.each([
    [
      [1, 1, 1, 1],
      2,
      [
        [1, 1],
        [1, 1],
      ],
    ],
    [[1, 3, 1], 2, [[1, 3], [1]]],
    [[5], 2, [[5]]],
    [[], 2, [[]]],
  ])('%j by %i', (weights, size, wanted) => {
    expect(sizes(weights, size)).toEqual(wanted);
  });
});
