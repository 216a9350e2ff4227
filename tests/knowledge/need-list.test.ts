import { describe, expect, test } from 'vitest';
import { needListOf, proposedNeeds } from '../../src/knowledge/need-list.ts';
import { needViewOf } from '../../src/knowledge/need-view.ts';
import { fixtureGraph } from '../fixture-content.ts';
import { area, one, sheet, smallGraph } from './small-graph.ts';

const need = (id: string, focusAreas: string[], more: object = {}) =>
  one('need', id, { focusAreas, synonyms: [], ...more });

const graph = smallGraph(
  area('casa', 1),
  area('lavoro', 2),
  area('vuota', 3),
  need('sfratti', ['casa', 'lavoro'], { targetGroups: ['famiglie'] }),
  need('baracche', ['casa']),
  need('tirocini', ['lavoro']),
  one('target-group', 'famiglie', { title: 'Famiglie' }),
  sheet('a', { title: 'A', needs: ['sfratti'], openQuestions: ['Quanto costa?'] }),
  sheet('b', { title: 'B', needs: ['sfratti'], proposedNeeds: ['Cani randagi', 'Buche'] }),
  sheet('c', { title: 'C', needs: ['sfratti'], proposedNeeds: ['buche'] }),
  one('workshop', 'incontro', { title: 'Incontro', needsRaised: ['sfratti', 'tirocini'] }),
);
const list = needListOf(graph);

describe('the list of needs', () => {
  test('keeps those with a sheet apart from those that nobody has answered, area by area', () => {
    const told = list.areas.map(({ area: { id }, answered, unanswered }) => [
      id,
      answered.map((line) => line.need.id),
      unanswered.map((line) => line.need.id),
    ]);
    // an area without needs of its own has no part in it
    expect(told).toEqual([
      ['casa', ['sfratti'], ['baracche']],
      ['lavoro', [], ['tirocini']],
    ]);
    expect([list.answered, list.unanswered]).toEqual([1, 2]);
  });

  test('says of each what the base holds, and whom it concerns', () => {
    expect(list.areas[0]?.answered[0]).toMatchObject({
      practices: 3,
      workshops: 1,
      questions: 1,
      people: ['Famiglie'],
    });
    // a workshop is no answer
    expect(list.areas[1]?.unanswered[0]).toMatchObject({
      practices: 0,
      workshops: 1,
      questions: 0,
      people: [],
    });
  });

  test('leads from an area to the needs that are told under another', () => {
    expect(list.areas.map(({ also }) => also)).toEqual([
      [],
      [{ label: 'sfratti', href: '/bisogni/sfratti/' }],
    ]);
  });

  test('counts as many questions as the pages of the need have', () => {
    const real = fixtureGraph();
    const told = needListOf(real).areas.flatMap(({ answered, unanswered }) => [...answered, ...unanswered]);
    expect(told.length).toBeGreaterThan(1);
    for (const { need: entry, questions } of told) expect(needViewOf(real, entry).questions).toBe(questions);
  });

  test('of an empty base is empty', () => {
    expect(needListOf(smallGraph())).toEqual({ areas: [], answered: 0, unanswered: 0, proposed: [] });
  });
});

test('a need that two sheets propose stands once, before those asked for by fewer', () => {
  expect(proposedNeeds(graph)).toEqual([
    {
      text: 'Buche',
      sheets: [
        { label: 'B', href: '/pratiche/b/#bisogni' },
        { label: 'C', href: '/pratiche/c/#bisogni' },
      ],
    },
    { text: 'Cani randagi', sheets: [{ label: 'B', href: '/pratiche/b/#bisogni' }] },
  ]);
});
