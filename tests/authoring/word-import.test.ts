import {
  Document,
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  type FileChild,
  type ParagraphChild,
} from 'docx';
import fc from 'fast-check';
import JSZip from 'jszip';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { problemsOf } from '../../src/authoring/check-draft.ts';
import { draftFile, draftPath, type SheetDraft } from '../../src/authoring/sheet-draft.ts';
import { checkWordFile } from '../../src/authoring/word-file.ts';
import { importWord } from '../../src/authoring/word-import.ts';
import { sectionMeant } from '../../src/authoring/word-sections.ts';
import { bodyTree } from '../../src/mdx/body-tree.ts';
import { formLists } from '../../src/exports/form-lists.ts';
import { registry } from '../../src/schemas/registry.ts';
import { fixtureGraph } from '../fixture-content.ts';

const lists = formLists(fixtureGraph());
const numbering = {
  config: [
    { reference: 'punti', levels: [0, 1].map((level) => ({ level, format: 'bullet' as const, text: '•' })) },
    {
      reference: 'numeri',
      levels: [0, 1].map((level) => ({ level, format: 'decimal' as const, text: '%1.' })),
    },
  ],
};
/** Styles as an Italian Word of some offices has them: own names, no link to those that Word knows. */
const paragraphStyles = [1, 2, 3].map((level) => ({
  id: `Tit${level}`,
  name: `Titolo ${level}`,
  run: { bold: true },
}));

const fileOf = (children: FileChild[], footnotes: Record<string, { children: Paragraph[] }> = {}) =>
  Packer.toArrayBuffer(
    new Document({ numbering, footnotes, styles: { paragraphStyles }, sections: [{ children }] }),
  );
const p = (text: string, options: object = {}) =>
  new Paragraph({ children: [new TextRun(text)], ...options });
/** A run of bold words. */
const looked = (text: string) => new TextRun(Object.assign({ text }, { bold: true }));
const title = (level: 1 | 2 | 3, text: string) => p(text, { style: `Tit${level}` });

/** The words of a text, in order of the alphabet. */
const wordsOf = (text: string): string[] => (text.match(/[\p{L}\p{N}]+/gu) ?? []).toSorted();

const textsIn = (node: Nodes): string[] => {
  if (node.type === 'text' || node.type === 'inlineCode') return [node.value];
  return 'children' in node ? node.children.flatMap((child) => textsIn(child)) : [];
};

/** What a reader would read of a draft: front matter and text, without the signs of Markdown. */
function wordsIn({ data, sections }: SheetDraft): string[] {
  const fields = ['title', 'tagline', 'summary'].map((key) => (data[key] as string | undefined) ?? '');
  const texts = Object.values(sections).map((text) => textsIn(bodyTree(text)).join(' '));
  return wordsOf([...fields, ...texts].join('\n'));
} // prettier-ignore

function errorsIn(draft: SheetDraft) {
  const named = { ...draft, id: 'prova' };
  return problemsOf({ path: draftPath(named), text: draftFile(named) }, lists, '2026-11-22')
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);
}

