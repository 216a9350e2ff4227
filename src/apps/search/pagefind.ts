import { path } from '../../base-path.ts';
import { checkedIndex, type Pagefind, type RawIndex } from './index-data.ts';

/** The module is made with the index, at build time. */
interface Module {
  createInstance: (options: object) => RawIndex & { init: () => Promise<void> };
}

const folder = path('/pagefind/');

/**
 * Titles, and the words people say a thing with, weigh more than the text; what a page has to do with weighs less than
 * what it is about. `names` and `terms` are data, not words.
 */
export const ranking = {
  metaWeights: { title: 5, words: 6, also: 2, names: 0, terms: 0 },
  pageLength: 0.75,
  termFrequency: 1,
};

/**
 * A new reading of the index. On the page's own thread, where a file that does not arrive can be noticed
 * (see faults.ts). `attempt` makes a new address: browsers may remember that a module failed.
 */
export async function openPagefind(attempt: number): Promise<Pagefind> {
  const address = `${folder}pagefind.js${attempt > 0 ? `?${attempt}` : ''}`;
  const module = (await import(/* @vite-ignore */ address)) as Module;
  const raw = module.createInstance({
    basePath: folder,
    baseUrl: path('/'),
    noWorker: true,
    ranking,
    excerptEllipsis: '…',
  });
  await raw.init();
  return checkedIndex(raw);
}
