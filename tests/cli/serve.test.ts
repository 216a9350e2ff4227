import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { StoppedError } from '../../src/cli/command.ts';
import { writeManifest } from '../../src/cli/release.ts';
import { ensurePort, serve } from '../../src/cli/serve.ts';

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

const addresses = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
const outer = addresses.filter(({ internal, family }) => !internal && family === 'IPv4');
const hasNewer = addresses.some(({ address }) => address === '::1');

test('this machine alone is answered, by both of its names', async () => {
  const { address, close } = await serve(folder, { port: 0, base: '/' });
  const { port } = new URL(address);
  const answers = async (host: string) => (await fetch(`http://${host}:${port}/`)).status;
  try {
    expect(await answers('localhost')).toBe(200);
    expect(await answers('127.0.0.1')).toBe(200);
    if (hasNewer) expect(await answers('[::1]')).toBe(200);
    for (const { address: host } of outer) await expect(answers(host)).rejects.toThrow();
  } finally {
    await close();
  }
  await expect(answers('localhost')).rejects.toThrow();
});

test.each(['127.0.0.1', ...(hasNewer ? ['::1'] : [])])(
  'a port that another program has at %s is said to be busy',
  async (host) => {
    const other = createServer();
    const port = await new Promise<number>((done) => {
      other.listen(0, host, () => done((other.address() as { port: number }).port));
    });
    await expect(ensurePort(port)).rejects.toThrow(StoppedError);
    await expect(serve(folder, { port, base: '/' })).rejects.toThrow(`La porta ${port} è già occupata`);
    await new Promise((done) => other.close(done));
    await ensurePort(port);
  },
);
