import { describe, expect, test } from 'vitest';
import {
  plainTextOf,
  type Block,
  type Run,
  type TextDocument,
} from '../../../src/exports/documents/document.ts';
import { handout } from '../../../src/exports/documents/handout.ts';
import type { Practice } from '../../../src/schemas/practice.ts';
import { fullestSheet } from './fullest-sheet.ts';
import { realSheets, sheetOf } from './real-sheets.ts';

const runsOf = (block: Block): readonly Run[] =>
  block.kind === 'paragraph'
    ? block.runs
    : block.kind === 'list'
      ? block.items.flat().flatMap(runsOf)
      : block.kind === 'table'
        ? block.rows.flat(2)
        : [];
const notesIn = ({ blocks }: TextDocument): number[] =>
  blocks.flatMap(runsOf).flatMap(({ notes = [] }) => notes);
const sourcesIn = ({ blocks }: TextDocument) =>
  blocks.flatMap((block) => (block.kind === 'sources' ? block.items : []));
const below = ({ blocks }: TextDocument, title: string): Block[] => {
  const start = blocks.findIndex((block) => block.kind === 'heading' && block.text.startsWith(title));
  const end = blocks.findIndex((block, index) => index > start && block.kind === 'heading');
  if (start < 0) throw new Error(`no part «${title}»`);
  return blocks.slice(start + 1, end);
};
const textOf = (blocks: readonly Block[]): string => plainTextOf({ title: '', kind: '', footer: '', blocks });

function handoutWith(changes: Partial<Practice>): TextDocument {
  const { sheet } = sheetOf('tonite');
  return handout({ ...sheet, practice: { ...sheet.practice, data: { ...sheet.practice.data, ...changes } } });
}

describe.each(realSheets.map(({ id }) => id))('the handout of %s', (id) => {
  const { sheet } = sheetOf(id);
  const content = handout(sheet);
  const { data } = sheet.practice;

  test('has its own sources, each cited, in the order of reading', () => {
    const seen = [...new Set(notesIn(content))];
    expect(seen).toEqual(seen.map((_, index) => index + 1));
    expect(sourcesIn(content)).toHaveLength(seen.length);
  });

  test('says in every part what it has, what it leaves to the sheet, or that nobody documented it', () => {
    for (const title of [
      'Le parti essenziali',
      'Che cosa serve prima',
      'Quando non usarla',
      'Che cosa è andato storto',
      'I primi atti',
      'Che cosa non sappiamo',
    ])
      expect(textOf(below(content, title)).trim(), title).not.toBe('');
  });

  test('prints the words of the sheet, whole', () => {
    const texts = new Set([
      ...(data.whenNotTo ?? []).map(({ text }) => text),
      ...(data.difficulties ?? []).map(({ text }) => text),
    ]);
    const printed = [...below(content, 'Quando non usarla'), ...below(content, 'Che cosa è andato storto')]
      .flatMap((block) => (block.kind === 'list' ? block.items : []))
      .map((item) => textOf(item).replace(/\[\d+\]$/, ''));
    for (const text of printed) expect(texts).toContain(text);
  });

  test('is the same every time', () => {
    expect(handout(sheet)).toEqual(content);
  });
});

test('a figure never goes without its note', () => {
  const table = handout(sheetOf('tonite').sheet).blocks.find((block) => block.kind === 'table');
  for (const name of ['Risorse', 'Persone raggiunte', 'Quando']) {
    const row = table?.rows.find(([title]) => title?.[0]?.text === name);
    expect(row?.[1]?.[0]?.notes?.length, name).toBeGreaterThan(0);
  }
});

test('a figure that many sources give has some of them, and counts the others', () => {
  const { sheet } = sheetOf('tonite');
  const fact = sheet.practice.data.facts.find(({ indicator }) => indicator === 'participants');
  const people = sheet.graph.all('indicator').find(({ data }) => data.headline?.of === 'people');
  expect(fact ?? people).toBeDefined();
  const sources = sheet.practice.data.sources.slice(0, 7);
  const content = handoutWith({
    facts: sources.map(({ id }, index) => ({ indicator: people?.id ?? '', value: 100 + index, source: id })),
    differences: undefined,
  });
  const row = content.blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.filter(([title]) => title?.[0]?.text === 'Persone raggiunte') : [],
  )[0];
  const [figure, about] = row?.[1] ?? [];
  expect(figure?.text).toMatch(/^da 100 a 106/);
  expect(figure?.notes).toHaveLength(3);
  expect(about?.text).toContain('altre 4 fonti nella scheda');
  // a range stands on its two ends
  const cited = sourcesIn(content).map((runs) => runs.map(({ text }) => text).join(''));
  for (const end of [sources[0], sources.at(-1)])
    expect(cited.some((line) => line.includes(end?.title.slice(0, 30) ?? '?'))).toBe(true);
});

test('only conditions that are indispensable stand on it, and the others are counted', () => {
  const content = handoutWith({
    conditions: [
      { kind: 'people', text: 'Questa si può saltare.', essential: false },
      { kind: 'money', text: 'Questa serve davvero.', essential: true },
      { kind: 'money', text: 'Anche questa si può saltare.', essential: false },
    ],
  });
  const text = textOf(below(content, 'Che cosa serve prima'));
  expect(text).toContain('Questa serve davvero.');
  expect(text).not.toContain('saltare');
  expect(text).toContain('Altre 2 condizioni nella scheda.');
});

test('one thing left out is called by its name', () => {
  const whenNotTo = ['Uno.', 'Due.', 'Tre.'].map((text) => ({ text }));
  expect(textOf(below(handoutWith({ whenNotTo }), 'Quando non usarla'))).toContain(
    'Un altro caso nella scheda.',
  );
});

test('what nobody documented says so', () => {
  const content = handoutWith({
    whenNotTo: undefined,
    difficulties: [],
    procedure: undefined,
    openQuestions: undefined,
  });
  for (const title of [
    'Quando non usarla',
    'Che cosa è andato storto',
    'I primi atti',
    'Che cosa non sappiamo',
  ])
    expect(textOf(below(content, title))).toBe('non documentato');
});

test('where every text is too long, what there is is counted and nothing is cut', () => {
  const content = handout(fullestSheet());
  expect(textOf(below(content, 'Quando non usarla'))).toBe('10 casi nella scheda.');
  expect(sourcesIn(content).length).toBeLessThan(12);
});
