import { join } from 'node:path';
import type { Nodes, Root } from 'mdast';
import { describe, expect, test } from 'vitest';
import { bodyOf } from '../../../src/exports/documents/body.ts';
import { plainTextOf, type Block } from '../../../src/exports/documents/document.ts';
import { factText } from '../../../src/knowledge/fact-text.ts';
import { findGroup } from '../../../src/knowledge/facts.ts';
import { textContextOf } from '../../../src/knowledge/text-context.ts';
import { parseSheet } from '../../../src/mdx/parse.ts';
import { practiceSections } from '../../../src/schemas/practice-sections.ts';
import { projectRoot } from '../../environment.ts';
import { fixtureFolder } from '../../fixture-content.ts';
import { sheetsIn, type RealSheet } from './real-sheets.ts';

const sheets = [join(projectRoot, 'src/content'), fixtureFolder].flatMap(sheetsIn);
const contextOf = ({ sheet }: RealSheet) => textContextOf(sheet.graph, sheet.practice.data);
const textOf = (blocks: readonly Block[]): string =>
  plainTextOf({ kind: '', title: '', footer: '', blocks }).replace(/\s+/g, ' ');

interface Jsx {
  name: string | null;
  attributes: { name: string; value: string }[];
}

/** What the other parser of the project finds in a text, in the order of reading: each piece must be printed. */
function piecesOf(tree: Root, { groups, numberOf, graph }: ReturnType<typeof contextOf>) {
  const sections: { title: string; pieces: string[] }[] = [];
  const visit = (node: Nodes, isWordsOnly = false): void => {
    const pieces = sections.at(-1)?.pieces ?? [];
    if (node.type === 'text' || node.type === 'inlineCode') pieces.push(node.value);
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const { name, attributes } = node as unknown as Jsx;
      const given = Object.fromEntries(attributes.map(({ name, value }) => [name, value]));
      if (name === 'Fact') {
        const group = findGroup(groups, given.of ?? '', given);
        if (group) pieces.push(factText(group, given.source).text);
      }
      const number = numberOf(given.source ?? '');
      if (name === 'Cite') pieces.push(isWordsOnly ? `(fonte ${number}` : `[${number}]`);
      if (name === 'Practice') pieces.push(graph.get('practice', given.id ?? '').data.title);
      if (name === 'Figure') pieces.push(given.alt ?? '', given.credit ?? '');
    }
    // a footnote is printed at the end of its section; the head of a table and a heading hold words alone
    if ('children' in node && node.type !== 'footnoteDefinition')
      node.children.forEach((child, index) =>
        visit(child, isWordsOnly || node.type === 'heading' || (node.type === 'table' && index === 0)),
      );
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const { name, attributes } = node as unknown as Jsx;
      if (name === 'Quote') sections.at(-1)?.pieces.push(`[${numberOf(attributes[0]?.value ?? '')}]`);
    }
  };
  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth === 2)
      sections.push({
        title: node.children.map((child) => ('value' in child ? child.value : '')).join(''),
        pieces: [],
      });
    else if (node.type !== 'yaml') visit(node);
  }
  return sections;
}

test('there is something to compare', () => {
  expect(sheets.length).toBeGreaterThan(30);
});

describe.each(sheets.map((sheet) => [sheet.id, sheet] as const))('the text of %s', (_, real) => {
  const context = contextOf(real);
  const body = bodyOf(real.sheet, context);

  test('has the six sections', () => {
    expect(body.sections.map(({ title }) => title)).toEqual(practiceSections);
  });

  test('loses no word that the parser of the site finds, and changes no order', () => {
    const tree = parseSheet(real.written).sheet?.tree as Root;
    const expected = piecesOf(tree, context);
    expect(expected.map(({ title }) => title)).toEqual(practiceSections);
    expected.forEach(({ pieces }, index) => {
      const printed = textOf(body.sections[index]?.blocks ?? []);
      let from = 0;
      for (const piece of pieces.map((words) => words.replace(/\s+/g, ' ').trim())) {
        const at = printed.indexOf(piece, from);
        expect(at, `«${piece}» after «${printed.slice(Math.max(0, from - 60), from)}»`).not.toBe(-1);
        // the numbers of one note may stand in another order than they were written
        from = /^\[\d+\]$/.test(piece) ? from : at + piece.length;
      }
    });
  });
});

