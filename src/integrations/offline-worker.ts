export interface Precached {
  /** Changes with whatever is kept. */
  release: string;
  /** Base path of the site, with a slash at both ends. */
  base: string;
  /** Addresses of the pages that work without a network. */
  pages: readonly string[];
  /** What they load at once; all of it, or the worker is not installed. */
  needed: readonly string[];
  /** What they load at a press: made ready later, file by file. */
  extra: readonly string[];
}

/** The types of service workers cannot be loaded beside those of pages: what is used of them. */
interface ExtendableEvent extends Event {
  waitUntil: (work: Promise<unknown>) => void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith: (answer: Promise<Response>) => void;
}
interface WorkerMessage extends ExtendableEvent {
  readonly data: unknown;
  readonly ports: readonly MessagePort[];
}
interface WorkerScope {
  clients: { claim: () => Promise<void> };
  addEventListener: ((type: 'install' | 'activate', listener: (event: ExtendableEvent) => void) => void) &
    ((type: 'fetch', listener: (event: FetchEvent) => void) => void) &
    ((type: 'message', listener: (event: WorkerMessage) => void) => void);
}

/**
 * The service worker of the pages under `/sessioni/`: it answers for them when there is no network, and touches nothing
 * else of the site. The build publishes this very function as a script of its own (`offline.ts`), so it may use nothing
 * that stands outside it.
 *
 * Pages and styles come from the network first, so that a reader with a line has the latest release; scripts and fonts
 * carry a hash in their names, so a kept one is the right one. A release is kept whole or not at all: what was kept
 * of an older one goes away when no page of it is open any more.
 */
export function offlineWorker({ release, base, pages, needed, extra }: Precached): void {
  const scope = self as unknown as WorkerScope;

  const cachePrefix = `tra-pari:${base}sessioni:`;
  const releaseCache = cachePrefix + release;
  const dataCache = `${cachePrefix}dati`;

  /** A line that gives nothing for so long is no line. */
  const patience = 5000;
  /** Far more than the plans of one device name. */
  const mostData = 300;

  const pathOf = (request: Request): string => new URL(request.url).pathname;
  const isData = (path: string): boolean =>
    path.endsWith('.json') && (path.startsWith(`${base}dati/`) || path.startsWith(`${base}sessioni/`));

  async function keep(cacheName: string, address: string): Promise<Response> {
    // asks the server whether an older copy is still good
    const answer = await fetch(address, { cache: 'no-cache' });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    const cache = await caches.open(cacheName);
    await cache.put(address, answer.clone());
    return answer;
  }

  /** A server that is down is no better than no line. */
  const well = (answer: Response): Response | null => (answer.status < 500 ? answer : null);

  async function networkFirst(request: Request, address: string, kept: string): Promise<Response> {
    const known = await (await caches.open(kept)).match(address);
    const asked = fetch(request);
    if (!known) return asked;
    const late = new Promise<null>((done) => {
      setTimeout(() => done(null), patience);
    });
    const answer = await Promise.race([asked.then(well, () => null), late]);
    return answer ?? known;
  }

  /** Data that a page asks for are kept as they come. */
  async function dataFirst(request: Request, path: string): Promise<Response> {
    const answer = await networkFirst(request, path, dataCache);
    if (answer.ok) {
      const cache = await caches.open(dataCache);
      await cache.put(path, answer.clone());
    }
    return answer;
  }

  const cacheFirst = async (request: Request): Promise<Response> =>
    (await caches.match(request, { ignoreSearch: true })) ?? fetch(request);

  function answerTo(request: Request): Promise<Response> | null {
    const { origin } = new URL(request.url);
    if (request.method !== 'GET' || origin !== location.origin) return null;
    const path = pathOf(request);
    if (request.mode === 'navigate')
      return pages.includes(path) ? networkFirst(request, path, releaseCache) : null;
    if (isData(path)) return dataFirst(request, path);
    if (path.startsWith(`${base}_astro/`) && !path.endsWith('.css')) return cacheFirst(request);
    return needed.includes(path) ? networkFirst(request, path, releaseCache) : null;
  }

  /** Which of these addresses cannot be kept, after having tried. */
  async function missing(
    cacheName: string,
    addresses: readonly string[],
    isRefreshed: boolean,
  ): Promise<string[]> {
    const cache = await caches.open(cacheName);
    const lacking: string[] = [];
    for (const address of addresses) {
      const known = await cache.match(address);
      if (known && !isRefreshed) continue;
      await keep(cacheName, address).catch(() => {
        if (!known) lacking.push(address);
      });
    }
    return lacking;
  }

  async function trimData(): Promise<void> {
    const cache = await caches.open(dataCache);
    const keys = await cache.keys();
    for (const key of keys.slice(0, Math.max(0, keys.length - mostData))) await cache.delete(key);
  }

  /** Makes everything ready, and tells the page what it could not get. */
  async function prepare(
    data: readonly string[],
  ): Promise<{ needed: string[]; extra: string[]; data: string[] }> {
    const lacking = {
      needed: await missing(releaseCache, needed, false),
      data: await missing(dataCache, data, true),
      extra: await missing(releaseCache, extra, false),
    };
    await trimData();
    return lacking;
  }

  scope.addEventListener('install', (event) => {
    event.waitUntil(Promise.all(needed.map((address) => keep(releaseCache, address))));
  });

  scope.addEventListener('activate', (event) => {
    const clear = async (): Promise<void> => {
      for (const name of await caches.keys())
        if (name.startsWith(cachePrefix) && name !== releaseCache && name !== dataCache)
          await caches.delete(name);
      await scope.clients.claim();
    };
    event.waitUntil(clear());
  });

  scope.addEventListener('fetch', (event) => {
    const answer = answerTo(event.request);
    if (answer) event.respondWith(answer);
  });

  scope.addEventListener('message', (event) => {
    const { data } = (event.data ?? {}) as { data?: unknown };
    const wanted = Array.isArray(data) ? data.filter((item) => typeof item === 'string' && isData(item)) : [];
    event.waitUntil(prepare(wanted as string[]).then((lacking) => event.ports[0]?.postMessage(lacking)));
  });
}
