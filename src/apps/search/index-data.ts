import * as z from 'zod/mini';
import { path } from '../../site.ts';

/**
 * What the index may answer. Its files come over the network, made by another program at another time: an answer of
 * any other shape is a broken index, and is told as one, never as «no results».
 */

/** A page of this site: a result leads nowhere else. */
export function isPageHere(address: string): boolean {
  return address.startsWith(path('/')) && /^\/(?!\/)[^\\\s\p{C}]*$/u.test(address);
}
const pageHere = z.string().check(z.refine(isPageHere));

const fragment = z.object({
  url: pageHere,
  content: z.string(),
  meta: z.record(z.string(), z.string()),
  filters: z.record(z.string(), z.array(z.string())),
  excerpt: z.string(),
  /** Places with an address, counted in words from the start. */
  anchors: z.array(z.object({ location: z.number() })),
  sub_results: z.array(
    z.object({ title: z.string(), url: pageHere, excerpt: z.string(), anchor: z.optional(z.object({})) }),
  ),
});

const counts = z.record(z.string(), z.record(z.string(), z.number()));

const response = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      score: z.number(),
      data: z.custom<() => Promise<unknown>>((value) => typeof value === 'function'),
    }),
  ),
  filters: counts,
  unfilteredResultCount: z.number(),
});

const entry = z.object({
  languages: z
    .record(z.string(), z.object({ hash: z.string(), wasm: z.nullable(z.string()), page_count: z.number() }))
    .check(z.refine((languages) => Object.values(languages).some(({ page_count }) => page_count > 0))),
});

/** Whether the first file of the index names an index with pages in it. */
export const isIndexEntry = (file: unknown): boolean => entry.safeParse(file).success;

type Loose<T> = Partial<Record<string, T>>;

export interface Fragment extends Omit<z.infer<typeof fragment>, 'meta' | 'filters'> {
  meta: Loose<string>;
  filters: Loose<string[]>;
}
export interface Result {
  id: string;
  score: number;
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
}
export interface Pagefind extends RawIndex {
  search: (words: string | null, options?: { filters: Filters }) => Promise<Response>;
  filters: () => Promise<Counts>;
}

/** The same index, whose answers have been looked at; one of another shape rejects. */
export function checkedIndex(index: RawIndex): Pagefind {
  return {
    async search(words, options) {
      const { results, ...rest } = response.parse(await index.search(words, options));
      return {
        ...rest,
        results: results.map(({ id, score, data }) => ({
          id,
          score,
          data: async () => fragment.parse(await data()),
        })),
      };
    },
    filters: async () => counts.parse(await index.filters()),
  };
}
