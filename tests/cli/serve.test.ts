import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeManifest } from '../../src/cli/release.ts';
import { serve } from '../../src/cli/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'tra-pari-serve-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

mkdirSync(join(folder, '.well-known'));
mkdirSync(join(folder, '_astro'));
writeFileSync(join(folder, 'index.html'), '<p>casa');
writeFileSync(join(folder, '404.html'), '<p>manca');
writeFileSync(join(folder, '.well-known/security.txt'), 'Contact: …');
writeFileSync(join(folder, '_astro/a.js'), '');
writeFileSync(
  join(folder, '_headers'),
  '/*\n  X-A: every\n/.well-known/security.txt\n  Content-Type: text/plain; charset=utf-8\n/_astro/*.js\n  Cache-Control: immutable\n',
);
await writeManifest(folder);

test.each(['/', '/kb'])('a site at %s is served with the headers of its own file', async (base) => {
  const { address } = await serve(folder, { port: 0, base });
  const get = async (path: string) => {
    const { status, headers } = await fetch(new URL(path, address));
    return [status, headers.get('x-a'), headers.get('content-type'), headers.get('cache-control')];
  };
  expect(await get('')).toEqual([200, 'every', 'text/html;charset=utf-8', null]);
  expect(await get('.well-known/security.txt')).toEqual([200, 'every', 'text/plain; charset=utf-8', null]);
  expect(await get('_astro/a.js')).toEqual([200, 'every', 'text/javascript', 'immutable']);
  // nothing that is missing is kept for good
  expect(await get('_astro/b.js')).toEqual([404, 'every', 'text/html;charset=utf-8', null]);
});
