import { expect, test } from 'vitest';
import { listOf, pageOf, searchPage, sections, termPage } from '../../src/knowledge/routes.ts';

test('every page has its address', () => {
  expect(pageOf('practice', 'tonite')).toBe('/pratiche/tonite/');
  expect(pageOf('focus-area', 'cultura-turismo')).toBe('/aree/cultura-turismo/');
  expect(listOf('activity')).toBe('/attivita/');
  expect(termPage('patto')).toBe('/glossario/#patto');
});

test('the folders of the public addresses never change', () => {
  expect(sections).toEqual({
    practice: 'pratiche',
    'focus-area': 'aree',
    need: 'bisogni',
    workshop: 'laboratori',
    activity: 'attivita',
    session: 'sessioni',
    city: 'citta',
    programme: 'programmi',
  });
});

test('a search carries what was typed and chosen, whatever it is', () => {
  expect(searchPage()).toBe('/cerca/');
  expect(searchPage('casa & città')).toBe('/cerca/?q=casa+%26+citt%C3%A0');
  expect(searchPage('', { area: 'a' })).toBe('/cerca/?area=a');
  expect(searchPage('x', { need: 'a', city: 'b' })).toBe('/cerca/?q=x&need=a&city=b');
  expect(searchPage('', { status: ['a', 'b'] })).toBe('/cerca/?status=a&status=b');
});
