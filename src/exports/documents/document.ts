import type { Block, Run, TextDocument } from '../../knowledge/text-document.ts';

export type { Block, Boxes, Run, Table, TextDocument } from '../../knowledge/text-document.ts';

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
