import { expect, test } from 'vitest';
import { areaOf, cardOf, latest, practicesByArea } from '../../src/knowledge/card.ts';
import { fixtureGraph } from '../fixture-content.ts';
import { practiceWith } from './entries.ts';
import { area, one, sheet, smallGraph } from './small-graph.ts';

const graph = fixtureGraph();

test('a card prints what a reader chooses by', () => {
  expect(cardOf(graph, graph.get('practice', 'case-aperte'))).toEqual({
    id: 'case-aperte',
    href: '/pratiche/case-aperte/',
    title: 'Case aperte',
    tagline: 'Alloggi vuoti del Comune dati a famiglie sotto sfratto.',
    areaColour: 'casa',
    areaLabel: 'Casa',
    where: 'Borgo Prova',
    when: '2019–2023',
    money: 'da 1.200.000 a 1.285.000\u00a0€, costo totale',
    evidenceLevel: 4,
    evidenceLabel: 'Valutata',
    completeness: 66,
    reviewedOn: '2026-11-22',
    freshness: 'reviewed',
    status: 'closed',
  });
});

test('a card of a thin sheet says no more than it knows', () => {
  expect(cardOf(graph, graph.get('practice', 'officina-vuota'))).toMatchObject({
    money: null,
    when: 'dal 2022',
    evidenceLevel: 1,
  });
});

test('the area of a sheet is its first', () => {
  expect(areaOf(graph, graph.get('practice', 'case-aperte'))).toEqual({
    id: 'disagio-abitativo',
    colour: 'casa',
    label: 'Casa',
    href: '/aree/disagio-abitativo/',
  });
});

test('sheets stand once, under their first area, in the order of the areas', () => {
  const byArea = practicesByArea(graph).map(({ area, cards }) => [
    area.data.shortTitle,
    cards.map(({ title }) => title),
  ]);
  expect(byArea).toEqual([
    ['Lavoro', []],
    ['Casa', ['Case aperte']],
    ['Povertà', []],
    ['Cultura', ['Officina vuota']],
  ]);
});

test('of a long area the first ones, newest reading first; beside them how many touch it', () => {
  const many = smallGraph(
    area('casa', 1),
    area('lavoro', 2),
    one('city', 'qui'),
    sheet('a', { reviewedOn: '2026-01-01' }),
    sheet('b', { reviewedOn: '2026-03-01' }),
    sheet('c', { reviewedOn: '2026-02-01', focusAreas: ['casa', 'lavoro'] }),
  );
  expect(
    practicesByArea(many, 2).map(({ cards, total }) => [total, ...cards.map(({ title }) => title)]),
  ).toEqual([[3, 'b', 'c'], [1]]);
});

test('the latest are those read last, then by title', () => {
  const read = (title: string, reviewedOn: string) => practiceWith({ title, reviewedOn }, title);
  const sheets = [read('Zeta', '2026-01-01'), read('Beta', '2026-01-01'), read('Alfa', '2025-01-01')];
  expect(latest(sheets, 2).map(({ id }) => id)).toEqual(['Beta', 'Zeta']);
});
