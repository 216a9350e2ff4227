import type { Run } from './document.ts';

/** What a line is measured in: letters of ordinary width. Capitals are wider, the signs of the Far East twice so. */
const wide = /[\p{Lu}\p{So}mwMW%@—€]/u;
const double = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60\u{1f000}-\u{3ffff}]/u;

/** How much of a line a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += double.test(letter) ? 2 : wide.test(letter) ? 1.35 : 1;
  return width;
}

/** How many lines a text takes; what is written on a line of its own has one. */
export const linesOf = (text: string, perLine: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / perLine)), 0);

/** The words of a line with the numbers of its notes, which take room too. */
export const wordsOf = (runs: readonly Run[]): string =>
  runs.map(({ text, notes = [] }) => text + notes.join(' ')).join('');

export interface Offer<T> {
  items: readonly T[];
  /** No more than these, however much room is left. */
  most: number;
}

/**
 * Which items there is room for: the first of every list, then a second of each, and so on. Items are taken whole; one
 * that is too long makes way for the next of its list. The same offers always give the same choice.
 */
export function chosen<T>(
  offers: readonly Offer<T>[],
  fits: (chosen: readonly (readonly T[])[]) => boolean,
): T[][] {
  const taken: T[][] = offers.map(() => []);
  const queues = offers.map(({ items }) => [...items]);
  for (let isMore = true; isMore;) {
    isMore = false;
    for (const [index, { most }] of offers.entries()) {
      const own = taken[index] as T[];
      let isTaken = false;
      while (own.length < most && !isTaken) {
        const item = queues[index]?.shift();
        if (item === undefined) break;
        own.push(item);
        isTaken = fits(taken);
        if (!isTaken) own.pop();
      }
      isMore ||= isTaken;
    }
  }
  return taken;
}

/** Short forms that end with a point and end no sentence. */
const shortForms = /(?:^|[\s(«])(?:dott|prof|lett|sigg|artt|pagg|ecc)\.$/i;

/** Where one sentence ends and the next begins; a point that may belong to a short form ends nothing. */
function sentenceEnds(text: string): number[] {
  return [...text.matchAll(/(?:[\p{L}\d]{4,}|[\d)»”])[.!?…]+[»”)]?(?=\s+[\p{Lu}«“])/gu)]
    .map((found) => found.index + found[0].length)
    .filter((end) => !shortForms.test(text.slice(0, end)));
}

/**
 * The first sentences of a text, as many as stay within a length; the first one in any case. A sentence is never cut,
 * and what is left out is marked.
 */
export function firstSentences(text: string, most: number): string {
  if (text.length <= most) return text;
  const ends = sentenceEnds(text);
  const end = ends.findLast((place) => place <= most) ?? ends[0];
  return end === undefined ? text : `${text.slice(0, end)} […]`;
}

/**
 * A paragraph in its sentences. Words with a note are never parted from it: they end a sentence only where they end.
 */
export function sentencesOf(runs: readonly Run[]): Run[][] {
  const sentences: Run[][] = [[]];
  for (const [index, run] of runs.entries()) {
    const before = runs[index - 1]?.text ?? '';
    const ends = sentenceEnds(before + run.text + (runs[index + 1]?.text ?? ''))
      .map((end) => end - before.length)
      .filter((end) => end > 0 && end <= run.text.length)
      .filter((end) => (run.notes ?? []).length === 0 || end === run.text.length);
    let from = 0;
    for (const end of ends) {
      sentences.at(-1)?.push({ ...run, text: run.text.slice(from, end) });
      sentences.push([]);
      from = end;
    }
    if (from < run.text.length) sentences.at(-1)?.push({ ...run, text: run.text.slice(from) });
  }
  return sentences.filter((sentence) => sentence.length > 0);
}
