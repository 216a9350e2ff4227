import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A number from 0 up to 1. */
export type Random = () => number;

/** Mulberry32: small, and the same on every machine. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What to draw from, where some things come more often than others. */
export interface Urn<T> {
  draw: (random: Random) => T;
}

export function urnOf<T>(things: readonly T[], weightOf: (thing: T, rank: number) => number): Urn<T> {
  let sum = 0;
  const upTo = Float64Array.from(things, (thing, rank) => (sum += weightOf(thing, rank)));
  return {
    draw(random) {
      const mark = random() * sum;
      let [low, high] = [0, things.length - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((upTo[middle] as number) > mark) high = middle;
        else low = middle + 1;
      }
      return things[low] as T;
    },
  };
}

/** A few things come up most of the time, as cities, needs and words do. `spread` flattens the top. */
export const zipfOf = <T>(things: readonly T[], spread = 3): Urn<T> =>
  urnOf(things, (_, rank) => 1 / (rank + spread));

/** The words of a text in small letters; names, figures and what an apostrophe has cut are left out. */
export const wordsOf = (text: string): string[] =>
  text.match(/(?<![\p{L}’'])\p{Ll}{2,24}(?![\p{L}’'])/gu) ?? [];

/** The words of each real sheet, each as often as it says them. */
export async function wordsOfSheets(folder: string): Promise<Urn<string>[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.mdx')).sort();
  const urns = names.map(async (name) => {
    const [, , ...body] = (await readFile(join(folder, name), 'utf8')).split(/^---$/m);
    const words = wordsOf(body.join(' ').replace(/<[^>]*>|\([^)]*\)/g, ' '));
    return words.length > 0 ? [urnOf(words, () => 1)] : [];
  });
  return (await Promise.all(urns)).flat();
}

const onsets =
  'b c d f g l m n p r s t v b c d f l m n p r s t br cr dr fr gr pr tr st sp sc gn ch qu str'.split(' ');
const vowels = 'a a a e e e i i o o o u ia io'.split(' ');
const codas = ['', '', '', '', 'n', 'r', 'l', 's', 'm'];
const endings =
  'o a e i ione ioni mento menti etto etti ata ate oso osa ale ali eria erie are ano ino ina ante tore trice ismo ista ivo iva'.split(
    ' ',
  );

/**
 * Words that sound Italian and mean nothing: what a large base says once or twice, beside the words it always says.
 * Never one of them twice.
 */
export function coinedWords(count: number, random: Random): string[] {
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] as string;
  const made = new Set<string>();
  while (made.size < count) {
    const syllables = 1 + Math.floor(random() * 3);
    const stem = Array.from({ length: syllables }, () => {
      const onset = pick(onsets);
      return onset + (onset === 'qu' ? 'e' : pick(vowels)) + pick(codas);
    });
    made.add(`${stem.join('')}${pick(onsets.slice(0, 24))}${pick(endings)}`);
  }
  return [...made];
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