describe('a text by itself', () => {
  const real = sheets.find(({ id }) => id === 'case-aperte') as RealSheet;
  const read = (text: string, page = 'https://esempio.it/base/pratiche/case-aperte/') =>
    bodyOf({ text: `## Il problema\n\n${text}\n`, page }, contextOf(real));
  const blocks = (text: string) => read(text).sections[0]?.blocks ?? [];
  const runs = (text: string) => {
    const [first] = blocks(text);
    return first?.kind === 'paragraph' ? first.runs : [];
  };

  test('keeps what is strong, slanted, struck, code and broken', () => {
    expect(runs('a **b *c*** ~~d~~ `e`\\\nf')).toEqual([
      { text: 'a ' },
      { text: 'b ', bold: true },
      { text: 'c', bold: true, italic: true },
      { text: ' ' },
      { text: 'd' },
      { text: ' (testo barrato)' },
      { text: ' ' },
      { text: 'e' },
      { text: '\n' },
      { text: 'f' },
    ]);
  });

  test('has headings below those of the sections, quotes, and lines that join', () => {
    expect(blocks('### Tre\n\n#### Quattro\n\n> Detto\n> da altri.\n\n---\n\nuna\nriga')).toEqual([
      { kind: 'heading', level: 2, text: 'Tre' },
      { kind: 'heading', level: 3, text: 'Quattro' },
      { kind: 'paragraph', look: 'quote', runs: [{ text: 'Detto da altri.' }] },
      { kind: 'paragraph', runs: [{ text: 'una riga' }] },
    ]);
  });

  test('has lists in lists, numbers that begin later, boxes to tick', () => {
    expect(blocks('3. tre\n\n   ancora\n4. quattro\n   - dentro\n\n- [ ] da fare\n- [x] fatto')).toEqual([
      {
        kind: 'list',
        ordered: true,
        start: 3,
        items: [
          [
            { kind: 'paragraph', runs: [{ text: 'tre' }] },
            { kind: 'paragraph', runs: [{ text: 'ancora' }] },
          ],
          [
            { kind: 'paragraph', runs: [{ text: 'quattro' }] },
            { kind: 'list', ordered: false, items: [[{ kind: 'paragraph', runs: [{ text: 'dentro' }] }]] },
          ],
        ],
      },
      {
        kind: 'list',
        ordered: false,
        items: [
          [{ kind: 'paragraph', runs: [{ text: '☐ ' }, { text: 'da fare' }] }],
          [{ kind: 'paragraph', runs: [{ text: '☑ ' }, { text: 'fatto' }] }],
        ],
      },
    ]);
  });

  test('numbers its tables through all the sections', () => {
    const table = '| A | B |\n|---|---|\n| **uno** | due |';
    const { sections } = read(`${table}\n\n## Altro\n\n${table}`);
    expect(sections.flatMap((section) => section.blocks)).toMatchObject([
      { caption: 'Tabella 1', head: ['A', 'B'], rows: [[[{ text: 'uno', bold: true }], [{ text: 'due' }]]] },
      { caption: 'Tabella 2' },
    ]);
  });

  test('leads to whole addresses, wherever the site is published', () => {
    const hrefs = runs(
      '[a](/metodo/#prove) [b](#fonti) [c](https://altro.it/x) <Practice id="officina-vuota"/>',
    )
      .map(({ href }) => href)
      .filter(Boolean);
    expect(hrefs).toEqual([
      'https://esempio.it/base/metodo/#prove',
      'https://esempio.it/base/pratiche/case-aperte/#fonti',
      'https://altro.it/x',
      'https://esempio.it/base/pratiche/officina-vuota/',
    ]);
  });

  test('puts the number of a source against the word before it', () => {
    expect(runs('Detto <Cite source="gazzetta-2021"/>.')).toEqual([
      { text: 'Detto', notes: [contextOf(real).numberOf('gazzetta-2021')] },
      { text: '.' },
    ]);
  });

  test('keeps two sources of one word together: apart they would read as one number', () => {
    const [one, other] = ['gazzetta-2021', 'universita-2022'].map((id) => contextOf(real).numberOf(id));
    expect(
      runs(
        'Detto <Cite source="gazzetta-2021"/> <Cite source="universita-2022"/> qui <Cite source="gazzetta-2021"/>.',
      ),
    ).toEqual([{ text: 'Detto', notes: [one, other] }, { text: ' qui', notes: [one] }, { text: '.' }]);
    for (const { sheet } of sheets)
      for (const section of bodyOf(sheet, textContextOf(sheet.graph, sheet.practice.data)).sections)
        for (const block of section.blocks)
          if (block.kind === 'paragraph')
            block.runs.forEach((run, index) => {
              const next = block.runs[index + 1];
              if (run.notes?.length && next?.notes?.length) expect(next.text.trim()).not.toBe('');
            });
  });

  test('letters its footnotes in the order of the text and prints each where its section ends', () => {
    const { sections } = read(
      'Uno[^b] due[^a].\n\n## Altro\n\nTre[^b] e[^c].\n\n[^a]: Di A.\n[^b]: Di B[^d].\n[^c]: Di C.\n[^d]: Di D.',
    );
    expect(sections.map((section) => textOf(section.blocks))).toEqual([
      'Uno (nota a) due (nota b). a. Di B (nota c). b. Di A. c. Di D.',
      'Tre (nota a) e (nota d). d. Di C.',
    ]);
  });

  test('says of a callout what it is, of a quote who said it, of a picture what it shows', () => {
    const text = textOf(
      blocks(
        '<Callout kind="example">\n\nCosì.\n\n</Callout>\n\nDisse <Quote source="gazzetta-2021">ecco</Quote>.\n\n<Figure src="case-aperte-cortile.png" alt="Un cortile." credit="Disegno"/>',
      ),
    );
    const number = contextOf(real).numberOf('gazzetta-2021');
    expect(text).toBe(
      `Esempio. Così. Disse «ecco»[${number}]. Figura: Un cortile. Crediti: Disegno. L’immagine è nella pagina della scheda.`,
    );
  });

  test('drops notes to the writer and remembers the words that are explained', () => {
    const body = read('{/* da rivedere */}\n\nUn <Term id="patto-di-collaborazione">patto</Term>{/* ? */}.');
    expect(textOf(body.sections[0]?.blocks ?? [])).toBe('Un patto.');
    expect(body.terms).toEqual(['patto-di-collaborazione']);
  });

  test.each([
    ['code', 'Due più due fa {2 + 2}.'],
    ['an attribute to work out', '<Cite source={x}/>'],
    ['an unknown component', '<Marquee>ciao</Marquee>'],
    ['an unknown component in a sentence', 'Ecco <Blink/> qui'],
    ['a callout of another kind', '<Callout kind="toString">\n\nx\n\n</Callout>'],
    ['a picture of Markdown', '![x](y.png)'],
    ['a block of code', '```\nx\n```'],
    ['a link to a mailbox', '[x](mailto:a@esempio.it)'],
    ['a link that runs', '[x](javascript:alert(1))'],
    ['a fact that the sheet has not', '<Fact of="nessuno"/>'],
    ['a source that the sheet has not', 'x <Cite source="nessuna"/>'],
    ['a component that does not close', '<Callout kind="note">'],
  ])('%s stops the document', (_, text) => {
    expect(() => blocks(text)).toThrow();
  });

  test('words before the first section stop the document', () => {
    expect(() =>
      bodyOf({ text: 'Prima.\n\n## Il problema\n', page: 'https://a.it/pratiche/x/' }, contextOf(real)),
    ).toThrow('prima della prima sezione');
  });
});
