import { describe, expect, test } from 'vitest';
import { headlinesOf } from '../../src/knowledge/brief.ts';
import { groupFacts, latestOf } from '../../src/knowledge/facts.ts';
import type { Difference, Fact } from '../../src/schemas/fact.ts';
import { fact, indicator } from './entries.ts';

const headlines = (facts: Fact[], differences: Difference[] = []) => {
  const { money, people } = headlinesOf(groupFacts({ facts, differences }, indicator));
  return { money: money?.text, people: people?.text };
};

describe('the panel answers «quante risorse» and «quante persone»', () => {
  test('with the indicator that comes first', () => {
    expect(headlines([fact('grants', 5), fact('cost', 9), fact('guests', 1), fact('people', 2)])).toEqual({
      money: '9\u00a0€',
      people: '2 persone',
    });
  });

  test('with nothing, where the sheet has no such fact', () => {
    expect(headlines([fact('calls', 5)])).toEqual({ money: undefined, people: undefined });
  });

  test('with values reached alone: a plan or a starting point answers nothing', () => {
    expect(headlines([fact('people', 200, { role: 'target' }), fact('guests', 7)]).people).toBe('7');
    expect(headlines([fact('people', 200, { role: 'target' })]).people).toBeUndefined();
    expect(headlines([fact('people', 200, { role: 'baseline' })]).people).toBeUndefined();
  });

  test('and cites only the facts that say so', () => {
    const facts = [fact('people', 3, { asOf: '2020' }), fact('people', 5, { asOf: '2022', source: 'b' })];
    const cited = (differences: Difference[]) =>
      headlinesOf(groupFacts({ facts, differences }, indicator)).people?.cited.map(({ source }) => source);
    expect(cited([{ indicator: 'people', kind: 'series', text: 'x' }])).toEqual(['b']);
    expect(cited([])).toEqual(['a', 'b']);
  });

  test('with the whole before a part', () => {
    expect(headlines([fact('people', 40, { scope: 'Nord' }), fact('guests', 7)]).people).toBe('7');
  });

  test('with the range where sources disagree, and the last of a series', () => {
    const two = [
      fact('people', 3, { asOf: '2020' }),
      fact('people', 5, { asOf: '2022' }),
      fact('people', 4, { asOf: '2021' }),
    ];
    expect(headlines(two).people).toBe('da 3 a 5 persone');
    expect(headlines(two, [{ indicator: 'people', kind: 'series', text: 'x' }]).people).toBe('5 persone');
  });
});

test('the latest fact is that of the latest date, without dates the first', () => {
  expect(
    latestOf([fact('people', 1, { asOf: '2020' }), fact('people', 2, { asOf: '2021-03' }), fact('people', 3)])
      .value,
  ).toBe(2);
  expect(latestOf([fact('people', 1), fact('people', 2)]).value).toBe(1);
});

test.each([
  ['2024-09-19', '2024'],
  ['2024-03-19', '2024-03'],
  ['2024-11', '2024'],
  ['2024', '2025-01-01'],
])('%s comes before %s: a period counts to its end', (before, after) => {
  const dated = [fact('people', 1, { asOf: before }), fact('people', 2, { asOf: after })];
  expect(latestOf(dated).value).toBe(2);
  expect(latestOf(dated.reverse()).value).toBe(2);
});
