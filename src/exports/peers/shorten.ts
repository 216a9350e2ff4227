import { sentencesOf } from '../documents/room.ts';
import type { Run } from '../documents/document.ts';
import type { Paragraph } from './form.ts';

/** A text without layout: items begin with a dash, numbers of sources stand between brackets. */
export function plainText(paragraphs: readonly Paragraph[]): string {
  let text = '';
  for (const [index, { runs, item }] of paragraphs.entries()) {
    const before = paragraphs[index - 1];
    if (before) text += item ? '\n' : '\n\n';
    text += (item ? '– ' : '') + wordsOf(runs);
  }
  return text;
}

export const wordsOf = (runs: readonly Run[]): string =>
  runs
    .map(
      ({ text, notes = [] }) =>
        text +
        [...new Set(notes)]
          .toSorted((a, b) => a - b)
          .map((number) => `[${number}]`)
          .join(''),
    )
    .join('')
    .trim();

/** As a box counts them. */
const lengthOf = (paragraphs: readonly Paragraph[]): number => plainText(paragraphs).length;

export interface Shortened {
  paragraphs: Paragraph[];
  /** Whole sentences kept, and how many there were. */
  kept: number;
  of: number;
}

/**
 * The most whole sentences that stay within a limit; null when not even one does. A story is kept from its beginning.
 * Of a list every item gives its first sentence before any gives its second, because each is a thing of its own.
 * No figure goes without the number of its source.
 */
export function shortened(paragraphs: readonly Paragraph[], limit: number): Shortened | null {
  const sentences = paragraphs.map(({ runs }) =>
    sentencesOf(withNotesJoined(runs)).filter((own) => wordsOf(own) !== ''),
  );
  const taken = paragraphs.map(() => 0);
  const current = (): Paragraph[] =>
    paragraphs.flatMap(({ item }, index) => {
      const all = sentences[index] ?? [];
      const count = taken[index] ?? 0;
      return count === 0 ? [] : [{ item, runs: withOwedNotes(all, count) }];
    });
  const take = (index: number): boolean => {
    if ((taken[index] ?? 0) >= (sentences[index] ?? []).length) return false;
    taken[index] = (taken[index] ?? 0) + 1;
    if (lengthOf(current()) <= limit) return true;
    taken[index] -= 1;
    return false;
  };
  if (paragraphs.every(({ item }) => item)) takeInTurn(paragraphs.length, take);
  else takeInOrder(sentences, take);
  const kept = taken.reduce((sum, count) => sum + count, 0);
  return kept === 0
    ? null
    : { paragraphs: current(), kept, of: sentences.reduce((sum, own) => sum + own.length, 0) };
}

/** A note that stands alone goes with the words before it, so that it is not lost between two sentences. */
function withNotesJoined(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (run.text === '' && last)
      joined[joined.length - 1] = { ...last, notes: [...(last.notes ?? []), ...(run.notes ?? [])] };
    else joined.push(run);
  }
  return joined;
}

/** One of each before two of any; an item that stops stays as it is. */
function takeInTurn(count: number, take: (index: number) => boolean): void {
  let open = Array.from({ length: count }, (_, index) => index);
  while (open.length > 0) open = open.filter((index) => take(index));
}

/** From the beginning, until one does not fit: nothing is left out in the middle. */
function takeInOrder(sentences: readonly (readonly Run[][])[], take: (index: number) => boolean): void {
  const order = sentences.flatMap((own, index) => own.map(() => index));
  order.every(take);
}

/** The first sentences of a paragraph; when its source is named only later, its number comes along. */
function withOwedNotes(sentences: readonly (readonly Run[])[], count: number): Run[] {
  const runs = sentences.slice(0, count).flat();
  const last = runs.at(-1);
  const lastNoted = runs.findLastIndex(({ notes }) => notes && notes.length > 0);
  const bare = runs.slice(lastNoted + 1);
  if (!last || bare.length === 0) return runs;
  const owed = sentences
    .slice(count)
    .flat()
    .find(({ notes }) => notes && notes.length > 0)?.notes;
  if (!owed) return runs;
  return [...runs.slice(0, -1), { ...last, text: last.text.trimEnd(), notes: owed }];
}
