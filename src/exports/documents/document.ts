/**
 * A text to print, as data: what Word files, sheets of paper and notes on the screen have in common.
 * Whatever makes one says nothing of fonts; whatever writes one knows nothing of practices.
 */
export interface TextDocument {
  title: string;
  /** What the document is: «Scheda di buona pratica», «Nota di fattibilità». Printed above the title and in the header. */
  kind: string;
  /** One line below the title. */
  lead?: string | undefined;
  blocks: readonly Block[];
  /** Wide tables need the page turned. */
  landscape?: boolean | undefined;
  /** One sheet of paper holds it: smaller letters, narrower margins. */
  onePage?: boolean | undefined;
  /** To be read from afar, on one sheet: points of its letters. Its title is larger still. */
  poster?: number | undefined;
  /** Printed at the foot of each page, before its number. */
  footer: string;
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; runs: readonly Run[]; look?: 'read' | 'small' | 'warning' | 'quote' | undefined }
  /** `start` is the number of the first item, where it is not 1. */
  | { kind: 'list'; ordered: boolean; start?: number | undefined; items: readonly (readonly Block[])[] }
  | Table
  /** The numbered sources that the notes of the runs before it point to. */
  | { kind: 'sources'; items: readonly (readonly Run[])[] }
  /** Empty lines for a hand to write on. */
  | { kind: 'blank'; lines: number }
  | Boxes
  | { kind: 'page-break' };

export interface Table {
  kind: 'table';
  /** Printed above it, and its name for screen readers. */
  caption: string;
  head: readonly string[];
  /** The first cell of a row is its heading. A row of one cell is the title of the rows below it. */
  rows: readonly (readonly (readonly Run[])[])[];
  /** Share of the width of each column, in hundredths; equal when left out. */
  widths?: readonly number[] | undefined;
  /** Least height of a row, in millimetres: a hand writes in its cells, so that lines stand between all of them. */
  rowHeight?: number | undefined;
}

/** Boxes side by side, each with its title: what is in them, or room for a hand. */
export interface Boxes {
  kind: 'boxes';
  columns: number;
  items: readonly { title: string; hint?: string | undefined; text?: string | undefined }[];
  /** Least height of a box, in millimetres. */
  height: number;
}

/** A stretch of text with one look. */
export interface Run {
  text: string;
  bold?: boolean | undefined;
  italic?: boolean | undefined;
  /** Absolute address. */
  href?: string | undefined;
  /** Numbers of sources, printed as notes after the text. */
  notes?: readonly number[] | undefined;
  /** Set as «non documentato» is everywhere: dotted and calm. */
  undocumented?: boolean | undefined;
}

/** Printed wherever nobody documented a value. */
export const undocumented: Run = { text: 'non documentato', undocumented: true };

/** One run, or «non documentato». */
export const runOf = (text: string | null | undefined, look: Omit<Run, 'text'> = {}): Run =>
  text === undefined || text === null || text === '' ? undocumented : { text, ...look };

export const paragraph = (text: string, look?: Extract<Block, { kind: 'paragraph' }>['look']): Block => ({
  kind: 'paragraph',
  runs: [{ text }],
  look,
});

export const heading = (level: 1 | 2 | 3, text: string): Block => ({ kind: 'heading', level, text });

/** Points of the title of a poster, and of the line below it, beside the points of its letters. */
export const posterSizes = (points: number): { title: number; lead: number } => ({
  title: Math.min(44, Math.round(points * 1.5)),
  lead: Math.max(11, Math.round(points * 0.7)),
});

/** All the words of a document in the order of reading; for tests and for plain text. */
export function plainTextOf({ title, kind, lead, blocks }: TextDocument): string {
  const ofRuns = (runs: readonly Run[]): string =>
    runs.map(({ text, notes = [] }) => text + notes.map((number) => `[${number}]`).join('')).join('');
  const ofBlock = (block: Block): string => {
    switch (block.kind) {
      case 'heading':
        return block.text;
      case 'paragraph':
        return ofRuns(block.runs);
      case 'list':
        return block.items.map((item) => item.map(ofBlock).join('\n')).join('\n');
      case 'table':
        return [
          block.caption,
          block.head.join('\t'),
          ...block.rows.map((row) => row.map(ofRuns).join('\t')),
        ].join('\n');
      case 'sources':
        return block.items.map((runs, index) => `${index + 1}. ${ofRuns(runs)}`).join('\n');
      case 'boxes':
        return block.items
          .flatMap(({ title, hint, text }) => [title, hint, text])
          .filter(Boolean)
          .join('\n');
      case 'blank':
      case 'page-break':
        return '';
    }
  };
  return [kind, title, lead, ...blocks.map(ofBlock)].filter(Boolean).join('\n');
}
