import { expect, test } from 'vitest';
import {
  areaFeed,
  listOf,
  pageOf,
  practicesPage,
  practicesUnder,
  searchPage,
  sections,
  termPage,
  workshopsPage,
} from '../../src/knowledge/routes.ts';

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

test('the lists have addresses that never change, and that no entry can have', () => {
  expect((['title', 'city', 'review', 'evidence'] as const).map((order) => practicesPage(order))).toEqual([
    '/elenchi/pratiche-per-titolo/',
    '/elenchi/pratiche-per-citta/',
    '/elenchi/pratiche-per-rilettura/',
    '/elenchi/pratiche-per-prove/',
  ]);
  expect(practicesPage('city', 3)).toBe('/elenchi/pratiche-per-citta/3/');
  expect(practicesUnder('focus-area', 'casa')).toBe('/aree/casa/pratiche/');
  expect(practicesUnder('city', 'bari', 'review', 2)).toBe('/citta/bari/pratiche/per-rilettura/2/');
  expect(practicesUnder('programme', 'uia', 'title', 2)).toBe('/programmi/uia/pratiche/2/');
  expect([workshopsPage(), workshopsPage(2)]).toEqual(['/laboratori/', '/elenchi/laboratori-per-data/2/']);
  expect(areaFeed('casa')).toBe('/aree/casa/atom.xml');
  expect(Object.values(sections)).not.toContain('elenchi');
});

test('a search carries what was typed and chosen, whatever it is', () => {
  expect(searchPage()).toBe('/cerca/');
  expect(searchPage('casa & città')).toBe('/cerca/?q=casa+%26+citt%C3%A0');
  expect(searchPage('', { area: 'a' })).toBe('/cerca/?area=a');
  expect(searchPage('x', { need: 'a', city: 'b' })).toBe('/cerca/?q=x&need=a&city=b');
  expect(searchPage('', { status: ['a', 'b'] })).toBe('/cerca/?status=a&status=b');
});
