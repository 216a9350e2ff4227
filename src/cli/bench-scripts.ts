import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Row } from './bench-search.ts';

/** The scripts of a page, by the name of their file: those it loads by itself, and those that wait for a press. */
export interface PageScripts {
  atOnce: ReadonlyMap<string, number>;
  onDemand: ReadonlyMap<string, number>;
}

/** A page that is read, and the tools beside it. `*` stands for the first folder there is. */
const pages = [
  ['scheda', 'pratiche/*/index.html'],
  ['confronto', 'confronta/index.html'],
  ['adatta', 'pratiche/*/adatta/index.html'],
  ['quaderno', 'quaderno/index.html'],
  ['foglio di una pagina', 'foglio/index.html'],
  ['pianificatore', 'sessioni/pianifica/index.html'],
  ['sessione in aula', 'sessioni/conduci/index.html'],
] as const;

/** How heavy the scripts of a built site are, packed, page by page. */
export async function weighScripts(folder: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [name, pattern] of pages) {
    const { atOnce, onDemand } = await scriptsOf(join(folder, await filled(folder, pattern)));
    rows.push([`script, ${name}: caricati da soli, KB`, kilobytes(atOnce)]);
    rows.push([`script, ${name}: a richiesta, KB`, kilobytes(onDemand)]);
  }
  return rows;
}

async function filled(folder: string, pattern: string): Promise<string> {
  const [before, after] = pattern.split('*');
  if (before === undefined || after === undefined) return pattern;
  const folders = await readdir(join(folder, before), { withFileTypes: true });
  const [first] = folders.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return before + (first ?? '') + after;
}

/**
 * Follows the scripts of a page from one to the next, as a browser would. Sizes in bytes, packed with gzip.
 * @param page path of its `.html` file in a built site
 */
export async function scriptsOf(page: string): Promise<PageScripts> {
  const html = await readFile(page, 'utf8');
  const named = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+\.js)"/g)].map(([, src = '']) => src);
  const root = await siteRoot(dirname(page));
  const [atOnce, onDemand] = [new Map<string, number>(), new Map<string, number>()];
  const later: string[] = [];
  const follow = async (file: string, into: Map<string, number>): Promise<void> => {
    const name = basename(file);
    if (atOnce.has(name) || into.has(name)) return;
    const text = await readFile(file, 'utf8');
    into.set(name, gzipSync(text, { level: 9 }).length);
    for (const [, next = ''] of text.matchAll(/(?:\bfrom|\bimport)\s*["'`](\.\/[^"'`]+\.js)["'`]/g))
      await follow(join(dirname(file), next), into);
    for (const [, next = ''] of text.matchAll(/\bimport\(\s*["'`](\.\/[^"'`]+\.js)["'`]/g))
      later.push(join(dirname(file), next));
  };
  for (const src of named) await follow(join(root, '_astro', basename(src)), atOnce);
  for (let next = later.pop(); next; next = later.pop()) await follow(next, onDemand);
  return { atOnce, onDemand };
}

/** The folder that holds `_astro`, at or above this one. */
async function siteRoot(folder: string): Promise<string> {
  if ((await readdir(folder)).includes('_astro')) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('the page is in no built site');
  return siteRoot(above);
}

const kilobytes = (scripts: ReadonlyMap<string, number>): string =>
  ([...scripts.values()].reduce((sum, bytes) => sum + bytes, 0) / 1000).toFixed(1);
