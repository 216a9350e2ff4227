import { path } from '../../base-path.ts';
import { kindsIn } from './answer.ts';
import { watchFiles } from './faults.ts';
import type { Pagefind } from './index-data.ts';
import { openPagefind } from './pagefind.ts';

const longestWait = 15_000;

export interface Engine {
  /** Loads what a first search needs, and what the words typed so far will need. */
  warm: (typed?: string) => void;
  /** Runs a question on the index; rejects when any file of it failed meanwhile, or nothing comes. Then it starts anew. */
  ask: <T>(question: (index: Pagefind) => Promise<T>) => Promise<T>;
}

export function createEngine(): Engine {
  const files = watchFiles(window, path('/pagefind/'));
  let attempts = 0;
  let opened: Promise<Pagefind> | undefined;
  const open = (): Promise<Pagefind> => (opened ??= openPagefind(attempts++));
  /** Once for each reading, whoever notices first. */
  const giveUp = (failed: Promise<Pagefind>): void => {
    if (failed !== opened) return;
    opened = undefined;
    files.abandon();
  };
  const engine: Engine = {
    warm: (typed = '') => {
      const opening = open();
      // a reading that failed is given up; who asks next opens another, and is told
      engine
        .ask((index) => Promise.all([kindsIn(index), typed && index.preload(typed)]))
        .catch(() => giveUp(opening));
    },
    async ask(question) {
      const before = files.faults();
      const index = open();
      try {
        const answer = await withinTime(index.then(question));
        if (files.faults() > before) throw new Error('cut');
        return answer;
      } catch (error) {
        giveUp(index);
        throw error;
      }
    },
  };
  return engine;
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), longestWait);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
