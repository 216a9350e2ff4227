import { describe, expect, test } from 'vitest';
import { contrastsOf, contrastsWith, type Contrast } from '../../src/knowledge/conflicts.ts';
import { chartOf } from '../../src/knowledge/chart.ts';
import { groupFacts } from '../../src/knowledge/facts.ts';
import type { Difference, Fact } from '../../src/schemas/fact.ts';
import { fact, indicator } from './entries.ts';

const told = (facts: Fact[], differences: Difference[] = []): Contrast[] =>
  contrastsOf(groupFacts({ facts, differences }, indicator), differences);

const note = (kind: Difference['kind'], changes: Partial<Difference> = {}): Difference => ({
  indicator: 'calls',
  kind,
  text: 'Perché.',
  ...changes,
});

const kinds = (contrasts: Contrast[]) => contrasts.map(({ kind }) => kind);
const printed = ([contrast]: Contrast[]) =>
  contrast?.values.map(({ text, counts }) => (counts ? `${text} (${counts})` : text));

describe('one value changed in a sheet', () => {
  const dated = (second: Partial<Fact>) => [
    fact('calls', 89, { asOf: '2021' }),
    fact('calls', 83, { source: 'b', asOf: '2022', ...second }),
  ];

  test('makes a contradiction of an agreement, and an agreement of a contradiction', () => {
    expect(kinds(told([fact('calls', 89), fact('calls', 89, { source: 'b' })]))).toEqual([]);
    expect(kinds(told([fact('calls', 89), fact('calls', 83, { source: 'b' })]))).toEqual(['conflict']);
  });

  test('makes a contradiction of a series, when two values come to have one date', () => {
    expect(kinds(told(dated({}), [note('series')]))).toEqual(['series']);
    expect(kinds(told(dated({ asOf: '2021' }), [note('series')]))).toEqual(['conflict']);
    expect(kinds(told(dated({ asOf: undefined }), [note('series')]))).toEqual(['conflict']);
  });

  test('makes a matter of scope of a contradiction, when one of the two gets a scope of its own', () => {
    expect(kinds(told(dated({}), [note('conflict')]))).toEqual(['conflict']);
    expect(kinds(told(dated({ scope: 'area Nord' }), [note('scope')]))).toEqual(['scope']);
    // without a word of the editor, two parts are only two parts
    expect(kinds(told(dated({ scope: 'area Nord' })))).toEqual([]);
  });

  test('dates alone make no series: it is for an editor to say so', () => {
    expect(kinds(told(dated({})))).toEqual(['conflict']);
  });
});

test('a contradiction has every value once, from low to high, with all the facts that say it', () => {
  const [contrast] = told(
    [
      fact('calls', 89, { qualifier: 'atLeast' }),
      fact('calls', 83, { source: 'b' }),
      fact('calls', 89, { source: 'c', qualifier: 'atLeast' }),
    ],
    [note('conflict')],
  );
  expect(contrast).toMatchObject({
    title: 'CALLS',
    anchor: 'contrasto-calls',
    sentences: [{ of: null, text: 'Perché.' }],
  });
  expect(contrast?.values.map(({ text, facts }) => [text, facts.map(({ source }) => source)])).toEqual([
    ['83 candidature', ['b']],
    ['oltre 89 candidature', ['a', 'c']],
  ]);
});

test('of what nobody explains there is no sentence', () => {
  expect(told([fact('calls', 1), fact('calls', 2)])[0]?.sentences).toEqual([]);
});

test('ranges and dates are put in order too', () => {
  expect(printed(told([fact('cost', 7), fact('cost', undefined, { min: 2, max: 9 })]))).toEqual([
    'da 2 a 9\u00a0€',
    '7\u00a0€',
  ]);
  expect(printed(told([fact('opening', '2023-07-06'), fact('opening', '2022-08')]))).toEqual([
    'agosto 2022',
    '6 luglio 2023',
  ]);
});

