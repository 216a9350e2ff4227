/** Where an address on a page of the site leads. */
export type Destination =
  | { kind: 'inside'; path: string; anchor: string }
  /** Another site, or no page at all: a mailbox, a telephone. */
  | { kind: 'outside' }
  /** On this host, but out of the folder of the site, and written as one of ours. */
  | { kind: 'astray' }
  | { kind: 'invalid' };

/**
 * Takes addresses apart: `destinationIn(where)(address, page)` gives the path from the root of the site, without the
 * base path. Addresses that mean the same on every page are taken apart once.
 */
export function destinationIn(where: {
  site: string;
  base: string;
}): (address: string, page: string) => Destination {
  const folder = where.base.replace(/\/$/, '');
  const { origin } = new URL(where.site);
  const known = new Map<string, Destination>();
  const resolve = (address: string, page: string): Destination => {
    const from = origin + folder + page;
    if (!URL.canParse(address, from)) return { kind: 'invalid' };
    const url = new URL(address, from);
    if (url.origin !== origin) return { kind: 'outside' };
    if (!`${url.pathname}/`.startsWith(`${folder}/`))
      return { kind: /^https?:/i.test(address) ? 'outside' : 'astray' };
    try {
      const path = decodeURIComponent(url.pathname.slice(folder.length)) || '/';
      return { kind: 'inside', path, anchor: decodeURIComponent(url.hash.slice(1)) };
    } catch {
      return { kind: 'invalid' };
    }
  };
  return (address, page) => {
    if (!/^(?:\/|[a-z][a-z\d+.-]*:)/i.test(address)) return resolve(address, page);
    const before = known.get(address);
    if (before) return before;
    const found = resolve(address, page);
    known.set(address, found);
    return found;
  };
}
