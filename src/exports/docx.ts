import {
  Bookmark,
  Document,
  ExternalHyperlink,
  Footer,
  Header,
  HeightRule,
  InternalHyperlink,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import { site } from '../site.ts';
import type { Block, Boxes, Run, Table as TableBlock, TextDocument } from './documents/document.ts';
import {
  bullets,
  closeStyles,
  deepest,
  documentStyles,
  gridBorders,
  groupShading,
  headShading,
  indentOf,
  millimetres,
  numberings,
  numbersFrom,
  pageOf,
  posterStyles,
  sourceNumbers,
  styles,
  tableBorders,
  ticks,
} from './docx-styles.ts';
import { xmlText } from './xml-text.ts';

/**
 * The Word file of a document: real styles, headings, lists, tables with their head on each page, notes that lead to
 * the numbered sources. It says nothing of the day or the computer it was made on.
 */
export function docxOf(content: TextDocument): Promise<ArrayBuffer> {
  const { properties, textWidth } = pageOf(
    content.landscape === true,
    content.onePage === true || content.poster !== undefined,
  );
  const writer = new Writer(content.blocks, textWidth);
  const opening = [
    new Paragraph({ style: styles.kind, children: text(content.kind) }),
    new Paragraph({ style: styles.title, children: text(content.title) }),
    ...(content.lead ? [new Paragraph({ style: styles.lead, children: text(content.lead) })] : []),
  ];
  const footer = new Footer({
    children: [
      new Paragraph({
        style: styles.footer,
        children: [
          ...text(content.footer),
          new TextRun({
            children: [new Tab(), 'pagina ', PageNumber.CURRENT, ' di ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  });
  const header = new Header({
    children: [new Paragraph({ style: styles.header, children: text(`${content.kind}: ${content.title}`) })],
  });
  const file = new Document({
    styles: stylesOf(content, textWidth),
    sections: [
      {
        properties,
        // the first page begins with what the header of the others repeats
        headers: { default: header, first: new Header({ children: [new Paragraph({})] }) },
        footers: { default: footer, first: footer },
        children: [...opening, ...writer.written()],
      },
    ],
    numbering: numberings(writer.starts),
  });
  return Packer.toArrayBuffer(file, undefined, [
    { path: 'docProps/core.xml', data: coreProperties(content) },
  ]);
}

function stylesOf({ onePage, poster }: TextDocument, textWidth: number): ReturnType<typeof documentStyles> {
  if (poster !== undefined) return posterStyles(textWidth, poster);
  return onePage ? closeStyles(textWidth) : documentStyles(textWidth);
}

/** What stands next to a block changes its look. */
interface Around {
  above?: Block['kind'] | undefined;
  below?: Block['kind'] | undefined;
}

/** A table of so many rows is not cut by the end of a page. */
const fewRows = 7;

/** Turns blocks into paragraphs and tables, one after the other: numbers of lists and of sources go on. */
class Writer {
  readonly starts = new Set<number>([1]);
  readonly #blocks: readonly Block[];
  readonly #textWidth: number;
  readonly #lists: readonly (readonly (readonly Run[])[])[];
  #sourceLists = 0;
  #numberedLists = 0;
  #onNewPage = false;

  constructor(blocks: readonly Block[], textWidth: number) {
    this.#blocks = blocks;
    this.#textWidth = textWidth;
    this.#lists = blocks.flatMap((block) => (block.kind === 'sources' ? [block.items] : []));
  }

  written(): FileChild[] {
    return this.#blocks.flatMap((block, index) => {
      const [above, below] = [this.#blocks[index - 1]?.kind, this.#blocks[index + 1]?.kind];
      return this.#block(block, { above, below });
    });
  }

  #block(block: Block, { above, below }: Around = {}, depth = -1): FileChild[] {
    const belowTable = above === 'table';
    switch (block.kind) {
      case 'heading':
        return [this.#paragraph({ style: styles.headings[block.level - 1], children: text(block.text) })];
      case 'paragraph':
        return [
          this.#paragraph({
            style: block.look ? styles[block.look] : undefined,
            children: this.#runs(block.runs),
            ...(belowTable ? { spacing: { before: 160 } } : {}),
            // what leads to a list, or says what the heading above means, stays with what follows
            ...(below === 'list' || (above === 'heading' && block.look === 'small')
              ? { keepNext: true }
              : {}),
          }),
        ];
      case 'list':
        return this.#list(block, belowTable, depth + 1);
      case 'table':
        return this.#table(block);
      case 'sources':
        return this.#sources(block.items);
      case 'blank':
        return [this.#grid(this.#emptyRows(block.lines))];
      case 'boxes':
        return this.#boxes(block);
      case 'page-break':
        this.#onNewPage = true;
        return [];
    }
  }

  #paragraph(options: IParagraphOptions): Paragraph {
    const pageBreakBefore = this.#onNewPage;
    this.#onNewPage = false;
    return new Paragraph({ ...options, ...(pageBreakBefore ? { pageBreakBefore } : {}) });
  }

  #list(
    { ordered, items, start = 1 }: Extract<Block, { kind: 'list' }>,
    belowTable: boolean,
    depth: number,
  ): FileChild[] {
    const level = Math.min(depth, deepest);
    if (ordered) this.starts.add(start);
    const instance = ordered ? ++this.#numberedLists : undefined;
    const numberingOf = (mark: keyof typeof ticks | undefined) =>
      mark
        ? { reference: ticks[mark], level }
        : ordered
          ? { reference: numbersFrom(start), level, instance }
          : { reference: bullets, level };
    const style = ordered ? styles.number : styles.bullet;
    return items.flatMap((item, index) => {
      const [first, ...rest] = item;
      const { mark, runs } = ticked(first?.kind === 'paragraph' ? first.runs : []);
      const more = first?.kind === 'paragraph' ? rest : item;
      return [
        this.#paragraph({
          style,
          numbering: numberingOf(mark),
          children: this.#runs(runs),
          ...(belowTable && index === 0 ? { spacing: { before: 160 } } : {}),
          ...(index === items.length - 1 && more.length === 0 ? { spacing: { after: 140 } } : {}),
          ...(more.length > 0 ? { keepNext: true } : {}),
        }),
        ...more.flatMap((block) =>
          block.kind === 'paragraph'
            ? [
                this.#paragraph({
                  style: block.look ? styles[block.look] : styles.continued,
                  indent: { left: indentOf(level) },
                  children: this.#runs(block.runs),
                }),
              ]
            : this.#block(block, {}, depth),
        ),
      ];
    });
  }

  /** A table that only holds places: no head, no caption. */
  #grid(rows: readonly TableRow[], columns = 1): Table {
    const width = Math.round(this.#textWidth / columns);
    return new Table({
      width: { size: width * columns, type: WidthType.DXA },
      columnWidths: Array.from({ length: columns }, () => width),
      layout: TableLayoutType.FIXED,
      borders: columns > 1 ? gridBorders : tableBorders,
      margins: { top: 60, bottom: 60, left: 100, right: 100 },
      rows,
    });
  }

  #emptyRows(lines: number): TableRow[] {
    return Array.from(
      { length: lines },
      () =>
        new TableRow({
          cantSplit: true,
          height: { value: millimetres(10), rule: HeightRule.ATLEAST },
          children: [new TableCell({ children: [new Paragraph({ style: styles.tableText })] })],
        }),
    );
  }

  #boxes({ items, columns, height }: Boxes): FileChild[] {
    const rows = Array.from({ length: Math.ceil(items.length / columns) }, (_, row) => {
      const own = items.slice(row * columns, (row + 1) * columns);
      const blank = Array.from({ length: columns - own.length }, () => ({ title: '', hint: '', text: '' }));
      return new TableRow({
        cantSplit: true,
        height: { value: millimetres(height), rule: HeightRule.ATLEAST },
        children: [...own, ...blank].map(
          ({ title, hint, text: words }) =>
            new TableCell({
              children: [
                new Paragraph({ style: styles.tableText, children: text(title, { bold: true }) }),
                ...(hint ? [new Paragraph({ style: styles.small, children: text(hint) })] : []),
                ...(words ? [new Paragraph({ style: styles.tableText, children: text(words) })] : []),
              ],
            }),
        ),
      });
    });
    return [this.#grid(rows, columns)];
  }

  #table({ caption, head, rows, widths, rowHeight }: TableBlock): FileChild[] {
    const shares = head.map((_, column) => widths?.[column] ?? 100 / head.length);
    const total = shares.reduce((sum, share) => sum + share, 0);
    const columnWidths = shares.map((share) => Math.round((share / total) * this.#textWidth));
    const cell = (style: string, children: readonly ParagraphChild[], options: object = {}) =>
      new TableCell({ children: [new Paragraph({ style, children })], ...options });
    const width = (column: number) => ({
      width: { size: columnWidths[column] ?? 0, type: WidthType.DXA },
    });
    const isGroup = (row: TableBlock['rows'][number]) => row.length === 1 && head.length > 1;
    return [
      this.#paragraph({ style: styles.caption, children: text(caption) }),
      new Table({
        width: { size: columnWidths.reduce((sum, own) => sum + own, 0), type: WidthType.DXA },
        columnWidths,
        layout: TableLayoutType.FIXED,
        borders: rowHeight ? gridBorders : tableBorders,
        margins: { top: 40, bottom: 40, left: 80, right: 80 },
        tableLook: { firstRow: true, firstColumn: true, noHBand: true, noVBand: true },
        rows: [
          new TableRow({
            tableHeader: true,
            cantSplit: true,
            keepNext: true,
            children: head.map((name, column) =>
              cell(styles.tableHead, text(name), { ...width(column), shading: headShading }),
            ),
          }),
          ...rows.map((row, index) =>
            isGroup(row)
              ? new TableRow({
                  cantSplit: true,
                  keepNext: true,
                  children: [
                    cell(styles.tableHead, this.#runs(row[0] ?? []), {
                      columnSpan: head.length,
                      shading: groupShading,
                    }),
                  ],
                })
              : new TableRow({
                  cantSplit: true,
                  keepNext: rows.length <= fewRows && index < rows.length - 1,
                  ...(rowHeight
                    ? { height: { value: millimetres(rowHeight), rule: HeightRule.ATLEAST } }
                    : {}),
                  children: head.map((_, column) =>
                    cell(styles.tableText, this.#runs(row[column] ?? []), width(column)),
                  ),
                }),
          ),
        ],
      }),
    ];
  }

  #sources(items: readonly (readonly Run[])[]): FileChild[] {
    const list = this.#sourceLists;
    this.#sourceLists += 1;
    return items.map((runs, index) =>
      this.#paragraph({
        style: styles.source,
        numbering: { reference: sourceNumbers, level: 0, instance: list },
        children: [new Bookmark({ id: sourceMark(list, index + 1), children: this.#runs(runs) })],
      }),
    );
  }

  #runs(runs: readonly Run[]): ParagraphChild[] {
    return runs.flatMap((run) => [...looked(run), ...this.#notes(run.notes ?? [])]);
  }

  /** The numbers, each leading to its source in the next list of sources. */
  #notes(numbers: readonly number[]): ParagraphChild[] {
    const list = this.#sourceLists;
    const sorted = [...new Set(numbers)].sort((a, b) => a - b);
    return sorted.flatMap((number, index) => {
      const sign = new TextRun({ style: styles.note, text: String(number) });
      const isListed = this.#lists[list]?.[number - 1] !== undefined;
      return [
        ...(index > 0 ? [new TextRun({ style: styles.note, text: ', ' })] : []),
        isListed ? new InternalHyperlink({ anchor: sourceMark(list, number), children: [sign] }) : sign,
      ];
    });
  }
}

/** A box to tick is the sign of its item, not words after another sign. */
function ticked(runs: readonly Run[]): { mark?: keyof typeof ticks; runs: readonly Run[] } {
  const [first, ...rest] = runs;
  const mark = (Object.keys(ticks) as (keyof typeof ticks)[]).find((sign) => first?.text === `${sign} `);
  return mark ? { mark, runs: rest } : { runs };
}

const sourceMark = (list: number, number: number): string => `fonte_${list + 1}_${number}`;

function looked(run: Run): ParagraphChild[] {
  if (run.text === '') return [];
  if (run.undocumented) return text(run.text, { style: styles.undocumented });
  const look = { bold: run.bold, italics: run.italic };
  const link = run.href === undefined ? null : publicAddress(run.href);
  return link
    ? [new ExternalHyperlink({ link, children: text(run.text, { ...look, style: styles.link }) })]
    : text(run.text, look);
}

/** Word does not open a file with an address that is none, and nothing but a page is worth leading to. */
function publicAddress(href: string): string | null {
  const url = URL.parse(href);
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

interface TextLook {
  bold?: boolean | undefined;
  italics?: boolean | undefined;
  style?: string;
}

/** Text with its line breaks; what XML cannot hold is left out. */
const text = (value: string, look: TextLook = {}): TextRun[] =>
  xmlText(value.replace(/\r\n?/g, '\n'))
    .split('\n')
    .map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 ? { break: 1 } : {}) }));

const escaped = (value: string): string =>
  xmlText(value).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Title, author and language; no dates, because the file is not a version of anything. */
const coreProperties = ({ title, kind, lead = '' }: TextDocument): string =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">' +
  `<dc:title>${escaped(title)}</dc:title><dc:subject>${escaped(kind)}</dc:subject>` +
  `<dc:creator>${escaped(site.name)}</dc:creator><dc:description>${escaped(lead)}</dc:description>` +
  '<dc:language>it-IT</dc:language></cp:coreProperties>';
