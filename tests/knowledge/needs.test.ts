import { describe, expect, test } from 'vitest';
import { answersTo, exampleNeeds, nearNeeds, needsByArea, needsOf } from '../../src/knowledge/needs.ts';
import { area, ids, one, sheet, smallGraph } from './small-graph.ts';

const need = (id: string, title: string, focusAreas: string[], more: object = {}) =>
  one('need', id, { title, focusAreas, synonyms: [], ...more });

const graph = smallGraph(
  area('lavoro', 2),
  area('casa', 1),
  area('cultura', 3),
  need('sfratti', 'Sfratti', ['casa', 'lavoro'], { targetGroups: ['famiglie'], related: ['vuoti'] }),
  need('affitti', 'Affitti', ['casa']),
  need('vuoti', 'Case vuote', ['lavoro', 'casa']),
  one('target-group', 'famiglie', { title: 'Famiglie' }),
  one('target-group', 'giovani', { title: 'Giovani' }),
  sheet('a-parte', { needs: ['vuoti', 'sfratti'] }),
  sheet('comincia', { needs: ['sfratti'] }),
  sheet('stesse-persone', { needs: ['affitti', 'sfratti'], targetGroups: ['famiglie', 'giovani'] }),
);
const linesOf = (lines: ReturnType<typeof needsOf>) =>
  lines.map(({ need: { id }, practices }) => [id, practices]);

describe('the needs of an area', () => {
  test('are first those that start there, then the others, each with its number of sheets', () => {
    expect(linesOf(needsOf(graph, 'casa'))).toEqual([
      ['affitti', 1],
      ['sfratti', 3],
      ['vuoti', 1],
    ]);
    expect(linesOf(needsOf(graph, 'lavoro'))).toEqual([
      ['vuoti', 1],
      ['sfratti', 3],
    ]);
  });

  test('stand once in the list of all, under their first area, and empty areas are left out', () => {
    expect(needsByArea(graph).map((one) => [one.area.id, one.needs.map((line) => line.need.id)])).toEqual([
      ['casa', ['affitti', 'sfratti']],
      ['lavoro', ['vuoti']],
    ]);
  });
});

test('two needs are near when either says so, and only once when both do', () => {
  const both = smallGraph(
    need('uno', 'Uno', ['casa'], { related: ['due'] }),
    need('due', 'Due', ['casa'], { related: ['uno'] }),
  );
  const near = (of: typeof graph, id: string) =>
    nearNeeds(of, of.get('need', id)).map((line) => line.need.id);
  expect(near(graph, 'sfratti')).toEqual(['vuoti']);
  expect(near(graph, 'vuoti')).toEqual(['sfratti']);
  expect(near(graph, 'affitti')).toEqual([]);
  expect(near(both, 'uno')).toEqual(['due']);
});

describe('the answers to a need', () => {
  const answers = answersTo(graph, graph.get('need', 'sfratti'));

  test('are first the sheets that start from it, then those for the same people', () => {
    expect(ids(answers.map(({ practice }) => practice))).toEqual(['comincia', 'stesse-persone', 'a-parte']);
  });

  test('each say why they are there, and no more than is true', () => {
    expect(answers.map(({ reasons }) => reasons)).toEqual([
      ['È il primo bisogno da cui parte.'],
      ['È fra i bisogni a cui risponde.', 'Si rivolge alle stesse persone: famiglie.'],
      ['È fra i bisogni a cui risponde.', 'Tocca anche: «Case vuote».'],
    ]);
  });

  test('of equal weight follow the better proof, then the alphabet', () => {
    const proof = { indicator: 'alloggi', value: 3, source: 'a' };
    const even = smallGraph(
      need('sfratti', 'Sfratti', ['casa']),
      one('indicator', 'alloggi', { kind: 'output', format: 'count' }),
      sheet('zeta', { needs: ['sfratti'] }),
      sheet('alfa', { needs: ['sfratti'] }),
      sheet('provata', { needs: ['sfratti'], facts: [proof] }),
    );
    const sorted = answersTo(even, even.get('need', 'sfratti'));
    expect(ids(sorted.map(({ practice }) => practice))).toEqual(['provata', 'alfa', 'zeta']);
  });
});

describe('the needs to try first', () => {
  test('come from every area in turn, those with more sheets before', () => {
    expect(ids(exampleNeeds(graph, 9))).toEqual(['sfratti', 'vuoti', 'affitti']);
    expect(ids(exampleNeeds(graph, 2))).toEqual(['sfratti', 'vuoti']);
  });

  test('have an answer and a short name', () => {
    expect(ids(exampleNeeds(graph, 9, 7))).toEqual(['sfratti', 'affitti']);
    expect(exampleNeeds(smallGraph(area('casa', 1), need('solo', 'Solo', ['casa'])), 9)).toEqual([]);
    expect(exampleNeeds(smallGraph(), 9)).toEqual([]);
  });
});
