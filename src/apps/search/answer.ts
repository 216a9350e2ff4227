import {
  searchFilters,
  searchKinds,
  type SearchFilter,
  type SearchKind,
} from '../../knowledge/search-kinds.ts';
import type { Filters, Pagefind, Response, Result } from './index-data.ts';
import { byLabels, likenessIn } from './labels.ts';
import { chosenCount, type Chosen, type SearchState } from './model.ts';
import { contentWords, isPhrase, likeness } from './words.ts';

/** `page`: those without a kind, as the glossary, the method, the lists. */
export type GroupKind = SearchKind | 'page';

export interface Group {
  kind: GroupKind;
  /** Best first; their texts are loaded when they are shown. */
  results: Result[];
}

export interface Answer {
  /** The group of the best result first. */
  groups: Group[];
  total: number;
  /** The words that the results answer to. */
  used: string[];
  /** Words of the query that no page has. */
  dropped: string[];
  /** Words of the query that no page has, with what was searched in their place. */
  mended: { from: string; to: string }[];
  /** Pages that answer well without some of the words, whatever the filters. */
  partial: readonly Result[];
  /** The words that each of those lacks. */
  missing: ReadonlyMap<string, readonly string[]>;
  /** Whether some page has all the words, whatever the filters. */
  together: boolean;
  /** How many pages answer to these words when no filter is chosen. */
  unfiltered: number;
}

/** For each value of each filter, the results it would give with the other filters as they are. */
export type FacetCounts = Record<SearchFilter, Partial<Record<string, number>>>;

/** Puts misspelt words right: the words meant, for those that are near some the base has. */
export type Mend = (words: readonly string[]) => Promise<ReadonlyMap<string, string>>;

const groupOrder: GroupKind[] = [...(Object.keys(searchKinds) as SearchKind[]), 'page'];

export async function answerTo(index: Pagefind, state: SearchState, mend: Mend): Promise<Answer> {
  const { query, chosen } = state;
  const [question, kindOf] = await Promise.all([
    query ? understand(index, query, mend) : everything,
    kindsIn(index),
  ]);
  const { used, dropped, mended, together, worth } = question;
  const filters = filtersOf(chosen);
  const isNarrowed = chosenCount(state) > 0;
  const full = query && !together ? nothing : await index.search(query ? used.join(' ') : null, { filters });
  const partial = await pagesOf(index, question);
  const allowed =
    isNarrowed && partial.length > 0
      ? new Set((await index.search(null, { filters })).results.map(({ id }) => id))
      : null;
  const found = [
    ...(query ? matched(full) : full.results),
    ...partial.filter(({ id }) => !allowed || allowed.has(id)),
  ]
    .map((result) => ({ ...result, score: worth.get(result.id)?.score ?? result.score }))
    .sort((a, b) => b.score - a.score);
  const results = await byLabels(question.tells, found);
  const groups = Map.groupBy(results, ({ id }) => kindOf.get(id) ?? 'page');
  // in the order of their best result; browsing has none
  const order = query
    ? [...groups.keys()].sort((a, b) => weightOf(b, groups) - weightOf(a, groups))
    : groupOrder;
  return {
    ...{ used, dropped, mended, together, partial },
    groups: order.flatMap((kind) => {
      const inside = groups.get(kind);
      return inside ? [{ kind, results: inside }] : [];
    }),
    total: results.length,
    missing: new Map(partial.map(({ id }) => [id, lackedBy(id, question)])),
    unfiltered: isNarrowed ? full.unfilteredResultCount + partial.length : results.length,
  };
}

/** What a group is worth: its best page; an area, which touches on everything, must answer far better to come first. */
const weightOf = (kind: GroupKind, groups: ReadonlyMap<GroupKind, readonly Result[]>): number =>
  (groups.get(kind)?.[0]?.score ?? 0) * (kind === 'focus-area' ? 0.6 : 1);

interface Question extends Pick<Answer, 'used' | 'dropped' | 'mended' | 'together'> {
  /** What each page is worth for all the words together, and how many of them it has. */
  worth: ReadonlyMap<string, { score: number; has: readonly string[] }>;
  /** How much each word tells: the fewer the pages that have it, the more. */
  tells: ReadonlyMap<string, number>;
  /** Pages that lack some words and still are worth nearly as much as the best, best first. */
  nearly: readonly string[];
}

const nothing: Response = { results: [], filters: {}, unfilteredResultCount: 0 };
const everything: Question = {
  ...{ used: [], dropped: [], mended: [], together: true },
  ...{ worth: new Map(), tells: new Map(), nearly: [] },
};

