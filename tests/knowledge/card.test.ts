import { expect, test } from 'vitest';
import { areaOf, cardOf, latest, practicesByArea } from '../../src/knowledge/card.ts';
import { fixtureGraph } from '../fixture-content.ts';
import { practiceWith } from './entries.ts';

const graph = fixtureGraph();

test('a card prints what a reader chooses by', () => {
  expect(cardOf(graph, graph.get('practice', 'case-aperte'))).toEqual({
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

test('the latest are those read last, then by title', () => {
  const sheet = (title: string, reviewedOn: string) => practiceWith({ title, reviewedOn }, title);
  const sheets = [sheet('Zeta', '2026-01-01'), sheet('Beta', '2026-01-01'), sheet('Alfa', '2025-01-01')];
  expect(latest(sheets, 2).map(({ id }) => id)).toEqual(['Beta', 'Zeta']);
});
