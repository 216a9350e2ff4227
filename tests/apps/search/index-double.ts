import type { Fragment, Pagefind, Result } from '../../../src/apps/search/index-data.ts';
import type { Known } from '../../../src/apps/search/model.ts';
import { searchFilters } from '../../../src/knowledge/search-kinds.ts';

/** What a page offers to choose from: nothing but what a test names. */
export const offering = (values: Partial<Record<keyof Known, string[]>>): Known =>
  Object.fromEntries(searchFilters.map((name) => [name, new Set(values[name])])) as unknown as Known;

/** A page of the index double; words in `words` are found, but are not in its text. */
export interface PageDouble {
  id: string;
  kind?: string;
  text?: string;
  words?: string;
  score?: number;
  filters?: Record<string, string[]>;
  /** Found by any query, as the index does with words that begin alike. */
  loose?: boolean;
}

export const fragment = (page: Partial<Fragment> = {}): Fragment => ({
  url: '/pratiche/x/',
  content: '',
  meta: { title: 'Titolo' },
  filters: {},
  excerpt: '',
  anchors: [],
  sub_results: [],
  ...page,
});

/** An index of a few pages that answers as Pagefind does: all words, any value of a filter, all filters. */
export function indexOf(pages: readonly PageDouble[]): Pagefind & { asked: (string | null)[] } {
  const asked: (string | null)[] = [];
  const filtersOf = (page: PageDouble): Record<string, string[]> => ({
    ...(page.kind ? { kind: [page.kind] } : {}),
    ...page.filters,
  });
  const resultOf = (page: PageDouble): Result => ({
    id: page.id,
    score: page.score ?? 1,
    matchedMetaFields: ['title'],
    data: () =>
      Promise.resolve(
        fragment({
          url: `/${page.id}/`,
          content: page.text ?? '',
          meta: { title: page.id, words: page.words },
          filters: filtersOf(page),
        }),
      ),
  });
  return {
    asked,
    filters: () => Promise.resolve({}),
    preload: () => Promise.resolve(),
    search(query, options) {
      asked.push(query);
      const words = (query ?? '').replaceAll('"', '').split(' ').filter(Boolean);
      const found = pages.filter(
        (page) =>
          page.loose || words.every((word) => `${page.text ?? ''} ${page.words ?? ''}`.includes(word)),
      );
      const kept = found.filter((page) =>
        Object.entries(options?.filters ?? {}).every(([name, { any }]) =>
          any.some((id) => filtersOf(page)[name]?.includes(id)),
        ),
      );
      const filters: Record<string, Record<string, number>> = {};
      for (const page of kept) {
        for (const [name, ids] of Object.entries(filtersOf(page))) {
          const counts = (filters[name] ??= {});
          for (const id of ids) counts[id] = (counts[id] ?? 0) + 1;
        }
      }
      const results = kept.map(resultOf).sort((a, b) => b.score - a.score);
      return Promise.resolve({ results, filters: filters, unfilteredResultCount: found.length });
    },
  };
}
