import { expect, test } from 'vitest';
import { parseSheet } from '../../src/mdx/parse.ts';
import { sheetText } from './sheet-text.ts';

const placesOf = (text: string) =>
  parseSheet(text).findings.map(({ name, line, column }) => `${name} ${line}:${column}`);

test('splits front matter from text, and keeps the places of the file', () => {
  const { sheet, findings } = parseSheet('---\na: 1\nb: 2\n---\n\n## Titolo\n');
  expect(findings).toEqual([]);
  expect(sheet?.frontMatter).toBe('a: 1\nb: 2\n');
  expect(sheet?.tree.children.at(-1)).toMatchObject({
    type: 'heading',
    position: { start: { line: 6, column: 1 } },
  });
});

test.each([
  ['a file without front matter', '## Titolo\n', ['front-matter-missing 1:1']],
  ['front matter that never ends', '---\na: 1\n', ['front-matter-missing 1:1']],
  ['front matter after a blank line', '\n---\na: 1\n---\n', ['front-matter-missing 1:1']],
  ['an empty file', '', ['front-matter-missing 1:1']],
  ['import', sheetText('Prima.\n\nimport x from "node:fs"'), ['code 7:1']],
  ['export', sheetText('export const a = 1'), ['code 5:1']],
  ['export after spaces', sheetText('  export default 1'), ['code 5:1']],
  ['import in the front matter', '---\nimport: 1\n---\n', ['code 2:1']],
  ['a tag that is not closed', sheetText('<Callout kind="note">\n\na'), ['mdx-syntax 5:1']],
  ['a sign that could open a tag', sheetText('Meno di 5 <3'), ['mdx-syntax 5:11']],
  ['an HTML comment', sheetText('<!-- a -->'), ['mdx-syntax 5:1']],
  ['a brace that is not closed', sheetText('a {b'), ['mdx-syntax 5:3']],
  [
    'a component that begins in a cell and ends below the table',
    sheetText('| a |\n| --- |\n| <Term id="b">\n\n*c*\n\n</Term> | d |'),
    ['mdx-syntax 9:1'],
  ],
  ['braces by the hundred', sheetText('{'.repeat(501)), ['too-many-braces 1:1']],
  ['a character that turns the words around, by reference', sheetText('a &#x202e; b'), ['mdx-syntax 5:1']],
  ['an invisible one in an attribute', sheetText('<Fact of="a" scope="b&#x200b;"/>'), ['mdx-syntax 5:1']],
  ['an invisible one in an address', sheetText('[a](https://a.it/&#x200b;)'), ['mdx-syntax 5:1']],
  ['references by the thousand', sheetText('&'.repeat(1000)), ['too-many-braces 1:1']],
  ['angle brackets by the thousand', sheetText('<'.repeat(1000)), ['too-many-braces 1:1']],
])('refuses %s', (_, text, places) => {
  expect(placesOf(text)).toEqual(places);
});

test.each([
  [
    'is missing',
    '---\n## Le righe con ##\na: 1\n\n## Il problema\n\nx\n',
    5,
    'Manca la seconda riga «---», che chiude i dati.',
    'Mettila su una riga sua prima di «## Il problema».',
  ],
  [
    'is missing, and the text has such a line of its own',
    '---\na: 1\n\n## Il problema\n\nx\n\n---\n\ny\n',
    4,
    'Manca la seconda riga «---», che chiude i dati.',
    'Mettila su una riga sua prima di «## Il problema».',
  ],
  [
    'is missing, and so are the sections',
    '---\na: 1\n',
    1,
    'Manca la seconda riga «---», che chiude i dati.',
    'Mettila su una riga sua fra i dati e il testo.',
  ],
  [
    'became a dash',
    '---\na: 1\n—\n\n## Il problema\n',
    3,
    'La riga «—» non chiude i dati: lì vanno tre trattini e nient’altro, nemmeno spazi.',
    'Riscrivila: ---',
  ],
  [
    'has a space after it',
    '---\na: 1\n--- \n\n## Il problema\n',
    3,
    'La riga «---» non chiude i dati: lì vanno tre trattini e nient’altro, nemmeno spazi.',
    'Riscrivila: ---',
  ],
])('when the line that closes the data %s, says so', (_, text, line, message, hint) => {
  expect(parseSheet(text).findings).toEqual([
    { name: 'front-matter-missing', line, column: 1, message, hint },
  ]);
});

test('a last line without its end is read', () => {
  const { sheet } = parseSheet('---\na: 1\n---\n\nUna fra');
  expect(sheet).toEqual(parseSheet('---\na: 1\n---\n\nUna fra\n').sheet);
  expect(parseSheet('---\na: 1\n---').sheet).not.toBeNull();
});

test('says in Italian what is wrong and what to write', () => {
  expect(parseSheet(sheetText('Testo <Callout kind="note">')).findings[0]).toMatchObject({
    message: 'Il componente <Callout> non viene chiuso.',
    hint: 'Aggiungi </Callout> dove finisce.',
  });
  expect(parseSheet(sheetText('export const a = 1')).findings[0]?.message).toBe(
    'La riga «export const a = 1» comincia come un programma, con «import» o «export»: in un file MDX sarebbe codice.',
  );
});

test.each([
  ['Meno di <4 anni', '«<4»', 'Se è il simbolo «minore», metti uno spazio dopo <.'],
  ['Uno <=3', '«<=»', 'Se è il simbolo «minore», metti uno spazio dopo <.'],
  ['<!-- nota -->', 'Le note <!--', 'Per una nota a chi scrive usa {/* … */}.'],
  ['Prima <!-- nota --> dopo', 'Le note <!--', 'Per una nota a chi scrive usa {/* … */}.'],
  ['a {b', 'Da «{b» in poi il testo non si riesce a leggere.', 'Controlla i simboli < e { in questa riga'],
  ['a <br> b', '<br> non viene chiuso e non è fra i componenti', 'Per andare a capo lascia una riga vuota'],
  ['a <cinque b', '', 'Controlla i simboli < e {'],
  ['Ecco <Fact of="a">', 'Il componente <Fact> non viene chiuso.', 'Chiudilo subito: <Fact … />.'],
])('of %j says what to write', (body, message, hint) => {
  const [finding] = parseSheet(sheetText(body)).findings;
  expect(finding?.message).toContain(message);
  expect(finding?.hint).toContain(hint);
});

test.each(['importante', 'esportare', 'Un import nel mezzo', '{/* nota */}', 'a < b'])('reads %j', (body) => {
  expect(placesOf(sheetText(body))).toEqual([]);
});
