import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesUnder } from './files-under.ts';

/** What the pages may load: their own files, and the styles written in them (Astro declares its fonts so). */
export function policyFor(inlineStyles: Iterable<string>): string {
  const hashes = [...new Set(inlineStyles)]
    .map((style) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`)
    .sort();
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'", // the search engine is WebAssembly
    ["style-src 'self'", ...hashes].join(' '),
    "img-src 'self' data:", // Bootstrap Italia draws its arrows so
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export const inlineStylesOf = (page: string): string[] =>
  [...page.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map(([, style]) => style ?? '');

/** The file of headers with the policy among those of every page. */
export function withPolicy(headers: string, policy: string): string {
  const everyPage = /^\/\*\n/m;
  if (!everyPage.test(headers)) throw new Error('public/_headers has no block for every page (/*).');
  return headers.replace(everyPage, (start) => `${start}  Content-Security-Policy: ${policy}\n`);
}

/** Writes the Content-Security-Policy beside the other headers, for the hosts that read `_headers`. */
export function securityPolicy(): AstroIntegration {
  return {
    name: 'security-policy',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const output = fileURLToPath(dir);
        const styles = new Set<string>();
        for (const file of (await filesUnder(output)).filter((name) => name.endsWith('.html')))
          for (const style of inlineStylesOf(await readFile(file, 'utf8'))) styles.add(style);
        const headers = join(output, '_headers');
        await writeFile(headers, withPolicy(await readFile(headers, 'utf8'), policyFor(styles)));
      },
    },
  };
}
