import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { componentsInBrowser } from './src/integrations/components-in-browser.ts';
import { listedPages } from './src/integrations/listed-pages.ts';
import { offline } from './src/integrations/offline.ts';
import { plainImports } from './src/integrations/plain-imports.ts';
import { purgeStyles } from './src/integrations/purge-styles.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { securityPolicy } from './src/integrations/security-policy.ts';
import { site } from './src/site.ts';

const listed = listedPages();

export default defineConfig({
  site: process.env.SITE_URL || site.defaultUrl,
  base: process.env.BASE_PATH || '/',
  trailingSlash: 'always',
  build: { format: 'directory', inlineStylesheets: 'never' },
  server: { port: 4321 },
  prefetch: false,
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false },
  integrations: [
    mdx(),
    componentsInBrowser(),
    listed.integration,
    sitemap({ filter: listed.isListed }),
    purgeStyles(),
    offline(),
    searchIndex(),
    securityPolicy(),
  ],
  vite: {
    plugins: [plainImports()],
    resolve: {
      alias: {
        // the copy for browsers decodes «&egrave;» through innerHTML, which the policy of the site forbids
        'decode-named-character-reference': fileURLToPath(
          new URL('node_modules/decode-named-character-reference/index.js', import.meta.url),
        ),
      },
    },
    build: { assetsInlineLimit: 0 },
    css: {
      preprocessorOptions: {
        scss: {
          loadPaths: ['node_modules'],
          quietDeps: true,
          // Bootstrap Italia 2 is written for Sass before modules; _bootstrap-italia.scss has to @import it
          silenceDeprecations: ['import', 'global-builtin', 'color-functions', 'if-function', 'slash-div'],
        },
      },
    },
  },
});
