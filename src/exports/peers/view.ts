import type { OpenedSheet } from '../../knowledge/entry-file.ts';
import { textContextOf } from '../../knowledge/text-context.ts';
import type { Practice } from '../../schemas/practice.ts';
import { bodyOf } from '../documents/body.ts';
import type { Block, Run } from '../documents/document.ts';
import type { Paragraph, PeerView } from './form.ts';

/** Reads the text of the sheet once. */
export function peerView(sheet: OpenedSheet, { isDraft = false } = {}): PeerView {
  const data: Partial<Practice> = sheet.practice.data;
  const context = textContextOf(sheet.graph, data);
  const { sections } = bodyOf(sheet, context);
  return {
    data,
    context,
    page: isDraft ? null : sheet.page,
    section: (title) =>
      sections
        .filter((section) => section.title === title)
        .flatMap(({ blocks }) => blocks.flatMap(paragraphsOf)),
  };
}

/** A block in paragraphs: boxes of a form take neither tables nor headings. */
function paragraphsOf(block: Block): Paragraph[] {
  switch (block.kind) {
    case 'heading':
      return [{ runs: [{ text: block.text }] }];
    case 'paragraph':
      return [{ runs: block.runs }];
    case 'list':
      return block.items.flatMap((item) =>
        item.flatMap(paragraphsOf).map(({ runs }) => ({ runs, item: true })),
      );
    case 'table':
      return block.rows.map((row) => ({
        item: true,
        runs: row.flatMap((runs, column) => [...columnName(block.head, column), ...runs]),
      }));
    default:
      return [];
  }
}

/** Beside one value the name of its only column says nothing new. */
function columnName(head: readonly string[], column: number): Run[] {
  if (column === 0) return [];
  const name = head[column] ?? '';
  return [{ text: head.length > 2 && name !== '' ? `; ${name}: ` : ': ' }];
}
