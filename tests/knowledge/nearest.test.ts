import { expect, test } from 'vitest';
import { nearest } from '../../src/knowledge/nearest.ts';

const known = ['torino', 'messina', 'palermo', 'portineria-di-quartiere', 'portici'];

test.each([
  ['torno', ['torino']],
  ['palerno', ['palermo']],
  ['portineria', ['portineria-di-quartiere']],
  ['portineria-di-quartiere-nord', ['portineria-di-quartiere']],
  ['zzzzzzzzzzzz', []],
])('for %s: %j', (word, expected) => {
  expect(nearest(word, known).slice(0, Math.max(1, expected.length))).toEqual(expected);
});

test('no more than asked for, nearest first, then in the order of the alphabet', () => {
  expect(nearest('aa', ['ab', 'ac', 'aa', 'ad', 'bb'], 3)).toEqual(['aa', 'ab', 'ac']);
  expect(nearest('aa', ['ab', 'ac'], 1)).toEqual(['ab']);
});

test('takes any list', () => {
  expect(nearest('torno', new Set(known))).toEqual(['torino']);
  expect(nearest('torno', [])).toEqual([]);
});
