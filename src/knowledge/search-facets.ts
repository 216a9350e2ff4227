import type { FocusArea } from '../schemas/focus-area.ts';
import { practiceStatuses } from '../schemas/labels.ts';
import { areasOf } from './areas.ts';
import { completenessBands } from './completeness.ts';
import { evidenceLevels } from './evidence.ts';
import { alphabetical, anchorOf, capital } from './format.ts';
import { freshnessLabels } from './freshness.ts';
import type { AnyEntry, Graph } from './graph.ts';
import { searchKinds, sheetParts, type SearchFilter, type SearchKind } from './search-kinds.ts';
import { searchRecordOf } from './search-record.ts';

export interface FacetValue {
  id: string;
  label: string;
  /** Pages of the search that have it. */
  count: number;
  colour?: FocusArea['colour'];
}

export interface Facet {
  name: SearchFilter;
  title: string;
  values: FacetValue[];
}

const kinds = Object.keys(searchKinds) as SearchKind[];

/** The filters of the search page, with the values that some page has. A city's own page alone is not enough. */
export function facetsOf(graph: Graph): Facet[] {
  const counts = countsOf(graph);
  /** `own` is the kind of page that every value has, and that alone makes no filter worth choosing. */
  const facet = (
    name: SearchFilter,
    title: string,
    values: readonly Omit<FacetValue, 'count'>[],
    own?: SearchKind,
  ): Facet => ({
    name,
    title,
    values: values.flatMap((value) => {
      const { all, byKind } = counts.get(`${name} ${value.id}`) ?? { all: 0, byKind: new Set() };
      return [...byKind].some((kind) => kind !== own) ? [{ ...value, count: all }] : [];
    }),
  });
  const titles = (kind: 'city' | 'programme' | 'target-group' | 'need') =>
    graph
      .all(kind)
      .map(({ id, data }) => ({ id, label: data.title }))
      .sort(byLabel);
  const regions = new Set(graph.all('city').flatMap(({ data }) => data.region ?? []));
  const areas = areasOf(graph).map(({ id, data }) => ({ id, label: data.shortTitle, colour: data.colour }));
  const levels = evidenceLevels.map(({ level, name }) => ({
    id: String(level),
    label: `Prova ${level}, ${name}`,
  }));

  return [
    facet(
      'kind',
      'Che cosa',
      kinds.map((id) => ({ id, label: searchKinds[id] })),
    ),
    facet('area', 'Area', areas),
    facet('need', 'Bisogno', titles('need')),
    facet('group', 'Per chi', titles('target-group')),
    facet('has', 'La scheda dice', choices(sheetParts)),
    facet(
      'region',
      'Regione',
      [...regions].map((label) => ({ id: anchorOf(label), label })).sort(byLabel),
      'city',
    ),
    facet('city', 'Città', titles('city'), 'city'),
    facet('programme', 'Programma', titles('programme'), 'programme'),
    facet('status', 'Stato della pratica', choices(practiceStatuses)),
    facet('evidence', 'Livello di prova', levels),
    facet('completeness', 'Quanto è completa', choices(completenessBands)),
    facet('freshness', 'Rilettura', choices(freshnessLabels)),
  ].filter(({ values }) => values.length > 0);
}

interface ValueCount {
  all: number;
  byKind: Set<string>;
}

/** How many pages have each value of each filter, in one pass over them: `area casa` → 12. */
function countsOf(graph: Graph): Map<string, ValueCount> {
  const counts = new Map<string, ValueCount>();
  for (const entry of kinds.flatMap((kind) => graph.all(kind) as readonly AnyEntry[])) {
    for (const [name, ids] of Object.entries(searchRecordOf(graph, entry).filters)) {
      for (const id of ids) {
        const count = counts.get(`${name} ${id}`) ?? { all: 0, byKind: new Set() };
        count.all += 1;
        count.byKind.add(entry.kind);
        counts.set(`${name} ${id}`, count);
      }
    }
  }
  return counts;
}

const choices = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([id, label]) => ({ id, label: capital(label) }));

const byLabel = (a: { label: string }, b: { label: string }): number => alphabetical(a.label, b.label);
