/** Every figure of the real sheets leads to a source that says it: pages against the open data of the same site. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { readPage } from '../../src/checks/output/page.ts';
import { readSite } from '../built-site/read.ts';
import { site } from './site.ts';

interface Fact {
  value?: number | string;
  min?: number;
  max?: number;
  words?: string;
  source: string;
}
interface Practice {
  id: string;
  facts: Fact[];
  sources: { id: string; title: string }[];
}

const pages = readSite(site.folder);
const origin = new URL(site.url).origin;
const { entries } = JSON.parse(readFileSync(join(site.folder, 'dati/practices.json'), 'utf8')) as {
  entries: Practice[];
};
const pageOf = (id: string) => pages.get(`pratiche/${id}/index.html`) ?? '';

const elements = (node: Nodes, wanted: (element: Element) => boolean): Element[] => [
  ...(node.type === 'element' && wanted(node) ? [node] : []),
  ...('children' in node ? node.children.flatMap((child) => elements(child, wanted)) : []),
];
const has = (element: Element, name: string) => element.properties.className?.includes(name);
const textOf = (node: Nodes): string =>
  node.type === 'text' ? node.value : 'children' in node ? node.children.map(textOf).join('') : '';
const digits = (text: string) => text.replace(/\D/g, '');

interface Row {
  value: string;
  /** Numbers of the sources that the row leads to. */
  notes: number[];
}

function readSheet(html: string): { rows: Row[]; sources: Map<number, string> } {
  const tree = fromHtml(html);
  const [table] = elements(tree, (element) => element.tagName === 'table' && has(element, 'facts') === true);
  const rows = (table ? elements(table, ({ tagName }) => tagName === 'tr') : []).flatMap((row) => {
    const [cell] = elements(row, (element) => element.tagName === 'td' && has(element, 'num') === true);
    if (!cell) return [];
    const notes = elements(row, ({ tagName }) => tagName === 'a').flatMap(({ properties }) => {
      const number = /^#fonte-(\d+)$/.exec(String(properties.href))?.[1];
      return number === undefined ? [] : [Number(number)];
    });
    return [{ value: textOf(cell), notes }];
  });
  const lines = elements(tree, ({ properties }) => /^fonte-\d+$/.test(String(properties.id)));
  return {
    rows,
    sources: new Map(lines.map((line) => [Number(digits(String(line.properties.id))), textOf(line)])),
  };
}

/** What a row has to print of a value: its numbers, or the year of a date. */
const numbersOf = ({ value, min, max }: Fact): number[] =>
  [value, min, max].flatMap((one) =>
    one === undefined ? [] : typeof one === 'number' ? one : Number(one.slice(0, 4)),
  );

/** `da 1.200 a 5.804.879,10 €` → 1200 and 5804879.1. */
const numbersIn = (text: string): number[] =>
  (text.match(/\d[\d.]*(?:,\d+)?/g) ?? []).map((one) => Number(one.replaceAll('.', '').replace(',', '.')));

describe.each(entries.map((entry) => [entry.id, entry] as const))('%s', (id, { facts, sources }) => {
  const sheet = readSheet(pageOf(id));

  test('its table has each fact, with the note of the source that says it', () => {
    expect(sheet.rows).toHaveLength(facts.length);
    const left = [...sheet.rows];
    for (const fact of facts) {
      const number = sources.findIndex((source) => source.id === fact.source) + 1;
      const at = left.findIndex(
        ({ value, notes }) =>
          notes.includes(number) &&
          value.includes(fact.words ?? '') &&
          numbersOf(fact).every((one) => numbersIn(value).includes(one)),
      );
      expect(at, JSON.stringify(fact)).toBeGreaterThanOrEqual(0);
      left.splice(at, 1);
    }
  });

  test('its notes lead to lines that name the source', () => {
    sources.forEach(({ title }, index) => {
      expect(sheet.sources.get(index + 1)).toContain(title);
    });
    for (const { notes } of sheet.rows) for (const note of notes) expect(sheet.sources.has(note)).toBe(true);
  });
});

test('no page prints a figure without a note, and the count is not empty', () => {
  const read = [...pages].map(([file, html]) => readPage(file, html, origin).figures);
  const places = read.reduce((sum, page) => sum + page.places, 0);
  console.info(`${places} figures printed, each with a source`);
  expect(read.flatMap(({ noteless }) => noteless)).toEqual([]);
  expect(places).toBeGreaterThan(entries.length);
});

test.each([
  ['a row of a table', /(<td class="src"[^>]*>[^<]*)<sup class="note"[^>]*>.*?<\/sup>/s],
  ['a cell at a glance', /(<dt[^>]*>Quando<\/dt>.*?)<sup class="note"[^>]*>.*?<\/sup>/s],
  ['a sentence', /(<span class="fact"[^>]*>.*?)<sup class="note"[^>]*>.*?<\/sup>/s],
])('a real sheet whose note is taken away from %s is found out', (_, note) => {
  const html = pageOf('tonite');
  const spoilt = html.replace(note, '$1');
  expect(spoilt).not.toBe(html);
  const { figures } = readPage('pratiche/tonite/index.html', spoilt, origin);
  expect(figures.noteless).toHaveLength(1);
});
