import { describe, expect, test } from 'vitest';
import { interviewsOf, leftOut } from '../../src/authoring/interview.ts';
import { interviewFiles, templateOffers, textTemplates } from '../../src/authoring/template-shapes.ts';
import { docxOf } from '../../src/exports/docx.ts';
import { plainTextOf } from '../../src/exports/documents/document.ts';
import { fixedZip } from '../../src/exports/fixed-zip.ts';
import { sizeWords } from '../../src/knowledge/template-offer.ts';
import { fieldsOf } from '../../src/schemas/field-model.ts';
import { registry } from '../../src/schemas/registry.ts';
import { openWord, wordsOf } from '../exports/documents/word-file.ts';
import { fixtureGraph } from '../fixture-content.ts';

const graph = fixtureGraph();
const papers = interviewsOf(graph);
const areas = graph.all('focus-area');

test('there is a paper for each area, and one for a workshop', () => {
  expect(papers.map(({ area }) => area).toSorted()).toEqual([...areas.map(({ id }) => id), null].toSorted());
});

describe.each(papers)('$name', ({ area, document, asked }) => {
  const kind = area === null ? 'workshop' : 'practice';
  const fields = fieldsOf(registry[kind].schema);
  const text = plainTextOf(document);
  const out: Readonly<Record<string, string>> = leftOut[kind];

  test('asks each field of the schema, or leaves it out with a reason', () => {
    for (const { key } of fields) expect([key, asked.includes(key)]).toEqual([key, !(key in out)]);
    for (const key of [...asked, ...Object.keys(out)])
      expect(fields.map((field) => field.key)).toContain(key);
    for (const reason of Object.values(out)) expect(reason.length).toBeGreaterThan(10);
  });

  test('names each field as the schema does', () => {
    for (const { key, label } of fields) if (asked.includes(key)) expect(text).toContain(label);
  });

  test('leaves room for every answer, and asks for nobody’s name', () => {
    expect(document.blocks.filter(({ kind: block }) => block === 'blank').length).toBeGreaterThan(8);
    expect(text).toContain('Non scrivere nomi di persone');
    expect(text).not.toMatch(/nome e cognome|cellulare|firma/i);
  });

  test('has each of the six parts, or three, of the text', () => {
    for (const title of registry[kind].store.sections) expect(text).toContain(`\n${title}\n`);
  });

  test('is a Word file with the same words', async () => {
    const { body } = await openWord(await docxOf(document));
    const bare = (words: string): string => words.replace(/\s+/g, '');
    const words = bare(wordsOf(body));
    const blocks = plainTextOf(document).split(/[\n\t]/);
    // the sign of a box stands before its words, in Word as here
    for (const block of blocks) expect(words).toContain(bare(block));
  });
});

describe.each(areas)('the paper of $id', ({ id, data }) => {
  const paper = papers.find(({ area }) => area === id);
  const text = paper ? plainTextOf(paper.document) : '';

  test('asks the questions of its area, and has a row for each of its indicators', () => {
    for (const { questions } of data.guidance)
      for (const question of questions) expect(text).toContain(question);
    for (const indicator of data.indicators)
      expect(text).toContain(graph.get('indicator', indicator).data.title);
    for (const need of graph.all('need').filter((one) => one.data.focusAreas.includes(id)))
      expect(text).toContain(`☐\u00a0${need.data.title}`);
    for (const person of data.stakeholders) expect(text).toContain(person);
  });
});

test('two makings of one file are the same bytes, whatever the clock', async () => {
  const [files, again] = [await interviewFiles(graph), await interviewFiles(graph)];
  expect(files.map(({ name }) => name)).toEqual(papers.map(({ name }) => `${name}.docx`));
  expect(again.map(({ bytes }) => Buffer.from(bytes).toString('base64'))).toEqual(
    files.map(({ bytes }) => Buffer.from(bytes).toString('base64')),
  );
  const momentOf = (zip: ArrayBuffer): number => new DataView(zip).getUint32(10, true);
  const asMade = await docxOf({ kind: 'Nota', title: 'Prova', blocks: [], footer: '' });
  for (const zip of [...files.map(({ bytes }) => bytes), fixedZip(asMade)])
    expect(momentOf(zip)).toBe(0x21_0000);
  expect(momentOf(asMade)).not.toBe(0x21_0000);
});

test('what is no zip is refused', () => {
  expect(() => fixedZip(new ArrayBuffer(10))).toThrow('not a zip');
  expect(() => fixedZip(new TextEncoder().encode('x'.repeat(100)).buffer)).toThrow('not a zip');
});

test('a practice is offered in every shape there is, a file with its size', () => {
  const sizes = new Map([
    ...textTemplates(graph, '2026-11-22').map(({ name, text }) => [name, Buffer.byteLength(text)] as const),
    ['pratica-disagio-abitativo.docx', 51_400] as const,
  ]);
  const offers = templateOffers(graph, sizes);
  const housing = offers.find(({ area }) => area?.id === 'disagio-abitativo');
  expect(housing?.shapes.map(({ label }) => label)).toEqual([
    'Modulo in rete',
    'Modulo Word',
    'Scheda da intervista',
    'Testo',
  ]);
  expect(housing?.shapes[1]).toMatchObject({ isFile: true, note: 'file .docx, 51 kB' });
  // no file, no link
  expect(offers.at(-1)?.shapes.map(({ label }) => label)).toEqual(['Testo']);
});

test('a size is said in words that are never nothing', () => {
  expect([0, 400, 1600, 1_234_567].map(sizeWords)).toEqual(['1 kB', '1 kB', '2 kB', '1.235 kB']);
});
