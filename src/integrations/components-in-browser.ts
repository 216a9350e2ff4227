import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration, ViteUserConfig } from 'astro';

type Plugin = NonNullable<ViteUserConfig['plugins']>[number];

/** What Astro's compiler is asked here; its own types are those of a package that is not ours. */
interface Compiler {
  transform(source: string, options: Record<string, unknown>): { code: string; css: unknown[] };
}

/** What a component is called once it is compiled: a name that neither Astro nor a file has. */
const compiledName = /^\0browser:(.+)\.js$/;
const compiledId = (component: string): string => `\0browser:${component}.js`;

/** The one app that shows components; everywhere else in a browser they stay what Astro makes of them, nothing. */
const mayShow = (importer: string): boolean => /\/src\/(?:apps\/preview|components)\/.+\.ts$/.test(importer);

/**
 * Compiles components for the browser too, so that what shows a sheet before it is published is what will publish it.
 * Astro compiles them for the place where pages are made and puts nothing in the place of those a script imports.
 * Their own scripts stay out.
 */
export function componentsInBrowser(): AstroIntegration {
  let [root, compact]: [string, unknown] = ['', true];
  const plugin: Plugin = {
    name: 'components-in-browser',
    enforce: 'pre',
    applyToEnvironment: ({ name }) => name === 'client',
    async resolveId(source, importer, options) {
      const component = importer === undefined ? undefined : compiledName.exec(importer)?.[1];
      const from = component ?? importer?.replace(/[?#].*$/, '');
      if (from !== undefined && /^\.{1,2}\/.*\.astro$/.test(source) && (component ?? mayShow(from)))
        return compiledId(resolve(dirname(from), source));
      // what is compiled is no file, and Vite looks for its imports beside the file
      return component === undefined ? null : this.resolve(source, component, { ...options, skipSelf: true });
    },
    load: {
      filter: { id: compiledName },
      async handler(id) {
        const file = compiledName.exec(id)?.[1] ?? '';
        this.addWatchFile(file);
        const { transform } = await compilerOfAstro();
        const { code, css } = transform(await readFile(file, 'utf8'), {
          compact,
          // it is written into the result, which everybody may read
          filename: file.slice(root.length - 1),
          internalURL: 'astro/compiler-runtime',
          resultScopedSlot: true,
          resolvePath: (specifier: string) => specifier,
        });
        if (css.length > 0) throw new Error(`${file} has styles of its own, which a preview would lack.`);
        return { code, map: null };
      },
    },
  };
  return {
    name: 'components-in-browser',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        // while developing, what Vite meets late makes it load the page again
        const runtime = ['astro/compiler-runtime', 'astro/runtime/server/index.js'];
        updateConfig({ vite: { plugins: [plugin], optimizeDeps: { include: runtime } } });
      },
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        compact = config.compressHTML;
      },
    },
  };
}

/** The very compiler that makes the pages: it is Astro's dependency, so it is asked of Astro. */
async function compilerOfAstro(): Promise<Compiler> {
  const ofAstro = createRequire(createRequire(import.meta.url).resolve('astro/package.json'));
  return (await import(pathToFileURL(ofAstro.resolve('@astrojs/compiler-rs')).href)) as Compiler;
}
