import { describe, expect, test } from 'vitest';
import { findGroup, formatRange, groupFacts } from '../../src/knowledge/facts.ts';
import type { Difference, Fact } from '../../src/schemas/fact.ts';
import { fact, indicator } from './entries.ts';

const group = (facts: Fact[], differences: Difference[] = []) =>
  groupFacts({ facts, differences }, indicator);

test('facts are grouped by indicator, scope and role, in the order of the sheet', () => {
  const groups = group([
    fact('people', 120),
    fact('calls', 89),
    fact('people', 40, { scope: 'area Nord' }),
    fact('people', 200, { role: 'target' }),
    fact('people', 120, { role: 'result', source: 'b' }),
  ]);
  expect(groups.map(({ key, scope, facts }) => [key, scope, facts.length])).toEqual([
    ['dato-people', null, 2],
    ['dato-calls', null, 1],
    ['dato-people-area-nord', 'area Nord', 1],
    ['dato-people-target', null, 1],
  ]);
});

test('a scope called like a role is not that role, and anchors never repeat', () => {
  const keys = group([
    fact('people', 1, { role: 'target' }),
    fact('people', 2, { scope: 'target' }),
    fact('people', 3, { scope: 'Nord-Est' }),
    fact('people', 4, { scope: 'nord est' }),
  ]).map(({ key }) => key);
  expect(keys).toEqual([
    'dato-people-target',
    'dato-people-target-2',
    'dato-people-nord-est',
    'dato-people-nord-est-2',
  ]);
});

test('a sheet without facts has no groups', () => {
  expect(groupFacts({}, indicator)).toEqual([]);
});

describe('a conflict', () => {
  test('is two values that differ', () => {
    expect(group([fact('calls', 89), fact('calls', 83)])[0]?.disagreement).toEqual({
      kind: 'conflict',
      text: null,
    });
    expect(
      group([fact('cost', undefined, { min: 1, max: 2 }), fact('cost', undefined, { min: 1, max: 3 })])[0]
        ?.disagreement,
    ).not.toBeNull();
  });

  test('is not the same value said twice, nor values with different scopes', () => {
    expect(group([fact('calls', 89), fact('calls', 89, { source: 'b' })])[0]?.disagreement).toBeNull();
    expect(
      group([fact('calls', 89), fact('calls', 83, { scope: 'x' })]).every(
        ({ disagreement }) => disagreement === null,
      ),
    ).toBe(true);
  });

  test('takes its explanation from the same indicator and scope', () => {
    const note = (changes: Partial<Difference>): Difference => ({
      indicator: 'calls',
      kind: 'series',
      text: 'Anni diversi.',
      ...changes,
    });
    const facts = [
      fact('calls', 89, { scope: 'x', asOf: '2021' }),
      fact('calls', 83, { scope: 'x', asOf: '2022' }),
    ];
    expect(group(facts, [note({ scope: 'x' })])[0]?.disagreement).toEqual({
      kind: 'series',
      text: 'Anni diversi.',
    });
    expect(group(facts, [note({})])[0]?.disagreement).toEqual({ kind: 'conflict', text: null });
  });
});

test.each<[string, Difference['kind'], Fact[], string]>([
  [
    'values of distinct dates',
    'series',
    [fact('calls', 1, { asOf: '2020' }), fact('calls', 2, { asOf: '2021' })],
    'series',
  ],
  [
    'a value said twice on its date',
    'series',
    [
      fact('calls', 1, { asOf: '2020' }),
      fact('calls', 1, { asOf: '2020' }),
      fact('calls', 2, { asOf: '2021' }),
    ],
    'series',
  ],
  [
    'values of one date',
    'series',
    [fact('calls', 1, { asOf: '2020' }), fact('calls', 2, { asOf: '2020' })],
    'conflict',
  ],
  ['a value without a date', 'series', [fact('calls', 1), fact('calls', 2, { asOf: '2021' })], 'conflict'],
  ['values of one scope', 'scope', [fact('calls', 1), fact('calls', 2)], 'conflict'],
])('%s, called %s', (_, kind, facts, shown) => {
  const differences = [{ indicator: 'calls', kind, text: 'Perché.' }];
  expect(group(facts, differences)[0]?.disagreement).toEqual({ kind: shown, text: 'Perché.' });
});

test.each([
  [[fact('calls', 89), fact('calls', 83)], 'da 83 a 89 candidature'],
  [[fact('cost', undefined, { min: 5, max: 9 }), fact('cost', 7)], 'da 5 a 9\u00a0€'],
  [[fact('calls', 89)], '89 candidature'],
  [[fact('opening', '2019'), fact('opening', '2020')], null],
])('the range of %j is %s', (facts, text) => {
  const [first] = group(facts);
  expect(first && formatRange(first)).toBe(text);
});

describe('the text that names a fact means', () => {
  const groups = group([
    fact('people', 200, { role: 'target' }),
    fact('people', 40, { scope: 'area Nord', source: 'b' }),
    fact('people', 120),
    fact('calls', 7, { scope: 'sola' }),
  ]);
  const found = (of: string, chosen: { scope?: string; source?: string } = {}) =>
    findGroup(groups, of, chosen)?.key;

  test('the whole reached before parts and targets', () => {
    expect(found('people')).toBe('dato-people');
  });
  test('the part it names', () => {
    expect(found('people', { scope: 'area Nord' })).toBe('dato-people-area-nord');
    expect(found('people', { source: 'b' })).toBe('dato-people-area-nord');
  });
  test('the only part there is', () => {
    expect(found('calls')).toBe('dato-calls-sola');
  });
  test('nothing, when the sheet has no such fact', () => {
    expect(found('cost')).toBeUndefined();
    expect(found('people', { scope: 'area Sud' })).toBeUndefined();
  });
});
