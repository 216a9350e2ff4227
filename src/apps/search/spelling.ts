import { fold } from './words.ts';

/** How many slips of the keyboard a word of this length may hold and still be told from its neighbours. */
const slips = (word: string): number => (word.length >= 7 ? 2 : word.length >= 4 ? 1 : 0);

/**
 * Letters to put in, take out, change or swap with their neighbour to make one word of the other; anything above
 * `most` counts as `most` + 1. Written here because the swap is the commonest slip and the small libraries lack it.
 */
export function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row];
    for (let at = 1; at <= b.length; at += 1) {
      const same = a[row - 1] === b[at - 1];
      let cost = Math.min((last[at] ?? 0) + 1, (now[at - 1] ?? 0) + 1, (last[at - 1] ?? 0) + Number(!same));
      if (row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1]) {
        cost = Math.min(cost, (before[at - 2] ?? 0) + 1);
      }
      now.push(cost);
    }
    if (Math.min(...now) > most) return most + 1;
    [before, last] = [last, now];
  }
  return last[b.length] ?? 0;
}

/**
 * The word, or the words, that somebody meant: a slip away, the same first letter before another, the more used before
 * the less; or a name written as one word.
 * @param known folded words of the base, the most used first
 */
export function meant(word: string, known: readonly string[]): string | undefined {
  const asked = fold(word);
  let best: { text: string; far: number } | undefined;
  for (const entry of known) {
    const joined = entry.replaceAll(' ', '');
    const most = Math.min(slips(asked), entry === joined ? 9 : 1);
    const slipped = distance(asked, joined, most);
    const isOther = joined[0] !== asked[0];
    const far = slipped + Number(isOther) / 2;
    if (slipped <= most - Number(isOther && most > 1) && far < (best?.far ?? Infinity))
      best = { text: entry, far };
  }
  return best && best.text !== asked ? best.text : undefined;
}
