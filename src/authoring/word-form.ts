import {
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
} from 'docx';
import {
  documentStyles,
  gridBorders,
  headShading,
  numberings,
  pageOf,
  styles,
} from '../exports/docx-styles.ts';
import { fixedZip } from '../exports/fixed-zip.ts';
import type { FormLists } from '../exports/form-lists.ts';
import { xmlText } from '../exports/xml-text.ts';
import type { FormKind } from '../knowledge/routes.ts';
import { site } from '../site.ts';
import type { AreaContent } from './area.ts';
import { namesIn } from './form-names.ts';
import type { SheetDraft } from './sheet-draft.ts';
import { templateKinds } from './template.ts';
import { wordBody } from './word-body.ts';
import { wordParts, type WordPart, type WordRow } from './word-parts.ts';

interface Material {
  kind: FormKind;
  /** Null for a workshop. */
  area: AreaContent | null;
  lists: FormLists;
  draft?: SheetDraft | undefined;
}

/** The style of what guides: taken from the form by its words when the file comes back. */
const guideStyle = styles.small;

/**
 * The form of a sheet as a Word file, made from the schema and the area: empty, or with the answers of a draft. The
 * same material gives the same bytes.
 */
export async function wordForm({ kind, area, lists, draft }: Material): Promise<ArrayBuffer> {
  const { properties, textWidth } = pageOf(false);
  const body = wordBody();
  const parts = wordParts({ kind, area, lists, names: namesIn(lists), draft });
  const children = parts.flatMap((part) => childrenOf(part, textWidth, body.written));
  const title = typeof draft?.data.title === 'string' ? draft.data.title : templateKinds[kind];
  const file = new Document({
    title,
    creator: site.name,
    lastModifiedBy: site.name,
    styles: documentStyles(textWidth),
    numbering: numberings(body.starts),
    footnotes: body.footnotes,
    sections: [
      {
        properties,
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                style: styles.footer,
                children: [
                  new TextRun({ children: ['pagina ', PageNumber.CURRENT, ' di ', PageNumber.TOTAL_PAGES] }),
                ],
              }),
            ],
          }),
        },
        children: [new Paragraph({ style: styles.title, children: runs(title) }), ...children],
      },
    ],
  });
  const bytes = await Packer.toArrayBuffer(file, undefined, [
    { path: 'docProps/core.xml', data: coreProperties },
  ]);
  return fixedZip(bytes);
}

/** Without the moment at which it was made. */
const coreProperties =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
  `<dc:creator>${site.name}</dc:creator><dc:language>it-IT</dc:language></cp:coreProperties>`;

const levels = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];

function childrenOf(
  part: WordPart,
  textWidth: number,
  written: (markdown: string) => FileChild[],
): FileChild[] {
  switch (part.part) {
    case 'heading':
      return [new Paragraph({ heading: levels[part.level - 1], children: runs(part.text) })];
    case 'guide':
      return [new Paragraph({ style: guideStyle, children: runs(part.text) })];
    case 'table':
      return [tableOf(part.rows, textWidth), new Paragraph({ style: guideStyle })];
    case 'section':
      return part.text.trim() === '' ? [new Paragraph({}), new Paragraph({})] : written(part.text);
  }
}

function tableOf(rows: readonly WordRow[], textWidth: number): Table {
  const [left, right] = [Math.round(textWidth * 0.4), Math.round(textWidth * 0.6)];
  const cell = (width: number, children: Paragraph[], options: object = {}) =>
    new TableCell({ width: { size: width, type: WidthType.DXA }, children, ...options });
  return new Table({
    width: { size: left + right, type: WidthType.DXA },
    columnWidths: [left, right],
    layout: TableLayoutType.FIXED,
    borders: gridBorders,
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
    rows: rows.map(
      ({ key, label, help, answer }) =>
        new TableRow({
          cantSplit: true,
          children: [
            cell(
              left,
              [
                // a table may go on over the page: one that stays whole leaves half a page empty
                new Paragraph({ style: styles.tableHead, keepNext: false, children: runs(label) }),
                new Paragraph({ style: guideStyle, keepNext: false, children: runs(`${help} [${key}]`) }),
              ],
              { shading: headShading },
            ),
            cell(
              right,
              (answer.length > 0 ? answer : ['']).map(
                (words) => new Paragraph({ style: styles.tableText, children: runs(words) }),
              ),
            ),
          ],
        }),
    ),
  });
}

const runs = (text: string): TextRun[] => [new TextRun({ text: xmlText(text) })];
