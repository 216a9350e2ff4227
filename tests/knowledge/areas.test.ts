import { expect, test } from 'vitest';
import { areaLinesOf, areasOf } from '../../src/knowledge/areas.ts';
import { area, ids, sheet, smallGraph } from './small-graph.ts';

const graph = smallGraph(
  area('cultura', 2, { title: 'Cultura e turismo', tagline: 'Luoghi chiusi.', colour: 'cultura' }),
  area('lavoro', 1),
  area('casa', 10),
  sheet('orto', { focusAreas: ['casa', 'cultura'] }),
  sheet('museo', { focusAreas: ['cultura'] }),
);

test('areas follow their own order, a number, not their ids', () => {
  expect(ids(areasOf(graph))).toEqual(['lavoro', 'cultura', 'casa']);
});

test('the line of an area counts all its sheets, also those of which it is not the first area', () => {
  expect(areaLinesOf(graph)[1]).toEqual({
    id: 'cultura',
    title: 'Cultura e turismo',
    colour: 'cultura',
    description: 'Luoghi chiusi.',
    count: 2,
    href: '/aree/cultura/',
  });
  expect(areaLinesOf(graph).map(({ count }) => count)).toEqual([0, 2, 1]);
});
