import { expect, test } from 'vitest';
import { programmeLinesOf, programmeLinksOf } from '../../src/knowledge/programmes.ts';
import { area, one, sheet, smallGraph } from './small-graph.ts';

const paidBy = (programme: string) => ({ funding: [{ programme, source: 'a' }] });
const graph = smallGraph(
  area('casa', 1, { title: 'Area casa', funds: [{ programme: 'pon' }] }),
  one('city', 'qui'),
  one('programme', 'pon', { title: 'PON', description: 'Città.', period: { start: '2014', end: '2020' } }),
  one('programme', 'urbact', { title: 'Urbact' }),
  one('programme', 'fondo', { title: 'fondo' }),
  sheet('vecchia', { ...paidBy('pon'), reviewedOn: '2025-01-01' }),
  sheet('nuova', { ...paidBy('pon') }),
  one('workshop', 'incontro', { title: 'Incontro', programme: 'pon' }),
);

test('programmes that paid for more come first, then the alphabet', () => {
  expect(programmeLinesOf(graph).map(({ title, practices }) => [title, practices])).toEqual([
    ['PON', 2],
    ['fondo', 0],
    ['Urbact', 0],
  ]);
});

test('the line of a programme has its years where they are known', () => {
  expect(programmeLinesOf(graph)[0]).toMatchObject({
    href: '/programmi/pon/',
    years: '2014–2020',
    description: 'Città.',
  });
  expect(programmeLinesOf(graph)[1]?.years).toBeNull();
});

test('a programme leads to its sheets, workshops and areas', () => {
  const links = programmeLinksOf(graph, graph.get('programme', 'pon'), 1);
  expect(links.cards.map(({ title }) => title)).toEqual(['nuova']);
  expect(links.total).toBe(2);
  expect(links.workshops).toEqual([{ label: 'Incontro', href: '/laboratori/incontro/' }]);
  expect(links.areas).toEqual([{ label: 'Area casa', href: '/aree/casa/' }]);
});
