import { expect, test } from 'vitest';
import {
  countQuestions,
  questionsOfSheet,
  questionsOfWorkshops,
} from '../../src/knowledge/open-questions.ts';
import { one, sheet, smallGraph } from './small-graph.ts';

const open = (text: string, practice?: string) =>
  ({ text, status: 'open', ...(practice === undefined ? {} : { practice }) }) as const;

const graph = smallGraph(
  one('need', 'sfratti', { focusAreas: ['casa'], synonyms: [] }),
  sheet('risponde', { title: 'Risponde', needs: ['sfratti'], openQuestions: ['Quanto costa?', 'Chi paga?'] }),
  sheet('muta', { needs: ['sfratti'] }),
  sheet('altra', { needs: [], openQuestions: ['Che c’entra?'] }),
  one('workshop', 'emerso', {
    title: 'Emerso',
    needsRaised: ['sfratti'],
    openQuestions: [
      open('Da dove si comincia?'),
      { text: 'Già detto.', status: 'answered' },
      open('Su un’altra scheda?', 'altra'),
      open('Dura ancora?', 'risponde'),
    ],
  }),
  one('workshop', 'altrove', {
    title: 'Altrove',
    openQuestions: [open('Su tutt’altro?'), open('Quanti anni?', 'risponde')],
  }),
  one('workshop', 'estraneo', { openQuestions: [open('E poi?')] }),
);
const answers = graph.naming('practice', 'need', 'sfratti');

test('the questions of a sheet lead to the place of the sheet where they stand', () => {
  expect(answers.map(questionsOfSheet)).toEqual([
    null,
    {
      label: 'Risponde',
      href: '/pratiche/risponde/#non-sappiamo',
      questions: ['Quanto costa?', 'Chi paga?'],
    },
  ]);
});

test('of a workshop only the questions on this need count: open, and about no other sheet', () => {
  expect(questionsOfWorkshops(graph, 'sfratti', answers)).toEqual([
    {
      label: 'Emerso',
      href: '/laboratori/emerso/#che-cosa-e-rimasto',
      questions: ['Da dove si comincia?', 'Dura ancora?'],
    },
    { label: 'Altrove', href: '/laboratori/altrove/#che-cosa-e-rimasto', questions: ['Quanti anni?'] },
  ]);
});

test('all of them are counted', () => {
  expect(countQuestions(graph, 'sfratti')).toBe(5);
  expect(countQuestions(smallGraph(one('need', 'solo')), 'solo')).toBe(0);
});
