import { expect, test } from 'vitest';
import { sessionViewOf } from '../../src/knowledge/session-view.ts';
import { fixtureGraph } from '../fixture-content.ts';
import { ids, one, sheet, smallGraph } from './small-graph.ts';

test('the page of a session has its times, activities, sheets and materials at hand', () => {
  const graph = fixtureGraph();
  const view = sessionViewOf(graph, graph.get('session', 'mattina-di-prova'));
  expect(view.blocks.map(({ block, from }) => [block.title, from])).toEqual([
    ['Benvenuti', 0],
    ['Il caso', 10],
    ['Pausa', 40],
    ['La mappa', 50],
  ]);
  expect(view.minutes).toBe(90);
  expect(ids(view.activities)).toEqual(['mappa-di-prova']);
  expect(ids(view.practices)).toEqual(['case-aperte']);
  // five for each person, from 4 to 20 people
  expect(view.materials).toMatchObject([{ item: 'foglietti adesivi', amount: { min: 20, max: 100 } }]);
});

test('what several blocks use is named once, in the order of the blocks', () => {
  const block = (activity: string) => ({ kind: 'groups' as const, minutes: 5, title: 'x', activity });
  const graph = smallGraph(
    one('activity', 'mappa', { materials: [] }),
    one('activity', 'giro', { materials: [] }),
    sheet('orto'),
    one('session', 's', {
      people: { min: 4, max: 8 },
      blocks: [block('mappa'), { ...block('giro'), practice: 'orto' }, block('mappa')],
    }),
  );
  const view = sessionViewOf(graph, graph.get('session', 's'));
  expect(ids(view.activities)).toEqual(['mappa', 'giro']);
  expect(ids(view.practices)).toEqual(['orto']);
});
