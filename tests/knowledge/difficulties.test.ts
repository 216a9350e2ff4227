import { expect, test } from 'vitest';
import { difficultiesByKind, endedPractices } from '../../src/knowledge/difficulties.ts';
import { difficultySlugs } from '../../src/knowledge/routes.ts';
import { difficultyKinds } from '../../src/schemas/labels.ts';
import { area, ids, one, sheet, smallGraph } from './small-graph.ts';

const source = { id: 'gazzetta', title: 'Articolo', publisher: 'Gazzetta', accessed: '2026-01-01' };
const graph = smallGraph(
  area('casa', 1),
  one('city', 'qui', { title: 'Qui' }),
  sheet('zeta', {
    title: 'Zeta',
    status: 'abandoned',
    sources: [{ ...source, id: 'altra' }, source],
    difficulties: [
      { kind: 'timing', text: 'Un anno di ritardo.', response: 'Proroga.', source: 'gazzetta' },
      { kind: 'data', text: 'Nessuno ha contato.' },
    ],
  }),
  sheet('alfa', {
    title: 'Alfa',
    status: 'running',
    difficulties: [{ kind: 'timing', text: 'Gara rifatta.' }],
  }),
);
const groups = difficultiesByKind(graph);
const met = groups.filter(({ difficulties }) => difficulties.length > 0);

test('difficulties stand by kind, in the order of the list, and inside by the title of the sheet', () => {
  expect(
    met.map(({ title, href, difficulties }) => [title, href, difficulties.map(({ text }) => text)]),
  ).toEqual([
    ['Tempi e ritardi', '/difficolta/tempi/', ['Gara rifatta.', 'Un anno di ritardo.']],
    ['Dati e misurazione', '/difficolta/dati/', ['Nessuno ha contato.']],
  ]);
});

test('each leads to its sheet and to the line of who says it', () => {
  expect(met[0]?.difficulties[1]).toEqual({
    kind: 'timing',
    practice: { title: 'Zeta', href: '/pratiche/zeta/#difficolta', city: 'Qui', status: 'interrotta' },
    text: 'Un anno di ritardo.',
    response: 'Proroga.',
    source: { publisher: 'Gazzetta', href: '/pratiche/zeta/#fonte-2' },
  });
});

test('what has no answer and no source says so', () => {
  expect(met[0]?.difficulties[0]).toMatchObject({ response: null, source: null });
});

test('a kind that nobody met keeps its page; a base without any difficulty has none', () => {
  expect(groups).toHaveLength(Object.keys(difficultyKinds).length);
  expect(difficultiesByKind(smallGraph())).toEqual([]);
});

test('every kind has an address of its own', () => {
  expect(new Set(Object.values(difficultySlugs)).size).toBe(Object.keys(difficultyKinds).length);
});

test('what ended, as planned or not, is listed; what goes on is not', () => {
  expect(ids(endedPractices(graph))).toEqual(['zeta']);
});
