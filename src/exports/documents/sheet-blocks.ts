import type { OpenedSheet } from '../../knowledge/entry-file.ts';
import { capital, formatDate } from '../../knowledge/format.ts';
import type { SourceLine, TextContext } from '../../knowledge/text-context.ts';
import type { Practice } from '../../schemas/practice.ts';
import { sourceKinds } from '../../schemas/labels.ts';
import { heading, undocumented, type Block, type Run } from './document.ts';

/** What every part of the document of a sheet is made from. */
export interface SheetContext {
  sheet: OpenedSheet;
  data: Practice;
  context: TextContext;
}

/** A sentence with its label and source, as the page lists it. */
interface Remark {
  text: string;
  label?: string | undefined;
  href?: string | undefined;
  more?: string | false | undefined;
  source?: string | undefined;
}

/** A part of the sheet; «non documentato» where nobody wrote anything. */
export const part = (title: string, blocks: readonly Block[]): Block[] => [
  heading(1, title),
  ...(blocks.length > 0 ? blocks : [lineOf([undocumented])]),
];

/** A smaller part, only where there is something in it. */
export const subpart = (title: string, blocks: readonly Block[]): Block[] =>
  blocks.length > 0 ? [heading(2, title), ...blocks] : [];

export const lineOf = (runs: readonly Run[], look?: 'read' | 'small' | 'warning'): Block => ({
  kind: 'paragraph',
  runs,
  look,
});

export const listOf = (items: readonly (readonly Block[])[], ordered = false): Block[] =>
  items.length > 0 ? [{ kind: 'list', ordered, items }] : [];

export const notesOf = (context: TextContext, ...sources: readonly (string | undefined)[]): number[] =>
  sources.flatMap((source) => (source === undefined ? [] : context.numberOf(source)));

/** As `Remarks.astro` prints them. */
export const remarks = (items: readonly Remark[], context: TextContext): Block[] =>
  listOf(
    items.map(({ text, label, href, more, source }) => [
      lineOf([
        ...(label ? [{ text: `${capital(label)}: `, bold: true }] : []),
        { text, href, notes: notesOf(context, source) },
      ]),
      ...(more ? [lineOf([{ text: more }])] : []),
    ]),
  );

/** A source with all that the page says of it, and its address in full: paper cannot be clicked. */
export function sourceRuns({
  publisher,
  title,
  kind,
  date,
  url,
  accessed,
  archiveUrl,
  note,
}: SourceLine): Run[] {
  const what = [kind && sourceKinds[kind], date ? formatDate(date) : 'data non indicata'];
  return [
    { text: `${publisher}, ` },
    { text: title, italic: true },
    { text: `, ${what.filter(Boolean).join(', ')}. ` },
    ...(url ? [{ text: url, href: url }] : [{ text: 'Indirizzo non documentato' }]),
    { text: `. Consultata il ${formatDate(accessed)}.` },
    ...(archiveUrl
      ? [{ text: ' Copia d’archivio: ' }, { text: archiveUrl, href: archiveUrl }, { text: '.' }]
      : []),
    ...(note ? [{ text: ` ${note}` }] : []),
  ];
}
