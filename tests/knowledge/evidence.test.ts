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
  [2, 'figures from two publishers', { facts: [fact('people', 5), fact('cost', 6, { source: 'b' })] }],
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
    facts: [fact('people', 5), fact('cost', 6, { source: 'b' }), fact('cost', 6, { source: 'c' })],
  });
  expect(reason).toBe('Le cifre vengono da 2 editori diversi.');
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
    [['A-B', 'A'], 2],
    [['La Stampa', 'Rai', 'Rai / Uno'], 2],
  ])('%j: %d', (names, count) => {
    expect(independentPublishers(names)).toBe(count);
    expect(independentPublishers([...names].reverse())).toBe(count);
  });
});
