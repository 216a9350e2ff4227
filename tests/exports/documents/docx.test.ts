import { describe, expect, test } from 'vitest';
import {
  heading,
  paragraph,
  plainTextOf,
  undocumented,
  type Block,
  type Run,
  type TextDocument,
} from '../../../src/exports/documents/document.ts';
import { mapRuns } from '../../../src/exports/documents/cited-sources.ts';
import { sheetDocument } from '../../../src/exports/documents/sheet.ts';
import { docxOf } from '../../../src/exports/docx.ts';
import { formatDate, formatValue } from '../../../src/knowledge/format.ts';
import { textContextOf } from '../../../src/knowledge/text-context.ts';
import { naughtyStrings } from '../../naughty-strings.ts';
import { realSheets, sheetOf } from './real-sheets.ts';
import { addressesOf, openWord, paragraphsOf, rowsOf, styleOf, wordsOf } from './word-file.ts';
import { all, readXml, textIn } from './xml.ts';

const small = (blocks: readonly Block[], changes: Partial<TextDocument> = {}): TextDocument => ({
  title: 'Un titolo',
  kind: 'Nota',
  lead: 'Una riga.',
  footer: 'Piede',
  blocks,
  ...changes,
});
const wordOf = async (content: TextDocument) => openWord(await docxOf(content));
const withoutBreaks = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe.each(realSheets.map(({ id }) => id))('the Word file of %s', async (id) => {
  const { sheet } = sheetOf(id);
  const content = sheetDocument(sheet);
  const word = await wordOf(content);
  const { data } = sheet.practice;
  const context = textContextOf(sheet.graph, data);

  test('has every word of the document, once and in its order', () => {
    const printed = paragraphsOf(word.body).map(({ words }) => words);
    const inOrder = (runs: readonly Run[]): Run[] =>
      runs.map((run) => ({ ...run, notes: [...new Set(run.notes)].sort((one, other) => one - other) }));
    const blocks = content.blocks.map((block) => mapRuns(block, inOrder));
    // the numbers and signs of a list are no words in Word
    const expected = plainTextOf({ ...content, blocks }).replace(/^\d+\. (?=.*Consultata il)|^[☐☑] /gm, '');
    expect(withoutBreaks(printed.join(' '))).toBe(withoutBreaks(expected));
  });

  test('gives every fact with its date and the number of its source', () => {
    const rows = rowsOf(word.body);
    for (const { indicator, facts } of context.groups)
      for (const fact of facts) {
        const value = formatValue(fact, indicator);
        const [row] = rows.filter(
          ([name = '', told = '', date, source = '']) =>
            name.startsWith(indicator.title) &&
            (fact.scope === undefined || name.includes(fact.scope)) &&
            (fact.note === undefined || name.includes(fact.note)) &&
            (told === value || told.startsWith(`${value}\n`)) &&
            date === (fact.asOf ? formatDate(fact.asOf) : 'non documentato') &&
            source.includes(`[${context.numberOf(fact.source)}]`),
        );
        expect(row, `${fact.indicator} ${value}`).toBeDefined();
      }
  });

  test('lists every source under its number, with its address, and every note leads to one', () => {
    const listed = paragraphsOf(word.body).filter(({ style }) => style === 'Source');
    expect(listed.length).toBe(data.sources.length);
    const targets = addressesOf(word);
    data.sources.forEach((source, index) => {
      const { words, element } = listed[index] as (typeof listed)[number];
      expect(words).toContain(source.title);
      expect(words).toContain(source.url ?? 'Indirizzo non documentato');
      if (source.url) expect(targets).toContain(new URL(source.url).href);
      expect(all(element, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name'])).toEqual([
        `fonte_1_${index + 1}`,
      ]);
    });
    const notes = all(word.body, 'w:hyperlink').filter(({ attributes }) => !attributes['r:id']);
    expect(notes.length).toBeGreaterThan(0);
    for (const note of notes)
      expect(`[${note.attributes['w:anchor']?.replace('fonte_1_', '')}]`).toBe(wordsOf(note));
  });

  test('shows headings without a hole between their levels', () => {
    const levels = paragraphsOf(word.body).flatMap(({ style }) => /^Heading(\d)$/.exec(style)?.[1] ?? []);
    expect(levels[0]).toBe('1');
    levels.forEach((level, index) =>
      expect(Number(level) - Number(levels[index - 1] ?? 1)).toBeLessThanOrEqual(1),
    );
  });
});

