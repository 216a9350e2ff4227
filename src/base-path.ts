/**
 * Where the site stands on its host. Alone in its file because every script needs it, and needs nothing else of what
 * is said in site.ts. Imports nothing, so that it runs in Node, in Vite and in the browser.
 */
const base = (import.meta as { env?: { BASE_URL?: string } }).env?.BASE_URL ?? '/';

/** An address inside the site, with the base path of this build: `path('/pratiche/')`. */
export function path(absolute: `/${string}`): string {
  return base.replace(/\/$/, '') + absolute;
}
