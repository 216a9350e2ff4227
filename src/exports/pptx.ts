import JSZip from 'jszip';
import PptxGenJS from 'pptxgenjs';
import { site } from '../site.ts';
import type { Run } from './documents/document.ts';
import type { Slide, SlideBlock, SlideDeck } from './documents/slides.ts';
import { xmlText } from './xml-text.ts';

/** Every office has it, or a font of the same widths: the slides are the same for all. */
const font = 'Arial';
const language = 'it-IT';
const ink = '17324D';
const soft = '44546A';
const blue = '0B5394';
const line = 'B8C4D0';

/** Inches on a slide of 13.33 × 7.5. */
const left = 0.6;
const width = 12.13;
const gap = 0.5;
const half = (width - gap) / 2;
const places = {
  title: { x: left, y: 0.35, w: width, h: 0.85 },
  opening: { x: left, y: 1.0, w: width, h: 1.7 },
  openingBody: { x: left, y: 2.85, w: width, h: 3.4 },
  left: { x: left, y: 1.35, w: half, h: 4.95 },
  right: { x: left + half + gap, y: 1.35, w: half, h: 4.95 },
  table: { x: left, y: 1.35, w: width },
  remark: { x: left, y: 5.95, w: width, h: 0.35 },
  sources: { x: left, y: 6.35, w: width, h: 0.6 },
  footer: { x: left, y: 7.0, w: 11, h: 0.3 },
  number: { x: 12.13, y: 7.0, w: 0.6, h: 0.3 },
};

/** Points of each size of letter. */
const sizes = { title: 28, opening: 40, large: 20, text: 16, soft: 12, table: 13, foot: 10.5 };

type Words = PptxGenJS.TextProps[];
type Look = PptxGenJS.TextPropsOptions;

/**
 * The PowerPoint file of a deck: real titles and placeholders, numbered slides, notes for who speaks. The same deck
 * gives the same words in Node and in a browser.
 */
export async function pptxOf(deck: SlideDeck): Promise<ArrayBuffer> {
  const file = new PptxGenJS();
  file.layout = 'LAYOUT_WIDE';
  file.title = xmlText(deck.title);
  file.subject = xmlText(deck.subject);
  file.author = site.name;
  file.company = site.name;
  file.theme = { headFontFace: font, bodyFontFace: font };
  defineMasters(file, deck.footer);
  for (const slide of deck.slides) drawSlide(file, slide);
  return mended((await file.write({ outputType: 'arraybuffer' })) as ArrayBuffer, deck);
}

const masters = {
  opening: 'Apertura',
  columns: 'Due colonne',
  wide: 'Una colonna',
  table: 'Tabella',
} as const;

function defineMasters(file: PptxGenJS, footer: string): void {
  const title = (place: PptxGenJS.PositionProps, fontSize: number, valign: 'middle' | 'bottom') => ({
    placeholder: {
      options: {
        name: 'title',
        type: 'title' as const,
        objectName: 'Titolo',
        ...place,
        fontSize,
        valign,
        ...titleLook,
      },
      text: '',
    },
  });
  const body = (name: 'left' | 'right', place: PptxGenJS.PositionProps) => ({
    placeholder: {
      options: {
        name,
        type: 'body' as const,
        objectName: name === 'left' ? 'Testo' : 'Testo a destra',
        ...place,
        ...bodyLook,
        fontSize: sizes.text,
      },
      text: '',
    },
  });
  const around: PptxGenJS.SlideMasterProps['objects'] = [
    {
      text: {
        text: xmlText(footer),
        options: {
          ...places.footer,
          ...textLook,
          fontSize: sizes.foot,
          color: soft,
          margin: 0,
          valign: 'middle',
          objectName: 'Piede',
        },
      },
    },
  ];
  const define = (look: Slide['look'], objects: NonNullable<PptxGenJS.SlideMasterProps['objects']>): void =>
    file.defineSlideMaster({
      title: masters[look],
      background: { color: 'FFFFFF' },
      objects: [...objects, ...around],
      slideNumber: {
        ...places.number,
        fontFace: font,
        fontSize: sizes.foot,
        color: soft,
        align: 'right',
        margin: 0,
      },
    });
  define('opening', [title(places.opening, sizes.opening, 'bottom'), body('left', places.openingBody)]);
  define('columns', [
    title(places.title, sizes.title, 'middle'),
    body('left', places.left),
    body('right', places.right),
  ]);
  define('wide', [title(places.title, sizes.title, 'middle'), body('left', { ...places.left, w: width })]);
  define('table', [title(places.title, sizes.title, 'middle')]);
}

const textLook = { fontFace: font, lang: language };
const titleLook = { ...textLook, color: ink, bold: true, align: 'left' as const, margin: 0 };
const bodyLook = { ...textLook, color: '1F2933', align: 'left' as const, valign: 'top' as const, margin: 0 };

function drawSlide(file: PptxGenJS, { title, look, columns, table, remark, sources, notes }: Slide): void {
  const slide = file.addSlide({ masterName: masters[look] });
  slide.addText([{ text: xmlText(title), options: { ...textLook } }], { placeholder: 'title' });
  for (const [index, blocks] of columns.entries())
    slide.addText(blocks.flatMap(blockWords), {
      placeholder: index === 0 ? 'left' : 'right',
      ...(look === 'opening' ? { fontSize: sizes.large } : {}),
    });
  if (table) drawTable(slide, table);
  const small = (text: string, place: PptxGenJS.PositionProps, objectName: string, fontSize: number) => {
    if (text)
      slide.addText([{ text: xmlText(text), options: { ...textLook, fontSize, color: soft } }], {
        ...place,
        ...textLook,
        fontSize,
        color: soft,
        margin: 0,
        valign: objectName === 'Fonti' ? 'bottom' : 'top',
        objectName,
      });
  };
  small(remark ?? '', places.remark, 'Altri dati', sizes.soft);
  small(sources, places.sources, 'Fonti', sizes.foot);
  slide.addNotes(notes.map(xmlText).join('\n'));
}

