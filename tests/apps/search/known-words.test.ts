import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** The network as the module finds it: what is asked, and what comes. */
const asked: string[] = [];
let answer: () => Promise<Response>;
beforeEach(() => {
  asked.length = 0;
  vi.resetModules(); // the list is kept for the life of a page
  vi.stubGlobal('fetch', (address: string) => (asked.push(address), answer()));
});
afterEach(() => vi.unstubAllGlobals());

const meantBy = async () => (await import('../../../src/apps/search/known-words.ts')).meantBy;

test('the list comes once, and puts right what is near', async () => {
  answer = () => Promise.resolve(new Response('sfratto\nquartiere\n'));
  const ask = await meantBy();
  expect(await ask(['sfrtato', 'zzz'])).toEqual(new Map([['sfrtato', 'sfratto']]));
  expect(await ask(['quartirre'])).toEqual(new Map([['quartirre', 'quartiere']]));
  expect(asked).toEqual(['/cerca/parole.txt']);
});

test.each([
  ['does not come', () => Promise.reject(new TypeError('network'))],
  ['is missing', () => Promise.resolve(new Response('Not found', { status: 404 }))],
])('without the list, because it %s, nothing is put right, and it is asked again', async (_, fail) => {
  answer = fail;
  const ask = await meantBy();
  expect(await ask(['sfrtato'])).toEqual(new Map());
  answer = () => Promise.resolve(new Response('sfratto\n'));
  expect(await ask(['sfrtato'])).toEqual(new Map([['sfrtato', 'sfratto']]));
});
