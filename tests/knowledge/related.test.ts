import { expect, test } from 'vitest';
import { buildGraph, type AnyEntry } from '../../src/knowledge/graph.ts';
import { relatedTo } from '../../src/knowledge/related.ts';
import { collections } from '../../src/schemas/registry.ts';
import { fixtureGraph } from '../fixture-content.ts';
import { practiceWith } from './entries.ts';

const fixture = fixtureGraph();
const others = collections
  .filter((kind) => kind !== 'practice')
  .flatMap((kind) => fixture.all(kind) as readonly AnyEntry[]);
const quiet = { needs: ['giovani-senza-lavoro'], funding: [], related: undefined };
const silent = { sections: [], mentions: [] };

function related(changes: object, sheets: Record<string, object>, most?: number) {
  const practices = Object.entries({ own: changes, ...sheets }).map(([id, data]) => ({
    ...practiceWith({ ...quiet, ...data }, id),
    body: silent,
  }));
  const graph = buildGraph([...others, ...practices]);
  return relatedTo(graph, graph.get('practice', 'own'), most).map(
    ({ practice, reason }) => `${practice.id}: ${reason}`,
  );
}
const funding = [{ programme: 'fondo-prova', source: 'comune-2021' }];
const apart = { needs: ['famiglie-sotto-sfratto'] };

test('what a source links comes first, then shared needs, then a shared programme', () => {
  expect(
    related({ related: ['c'], funding }, { a: { ...apart, funding }, b: {}, c: apart, d: apart }),
  ).toEqual([
    'c: una fonte le lega',
    'b: stesso bisogno: Giovani senza lavoro',
    'a: stesso programma: Fondo di prova 2021-2027',
  ]);
});

test('a sheet that names this one is related', () => {
  expect(related({}, { a: { ...apart, related: ['own'] } })).toEqual(['a: ne parla']);
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
