import { expect, test } from 'vitest';
import { buildGraph, type AnyEntry, type BodyOutline } from '../../src/knowledge/graph.ts';
import { relatedTo } from '../../src/knowledge/related.ts';
import { collections } from '../../src/schemas/registry.ts';
import { fixtureGraph } from '../fixture-content.ts';
import { practiceWith } from './entries.ts';

const fixture = fixtureGraph();
const others = collections
  .filter((kind) => kind !== 'practice')
  .flatMap((kind) => fixture.all(kind) as readonly AnyEntry[]);
const quiet = { needs: ['giovani-senza-lavoro'], funding: [], related: undefined };
const silent = { sections: [], mentions: [], pictures: [] };

function related(
  changes: object,
  sheets: Record<string, object>,
  most?: number,
  bodies: Record<string, BodyOutline> = {},
) {
  const practices = Object.entries({ own: changes, ...sheets }).map(([id, data]) => ({
    ...practiceWith({ ...quiet, ...data }, id),
    body: bodies[id] ?? silent,
  }));
  const graph = buildGraph([...others, ...practices], '2026-11-22');
  return relatedTo(graph, graph.get('practice', 'own'), most).map(
    ({ practice, reason }) => `${practice.id}: ${reason}`,
  );
}
const funding = [{ programme: 'fondo-prova', source: 'comune-2021' }];
const apart = { needs: ['famiglie-sotto-sfratto'] };

test('what the editors set beside it comes first, then shared needs, then a shared programme', () => {
  expect(
    related({ related: ['c'], funding }, { a: { ...apart, funding }, b: {}, c: apart, d: apart }),
  ).toEqual([
    'c: la redazione le accosta',
    'b: stesso bisogno: Giovani senza lavoro',
    'a: stesso programma: Fondo di prova 2021-2027',
  ]);
});

test('a sheet that names this one in its text speaks of it; one that only sets it beside does not', () => {
  const bodies = { a: { sections: [], mentions: [{ kind: 'practice' as const, id: 'own' }], pictures: [] } };
  expect(related({}, { a: apart }, 3, bodies)).toEqual(['a: ne parla']);
  expect(related({}, { a: { ...apart, related: ['own'] } }, 3, bodies)).toEqual(['a: ne parla']);
  expect(related({}, { a: { ...apart, related: ['own'] } })).toEqual(['a: la redazione le accosta']);
});

test('reasons add up, and the strongest kind is told', () => {
  const needs = ['giovani-senza-lavoro', 'spazi-vuoti'];
  expect(related({ needs, funding }, { a: {}, b: { needs, funding } })).toEqual([
    'b: stesso bisogno: Giovani senza lavoro',
    'a: stesso bisogno: Giovani senza lavoro',
  ]);
});

test('never itself, never more than asked, in the order of ids when equal', () => {
  expect(related({ related: ['own'] }, {})).toEqual([]);
  expect(related({}, { d: {}, c: {}, b: {}, a: {} }).map((line) => line[0])).toEqual(['a', 'b', 'c']);
  expect(related({}, { d: {}, c: {} }, 1)).toHaveLength(1);
});

test('among many, the heaviest are found wherever they stand', () => {
  const many = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [`s${String(at).padStart(2, '0')}`, {}]),
  );
  const sheets = { ...many, s07: { funding }, s31: { funding }, s22: { related: ['own'] } };
  expect(related({ funding }, sheets, 4).map((line) => line.slice(0, 3))).toEqual([
    's22',
    's07',
    's31',
    's00',
  ]);
});
