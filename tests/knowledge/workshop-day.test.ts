import { describe, expect, test } from 'vitest';
import { featuredWorkshop, workshopDayOf } from '../../src/knowledge/workshop-day.ts';
import type { DataOf } from '../../src/schemas/registry.ts';
import { one, sheet, smallGraph } from './small-graph.ts';

const workshop = (data: Partial<DataOf<'workshop'>>) => {
  const graph = smallGraph(
    one('city', 'torino', { title: 'Torino' }),
    one('indicator', 'cities-involved', { kind: 'output', format: 'count' }),
    sheet('orto', { title: 'L’orto' }),
    one('workshop', 'w', { start: '2023-03-15', city: 'torino', ...data }),
  );
  return workshopDayOf(graph, graph.get('workshop', 'w'));
};
const cities = (value: number, role?: 'target') => ({
  indicator: 'cities-involved',
  value,
  role,
  source: 'a',
});

describe('the workshop of the front page', () => {
  const graph = smallGraph(
    one('workshop', 'b', { start: '2024-05-01' }),
    one('workshop', 'a', { start: '2023-01-01' }),
    one('workshop', 'c', { start: '2024-05-01' }),
  );

  test('is the one that is asked for, or else the latest', () => {
    expect(featuredWorkshop(graph, 'a')?.id).toBe('a');
    expect(featuredWorkshop(graph)?.id).toBe('b');
  });

  test('is none where there is none', () => {
    expect(featuredWorkshop(smallGraph())).toBeNull();
  });
});

test('its date comes apart into days and month', () => {
  expect(workshop({})).toMatchObject({ days: '15', month: 'marzo 2023' });
  expect(workshop({ end: '2023-03-16' })).toMatchObject({ days: '15-16', month: 'marzo 2023' });
});

test('its place is the city, with the venue where it is known', () => {
  expect(workshop({}).place).toBe('Torino');
  expect(workshop({ venue: 'Open Incet' }).place).toBe('Torino, Open Incet');
});

test('the cities are those that came, not those that were hoped for', () => {
  expect(workshop({ facts: [cities(50, 'target'), cities(39)] }).cities?.facts[0]?.value).toBe(39);
  expect(workshop({ facts: [cities(50, 'target')] }).cities).toBeNull();
  expect(workshop({}).cities).toBeNull();
});

test('what was shown leads to its sheet, where there is one', () => {
  const { presented, visits } = workshop({
    presented: [{ practice: 'orto' }, { name: 'Altro' }],
    visits: [{ place: 'Via Milano', practice: 'orto' }],
  });
  expect(presented).toEqual([
    { label: 'L’orto', href: '/pratiche/orto/' },
    { label: 'Altro', href: null },
  ]);
  expect(visits).toEqual([{ label: 'Via Milano', href: '/pratiche/orto/' }]);
});

test('tables are counted, with those that left something written', () => {
  const tables = [{ focusArea: 'casa', text: 'Servono case.' }, { focusArea: 'lavoro' }];
  expect(workshop({ tables }).tables).toEqual({ written: 1, total: 2 });
  expect(workshop({}).tables).toEqual({ written: 0, total: 0 });
});

test('the first two insights are enough', () => {
  const insights = ['uno', 'due', 'tre'].map((text) => ({ text }));
  expect(workshop({ insights }).insights).toEqual(['uno', 'due']);
});
