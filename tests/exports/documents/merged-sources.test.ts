import { expect, test } from 'vitest';
import type { Block, Run } from '../../../src/exports/documents/document.ts';
import { mergeSources } from '../../../src/exports/documents/merged-sources.ts';

const source = (title: string, href?: string): Run[] => [
  { text: 'Chi pubblica, ' },
  { text: title, italic: true },
  href ? { text: href, href } : { text: ' Indirizzo non documentato.' },
];
const said = (text: string, ...notes: number[]): Block => ({ kind: 'paragraph', runs: [{ text, notes }] });
const sources = (...items: Run[][]): Block[] => [
  { kind: 'heading', level: 2, text: 'Fonti' },
  { kind: 'sources', items },
];

const one = source('Relazione', 'https://a.it/1');
const two = source('Bando', 'https://a.it/2');
const three = source('Delibera');

test('a source that two parts cite stands once, and each note still leads to what it led to', () => {
  const first = [said('uno', 2), said('due', 1), ...sources(one, two)];
  const second = [said('tre', 1, 2), ...sources(three, one)];
  const merged = mergeSources([first, second]);
  expect(merged.sources).toEqual([two, one, three]);
  expect(merged.parts).toEqual([[said('uno', 1), said('due', 2)], [said('tre', 3, 2)]]);
});

test('notes in lists and tables follow too, at any depth', () => {
  const blocks: Block[] = [
    said('prima', 1),
    {
      kind: 'list',
      ordered: false,
      items: [[{ kind: 'list', ordered: true, items: [[said('dentro', 2)]] }]],
    },
    { kind: 'table', caption: '', head: ['a', 'b'], rows: [[[{ text: 'x' }], [{ text: 'y', notes: [2] }]]] },
    ...sources(one, two),
  ];
  const { parts } = mergeSources([[...sources(three)], blocks]);
  expect(parts[0]).toEqual([]);
  expect(JSON.stringify(parts[1]).match(/"notes":\[\d+\]/g)).toEqual([
    '"notes":[2]',
    '"notes":[3]',
    '"notes":[3]',
  ]);
});

test('the same address with another title is another source; the same words without address are one', () => {
  const chapter = source('Capitolo', 'https://a.it/1');
  const merged = mergeSources([[...sources(one, chapter, three)], [said('x', 1), ...sources(three)]]);
  expect(merged.sources).toEqual([one, chapter, three]);
  expect(merged.parts[1]).toEqual([said('x', 3)]);
});

test('a note that leads nowhere is dropped, two notes that become one are one', () => {
  const { parts } = mergeSources([[said('x', 9, 1, 2), ...sources(one, one)]]);
  expect(parts[0]).toEqual([said('x', 1)]);
});

test('a source that no note cites is still there, and other headings stay', () => {
  const merged = mergeSources([[{ kind: 'heading', level: 2, text: 'Testo' }, said('x'), ...sources(one)]]);
  expect(merged.sources).toEqual([one]);
  expect(merged.parts[0]?.[0]).toEqual({ kind: 'heading', level: 2, text: 'Testo' });
});
