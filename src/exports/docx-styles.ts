import { AlignmentType, BorderStyle, LevelFormat, type IPropertiesOptions as Options } from 'docx';
import { posterSizes } from './documents/document.ts';

type Levels = NonNullable<Options['numbering']>['config'][number]['levels'];
type Border = { style: 'single'; color: string; size: number; space?: number };

/** Measures of Word are twentieths of a point. */
const cm = (value: number): number => Math.round((value * 1440) / 2.54);

export const millimetres = (value: number): number => cm(value / 10);

const shortSide = cm(21);
const longSide = cm(29.7);
const margins = { top: cm(2.2), right: cm(2), bottom: cm(2), left: cm(2), header: cm(1), footer: cm(0.9) };

/** What holds a document on one sheet of paper. */
const narrow = { ...margins, top: cm(1.4), right: cm(1.6), bottom: cm(1.4), left: cm(1.6) };

/** An A4 page, and how wide its text is. */
export const pageOf = (landscape: boolean, onePage = false) => ({
  properties: {
    titlePage: true,
    page: {
      // the library turns the sides by itself
      size: {
        width: shortSide,
        height: longSide,
        orientation: landscape ? ('landscape' as const) : ('portrait' as const),
      },
      margin: onePage ? narrow : margins,
    },
  },
  textWidth: (landscape ? longSide : shortSide) - 2 * (onePage ? narrow : margins).left,
});

const ink = '17212B';
const soft = '4B5763';
const accent = '14505C';
const warn = '8A3B12';
const line = 'C3CAD1';

const single = (color: string, size: number, space?: number): Border => ({
  style: BorderStyle.SINGLE,
  color,
  size,
  ...(space === undefined ? {} : { space }),
});
const none = { style: BorderStyle.NONE, color: 'auto', size: 0 };

/** Hairlines between the rows, none at the sides: the words make the table. */
export const tableBorders = {
  top: single(ink, 8),
  bottom: single(line, 4),
  left: none,
  right: none,
  insideHorizontal: single(line, 4),
  insideVertical: none,
};

/** Lines on every side: a hand writes in the cells. */
export const gridBorders = {
  top: single(ink, 4),
  bottom: single(ink, 4),
  left: single(ink, 4),
  right: single(ink, 4),
  insideHorizontal: single(ink, 4),
  insideVertical: single(ink, 4),
};

export const headShading = { fill: 'E9EEF0', color: 'auto' };
export const groupShading = { fill: 'F4F6F7', color: 'auto' };

/** Names of the styles, as they are called in the file. The built-in ones are translated by the word processor. */
export const styles = {
  kind: 'DocumentKind',
  title: 'Title',
  lead: 'Subtitle',
  headings: ['Heading1', 'Heading2', 'Heading3'],
  read: 'LeadText',
  small: 'SmallText',
  warning: 'Warning',
  quote: 'Quote',
  bullet: 'ListBullet',
  number: 'ListNumber',
  continued: 'ListContinue',
  caption: 'Caption',
  tableHead: 'TableHead',
  tableText: 'TableText',
  source: 'Source',
  header: 'Header',
  footer: 'Footer',
  note: 'SourceNote',
  link: 'Hyperlink',
  undocumented: 'Undocumented',
} as const;

const heading = (size: number, before: number, color: string) => ({
  run: { size, bold: true, color, italics: false },
  paragraph: { spacing: { before, after: 80 }, keepNext: true, keepLines: true },
});

const based = { basedOn: 'Normal', quickFormat: true };
/** Every word processor has it, or a font of the same widths: the pages are the same for all. */
const font = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'Arial' };

/** Smaller letters and closer lines, for a document that one sheet of paper holds. */
const closeness: Readonly<Record<string, number>> = { size: 0.8, before: 0.3, after: 0.3, line: 0.9 };

