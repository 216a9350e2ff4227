import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { coverageOf, shadeOf, type Cell } from '../../src/knowledge/coverage.ts';
import type { AnyEntry, Graph } from '../../src/knowledge/graph.ts';
import { searchRecordOf } from '../../src/knowledge/search-record.ts';
import { searchKinds, type SearchKind } from '../../src/knowledge/search-kinds.ts';
import { fixtureGraph, graphOf, read } from '../fixture-content.ts';
import { projectRoot } from '../environment.ts';
import { area, one, sheet, smallGraph } from './small-graph.ts';

const need = (id: string, focusAreas: string[], targetGroups: string[] = []) =>
  one('need', id, { focusAreas, targetGroups, synonyms: [] });
const city = (id: string, region?: string, country = 'Italia') =>
  one('city', id, { country, ...(region === undefined ? {} : { region }) });

const graph = smallGraph(
  area('casa', 1),
  area('lavoro', 2),
  need('sfratti', ['casa'], ['famiglie', 'anziani']),
  need('vuoti', ['casa', 'lavoro']),
  need('baracche', ['casa'], ['anziani']),
  one('target-group', 'famiglie'),
  one('target-group', 'giovani'),
  one('target-group', 'anziani'),
  one('target-group', 'imprese'),
  city('qui', 'Campania'),
  city('la', 'Valle d’Aosta'),
  city('muta', 'Campania'),
  city('senza-regione'),
  city('atene', undefined, 'Grecia'),
  one('indicator', 'occupati', { kind: 'outcome', format: 'count' }),
  sheet('a', { focusAreas: ['casa'], needs: ['sfratti'], targetGroups: ['famiglie'] }),
  sheet('b', { focusAreas: ['lavoro', 'casa'], needs: ['sfratti', 'vuoti'], targetGroups: ['giovani'] }),
  sheet('c', { focusAreas: ['lavoro'], needs: ['sfratti'], targetGroups: ['famiglie'], city: 'la' }),
  sheet('misurata', {
    focusAreas: ['lavoro'],
    needs: ['vuoti'],
    targetGroups: ['famiglie'],
    city: 'atene',
    sources: [{ id: 's', title: 'S', publisher: 'P', accessed: '2026-01-01' }],
    facts: [
      { indicator: 'occupati', value: 5, source: 's' },
      { indicator: 'occupati', value: 2, source: 's', role: 'baseline' },
    ],
  }),
);
const coverage = coverageOf(graph);
const [casa, lavoro] = coverage.areas;
const numbers = (cells: readonly Cell[] = []) => cells.map(({ sheets }) => sheets);

test('a sheet counts in each of its areas, and once in each total', () => {
  expect(coverage.sheets).toBe(4);
  expect(coverage.areas.map(({ id, sheets }) => [id, sheets])).toEqual([
    ['casa', 2],
    ['lavoro', 3],
  ]);
  expect(coverage.groups.map(({ id, all, cells }) => [id, all.sheets, numbers(cells)])).toEqual([
    ['famiglie', 3, [1, 2]],
    ['giovani', 1, [1, 1]],
    ['anziani', 0, [0, 0]],
    ['imprese', 0, [0, 0]],
  ]);
});

test('only a change that was measured counts as one', () => {
  expect([casa?.measured.sheets, lavoro?.measured.sheets]).toEqual([0, 1]);
});

describe('the matrix of an area', () => {
  test('has all its needs, most sheets first, also those told under another area', () => {
    expect(casa?.needs.map(({ id, sheets }) => [id, sheets])).toEqual([
      ['sfratti', 3],
      ['vuoti', 2],
      ['baracche', 0],
    ]);
    expect(lavoro?.needs.map(({ id }) => id)).toEqual(['vuoti']);
  });

  test('has a column for who is expected or reached, and names the others', () => {
    expect(casa?.groups.map(({ id }) => id)).toEqual(['famiglie', 'giovani', 'anziani']);
    expect(casa?.absent).toEqual(['imprese']);
    expect(lavoro?.groups.map(({ id }) => id)).toEqual(['famiglie', 'giovani']);
    expect(lavoro?.absent).toEqual(['anziani', 'imprese']);
  });

  test('tells who is expected and not reached from who is not expected', () => {
    expect(casa?.needs.map(({ cells }) => cells.map((cell) => [cell.sheets, cell.isExpected]))).toEqual([
      [
        [2, true],
        [1, false],
        [0, true],
      ],
      [
        [1, false],
        [1, false],
        [0, false],
      ],
      [
        [0, false],
        [0, false],
        [0, true],
      ],
    ]);
  });
});

