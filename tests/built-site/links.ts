/** What a built site's links lead to. Pure: the site as data in, one sentence for each fault out. */
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { selectAll } from 'hast-util-select';
import { addressOf, pageFiles, type BuiltSite } from './read.ts';

/** Attributes that name another resource, by the elements that have them. */
const LINKS: Record<string, string> = {
  'a[href], area[href], link[href], use[href]': 'href',
  'img[src], script[src], source[src], iframe[src], audio[src], video[src]': 'src',
  'form[action]': 'action',
};

interface Page {
  address: string;
  anchors: Set<string>;
  links: { to: string; byPerson: boolean }[];
}

const property = (element: Element, name: string): string => {
  const value = element.properties[name];
  return typeof value === 'string' ? value : '';
};

function readPage(address: string, html: string): Page {
  const tree: Root = fromHtml(html);
  const anchors = selectAll('[id]', tree).map((element) => property(element, 'id'));
  const links = Object.entries(LINKS).flatMap(([selector, name]) =>
    selectAll(selector, tree).map((element) => ({
      to: property(element, name),
      byPerson: element.tagName === 'a' || element.tagName === 'area',
    })),
  );
  return { address, anchors: new Set(anchors), links };
}

const idsOf = (text: string): Set<string> =>
  new Set([...text.matchAll(/\bid="([^"]+)"/g)].map((match) => match[1] ?? ''));

export interface Links {
  /** One sentence for each fault, however many links share it. */
  broken: string[];
  orphans: string[];
  /** How many internal links were followed: none means that nothing was tested. */
  followed: number;
}

/** @param origin public address of the site; links to it are internal too */
export function checkLinks(site: BuiltSite, origin: string): Links {
  const pages = new Map<string, Page>();
  for (const file of pageFiles(site)) pages.set(file, readPage(addressOf(file), site.get(file) ?? ''));

  const fileAt = (path: string): string | undefined => {
    const file = decodeURIComponent(path.slice(1));
    return [file.endsWith('/') || file === '' ? `${file}index.html` : file].find((name) => site.has(name));
  };
  const anchorsOf = (file: string): Set<string> => pages.get(file)?.anchors ?? idsOf(site.get(file) ?? '');

  const faults = new Map<string, string[]>();
  const blame = (page: Page, fault: string): void => {
    faults.set(fault, [...(faults.get(fault) ?? []), page.address]);
  };
  const reached = new Map<string, Set<string>>();
  let followed = 0;
  for (const [from, page] of pages) {
    reached.set(from, new Set());
    for (const { to, byPerson } of page.links) {
      const url = URL.canParse(to, origin + page.address) ? new URL(to, origin + page.address) : null;
      if (url === null) blame(page, `«${to}» is not an address.`);
      if (url?.origin !== new URL(origin).origin) continue;
      followed += 1;
      const file = fileAt(url.pathname);
      if (file === undefined) {
        const slash = fileAt(url.pathname + '/') ? ' (the address of a page ends with /)' : '';
        blame(page, `${to} leads to nothing${slash}.`);
        continue;
      }
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (anchor !== '' && anchor !== 'top' && !anchor.startsWith(':~:') && !anchorsOf(file).has(anchor)) {
        blame(page, `${to} leads to a place that ${addressOf(file)} does not have.`);
      }
      if (byPerson) reached.get(from)?.add(file);
    }
  }

  const seen = new Set(['index.html', '404.html']);
  for (const file of seen) for (const next of reached.get(file) ?? []) seen.add(next);
  const orphans = [...pages.keys()].filter((file) => !seen.has(file)).map(addressOf);
  const broken = [...faults].map(
    ([fault, on]) => `${fault} ${on.length} on ${[...new Set(on)].slice(0, 3).join(', ')}`,
  );
  return { broken, orphans, followed };
}
