import type { Graph } from '../knowledge/graph.ts';
import { collections, registry, type Collection } from '../schemas/registry.ts';

/** An entry that a sheet may name, with what is needed to offer it, to check what names it and to print it. */
export interface ListedEntry {
  id: string;
  data: Readonly<Record<string, unknown>> & { title: string };
}

/** All that a sheet may name, by collection. */
export type FormLists = Readonly<Record<Collection, readonly ListedEntry[]>>;

/** The fields that go into the lists. A sheet weighs little, because there may be ten thousand. */
const listed: Record<Collection, readonly string[]> = {
  practice: ['title', 'aliases', 'redirects'],
  workshop: ['title', 'start'],
  activity: ['title'],
  session: ['title'],
  'focus-area': ['title', 'shortTitle', 'colour', 'order', 'guidance', 'indicators', 'stakeholders', 'funds'],
  need: ['title', 'description', 'synonyms', 'focusAreas'],
  indicator: ['title', 'description', 'kind', 'format', 'unit', 'headline', 'totalOf', 'partOf'],
  'target-group': ['title', 'description', 'synonyms'],
  programme: ['title', 'acronym', 'synonyms'],
  city: ['title', 'region', 'country', 'population', 'sources'],
  term: ['title', 'definition', 'synonyms', 'also'],
};

/** The lists from which a form offers and against which it checks. */
export function formLists(graph: Graph): FormLists {
  const of = (kind: Collection): ListedEntry[] =>
    graph.all(kind).map(({ id, data }) => {
      const fields: Readonly<Record<string, unknown>> = data;
      const keys = listed[kind].filter(
        (key) => key in registry[kind].schema.shape && fields[key] !== undefined,
      );
      return { id, data: Object.fromEntries(keys.map((key) => [key, fields[key]])) as ListedEntry['data'] };
    });
  return Object.fromEntries(collections.map((kind) => [kind, of(kind)])) as unknown as FormLists;
}
