import { expect, test } from 'vitest';
import { followTexts, leftBy, leftTexts } from '../../src/knowledge/workshop-left.ts';
import type { Workshop } from '../../src/schemas/workshop.ts';

const said = (data: Partial<Workshop>) => {
  const left = leftBy(data as Workshop, '2026-11-22');
  return { list: leftTexts(left), follow: followTexts(left) };
};
const promise = (status: 'open' | 'done' | 'dropped' | 'unknown', by?: string) => ({
  who: 'Ufficio',
  what: 'Manda il modulo.',
  status,
  ...(by === undefined ? {} : { by }),
});

test('nothing is said of a workshop of which nothing is written', () => {
  expect(said({})).toEqual({ list: [], follow: [] });
});

test('each kind of thing is counted by itself, questions as they stand', () => {
  expect(
    said({
      decisions: [{ text: 'Rivedersi.' }],
      needsRaised: ['sfratti', 'lavoro'],
      openQuestions: [
        { text: 'Quanto?', status: 'open' },
        { text: 'Chi?', status: 'answered', answer: 'Il Comune.' },
        { text: 'Quando?', status: 'open' },
      ],
    }),
  ).toEqual({
    list: ['1 decisione', '2 bisogni emersi', '2 domande aperte', '1 domanda con risposta'],
    follow: ['3 domande: 1 con risposta, 2 aperte'],
  });
});

test.each<[string, Workshop['commitments']]>([
  ['1 impegno: esito non documentato', [promise('unknown')]],
  ['1 impegno: 1 scaduto', [promise('unknown', '2023')]],
  ['1 impegno: ancora da chiudere', [promise('open')]],
  ['2 impegni: nessuno chiuso', [promise('open'), promise('open', '2027')]],
  ['2 impegni: esito non documentato', [promise('unknown'), promise('unknown')]],
  [
    '4 impegni: 2 chiusi, 1 scaduto, 1 con esito non documentato',
    [promise('done', '2023'), promise('dropped'), promise('open', '2023'), promise('unknown')],
  ],
])('promises: %s', (text, commitments) => {
  expect(said({ commitments })).toEqual({ list: [text], follow: [text] });
});