describe('a free document with titles in Italian styles', () => {
  const make = () =>
    fileOf(
      [
        title(1, 'Il portierato di via Larga'),
        p('Un luogo aperto dove chi abita nel quartiere trova aiuto per le cose di tutti i giorni.'),
        title(2, 'Contesto e bisogni'),
        p('Le scale erano vuote. Nessuno sapeva a chi chiedere.'),
        p('Prima voce', { numbering: { reference: 'punti', level: 0 } }),
        p('Voce dentro', { numbering: { reference: 'punti', level: 1 } }),
        p('Seconda voce', { numbering: { reference: 'punti', level: 0 } }),
        title(2, 'Attività'),
        new Paragraph({ children: [new TextRun('Il Comune ha '), looked('aperto'), new TextRun(' i locali'), new FootnoteReferenceRun(1), new TextRun(', vedi '), new ExternalHyperlink({ link: 'https://www.comune.prova.it/avviso', children: [new TextRun('l’avviso')] }), new TextRun('.')] }),
        title(3, 'Chi ci lavora'),
        new Table({
          rows: [
            ['Ruolo', 'Ore'],
            ['Portiera', 'venti'],
          ].map((row) => new TableRow({ children: row.map((words) => new TableCell({ children: [p(words), p('e altro')] })) })),
        }),
        title(2, 'Criticità'),
        p('Scritto come {una parentesi}, <un segno> e import di parole.'),
        p('import di merci e altro'),
        title(2, 'Ringraziamenti'),
        p('A chi ci ha creduto.'),
      ],
      { 1: { children: [p('Determina di marzo.')] } },
    ); // prettier-ignore

  test('goes where its titles say, with lists, tables, links and notes', async () => {
    const { draft, source, placed, kept } = await importWord(await make(), { lists });
    expect(source).toBe('document');
    expect(draft.data).toEqual({
      title: 'Il portierato di via Larga',
      tagline: 'Un luogo aperto dove chi abita nel quartiere trova aiuto per le cose di tutti i giorni.',
      draft: true,
    });
    const { sections } = draft;
    expect(sections['Il problema']).toBe(
      '### Contesto e bisogni\n\nLe scale erano vuote. Nessuno sapeva a chi chiedere.\n\n- Prima voce\n  - Voce dentro\n- Seconda voce',
    );
    expect(sections['Che cosa hanno fatto']).toContain(
      'Il Comune ha **aperto** i locali[^1], vedi [l’avviso](https://www.comune.prova.it/avviso).',
    );
    expect(sections['Che cosa hanno fatto']).toContain('[^1]: Determina di marzo.');
    expect(sections['Che cosa hanno fatto']).toMatch(/\| Ruolo e altro\s*\| Ore e altro\s*\|/);
    expect(sections['Difficoltà e lezioni']).toContain('### Ringraziamenti');
    expect(kept).toEqual(['Chi ci lavora', 'Ringraziamenti']);
    expect(placed).toContain('Contesto e bisogni → Il problema');
    expect(errorsIn(draft)).toEqual([]);
  });

  test('becomes a workshop where one is wanted', async () => {
    const bytes = await fileOf([title(1, 'Giornata'), title(2, 'Programma'), p('Al mattino le visite.'), title(2, 'Conclusioni'), p('Ci si rivede.')]); // prettier-ignore
    const { draft } = await importWord(bytes, { lists, kind: 'workshop' });
    expect(draft.sections['Come si è svolto']).toContain('Al mattino le visite.');
    expect(draft.sections['Che cosa è rimasto']).toContain('Ci si rivede.');
  });

  test('without styles: bold lines are titles, and all the rest is kept', async () => {
    const bold = (words: string) => new Paragraph({ children: [looked(words)] });
    const { draft } = await importWord(
      await fileOf([bold('Nome del progetto'), p('Testo lungo. '.repeat(60)), bold('Risultati'), p('Bene.')]),
      { lists },
    );
    expect(draft.data.title).toBe('Nome del progetto');
    expect(draft.sections['Il problema']).toContain('Testo lungo.');
    expect(draft.sections['Che cosa è cambiato']).toContain('Bene.');
  });

  test('pictures are counted, and not taken', async () => {
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'); // prettier-ignore
    const image = new Paragraph({ children: [new ImageRun({ type: 'png', data: png, transformation: { width: 10, height: 10 } })] }); // prettier-ignore
    const { draft, notes } = await importWord(await fileOf([p('Prima.'), image, p('Dopo.')]), { lists });
    expect(notes.join(' ')).toContain('C’era un’immagine');
    expect(JSON.stringify(draft)).not.toContain('base64');
  });
});