/** The index wants every word of a query in a page. This puts the words right and asks for each of them alone. */
async function understand(index: Pagefind, query: string, mend: Mend): Promise<Question> {
  if (isPhrase(query)) {
    const found = (await index.search(query)).results.length > 0;
    return { ...everything, together: found, ...(found ? { used: [query] } : { dropped: [query] }) };
  }
  const asked = await Promise.all(contentWords(query).map((word) => pagesWith(index, word)));
  const doubtful = asked.filter(({ held }) => held < likeness.ending).map(({ word }) => word);
  const right = doubtful.length > 0 ? await mend(doubtful) : new Map<string, string>();
  const meant = asked.map(async (one) => {
    const words = right.get(one.word);
    return words === undefined
      ? [one]
      : Promise.all(contentWords(words).map((word) => pagesWith(index, word)));
  });
  const words = (await Promise.all(meant)).flat().filter(({ held }) => held > likeness.none);
  const worth = worthOf(words);
  const byScore = [...worth].sort(([, a], [, b]) => b.score - a.score);
  const enough = (byScore[0]?.[1].score ?? 0) * nearEnough;
  return {
    used: words.map(({ word }) => word),
    dropped: asked
      .filter(({ word, held }) => held === likeness.none && !right.has(word))
      .map(({ word }) => word),
    mended: [...right].map(([from, to]) => ({ from, to })),
    together: byScore.some(([, { has }]) => has.length === words.length),
    worth,
    tells: new Map(words.map(({ word, pages }) => [word, 1 / Math.log(2 + pages.size)])),
    nearly: byScore
      .filter(([, { score, has }]) => has.length < words.length && score >= enough)
      .slice(0, mostPartial)
      .map(([id]) => id),
  };
}

/** How near to the best a page must come that lacks some of the words, and how many such pages are shown. */
const nearEnough = 0.5;
const mostPartial = 20;

interface WordPages {
  word: string;
  /** How like the word are those that its best pages hold. */
  held: number;
  /** What each page is worth for this word alone. */
  pages: ReadonlyMap<string, number>;
}

async function pagesWith(index: Pagefind, word: string): Promise<WordPages> {
  const results = matched(await index.search(word));
  return {
    word,
    held: await heldIn(results, word),
    pages: new Map(results.map(({ id, score }) => [id, score])),
  };
}

/** Each page by the sum of what its words are worth, less for those it lacks. */
function worthOf(words: readonly WordPages[]): Map<string, { score: number; has: string[] }> {
  const worth = new Map<string, { score: number; has: string[] }>();
  for (const { word, pages } of words) {
    for (const [id, score] of pages) {
      const page = worth.get(id) ?? { score: 0, has: [] };
      page.score += score;
      page.has.push(word);
      worth.set(id, page);
    }
  }
  for (const page of worth.values()) page.score *= page.has.length / words.length;
  return worth;
}

const lackedBy = (id: string, { used, worth }: Question): string[] =>
  used.filter((word) => !worth.get(id)?.has.includes(word));

/** The results that lack some words: each is asked of the index with the words it has. */
async function pagesOf(index: Pagefind, { nearly, worth }: Question): Promise<Result[]> {
  const searches = new Map<string, Promise<Response>>();
  const found = nearly.map(async (id) => {
    const words = worth.get(id)?.has.join(' ') ?? '';
    const search = searches.get(words) ?? index.search(words);
    searches.set(words, search);
    return (await search).results.find((result) => result.id === id);
  });
  return (await Promise.all(found)).filter((result) => result !== undefined);
}

/** A score of nothing is a match of the kind's English key alone. */
const matched = ({ results }: Response): Result[] => results.filter(({ score }) => score > 0);

/** Any of the values within a filter, all of the filters together. */
function filtersOf(chosen: Chosen, except?: SearchFilter): Filters {
  const active = searchFilters.filter((name) => name !== except && chosen[name].length > 0);
  return Object.fromEntries(active.map((name) => [name, { any: chosen[name] }]));
}

/**
 * The numbers beside the filters. A filter in use is counted without itself: what would another of its values add?
 * @param answer null when nothing was asked in words
 */
export async function countsBeside(
  index: Pagefind,
  answer: Answer | null,
  chosen: Chosen,
): Promise<FacetCounts> {
  await index.filters(); // a search counts only the filters that are there
  const words = answer && answer.used.join(' ');
  const countsIn = async (filters: Filters) =>
    answer && (!answer.together || answer.used.length === 0)
      ? {}
      : (await index.search(words, { filters })).filters;
  const all = countsIn(filtersOf(chosen));
  const partial = await Promise.all((answer?.partial ?? []).map(async (page) => (await page.data()).filters));
  const counts = searchFilters.map(async (name) => {
    const isInUse = chosen[name].length > 0;
    const ofWhole = (await (isInUse ? countsIn(filtersOf(chosen, name)) : all))[name] ?? {};
    const others = searchFilters.filter((other) => other !== name && chosen[other].length > 0);
    const beside = partial.filter((values) =>
      others.every((other) => chosen[other].some((id) => values[other]?.includes(id))),
    );
    const sum = { ...ofWhole };
    for (const id of beside.flatMap((values) => values[name] ?? [])) sum[id] = (sum[id] ?? 0) + 1;
    return [name, sum] as const;
  });
  return Object.fromEntries(await Promise.all(counts)) as FacetCounts;
}

const judged = 3;

/** Whether one of the best results truly has the word: the index also answers with words that only begin alike. */
async function heldIn(results: readonly Result[], word: string): Promise<number> {
  const best = await Promise.all(results.slice(0, judged).map((result) => result.data()));
  return Math.max(likeness.none, ...best.map((page) => likenessIn(page, word)));
}

const kinds = new WeakMap<Pagefind, Promise<Map<string, SearchKind>>>();

/** The kind of every page, asked of the index once: grouping then needs no page's text. */
export function kindsIn(index: Pagefind): Promise<Map<string, SearchKind>> {
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
