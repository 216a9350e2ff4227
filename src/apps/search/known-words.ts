import { path } from '../../base-path.ts';
import type { Mend } from './answer.ts';
import { meant } from './spelling.ts';

let list: Promise<string[]> | undefined;

/**
 * The words meant by misspelt ones, from the list of the base's own, which comes only when a word is in no page.
 * Without the list there is no word to put right.
 */
export const meantBy: Mend = async (words) => {
  list ??= readList();
  const known = await list;
  if (known.length === 0) list = undefined;
  return new Map(
    words.flatMap((word) => {
      const right = meant(word, known);
      return right === undefined ? [] : [[word, right] as const];
    }),
  );
};

async function readList(): Promise<string[]> {
  try {
    const response = await fetch(path('/cerca/parole.txt'));
    return response.ok ? (await response.text()).split('\n').filter(Boolean) : [];
  } catch {
    return [];
  }
}
