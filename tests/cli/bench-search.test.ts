import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { get, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { afterAll, expect, test, vi } from 'vitest';
import { serveOnLine } from '../../src/cli/bench-line.ts';
import { measureSearch, median } from '../../src/cli/bench-search.ts';
import { writeManifest } from '../../src/cli/release.ts';

const folder = mkdtempSync(join(tmpdir(), 'tra-pari-line-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const page = `<p>${'casa '.repeat(2000)}`;
const packed = gzipSync('indice');
mkdirSync(join(folder, 'pagefind'));
writeFileSync(join(folder, 'index.html'), page);
writeFileSync(join(folder, '404.html'), '<p>manca');
writeFileSync(join(folder, 'pagefind/it.pf_index'), packed);
await writeManifest(folder);

/** As it comes, without unpacking. */
async function ask(
  address: string,
): Promise<{ status?: number | undefined; headers: IncomingHttpHeaders; body: Buffer }> {
  const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<typeof ask>>>();
  get(address, (response) => {
    const { statusCode: status, headers } = response;
    buffer(response).then((body) => resolve({ status, headers, body }), reject);
  }).on('error', reject);
  return promise;
}

const fast = { roundTrip: 1, bitsPerSecond: 1e9 };

test('texts travel compressed and are counted so; what is compressed already stays as it is', async () => {
  const site = await serveOnLine(folder, fast);
  try {
    const text = await ask(`${site.address}/?q=casa`);
    expect(text.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(text.body).toString()).toBe(page);
    const index = await ask(`${site.address}/pagefind/it.pf_index`);
    expect(index.headers['content-encoding']).toBeUndefined();
    expect(index.body.equals(packed)).toBe(true);
    expect((await ask(`${site.address}/altro/`)).status).toBe(404);
    await site.quiet();
    const counted = Map.groupBy(site.passed, ({ path }) => path);
    const bytes = (path: string) => (counted.get(path) ?? []).reduce((sum, part) => sum + part.bytes, 0);
    expect(bytes('/')).toBe(text.body.length);
    expect(bytes('/pagefind/it.pf_index')).toBe(packed.length);
  } finally {
    await site.close();
  }
});

test('two answers share the line: neither waits for the end of the other', async () => {
  const [one, other] = ['uno.bin', 'due.bin'];
  for (const name of [one, other]) writeFileSync(join(folder, name), Buffer.alloc(40_000, 7));
  await writeManifest(folder);
  const site = await serveOnLine(folder, { roundTrip: 20, bitsPerSecond: 8e6 });
  try {
    await Promise.all([one, other].map((name) => ask(`${site.address}/${name}`)));
    const order = site.passed.map(({ path }) => path);
    expect(order.indexOf(`/${other}`)).toBeLessThan(order.lastIndexOf(`/${one}`));
    expect(order.indexOf(`/${one}`)).toBeLessThan(order.lastIndexOf(`/${other}`));
  } finally {
    await site.close();
  }
});

test('without a browser it says so and goes on', async () => {
  vi.stubEnv('CHROMIUM_PATH', join(folder, 'nessuno'));
  const said: string[] = [];
  expect(await measureSearch(folder, (line) => said.push(line))).toEqual([]);
  expect(said.join('\n')).toMatch(/Senza un browser questo non si misura: .*il file non c’è/);
  vi.unstubAllEnvs();
});

test.each([
  [[3], 3],
  [[9, 1, 5], 5],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %d', (values, wanted) => {
  expect(median(values)).toBe(wanted);
});
