import { describe, expect, test } from 'vitest';
import {
  answerIn,
  emptyWorksheet,
  goneAnswers,
  putBack,
  readWorksheet,
  withAnswer,
  type WorksheetState,
} from '../../src/knowledge/worksheet-state.ts';
import { naughtyStrings } from '../naughty-strings.ts';

const answer = (text: string) => ({ field: 'Uno spazio', text });
const stateOf = (answers: WorksheetState['answers']): WorksheetState => ({ version: 1, answers });

test('an answer is kept, changed, and goes away when it is blank', () => {
  const written = withAnswer(emptyWorksheet(), 'note', answer('una'));
  expect(answerIn(written.answers, 'note')).toBe('una');
  expect(withAnswer(written, 'note', answer('due')).answers).toEqual({ note: answer('due') });
  expect(withAnswer(written, 'note', answer(' \n'))).toEqual(emptyWorksheet());
  expect(answerIn(written.answers, 'toString')).toBe('');
});

test('putting back what was emptied leaves what was written since', () => {
  const before = stateOf({ note: answer('prima'), altro: answer('ancora') });
  const since = stateOf({ note: answer('dopo') });
  expect(putBack(since, before).answers).toEqual({ note: answer('dopo'), altro: answer('ancora') });
});

test('answers without a space are told, in the order in which they were written', () => {
  const { answers } = stateOf({ b: answer('1'), a: answer('2'), c: answer('3') });
  expect(goneAnswers(answers, new Set(['a']))).toEqual([answer('1'), answer('3')]);
});

describe('reading what was kept', () => {
  test('gives back what was written, whatever it is', () => {
    for (const text of naughtyStrings.filter((naughty) => naughty.length <= 4000)) {
      const state = stateOf({ 'i-tre-giri.riga-3.giro': answer(text) });
      expect(readWorksheet(JSON.parse(JSON.stringify(state)))).toEqual(state);
    }
  });

  test.each([
    ['nothing', null],
    ['a list', []],
    ['a text', 'note'],
    ['a later version', { version: 2, answers: {} }],
    ['no answers', { version: 1 }],
    ['answers in a list', { version: 1, answers: [answer('a')] }],
    ['an answer that is no record', { version: 1, answers: { note: 'a' } }],
    ['an answer without its field', { version: 1, answers: { note: { text: 'a' } } }],
    ['a text that is a number', { version: 1, answers: { note: { field: 'Note', text: 7 } } }],
    ['a text longer than a field lets in', { version: 1, answers: { note: answer('a'.repeat(4001)) } }],
    ['a key that is none of ours', { version: 1, answers: { '__proto__ x': answer('a') } }],
    [
      'more answers than any worksheet has spaces',
      {
        version: 1,
        answers: Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`n${index}`, answer('a')])),
      },
    ],
  ])('refuses %s', (_, json) => {
    expect(readWorksheet(json)).toBeNull();
  });
});
