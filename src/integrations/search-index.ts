import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

/** Ready-made interfaces that Pagefind writes beside its index: ours is in apps/search. */
const unused = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/** What stands on the pages but is not their text: words kept as data, note numbers, tags, verdicts on the sheet, lists of sources. */
const excludeSelectors = ['[data-pagefind-meta="words"]', 'sup.note', '.area-tag', '.proof', '.refs'];

/**
 * Indexes the built pages. An index that failed or is empty stops the build: a search that finds nothing
 * would look like an empty base. The index of the same pages is kept, because making it costs more than the pages.
 */
export function searchIndex(): AstroIntegration {
  let cacheFolder = '';
  return {
    name: 'search-index',
    hooks: {
      'astro:config:done': ({ config }) => {
        cacheFolder = join(fileURLToPath(config.cacheDir), 'search-index');
      },
      'astro:build:done': async ({ dir }) => {
        const output = fileURLToPath(dir);
        const kept = join(cacheFolder, await digestOfPages(output));
        if (!existsSync(kept)) {
          await rm(cacheFolder, { recursive: true, force: true });
          await mkdir(cacheFolder, { recursive: true });
          const fresh = `${kept}.new`;
          await writeIndex(output, fresh);
          await rename(fresh, kept);
        }
        await cp(kept, join(output, 'pagefind'), { recursive: true });
      },
    },
  };
}

const cells = /<\/(?:d[td]|t[dh]|label|summary|small)>|(?=<small\b)/g;

/** The built HTML has no space between `</dt>` and `<dd>`, and Pagefind would read the two as one word. */
export const setApart = (page: string): string => page.replace(cells, '$& ');

async function* searchedPages(site: string): AsyncGenerator<{ name: string; text: string }> {
  const entries = await readdir(site, { recursive: true });
  for (const name of entries.filter((entry) => entry.endsWith('.html')).sort()) {
    const page = await readFile(join(site, name), 'utf8');
    if (page.includes('data-pagefind-body')) yield { name, text: setApart(page) };
  }
}

async function writeIndex(site: string, target: string): Promise<void> {
  const pages = `${target}.pages`;
  for await (const { name, text } of searchedPages(site)) {
    await mkdir(dirname(join(pages, name)), { recursive: true });
    await writeFile(join(pages, name), text);
  }
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'it', excludeSelectors });
  if (!index) throw new Error(`L’indice della ricerca non parte: ${errors.join('; ')}`);
  try {
    const added = await index.addDirectory({ path: pages });
    if (added.errors.length > 0 || added.page_count === 0)
      throw new Error(`L’indice della ricerca è vuoto: ${added.errors.join('; ')}`);
    const written = await index.writeFiles({ outputPath: target });
    if (written.errors.length > 0)
      throw new Error(`L’indice della ricerca non si scrive: ${written.errors.join('; ')}`);
  } finally {
    await pagefind.close();
    await rm(pages, { recursive: true, force: true });
  }
  for (const name of await readdir(target)) if (unused.test(name)) await rm(join(target, name));
}

async function digestOfPages(site: string): Promise<string> {
  const hash = createHash('sha256').update(excludeSelectors.join('\0'));
  for await (const { name, text } of searchedPages(site)) hash.update(name).update('\0').update(text);
  return hash.digest('hex').slice(0, 32);
}
