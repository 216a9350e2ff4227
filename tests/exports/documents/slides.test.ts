import { describe, expect, test } from 'vitest';
import type { Run } from '../../../src/exports/documents/document.ts';
import { sheetSlides, type Slide } from '../../../src/exports/documents/slides.ts';
import { formatValue } from '../../../src/knowledge/format.ts';
import { textContextOf } from '../../../src/knowledge/text-context.ts';
import type { Practice } from '../../../src/schemas/practice.ts';
import { fullestSheet } from './fullest-sheet.ts';
import { realSheets, sheetOf } from './real-sheets.ts';

const printedRuns = ({ columns, table }: Slide): Run[] => [
  ...columns.flat().flatMap(({ items }) => items.flat()),
  ...(table?.rows.flat(2) ?? []),
];
const printed = (slide: Slide): string =>
  printedRuns(slide)
    .map(({ text }) => text)
    .join('\n');

describe.each(realSheets.map(({ id }) => id))('the slides of %s', (id) => {
  const { sheet } = sheetOf(id);
  const deck = sheetSlides(sheet);
  const context = textContextOf(sheet.graph, sheet.practice.data);

  test('are five, each with a title of its own', () => {
    expect(new Set(deck.slides.map(({ title }) => title)).size).toBe(5);
    expect(deck.slides).toHaveLength(5);
  });

  test('have at the foot of each the sources that it cites and no other, and in its notes the same in full', () => {
    for (const slide of deck.slides) {
      const cited = [...new Set(printedRuns(slide).flatMap(({ notes = [] }) => notes))].sort((a, b) => a - b);
      const listed = [...slide.sources.matchAll(/(?:: |; )(\d+)\. /g)].map(([, number]) => Number(number));
      expect(listed).toEqual(cited);
      for (const number of cited) {
        const source = context.sources[number - 1];
        expect(
          slide.notes.some((line) => line.startsWith(`${number}. `) && line.includes(source?.title ?? '?')),
        ).toBe(true);
      }
    }
  });

  test('give every fact of the sheet with its source, the printed ones with its number beside them', () => {
    const numbers = deck.slides[2];
    for (const { indicator, facts } of context.groups)
      for (const fact of facts) {
        const line = formatValue(fact, indicator);
        const mark = `[${context.numberOf(fact.source)}]`;
        expect(numbers?.notes.some((text) => text.includes(line) && text.includes(mark))).toBe(true);
      }
    for (const [, values = []] of numbers?.table?.rows ?? [])
      for (const { bold, notes = [], text } of values)
        if (bold && text !== 'non documentato') expect(notes.length, text).toBeGreaterThan(0);
  });

  test('all sheets have words under every heading', () => {
    for (const { items, heading } of deck.slides.flatMap(({ columns }) => columns.flat()))
      expect(items.length > 0 || heading !== undefined).toBe(true);
  });
});

function slidesWith(changes: Partial<Practice>) {
  const { sheet } = sheetOf('tonite');
  return sheetSlides({
    ...sheet,
    practice: { ...sheet.practice, data: { ...sheet.practice.data, ...changes } },
  });
}

test('values that disagree stand side by side, each with its own source', () => {
  const row = sheetSlides(sheetOf('tonite').sheet).slides[2]?.table?.rows.find(([name]) =>
    name?.[0]?.text.startsWith('Candidature ricevute'),
  );
  const values = (row?.[1] ?? []).filter(({ bold }) => bold);
  expect(values.map(({ text }) => text)).toEqual(['oltre 89 candidature', '83 candidature']);
  expect(new Set(values.flatMap(({ notes = [] }) => notes)).size).toBe(2);
  expect(printed({ columns: [], table: { rows: [row ?? []] } } as unknown as Slide)).toContain(
    'le fonti non concordano',
  );
});

test('what nobody documented says so, on the slide and in the notes', () => {
  const slides = slidesWith({ difficulties: undefined, teaching: undefined }).slides;
  const last = slides.at(-1);
  expect(last?.columns.flat().filter(({ items }) => items.flat()[0]?.undocumented)).toHaveLength(2);
  expect(last?.notes).toContain('Non documentato.');
});

test('a paragraph that announces a list that is not there is left out', () => {
  const answer = sheetSlides(sheetOf('homes4all').sheet).slides[1];
  for (const [block] of answer?.columns ?? []) expect(block?.items.at(-1)?.at(-1)?.text).not.toMatch(/:\s*$/);
});

test('with every field as long as can be, what does not fit is in the notes', () => {
  const { slides } = sheetSlides(fullestSheet());
  expect(printed(slides[1] as Slide)).toContain('Nelle note di questa diapositiva e nella scheda.');
  expect(slides[1]?.notes.join('').length).toBeGreaterThan(5000);
  expect(slides[3]?.notes.filter((line) => line.startsWith('– '))).toHaveLength(20 + 60 + 16 + 10);
});
