import { worksheetPage } from '../../src/knowledge/routes.ts';
import { expect, test } from 'vitest';
import { activityViewOf } from '../../src/knowledge/activity-view.ts';
import type { DataOf } from '../../src/schemas/registry.ts';
import { fixtureGraph } from '../fixture-content.ts';
import { ids, one, smallGraph } from './small-graph.ts';

const activity = (id: string, data: Partial<DataOf<'activity'>> = {}) =>
  one('activity', id, { steps: [], ...data });

test('the page of an activity has the sum of its steps, and where it was used', () => {
  const graph = fixtureGraph();
  const view = activityViewOf(graph, graph.get('activity', 'mappa-di-prova'));
  expect(view.minutes).toBe(30);
  expect(ids(view.sessions)).toEqual(['mattina-di-prova']);
  expect(ids(view.workshops)).toEqual(['borgo-2023']);
  expect(view).toMatchObject({ goodAfter: [], goodBefore: [] });
});

test('what comes before and after counts whichever side declares it, once', () => {
  const graph = smallGraph(
    activity('saluti', { after: ['mappa'] }),
    activity('giro'),
    activity('mappa', { before: ['giro', 'saluti'], after: ['voto'] }),
    activity('voto'),
    activity('patto', { before: ['mappa'] }),
  );
  const view = (id: string) => activityViewOf(graph, graph.get('activity', id));
  expect(ids(view('mappa').goodAfter)).toEqual(['giro', 'saluti']);
  expect(ids(view('mappa').goodBefore)).toEqual(['voto', 'patto']);
  expect(ids(view('voto').goodAfter)).toEqual(['mappa']);
  expect(ids(view('giro').goodBefore)).toEqual(['mappa']);
});

test('the worksheet has a page of its own', () => {
  expect(worksheetPage('mappa')).toBe('/attivita/mappa/scheda/');
});
