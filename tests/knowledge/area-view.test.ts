import { expect, test } from 'vitest';
import { areaViewOf } from '../../src/knowledge/area-view.ts';
import { area, one, sheet, smallGraph } from './small-graph.ts';

const graph = smallGraph(
  area('casa', 1, {
    indicators: ['alloggi'],
    terms: ['patto'],
    funds: [
      { programme: 'fondo', note: 'Paga i lavori.', source: 'a' },
      { name: 'Risorse proprie' },
      { programme: 'fondo', name: 'Quota regionale' },
    ],
  }),
  area('lavoro', 2),
  one('indicator', 'alloggi', { title: 'Alloggi aperti' }),
  one('term', 'patto', { title: 'Patto' }),
  one('programme', 'fondo', { title: 'Fondo Casa' }),
  one('city', 'qui'),
  sheet('altra', { focusAreas: ['lavoro', 'casa'], reviewedOn: '2026-03-01' }),
  sheet('vecchia', { reviewedOn: '2025-01-01' }),
  sheet('nuova', { reviewedOn: '2026-01-01' }),
);
const view = (most?: number) => areaViewOf(graph, graph.get('focus-area', 'casa'), most);

test('the sheets of an area are first its own, newest reading first', () => {
  expect(view().cards.map(({ title }) => title)).toEqual(['nuova', 'vecchia', 'altra']);
});

test('a page prints the first ones and counts them all', () => {
  expect(view(2).cards).toHaveLength(2);
  expect(view(2).total).toBe(3);
});

test('funds the base describes lead to their page; a name of one’s own comes before theirs', () => {
  expect(view().funds).toEqual([
    { label: 'Fondo Casa', href: '/programmi/fondo/', note: 'Paga i lavori.', source: 'a' },
    { label: 'Risorse proprie', href: null, note: null, source: null },
    { label: 'Quota regionale', href: '/programmi/fondo/', note: null, source: null },
  ]);
});

test('indicators and words are those the area names', () => {
  expect(view().indicators.map(({ title }) => title)).toEqual(['Alloggi aperti']);
  expect(view().terms).toEqual([{ label: 'Patto', href: '/glossario/#patto' }]);
});
