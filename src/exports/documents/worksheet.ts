import {
  rowLabelsOf,
  signatureFields,
  worksheetFields,
  type FieldRows,
} from '../../knowledge/worksheet-fields.ts';
import {
  answerIn,
  goneAnswers,
  ticked,
  type WorksheetAnswer,
  type WorksheetAnswers,
} from '../../knowledge/worksheet-state.ts';
import type { WorksheetBlock } from '../../schemas/activity.ts';
import { site } from '../../site.ts';
import { heading, paragraph, type Block, type Boxes, type Run, type TextDocument } from './document.ts';

/** Millimetres that a hand needs. */
const room = { row: 14, box: 34, quarter: 42 };

/** The worksheet of an activity to print or to write in with a word processor, with what was already written. */
export function worksheetDocument(
  title: string,
  blocks: readonly WorksheetBlock[],
  answers: WorksheetAnswers = {},
): TextDocument {
  return {
    kind: 'Scheda di lavoro',
    title,
    blocks: [signatureTable(answers), ...worksheetBlocks(blocks, answers), ...goneBlocks(blocks, answers)],
    footer: `${site.name}. Scheda di lavoro dell’attività «${title}»`,
  };
}

/**
 * The parts of a worksheet as blocks of a document, each with its heading (of the second level); what was written is
 * in its place, and every space left empty is room for a hand. `answers` are those kept by the online worksheet, by
 * key; without them all is empty.
 */
export function worksheetBlocks(blocks: readonly WorksheetBlock[], answers: WorksheetAnswers = {}): Block[] {
  const fields = worksheetFields(blocks);
  return blocks.flatMap((block, index) => [
    heading(2, block.heading),
    ...partBlocks(block, textsOf(fields[index] ?? [], answers)),
  ]);
}

/** What stands in each space of a block; empty where nothing does. */
type Texts = readonly (readonly string[])[];

const textsOf = (rows: FieldRows, answers: WorksheetAnswers): Texts =>
  rows.map((row) => row.map((field) => (field ? answerIn(answers, field.key) : '')));

function partBlocks(block: WorksheetBlock, texts: Texts): Block[] {
  if (block.kind === 'text') return [paragraph(block.text)];
  const hint = block.hint ? [paragraph(block.hint, 'small')] : [];
  const first = texts.map(([text = '']) => text);
  switch (block.kind) {
    case 'lines':
      return [...hint, first[0] ? paragraph(first[0]) : { kind: 'blank', lines: block.lines }];
    case 'table':
      return [tableBlock(block, texts)];
    case 'checklist':
      return [
        ...hint,
        {
          kind: 'list',
          ordered: false,
          items: block.items.map((item, index) => [
            { kind: 'paragraph', runs: [{ text: first[index] ? '☑ ' : '☐ ' }, { text: item }] },
          ]),
        },
      ];
    case 'matrix':
      return [
        ...hint,
        paragraph(
          `Verso l’alto cresce: ${block.vertical}. Verso destra cresce: ${block.horizontal}.`,
          'small',
        ),
        boxes(
          block.cells.map((title) => ({ title })),
          first,
          room.quarter,
        ),
      ];
    case 'canvas':
      return [
        ...hint,
        boxes(
          block.cells.map(({ label, hint }) => ({ title: label, hint })),
          first,
          room.box,
        ),
      ];
  }
}

function tableBlock(block: Extract<WorksheetBlock, { kind: 'table' }>, texts: Texts): Block {
  const isBegun = texts.flat().some((text) => text !== '');
  return {
    kind: 'table',
    caption: block.hint ?? (isBegun ? 'Tabella riempita' : 'Tabella da riempire'),
    head: block.columns,
    rows: rowLabelsOf(block).map((label, row) =>
      block.columns.map((_, column): Run[] => [
        {
          text: column === 0 && label ? label : (texts[row]?.[column] ?? ''),
          bold: column === 0 && Boolean(label),
        },
      ]),
    ),
    rowHeight: room.row,
  };
}

const boxes = (
  titles: readonly { title: string; hint?: string | undefined }[],
  texts: readonly string[],
  height: number,
): Boxes => ({
  kind: 'boxes',
  columns: 2,
  items: titles.map((item, index) => ({ ...item, text: texts[index] })),
  height,
});

/** Whose it is, in one row to fill in. */
const signatureTable = (answers: WorksheetAnswers): Block => ({
  kind: 'boxes',
  columns: signatureFields.length,
  items: signatureFields.map(({ key, name }) => ({ title: name, text: answerIn(answers, key) })),
  height: room.row,
});

/** What was written in spaces of an earlier edition is not lost. */
function goneBlocks(blocks: readonly WorksheetBlock[], answers: WorksheetAnswers): Block[] {
  const gone = goneAnswers(answers, worksheetKeys(blocks));
  if (gone.length === 0) return [];
  return [
    heading(2, goneTitle),
    {
      kind: 'list',
      ordered: false,
      items: gone.map((answer) => [
        { kind: 'paragraph', runs: [{ text: `${answer.field}: `, bold: true }, { text: goneText(answer) }] },
      ]),
    },
  ];
}

/** Heading of what the worksheet asks no more. */
export const goneTitle = 'Spazi che la scheda non ha più';

/** A box says that it was ticked. */
export const goneText = ({ text }: WorksheetAnswer): string => (text === ticked ? 'spuntata' : text);

const worksheetKeys = (blocks: readonly WorksheetBlock[]): ReadonlySet<string> =>
  new Set([
    ...signatureFields.map(({ key }) => key),
    ...worksheetFields(blocks).flatMap((rows) =>
      rows.flatMap((row) => row.flatMap((field) => field?.key ?? [])),
    ),
  ]);
