import { describe, expect, test } from 'vitest';
import { answerIn, emptyAnswer, emptyFit, isBlank, readFit } from '../../src/knowledge/fit-state.ts';
import { fitQuestions, haveText, undocumentedParts, type FitQuestion } from '../../src/knowledge/fit.ts';
import type { Practice } from '../../src/schemas/practice.ts';
import { naughtyStrings } from '../naughty-strings.ts';
import { practiceWith } from './entries.ts';

/** A sheet that documents nothing that the check could ask about. */
const silent: Partial<Practice> = {
  conditions: undefined,
  components: undefined,
  procedure: undefined,
  staffing: undefined,
  funding: undefined,
  whenNotTo: undefined,
  openQuestions: undefined,
  difficulties: undefined,
};

const asked = (changes: Partial<Practice>): FitQuestion[] =>
  fitQuestions(practiceWith({ ...silent, ...changes }).data);
const keyOf = (changes: Partial<Practice>, about: string): string | undefined =>
  asked(changes).find((question) => question.about === about)?.key;

const condition = (text: string, essential = false) => ({ kind: 'people' as const, text, essential });

describe('the questions', () => {
  test('come from each part of the sheet, in the order of the parts, essential conditions first', () => {
    const questions = asked({
      whenNotTo: [{ text: 'Un limite.' }],
      conditions: [condition('Utile.'), condition('Indispensabile.', true)],
      components: [
        { name: 'Cambia', kind: 'adaptable', why: 'x' },
        { name: 'Resta', kind: 'core', why: 'Il perché.' },
        { name: 'Del posto', kind: 'local', why: 'x' },
      ],
      procedure: [{ step: 'Delibera', body: 'Giunta' }],
      staffing: [{ role: 'Educatrice', fte: 0.5 }],
      funding: [{ name: 'Un fondo', source: 'a' }],
      openQuestions: ['Quanto è costata?'],
    });
    expect(questions.map(({ part, about }) => `${part}: ${about}`)).toEqual([
      'conditions: Indispensabile.',
      'conditions: Utile.',
      'core: Resta',
      'adaptable: Cambia',
      'procedure: Delibera',
      'staffing: Educatrice',
      'money: I soldi per farla da noi',
      'limits: Un limite.',
      'open: Quanto è costata?',
    ]);
    expect(questions.every(({ general }) => !general)).toBe(true);
    expect(questions[2]?.detail).toBe('Il perché.');
    expect(questions[4]?.detail).toBe('Atto: non documentato. Organo: Giunta.');
    expect(questions[5]?.detail).toBe('0,5 a tempo pieno.');
  });

  test('keep their keys whatever else is in the sheet, and share none', () => {
    const [one, two] = [condition('Uno.'), condition('Due.')];
    expect(keyOf({ conditions: [one] }, 'Uno.')).toBe(keyOf({ conditions: [two, one] }, 'Uno.'));
    expect(keyOf({ conditions: [one] }, 'Uno.')).toBe(
      keyOf({ conditions: [condition('uno.  ', true)] }, 'uno.  '),
    );
    expect(keyOf({ conditions: [one] }, 'Uno.')).not.toBe(keyOf({ conditions: [two] }, 'Due.'));
    // the same words in another part ask something else
    expect(keyOf({ conditions: [one] }, 'Uno.')).not.toBe(keyOf({ whenNotTo: [{ text: 'Uno.' }] }, 'Uno.'));
    const twice = asked({ conditions: [one, one] }).map(({ key }) => key);
    expect(new Set(twice).size).toBe(twice.length);
  });

  test('of a sheet that says nothing are general, few, and said to be so', () => {
    const questions = asked({});
    expect(undocumentedParts(practiceWith(silent).data)).toEqual([
      'conditions',
      'core',
      'procedure',
      'staffing',
      'money',
      'limits',
    ]);
    expect(questions.every(({ general }) => general)).toBe(true);
    expect(new Set(questions.map(({ part }) => part))).toEqual(
      new Set(['conditions', 'core', 'procedure', 'staffing', 'money', 'limits', 'open']),
    );
    expect(questions.length).toBeLessThanOrEqual(10);
  });

  test('general ones stand only for what the sheet leaves out', () => {
    const general = asked({ conditions: [condition('Uno.')] }).filter((question) => question.general);
    expect(general.some(({ part }) => part === 'conditions')).toBe(false);
    expect(general.some(({ part }) => part === 'procedure')).toBe(true);
  });

  test('answers are told in the words of their part', () => {
    expect(haveText('core-1', 'yes')).toBe('la teniamo');
    expect(haveText('limits-1', 'yes')).toBe('vale per noi');
    expect(haveText('procedure-general-act', 'no')).toBe('da fare');
    expect(haveText('altro-1', 'yes')).toBe('sì');
    expect(haveText('core-1', '')).toBe('senza risposta');
  });
});

describe('what is read back', () => {
  const answer = { ...emptyAnswer('Uno.'), have: 'no' as const, who: 'Ufficio tecnico' };
  const state = { ...emptyFit(), city: 'Qui', answers: { 'conditions-abc': answer } };

  test('is what was written', () => {
    expect(readFit(JSON.parse(JSON.stringify(state)))).toEqual(state);
    expect(readFit(emptyFit())).toEqual(emptyFit());
  });

  test('ignores what it does not know, and keeps every kind of words', () => {
    expect(readFit({ ...state, colour: 'red' })).toEqual(state);
    for (const text of naughtyStrings.filter(({ length }) => length <= 4000))
      expect(readFit({ ...state, city: text })?.city).toBe(text);
  });

  test.each([
    ['nothing', null],
    ['a text', 'adatta'],
    ['a list', []],
    ['no version', { ...state, version: undefined }],
    ['a later version', { ...state, version: 2 }],
    ['a version in words', { ...state, version: '1' }],
    ['no answers', { ...state, answers: undefined }],
    ['a list of answers', { ...state, answers: [answer] }],
    ['a city that is a number', { ...state, city: 7 }],
    ['an author without end', { ...state, author: 'a'.repeat(5000) }],
    ['an answer that is a text', { ...state, answers: { 'core-1': 'sì' } }],
    ['an answer nobody can give', { ...state, answers: { 'core-1': { ...answer, have: 'maybe' } } }],
    ['an answer without its question', { ...state, answers: { 'core-1': { ...answer, question: null } } }],
    ['a key with markup', { ...state, answers: { '<b>-1': answer } }],
    ['a key that is inherited', { ...state, answers: { constructor: answer } }],
    ['a prototype', JSON.parse(`{"version":1,"city":"","date":"","author":"","answers":{"__proto__":{}}}`)],
    [
      'answers without end',
      {
        ...state,
        answers: Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`core-${i}`, answer])),
      },
    ],
  ])('is nothing when it is %s', (_, json) => {
    expect(readFit(json)).toBe(null);
  });

  test('has no answer under an inherited name', () => {
    expect(answerIn(emptyFit(), 'constructor')).toBe(undefined);
    expect(answerIn(state, 'conditions-abc')).toEqual(answer);
  });

  test('an answer of spaces is blank, one with a choice or a word is not', () => {
    expect(isBlank({ ...emptyAnswer(''), note: '  ' })).toBe(true);
    expect(isBlank({ ...emptyAnswer(''), have: 'unknown' })).toBe(false);
    expect(isBlank({ ...emptyAnswer(''), by: 'maggio' })).toBe(false);
  });
});
