import { assessmentOf } from './assessment.ts';
import { bandOf } from './completeness.ts';
import type { AnyEntry, Entry, Graph } from './graph.ts';
import type { SearchFilter } from './search-kinds.ts';

/** What the index keeps of a page beside its text. Filters hold ids, so that addresses stay short and stable. */
export interface SearchRecord {
  /** Shown with the result and used to group results. */
  kind: AnyEntry['kind'];
  title: string;
  filters: Partial<Record<SearchFilter, readonly string[]>>;
  /** Other names of this very thing: who searches one of them means this page. */
  names: readonly string[];
  /** Other words people search this page by, names too; not printed, weighted like the title. */
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
      const { evidence, completeness, freshness } = assessmentOf(graph, entry);
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
          evidence: [String(evidence.level)],
          completeness: [bandOf(completeness)],
          freshness: [freshness],
        },
        names: aliases,
        words: [...aliases, ...words],
      };
    }
    case 'workshop': {
      const { focusAreas, needsRaised = [], city, participants = [], programme, aliases = [] } = entry.data;
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
        names: aliases,
        words: aliases,
      };
    }
    case 'need':
      return {
        ...base,
        filters: { kind: ['need'], area: entry.data.focusAreas, need: [entry.id] },
        names: [],
        words: [...entry.data.synonyms, ...(entry.data.misspellings ?? [])],
      };
    case 'activity':
      return named(
        { ...base, filters: { kind: ['activity'], area: entry.data.focusAreas ?? [] } },
        entry.data.aliases,
      );
    case 'session':
      return named({ ...base, filters: { kind: ['session'], area: entry.data.focusAreas ?? [] } });
    case 'focus-area':
      return named({ ...base, filters: { kind: ['focus-area'], area: [entry.id] } });
    case 'city': {
      const names = [`Comune di ${entry.data.title}`, `Città di ${entry.data.title}`];
      return named({ ...base, filters: { kind: ['city'], city: [entry.id] } }, names);
    }
    case 'programme':
      return named(
        { ...base, filters: { kind: ['programme'], programme: [entry.id] } },
        unique([entry.data.acronym, ...(entry.data.synonyms ?? [])]),
      );
    default:
      return named({ ...base, filters: { kind: [entry.kind] } });
  }
}

/** Nothing but its names leads to it. */
const named = (
  record: Omit<SearchRecord, 'names' | 'words'>,
  names: readonly string[] = [],
): SearchRecord => ({ ...record, names, words: names });

const titleOf = (entry: AnyEntry): string => entry.data.title;
const needWords = ({ data }: Entry<'need'>): string[] => [
  data.title,
  ...data.synonyms,
  ...(data.misspellings ?? []),
];
