import { expect, test } from 'vitest';
import {
  countQuestions,
  questionsAbout,
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
      href: '/laboratori/emerso/#domande-aperte',
      questions: ['Da dove si comincia?', 'Dura ancora?'],
    },
    { label: 'Altrove', href: '/laboratori/altrove/#domande-aperte', questions: ['Quanti anni?'] },
  ]);
});

test('a sheet knows what workshops ask about it, latest first, and what has been answered since', () => {
  const about = smallGraph(
    sheet('casa'),
    sheet('altra'),
    one('workshop', 'vecchio', {
      title: 'Vecchio',
      start: '2023-03-15',
      sources: [{ id: 'a' }, { id: 'b', publisher: 'Ente B' }] as never,
      openQuestions: [
        { ...open('Quanto?', 'casa'), source: 'a' },
        {
          text: 'Chi?',
          practice: 'casa',
          status: 'answered',
          answer: 'Il Comune.',
          answeredOn: '2024-06',
          answerSource: 'b',
        },
        open('Di un’altra?', 'altra'),
        open('Di nessuna?'),
      ],
    }),
    one('workshop', 'nuovo', { start: '2025-01-01', sources: [], openQuestions: [open('Dura?', 'casa')] }),
  );
  const { open: stillOpen, answered } = questionsAbout(about, 'casa');
  expect(stillOpen.lines.map(({ text, when, answer }) => [text, when, answer])).toEqual([
    ['Dura?', '1º gennaio 2025', null],
    ['Quanto?', '15 marzo 2023', null],
  ]);
  expect(answered).toEqual({
    total: 1,
    lines: [
      {
        text: 'Chi?',
        workshop: { label: 'Vecchio', href: '/laboratori/vecchio/#domande-aperte' },
        when: '15 marzo 2023',
        answer: 'Il Comune.',
        answeredOn: 'giugno 2024',
        answerSource: { label: 'Ente B', href: '/laboratori/vecchio/#fonte-2' },
      },
    ],
  });
  expect(questionsAbout(about, 'casa', 1).open).toMatchObject({ total: 2, lines: [{ text: 'Dura?' }] });
});

test('all of them are counted', () => {
  expect(countQuestions(graph, 'sfratti')).toBe(5);
  expect(countQuestions(smallGraph(one('need', 'solo')), 'solo')).toBe(0);
});
