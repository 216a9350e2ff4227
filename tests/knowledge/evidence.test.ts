import { describe, expect, test } from 'vitest';
import { evidenceLevels, evidenceOf, independentPublishers } from '../../src/knowledge/evidence.ts';
import type { Practice } from '../../src/schemas/practice.ts';
import { fact, indicator, practiceWith } from './entries.ts';

const source = (id: string, publisher: string) => ({ id, title: 'T', publisher, accessed: '2026-11-22' });
const sources = [source('a', 'Comune'), source('b', 'La Gazzetta'), source('c', 'Comune')];
const evidence = (changes: Partial<Practice>) =>
  evidenceOf(practiceWith({ sources, evaluation: undefined, ...changes }).data, indicator);
const study = { kind: 'survey' as const, source: 'b' };

test.each<[number, string, Partial<Practice>]>([
  [0, 'no fact', { facts: [] }],
  [0, 'only money', { facts: [fact('cost', 5), fact('cost', 6, { source: 'b' })] }],
  [0, 'only a target', { facts: [fact('people', 5, { role: 'target' })] }],
  [1, 'an output from one publisher', { facts: [fact('people', 5)] }],
  [
    1,
    'an output twice from one publisher',
    { facts: [fact('people', 5), fact('people', 5, { source: 'c' })] },
  ],
  [1, 'an outcome without a comparison', { facts: [fact('housed', 5)] }],
  [2, 'outputs from two publishers', { facts: [fact('people', 5), fact('calls', 6, { source: 'b' })] }],
  [1, 'money from a second publisher', { facts: [fact('people', 5), fact('cost', 6, { source: 'b' })] }],
  [
    1,
    'a date from a second publisher',
    { facts: [fact('people', 5), fact('opening', '2020', { source: 'b' })] },
  ],
  [
    1,
    'a target from a second publisher',
    { facts: [fact('people', 5), fact('people', 9, { source: 'b', role: 'target' })] },
  ],
  [0, 'only a name', { facts: [fact('code', undefined, { words: 'A1' })] }],
  [0, 'only a date', { facts: [fact('opening', '2020')] }],
  [
    1,
    'an outcome with a baseline of another scope',
    { facts: [fact('housed', 80), fact('housed', 60, { role: 'baseline', scope: 'Nord' })] },
  ],
  [
    3,
    'an outcome with a baseline',
    { facts: [fact('housed', 80), fact('housed', 60, { role: 'baseline' })] },
  ],
  [
    3,
    'an outcome with a comparison',
    { facts: [fact('housed', 80), fact('housed', 60, { role: 'comparison' })] },
  ],
  [1, 'an output with a baseline', { facts: [fact('people', 80), fact('people', 60, { role: 'baseline' })] }],
  [0, 'a baseline alone', { facts: [fact('housed', 60, { role: 'baseline' })] }],
  [
    4,
    'an independent evaluation',
    { facts: [fact('people', 5)], evaluation: [{ ...study, independent: true }] },
  ],
  [
    1,
    'an evaluation called independent, published by who leads',
    {
      facts: [fact('people', 5)],
      lead: { name: 'La Gazzetta, Ufficio Studi', kind: 'other' },
      evaluation: [{ ...study, independent: true }],
    },
  ],
  [
    1,
    'an evaluation called independent, published by a partner',
    {
      facts: [fact('people', 5)],
      partners: [{ name: 'La Gazzetta', kind: 'other' }],
      evaluation: [{ ...study, independent: true }],
    },
  ],
  [
    1,
    'an evaluation by who did it',
    { facts: [fact('people', 5)], evaluation: [{ ...study, independent: false }] },
  ],
])('level %d: %s', (level, _, changes) => {
  expect(evidence(changes)).toMatchObject({
    level,
    name: evidenceLevels[level]?.name,
    next: evidenceLevels[level]?.next,
  });
});

test('the reason counts the publishers', () => {
  const { reason } = evidence({
    facts: [fact('people', 5), fact('calls', 6, { source: 'b' }), fact('cost', 6, { source: 'c' })],
  });
  expect(reason).toBe('Le cifre su ciò che si è realizzato vengono da 2 editori diversi.');
});

test('every level but the last says what would raise it', () => {
  expect(evidenceLevels.map(({ level }) => level)).toEqual([0, 1, 2, 3, 4]);
  expect(evidenceLevels.map(({ next }) => next === null)).toEqual([false, false, false, false, true]);
});

describe('publishers are independent', () => {
  test.each([
    [[], 0],
    [['Comune'], 1],
    [['Comune', 'Comune', 'comune'], 1],
    [['PON Metro / Agenzia', 'PON Metro'], 1],
    [['PON Metro, Torino', 'Agenzia - PON Metro'], 1],
    [['A / B', 'B / C', 'C'], 1],
    [['A', 'C', 'A / B', 'B / C'], 1],
    [['Comune di Torino', 'Torino'], 2],
    [['Comune di Torino', 'Città di Torino'], 1],
    [['Città di Torino, Ufficio Stampa', 'Città di Torino'], 1],
    [['ANCI, Roma', 'la Repubblica, Roma'], 2],
    [['Rete A, Ufficio studi', 'Rete B, Ufficio studi'], 1],
    [['A-B', 'A'], 2],
    [['La Stampa', 'Rai', 'Rai / Uno'], 2],
  ])('%j: %d', (names, count) => {
    expect(independentPublishers(names)).toBe(count);
    expect(independentPublishers([...names].reverse())).toBe(count);
  });
});
