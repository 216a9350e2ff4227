import { assessmentOf } from './assessment.ts';
import { bandOf } from './completeness.ts';
import { anchorOf } from './format.ts';
import { namesOfTerm } from './glossary.ts';
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
  /** Words of what the page has to do with, beside its subject: they weigh less. */
  also: readonly string[];
}

const unique = (values: readonly (string | undefined)[]): string[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];

/**
 * The search record of any entry that has a page.
 * @param terms the glossary entries that its text names: who searches a longer name finds the page with the acronym
 */
export function searchRecordOf(graph: Graph, entry: AnyEntry, terms: readonly string[] = []): SearchRecord {
  const { filters, names = [], words = [], also = [] } = partsOf(graph, entry);
  const named = terms.flatMap((id) => namesOfTerm(graph.get('term', id)));
  const ids = Object.entries(filters).map(([name, values]) => [name, unique(values)] as const);
  return {
    kind: entry.kind,
    title: entry.data.title,
    filters: { kind: [entry.kind], ...Object.fromEntries(ids.filter(([, values]) => values.length > 0)) },
    names,
    words: unique([...names, ...words]),
    also: unique([...also, ...named]).filter((word) => !words.includes(word) && !names.includes(word)),
  };
}

interface Parts {
  filters: Partial<Record<SearchFilter, readonly (string | undefined)[]>>;
  names?: readonly string[];
  words?: readonly string[];
  also?: readonly string[];
}

function partsOf(graph: Graph, entry: AnyEntry): Parts {
  switch (entry.kind) {
    case 'practice':
      return practiceParts(graph, entry);
    case 'workshop': {
      const { focusAreas, needsRaised = [], city, participants = [], programme } = entry.data;
      const { aliases, hiddenLabels } = entry.data;
      const cities = [city, ...participants.map((participant) => participant.city)];
      return {
        filters: {
          area: focusAreas,
          need: needsRaised,
          city: cities,
          region: cities.map((id) => regionOf(graph, id)),
          programme: [programme],
        },
        names: aliases ?? [],
        words: hiddenLabels ?? [],
        also: needsRaised.flatMap((id) => titleAndWords(graph.get('need', id))),
      };
    }
    case 'need': {
      const { focusAreas, targetGroups } = entry.data;
      return {
        filters: { area: focusAreas, need: [entry.id], group: targetGroups ?? [] },
        names: needWords(entry),
        words: hiddenOf(entry),
        also: groupWords(graph, targetGroups),
      };
    }
    case 'activity': {
      const { focusAreas = [], aliases = [], hiddenLabels = [] } = entry.data;
      return { filters: { area: focusAreas }, names: aliases, words: hiddenLabels };
    }
    case 'session': {
      const { focusAreas = [], hiddenLabels = [] } = entry.data;
      return { filters: { area: focusAreas }, words: hiddenLabels };
    }
    case 'focus-area':
      return { filters: { area: [entry.id] }, words: entry.data.hiddenLabels ?? [] };
    case 'city': {
      const { title, region } = entry.data;
      return {
        filters: { city: [entry.id], region: [regionOf(graph, entry.id)] },
        names: [`Comune di ${title}`, `Città di ${title}`],
        also: unique([region]),
      };
    }
    case 'programme': {
      const { acronym, synonyms = [], hiddenLabels = [] } = entry.data;
      return {
        filters: { programme: [entry.id] },
        names: unique([acronym, ...synonyms]),
        words: hiddenLabels,
      };
    }
    default:
      return { filters: {} };
  }
}

function practiceParts(graph: Graph, entry: Entry<'practice'>): Parts {
  const { data } = entry;
  const { focusAreas, needs, targetGroups, city, status, aliases = [], hiddenLabels = [] } = data;
  const [first, ...others] = needs.map((id) => graph.get('need', id));
  const { evidence, completeness, freshness } = assessmentOf(graph, entry);
  const programmes = unique((data.funding ?? []).map((item) => item.programme));
  const has: Record<string, unknown[] | undefined> = {
    costs: [...(data.costs ?? []), ...(data.funding ?? [])],
    procedure: data.procedure,
    difficulties: data.difficulties,
  };
  return {
    filters: {
      area: focusAreas,
      need: needs,
      group: targetGroups,
      city: [city],
      region: [regionOf(graph, city)],
      programme: programmes,
      status: [status],
      evidence: [String(evidence.level)],
      has: Object.keys(has).filter((name) => has[name]?.length),
      completeness: [bandOf(completeness)],
      freshness: [freshness],
    },
    names: aliases,
    words: [...hiddenLabels, ...(first ? titleAndWords(first) : []), ...hiddenOf(first)],
    also: [
      ...others.flatMap(titleAndWords),
      ...groupWords(graph, targetGroups),
      ...programmes.flatMap((id) => {
        const { title, acronym, synonyms = [] } = graph.get('programme', id).data;
        return unique([title, acronym, ...synonyms]);
      }),
    ],
  };
}

const regionOf = (graph: Graph, city: string | undefined): string | undefined => {
  const region = city === undefined ? undefined : graph.find('city', city)?.data.region;
  return region === undefined ? undefined : anchorOf(region);
};

const needWords = ({ data }: Entry<'need'>): string[] => [...data.synonyms, ...(data.misspellings ?? [])];

const hiddenOf = (entry: Entry<'need'> | undefined): readonly string[] => entry?.data.hiddenLabels ?? [];

const titleAndWords = (need: Entry<'need'>): string[] => [need.data.title, ...needWords(need)];

const groupWords = (graph: Graph, groups: readonly string[] = []): string[] =>
  groups.flatMap((id) => {
    const { title, synonyms = [], hiddenLabels = [] } = graph.get('target-group', id).data;
    return [title, ...synonyms, ...hiddenLabels];
  });
