import { describe, expect, test } from 'vitest';
import { chartOf, type Chart } from '../../src/knowledge/chart.ts';
import { contrastsOf } from '../../src/knowledge/conflicts.ts';
import { groupFacts } from '../../src/knowledge/facts.ts';
import type { Difference, Fact } from '../../src/schemas/fact.ts';
import { fact, indicator } from './entries.ts';

/** The picture of the first contrast, and how many values its table has. */
function drawn(
  facts: Fact[],
  kind: Difference['kind'] = 'conflict',
): { chart: Chart | null; values: number } {
  const differences = [{ indicator: facts[0]?.indicator ?? '', kind, text: 'Perché.' }];
  const [contrast] = contrastsOf(groupFacts({ facts, differences }, indicator), differences);
  if (!contrast) throw new Error('these facts do not differ');
  return { chart: chartOf(contrast), values: contrast.values.length };
}

describe('a contradiction of numbers', () => {
  test('has bars that begin at zero, in proportion to the highest', () => {
    const { chart } = drawn([fact('calls', 75), fact('calls', 100, { qualifier: 'about' })]);
    expect(chart).toEqual({
      kind: 'bars',
      marks: [
        { from: 0, to: 75 },
        { from: 0, to: 100 },
      ],
      words: 'Le barre partono da zero.',
    });
  });

  test('shows a range from its low end to its high one', () => {
    const { chart } = drawn([fact('cost', undefined, { min: 20, max: 50 }), fact('cost', 100)]);
    expect(chart?.marks).toEqual([
      { from: 20, to: 50 },
      { from: 0, to: 100 },
    ]);
  });

  test('tells a range from its own high end', () => {
    expect(drawn([fact('cost', undefined, { min: 20, max: 100 }), fact('cost', 100)]).chart).not.toBeNull();
  });

  test('measures percentages on a hundred', () => {
    const { chart } = drawn([fact('housed', 50), fact('housed', 66)]);
    expect(chart?.marks).toEqual([
      { from: 0, to: 50 },
      { from: 0, to: 66 },
    ]);
    expect(chart?.words).toBe('Le barre partono da zero e il bordo destro è 100\u00a0%.');
  });

  test.each([
    ['below zero', [fact('cost', -2), fact('cost', 9)]],
    [
      'that are so near that the bars would look the same',
      [fact('cost', 326_968_000), fact('cost', 327_000_000)],
    ],
  ])('has no bars of values %s', (_, facts) => {
    expect(drawn(facts).chart).toBeNull();
  });
});

describe('a series', () => {
  const series = [
    fact('people', 50, { asOf: '2019' }),
    fact('people', 100, { asOf: '2021', qualifier: 'atLeast' }),
  ];

  test('has a point for each value, in time and above zero', () => {
    const { chart } = drawn(series, 'series');
    expect(chart).toMatchObject({
      kind: 'series',
      axis: { start: '2019', end: '2021' },
      marks: [
        { value: { from: 50, to: 50 }, isYear: true, label: '50', join: null },
        { value: { from: 100, to: 100 }, isYear: true, label: 'oltre 100' },
      ],
    });
    expect(chart?.words).toBe(
      'In verticale da zero a 100 persone; in orizzontale dal 2019 al 2021. Un trattino è un anno intero: il giorno non si conosce.',
    );
  });

  test('joins values only where one surely comes after the other', () => {
    const within = [fact('people', 60, { asOf: '2021-09-19' }), ...series];
    const { chart } = drawn(within, 'series');
    const joins = chart?.kind === 'series' ? chart.marks.map(({ join }) => join !== null) : [];
    // the year 2021 may be before its September or after
    expect(joins).toEqual([false, true, false]);
  });

  test('writes a value beside its point only where there is room', () => {
    const crowded = Array.from({ length: 9 }, (_, index) =>
      fact('people', 50 + index, { asOf: `202${index}-06-30` }),
    );
    const { chart } = drawn(crowded, 'series');
    const labels = chart?.kind === 'series' ? chart.marks.map(({ label }) => label) : [];
    expect(labels[0]).toBe('50');
    expect(labels.at(-1)).toBe('58');
    expect(labels.filter(Boolean)).toHaveLength(3);
  });
});

describe('dates that differ', () => {
  test('lie on a line of time, whether they contradict each other or one follows the other', () => {
    for (const kind of ['conflict', 'series'] as const) {
      const { chart } = drawn(
        [fact('opening', '2021-04-01', { asOf: '2020' }), fact('opening', '2021-04-16', { asOf: '2021' })],
        kind,
      );
      expect(chart).toMatchObject({
        kind: 'dates',
        words: 'Ogni riga va dal 1º aprile 2021 al 30 aprile 2021.',
      });
      expect(chart?.marks).toMatchObject([{ from: 0 }, { from: 50 }]);
    }
  });

  test('known by their year alone are as long as a year', () => {
    const { chart } = drawn([fact('opening', '2005'), fact('opening', '2006')]);
    expect(chart?.marks).toEqual([
      { from: 0, to: 50 },
      { from: 50, to: 100 },
    ]);
  });
});

test('values of different scopes have no picture: it would invite to compare them', () => {
  expect(drawn([fact('calls', 1), fact('calls', 9, { scope: 'x' })], 'scope').chart).toBeNull();
});

test('a picture has one mark for each value of its table', () => {
  for (const [facts, kind] of [
    [[fact('calls', 1), fact('calls', 9), fact('calls', 9, { source: 'b' })], 'conflict'],
    [[fact('calls', 9), fact('calls', 1), fact('calls', 9, { qualifier: 'about' })], 'conflict'],
    [[fact('opening', '2020'), fact('opening', '2021-04'), fact('opening', '2021-04-02')], 'conflict'],
    [[fact('people', 1, { asOf: '2020' }), fact('people', 2, { asOf: '2021' })], 'series'],
  ] as const) {
    const { chart, values } = drawn([...facts], kind);
    expect(chart?.marks).toHaveLength(values);
  }
});
