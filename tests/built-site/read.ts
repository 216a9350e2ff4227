import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A built site as data: path from its root, with `/`, to what text files say; other files hold null. */
export type BuiltSite = ReadonlyMap<string, string | null>;

const TEXT = /\.(html|svg|xml|css)$/;

export function readSite(folder: string): BuiltSite {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const text = TEXT.test(entry.name) ? readFileSync(path, 'utf8') : null;
      return [relative(folder, path).replaceAll('\\', '/'), text];
    }),
  );
}

const isRedirect = (html: string): boolean => /<meta[^>]+http-equiv=["']?refresh/i.test(html);

/** Files of the pages people read; the ones that only send elsewhere are left out. */
export function pageFiles(site: BuiltSite): string[] {
  return [...site]
    .filter(([file, html]) => file.endsWith('.html') && html !== null && !isRedirect(html))
    .map(([file]) => file)
    .sort((one, other) => (addressOf(one) < addressOf(other) ? -1 : 1));
}

export const addressOf = (file: string): string => '/' + file.replace(/(^|\/)index\.html$/, '$1');

/**
 * One page of each type: pages of the same section and depth are made by the same template,
 * so the home, every list and the first entry of every list stand for all.
 */
export function onePageOfEachType(site: BuiltSite): string[] {
  const types = new Map<string, string>();
  for (const address of pageFiles(site).map(addressOf)) {
    const parts = address.split('/').filter(Boolean);
    const type = `${parts[0] ?? ''}/${String(parts.length)}`;
    if (!types.has(type)) types.set(type, address);
  }
  return [...types.values()].sort();
}
