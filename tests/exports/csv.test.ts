import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collectionCsv } from '../../src/exports/csv.ts';
import { neutralised } from '../../src/exports/csv-cells.ts';
import { publishedEntries, type PublishedEntry } from '../../src/exports/entries.ts';
import { collections } from '../../src/schemas/registry.ts';
import { fixtureGraph } from '../fixture-content.ts';
import { naughtyStrings } from '../naughty-strings.ts';

const graph = fixtureGraph();
const rowsOf = (csv: string) => parse(csv, { columns: true }) as unknown as Record<string, string>[];

/** An entry of a target group: the smallest collection, with a text, a longer text and a list. */
const group = (title: string, synonyms: string[] = []): PublishedEntry => ({
  id: 'gruppo',
  page: null,
  title,
  description: title,
  synonyms,
});
const cells = (title: string, synonyms?: string[]) =>
  rowsOf(collectionCsv('target-group', [group(title, synonyms)]))[0] ?? {};

/** What the text shows first, whatever stands unseen before it. */
const firstSeen = (text: string): string => /[\p{L}\p{N}\p{P}\p{S}]/u.exec(text)?.[0] ?? '';
const runs = (text: string): boolean =>
  '=+-@|%＝＋－＠｜％﹦﹢﹣﹫﹪'.includes(firstSeen(text) || 'x') || /^\s*?[\t\r\n]/.test(text);

describe.each(collections)('the table of %s', (kind) => {
  const entries = publishedEntries(graph, kind, 'https://esempio.it');
  const csv = collectionCsv(kind, entries);
  const rows = rowsOf(csv);

  test('has a row for every entry of the JSON, in its order', () => {
    expect(rows.map(({ id }) => id)).toEqual(entries.map(({ id }) => id));
  });

  test('says in every cell what the JSON says', () => {
    for (const [index, entry] of entries.entries()) {
      for (const [column, cell] of Object.entries(rows[index] ?? {})) {
        const path = column.replace(/\.count$/, '').split('.');
        const value = path.reduce<unknown>(
          (inside, key) => (inside as Record<string, unknown> | undefined)?.[key],
          entry,
        );
        if (column.endsWith('.count'))
          expect(cell).toBe(String((value as unknown[] | undefined)?.length || ''));
        else if (Array.isArray(value)) expect(cell).toBe(value.join('; '));
        else
          expect(cell).toBe(
            value === undefined || value === null ? '' : `${value as string | number | boolean}`,
          );
      }
    }
  });

  test('has a place for every field of the JSON', () => {
    const tops = new Set(Object.keys(rows[0] ?? {}).map((column) => column.split('.')[0]));
    for (const entry of entries) for (const key of Object.keys(entry)) expect(tops).toContain(key);
  });

  test('has lines that end as the standard says, all as long as the first', () => {
    expect(csv.endsWith('\r\n')).toBe(true);
    expect(() => parse(csv, { relax_column_count: false, record_delimiter: '\r\n' })).not.toThrow();
  });
});

test('a collection without entries is its header', () => {
  expect(collectionCsv('target-group', [])).toBe('id,page,title,description,synonyms,hiddenLabels\r\n');
});

test('separators, quotes and lines inside a text stay inside its cell', () => {
  const text = 'uno, "due"; tre\nquattro';
  expect(cells(text, ['a,b', 'c']).title).toBe(text);
  expect(cells(text, ['a,b', 'c']).synonyms).toBe('a,b; c');
});

test('numbers are numbers, a negative one too', () => {
  const [city] = publishedEntries(graph, 'city', 'https://esempio.it');
  const [row] = rowsOf(collectionCsv('city', [{ ...city, id: 'x', latitude: -41.5, longitude: 1e21 }]));
  expect(row).toMatchObject({ latitude: '-41.5', longitude: '1e+21' });
});

const formula = '=HYPERLINK("https://example.org/"&A1)';
const starts = ['=', '+', '-', '@', '|', '%', '＝', '＋', '－', '＠'];
const hostile = [
  ...starts.map((sign) => `${sign}1+1`),
  ...starts.map((sign) => ` ${sign}1+1`),
  formula,
  "=cmd|' /C calc'!A0",
  '@SUM(1+1)*cmd|0!A0',
  '-2+3+cmd|0!A0',
  '\ttesto',
  '\rtesto',
  '\n=1+1',
  ' \t testo',
  '\u00a0=1',
  '\u2003=1',
  '\u200b=1',
  '\u200c\u200d=1',
  '\ufeff=1',
  '\u2060=1',
  '\u00ad=1',
  '\u202e=1',
  '\u2066=1',
  '\u0000=1',
  '\u001b=1',
  '\u115f=1',
  '\u3164=1',
  '\u2800=1',
  '\ufe0f=1',
  '\u{e0001}=1',
  '\u200b \u200b＝1',
  '\u0301+1',
  '﹦1',
  '｜1',
];

test('the hostile cells are many', () => {
  expect(new Set(hostile).size).toBeGreaterThanOrEqual(36);
});

test.each(hostile.map((text) => [JSON.stringify(text), text]))(
  'a cell that a spreadsheet would run is plain text: %s',
  (_, text) => {
    const { title, description, synonyms } = cells(text, [text, 'altro']);
    expect(title).toBe(`'${text}`.replace('\n=', "\n'="));
    expect(description).toBe(title);
    expect(synonyms?.startsWith("'")).toBe(true);
  },
);

test.each(['', 'Casa', '1-2', 'a=b', '«=»', "'=1", 'CO₂', '3 + 4', '(+39)', 'e/o', 'x; y', '→ via'])(
  'any other cell is left as it is: %s',
  (text) => {
    expect(cells(text).title).toBe(text);
  },
);

test('a cell does not start another where the separator is taken for a semicolon or a line', () => {
  expect(neutralised(`casa;${formula}`)).toBe(`casa;'${formula}`);
  expect(neutralised('casa; ＋1')).toBe("casa;' ＋1");
  expect(neutralised('casa\r\n-1')).toBe("casa\r\n'-1");
  expect(neutralised('casa;"=1+1"')).toBe('casa;\'"=1+1"');
  expect(cells('casa', ['a', '=1']).synonyms).toBe("a;' =1");
});

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom(...starts, ';', '"', "'", ',', ' ', '\t', '\r', '\n', '\u200b', 'a', '1'),
  }),
  fc.constantFrom(...naughtyStrings),
);

test('whatever is written, no cell that comes back starts a formula, and nothing is lost', () => {
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 3 }), (title, synonyms) => {
      const csv = collectionCsv('target-group', [group(title, synonyms)]);
      const row = cells(title, synonyms);
      expect(Object.values(row).filter(runs)).toEqual([]);
      expect(row.title?.replaceAll("'", '')).toBe(title.replaceAll("'", ''));
      // as a program reads it that takes semicolons for separators
      expect(csv.split(/[;\t\r\n]/).filter((cell) => runs(cell.replaceAll('"', '')))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});

test('the big list of naughty strings comes out inert, one by one', () => {
  expect(naughtyStrings.length).toBeGreaterThan(480);
  for (const naughty of naughtyStrings) {
    const { title = '' } = cells(naughty);
    expect(runs(title)).toBe(false);
    expect(title.replaceAll("'", '')).toBe(naughty.replaceAll("'", ''));
  }
});