describe('the styles', () => {
  const every: Block[] = [
    heading(1, 'Uno'),
    heading(2, 'Due'),
    heading(3, 'Tre'),
    paragraph('Apre.', 'read'),
    paragraph('Piccolo.', 'small'),
    paragraph('Attento.', 'warning'),
    paragraph('Detto.', 'quote'),
    { kind: 'list', ordered: false, items: [[paragraph('Punto.'), paragraph('Ancora.')]] },
    { kind: 'list', ordered: true, start: 4, items: [[paragraph('Quattro.')]] },
    { kind: 'list', ordered: true, items: [[paragraph('Primo.')]] },
    { kind: 'paragraph', runs: [undocumented, { text: 'Detto due volte', notes: [2, 1, 2] }] },
    { kind: 'paragraph', runs: [{ text: 'Senza elenco', notes: [9] }] },
    {
      kind: 'table',
      caption: 'Una tabella',
      head: ['Nome', 'Valore'],
      widths: [25, 75],
      rows: [[[{ text: 'Gruppo' }]], [[{ text: 'A' }], [{ text: 'uno\ndue', notes: [1] }]]],
    },
    { kind: 'sources', items: [[{ text: 'Prima.' }], [{ text: 'Seconda.' }]] },
  ];

  test('are real ones, each with its definition in the file', async () => {
    const { body, parts } = await wordOf(small(every));
    const used = new Map(paragraphsOf(body).map(({ words, style }) => [words, style]));
    expect(Object.fromEntries(used)).toMatchObject({
      Nota: 'DocumentKind',
      'Un titolo': 'Title',
      'Una riga.': 'Subtitle',
      Uno: 'Heading1',
      Due: 'Heading2',
      Tre: 'Heading3',
      'Attento.': 'Warning',
      'Punto.': 'ListBullet',
      'Ancora.': 'ListContinue',
      'Quattro.': 'ListNumber',
      'Una tabella': 'Caption',
      Nome: 'TableHead',
      'Prima.': 'Source',
    });
    const styles = parts.get('word/styles.xml');
    const known = styles ? all(styles, 'w:style').map(({ attributes }) => attributes['w:styleId']) : [];
    const asked = [...all(body, 'w:pStyle'), ...all(body, 'w:rStyle')].map(
      ({ attributes }) => attributes['w:val'],
    );
    expect([...new Set(asked)].filter((style) => !known.includes(style))).toEqual([]);
    expect(styles && all(styles, 'w:lang')[0]?.attributes['w:val']).toBe('it-IT');
  });

  test('a table repeats its head, keeps its rows whole and fills the width of the page', async () => {
    const { body } = await wordOf(small(every));
    const [table] = all(body, 'w:tbl');
    const rows = table ? all(table, 'w:tr') : [];
    expect(rows.map((row) => all(row, 'w:tblHeader').length)).toEqual([1, 0, 0]);
    expect(rows.map((row) => all(row, 'w:cantSplit').length)).toEqual([1, 1, 1]);
    expect(rows.map((row) => all(row, 'w:tc').length)).toEqual([2, 1, 2]);
    expect(table && all(table, 'w:gridSpan')[0]?.attributes['w:val']).toBe('2');
    const [narrow, wide] = (table ? all(table, 'w:gridCol') : []).map(({ attributes }) =>
      Number(attributes['w:w']),
    );
    expect((wide ?? 0) / (narrow ?? 1)).toBeCloseTo(3, 2);
    // 21 cm less two margins of 2 cm, in twentieths of a point
    expect((narrow ?? 0) + (wide ?? 0)).toBeCloseTo((17 / 2.54) * 1440, -1);
  });

  test('the numbers of a list begin where it says, each list anew', async () => {
    const { body, parts } = await wordOf(small(every));
    const numbering = parts.get('word/numbering.xml');
    const startOf = (words: string): string | undefined => {
      const line = paragraphsOf(body).find((one) => one.words === words);
      const id = line && all(line.element, 'w:numId')[0]?.attributes['w:val'];
      const list =
        numbering && all(numbering, 'w:num').find(({ attributes }) => attributes['w:numId'] === id);
      const abstract = list && all(list, 'w:abstractNumId')[0]?.attributes['w:val'];
      const definition =
        numbering &&
        all(numbering, 'w:abstractNum').find(({ attributes }) => attributes['w:abstractNumId'] === abstract);
      return definition && all(definition, 'w:start')[0]?.attributes['w:val'];
    };
    expect([startOf('Quattro.'), startOf('Primo.')]).toEqual(['4', '1']);
  });

  test('a note leads to its source, in the order of the numbers; one without a source leads nowhere', async () => {
    const { body } = await wordOf(small(every));
    const words = paragraphsOf(body).map((line) => line.words);
    expect(words).toContain('non documentatoDetto due volte[1][2]');
    expect(words).toContain('Senza elenco[9]');
    const anchors = all(body, 'w:hyperlink').map(({ attributes }) => attributes['w:anchor']);
    expect(anchors).toEqual(['fonte_1_1', 'fonte_1_2', 'fonte_1_1']);
  });

  test('with two lists of sources each note leads to the one that follows it', async () => {
    const said: Block = { kind: 'paragraph', runs: [{ text: 'Detto', notes: [1] }] };
    const sources: Block = { kind: 'sources', items: [[{ text: 'Fonte.' }]] };
    const { body } = await wordOf(small([said, sources, said, sources]));
    const marks = all(body, 'w:bookmarkStart').map(({ attributes }) => attributes['w:name']);
    expect(marks).toEqual(['fonte_1_1', 'fonte_2_1']);
    expect(all(body, 'w:hyperlink').map(({ attributes }) => attributes['w:anchor'])).toEqual(marks);
  });

  test('a page break stands before what follows it; a wide document lies on its side', async () => {
    const { body } = await wordOf(small([paragraph('a'), { kind: 'page-break' }, heading(1, 'b')]));
    const broken = paragraphsOf(body).filter(({ element }) => all(element, 'w:pageBreakBefore').length > 0);
    expect(broken.map(({ words }) => words)).toEqual(['b']);
    const sides = async (landscape: boolean) => {
      const { body: turned } = await wordOf(small([], { landscape }));
      const size = all(turned, 'w:pgSz')[0]?.attributes ?? {};
      return [Number(size['w:w']), Number(size['w:h'])];
    };
    const [[width = 0, height = 0], turned] = [await sides(false), await sides(true)];
    expect(width).toBeLessThan(height);
    expect(turned).toEqual([height, width]);
  });
});

