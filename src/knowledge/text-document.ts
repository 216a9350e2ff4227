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
