import { readFile, writeFile } from 'node:fs/promises';
import { basename, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { PurgeCSS } from 'purgecss';
import { filesUnder } from './files-under.ts';

/**
 * The stylesheet without the rules that neither `markup` nor `scripts` can use.
 * Rules about focus always stay: PurgeCSS takes `:focus:not(…)` for dead, which costs the keyboard ring.
 */
export async function purge(css: string, markup: string, scripts: readonly string[]): Promise<string> {
  const [result] = await new PurgeCSS().purge({
    content: [{ raw: markup, extension: 'html' }, ...scripts.map((raw) => ({ raw, extension: 'js' }))],
    css: [{ raw: css }],
    safelist: { greedy: [/focus/] },
    keyframes: true,
  });
  return result?.css ?? css;
}

/** The opening tags of a page: all that a selector can match, and the same few hundred on every page. */
export function openingTags(page: string): string[] {
  return page.match(/<[a-z][^>]*>/gi) ?? [];
}

export function purgeStyles(): AstroIntegration {
  let assets = '_astro';
  return {
    name: 'purge-styles',
    hooks: {
      'astro:config:done': ({ config }) => {
        assets = config.build.assets;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const files = await filesUnder(fileURLToPath(dir));
        // what others put into the output (the search's own files) is theirs
        const ours = files.filter((file) => file.includes(`${sep}${assets}${sep}`));

        const tags = new Set<string>();
        for (const file of files.filter((name) => name.endsWith('.html'))) {
          for (const tag of openingTags(await readFile(file, 'utf8'))) tags.add(tag);
        }
        const markup = [...tags].sort().join('\n');
        const scripts: string[] = [];
        for (const file of ours.filter((name) => name.endsWith('.js'))) {
          scripts.push(await readFile(file, 'utf8'));
        }

        for (const file of ours.filter((name) => name.endsWith('.css'))) {
          const before = await readFile(file, 'utf8');
          const after = await purge(before, markup, scripts);
          await writeFile(file, after);
          logger.info(`${basename(file)}: ${before.length} → ${after.length} bytes`);
        }
      },
    },
  };
}