test('a series has every value of every date, in the order of time', () => {
  const series = told(
    [
      fact('people', 50, { asOf: '2024' }),
      fact('people', 37, { asOf: '2023' }),
      fact('people', 50, { asOf: '2024-03' }),
    ],
    [note('series', { indicator: 'people' })],
  );
  expect(printed(series)).toEqual(['37 persone', '50 persone', '50 persone']);
  expect(series[0]?.values.map(({ facts }) => facts[0]?.asOf)).toEqual(['2023', '2024-03', '2024']);
});

describe('different scopes', () => {
  const facts = [
    fact('calls', 120),
    fact('calls', 40, { scope: 'area Nord' }),
    fact('calls', 45, { scope: 'area Nord', role: 'target' }),
    fact('people', 9),
  ];

  test('stand side by side, each with what it counts', () => {
    const contrasts = told(facts, [note('scope')]);
    expect(printed(contrasts)).toEqual([
      '120 candidature (nell’insieme)',
      '40 candidature (area Nord)',
      '45 candidature (area Nord, obiettivo previsto)',
    ]);
    expect(contrasts[0]).toMatchObject({ kind: 'scope', anchor: 'perimetri-calls', title: 'CALLS' });
  });

  test('are told once for each indicator, with every sentence and the part that it means', () => {
    const contrasts = told(facts, [note('scope'), note('scope', { scope: 'area Nord', text: 'Solo lì.' })]);
    expect(contrasts.map(({ sentences }) => sentences)).toEqual([
      [
        { of: null, text: 'Perché.' },
        { of: 'area Nord', text: 'Solo lì.' },
      ],
    ]);
  });

  test('are not told of a group alone', () => {
    expect(told([fact('calls', 1)], [note('scope')])).toEqual([]);
  });

  test('come after contradictions and series, whatever the order of the sheet', () => {
    const contrasts = told(
      [
        fact('people', 1),
        fact('people', 2, { scope: 'x' }),
        fact('guests', 1, { asOf: '2020' }),
        fact('guests', 2, { asOf: '2021' }),
        fact('calls', 1),
        fact('calls', 2),
      ],
      [note('scope', { indicator: 'people' }), note('series', { indicator: 'guests' })],
    );
    expect(kinds(contrasts)).toEqual(['conflict', 'series', 'scope']);
  });

  test('do not cover a contradiction inside one of them', () => {
    const contrasts = told(
      [...facts, fact('calls', 41, { scope: 'area Nord', source: 'b' })],
      [note('scope')],
    );
    expect(contrasts.map(({ kind, title }) => `${kind} ${title}`)).toEqual([
      'conflict CALLS, area Nord',
      'scope CALLS',
    ]);
  });
});

test('a target that two sources give differently is called a target', () => {
  const [contrast] = told([fact('calls', 1, { role: 'target' }), fact('calls', 2, { role: 'target' })]);
  expect(contrast).toMatchObject({ title: 'CALLS, obiettivo previsto', anchor: 'contrasto-calls-target' });
});

test('a group of facts knows the contrasts in which it has a part', () => {
  const facts = [fact('calls', 1), fact('calls', 2), fact('calls', 5, { scope: 'x' }), fact('people', 3)];
  const groups = groupFacts({ facts }, indicator);
  const contrasts = contrastsOf(groups, [note('scope')]);
  const parts = groups.map((group) => kinds(contrastsWith(contrasts, group)));
  expect(parts).toEqual([['conflict'], [], []]);
  const scoped = contrastsOf(groups, [note('scope', { scope: 'x' })]);
  expect(groups.map((group) => kinds(contrastsWith(scoped, group)))).toEqual([
    ['conflict', 'scope'],
    ['scope'],
    [],
  ]);
});

test('what is no number and no date is a contradiction too, without a drawing', () => {
  const [contrast] = told(
    [
      fact('code', undefined, { words: '3.3.1 C' }),
      fact('code', undefined, { words: '3.3.1 A', source: 'b' }),
    ],
    [note('conflict', { indicator: 'code' })],
  );
  expect(contrast?.kind).toBe('conflict');
  expect(contrast?.values.map(({ text }) => text)).toEqual(['3.3.1 A', '3.3.1 C']);
  expect(contrast && chartOf(contrast)).toBeNull();
});
