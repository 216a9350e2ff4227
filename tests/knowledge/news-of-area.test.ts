import { expect, test } from 'vitest';
import { newsOf, newsOfArea } from '../../src/knowledge/news.ts';
import { area, one, sheet, smallGraph } from './small-graph.ts';

const graph = smallGraph(
  area('casa', 1),
  area('lavoro', 2),
  area('cultura', 3),
  one('city', 'qui'),
  // the same id in another collection is another thing
  one('programme', 'orto'),
  sheet('orto', { focusAreas: ['casa'] }),
  sheet('bar', { focusAreas: ['lavoro', 'casa'] }),
  sheet('mercato', { focusAreas: ['lavoro'] }),
  one('workshop', 'incontro', { focusAreas: ['casa'], city: 'qui' }),
  one('workshop', 'altro', { focusAreas: ['lavoro'], city: 'qui' }),
);
const news = newsOf(graph, () => ({
  missing: null,
  published: { day: '2026-01-01', time: 1_767_225_600 },
  days: [{ day: '2026-02-01', time: 1_769_904_000, changes: ['A'] }],
  isCut: false,
  firstId: null,
}));
const told = (id: string) =>
  newsOfArea(news, graph, id).map((item) => `${item.kind} ${item.id} ${item.isNew ? 'new' : 'changed'}`);

test('of an area are told its sheets and its workshops, new and changed, in the order of the news', () => {
  expect(told('casa')).toEqual([
    'practice bar changed',
    'practice orto changed',
    'workshop incontro changed',
    'practice bar new',
    'practice orto new',
    'workshop incontro new',
  ]);
});

test('an area in which nothing has happened has no news', () => {
  expect(told('cultura')).toEqual([]);
});
