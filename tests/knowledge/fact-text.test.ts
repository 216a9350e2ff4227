import { expect, test } from 'vitest';
import { factText } from '../../src/knowledge/fact-text.ts';
import { groupFacts, type FactGroup } from '../../src/knowledge/facts.ts';
import type { Difference, Fact } from '../../src/schemas/fact.ts';
import { fact, indicator } from './entries.ts';

const text = (facts: Fact[], kind?: Difference['kind'], source?: string) => {
  const of = facts[0]?.indicator ?? '';
  const differences = kind ? [{ indicator: of, kind, text: 'Perché.' }] : [];
  const [group] = groupFacts({ facts, differences }, indicator);
  const { text: printed, isOpen, cited } = factText(group as FactGroup, source);
  return [printed, isOpen, cited.map((each) => each.source).join(' ')];
};
const two = [fact('calls', 89, { asOf: '2021' }), fact('calls', 83, { asOf: '2022', source: 'b' })];

test('one value, with its source', () => {
  expect(text([fact('calls', 89, { qualifier: 'atLeast' })])).toEqual(['oltre 89 candidature', false, 'a']);
});

test('sources that disagree: the range, and it says so, with all of them', () => {
  expect(text(two)).toEqual(['da 83 a 89 candidature', true, 'a b']);
  expect(text([fact('opening', '2019'), fact('opening', '2020', { source: 'b' })])).toEqual([
    '2019 o 2020',
    true,
    'a b',
  ]);
});

test('a series gives its last value', () => {
  expect(text(two, 'series')).toEqual(['83 candidature', false, 'b']);
});

test('one named source gives its own value', () => {
  expect(text(two, undefined, 'a')).toEqual(['89 candidature', false, 'a']);
});

test('what was not reached says what it is', () => {
  const role = (of: Fact['role']) => text([fact('people', 500, { role: of })])[0];
  expect(role('target')).toBe('500 persone (obiettivo previsto)');
  expect(role('baseline')).toBe('500 persone (situazione di partenza)');
  expect(role('comparison')).toBe('500 persone (termine di confronto)');
  expect(role('result')).toBe('500 persone');
  const open = [fact('people', 3, { role: 'target' }), fact('people', 5, { role: 'target' })];
  expect(text(open)[0]).toBe('da 3 a 5 persone (obiettivo previsto)');
});

test('one named source that contradicts itself gives its own range, without the values of others', () => {
  const facts = [fact('calls', 10), fact('calls', 12), fact('calls', 50, { source: 'b' })];
  expect(text(facts, undefined, 'a')).toEqual(['da 10 a 12 candidature', true, 'a a']);
});
