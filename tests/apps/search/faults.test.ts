import { expect, test } from 'vitest';
import { countFaults } from '../../../src/apps/search/faults.ts';

const gzip = new Uint8Array([0x1f, 0x8b, 8, 0]);
const plain = new TextEncoder().encode('pagefind_dcd…');

function scopeOf(answers: Record<string, () => Response>) {
  const fetch = (input: RequestInfo | URL): Promise<Response> => {
    const address = input instanceof Request ? input.url : String(input);
    const answer = Object.entries(answers).find(([name]) => address.includes(name))?.[1];
    return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('Failed to fetch'));
  };
  const scope: { fetch: typeof globalThis.fetch } = { fetch };
  return { scope, faults: countFaults(scope, '/pagefind/') };
}

test('files that arrive whole are no fault', async () => {
  const { scope, faults } = scopeOf({
    'a.pf_index': () => new Response(gzip),
    'b.pf_filter': () => new Response(plain),
    'entry.json': () => new Response('{}'),
    'wasm.it.pagefind': () => new Response(gzip),
  });
  const answer = await scope.fetch('/pagefind/index/a.pf_index');
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(gzip);
  await scope.fetch(new Request('https://x.example/pagefind/filter/b.pf_filter'));
  await scope.fetch(new URL('https://x.example/pagefind/pagefind-entry.json'));
  await scope.fetch('/pagefind/wasm.it.pagefind');
  expect(faults()).toBe(0);
});

test.each([
  ['missing', () => new Response('no', { status: 404 })],
  ['another page in its place', () => new Response('<!doctype html>')],
  ['empty', () => new Response('')],
])('a file of the index that is %s is counted', async (_, answer) => {
  const { scope, faults } = scopeOf({ 'a.pf_index': answer });
  await expect(scope.fetch('/pagefind/index/a.pf_index')).rejects.toThrow();
  expect(faults()).toBe(1);
});

test('a connection that breaks is counted, for the index alone', async () => {
  const { scope, faults } = scopeOf({});
  await expect(scope.fetch('/pagefind/index/a.pf_index')).rejects.toThrow('Failed to fetch');
  await expect(scope.fetch('/dati/practices.json')).rejects.toThrow('Failed to fetch');
  expect(faults()).toBe(1);
});
