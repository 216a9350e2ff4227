import { path } from '../../site.ts';

/** The part of Pagefind's interface used here; the module is made with the index, at build time. */
export interface Fragment {
  url: string;
  content: string;
  meta: Partial<Record<string, string>>;
  filters: Partial<Record<string, string[]>>;
  excerpt: string;
  /** Places with an address, counted in words from the start. */
  anchors: { location: number }[];
  sub_results: { title: string; url: string; excerpt: string; anchor?: object }[];
}
export interface Result {
  id: string;
  score: number;
  data: () => Promise<Fragment>;
}
export type Counts = Partial<Record<string, Partial<Record<string, number>>>>;
export interface Response {
  results: Result[];
  filters: Counts;
  unfilteredResultCount: number;
}
export interface Filters {
  [name: string]: { any: readonly string[] };
}
export interface Pagefind {
  search: (words: string | null, options?: { filters: Filters }) => Promise<Response>;
  filters: () => Promise<Counts>;
}
interface Module {
  createInstance: (options: object) => Pagefind;
}

const folder = path('/pagefind/');

/** Titles, and the words people say a thing with, weigh more than the text; `kind` is a key, not a word. */
const ranking = { metaWeights: { title: 5, words: 6, kind: 0 }, pageLength: 0.3, termFrequency: 0.6 };

/**
 * A new reading of the index. On the page's own thread, where a file that does not arrive can be noticed
 * (see faults.ts). `attempt` makes a new address: browsers may remember that a module failed.
 */
export async function openPagefind(attempt: number): Promise<Pagefind> {
  const address = `${folder}pagefind.js${attempt > 0 ? `?${attempt}` : ''}`;
  const module = (await import(/* @vite-ignore */ address)) as Module;
  const pagefind = module.createInstance({
    basePath: folder,
    baseUrl: path('/'),
    noWorker: true,
    ranking,
    excerptEllipsis: '…',
  });
  // all filters at once: without them a search counts nothing
  await pagefind.filters();
  return pagefind;
}
