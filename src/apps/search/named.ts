import * as z from 'zod/mini';
import type { Group } from './answer.ts';
import { hitOf, piecesOf, withoutHeading, type Hit, type LabelOf } from './hits.ts';
import type { Fragment } from './index-data.ts';
import type { Need } from './near.ts';
import { fold, wordsIn } from './words.ts';

/** Of each group, how many of its best pages are asked for their names. */
const asked = 4;
const most = 4;

const terms = z.array(z.object({ id: z.string(), names: z.array(z.string()).check(z.minLength(1)) }));

/** A name without case, accents, apostrophes and other signs. */
const keyOf = (name: string): string => wordsIn(fold(name)).join(' ');

/** A title as it stands, without what follows in brackets, and the name that it quotes: «Nome»: di che si tratta. */
const formsOf = (title: string): string[] => [
  title,
  title.replace(/\s*\(.*/, ''),
  ...[...title.matchAll(/«([^»]+)»/g)].flatMap(([, name]) => name ?? []),
];

/**
 * What is called exactly as the query says: a page by its title or another of its names, or an entry of the glossary.
 * Without this the page of a city would stand below all sheets that name the city. `first` already comes first.
 * Who asks in words for a need wants what helps, not the definition of the words.
 */
export async function namedSo(
  groups: readonly Group[],
  { query, words }: { query: string; words: readonly string[] },
  { labelOf, needs }: { labelOf: LabelOf; needs: readonly Need[] },
  first?: string,
): Promise<Hit[]> {
  const key = keyOf(query);
  if (!key) return [];
  const best = groups.flatMap(({ results, kind }) => (kind === 'page' ? results : results.slice(0, asked)));
  const pages = await Promise.all(best.map(({ data }) => data()));
  const called = pages.filter(({ meta }) =>
    [...formsOf(meta.title ?? ''), ...(meta.names ?? '').split(' | ')].some((name) => keyOf(name) === key),
  );
  const isNeed = needs.some((need) =>
    `${need.label}, ${need.words}`.split(', ').some((name) => keyOf(name) === key),
  );
  const entries = isNeed ? [] : pages.flatMap((page) => entriesOf(page, key));
  return [...called.map((page) => hitOf(page, words, labelOf)), ...entries]
    .filter(({ url }) => url !== first)
    .slice(0, most);
}

/** The entries of a glossary that are called so, each with its own address in the page. */
function entriesOf({ url, meta, sub_results }: Fragment, key: string): Hit[] {
  const known = meta.terms === undefined ? [] : terms.parse(JSON.parse(meta.terms));
  return known
    .filter(({ names }) => names.some((name) => keyOf(name) === key))
    .map(({ id, names: [title = id] }) => {
      const address = `${url}#${encodeURIComponent(id)}`;
      const section = sub_results.find((one) => one.url === address);
      return {
        url: address,
        title: section?.title ?? title,
        area: undefined,
        details: ['Glossario'],
        section: undefined,
        aliases: [],
        excerpt: section ? withoutHeading(piecesOf(section.excerpt), section.title) : [],
      };
    });
}