/** The styles of such a document: lines and borders stay as they are. */
export function closeStyles(textWidth: number): NonNullable<Options['styles']> {
  const styles = documentStyles(textWidth);
  const { heading2 } = styles.default ?? {};
  return closer({ ...styles, default: { ...styles.default, ...(heading2 ? { heading1: heading2 } : {}) } });
}

function closer<T>(style: T): T {
  if (typeof style !== 'object' || style === null) return style;
  if (Array.isArray(style)) return style.map(closer) as T;
  return Object.fromEntries(
    Object.entries(style).map(([name, value]: [string, unknown]) => [
      name,
      typeof value === 'number'
        ? Math.round(value * (closeness[name] ?? 1))
        : name === 'border'
          ? value
          : closer(value),
    ]),
  ) as T;
}

/** The styles of a sheet to be read from afar: few sizes, large, with air between the rows. */
export function posterStyles(textWidth: number, points: number): NonNullable<Options['styles']> {
  const own = documentStyles(textWidth);
  const { title, lead } = posterSizes(points);
  const sizes: Readonly<Record<string, number>> = { [styles.lead]: lead, [styles.tableText]: points };
  const air = points * 4;
  return {
    ...own,
    default: {
      ...own.default,
      title: { ...own.default?.title, run: { size: title * 2, bold: true, color: ink } },
    },
    paragraphStyles: own.paragraphStyles?.map((style) => {
      const size = sizes[style.id];
      if (size === undefined) return style;
      const spacing =
        style.id === styles.tableText
          ? { before: air, after: air, line: 240, lineRule: 'auto' as const }
          : {};
      return {
        ...style,
        run: { ...style.run, size: Math.round(size * 2) },
        paragraph: { ...style.paragraph, spacing: { ...style.paragraph?.spacing, ...spacing } },
      };
    }),
  };
}

export const documentStyles = (textWidth: number): NonNullable<Options['styles']> => ({
  default: {
    document: {
      run: {
        font,
        size: 20,
        color: ink,
        language: { value: 'it-IT', eastAsia: 'it-IT', bidirectional: 'it-IT' },
      },
      paragraph: { spacing: { after: 120, line: 271, lineRule: 'auto' } },
    },
    title: {
      run: { size: 48, bold: true, color: ink },
      paragraph: {
        spacing: { before: 0, after: 80, line: 240, lineRule: 'auto' },
        keepNext: true,
        keepLines: true,
      },
    },
    heading1: {
      run: { size: 30, bold: true, color: accent },
      paragraph: {
        spacing: { before: 400, after: 120, line: 250, lineRule: 'auto' },
        keepNext: true,
        keepLines: true,
        border: { bottom: single(line, 6, 3) },
      },
    },
    heading2: heading(24, 260, ink),
    heading3: heading(21, 200, soft),
    caption: {
      run: { size: 18, bold: true, italics: false, color: soft },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true, keepLines: true },
    },
    hyperlink: { run: { color: accent, underline: { type: 'single', color: accent } } },
  },
  paragraphStyles: [
    {
      id: styles.kind,
      name: 'Tipo di documento',
      ...based,
      next: styles.title,
      run: { size: 20, bold: true, color: accent },
      paragraph: { spacing: { after: 60 }, keepNext: true },
    },
    {
      id: styles.lead,
      name: 'Subtitle',
      ...based,
      run: { size: 26, color: soft },
      paragraph: { spacing: { after: 200 }, keepLines: true },
    },
    {
      id: styles.read,
      name: 'Testo di apertura',
      ...based,
      run: { size: 24 },
      paragraph: { spacing: { after: 160, line: 290, lineRule: 'auto' } },
    },
    {
      id: styles.small,
      name: 'Testo piccolo',
      ...based,
      run: { size: 18, color: soft },
      paragraph: { spacing: { after: 80 } },
    },
    {
      id: styles.warning,
      name: 'Attenzione',
      ...based,
      run: { color: warn },
      paragraph: { indent: { left: 220 }, border: { left: single(warn, 24, 8) } },
    },
    {
      id: styles.quote,
      name: 'Quote',
      ...based,
      paragraph: { indent: { left: 220 }, border: { left: single(line, 24, 8) } },
    },
    { id: styles.bullet, name: 'List Bullet', ...based, paragraph: { spacing: { after: 80 } } },
    { id: styles.number, name: 'List Number', ...based, paragraph: { spacing: { after: 80 } } },
    { id: styles.continued, name: 'List Continue', ...based, paragraph: { spacing: { after: 80 } } },
    {
      id: styles.tableText,
      name: 'Testo di tabella',
      ...based,
      run: { size: 19 },
      paragraph: { spacing: { before: 30, after: 30, line: 250, lineRule: 'auto' } },
    },
    {
      id: styles.tableHead,
      name: 'Testa di tabella',
      basedOn: styles.tableText,
      run: { bold: true },
      paragraph: { keepNext: true },
    },
    {
      id: styles.source,
      name: 'Fonte',
      ...based,
      run: { size: 19 },
      paragraph: { spacing: { after: 100 }, keepLines: true },
    },
    {
      id: styles.header,
      name: 'header',
      basedOn: 'Normal',
      run: { size: 17, color: soft },
      paragraph: { spacing: { after: 0 }, border: { bottom: single(line, 4, 4) } },
    },
    {
      id: styles.footer,
      name: 'footer',
      basedOn: 'Normal',
      run: { size: 17, color: soft },
      paragraph: {
        spacing: { after: 0 },
        border: { top: single(line, 4, 4) },
        rightTabStop: textWidth,
      },
    },
  ],
  characterStyles: [
    {
      id: styles.note,
      name: 'Richiamo di fonte',
      basedOn: 'DefaultParagraphFont',
      run: { superScript: true, color: accent },
    },
    {
      id: styles.undocumented,
      name: 'Non documentato',
      basedOn: 'DefaultParagraphFont',
      run: { color: soft, underline: { type: 'dotted', color: soft } },
    },
  ],
});

