import { distance } from 'fastest-levenshtein';

/** The known words closest to a mistyped one, nearest first; only those near enough to be meant. */
export function nearest(word: string, known: Iterable<string>, most = 3): string[] {
  const limit = Math.max(3, Math.ceil(word.length / 2));
  return [...known]
    .map((candidate) => ({
      candidate,
      far: candidate.includes(word) || word.includes(candidate) ? 1 : distance(word, candidate),
    }))
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far || a.candidate.localeCompare(b.candidate, 'it'))
    .slice(0, most)
    .map(({ candidate }) => candidate);
}
