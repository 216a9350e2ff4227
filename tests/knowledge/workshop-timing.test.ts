import { expect, test } from 'vitest';
import { runsOf, timingLine } from '../../src/knowledge/workshop-timing.ts';
import { one, smallGraph } from './small-graph.ts';

test.each<[number, number | undefined, string]>([
  [15, 22, '15 minuti previsti, 22 veri: 7 in più'],
  [15, 1, '15 minuti previsti, 1 vero: 14 in meno'],
  [1, 1, '1 minuto previsto, altrettanti veri'],
  [15, 0, '15 minuti previsti, saltato'],
  [15, undefined, '15 minuti previsti, quelli veri non documentati'],
])('%d minutes planned, %s real', (planned, actual, text) => {
  expect(timingLine({ title: 'Il caso', planned, actual }).text).toBe(text);
});

const graph = smallGraph(
  one('city', 'qui', { title: 'Qui' }),
  one('session', 'mattina'),
  one('workshop', 'prima', { city: 'qui', start: '2024-01-01', session: 'mattina', nextTime: 'Meno voci.' }),
  one('workshop', 'dopo', {
    city: 'qui',
    start: '2025-01-01',
    end: '2025-01-02',
    session: 'mattina',
    timing: [
      { title: 'Pausa', planned: 10, actual: 10 },
      { title: 'Giro', planned: 10, actual: 10, change: 'Cominciare dal fondo.' },
      { title: 'Il caso', planned: 30, actual: 45 },
    ],
  }),
  one('workshop', 'altro', { city: 'qui', start: '2026-01-01' }),
);

test('a session knows the times it was led, latest first, and what went otherwise', () => {
  const { runs, total } = runsOf(graph, 'mattina');
  expect(total).toBe(2);
  expect(runs.map(({ workshop, when, city }) => [workshop.href, when, city])).toEqual([
    ['/laboratori/dopo/', '1-2 gennaio 2025', 'Qui'],
    ['/laboratori/prima/', '1º gennaio 2024', 'Qui'],
  ]);
  expect(
    runs.map(({ blocks, timed, nextTime }) => [blocks.map(({ title }) => title), timed, nextTime]),
  ).toEqual([
    [['Giro', 'Il caso'], 3, null],
    [[], 0, 'Meno voci.'],
  ]);
});

test('its page prints the latest and counts the rest', () => {
  const { runs, total } = runsOf(graph, 'mattina', 1);
  expect(runs.map(({ workshop }) => workshop.label)).toEqual(['dopo']);
  expect(total).toBe(2);
});
