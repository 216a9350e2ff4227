import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentSecurityHeader } from '../security-policy.ts';
import { site } from '../site.ts';

/** The file of headers with the policy among those of every page. */
export function withPolicy(headers: string, policy: string): string {
  const everyPage = /^\/\*\n/m;
  if (!everyPage.test(headers)) throw new Error('public/_headers has no block for every page (/*).');
  return headers.replace(everyPage, (start) => `${start}  Content-Security-Policy: ${policy}\n`);
}

/** Writes the Content-Security-Policy beside the other headers, for the hosts that read `_headers`. */
export function securityPolicy(): AstroIntegration {
  let address: string = site.defaultUrl;
  return {
    name: 'security-policy',
    hooks: {
      'astro:config:done': ({ config }) => {
        address = config.site ?? address;
      },
      'astro:build:done': async ({ dir }) => {
        const headers = fileURLToPath(new URL('_headers', dir));
        await writeFile(headers, withPolicy(await readFile(headers, 'utf8'), contentSecurityHeader(address)));
      },
    },
  };
}
