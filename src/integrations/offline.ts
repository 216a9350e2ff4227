import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { offlineWorker, type Precached } from './offline-worker.ts';

/** The pages that work without a network, below the root of the site. */
const offlinePages = ['sessioni/conduci/', 'sessioni/pianifica/', 'sessioni/stampa/'];

/** Where the worker is published: it answers for the folder in which it stands. */
const workerFile = 'sessioni/sw.js';

interface Loaded {
  /** Files below the root of the site that the pages load at once. */
  needed: string[];
  /** Files that they load at a press. */
  extra: string[];
}

/** What pages load, by their built files: the files that they name, and what those import and name in turn. */
export async function loadedBy(
  pages: readonly string[],
  base: string,
  read: (file: string) => Promise<string>,
): Promise<Loaded> {
  const needed = new Set<string>();
  const later = new Set<string>();
  for (const page of pages)
    for (const file of filesIn(await read(`${page}index.html`), base)) await follow(file, needed);
  const extra = new Set<string>();
  for (const file of later) await follow(file, extra);
  return { needed: [...needed].sort(), extra: [...extra].filter((file) => !needed.has(file)).sort() };

  /** A set goes on with what is put into it while it is walked. */
  async function follow(file: string, found: Set<string>): Promise<void> {
    if (found.has(file)) return;
    found.add(file);
    if (file.endsWith('.js')) {
      const { now, atPress } = importsOf(await read(file), file, base);
      for (const other of atPress) later.add(other);
      for (const other of now) await follow(other, found);
    }
    // letters that a page may need, fetched when one of them is on it
    if (file.endsWith('.css')) for (const other of urlsIn(await read(file), file, base)) later.add(other);
  }
}

/** Scripts, styles, fonts and the icon that a page names; not other pages. */
function filesIn(page: string, base: string): string[] {
  const tags = page.match(/<(?:link|script)\b[^>]*>/g) ?? [];
  return tags.flatMap((tag) => {
    if (!/^<script|\srel="(?:stylesheet|preload|modulepreload|icon)"/.test(tag)) return [];
    const [, address] = /\s(?:src|href)="([^"]+)"/.exec(tag) ?? [];
    return address === undefined ? [] : [fileOf(address, '', base)];
  });
}

/** What a built script imports at once and at a press. */
export function importsOf(script: string, file: string, base: string): { now: string[]; atPress: string[] } {
  const found = (pattern: RegExp): string[] =>
    [...script.matchAll(pattern)].map(([, address = '']) => fileOf(address, file, base));
  return {
    now: found(/(?:\bfrom|\bimport)\s*["']((?:\.{1,2})?\/[^"'`]+\.js)["']/g),
    atPress: found(/\bimport\(\s*["'`]((?:\.{1,2})?\/[^"'`]+\.js)["'`]\s*\)/g),
  };
}

const urlsIn = (style: string, file: string, base: string): string[] =>
  [...style.matchAll(/url\(["']?((?:\.{0,2})?\/[^"')]+\.woff2)["']?\)/g)].map(([, address = '']) =>
    fileOf(address, file, base),
  );

/** The file of an address that stands in a file of the site. */
function fileOf(address: string, inFile: string, base: string): string {
  if (address.startsWith(base)) return address.slice(base.length);
  if (address.startsWith('/')) throw new Error(`${inFile}: «${address}» is outside the site.`);
  return posix.normalize(posix.join(posix.dirname(inFile), address));
}

/** Publishes the worker that keeps the pages of sessions, with the list of what it keeps. */
export function offline(): AstroIntegration {
  let base = '/';
  return {
    name: 'offline',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = `/${config.base.replace(/^\/|\/$/g, '')}/`.replace('//', '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const read = (file: string): Promise<string> => readFile(join(folder, file), 'utf8');
        const pages = offlinePages.filter((page) => existsSync(join(folder, page, 'index.html')));
        const { needed, extra } = await loadedBy(pages, base, read);
        const files = [...pages.map((page) => `${page}index.html`), ...needed, ...extra];
        const digests = await Promise.all(
          files.map(async (file) => `${hash('sha256', await readFile(join(folder, file)))}  ${file}\n`),
        );
        const addresses = (list: readonly string[]): string[] => list.map((file) => base + file);
        const precached: Precached = {
          release: hash('sha256', digests.join('')).slice(0, 16),
          base,
          pages: addresses(pages),
          needed: addresses([...pages, ...needed]),
          extra: addresses(extra),
        };
        const script = `(${offlineWorker.toString()})(${JSON.stringify(precached)});\n`;
        await writeFile(join(folder, workerFile), script);
        logger.info(`${workerFile}: ${needed.length} + ${extra.length} file`);
      },
    },
  };
}