const depths = [0, 1, 2, 3, 4, 5, 6, 7, 8];
export const deepest = 8;

/** How far the text of a list stands from the margin, at each depth. */
export const indentOf = (depth: number): number => 360 * (Math.min(depth, deepest) + 1);

/** The signs of a list, depth by depth: the same for all of them, or numbers. */
const levels = (signs: string, start?: number): Levels =>
  depths.map((level) => ({
    level,
    format: start === undefined ? LevelFormat.BULLET : LevelFormat.DECIMAL,
    text: start === undefined ? (signs[level % signs.length] ?? '') : `%${level + 1}.`,
    alignment: AlignmentType.LEFT,
    start: start ?? 1,
    style: { paragraph: { indent: { left: indentOf(level), hanging: 340 } } },
  }));

export const bullets = 'elenco';
/** Boxes to tick, by the sign that stands for them in a text. */
export const ticks = { '☐': 'da-fare', '☑': 'fatto' } as const;
export const sourceNumbers = 'fonti';
export const numbersFrom = (start: number): string => `numeri-${start}`;

/** The lists of a document: one definition for every number that a list begins with. */
export const numberings = (starts: Iterable<number>): NonNullable<Options['numbering']> => ({
  config: [
    { reference: bullets, levels: levels('•–') },
    ...Object.entries(ticks).map(([sign, reference]) => ({ reference, levels: levels(sign) })),
    {
      reference: sourceNumbers,
      levels: [
        {
          level: 0,
          format: LevelFormat.DECIMAL,
          text: '%1.',
          alignment: AlignmentType.LEFT,
          style: { paragraph: { indent: { left: 480, hanging: 480 } } },
        },
      ],
    },
    ...[...new Set(starts)].map((start) => ({
      reference: numbersFrom(start),
      levels: levels('', start),
    })),
  ],
});
