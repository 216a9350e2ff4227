import type { AnyEntry, Entry, Graph } from './graph.ts';
import type { SearchFilter } from './search-kinds.ts';

/** What the index keeps of a page beside its text. Filters hold ids, so that addresses stay short and stable. */
export interface SearchRecord {
  /** Shown with the result and used to group results. */
  kind: AnyEntry['kind'];
  title: string;
  filters: Partial<Record<SearchFilter, readonly string[]>>;
  /** Other words people search this page by; not printed, weighted like the title. */
  words: readonly string[];
}

const unique = (ids: readonly (string | undefined)[]): string[] => [
  ...new Set(ids.filter((id) => id !== undefined)),
];

/** The search record of any entry that has a page. */
export function searchRecordOf(graph: Graph, entry: AnyEntry): SearchRecord {
  const base = { kind: entry.kind, title: titleOf(entry) };
  switch (entry.kind) {
    case 'practice': {
      const { focusAreas, needs, city, funding, status, aliases = [] } = entry.data;
      const words = needs.flatMap((id) => needWords(graph.get('need', id)));
      const programme = unique((funding ?? []).map((item) => item.programme));
      return {
        ...base,
        filters: {
          kind: ['practice'],
          area: focusAreas,
          need: needs,
          city: [city],
          programme,
          status: [status],
        },
        words: [...aliases, ...words],
      };
    }
    case 'workshop': {
      const { focusAreas, needsRaised = [], city, participants = [], programme } = entry.data;
      const cities = unique([city, ...participants.map((participant) => participant.city)]);
      return {
        ...base,
        filters: {
          kind: ['workshop'],
          area: focusAreas,
          need: needsRaised,
          city: cities,
          programme: unique([programme]),
        },
        words: [],
      };
    }
    case 'need':
      return {
        ...base,
        filters: { kind: ['need'], area: entry.data.focusAreas, need: [entry.id] },
        words: [...entry.data.synonyms, ...(entry.data.misspellings ?? [])],
      };
    case 'activity':
      return {
        ...base,
        filters: { kind: ['activity'], area: entry.data.focusAreas ?? [] },
        words: entry.data.aliases ?? [],
      };
    case 'session':
      return { ...base, filters: { kind: ['session'], area: entry.data.focusAreas ?? [] }, words: [] };
    case 'focus-area':
      return { ...base, filters: { kind: ['focus-area'], area: [entry.id] }, words: [] };
    case 'city':
      return { ...base, filters: { kind: ['city'], city: [entry.id] }, words: [] };
    case 'programme':
      return {
        ...base,
        filters: { kind: ['programme'], programme: [entry.id] },
        words: [entry.data.acronym ?? '', ...(entry.data.synonyms ?? [])].filter(Boolean),
      };
    default:
      return { ...base, filters: { kind: [entry.kind] }, words: [] };
  }
}

const titleOf = (entry: AnyEntry): string => entry.data.title;
const needWords = ({ data }: Entry<'need'>): string[] => [
  data.title,
  ...data.synonyms,
  ...(data.misspellings ?? []),
];
