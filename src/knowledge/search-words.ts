import { namesOfTerm } from './glossary.ts';
import type { AnyEntry, Graph } from './graph.ts';
import { searchKinds, type SearchKind } from './search-kinds.ts';
import { searchRecordOf } from './search-record.ts';

/** More would weigh more on a slow line than a misspelt word is worth; the rarest are left out. */
const most = 6000;
const shortest = 4;
/** A word of a name counts as so many others. */
const nameWeight = 10;
/** A name of so many words may be written as one: «crowd funding», «co city». */
const joined = { words: 3, letters: 20 };

/** Without case, accents and signs; each word of a name. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * The words that a misspelt one may have meant: those of titles, other names, needs and the glossary, the most used
 * first, and the short names of more than one word.
 */
export function knownWords(graph: Graph): string[] {
  const uses = new Map<string, number>();
  const add = (word: string, weight: number): void => {
    uses.set(word, (uses.get(word) ?? 0) + weight);
  };
  const { names, texts } = saidIn(graph);
  for (const name of names) {
    const words = wordsOf(name);
    for (const word of words) if (word.length >= shortest) add(word, nameWeight);
    const together = words.join(' ');
    if (words.length > 1 && words.length <= joined.words && together.length <= joined.letters)
      add(together, nameWeight);
  }
  for (const word of texts.flatMap(wordsOf)) if (word.length >= shortest) add(word, 1);
  return [...uses]
    .sort(([a, usesA], [b, usesB]) => usesB - usesA || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([word]) => word);
}

/** Proper names, which are misspelt most and stand in no dictionary; and other words, of those that pages print. */
function saidIn(graph: Graph): { names: string[]; texts: string[] } {
  const kinds = Object.keys(searchKinds) as SearchKind[];
  const records = kinds
    .flatMap((kind) => graph.all(kind) as readonly AnyEntry[])
    .map((entry) => searchRecordOf(graph, entry));
  return {
    names: [
      ...records.flatMap(({ kind, title, names }) => (kind === 'need' ? [title] : [title, ...names])),
      ...graph.all('term').flatMap(namesOfTerm),
    ],
    texts: [
      ...graph.all('need').flatMap(({ data }) => [data.description, ...data.synonyms]),
      ...graph.all('target-group').flatMap(({ data }) => [data.title, ...(data.synonyms ?? [])]),
      ...graph.all('term').map(({ data }) => data.definition),
      ...graph.all('practice').flatMap(({ data }) => [data.tagline, data.summary, data.mechanism ?? '']),
    ],
  };
}
