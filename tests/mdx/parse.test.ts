import { expect, test } from 'vitest';
import { parseSheet } from '../../src/mdx/parse.ts';
import { sheetText } from './sheet-text.ts';

const placesOf = (text: string) =>
  parseSheet(text).findings.map(({ code, line, column }) => `${code} ${line}:${column}`);

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
  ['a control character', sheetText('a\u0000b'), ['control-character 5:2']],
  ['a byte order mark', '\ufeff' + sheetText('a'), ['front-matter-missing 1:1', 'control-character 1:1']],
  ['a lone carriage return', sheetText('a\rb'), ['control-character 5:2']],
  ['the line endings of Windows, once', sheetText('a\n\nb').replaceAll('\n', '\r\n'), ['line-endings 1:1']],
  ['import', sheetText('Prima.\n\nimport x from "node:fs"'), ['code 7:1']],
  ['export', sheetText('export const a = 1'), ['code 5:1']],
  ['export after spaces', sheetText('  export default 1'), ['code 5:1']],
  ['import in the front matter', '---\nimport: 1\n---\n', ['code 2:1']],
  ['a tag that is not closed', sheetText('<Callout kind="note">\n\na'), ['mdx-syntax 5:1']],
  ['a sign that could open a tag', sheetText('Meno di 5 <3'), ['mdx-syntax 5:11']],
  ['an HTML comment', sheetText('<!-- a -->'), ['mdx-syntax 5:1']],
  ['a brace that is not closed', sheetText('a {b'), ['mdx-syntax 5:3']],
  ['braces by the hundred', sheetText('{'.repeat(501)), ['too-many-braces 1:1']],
])('refuses %s', (_, text, places) => {
  expect(placesOf(text)).toEqual(places);
});

test('a last line without its end is read', () => {
  const { sheet } = parseSheet('---\na: 1\n---\n\nUna fra');
  expect(sheet).toEqual(parseSheet('---\na: 1\n---\n\nUna fra\n').sheet);
  expect(parseSheet('---\na: 1\n---').sheet).not.toBeNull();
});

test('says in Italian what is wrong and what to write', () => {
  expect(parseSheet(sheetText('Testo <Callout kind="note">')).findings[0]).toMatchObject({
    message: 'Il segno <Callout> non viene chiuso.',
    hint: 'Aggiungi </Callout> dove finisce, oppure scrivi &lt; al posto di < se volevi il simbolo «minore».',
  });
  expect(parseSheet(sheetText('export const a = 1')).findings[0]?.message).toBe(
    'Una riga non può cominciare con «import» o «export»: in un file MDX sarebbe codice.',
  );
});

test.each([
  ['Meno di <4 anni', '«<4»', 'Se è il simbolo «minore», metti uno spazio dopo <.'],
  ['Uno <=3', '«<=»', 'Se è il simbolo «minore», metti uno spazio dopo <.'],
  ['<!-- nota -->', 'Le note <!--', 'Per una nota a chi scrive usa {/* … */}.'],
  ['Prima <!-- nota --> dopo', 'Le note <!--', 'Per una nota a chi scrive usa {/* … */}.'],
  ['a {b', 'Qui il testo', 'Controlla i simboli < e { in questa riga'],
])('of %j says what to write', (body, message, hint) => {
  const [finding] = parseSheet(sheetText(body)).findings;
  expect(finding?.message).toContain(message);
  expect(finding?.hint).toContain(hint);
});

test.each(['importante', 'esportare', 'Un import nel mezzo', '{/* nota */}', 'a < b'])('reads %j', (body) => {
  expect(placesOf(sheetText(body))).toEqual([]);
});