function drawTable(slide: PptxGenJS.Slide, { head, rows, widths }: NonNullable<Slide['table']>): void {
  const border = (color: string, pt: number): PptxGenJS.TableCellProps['border'] => [
    { type: 'none' },
    { type: 'none' },
    { type: 'solid', color, pt },
    { type: 'none' },
  ];
  const cell = (words: Words, options: PptxGenJS.TableCellProps): PptxGenJS.TableCell => ({
    text: words,
    options: { ...textLook, fontSize: sizes.table, valign: 'top', margin: [0.04, 0.1, 0.04, 0], ...options },
  });
  slide.addTable(
    [
      head.map((text) =>
        cell(runWords([{ text, bold: true }], { color: ink }), { border: border(ink, 1.5) }),
      ),
      ...rows.map((row) =>
        row.map((runs) => cell(runWords(runs, { fontSize: sizes.table }), { border: border(line, 0.75) })),
      ),
    ],
    {
      ...places.table,
      colW: widths.map((share) => share * width),
      objectName: 'Dati',
      ...textLook,
      fontSize: sizes.table,
    },
  );
}

/** A heading, then paragraphs or the items of a list. */
function blockWords({ heading, items, listed, look }: SlideBlock): Words {
  const fontSize = look === 'large' ? sizes.large : look === 'soft' ? sizes.soft : sizes.text;
  const color = look === 'soft' ? soft : '1F2933';
  const head: Words = heading
    ? [
        {
          text: xmlText(heading),
          options: {
            ...textLook,
            bold: true,
            color: ink,
            fontSize: sizes.text,
            paraSpaceBefore: 6,
            paraSpaceAfter: 3,
            breakLine: true,
          },
        },
      ]
    : [];
  const paragraphs = items.flatMap((runs) =>
    runWords(runs, { fontSize, color, paraSpaceAfter: 5, ...(listed ? { bullet: { indent: 14 } } : {}) }),
  );
  return [...head, ...paragraphs];
}

/** A paragraph: what its first stretch says of the paragraph counts for all, and the last one ends it. */
function runWords(runs: readonly Run[], { bullet, ...look }: Look): Words {
  const words = runs
    .flatMap(({ text, bold, italic, undocumented, notes = [] }): Words => {
      const own: Look = {
        ...textLook,
        ...look,
        ...(bold ? { bold: true } : {}),
        ...(italic || undocumented ? { italic: true } : {}),
        ...(undocumented ? { color: soft } : {}),
      };
      const numbers = [...new Set(notes)].sort((a, b) => a - b).join(', ');
      return [
        { text: xmlText(text).replace(/\s*\n\s*/g, ' '), options: own },
        { text: numbers, options: { ...textLook, ...look, color: blue, superscript: true } },
      ];
    })
    .filter(({ text }) => text !== '');
  const [first] = words;
  const last = words.at(-1);
  if (first?.options && bullet) first.options.bullet = bullet;
  if (last?.options) last.options.breakLine = true;
  return words;
}

/**
 * What the library leaves: paragraphs that are described twice, which is no valid file, one paragraph for all the notes, English as the language of what is not a text of ours, a
 * head of a table that is none, parts named that are not in the file.
 */
async function mended(written: ArrayBuffer, deck: SlideDeck): Promise<ArrayBuffer> {
  const zip = await JSZip.loadAsync(written);
  const change = async (path: string, how: (xml: string) => string): Promise<void> => {
    const xml = await zip.file(path)?.async('string');
    if (xml !== undefined) zip.file(path, how(xml));
  };
  const files = Object.keys(zip.files).filter((path) => !zip.files[path]?.dir);
  for (const path of files.filter((name) => /^ppt\/.*\.xml$/.test(name)))
    await change(path, (xml) =>
      xml
        .replaceAll(' altLang="en-US"', '')
        .replaceAll('lang="en-US"', `lang="${language}"`)
        .replace(/<\/a:r><a:pPr[^>]*>[^]*?<\/a:pPr>/g, '</a:r>')
        .replaceAll('<a:tblPr/>', '<a:tblPr firstRow="1"/>'),
    );
  for (const [index, { notes }] of deck.slides.entries())
    await change(`ppt/notesSlides/notesSlide${index + 1}.xml`, (xml) =>
      xml.replace(
        /<a:p><a:r>(<a:rPr[^>]*>)<a:t>[^]*?<\/a:t><\/a:r>(<a:endParaRPr[^>]*>)<\/a:p>/,
        (_, run: string) =>
          notes.map((text) => `<a:p><a:r>${run}<a:t>${escaped(xmlText(text))}</a:t></a:r></a:p>`).join(''),
      ),
    );
  await change('[Content_Types].xml', (xml) =>
    xml.replace(/\s*<Override PartName="\/([^"]+)"[^>]*>/g, (override, path: string) =>
      files.includes(path) ? override.trim() : '',
    ),
  );
  return zip.generateAsync({ type: 'arraybuffer', compression: 'DEFLATE' });
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
