import type { WorksheetBlock } from '../schemas/activity.ts';
import { rowLabelsOf, worksheetFields } from './worksheet-fields.ts';
import { answerIn, type WorksheetAnswers } from './worksheet-state.ts';

/**
 * Where the blocks of a worksheet stand on paper. A page cannot measure itself without a script, so that heights are
 * reckoned here, in millimetres and rather too high than too low; what is left over is given to the spaces to write in.
 */
export interface WorksheetLayout {
  /**
   * Sheets of A4, the parts filling them; on A3, turned on its side, two parts stand beside each other. What does not
   * fit in two sheets, or has a block higher than one, flows from page to page as any text.
   */
  sheets: 'one' | 'two' | 'flowing';
  /** A worksheet of one sheet still has two for the A3, unless it cannot be parted. */
  parts: readonly (readonly WorksheetBlock[])[];
  /** Which of two parts needs more width on A3. */
  wider: 'first' | 'second' | 'none';
}

/** What a sheet of A4 leaves to the blocks: less its margins, its foot and the lines at the top. */
const roomOnSheet = 212;
const line = { text: 4.6, letters: 100 };

/** Boxes of a canvas beside each other on A4. */
export const canvasColumns = (boxes: number): 2 | 3 =>
  boxes === 3 || (boxes >= 6 && boxes % 3 === 0) ? 3 : 2;

/** Items so short that two stand on one line. */
export const isShortList = (items: readonly string[]): boolean =>
  items.length >= 4 && items.every(({ length }) => length <= 44);

/** What was written takes room too, but parts nothing anew: the page stands as it was built. */
export function worksheetLayout(
  blocks: readonly WorksheetBlock[],
  answers: WorksheetAnswers = {},
): WorksheetLayout {
  const fields = worksheetFields(blocks);
  const middle = middleOf(blocks.map((block) => leastHeight(block)));
  const heights = blocks.map((block, index) => {
    const texts = (fields[index] ?? []).map((row) =>
      row.map((field) => (field ? answerIn(answers, field.key) : '')),
    );
    return leastHeight(block) + writtenHeight(block, texts);
  });
  const halves = [blocks.slice(0, middle), blocks.slice(middle)].filter((half) => half.length > 0);
  const [first, second] = [sum(heights.slice(0, middle)), sum(heights.slice(middle))];
  if (Math.max(first, second) > roomOnSheet) return { sheets: 'flowing', parts: [blocks], wider: 'none' };
  return { sheets: first + second > roomOnSheet ? 'two' : 'one', parts: halves, wider: widerOf(halves) };
}

const sum = (heights: readonly number[]): number => heights.reduce((all, height) => all + height, 0);

/** How many blocks make the first of two parts, so that the higher of the two is as low as it can be. */
function middleOf(heights: readonly number[]): number {
  let [best, lowest] = [heights.length, Infinity];
  for (let middle = 1; middle < heights.length; middle += 1) {
    const highest = Math.max(sum(heights.slice(0, middle)), sum(heights.slice(middle)));
    if (highest < lowest) [best, lowest] = [middle, highest];
  }
  return best;
}

function widerOf(parts: WorksheetLayout['parts']): WorksheetLayout['wider'] {
  if (parts.length !== 2) return 'none';
  const [first = false, second = false] = parts.map((part) => part.some(isWide));
  return first === second ? 'none' : first ? 'first' : 'second';
}

const isWide = (block: WorksheetBlock): boolean =>
  block.kind === 'matrix' ||
  (block.kind === 'canvas' && block.cells.length > 4) ||
  (block.kind === 'table' && block.columns.length > 3);

const linesOf = (text: string, letters = line.letters): number =>
  text.split('\n').reduce((all, own) => all + Math.ceil(own.length / letters), 0);

/** What the words written in a block need beyond the room that a hand has there anyway. */
function writtenHeight(block: WorksheetBlock, rows: readonly (readonly string[])[]): number {
  const over = (texts: readonly string[], letters: number, room: number): number =>
    Math.max(0, ...texts.map((text) => linesOf(text, letters) * 5.2 - room));
  switch (block.kind) {
    case 'text':
    case 'checklist':
      return 0;
    case 'lines':
      return over(rows.flat(), line.letters, block.lines * 9);
    case 'table':
      return sum(rows.map((row) => over(row, 92 / block.columns.length - 1, 8)));
    case 'matrix':
      return over(rows.flat().slice(0, 2), 44, 24) + over(rows.flat().slice(2), 44, 24);
    case 'canvas': {
      const columns = canvasColumns(block.cells.length);
      const texts = rows.flat();
      return sum(
        texts.map((_, index) =>
          index % columns === 0 ? over(texts.slice(index, index + columns), 92 / columns - 2, 14) : 0,
        ),
      );
    }
  }
}

/** Millimetres below which nobody can write in a block any more, with its heading and the space above it. */
function leastHeight(block: WorksheetBlock): number {
  const head = 5 + linesOf(block.heading, 70) * 6;
  const hint = block.kind !== 'text' && block.hint ? 1 + linesOf(block.hint) * line.text : 0;
  return head + hint + bodyHeight(block);
}

function bodyHeight(block: WorksheetBlock): number {
  switch (block.kind) {
    case 'text':
      return 1 + linesOf(block.text) * line.text;
    case 'lines':
      return block.lines * 9;
    case 'checklist':
      return (
        3 +
        block.items.reduce((all, item) => all + 2.6 + linesOf(item, 92) * line.text, 0) /
          (isShortList(block.items) ? 2 : 1)
      );
    case 'matrix':
      return 2 * 36 + 10;
    case 'canvas':
      return 2 + canvasHeight(block.cells);
    case 'table': {
      const letters = Math.floor(92 / block.columns.length) - 1;
      const headLines = Math.max(...block.columns.map((column) => linesOf(column, letters)));
      const rows = rowLabelsOf(block).map((label = '') => Math.max(12, 4 + linesOf(label, letters) * 4.4));
      return 3 + 4 + headLines * 4.4 + rows.reduce((all, row) => all + row, 0);
    }
  }
}

function canvasHeight(cells: readonly { label: string; hint?: string | undefined }[]): number {
  const columns = canvasColumns(cells.length);
  const letters = columns === 3 ? 30 : 46;
  const heights = cells.map(
    ({ label, hint = '' }) => 3 + linesOf(label, letters) * 5 + linesOf(hint, letters * 1.1) * 4.2 + 18,
  );
  let height = 0;
  for (let first = 0; first < cells.length; first += columns)
    height += Math.max(...heights.slice(first, first + columns)) + 2;
  return height;
}