describe('places', () => {
  test('regions count their cities and those that told something; abroad comes last, out of the regions', () => {
    expect(
      coverage.regions.map(({ label, cities, told, all, isAbroad }) => [
        label,
        cities,
        told,
        all.sheets,
        isAbroad,
      ]),
    ).toEqual([
      ['Campania', 2, 1, 2, false],
      ['Regione non documentata', 1, 0, 0, false],
      ['Valle d’Aosta', 1, 1, 1, false],
      ['Fuori dall’Italia', 1, 1, 1, true],
    ]);
  });

  test('what the search cannot look for has a number and no link', () => {
    const [campania, , , abroad] = coverage.regions;
    expect(campania?.all.href).toBe('/cerca/?kind=practice&region=campania');
    expect(abroad?.all.href).toBeNull();
  });

  test('of many cities only the first are printed, and all are counted', () => {
    const { cities, areas } = coverageOf(graph, 1);
    expect(cities).toMatchObject({ all: 5, told: 3 });
    expect(cities.rows.map(({ id, region }) => [id, region])).toEqual([['qui', 'Campania']]);
    expect(areas[1]?.cities.map(({ label, cell }) => [label, cell.sheets])).toEqual([['atene', 1]]);
    expect(areas[1]?.otherCities).toBe(2);
    expect(areas[0]?.otherCities).toBe(0);
  });
});

test('a cell that has nothing leads nowhere', () => {
  const cells = coverage.groups.flatMap((row) => [row.all, ...row.cells]);
  expect(cells.filter(({ sheets, href }) => (sheets === 0) !== (href === null))).toEqual([]);
});

test('the shade goes from none to the darkest, and grows with the number', () => {
  expect([0, 1, 2, 3, 7, 15].map((sheets) => shadeOf(sheets, 15))).toEqual([0, 1, 1, 2, 3, 3]);
  expect(shadeOf(1, 1)).toBe(1);
  expect(shadeOf(1000, 1000)).toBe(3);
  for (let sheets = 1; sheets < 200; sheets += 1)
    expect(shadeOf(sheets + 1, 200)).toBeGreaterThanOrEqual(shadeOf(sheets, 200));
});

test('an empty base is silent everywhere and breaks nothing', () => {
  expect(coverageOf(smallGraph())).toEqual({
    sheets: 0,
    areas: [],
    needs: [],
    groups: [],
    regions: [],
    cities: { all: 0, told: 0, rows: [] },
  });
  const [only] = coverageOf(smallGraph(area('casa', 1), need('sfratti', ['casa']))).areas;
  expect(only).toMatchObject({ sheets: 0, cities: [], groups: [], needs: [{ sheets: 0, cells: [] }] });
});

/** Tells how many pages the search shows for an address, from the records that it keeps. */
function searchOf(graph: Graph): (href: string) => number {
  const pages = (Object.keys(searchKinds) as SearchKind[])
    .flatMap((kind) => graph.all(kind) as readonly AnyEntry[])
    .map((entry) => searchRecordOf(graph, entry).filters as Record<string, readonly string[]>);
  return (href) => {
    const wanted = [...Map.groupBy(new URL(href, 'http://a.it').searchParams, ([name]) => name)];
    return pages.filter((filters) =>
      wanted.every(([name, pairs]) => pairs.some(([, id]) => filters[name]?.includes(id))),
    ).length;
  };
}

test.each([
  ['the fixture', () => fixtureGraph()],
  ['the real base', () => graphOf(read(join(projectRoot, 'src/content')))],
])('every number of %s is what the search shows behind it', (_, build) => {
  const real = build();
  const { areas, groups, regions, cities } = coverageOf(real);
  const rows = [...groups, ...regions, ...cities.rows].flatMap(({ all, cells }) => [all, ...cells]);
  const inAreas = areas.flatMap((of) => [
    of.all,
    of.measured,
    ...of.cities.map(({ cell }) => cell),
    ...of.needs.flatMap(({ cells }) => cells),
  ]);
  const linked = [...rows, ...inAreas].flatMap(({ sheets, href }) => (href ? { sheets, href } : []));
  expect(linked.length).toBeGreaterThan(20);
  const shownBy = searchOf(real);
  expect(linked.filter(({ sheets, href }) => shownBy(href) !== sheets)).toEqual([]);
});
