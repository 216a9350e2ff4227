import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import type { AstroIntegration } from 'astro';

/** Ready-made interfaces that Pagefind writes beside its index: ours is in apps/search. */
const unused = /^pagefind-(ui|modular-ui|component-ui|highlight)\./;

/** What stands on the pages but is not their text: words kept as data, note numbers, tags, verdicts on the sheet, lists of sources. */
const excludeSelectors = [
  '[data-pagefind-meta="words"]',
  '[data-pagefind-meta="also"]',
  'sup.note',
  '.fact-report',
  '.area-tag',
  '.proof',
  '.refs',
];

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
          const work = await mkdtemp(join(cacheFolder, 'new-'));
          await rename(await writeIndex(output, work), kept);
          await rm(work, { recursive: true });
        }
        await cp(kept, join(output, 'pagefind'), { recursive: true });
      },
    },
  };
}

const cells = /<\/(?:d[td]|t[dh]|label|summary|small)>|(?=<small\b)/g;

/** Of «l'acqua» Pagefind also keeps «acqua», but only where the apostrophe is the straight one. The pages print the other. */
const elisions = /(?<=\p{L})’(?=\p{L})/gu;

const isReadWhole = /<main[^>]* data-pagefind-body/;

/**
 * The page as Pagefind should read it. The built HTML has no space between `</dt>` and `<dd>`, and Pagefind would read
 * the two as one word; apostrophes are put straight, and curled again by who reads the index; of a page that is found by its title alone, the heading is read too.
 */
export function readable(page: string): string {
  const text = page.replace(cells, '$& ').replace(elisions, "'");
  return isReadWhole.test(text) ? text : text.replace(/<h1\b/, '$& data-pagefind-body');
}

async function* searchedPages(site: string): AsyncGenerator<{ name: string; text: string }> {
  const entries = await readdir(site, { recursive: true });
  for (const name of entries.filter((entry) => entry.endsWith('.html')).sort()) {
    const page = await readFile(join(site, name), 'utf8');
    if (page.includes('data-pagefind-body')) yield { name, text: readable(page) };
  }
}

/** Makes the index in a folder of its own, because a Pagefind whose build was killed may still be writing in the last one. */
async function writeIndex(site: string, work: string): Promise<string> {
  const [pages, target] = [join(work, 'pages'), join(work, 'index')];
  let count = 0;
  for await (const { name, text } of searchedPages(site)) {
    await mkdir(dirname(join(pages, name)), { recursive: true });
    await writeFile(join(pages, name), text);
    count += 1;
  }
  if (count === 0) throw new Error('Nessuna pagina è fatta per la ricerca: l’indice sarebbe vuoto.');
  await runPagefind(['--site', pages, '--output-path', target]);
  for (const name of await readdir(target)) if (unused.test(name)) await rm(join(target, name));
  return target;
}

/**
 * Pagefind as a program, which has an end and an exit code: its functions never answer when what they started dies,
 * and Node then ends in the middle of the build.
 */
async function runPagefind(words: readonly string[]): Promise<void> {
  const options = excludeSelectors.flatMap((selector) => ['--exclude-selectors', selector]);
  let said = '';
  const { promise: end, resolve, reject } = Promise.withResolvers<number | null>();
  try {
    const child = spawn(
      await pagefindProgram(),
      ['--quiet', '--force-language', 'it', ...options, ...words],
      {
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
      },
    );
    process.once('exit', () => child.kill('SIGKILL'));
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text: Buffer) => (said += text.toString()));
    child.on('error', reject).on('close', resolve);
    const code = await end;
    if (code !== 0) throw new Error(`uscita ${String(code)}`);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Pagefind, che fa l’indice della ricerca, non funziona: ${`${reason} ${stripVTControlCharacters(said)}`.replace(/\s+/g, ' ').trim()}. Se il disco ha spazio, prova con «npm ci».`,
      { cause: error },
    );
  }
}

/** The program for this platform, as Pagefind itself finds it. */
async function pagefindProgram(): Promise<string> {
  const finder = (await import(new URL('resolveBinary.js', import.meta.resolve('pagefind')).href)) as {
    resolveBinaryPath: (names: readonly string[]) => string;
  };
  return finder.resolveBinaryPath(['pagefind_extended', 'pagefind']);
}

async function digestOfPages(site: string): Promise<string> {
  const hash = createHash('sha256').update(excludeSelectors.join('\0'));
  for await (const { name, text } of searchedPages(site)) hash.update(name).update('\0').update(text);
  return hash.digest('hex').slice(0, 32);
}
