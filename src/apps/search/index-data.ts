import { path } from '../../base-path.ts';

/**
 * What the index may answer. Its files come over the network, made by another program at another time: an answer of
 * any other shape is a broken index, and is told as one, never as «no results». Looked at by hand, because a library
 * for it would weigh as much as the rest of the search.
 */

type Is = (value: unknown) => boolean;
const isText: Is = (value) => typeof value === 'string';
const isNumber: Is = (value) => Number.isFinite(value);
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf =
  (is: Is): Is =>
  (value) =>
    Array.isArray(value) && value.every(is);
const recordOf =
  (is: Is): Is =>
  (value) =>
    isObject(value) && Object.values(value).every(is);
const shapeOf =
  (fields: Record<string, Is>): Is =>
  (value) =>
    isObject(value) && Object.entries(fields).every(([name, is]) => is(value[name]));

/** A page of this site: a result leads nowhere else. */
export function isPageHere(address: unknown): boolean {
  return (
    typeof address === 'string' && address.startsWith(path('/')) && /^\/(?!\/)[^\\\s\p{C}]*$/u.test(address)
  );
}

const isFragment = shapeOf({
  url: isPageHere,
  content: isText,
  meta: recordOf(isText),
  filters: recordOf(listOf(isText)),
  excerpt: isText,
  anchors: listOf(shapeOf({ location: isNumber })),
  sub_results: listOf(shapeOf({ title: isText, url: isPageHere, excerpt: isText })),
});

const isCounts = recordOf(recordOf(isNumber));

const isResponse = shapeOf({
  results: listOf(
    shapeOf({
      id: isText,
      score: isNumber,
      data: (value) => typeof value === 'function',
      matchedMetaFields: (value) => value === undefined || listOf(isText)(value),
    }),
  ),
  filters: isCounts,
  unfilteredResultCount: isNumber,
});

const isLanguage = shapeOf({
  hash: isText,
  wasm: (value) => value === null || isText(value),
  page_count: isNumber,
});

/** Whether the first file of the index names an index with pages in it. */
export function isIndexEntry(file: unknown): boolean {
  const languages = isObject(file) && file.languages;
  return (
    isObject(languages) &&
    Object.values(languages).every(isLanguage) &&
    Object.values(languages).some((language) => (language as { page_count: number }).page_count > 0)
  );
}

type Loose<T> = Partial<Record<string, T>>;

export interface Fragment {
  url: string;
  content: string;
  meta: Loose<string>;
  filters: Loose<string[]>;
  excerpt: string;
  /** Places with an address, counted in words from the start. */
  anchors: { location: number }[];
  sub_results: { title: string; url: string; excerpt: string; anchor?: object | undefined }[];
}
export interface Result {
  id: string;
  score: number;
  /** The fields beside the text in which a word was found: `title`, `words`, `names`… Absent when in none. */
  matchedMetaFields?: string[] | undefined;
  data: () => Promise<Fragment>;
}
export type Counts = Loose<Loose<number>>;
export interface Response {
  results: Result[];
  filters: Counts;
  unfilteredResultCount: number;
}
export interface Filters {
  [name: string]: { any: readonly string[] };
}

/** The part of Pagefind's interface used here, before anything it says is believed. */
export interface RawIndex {
  search: (words: string | null, options?: { filters: Filters }) => Promise<unknown>;
  filters: () => Promise<unknown>;
  preload: (words: string) => Promise<unknown>;
}
export interface Pagefind extends RawIndex {
  search: (words: string | null, options?: { filters: Filters }) => Promise<Response>;
  filters: () => Promise<Counts>;
}

function believe(answer: unknown, is: Is): void {
  if (!is(answer)) throw new Error('odd');
}

/** The same index, whose answers have been looked at; one of another shape rejects. */
export function checkedIndex(index: RawIndex): Pagefind {
  return {
    async search(words, options) {
      const answer = await index.search(words, options);
      believe(answer, isResponse);
      const { results, filters, unfilteredResultCount } = answer as Response;
      return {
        filters,
        unfilteredResultCount,
        results: results.map(({ id, score, matchedMetaFields, data }) => ({
          id,
          score,
          matchedMetaFields,
          data: async () => {
            const page = await data();
            believe(page, isFragment);
            // the index has straight apostrophes: see integrations/search-index.ts
            return JSON.parse(JSON.stringify(page).replaceAll("'", '’')) as Fragment;
          },
        })),
      };
    },
    async filters() {
      const counts = await index.filters();
      believe(counts, isCounts);
      return counts as Counts;
    },
    preload: (words) => index.preload(words),
  };
}
