import { describe, expect, test } from 'vitest';
import { canvasColumns, isShortList, worksheetLayout } from '../../src/knowledge/worksheet-layout.ts';
import type { WorksheetBlock } from '../../src/schemas/activity.ts';
import { allBlocks } from '../exports/documents/all-worksheet-blocks.ts';

const lines = (count: number, heading = 'Note'): WorksheetBlock => ({ kind: 'lines', heading, lines: count });
const table = (columns: number, rows: number): WorksheetBlock => ({
  kind: 'table',
  heading: 'Una tabella',
  columns: Array.from({ length: columns }, (_, column) => `Colonna ${column + 1}`),
  rows,
});

test('the parts are the worksheet, in its order', () => {
  for (let count = 1; count <= allBlocks.length; count += 1) {
    const blocks = allBlocks.slice(0, count);
    expect(worksheetLayout(blocks).parts.flat()).toEqual(blocks);
  }
});

test('what fits stays on one sheet of A4, and stands in two parts on A3', () => {
  const { sheets, parts } = worksheetLayout([lines(4), lines(4), lines(8)]);
  expect({ sheets, sizes: parts.map(({ length }) => length) }).toEqual({ sheets: 'one', sizes: [2, 1] });
});

test('a single block cannot be parted', () => {
  expect(worksheetLayout([lines(3)])).toEqual({ sheets: 'one', parts: [[lines(3)]], wider: 'none' });
});

test('what does not fit takes two sheets, as even as they can be', () => {
  const { sheets, parts } = worksheetLayout([lines(15), lines(12), lines(3)]);
  expect({ sheets, sizes: parts.map(({ length }) => length) }).toEqual({ sheets: 'two', sizes: [1, 2] });
});

test('what two sheets cannot hold, and a block higher than one, is not forced into them', () => {
  for (const blocks of [[lines(30)], [lines(15), lines(15), lines(15)], [lines(2), table(6, 20)]])
    expect(worksheetLayout(blocks)).toEqual({ sheets: 'flowing', parts: [blocks], wider: 'none' });
});

describe('what was written', () => {
  const blocks = [lines(3), table(4, 5), lines(4, 'Altro')];
  const written = (key: string, text: string) =>
    worksheetLayout(blocks, { [key]: { field: 'Uno spazio', text } });

  test('changes nothing while there is room for it', () => {
    expect(written('note', 'Due righe\ndi parole.')).toEqual(worksheetLayout(blocks));
  });

  test.each([
    ['note', 'Parole '.repeat(500)],
    ['note', 'a\n'.repeat(60)],
    ['una-tabella.riga-2.colonna-3', 'Parole '.repeat(150)],
  ])('and in %s makes the sheets flow when there is none', (key, text) => {
    const { sheets, parts } = written(key, text);
    expect(worksheetLayout(blocks).sheets).toBe('one');
    expect({ sheets, parts }).toEqual({ sheets: 'flowing', parts: [blocks] });
  });
});

test('on A3 the part that has a wide block has more of the width, unless both do', () => {
  expect(worksheetLayout([table(5, 3), lines(3)]).wider).toBe('first');
  expect(worksheetLayout([lines(3), table(5, 3)]).wider).toBe('second');
  expect(worksheetLayout([table(4, 3), table(5, 3)]).wider).toBe('none');
  expect(worksheetLayout([lines(3), lines(3)]).wider).toBe('none');
});

test('boxes stand two by two, or three by three where that leaves no hole', () => {
  expect([2, 3, 4, 5, 6, 7, 8, 9, 12].map(canvasColumns)).toEqual([2, 3, 2, 2, 3, 2, 2, 3, 3]);
});

test('only lists of several short items stand in two columns', () => {
  expect(isShortList(['uno', 'due', 'tre', 'quattro'])).toBe(true);
  expect(isShortList(['uno', 'due', 'tre'])).toBe(false);
  expect(isShortList(['uno', 'due', 'tre', 'quattro parole che non stanno in mezza riga di foglio'])).toBe(
    false,
  );
});
