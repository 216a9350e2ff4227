import type { Fragment, Result } from './index-data.ts';
import { contentWords, isLike, likenessOf, wordsIn } from './words.ts';

/** How many of the best results are looked at: about those that are shown. */
const looked = 12;

/**
 * The index weighs words one by one, wherever they stand, and takes some for others. A page that holds them together
 * in its title, or in one of the ways people say its subject, is worth more than one that has them here and there; one
 * that has only words that begin like them is worth less.
 * @param words the words of the query, each with how much it tells
 * @param results best first
 */
export async function byLabels(
  words: ReadonlyMap<string, number>,
  results: readonly Result[],
): Promise<Result[]> {
  if (words.size < 2) return [...results];
  const best = results.slice(0, looked).map(async (result) => {
    const page = await result.data();
    const held = [...words].filter(([word]) => likenessIn(page, word) > 0);
    return { ...result, score: result.score * shareOf(held, words) * (1 + nearestLabel(words, page)) };
  });
  return [...(await Promise.all(best)), ...results.slice(looked)].sort((a, b) => b.score - a.score);
}

/** How much of what the query tells is told by some of its words. */
const shareOf = (held: readonly (readonly [string, number])[], words: ReadonlyMap<string, number>): number =>
  sum(held.map(([, tells]) => tells)) / sum([...words.values()]);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** How like a word are those of a page, the ones that are not printed too. */
export function likenessIn({ content, meta }: Fragment, word: string): number {
  const found = wordsIn([meta.title, meta.words, meta.also, content].join(' '));
  return Math.min(
    ...wordsIn(word).map((part) => found.reduce((most, other) => Math.max(most, likenessOf(part, other)), 0)),
  );
}

/** Between 0 and 1: how much of the query stands in one label, and how much of the label is the query. */
function nearestLabel(words: ReadonlyMap<string, number>, { meta }: Fragment): number {
  const labels = [meta.title ?? '', ...(meta.words ?? '').split(', ')];
  return Math.max(
    ...labels.map((label) => {
      const inside = contentWords(label).flatMap(wordsIn);
      const held = [...words].filter(([word]) =>
        wordsIn(word).every((part) => inside.some((other) => isLike(part, other))),
      );
      return shareOf(held, words) * Math.sqrt(held.length / Math.max(inside.length, held.length, 1));
    }),
  );
}
