import {
  searchFilters,
  searchKinds,
  type SearchFilter,
  type SearchKind,
} from '../../knowledge/search-kinds.ts';
import { chosenCount, type Chosen, type SearchState } from './model.ts';
import type { Filters, Pagefind, Response, Result } from './index-data.ts';
import { contentWords, isLike, isPhrase, remainders, wordsIn } from './words.ts';

/** Pages without a kind (glossary, method, legal notes) come last. */
export type GroupKind = SearchKind | 'page';

export interface Group {
  kind: GroupKind;
  /** Best first; their texts are loaded when they are shown. */
  results: Result[];
}

export interface Answer {
  groups: Group[];
  total: number;
  /** The words that the results answer to. */
  used: string[];
  /** Words of the query that no page has, or none together with the others. */
  dropped: string[];
  /** How many pages answer to these words when no filter is chosen. */
  unfiltered: number;
  /** For each value of each filter, the results it would give with the other filters as they are. */
  counts: Record<SearchFilter, Partial<Record<string, number>>>;
}

const groupOrder: GroupKind[] = [...(Object.keys(searchKinds) as SearchKind[]), 'page'];

export async function answerTo(index: Pagefind, state: SearchState): Promise<Answer> {
  const { query, chosen } = state;
  const asked = isPhrase(query) ? [query] : contentWords(query);
  const used = query ? await wordsWithResults(index, asked, isPhrase(query)) : [];
  const dropped = asked.filter((word) => !used.includes(word));
  if (query && used.length === 0) {
    return { groups: [], total: 0, used, dropped, unfiltered: 0, counts: countsFrom(() => ({})) };
  }

  const words = query ? used.join(' ') : null;
  const [response, kindOf] = await Promise.all([
    index.search(words, { filters: filtersOf(chosen) }),
    kindsIn(index),
  ]);
  const results = words === null ? response.results : matched(response);
  const own = await countsBeside(index, words, chosen);
  const groups = Map.groupBy(results, ({ id }) => kindOf.get(id) ?? 'page');
  return {
    groups: groupOrder.flatMap((kind) => {
      const inside = groups.get(kind);
      return inside ? [{ kind, results: inside }] : [];
    }),
    total: results.length,
    used,
    dropped,
    unfiltered: chosenCount(state) > 0 ? response.unfilteredResultCount : results.length,
    counts: countsFrom((name) => own.get(name) ?? response.filters[name] ?? {}),
  };
}

/** A score of nothing is a match of the kind's English key alone. */
const matched = ({ results }: Response): Result[] => results.filter(({ score }) => score > 0);

/** Any of the values within a filter, all of the filters together. */
function filtersOf(chosen: Chosen, except?: SearchFilter): Filters {
  const active = searchFilters.filter((name) => name !== except && chosen[name].length > 0);
  return Object.fromEntries(active.map((name) => [name, { any: chosen[name] }]));
}

/** A filter in use is counted without itself: what would another of its values add? */
async function countsBeside(index: Pagefind, words: string | null, chosen: Chosen) {
  const inUse = searchFilters.filter((name) => chosen[name].length > 0);
  const counts = inUse.map(async (name) => {
    const { filters } = await index.search(words, { filters: filtersOf(chosen, name) });
    return [name, filters[name] ?? {}] as const;
  });
  return new Map(await Promise.all(counts));
}

const countsFrom = (of: (name: SearchFilter) => Partial<Record<string, number>>): Answer['counts'] =>
  Object.fromEntries(searchFilters.map((name) => [name, of(name)])) as Answer['counts'];

/** The words of the query, or as many of them as some page holds together. */
async function wordsWithResults(index: Pagefind, words: string[], phrase: boolean): Promise<string[]> {
  const together = await index.search(words.join(' '));
  if (phrase) return together.results.length > 0 ? words : [];
  if (await holds(together, words)) return words;
  const alone = await Promise.all(words.map(async (word) => holds(await index.search(word), [word])));
  const known = words.filter((_word, position) => alone[position]);
  return bestOf(index, [known, ...remainders(known)]);
}

/** The most words that give results; of equally many, those whose first result counts most. */
async function bestOf(index: Pagefind, choices: readonly string[][]): Promise<string[]> {
  let best: { words: string[]; score: number } = { words: [], score: 0 };
  for (const words of choices) {
    if (words.length < best.words.length) break;
    const [first] = words.length > 0 ? (await index.search(words.join(' '))).results : [];
    if (first && first.score > best.score) best = { words, score: first.score };
  }
  return best.words;
}

const judged = 3;

/** Whether one of the best results truly has each word: the index also answers with words that only begin alike. */
async function holds(response: Response, words: readonly string[]): Promise<boolean> {
  const best = await Promise.all(
    matched(response)
      .slice(0, judged)
      .map((result) => result.data()),
  );
  return best.some(({ content, meta }) => {
    const found = wordsIn([meta.title, meta.words, content].join(' '));
    return words.every((word) => wordsIn(word).every((part) => found.some((other) => isLike(part, other))));
  });
}

const kinds = new WeakMap<Pagefind, Promise<Map<string, SearchKind>>>();

/** The kind of every page, asked of the index once: grouping then needs no page's text. */
function kindsIn(index: Pagefind): Promise<Map<string, SearchKind>> {
  const known = kinds.get(index) ?? readKinds(index);
  kinds.set(index, known);
  return known;
}

async function readKinds(index: Pagefind): Promise<Map<string, SearchKind>> {
  const pairs = (Object.keys(searchKinds) as SearchKind[]).map(async (kind) => {
    const { results } = await index.search(null, { filters: { kind: { any: [kind] } } });
    return results.map(({ id }) => [id, kind] as const);
  });
  return new Map((await Promise.all(pairs)).flat());
}
