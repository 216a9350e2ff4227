import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';

/** Ready-made interfaces that Pagefind writes beside its index: ours is in apps/search. */
const unused = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/** What is on the pages but is no text of theirs: words kept as data, note numbers, area tags, lists of sources. */
const excludeSelectors = ['[data-pagefind-meta="words"]', 'sup.note', '.area-tag', '.refs'];

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

async function writeIndex(site: string, target: string): Promise<void> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'it', excludeSelectors });
  if (!index) throw new Error(`L’indice della ricerca non parte: ${errors.join('; ')}`);
  try {
    const added = await index.addDirectory({ path: site });
    if (added.errors.length > 0 || added.page_count === 0)
      throw new Error(`L’indice della ricerca è vuoto: ${added.errors.join('; ')}`);
    const written = await index.writeFiles({ outputPath: target });
    if (written.errors.length > 0)
      throw new Error(`L’indice della ricerca non si scrive: ${written.errors.join('; ')}`);
  } finally {
    await pagefind.close();
  }
  for (const name of await readdir(target)) if (unused.test(name)) await rm(join(target, name));
}

async function digestOfPages(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true });
  const hash = createHash('sha256').update(excludeSelectors.join('\0'));
  for (const name of entries.filter((entry) => entry.endsWith('.html')).sort()) {
    hash
      .update(name)
      .update('\0')
      .update(await readFile(join(folder, name)));
  }
  return hash.digest('hex').slice(0, 32);
}
