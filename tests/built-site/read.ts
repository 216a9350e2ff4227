import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf } from '../../src/checks/output/site.ts';

/** The pages of a built site: path from its root, with `/`, to their text. */
export type BuiltSite = ReadonlyMap<string, string>;

export function readSite(folder: string): BuiltSite {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    files
      .filter((file) => file.endsWith('.html'))
      .map((file) => [file.replaceAll('\\', '/'), readFileSync(join(folder, file), 'utf8')]),
  );
}

const isRedirect = (html: string): boolean => /<meta[^>]+http-equiv=["']?refresh/i.test(html);

/** Files of the pages people read; the ones that only send elsewhere are left out. */
export function pageFiles(site: BuiltSite): string[] {
  return [...site]
    .filter(([, html]) => !isRedirect(html))
    .map(([file]) => file)
    .sort((one, other) => (addressOf(one) < addressOf(other) ? -1 : 1));
}

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
