import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, mdxText } from '../../src/knowledge/typed-text.ts';
import { plainText } from '../../src/mdx/outline.ts';
import { parseSheet } from '../../src/mdx/parse.ts';
import { checkTree } from '../../src/mdx/policy.ts';
import { naughtyStrings } from '../naughty-strings.ts';

/** What a reader of a sheet would see of a text, in a list as the exporter writes it. */
function readBack(text: string): string {
  const { sheet, findings } = parseSheet(`---\ntitle: x\n---\n\n## Titolo\n\n- Detto: ${mdxText(text)}\n`);
  if (!sheet) throw new Error(JSON.stringify(findings));
  const { findings: refused, uses, links } = checkTree(sheet.tree);
  expect([refused, uses, links]).toEqual([[], [], []]);
  expect(sheet.tree.children.map(({ type }) => type)).toEqual(['yaml', 'heading', 'list']);
  const [, , list] = sheet.tree.children;
  return list ? plainText(list) : '';
}

describe('a text that somebody typed', () => {
  test.each([
    ['è', 'e\u0300'],
    ['a b', 'a\n\tb '],
    ['ab', 'a\u202e\u200bb'],
    ['a b', 'a\u0000b'],
    ['☺', '☺\ufe0f'],
  ])('becomes «%s»', (clean, typed) => {
    expect(cleanLine(typed)).toBe(clean);
  });

  test('is read back as it was typed, whatever it holds', () => {
    for (const typed of naughtyStrings) expect(readBack(typed)).toBe(`Detto: ${cleanLine(typed)}`.trim());
  });

  test('whatever signs stand together', () => {
    const signs = fc.constantFrom(
      ...'\\`*_{}[]<>|~&#+-=.!()^$:/@"\'1a à'.split(''),
      'www.',
      'http://',
      '&amp;',
      '{/*',
      '*/}',
    );
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 14 }), (parts) => {
        const typed = parts.join('');
        expect(readBack(typed)).toBe(`Detto: ${cleanLine(typed)}`.trim());
      }),
      { numRuns: 3000 },
    );
  });
});
