import { distance } from 'fastest-levenshtein';
import { contentWords, fold, isLike, wordsIn } from './words.ts';

export interface Need {
  id: string;
  label: string;
  /** Other ways of saying it. */
  words: string;
}

const slips = (word: string): number => (word.length >= 7 ? 2 : word.length >= 4 ? 1 : 0);

/** Same beginning, or a slip of the keyboard. */
const isClose = (asked: string, known: string): boolean =>
  isLike(asked, known) || distance(fold(asked), fold(known)) <= slips(asked);

/** The needs that share most words with the query, misspelt ones too. */
export function nearestNeeds(query: string, needs: readonly Need[], most = 5): Need[] {
  const asked = contentWords(query);
  const shared = ({ label, words }: Need): number => {
    const known = wordsIn(`${label} ${words}`);
    return asked.filter((word) => known.some((other) => isClose(word, other))).length;
  };
  return needs
    .map((need) => ({ need, score: shared(need) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ need }) => need);
}

/** The words of the query with the unknown ones put right, when a known word is a slip away; otherwise nothing. */
export function spelling(
  asked: readonly string[],
  unknown: readonly string[],
  known: readonly string[],
): string | undefined {
  const mended = asked.map((word) => (unknown.includes(word) ? (nearestWord(word, known) ?? word) : word));
  return mended.some((word, position) => word !== asked[position]) ? mended.join(' ') : undefined;
}

function nearestWord(word: string, known: readonly string[]): string | undefined {
  const [nearest] = known
    .map((other) => ({ other, far: distance(fold(word), fold(other)) }))
    .filter(({ far }) => far > 0 && far <= slips(word))
    .sort((a, b) => a.far - b.far);
  return nearest?.other.toLowerCase();
}