describe('nothing is lost', () => {
  const word = fc.stringMatching(/^[a-zàèìòù]{1,9}$/);
  const odd = fc.constantFrom('<b>x', '{y}', '*z*', '_w_', '# q', '- r', '1. s', '| t |', '`u`', '[v](x)', '\\', '&amp;', 'export const', '~~k~~', '> h', '===', 'http://a', '<Fact of="n"/>', '<!-- j -->', '[^1]', '[ ] l', '***'); // prettier-ignore
  const sentence = fc.array(fc.oneof({ weight: 5, arbitrary: word }, odd), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(' ')); // prettier-ignore
  const textIn = fc.array(fc.record({ text: sentence, bold: fc.boolean(), italics: fc.boolean(), link: fc.boolean() }), { minLength: 1, maxLength: 3 }); // prettier-ignore
  const runsOf = (parts: readonly { text: string; bold: boolean; italics: boolean; link: boolean }[]): ParagraphChild[] =>
    parts.flatMap(({ link, ...look }) => [
      link ? new ExternalHyperlink({ link: 'https://www.comune.prova.it/', children: [new TextRun(look)] }) : new TextRun(look),
      new TextRun(' '),
    ]); // prettier-ignore
  const block = fc.oneof(
    textIn.map((parts) => ({ words: parts.map(({ text }) => text), make: (): FileChild[] => [new Paragraph({ children: runsOf(parts) })] })),
    fc.tuple(fc.constantFrom(1, 2, 3), fc.oneof(sentence, fc.constantFrom('Risultati', 'Contesto', 'Il problema', 'Criticità'))).map(([level, text]) => ({ words: [text], make: (): FileChild[] => [title(level, text)] })),
    fc.tuple(textIn, fc.constantFrom('punti', 'numeri'), fc.constantFrom(0, 1)).map(([parts, reference, level]) => ({ words: parts.map(({ text }) => text), make: (): FileChild[] => [new Paragraph({ children: runsOf(parts), numbering: { reference, level } })] })),
    fc.array(fc.array(sentence, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 3 }).map((rows) => ({ words: rows.flat(), make: (): FileChild[] => [new Table({ rows: rows.map((row) => new TableRow({ children: row.map((words) => new TableCell({ children: [p(words)] })) })) })] })),
    sentence.map((text) => ({ words: [text], make: (): FileChild[] => [new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(text)] })] })),
  ); // prettier-ignore

  test('whatever a document says, its words come out, and the check takes the draft', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 8 }), async (blocks) => {
        const bytes = await fileOf(blocks.flatMap(({ make }) => make()));
        const { draft } = await importWord(bytes, { lists });
        const out = wordsIn(draft);
        // titles that are said twice get a number, and ours stand for those that say the same
        const missing = lessOf(wordsOf(blocks.flatMap(({ words }) => words).join(' ')), [
          ...out,
          ...wordsOf(registry.practice.store.sections.join(' ')),
        ]);
        expect(missing).toEqual([]);
        expect(errorsIn(draft)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

/** The words of the first list that the second has not, each as many times as it stands. */
function lessOf(wanted: readonly string[], there: readonly string[]): string[] {
  const left = [...there];
  return wanted.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

describe('a file that is not to be trusted is refused with words', () => {
  const refused = (bytes: ArrayBuffer) =>
    checkWordFile(bytes).then(
      () => 'accepted',
      (error: unknown) => (error as Error).message,
    );
  const bytesOf = (text: string) => new TextEncoder().encode(text).buffer;
  const zipOf = async (files: Record<string, string | Uint8Array>, edit?: (bytes: Uint8Array) => void) => {
    const zip = new JSZip();
    for (const [name, data] of Object.entries(files)) zip.file(name, data);
    const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'DEFLATE' });
    edit?.(bytes);
    return bytes.slice().buffer;
  };

  test('what is no Word document', async () => {
    expect(await refused(bytesOf('ciao'))).toBe('Non è un documento Word.');
    expect(await refused(bytesOf(''))).toBe('Non è un documento Word.');
    expect(await refused(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]).buffer)).toContain('password');
    expect(await refused(await zipOf({ 'a.txt': 'x' }))).toBe('Non è un documento Word.');
    expect(await refused(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]).buffer)).toContain('rovinato');
    expect(await refused(new ArrayBuffer(20_000_001))).toContain('troppo grande');
  });

  test('macros, entities, what grows without end', async () => {
    const document = '<w:document/>';
    expect(await refused(await zipOf({ 'word/document.xml': document, 'word/vbaProject.bin': 'x' }))).toContain('macro');
    expect(await refused(await zipOf({ 'word/document.xml': '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a/>' }))).toContain('Word non scrive');
    expect(await refused(await zipOf({ 'word/document.xml': document, 'word/media/a.bin': new Uint8Array(201_000_000) }))).toContain('enorme');
    const many = Object.fromEntries(Array.from({ length: 3001 }, (_, index) => [`word/${index}.txt`, '']));
    expect(await refused(await zipOf({ 'word/document.xml': document, ...many }))).toContain('enorme');
  }, 30_000); // prettier-ignore

  test('a good one passes', async () => {
    expect(await refused(await fileOf([p('Buono.')]))).toBe('accepted');
  });
});

test.each([
  ['Criticità incontrate', 'Difficoltà e lezioni'],
  ['2. Obiettivi e risultati', 'Che cosa è cambiato'],
  ['Il contesto di partenza', 'Il problema'],
  ['COME FUNZIONA', 'Come funziona'],
  ['Replicabilità', 'Portarla nella tua città'],
  ['Ringraziamenti', null],
])('the title «%s» means %s', (words, section) => {
  expect(sectionMeant(words, registry.practice.store.sections)).toBe(section);
});
