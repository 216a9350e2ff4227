import type { FocusArea } from '../schemas/focus-area.ts';
import { areasOf } from './areas.ts';
import { isItalian } from './cities.ts';
import { evidenceOf } from './evidence.ts';
import { alphabetical, anchorOf } from './format.ts';
import type { Entry, Graph } from './graph.ts';
import { indicatorIn } from './indicators.ts';
import { coveragePage, pageOf, searchPage } from './routes.ts';

/** From how many sheets on one may compare. */
export const richFrom = 3;

/** A number of sheets, and the search that shows just those; without address when there is none to show. */
export interface Cell {
  sheets: number;
  href: string | null;
  /** How dark it is drawn, from 0 (nothing) to 3: a help for the eye, the number says it. */
  shade: 0 | 1 | 2 | 3;
}

/** Something that sheets are counted on. */
export interface Counted {
  id: string;
  label: string;
  sheets: number;
}

/** One line of a table by area: its own total, then a cell an area. */
export interface CoverageRow extends Counted {
  all: Cell;
  cells: Cell[];
}

export interface RegionRow extends CoverageRow {
  /** Cities of the base, and how many of them have told something. */
  cities: number;
  told: number;
  isAbroad: boolean;
}

export interface CityRow extends CoverageRow {
  region: string;
  href: string;
}

export interface MatrixCell extends Cell {
  /** The list of needs says that the need concerns these people. */
  isExpected: boolean;
}

export interface NeedRow extends Counted {
  href: string;
  shade: Cell['shade'];
  cells: MatrixCell[];
}

export interface AreaCoverage extends Counted {
  title: string;
  colour: FocusArea['colour'];
  href: string;
  areaHref: string;
  all: Cell;
  /** Sheets with a change that was measured, or an independent evaluation. */
  measured: Cell;
  /** The people that its needs concern or that a sheet on them is for: the columns. */
  groups: Counted[];
  /** Its needs, most sheets first. */
  needs: NeedRow[];
  /** The people that stand in no column. */
  absent: string[];
  /** Where its sheets come from, most first, and how many cities more there are. */
  cities: { label: string; cell: Cell }[];
  otherCities: number;
}

export interface Coverage {
  sheets: number;
  areas: AreaCoverage[];
  /** Every need once, most sheets first. */
  needs: (Counted & { href: string })[];
  groups: CoverageRow[];
  regions: RegionRow[];
  cities: { all: number; told: number; rows: CityRow[] };
}

/**
 * What the base covers: areas, needs, people and places against one another, counted in one pass over the sheets.
 * A sheet counts once for each of its areas, needs and groups of people.
 */
export function coverageOf(graph: Graph, mostCities = 12): Coverage {
  const count = tallyOf(graph);
  const areas = areasOf(graph);
  const areaRow = (kind: 'group' | 'region' | 'city', id: string, filters: Filters | null) => ({
    all: cellOf(count(kind, id), count.most(kind), filters),
    cells: areas.map((area) =>
      cellOf(
        count(kind, id, 'area', area.id),
        count.most(kind, 'area'),
        filters && { ...filters, area: area.id },
      ),
    ),
  });
  const groups = graph
    .all('target-group')
    .map(({ id, data }) => ({ id, label: data.title, sheets: count('group', id) }))
    .sort(mostFirst);
  const told = graph
    .all('city')
    .map(({ id, data }) => ({ id, label: data.title, sheets: count('city', id), data }))
    .filter(({ sheets }) => sheets > 0)
    .sort(mostFirst);

  return {
    sheets: graph.all('practice').length,
    areas: areas.map((area) => areaCoverage(graph, count, area, groups, told, mostCities)),
    needs: graph
      .all('need')
      .map((need) => countedNeed(count, need))
      .sort(mostFirst),
    groups: groups.map((group) => ({ ...group, ...areaRow('group', group.id, { group: group.id }) })),
    regions: regionsOf(graph).map(({ id, label, isAbroad, hasFilter, cities }) => ({
      id,
      label,
      isAbroad,
      sheets: count('region', id),
      cities: cities.length,
      told: cities.filter((city) => count('city', city) > 0).length,
      ...areaRow('region', id, hasFilter ? { region: id } : null),
    })),
    cities: {
      all: graph.all('city').length,
      told: told.length,
      rows: told.slice(0, mostCities).map(({ id, label, sheets, data }) => ({
        id,
        label,
        sheets,
        region: data.region ?? data.country,
        href: pageOf('city', id),
        ...areaRow('city', id, { city: id }),
      })),
    },
  };
}

type Filters = Record<string, string | readonly string[]>;
type Tally = ((...key: string[]) => number) & {
  /** The highest of the counts of one kind: `most('need', 'group')`. */
  most: (...kinds: string[]) => number;
};

