import { describe, expect, test } from 'vitest';
import { plainTextOf, type Run } from '../../../src/exports/documents/document.ts';
import {
  chosen,
  firstSentences,
  linesOf,
  sentencesOf,
  widthOf,
} from '../../../src/exports/documents/room.ts';

describe('how much room a text takes', () => {
  test('grows with its letters, more with the wide ones', () => {
    expect(linesOf('', 10)).toBe(1);
    expect(linesOf('parola per parola', 10)).toBe(2);
    expect(linesOf('a\nb\nc', 10)).toBe(3);
    expect(widthOf('COMUNE')).toBeGreaterThan(widthOf('comune'));
    expect(widthOf('都市')).toBe(4);
  });
});

describe('the choice of what fits', () => {
  const within = (most: number) => (taken: readonly (readonly string[])[]) =>
    taken.flat().join('').length <= most;

  test('takes the first of every list before the second of any', () => {
    const offers = [
      { items: ['aa', 'bb', 'cc'], most: 3 },
      { items: ['dd', 'ee'], most: 3 },
    ];
    expect(chosen(offers, within(4))).toEqual([['aa'], ['dd']]);
    expect(chosen(offers, within(6))).toEqual([['aa', 'bb'], ['dd']]);
    expect(chosen(offers, within(100))).toEqual([
      ['aa', 'bb', 'cc'],
      ['dd', 'ee'],
    ]);
  });

  test('leaves out whole what is too long, and goes on with the next', () => {
    expect(chosen([{ items: ['aaaaaaaaa', 'bb'], most: 2 }], within(4))).toEqual([['bb']]);
    expect(chosen([{ items: ['a', 'b', 'c'], most: 2 }], within(9))).toEqual([['a', 'b']]);
    expect(chosen([{ items: ['a'], most: 1 }], () => false)).toEqual([[]]);
  });
});

describe('sentences', () => {
  test('are kept whole, and what is left out is marked', () => {
    const text = 'Prima frase intera. Seconda frase più lunga. Terza frase.';
    expect(firstSentences(text, 100)).toBe(text);
    expect(firstSentences(text, 45)).toBe('Prima frase intera. Seconda frase più lunga. […]');
    expect(firstSentences(text, 20)).toBe('Prima frase intera. […]');
  });

  test('the first is never cut, however long', () => {
    expect(firstSentences('Una frase sola che non finisce mai', 5)).toBe(
      'Una frase sola che non finisce mai',
    );
    expect(firstSentences('Una frase molto lunga. Poi altro.', 5)).toBe('Una frase molto lunga. […]');
  });

  test.each([
    'Secondo l’art. Otto del regolamento si può.',
    'Il dott. Verdi, il prof. Neri e gli altri.',
    'Ai sensi della l. Obiettivo.',
  ])('a short form ends nothing: %s', (text) => {
    expect(firstSentences(text, 5)).toBe(text);
  });

  test('words with a note are never parted from it', () => {
    const runs: Run[] = [
      { text: 'Sono arrivate ' },
      { text: '83 candidature', notes: [2] },
      { text: '. Poi il bando è stato chiuso. ' },
      { text: 'Una frase. Due frasi, con la stessa fonte.', notes: [3] },
      { text: ' E basta.' },
    ];
    const sentences = sentencesOf(runs);
    const words = sentences.map((sentence) =>
      plainTextOf({
        title: '',
        kind: '',
        footer: '',
        blocks: [{ kind: 'paragraph', runs: sentence }],
      }).trim(),
    );
    expect(words).toEqual([
      'Sono arrivate 83 candidature[2].',
      'Poi il bando è stato chiuso.',
      'Una frase. Due frasi, con la stessa fonte.[3]',
      'E basta.',
    ]);
  });
});
