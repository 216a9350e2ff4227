import type { WorksheetBlock } from '../schemas/activity.ts';
import { anchorOf } from './format.ts';

/** One space of a worksheet that somebody fills in. */
export interface WorksheetField {
  /** Made of the words of the worksheet, so that a later edition never takes what was written to another space. */
  key: string;
  /** What it is called by itself, away from its place: «I tre giri: Domande, Che cosa ho sentito». */
  name: string;
}

/** The spaces of a block: the rows of its table, otherwise one to a row. Null is a cell that names its row. */
export type FieldRows = readonly (readonly (WorksheetField | null)[])[];

/** What stands above every worksheet: whose it is. */
export const signatureFields: readonly WorksheetField[] = [
  { key: 'firma.gruppo', name: 'Gruppo' },
  { key: 'firma.citta', name: 'Città' },
  { key: 'firma.data', name: 'Data' },
];

const longestPart = 50;

/** The spaces of each block, in their order. */
export function worksheetFields(blocks: readonly WorksheetBlock[]): FieldRows[] {
  const taken = new Set(signatureFields.map(({ key }) => key));
  const unique = (key: string): string => {
    let free = key;
    for (let number = 2; taken.has(free); number += 1) free = `${key}-${number}`;
    taken.add(free);
    return free;
  };
  return blocks.map((block) => {
    const field = (place: readonly string[]): WorksheetField => ({
      key: unique(
        [block.heading, ...place].map((words) => anchorOf(words).slice(0, longestPart) || 'x').join('.'),
      ),
      name: place.length > 0 ? `${block.heading}: ${place.join(', ')}` : block.heading,
    });
    return fieldRows(block, field);
  });
}

function fieldRows(block: WorksheetBlock, field: (place: readonly string[]) => WorksheetField): FieldRows {
  switch (block.kind) {
    case 'text':
      return [];
    case 'lines':
      return [[field([])]];
    case 'checklist':
      return block.items.map((item) => [field([item])]);
    case 'matrix':
      return block.cells.map((cell) => [field([cell])]);
    case 'canvas':
      return block.cells.map(({ label }) => [field([label])]);
    case 'table':
      return rowLabelsOf(block).map((label, index) =>
        block.columns.map((column, place) =>
          place === 0 && label ? null : field([label ?? `riga ${index + 1}`, column]),
        ),
      );
  }
}

/** One name, or none, for each row of a table. */
export const rowLabelsOf = ({
  rows,
  rowLabels = [],
}: Extract<WorksheetBlock, { kind: 'table' }>): (string | undefined)[] =>
  Array.from({ length: Math.max(rows, rowLabels.length) }, (_, index) => rowLabels[index]);
