import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestSection, hitOf, piecesOf, type LabelOf } from '../../../src/apps/search/hits.ts';
import type { Fragment } from '../../../src/apps/search/index-data.ts';
import { contentWords } from '../../../src/apps/search/words.ts';
import { naughtyStrings } from '../../naughty-strings.ts';
import { fragment } from './index-double.ts';

const labels = new Map([
  ['area casa', { label: 'Casa', colour: 'casa' }],
  ['city torino', { label: 'Torino' }],
  ['status running', { label: 'in corso' }],
  ['evidence 2', { label: 'Prova 2, riscontrata' }],
]);
const labelOf: LabelOf = (name, id) => labels.get(`${name} ${id}`);
const section = (title: string, excerpt: string, anchored = true): Fragment['sub_results'][number] => ({
  title,
  url: `/x/#${title}`,
  excerpt,
  ...(anchored ? { anchor: {} } : {}),
});
const plain = (pieces: { text: string }[]) => pieces.map(({ text }) => text).join('');

describe('an excerpt', () => {
  test('is text and marks', () => {
    expect(piecesOf('in <mark>emergenza</mark> <mark>abitativa.</mark> Con …')).toEqual([
      { text: 'in ', marked: false },
      { text: 'emergenza', marked: true },
      { text: ' ', marked: false },
      { text: 'abitativa.', marked: true },
      { text: ' Con\u00a0…', marked: false },
    ]);
    expect(piecesOf('')).toEqual([]);
  });

  test('keeps markup of a page as text', () => {
    expect(piecesOf('&lt;img src=x onerror=alert(1)&gt; &amp; <mark>&lt;b&gt;</mark>')).toEqual([
      { text: '<img src=x onerror=alert(1)> &amp; ', marked: false },
      { text: '<b>', marked: true },
    ]);
  });

  test('never loses or adds a character', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const escaped = text.replace(/</g, '&lt;').replace(/>/g, '&gt;');
        fc.pre(!/&[lg]t;/.test(text) && !text.endsWith(' …'));
        expect(plain(piecesOf(escaped))).toBe(text);
      }),
    );
  });

  test('of hostile words, escaped as the index does, is the same words', () => {
    for (const text of naughtyStrings) {
      const escaped = text.replace(/</g, '&lt;').replace(/>/g, '&gt;');
      if (/&[lg]t;/.test(text)) continue;
      expect(plain(piecesOf(`<mark>${escaped}</mark>`))).toBe(text);
    }
  });
});

describe('the best section', () => {
  const head = section('testa', '<mark>case</mark>', false);
  const one = section('uno', '<mark>case</mark> vuote');
  const both = section('due', '<mark>case</mark> <mark>popolari</mark>');

  test('holds most of the words', () => {
    expect(bestSection([head, one, both], ['case', 'popolari'])).toBe(both);
  });

  test('has an address, and comes first', () => {
    expect(bestSection([head, one, section('tre', '<mark>case</mark>')], ['case'])).toBe(one);
    expect(bestSection([head], ['case'])).toBe(head);
    expect(bestSection([], ['case'])).toBeUndefined();
  });

  test('is called so, of those that hold as many of the words', () => {
    const named = section('case', 'le <mark>case</mark>');
    expect(bestSection([one, named], ['case'])).toBe(named);
    expect(bestSection([one, both, named], ['case', 'popolari'])).toBe(both);
  });
});

describe('a result', () => {
  test('shows area, city, state and the section with its excerpt', () => {
    const page = fragment({
      meta: { title: 'Homes4All' },
      filters: { area: ['casa', 'x'], city: ['torino'], status: ['running'], evidence: ['2'] },
      sub_results: [section('In breve', 'In breve. Molte <mark>case</mark>')],
    });
    expect(hitOf(page, ['case'], labelOf)).toEqual({
      url: '/pratiche/x/',
      isNeed: false,
      title: 'Homes4All',
      area: { label: 'Casa', colour: 'casa' },
      details: ['Torino', 'in corso', 'Prova 2, riscontrata'],
      section: { title: 'In breve', url: '/x/#In breve' },
      missing: [],
      excerpt: [
        { text: 'Molte ', marked: false },
        { text: 'case', marked: true },
      ],
    });
  });

  test('of a match before the first section has no section, and does not say its title twice', () => {
    const page = fragment({
      meta: { title: 'Case vuote' },
      sub_results: [section('Case vuote', '<mark>Case</mark> vuote Alloggi <mark>chiusi</mark>', false)],
    });
    const hit = hitOf(page, ['case'], labelOf);
    expect(hit.section).toBeUndefined();
    expect(hit.excerpt).toEqual([
      { text: 'Alloggi ', marked: false },
      { text: 'chiusi', marked: true },
    ]);
  });

  test('found by its other words alone shows how it opens, and never the words', () => {
    const page = fragment({
      meta: { title: 'Fondi', words: 'dopo il PNRR' },
      excerpt: 'Fondi. Quando finiscono',
    });
    expect(plain(hitOf(page, ['pnrr'], labelOf).excerpt)).toBe('Quando finiscono');
  });

  test('of browsing shows how the page opens', () => {
    const excerpt = 'Titolo. Una frase che dice di che si tratta. In breve. Il resto';
    expect(
      plain(hitOf(fragment({ excerpt, anchors: [{ location: 99 }, { location: 9 }] }), [], labelOf).excerpt),
    ).toBe('Una frase che dice di che si tratta.');
    expect(plain(hitOf(fragment({ excerpt, anchors: [{ location: 1 }] }), [], labelOf).excerpt)).toBe(
      'Una frase che dice di che si tratta. In breve. Il resto',
    );
  });

  test('with hostile texts shows them as they are, and nothing else', () => {
    for (const text of naughtyStrings.filter((naughty) => naughty.trim() !== '')) {
      const page = fragment({
        meta: { title: text, words: text },
        filters: { area: [text], city: [text], status: [text] },
        excerpt: text,
        sub_results: [section(text, `<mark>${text}</mark>`)],
      });
      const hit = hitOf(page, contentWords(text), labelOf);
      expect(hit).toMatchObject({ url: '/pratiche/x/', title: text, area: undefined, details: [] });
      expect(hit.excerpt.every((piece) => typeof piece.text === 'string')).toBe(true);
    }
  });

  test('without a title shows its address; a city does not name itself twice', () => {
    const page = fragment({ meta: {}, filters: { city: ['nowhere'] } });
    expect(hitOf(page, [], labelOf)).toMatchObject({ title: '/pratiche/x/', area: undefined, details: [] });
    const city = fragment({ meta: { title: 'Torino' }, filters: { city: ['torino'] } });
    expect(hitOf(city, [], labelOf).details).toEqual([]);
  });
});
