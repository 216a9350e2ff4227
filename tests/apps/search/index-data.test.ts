import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkedIndex, isPageHere, type RawIndex } from '../../../src/apps/search/index-data.ts';
import { naughtyStrings } from '../../naughty-strings.ts';
import { fragment } from './index-double.ts';

const answer = (page: unknown): Record<string, unknown> => ({
  results: [{ id: 'a', score: 1, words: [1], data: () => Promise.resolve(page) }],
  filters: { kind: { practice: 1 } },
  totalFilters: {},
  unfilteredResultCount: 1,
  timings: { total: 1 },
});
const indexOf = (response: unknown, filters: unknown = {}) =>
  checkedIndex({
    search: () => Promise.resolve(response),
    filters: () => Promise.resolve(filters),
    preload: () => Promise.resolve(null),
  });
const pageOf = async (page: unknown) => (await indexOf(answer(page)).search('x')).results[0]?.data();

describe('an answer of the index', () => {
  test('of the shape we know comes through, without what we do not use', async () => {
    const { results, ...rest } = await indexOf(answer(fragment())).search('x');
    expect(rest).toEqual({ filters: { kind: { practice: 1 } }, unfilteredResultCount: 1 });
    expect(results).toMatchObject([{ id: 'a', score: 1 }]);
    expect(await results[0]?.data()).toEqual(fragment());
    expect(await indexOf(answer(fragment()), { kind: { need: 3 } }).filters()).toEqual({ kind: { need: 3 } });
  });

  test('hands the question on as it is', async () => {
    const asked: unknown[] = [];
    const raw: RawIndex = {
      search: (...question) => (asked.push(question), Promise.resolve(answer(fragment()))),
      filters: () => Promise.resolve({}),
      preload: (words) => (asked.push(words), Promise.resolve(null)),
    };
    await checkedIndex(raw).preload('cas');
    await checkedIndex(raw).search('case', { filters: { kind: { any: ['need'] } } });
    expect(asked).toEqual(['cas', ['case', { filters: { kind: { any: ['need'] } } }]]);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'ok'],
    ['no results', { ...answer(fragment()), results: undefined }],
    ['results that are no list', { ...answer(fragment()), results: {} }],
    ['a result without its text', { ...answer(fragment()), results: [{ id: 'a', score: 1 }] }],
    [
      'a score that is no number',
      { ...answer(fragment()), results: [{ id: 'a', score: NaN, data: (): null => null }] },
    ],
    [
      'fields that are no texts',
      {
        ...answer(fragment()),
        results: [{ id: 'a', score: 1, matchedMetaFields: [1], data: (): null => null }],
      },
    ],
    ['counts that are no numbers', { ...answer(fragment()), filters: { kind: { practice: '<b>' } } }],
    ['no count', { ...answer(fragment()), unfilteredResultCount: '1' }],
  ])('that is %s rejects: it is not «no results»', async (_, response) => {
    await expect(indexOf(response).search('x')).rejects.toThrow();
  });

  test.each([
    ['nothing', undefined],
    ['no title', fragment({ meta: { title: {} as string } })],
    ['an excerpt that is no text', fragment({ excerpt: 3 as unknown as string })],
    ['filters that are no lists', { ...fragment(), filters: { city: 'torino' } }],
    ['an address elsewhere', fragment({ url: 'https://example.org/' })],
    ['a section elsewhere', fragment({ sub_results: [{ title: 'x', url: 'javascript:x', excerpt: '' }] })],
  ])('with a page that is %s rejects', async (_, page) => {
    await expect(pageOf(page)).rejects.toThrow();
  });

  test('with filters of another shape rejects', async () => {
    await expect(indexOf(answer(fragment()), { kind: 3 }).filters()).rejects.toThrow();
  });

  test('is never believed, whatever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything({ withNullPrototype: true }), async (anything) => {
        await expect(indexOf(anything).search('x')).rejects.toThrow();
        await expect(pageOf(anything)).rejects.toThrow();
      }),
    );
  });
});

describe('the address of a result', () => {
  test.each([
    '/',
    '/pratiche/tonite/',
    '/pratiche/tonite/#il-problema',
    '/glossario/#c-è',
    '/cerca/?q=a%20b',
  ])('is a page of this site: %s', (address) => {
    expect(isPageHere(address)).toBe(true);
  });

  test.each([
    '',
    'pratiche/',
    'https://example.org/',
    'HTTPS:example.org',
    '//example.org/',
    '/\\example.org/',
    '\\\\example.org',
    '/\t/example.org',
    '/\n/example.org',
    ' /pratiche/',
    '/a b/',
    '/a\u0000',
    '/a\u202e/',
    'javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'blob:x',
    '#x',
    '?q=x',
  ])('leads nowhere else: %j', (address) => {
    expect(isPageHere(address)).toBe(false);
  });

  test('that passes stays on the site, as a browser reads it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('/', '\\', ':', '@', '.', '\t', '\n', '%', '#', '?', 'a', 'è', ' '),
      }),
      fc.constantFrom(...naughtyStrings),
    );
    fc.assert(
      fc.property(fc.constantFrom('', '/'), text, (start, rest) => {
        const address = start + rest;
        if (isPageHere(address))
          expect(new URL(address, 'https://qui.example').origin).toBe('https://qui.example');
      }),
      { numRuns: 2000 },
    );
  });
});
