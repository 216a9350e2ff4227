import type { FocusArea } from '../schemas/focus-area.ts';
import { practiceStatuses } from '../schemas/labels.ts';
import { areasOf } from './areas.ts';
import { completenessBands } from './completeness.ts';
import { evidenceLevels } from './evidence.ts';
import { alphabetical, capital } from './format.ts';
import { freshnessLabels } from './freshness.ts';
import type { AnyEntry, Graph } from './graph.ts';
import { searchKinds, type SearchFilter, type SearchKind } from './search-kinds.ts';
import { searchRecordOf } from './search-record.ts';

export interface FacetValue {
  id: string;
  label: string;
  /** Pages of the search that have it. */
  count: number;
  colour?: FocusArea['colour'];
  /** Other ways of saying it: the nearest needs are looked for among these too. */
  words?: readonly string[];
}

export interface Facet {
  name: SearchFilter;
  title: string;
  values: FacetValue[];
}

const kinds = Object.keys(searchKinds) as SearchKind[];

/** The filters of the search page, with the values that some page has. A city's own page alone is not enough. */
export function facetsOf(graph: Graph): Facet[] {
  const records = kinds
    .flatMap((kind) => graph.all(kind) as readonly AnyEntry[])
    .map((entry) => searchRecordOf(graph, entry));

  const facet = (
    name: SearchFilter,
    title: string,
    values: Omit<FacetValue, 'count'>[],
    own?: SearchKind,
  ): Facet => ({
    name,
    title,
    values: values.flatMap((value) => {
      const pages = records.filter(({ filters }) => filters[name]?.includes(value.id));
      return pages.some(({ kind }) => kind !== own) ? [{ ...value, count: pages.length }] : [];
    }),
  });
  const titles = (kind: 'city' | 'programme') =>
    graph
      .all(kind)
      .map(({ id, data }) => ({ id, label: data.title }))
      .sort(byLabel);
  const areas = areasOf(graph).map(({ id, data }) => ({ id, label: data.shortTitle, colour: data.colour }));
  const needs = graph
    .all('need')
    .map((need) => ({ id: need.id, label: need.data.title, words: searchRecordOf(graph, need).words }))
    .sort(byLabel);
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
    facet('need', 'Bisogno', needs),
    facet('city', 'Città', titles('city'), 'city'),
    facet('programme', 'Programma', titles('programme'), 'programme'),
    facet('status', 'Stato della pratica', choices(practiceStatuses)),
    facet('evidence', 'Livello di prova', levels),
    facet('completeness', 'Quanto è completa', choices(completenessBands)),
    facet('freshness', 'Rilettura', choices(freshnessLabels)),
  ].filter(({ values }) => values.length > 0);
}

const choices = (labels: Readonly<Record<string, string>>) =>
  Object.entries(labels).map(([id, label]) => ({ id, label: capital(label) }));

const byLabel = (a: { label: string }, b: { label: string }): number => alphabetical(a.label, b.label);
