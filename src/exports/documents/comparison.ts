import { printedAddress } from '../../knowledge/citation.ts';
import {
  compare,
  namesOf,
  rowMark,
  type Cell,
  type CompareGroup,
  type Comparison,
} from '../../knowledge/compare.ts';
import type { OpenedSheet } from '../../knowledge/entry-file.ts';
import { comparePage } from '../../knowledge/routes.ts';
import { site } from '../../site.ts';
import { routeFrom } from './addresses.ts';
import { withCitedSources } from './cited-sources.ts';
import { heading, undocumented, type Block, type Run, type TextDocument } from './document.ts';

/** Sheets side by side, as a document of wide tables: one a group of rows, and the sources of all at the end. */
export function comparisonDocument(sheets: readonly OpenedSheet[]): TextDocument {
  return documentOf(compare(sheets));
}

/**
 * The same of a comparison that is already made.
 * @param groups the rows that the reader wants; all, when left out
 */
export function documentOf(
  comparison: Comparison,
  groups: readonly CompareGroup[] = comparison.groups,
): TextDocument {
  const { columns, sources } = comparison;
  const titles = columns.map(({ title }) => title);
  const [first] = columns;
  const address = first
    ? printedAddress(routeFrom(first.page, comparePage(columns.map(({ id }) => id))))
    : '';
  const isPartial = groups !== comparison.groups;
  return {
    kind: 'Confronto fra buone pratiche',
    title: namesOf(titles),
    lead: 'Le stesse domande a ogni scheda. Nessun punteggio: la scelta è di chi legge.',
    landscape: true,
    blocks: withCitedSources(
      [
        sheetList(comparison),
        ...readingNote(isPartial),
        ...groups.flatMap((group) => groupBlocks(group, titles)),
      ],
      sources,
      'Fonti',
    ),
    footer: `${site.name}, ${address}`,
  };
}

const sheetList = ({ columns }: Comparison): Block => ({
  kind: 'list',
  ordered: false,
  items: columns.map(({ title, city, page }) => [
    {
      kind: 'paragraph',
      runs: [{ text: title, bold: true }, { text: `, ${city}. ` }, { text: page, href: page }],
    },
  ]),
});

const readingNote = (isPartial: boolean): Block[] => [
  {
    kind: 'paragraph',
    look: 'small',
    runs: [
      { text: 'Ciò che nessuna fonte letta dice è scritto così: ' },
      undocumented,
      {
        text: `. Il numero piccolo accanto a un dato porta alla sua fonte, in fondo.${isPartial ? ' Qui non ci sono tutte le voci: chi ha preparato il documento ne ha nascoste.' : ''}`,
      },
    ],
  },
];

function groupBlocks({ title, rows }: CompareGroup, titles: readonly string[]): Block[] {
  const first = 18;
  return [
    heading(1, title),
    {
      kind: 'table',
      caption: `${title}: ${namesOf(titles)}`,
      head: ['Voce', ...titles],
      widths: [first, ...titles.map(() => (100 - first) / titles.length)],
      rows: rows.map((row) => {
        const mark = rowMark(row);
        return [
          [{ text: row.label, bold: true }, ...(mark ? [{ text: ` (${mark})` }] : [])],
          ...row.cells.map(cellRuns),
        ];
      }),
    },
  ];
}

function cellRuns(cell: Cell): Run[] {
  if (cell.length === 0) return [undocumented];
  return cell.flatMap((line, index) => [
    ...(index > 0 ? [{ text: '\n' }] : []),
    ...line.map(({ text, bold, href, notes, undocumented: missing }) => ({
      text,
      bold,
      notes,
      href: href && /^https?:/.test(href) ? href : undefined,
      undocumented: missing,
    })),
  ]);
}