describe('around the text', () => {
  test('the head says what it is, the foot which page of how many; the first page has no head', async () => {
    const { parts, body } = await wordOf(small([paragraph('x')]));
    const of = (kind: 'header' | 'footer') =>
      [...parts].filter(([path]) => path.startsWith(`word/${kind}`)).map(([, part]) => part);
    expect(
      of('header')
        .map((part) => wordsOf(part))
        .sort(),
    ).toEqual(['', 'Nota: Un titolo']);
    for (const foot of of('footer')) {
      expect(wordsOf(foot)).toContain('Piede');
      const fields = all(foot, 'w:instrText').map(textIn).join(' ');
      expect(fields).toMatch(/PAGE.*NUMPAGES/);
    }
    expect(all(body, 'w:titlePg').length).toBe(1);
  });

  test('the properties name the document, its language and no day', async () => {
    const { parts } = await wordOf(small([], { title: 'Un <titolo> & «altro»' }));
    const core = parts.get('docProps/core.xml');
    const value = (name: string) => core && textIn(all(core, name)[0]);
    expect(value('dc:title')).toBe('Un <titolo> & «altro»');
    expect(value('dc:creator')).toBe('Tra Pari');
    expect(value('dc:description')).toBe('Una riga.');
    expect(value('dc:language')).toBe('it-IT');
    expect(core && all(core, 'dcterms:created').length + all(core, 'dcterms:modified').length).toBe(0);
  });

  test('the same document gives the same text', async () => {
    const content = sheetDocument(sheetOf('tonite').sheet);
    const [one, other] = [await wordOf(content), await wordOf(content)];
    expect(wordsOf(one.body)).toBe(wordsOf(other.body));
  });
});

describe('what others wrote', () => {
  const control = String.fromCharCode(...Array.from({ length: 32 }, (_, code) => code), 0x7f, 0xfffe, 0xffff);
  const hostile = [...naughtyStrings, control, '\ud800 solo mezzo', ']]>', '<w:p>', '&#0;', 'a\r\nb\rc\nd'];

  test('does not break the file, wherever it stands', async () => {
    const blocks = hostile.flatMap((text): Block[] => [
      heading(2, text),
      {
        kind: 'paragraph',
        runs: [
          { text, bold: true, notes: [1] },
          { text, href: text },
        ],
      },
      { kind: 'list', ordered: true, items: [[paragraph(text)]] },
      { kind: 'table', caption: text, head: [text, text], rows: [[[{ text }], [{ text }]], [[{ text }]]] },
      { kind: 'sources', items: [[{ text, href: text }]] },
    ]);
    const around = hostile.join(' ');
    const word = await wordOf(small(blocks, { title: around, kind: around, lead: around, footer: around }));
    const printed = wordsOf(word.body);
    for (const text of hostile.slice(0, naughtyStrings.length))
      for (const line of text
        .toWellFormed()
        .split(/[\r\n\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]+/))
        expect(printed).toContain(line);
  });

  test.each([
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'non un indirizzo',
    '\\\\server\\x',
  ])('%s is printed and leads nowhere', async (href) => {
    const word = await wordOf(small([{ kind: 'paragraph', runs: [{ text: 'qui', href }] }]));
    expect(addressesOf(word)).toEqual([]);
    expect(wordsOf(word.body)).toContain('qui');
  });

  test('an address with spaces or other letters is written as one that Word can open', async () => {
    const href = 'https://esempio.it/città con spazi?a="b"';
    const word = await wordOf(small([{ kind: 'paragraph', runs: [{ text: 'qui', href }] }]));
    expect(addressesOf(word)).toEqual([new URL(href).href]);
    expect(styleOf(all(word.body, 'w:hyperlink')[0] ?? word.body, 'w:rStyle')).toBe('Hyperlink');
  });
});

test.each(['<a>&b</a>', '<a></b>', '<a x="1" x="2"/>', '<a/><b/>', '<a>\u0001</a>', '<a', 'a<b/>', '<a>'])(
  'the reader of these tests refuses %j',
  (file) => {
    expect(() => readXml(file)).toThrow();
  },
);
