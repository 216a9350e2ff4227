import { expect, test } from 'vitest';
import { latestFirst, workshopViewOf } from '../../src/knowledge/workshop-view.ts';
import type { DataOf } from '../../src/schemas/registry.ts';
import { fixtureGraph } from '../fixture-content.ts';
import { area, ids, one, smallGraph } from './small-graph.ts';

function expects(data: Partial<DataOf<'workshop'>>) {
  const graph = smallGraph(
    area('casa', 1),
    one('city', 'qui'),
    one('workshop', 'w', { city: 'qui', focusAreas: ['casa'], ...data }),
  );
  return workshopViewOf(graph, graph.get('workshop', 'w')).expects;
}

test('the page of a workshop has what it names at hand', () => {
  const graph = fixtureGraph();
  const view = workshopViewOf(graph, graph.get('workshop', 'borgo-2023'));
  expect(view.city.data.title).toBe('Borgo Prova');
  expect(view.programme?.id).toBe('fondo-prova');
  expect(ids(view.areas)).toEqual(['disagio-abitativo']);
  expect(view.numberOf('comune-2023')).toBe(1);
  expect(view.groups.map(({ indicatorId }) => indicatorId)).toEqual(['people-supported']);
});

test('a need that came up says how many sheets answer it today', () => {
  const graph = fixtureGraph();
  const { needs } = workshopViewOf(graph, graph.get('workshop', 'borgo-2023'));
  expect(needs).toEqual([
    {
      label: graph.get('need', 'famiglie-sotto-sfratto').data.title,
      href: '/bisogni/famiglie-sotto-sfratto/',
      answers: 1,
    },
  ]);
});

test('tables and visits are missed only where there were some', () => {
  expect(expects({ kinds: ['visit'] })).toEqual({ tables: false, visits: true });
  expect(expects({ kinds: ['focus-group'] })).toEqual({ tables: true, visits: false });
  expect(expects({ kinds: ['co-design'] })).toEqual({ tables: true, visits: false });
  expect(expects({ kinds: [], tables: [], visits: [] })).toEqual({ tables: true, visits: true });
});

test('workshops stand latest first, those of one day by id', () => {
  const graph = smallGraph(
    one('workshop', 'a', { start: '2023-03-15' }),
    one('workshop', 'c', { start: '2024-01-10' }),
    one('workshop', 'b', { start: '2024-01-10' }),
  );
  expect(ids(latestFirst(graph.all('workshop').toReversed()))).toEqual(['b', 'c', 'a']);
});
