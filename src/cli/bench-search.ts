import type { Browser, BrowserContext } from 'playwright-core';
import { listOf, searchPage } from '../knowledge/routes.ts';
import { serveOnLine, slowLine, type Line, type Passed, type ShapedSite } from './bench-line.ts';
import { openBrowser } from './bench-browser.ts';
import { StoppedError } from './command.ts';

export type Row = [name: string, value: string | number];

interface Query {
  what: string;
  words: string;
  filters?: Record<string, string>;
}

/** As officials write them; all of them have results in the real base. */
const queries: readonly Query[] = [
  { what: 'una parola', words: 'sfratti' },
  { what: 'due parole', words: 'case vuote' },
  {
    what: 'due parole e due filtri',
    words: 'case vuote',
    filters: { area: 'disagio-abitativo', kind: 'practice' },
  },
  { what: 'una parola sbagliata', words: 'disocupati' },
];

/** On which line, and how many times each thing is measured: the one in the middle counts. */
export interface Conditions {
  line: Line;
  samples: number;
}

const longestWait = 120_000;
/** Between two keys of somebody who types briskly. */
const keyPause = 150;

/**
 * How long somebody on a slow line waits for the first result in a built site, and how much travels until then: from
 * an address with a query in it, with nothing kept from before, and typing in the box once the engine is there.
 * @param say tells what is going on
 * @returns rows to print; none, after having said why, where there is no browser
 */
export async function measureSearch(
  folder: string,
  say: (line: string) => void,
  { line, samples }: Conditions = { line: slowLine, samples: 3 },
): Promise<Row[]> {
  const browser = await openBrowser(say);
  if (!browser) return [];
  const site = await serveOnLine(folder, line);
  const repeated = async (take: () => Promise<Sample>): Promise<Sample[]> => {
    const taken: Sample[] = [];
    for (let turn = 0; turn < samples; turn += 1) taken.push(await take());
    return taken;
  };
  try {
    say('misuro ciò che carica ogni pagina…');
    const everywhere = new Set<string>();
    // what any page brings, and what any list of sheets does, is not the search's own
    for (const page of ['/404.html', listOf('practice')])
      for (const { path } of await visited(browser, site, page)) everywhere.add(path);
    const rows: Row[] = weightOfOwn(await visited(browser, site, searchPage()), everywhere);
    for (const query of queries) {
      const address = searchPage(query.words, query.filters);
      say(`cerco «${query.words}» (${query.what})…`);
      const cold = await repeated(() => fromAddress(browser, site, address, query.words));
      rows.push(...describe(`${query.what}, dall’indirizzo`, cold, everywhere));
      if (query.filters) continue;
      const typed = await repeated(() => byTyping(browser, site, query.words));
      rows.push(...describe(`${query.what}, scritta a motore pronto`, typed, everywhere));
    }
    return rows;
  } finally {
    await browser.close();
    await site.close();
  }
}

/** What was seen once: when the first result stood in the page, and what had travelled by then. */
interface Sample {
  /** When the waiting began: the address was opened, or the last key went down. */
  since: number;
  milliseconds: number;
  found: boolean;
  passed: readonly Passed[];
}

/** What the page tells: when something first stood in the place of the results, and when the last key went down. */
interface Sight {
  at: number;
  opened: number;
  lastKey: number;
  found: boolean;
}

async function fromAddress(
  browser: Browser,
  site: ShapedSite,
  address: string,
  words: string,
): Promise<Sample> {
  await using visit = await watch(browser, words);
  const from = site.passed.length;
  const page = await visit.context.newPage();
  await page.goto(site.address + address, { waitUntil: 'commit' });
  const { at, opened, found } = await visit.sight;
  return { since: opened, milliseconds: at - opened, found, passed: until(at, site.passed.slice(from)) };
}

async function byTyping(browser: Browser, site: ShapedSite, words: string): Promise<Sample> {
  await using visit = await watch(browser, words);
  const page = await visit.context.newPage();
  await page.goto(site.address + searchPage(), { waitUntil: 'load' });
  await site.quiet();
  const from = site.passed.length;
  await page.focus('#cerca input[name="q"]');
  await site.quiet();
  await page.keyboard.type(words, { delay: keyPause });
  const { at, lastKey, found } = await visit.sight;
  return { since: lastKey, milliseconds: at - lastKey, found, passed: until(at, site.passed.slice(from)) };
}

