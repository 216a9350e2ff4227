import { describe, expect, test } from 'vitest';
import { found, packed, spoilt, type Files } from './small-site.ts';

const orto = 'pratiche/orto/index.html';
const entry = 'pagefind/pagefind-entry.json';
const fragment = 'pagefind/fragment/it_a0.pf_fragment';
const meta = 'pagefind/pagefind.it_c0.pf_meta';

test('names the page whose piece of the index is lost', () => {
  expect(found(spoilt({ [fragment]: null }))).toEqual(
    expect.arrayContaining([`search-lost ${orto}`, `search-broken ${meta}`]),
  );
});

test('names the page of an entry that is not made for the search', () => {
  const files = spoilt({ [orto]: (text) => text.replace(' data-pagefind-body', '') });
  expect(found(files)).toContain(`search-lost ${orto}`);
});

test('names a result that leads to no page', () => {
  const files = spoilt({ [fragment]: packed('{"url":"/pratiche/niente/"}') });
  expect(found(files)).toEqual(expect.arrayContaining([`search-extra ${fragment}`, `search-lost ${orto}`]));
});

test('names a page that is in the search and asks not to be found', () => {
  const files = spoilt({
    [orto]: (text) => text.replace(/<link rel="canonical"[^>]*>/, '<meta name="robots" content="noindex">'),
  });
  expect(found(files)).toContain(`search-extra ${orto}`);
});

describe('an index with a file lost or spoilt', () => {
  const half = (file: string) => (files: Files) => {
    const bytes = files.get(file) as Buffer;
    files.set(file, bytes.subarray(0, bytes.length / 2));
  };
  const without = (file: string) => (files: Files) => void files.delete(file);
  test.each<[string, string, (files: Files) => void]>([
    ['no entry', entry, without(entry)],
    ['an entry that is cut', entry, (files) => void files.set(entry, '{"version":"1.6.0","lang')],
    ['an entry without a version', entry, (files) => void files.set(entry, '{"languages":{}}')],
    [
      'a count that is not so',
      entry,
      (files) => void files.set(entry, String(files.get(entry)).replace('_count":3', '_count":4')),
    ],
    ['no list of pieces', meta, without(meta)],
    ['a list of pieces that is cut', meta, half(meta)],
    ['no chunk of words', meta, without('pagefind/index/it_b0.pf_index')],
    ['a chunk of words that is cut', 'pagefind/index/it_b0.pf_index', half('pagefind/index/it_b0.pf_index')],
    ['a fragment that is cut', fragment, half(fragment)],
    ['no engine', 'pagefind/wasm.it.pagefind', without('pagefind/wasm.it.pagefind')],
    ['no script', 'pagefind/pagefind.js', without('pagefind/pagefind.js')],
  ])('%s', (_, file, spoil) => {
    const files = spoilt({});
    spoil(files);
    expect(found(files)).toContain(`search-broken ${file}`);
  });
});
