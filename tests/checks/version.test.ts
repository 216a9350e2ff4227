import { describe, expect, test } from 'vitest';
import { startReading } from '../../src/checks/isolated.ts';
import { readVersion, sectionTexts } from '../../src/checks/version.ts';
import { projectRoot } from '../environment.ts';
import { fixtureText } from '../fixture-content.ts';

const sheet = 'practices/case-aperte.mdx';
const usual = { time: 5000, memory: 256, reader: 'src/checks/version-reader.ts' };

test('the data of a sheet, whatever its schema was', () => {
  const { readable, records } = readVersion({
    path: sheet,
    text: '---\ntitle: A\nold: [1]\n---\n## Il problema\n',
  });
  expect(readable).toBe(true);
  expect(records).toMatchObject([{ kind: 'practice', id: 'case-aperte', data: { title: 'A', old: [1] } }]);
});

test('the entries of a list, each with the sources that it names', () => {
  const text =
    'sources:\n  - id: a\n    publisher: X\n  - id: b\nentries:\n  - id: isee\n    title: ISEE\n    source: a\n  - id: no-source\n    title: B\n  - id: Wrong Id\n  - 3\n';
  const { records } = readVersion({ path: 'glossary.yaml', text });
  expect(records.map(({ id, data }) => [id, data])).toEqual([
    ['isee', { title: 'ISEE', source: 'a', sources: [{ id: 'a', publisher: 'X' }] }],
    ['no-source', { title: 'B' }],
  ]);
});

test.each([
  ['no front matter', sheet, 'testo'],
  ['broken data', sheet, '---\ntitle: "a\n---\ntesto\n'],
  ['an anchor', sheet, '---\ntitle: &a b\nother: *a\n---\n'],
  ['a prototype', sheet, '---\n__proto__: { a: 1 }\n---\n'],
  ['a text in the place of data', sheet, '---\nsolo testo\n---\n'],
  ['a list that is none', 'glossary.yaml', '- a\n'],
  ['a file that belongs nowhere', 'altro/x.mdx', '---\na: 1\n---\n'],
])('%s cannot be read', (_, path, text) => {
  expect(readVersion({ path, text })).toEqual({ path, records: [], problems: [], readable: false });
});

describe('the sections of a text', () => {
  test('are cut at their titles, and lines broken elsewhere are the same words', () => {
    const head = '---\na: 1\n---\n';
    expect(
      sectionTexts(`${head}\n## Il problema\n\nUna frase\nlunga.\n\n## Come funziona\n\n### Sotto\n\nb\n`),
    ).toEqual(
      new Map([
        ['Il problema', 'Una frase lunga.'],
        ['Come funziona', '### Sotto b'],
      ]),
    );
    expect(sectionTexts(`${head}## Il problema\nUna\n\nfrase lunga.`)).toEqual(
      new Map([['Il problema', 'Una frase lunga.']]),
    );
  });

  test('of a sheet are all there', () => {
    expect([...sectionTexts(fixtureText(sheet)).keys()]).toHaveLength(6);
  });
});

test('versions are read in a process of their own, as hostile files are', async () => {
  const good = { path: sheet, text: '---\ntitle: A\n---\n' };
  const reading = startReading(projectRoot, usual);
  reading.give([good, { path: sheet, text: '---\ntitle: [\n---\n' }]);
  expect((await reading.end()).map(({ readable }) => readable)).toEqual([true, false]);
});
