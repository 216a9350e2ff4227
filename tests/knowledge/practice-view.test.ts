import { textContextOf } from '../../src/knowledge/text-context.ts';
import { expect, test } from 'vitest';
import { practiceViewOf } from '../../src/knowledge/practice-view.ts';
import { fixtureGraph } from '../fixture-content.ts';
import { ids } from './small-graph.ts';

const graph = fixtureGraph('2027-01-01');
const view = practiceViewOf(graph, graph.get('practice', 'case-aperte'));

test('sources are numbered as the page lists them; one that is not there has no number', () => {
  expect(['comune-2021', 'gazzetta-2021', 'universita-2022'].map(view.numberOf)).toEqual([1, 2, 3]);
  expect(view.numberOf('sconosciuta')).toBe(0);
});

test('the page of a practice has its city, headlines, neighbours and events', () => {
  expect(view.cityName).toBe('Borgo Prova');
  expect(view.headlines.people?.text).toBe('circa 120 persone');
  expect(view.headlines.money?.label).toBe('Costo totale');
  expect(view.related.map(({ practice }) => practice.id)).toEqual(['officina-vuota']);
  expect(ids(view.workshops)).toEqual(['borgo-2023']);
  expect(ids(view.sessions)).toEqual(['mattina-di-prova']);
});

test('freshness is that of the day of the build', () => {
  expect(view.freshness).toBe('reviewed');
  expect(practiceViewOf(fixtureGraph('2030-01-01'), view.practice).freshness).toBe('overdue');
});

test('an entry without facts and sources has an empty context', () => {
  expect(textContextOf(graph, {})).toMatchObject({ groups: [], sources: [] });
});