const until = (moment: number, passed: readonly Passed[]): Passed[] =>
  passed.filter(({ at }) => at <= moment);

/** Everything that a page loads by itself. */
async function visited(browser: Browser, site: ShapedSite, address: string): Promise<Passed[]> {
  const context = await browser.newContext();
  try {
    const from = site.passed.length;
    await (await context.newPage()).goto(site.address + address, { waitUntil: 'load' });
    await site.quiet();
    return site.passed.slice(from);
  } finally {
    await context.close();
  }
}

interface Watch extends AsyncDisposable {
  context: BrowserContext;
  sight: Promise<Sight>;
}

/** A browser that remembers nothing, and tells when it first shows an answer to these words. */
async function watch(browser: Browser, words: string): Promise<Watch> {
  const context = await browser.newContext({ locale: 'it-IT', viewport: { width: 360, height: 740 } });
  const { promise, resolve, reject } = Promise.withResolvers<Sight>();
  const tooLate = setTimeout(
    () => reject(new StoppedError(`Nessuna risposta a «${words}».`, 'Prova la ricerca nel browser.')),
    longestWait,
  );
  await context.exposeFunction('seen', resolve);
  await context.addInitScript((asked) => {
    const now = (): number => performance.timeOrigin + performance.now();
    let lastKey = 0;
    addEventListener('keydown', () => (lastKey = now()), { capture: true });
    const observer = new MutationObserver((changes) => {
      const place = document.getElementById('esito');
      const shown = place?.querySelector('.result, .empty');
      // the title turns to the new words while the answer to some earlier ones still stands
      if (!shown || !document.title.includes(`«${asked}»`)) return;
      if (!changes.some(({ target }) => place?.contains(target))) return;
      observer.disconnect();
      const { seen } = globalThis as unknown as { seen: (sight: Sight) => void };
      seen({ at: now(), opened: performance.timeOrigin, lastKey, found: shown.matches('.result') });
    });
    observer.observe(document, { childList: true, subtree: true });
  }, words);
  return {
    context,
    sight: promise,
    async [Symbol.asyncDispose]() {
      clearTimeout(tooLate);
      await context.close();
    },
  };
}

const isPagefind = (path: string): boolean => path.includes('/pagefind/');
const isCode = (path: string): boolean => /\.(?:js|css)$/.test(path);
const sum = (passed: readonly Passed[]): number => passed.reduce((total, { bytes }) => total + bytes, 0);
const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

/** The script and the style that only the search page loads, and the page itself with all its filters. */
function weightOfOwn(passed: readonly Passed[], everywhere: ReadonlySet<string>): Row[] {
  const own = passed.filter(({ path }) => !everywhere.has(path) && !isPagefind(path));
  return [
    ['script e stile propri della ricerca, KB', kilobytes(sum(own.filter(({ path }) => isCode(path))))],
    ['pagina della ricerca con i filtri, KB', kilobytes(sum(own.filter(({ path }) => !isCode(path))))],
    ['Pagefind caricato prima che serva, KB', kilobytes(sum(passed.filter(({ path }) => isPagefind(path))))],
  ];
}

function describe(what: string, taken: readonly Sample[], everywhere: ReadonlySet<string>): Row[] {
  const typical = (of: (sample: Sample) => number): number => median(taken.map(of));
  const bytes = (keep: (path: string) => boolean) => (sample: Sample) =>
    sum(sample.passed.filter(({ path }) => keep(path)));
  const isOfSearch = (path: string) => isPagefind(path) || !everywhere.has(path);
  const waited = ({ passed, since }: Sample) => sum(passed.filter(({ at }) => at >= since));
  const files = ({ passed }: Sample) => new Set(passed.map(({ path }) => path).filter(isOfSearch)).size;
  return [
    [`${what}: ms al primo risultato`, Math.round(typical(({ milliseconds }) => milliseconds))],
    [`${what}: KB di Pagefind`, kilobytes(typical(bytes(isPagefind)))],
    [`${what}: KB della ricerca in tutto`, kilobytes(typical(bytes(isOfSearch)))],
    [`${what}: KB mentre si aspetta`, kilobytes(typical(waited))],
    [`${what}: file della ricerca`, typical(files)],
    ...(taken.every(({ found }) => found) ? [] : [[`${what}: senza risultati`, 'sì'] as Row]),
  ];
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [below = 0, above = 0] = [sorted[middle - 1 + (sorted.length % 2)], sorted[middle]];
  return (below + above) / 2;
}
