import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileBody } from '../../src/mdx/compile.ts';
import * as native from '../../src/mdx/native-parser.ts';
import * as portable from '../../src/mdx/portable-parser.ts';

const content = resolve(import.meta.dirname, '../../src/content');
const sheets = ['practices', 'workshops', 'activities', 'sessions'].flatMap((folder) =>
  readdirSync(join(content, folder)).map((name) => join(folder, name)),
);

const tricky = {
  'a quotation on one line': '<Quote source="s">Parole</Quote>',
  'a component alone on its line': 'Prima.\n\n<Cite source="s"/>\n\nDopo.',
  'two components alone on a line': '<Fact of="a"/> <Fact of="b"/>',
  'components on two lines': '<Cite source="s"/>\n<Cite source="s"/>',
  'a component in a sentence': 'Prima <Cite source="s"/> dopo.',
  'a component alone in a list': '- <Fact of="a"/>\n- altro <Cite source="s"/>',
  'a component alone inside another': '<Callout kind="note">\n<Fact of="a"/>\n</Callout>',
  'a callout on one line': '<Callout kind="note">Parole <Cite source="s"/></Callout>',
  'a note to the writer alone on its line': 'Prima.\n\n{/* nota */}\n\nDopo.',
  'a note to the writer before a component': '{/* nota */} <Cite source="s"/>',
  'a component in a cell': '| a | b |\n| - | - |\n| <Fact of="a"/> | c |',
  'a component alone in a footnote': 'Testo.[^1]\n\n[^1]: <Cite source="s"/>',
  'a component in bold alone on its line': '**<Fact of="a"/>**',
};

const sheetOf = (body: string): string => `---\ntitle: Prova\n---\n\n## Sezione\n\n${body}\n`;

describe('a text becomes the same page whichever parser reads it', () => {
  test.each(sheets)('%s', (name) => {
    const text = readFileSync(join(content, name), 'utf8');
    expect(compileBody(portable.parseMdx(text))).toEqual(compileBody(native.parseMdx(text)));
  });

  test.each(Object.entries(tricky))('%s', (_, body) => {
    const text = sheetOf(body);
    expect(compileBody(portable.parseMdx(text))).toEqual(compileBody(native.parseMdx(text)));
  });
});
