import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distance, meant } from '../../../src/apps/search/spelling.ts';

describe('the distance between two words', () => {
  test.each([
    ['sfratto', 'sfratto', 0],
    ['sfrato', 'sfratto', 1],
    ['sfratttto', 'sfratto', 2],
    ['sfreatto', 'sfratto', 1],
    ['sfrtato', 'sfratto', 1],
    ['casa', 'cosa', 1],
    ['', 'ab', 2],
    ['abc', 'cba', 2],
  ])('%s, %s', (a, b, far) => {
    expect(distance(a, b, 9)).toBe(far);
  });

  test('beyond the most is one more than it', () => {
    expect(distance('portineria', 'sfratto', 2)).toBe(3);
    expect(distance('a', 'abcdef', 2)).toBe(3);
  });

  test('is the same both ways, and nothing only for the same word', () => {
    const word = fc.string({ maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(distance(a, b, 20)).toBe(distance(b, a, 20));
        expect(distance(a, b, 20) === 0).toBe(a === b);
      }),
    );
  });
});

describe('the word that was meant', () => {
  const known = [
    'casa',
    'sfratto',
    'baracche',
    'baraccopoli',
    'quartiere',
    'homes',
    'co city',
    'citta',
    'case',
  ];

  test('is a slip away, or two in a long word', () => {
    expect(meant('sfrtato', known)).toBe('sfratto');
    expect(meant('Baracopoli', known)).toBe('baraccopoli');
    expect(meant('quartirre', known)).toBe('quartiere');
    expect(meant('omes', known)).toBe('homes');
    expect(meant('xilofono', known)).toBeUndefined();
  });

  test('keeps its first letter when two are wrong', () => {
    expect(meant('esperimento', ['sperimenta'])).toBeUndefined();
    expect(meant('uartire', ['quartiere'])).toBeUndefined();
    expect(meant('uartiere', ['quartiere'])).toBe('quartiere');
  });

  test('is none when it is too short, or known as it is', () => {
    expect(meant('cas', known)).toBeUndefined();
    expect(meant('città', known)).toBeUndefined();
  });

  test('is two words written as one, never two words wrong twice', () => {
    expect(meant('cocity', known)).toBe('co city');
    expect(meant('cocitiy', ['co city'])).toBe('co city');
    expect(meant('cozityx', ['co city'])).toBeUndefined();
  });

  test('keeps its first letter when it can, and is the more used of two', () => {
    expect(meant('cassa', ['massa', 'casa'])).toBe('casa');
    expect(meant('casi', known)).toBe('casa');
    expect(meant('casi', ['case', 'casa'])).toBe('case');
  });
});
