import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { watchFiles } from '../../../src/apps/search/faults.ts';

const plain = new TextEncoder().encode(`pagefind_dcd${JSON.stringify({ text: 'città '.repeat(200) })}`);
const packed = new Uint8Array(gzipSync(plain));
const entry = { version: '1', languages: { it: { hash: 'it_1', wasm: 'it', page_count: 3 } } };

function scopeOf(answers: Record<string, () => Response>) {
  const fetch = (input: RequestInfo | URL): Promise<Response> => {
    const address = input instanceof Request ? input.url : String(input);
    const answer = Object.entries(answers).find(([name]) => address.includes(name))?.[1];
    return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('Failed to fetch'));
  };
  const scope: { fetch: typeof globalThis.fetch } = { fetch };
  return { scope, ...watchFiles(scope, '/pagefind/') };
}

test('files that arrive whole are no fault, packed or not', async () => {
  const { scope, faults } = scopeOf({
    'a.pf_index': () => new Response(packed),
    'b.pf_filter': () => new Response(plain),
    'entry.json': () => Response.json(entry),
    'wasm.it.pagefind': () => new Response(packed),
  });
  const index = await scope.fetch('/pagefind/index/a.pf_index');
  expect(new Uint8Array(await index.arrayBuffer())).toEqual(plain);
  const filter = await scope.fetch(new Request('https://x.example/pagefind/filter/b.pf_filter'));
  expect(new Uint8Array(await filter.arrayBuffer())).toEqual(plain);
  const first = await scope.fetch(new URL('https://x.example/pagefind/pagefind-entry.json?ts=1'));
  expect(await first.json()).toEqual(entry);
  await scope.fetch('/pagefind/wasm.it.pagefind');
  expect(faults()).toBe(0);
});

const mixedUp = packed.with(packed.length >> 1, (packed[packed.length >> 1] ?? 0) ^ 0xff);

describe.each([
  ['missing', () => new Response('no', { status: 404 })],
  ['refused', () => new Response(packed, { status: 500 })],
  ['another page in its place', () => new Response('<!doctype html>')],
  ['empty', () => new Response('')],
  ['cut short', () => new Response(packed.slice(0, -20))],
  ['cut at its first bytes', () => new Response(packed.slice(0, 2))],
  ['mixed up', () => new Response(mixedUp)],
  ['another packed file', () => new Response(new Uint8Array(gzipSync('other')))],
])('a file that is %s', (_, answer) => {
  test.each([
    'index/a.pf_index',
    'filter/a.pf_filter',
    'a.pf_meta',
    'fragment/a.pf_fragment',
    'wasm.it.pagefind',
  ])('is counted: %s', async (file) => {
    const { scope, faults } = scopeOf({ [file]: answer });
    await expect(scope.fetch(`/pagefind/${file}`)).rejects.toThrow();
    expect(faults()).toBe(1);
  });
});

test.each([
  ['no JSON', '{"version":'],
  ['without languages', '{"version":"1","languages":{}}'],
  ['of an empty index', JSON.stringify({ languages: { it: { hash: 'x', wasm: 'it', page_count: 0 } } })],
  ['of another shape', '["it"]'],
])('a first file %s is counted', async (_, text) => {
  const { scope, faults } = scopeOf({ 'entry.json': () => new Response(text) });
  await expect(scope.fetch('/pagefind/pagefind-entry.json?ts=1')).rejects.toThrow();
  expect(faults()).toBe(1);
});

test('a connection that breaks is counted, for the index alone', async () => {
  const { scope, faults } = scopeOf({});
  await expect(scope.fetch('/pagefind/index/a.pf_index')).rejects.toThrow('Failed to fetch');
  await expect(scope.fetch('/dati/practices.json')).rejects.toThrow('Failed to fetch');
  expect(faults()).toBe(1);
});

test('what is abandoned stops, counts once for who waits, and no more when it fails later', async () => {
  const stopped: (() => void)[] = [];
  const scope: { fetch: typeof globalThis.fetch } = {
    fetch: (_input, init) =>
      new Promise((_, reject) => {
        init?.signal?.addEventListener('abort', () => stopped.push(() => reject(new Error('stopped'))));
      }),
  };
  const { faults, abandon } = watchFiles(scope, '/pagefind/');
  const slow = [scope.fetch('/pagefind/index/a.pf_index'), scope.fetch('/pagefind/index/b.pf_index')];
  abandon();
  expect([stopped.length, faults()]).toEqual([2, 1]);
  for (const stop of stopped) stop();
  expect((await Promise.allSettled(slow)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(faults()).toBe(1);
});
