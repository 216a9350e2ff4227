import { path } from '../../site.ts';
import { countFaults } from './faults.ts';
import { openPagefind, type Pagefind } from './pagefind.ts';

const longestWait = 20_000;

export interface Engine {
  /** Loads what a first search needs. */
  warm: () => void;
  /** Runs a question on the index; rejects when any file of it failed meanwhile, or nothing comes. Then it starts anew. */
  ask: <T>(question: (index: Pagefind) => Promise<T>) => Promise<T>;
}

export function createEngine(): Engine {
  const faults = countFaults(window, path('/pagefind/'));
  let attempts = 0;
  let opened: Promise<Pagefind> | undefined;
  const open = (): Promise<Pagefind> => (opened ??= openPagefind(attempts++));
  const reset = (): void => {
    opened = undefined;
  };
  return {
    warm: () => {
      // who asks next is told
      open().catch(reset);
    },
    async ask(question) {
      const before = faults();
      try {
        const answer = await withinTime(open().then(question));
        if (faults() > before) throw new Error('part of the index did not arrive');
        return answer;
      } catch (error) {
        reset();
        throw error;
      }
    },
  };
}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), longestWait);
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
