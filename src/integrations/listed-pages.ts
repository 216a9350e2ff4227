import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Whether a page may be found: one that asks search engines to stay away has no place in the site map either. */
export const mayBeListed = (page: string): boolean => !page.includes('<meta name="robots" content="noindex"');

/** The filter of the site map, which reads the built pages; the integration tells it where they are. */
export function listedPages(): { integration: AstroIntegration; isListed: (address: string) => boolean } {
  let output = '';
  let base = '/';
  return {
    integration: {
      name: 'listed-pages',
      hooks: {
        'astro:config:done': ({ config }) => {
          output = fileURLToPath(config.outDir);
          base = config.base;
        },
      },
    },
    isListed: (address) => {
      const path = decodeURIComponent(new URL(address).pathname).slice(base.replace(/\/$/, '').length);
      const file = join(output, path, 'index.html');
      return existsSync(file) && mayBeListed(readFileSync(file, 'utf8'));
    },
  };
}
