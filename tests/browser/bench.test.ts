/** What the bench says of the search, on the real site and a line that makes nobody wait. */
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { measureSearch, type Row } from '../../src/cli/bench-search.ts';
import { scriptsOf } from '../../src/cli/bench-scripts.ts';
import { site } from './site.ts';

let rows: Map<Row[0], Row[1]>;

beforeAll(async () => {
  const fast = { line: { roundTrip: 2, bitsPerSecond: 1e9 }, samples: 1 };
  rows = new Map(await measureSearch(site.folder, () => undefined, fast));
}, 120_000);

test('the script and the style that only the search loads keep to their budget', () => {
  const own = Number(rows.get('script e stile propri della ricerca, KB'));
  expect(own).toBeGreaterThan(0);
  expect(own).toBeLessThanOrEqual(10);
});

test('nothing of the index is loaded before it is needed', () => {
  expect(rows.get('Pagefind caricato prima che serva, KB')).toBe('0.0');
});

test('every query of the bench has results, from an address and typed', () => {
  expect([...rows.keys()].filter((name) => name.endsWith('senza risultati'))).toEqual([]);
  const waits = [...rows].filter(([name]) => name.endsWith('ms al primo risultato'));
  expect(waits).toHaveLength(7);
  expect(waits.filter(([, milliseconds]) => !(Number(milliseconds) > 0))).toEqual([]);
});

test('who types when the engine is ready asks less of the line than who opens an address', () => {
  const waited = (how: string) => Number(rows.get(`una parola, ${how}: KB mentre si aspetta`));
  expect(waited('scritta a motore pronto')).toBeGreaterThan(0);
  expect(waited('scritta a motore pronto')).toBeLessThan(waited('dall’indirizzo') / 2);
});

test('what compares, checks and keeps is loaded on its own page, and on a sheet only when it is asked for', async () => {
  const names = async (page: string) => {
    const { atOnce, onDemand } = await scriptsOf(join(site.folder, page, 'index.html'));
    return { atOnce: [...atOnce.keys()], onDemand: [...onDemand.keys()], bytes: sum(atOnce) };
  };
  const sum = (sizes: ReadonlyMap<string, number>) => [...sizes.values()].reduce((all, one) => all + one, 0);
  const sheet = await names('pratiche/tonite');
  // in bytes, packed: less than one picture of the size of a stamp
  expect(sheet.bytes).toBeLessThanOrEqual(3000);
  for (const tool of ['confronta', 'pratiche/tonite/adatta', 'quaderno', 'foglio']) {
    const own = await names(tool);
    expect(own.bytes).toBeGreaterThan(sheet.bytes);
    // the libraries of office files wait for a press, everywhere
    expect(own.atOnce.filter((name) => /docx|pptx/.test(name))).toEqual([]);
    expect(own.onDemand.some((name) => name.startsWith('docx'))).toBe(true);
  }
});