/** The one pass over the sheets. A key goes kind, id, kind, id: `('need', 'sfratti', 'group', 'famiglie')`. */
function tallyOf(graph: Graph): Tally {
  const counts = new Map<string, number>();
  const highest = new Map<string, number>();
  const add = (...key: string[]) => {
    const next = (counts.get(key.join('\n')) ?? 0) + 1;
    counts.set(key.join('\n'), next);
    const kinds = key.filter((_, index) => index % 2 === 0).join('\n');
    highest.set(kinds, Math.max(next, highest.get(kinds) ?? 0));
  };
  const regions = new Map(graph.all('city').map(({ id, data }) => [id, anchorOf(regionName(data))] as const));
  for (const { data } of graph.all('practice')) {
    const { city } = data;
    const [areas, needs, groups] = [
      new Set(data.focusAreas),
      new Set(data.needs),
      new Set(data.targetGroups),
    ];
    const region = regions.get(city) ?? '';
    const isMeasured = evidenceOf(data, indicatorIn(graph)).level >= 3;
    add('city', city);
    add('region', region);
    for (const group of groups) add('group', group);
    for (const area of areas) {
      add('area', area);
      if (isMeasured) add('measured', area);
      add('city', city, 'area', area);
      add('region', region, 'area', area);
      for (const group of groups) add('group', group, 'area', area);
    }
    for (const need of needs) {
      add('need', need);
      for (const group of groups) add('need', need, 'group', group);
    }
  }
  return Object.assign((...key: string[]) => counts.get(key.join('\n')) ?? 0, {
    most: (...kinds: string[]) => highest.get(kinds.join('\n')) ?? 0,
  });
}

const mostFirst = (a: Counted, b: Counted): number => b.sheets - a.sheets || alphabetical(a.label, b.label);

const countedNeed = (count: Tally, { id, data }: Entry<'need'>) => ({
  id,
  label: data.title,
  sheets: count('need', id),
  href: pageOf('need', id),
});

function cellOf(sheets: number, most: number, filters: Filters | null): Cell {
  const href = sheets > 0 && filters ? searchPage('', { kind: 'practice', ...filters }) : null;
  return { sheets, href, shade: shadeOf(sheets, most) };
}

/** Steps of equal ratio: few needs have most of the sheets, and the others must not all look alike. */
export function shadeOf(sheets: number, most: number): Cell['shade'] {
  if (sheets <= 0) return 0;
  const step = Math.floor((3 * Math.log(sheets)) / Math.log(Math.max(2, most + 1)));
  return (1 + Math.min(2, step)) as Cell['shade'];
}

function areaCoverage(
  graph: Graph,
  count: Tally,
  { id, data }: Entry<'focus-area'>,
  groups: readonly Counted[],
  cities: readonly Counted[],
  mostCities: number,
): AreaCoverage {
  const own = graph.naming('need', 'focus-area', id);
  const expected = new Set(own.flatMap((need) => need.data.targetGroups ?? []));
  const isColumn = (group: string) =>
    expected.has(group) || own.some((need) => count('need', need.id, 'group', group) > 0);
  const columns = groups.filter((group) => isColumn(group.id));
  const from = cities
    .map((city) => ({ ...city, sheets: count('city', city.id, 'area', id) }))
    .filter(({ sheets }) => sheets > 0)
    .sort(mostFirst);
  const sheets = count('area', id);
  return {
    id,
    label: data.shortTitle,
    title: data.title,
    colour: data.colour,
    href: coveragePage(id),
    areaHref: pageOf('focus-area', id),
    sheets,
    all: cellOf(sheets, count.most('area'), { area: id }),
    measured: cellOf(count('measured', id), count.most('area'), { area: id, evidence: ['3', '4'] }),
    groups: columns,
    needs: own
      .map((need) => ({
        ...countedNeed(count, need),
        shade: shadeOf(count('need', need.id), count.most('need')),
        cells: columns.map((group) => ({
          ...cellOf(count('need', need.id, 'group', group.id), count.most('need', 'group'), {
            need: need.id,
            group: group.id,
          }),
          isExpected: need.data.targetGroups?.includes(group.id) ?? false,
        })),
      }))
      .sort(mostFirst),
    absent: groups.filter((group) => !isColumn(group.id)).map(({ label }) => label),
    cities: from.slice(0, mostCities).map((city) => ({
      label: city.label,
      cell: cellOf(city.sheets, from[0]?.sheets ?? 0, { area: id, city: city.id }),
    })),
    otherCities: Math.max(0, from.length - mostCities),
  };
}

const abroad = 'Fuori dall’Italia';
const regionName = (city: { country: string; region?: string | undefined }): string =>
  isItalian(city) ? (city.region ?? 'Regione non documentata') : abroad;

/** The regions of the cities of the base in alphabetical order, those abroad together and last. */
function regionsOf(graph: Graph) {
  const named = Map.groupBy(graph.all('city'), ({ data }) => regionName(data));
  return [...named]
    .map(([label, cities]) => ({
      id: anchorOf(label),
      label,
      isAbroad: label === abroad,
      // the search knows a region only by its name
      hasFilter: cities.every(({ data }) => isItalian(data) && data.region !== undefined),
      cities: cities.map(({ id }) => id),
    }))
    .sort((a, b) => Number(a.isAbroad) - Number(b.isAbroad) || alphabetical(a.label, b.label));
}
