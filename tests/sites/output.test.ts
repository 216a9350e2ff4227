import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codes, type CodeName } from '../../src/checks/codes.ts';
import type { CheckedContent } from '../../src/checks/content.ts';
import { checkFolder } from '../../src/checks/read.ts';
import { checkBuiltSite } from '../../src/cli/output-gate.ts';
import { plainEnvironment, projectRoot } from '../environment.ts';

/** A real build of a small base, passed through the gate whole, then with each loss that Astro, Pagefind or a disk can cause. */
const work = mkdtempSync(join(tmpdir(), 'tra-pari-output-'));
const content = join(projectRoot, 'tests/fixtures/content');
const [whole, broken] = [join(work, 'whole'), join(work, 'broken')];
let records: CheckedContent['records'] = [];

beforeAll(async () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/build.ts', '--out', whole], {
    cwd: projectRoot,
    env: plainEnvironment({ KB_CONTENT: content, SITE_URL: '', BASE_PATH: '' }),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The site does not build:\n${stdout}\n${stderr}`);
  ({ records } = await checkFolder(content, projectRoot));
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

const gate = (folder: string) => checkBuiltSite(folder, content, records, {});

test('a built site passes, and every entry is in every form', async () => {
  const { problems, counts } = await gate(whole);
  expect(problems).toEqual([]);
  expect(counts.entries).toBe(records.filter(({ draft }) => !draft).length);
  const { entries, entriesWithPage } = counts;
  expect(counts).toMatchObject({ jsonRows: entries, csvRows: entries, dataFiles: entries });
  expect(counts).toMatchObject({
    entryPages: entriesWithPage,
    indexedEntries: entriesWithPage,
    mappedEntries: entriesWithPage,
  });
});

const page = 'pratiche/case-aperte/index.html';

const edit = (file: string, change: (text: string) => string) => {
  const before = readFileSync(join(broken, file), 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(join(broken, file), after);
};
const remove = (file: string) => rmSync(join(broken, file));
const first = (folder: string) => join(folder, readdirSync(join(broken, folder)).sort()[0] ?? '');
const fragmentOf = (address: string) => {
  const folder = 'pagefind/fragment';
  const url = Buffer.from(`"url":"${address}"`);
  const name = readdirSync(join(broken, folder)).find((file) =>
    gunzipSync(readFileSync(join(broken, folder, file))).includes(url),
  );
  return join(folder, name ?? '');
};
const halve = (file: string) => {
  const bytes = readFileSync(join(broken, file));
  writeFileSync(join(broken, file), bytes.subarray(0, bytes.length / 2));
};

describe('a loss is named', () => {
  test.each<[string, CodeName, string | RegExp, () => void]>([
    ['a page is gone', 'page-lost', page, () => remove(page)],
    [
      'a folder of pages is gone',
      'page-lost',
      page,
      () => rmSync(dirname(join(broken, page)), { recursive: true }),
    ],
    ['a page has no byte', 'page-cut', page, () => writeFileSync(join(broken, page), '')],
    [
      'a page has zeros for bytes',
      'page-cut',
      page,
      () => writeFileSync(join(broken, page), Buffer.alloc(9000)),
    ],
    ['a page is cut in half', 'page-cut', page, () => halve(page)],
    [
      'a page lost what it says',
      'page-empty',
      page,
      () => edit(page, (html) => html.replace(/(<main[^>]*>)[^]*(<\/main>)/, '$1$2')),
    ],
    [
      'a page went to its name in capitals',
      'page-lost',
      page,
      () => renameSync(dirname(join(broken, page)), join(broken, 'pratiche/Case-Aperte')),
    ],
    [
      'a draft got out',
      'page-stale',
      'pratiche/bozza-in-corso/index.html',
      () => cpSync(dirname(join(broken, page)), join(broken, 'pratiche/bozza-in-corso'), { recursive: true }),
    ],
    [
      'a fragment of the search is gone',
      'search-lost',
      page,
      () => remove(fragmentOf('/pratiche/case-aperte/')),
    ],
    [
      'a fragment of the search is cut',
      'search-lost',
      page,
      () => halve(fragmentOf('/pratiche/case-aperte/')),
    ],
    ['a chunk of the search is gone', 'search-broken', /\.pf_meta$/, () => remove(first('pagefind/index'))],
    ['a filter of the search is gone', 'search-broken', /\.pf_meta$/, () => remove(first('pagefind/filter'))],
    [
      'the engine of the search is gone',
      'search-broken',
      'pagefind/wasm.it.pagefind',
      () => remove('pagefind/wasm.it.pagefind'),
    ],
    [
      'the search is gone',
      'search-broken',
      'pagefind/pagefind-entry.json',
      () => rmSync(join(broken, 'pagefind'), { recursive: true }),
    ],
    [
      'a row of the JSON is gone',
      'data-lost',
      'dati/practices.json',
      () =>
        edit('dati/practices.json', (text) => {
          const json = JSON.parse(text) as { entries: { id: string }[] };
          return JSON.stringify({ ...json, entries: json.entries.filter(({ id }) => id !== 'case-aperte') });
        }),
    ],
    [
      'a row of the JSON lost a field',
      'data-broken',
      'dati/practices.json',
      () => edit('dati/practices.json', (text) => text.replace(/"title": "[^"]*",/, '')),
    ],
    [
      'a row of the CSV is gone',
      'data-lost',
      'dati/cities.csv',
      () => edit('dati/cities.csv', (text) => text.split('\r\n').toSpliced(1, 1).join('\r\n')),
    ],
    [
      'the data of an entry are gone',
      'data-lost',
      'dati/practices/case-aperte.json',
      () => remove('dati/practices/case-aperte.json'),
    ],
    [
      'the data of an entry are cut',
      'data-broken',
      'dati/practices/case-aperte.json',
      () => halve('dati/practices/case-aperte.json'),
    ],
    [
      'a line of the site map is gone',
      'sitemap-lost',
      page,
      () => edit('sitemap-0.xml', (xml) => xml.replace(/<url><loc>[^<]*case-aperte\/<\/loc><\/url>/, '')),
    ],
    ['the site map is gone', 'sitemap-extra', 'sitemap-index.xml', () => remove('sitemap-0.xml')],
    [
      'a row of the table beside a chart is gone',
      'chart-table',
      page,
      () =>
        edit(page, (html) => html.replace(/(<table class="disagree-values">[^]*?<tbody>)[^]*?<\/tr>/, '$1')),
    ],
    ['a picture is gone', 'link-broken', page, () => remove('immagini/practices/case-aperte-cortile.png')],
  ])('%s', async (_, name, file, lose) => {
    cpSync(whole, broken, { recursive: true });
    try {
      lose();
      const { problems } = await gate(broken);
      const named = problems.filter(({ code }) => code === codes[name].code).map((problem) => problem.file);
      expect(named).toContainEqual(typeof file === 'string' ? file : expect.stringMatching(file));
    } finally {
      rmSync(broken, { recursive: true, force: true });
    }
  });
});
