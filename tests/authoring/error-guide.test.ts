import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { errorGuide } from '../../src/authoring/error-guide.ts';
import { codes } from '../../src/checks/codes.ts';
import { plainText } from '../../src/mdx/outline.ts';
import { projectRoot } from '../environment.ts';

const guide = errorGuide();
const chapters = new Map(
  guide
    .split(/\n### (?=TP\d)/)
    .slice(1)
    .map((chapter) => [chapter.slice(0, 5), chapter]),
);

test('docs/errori.md is in date: npm run docs writes it again', () => {
  expect(readFileSync(join(projectRoot, 'docs/errori.md'), 'utf8')).toBe(guide);
});

describe('every problem has its chapter, under an anchor that is its number', () => {
  test.each(Object.values(codes))('$code', ({ code, what, why, how }) => {
    const chapter = chapters.get(code) ?? '';
    expect(chapter.split('\n')[0]).toBe(code);
    // as Markdown shows it: `<Fact>` and `##` are words here
    const shown = plainText(unified().use(remarkParse).use(remarkGfm).parse(chapter)).replace(/\s+/g, ' ');
    for (const text of [what, why, how]) expect(shown).toContain(text.replace(/\s+/g, ' '));
  });

  test('and no other', () => {
    expect(chapters.size).toBe(Object.keys(codes).length);
  });
});

test('the index leads to every chapter, in order', () => {
  const numbers = Array.from(guide.matchAll(/\[(TP\d{3})\]\(#(tp\d{3})\)/g), ([, number, anchor]) => [
    number,
    anchor,
  ]);
  const all = Object.values(codes)
    .map(({ code }) => code)
    .sort();
  expect(numbers).toEqual(all.map((code) => [code, code.toLowerCase()]));
});

test('the rooms of the index are headings of the page', () => {
  const headings = new Set(
    Array.from(
      guide.matchAll(/^## (.+)$/gm),
      ([, title = '']) => `#${title.toLowerCase().replaceAll(' ', '-')}`,
    ),
  );
  const linked = Array.from(guide.matchAll(/^- \[.+?\]\((#.+?)\)/gm), ([, anchor]) => anchor);
  expect(linked.length).toBe(7);
  expect(linked.filter((anchor) => !headings.has(anchor ?? ''))).toEqual([]);
});

test('only errors that may be excused say so', () => {
  for (const { code, ...rest } of Object.values(codes))
    expect(chapters.get(code)?.includes('Può avere un’eccezione.')).toBe('excusable' in rest);
});
