import { expect, test } from 'vitest';
import { bandOf, completenessOf } from '../../src/knowledge/completeness.ts';
import { isAnswered } from '../../src/knowledge/answered.ts';
import { fixtureGraph } from '../fixture-content.ts';
import { fact, indicator, practiceWith } from './entries.ts';

const area = {
  ...fixtureGraph().get('focus-area', 'disagio-abitativo').data,
  indicators: ['people', 'housed'],
};
const empty = practiceWith(
  Object.fromEntries(
    [
      'district',
      'scale',
      'partners',
      'contact',
      'evaluation',
      'funding',
      'costs',
      'mechanism',
      'components',
      'procedure',
      'documents',
      'staffing',
      'conditions',
      'whenNotTo',
      'difficulties',
      'lessons',
      'adoptions',
      'teaching',
    ].map((key) => [key, undefined]),
  ),
).data;
const of = (changes: object) => completenessOf({ ...empty, facts: [], ...changes }, area, indicator);

test('nothing answered is zero, with everything missing named in Italian', () => {
  const { answered, total, percent, missing } = of({});
  expect({ answered, total, percent }).toEqual({ answered: 0, total: 20, percent: 0 });
  expect(missing).toHaveLength(20);
  expect(missing[0]).toEqual({ field: 'district', indicator: null, label: 'Luoghi' });
  expect(missing.slice(-2)).toEqual([
    { field: 'facts', indicator: 'people', label: 'PEOPLE' },
    { field: 'facts', indicator: 'housed', label: 'HOUSED' },
  ]);
});

test('a field and an indicator of the area each count one', () => {
  const { answered, percent, missing } = of({
    district: 'Nord',
    facts: [fact('people', 5), fact('calls', 5)],
  });
  expect({ answered, percent }).toEqual({ answered: 2, percent: 10 });
  const labels = missing.map(({ label }) => label);
  expect(labels).toHaveLength(18);
  expect(labels).not.toContain('Luoghi');
  expect(labels).not.toContain('PEOPLE');
});

test('an empty list is no answer', () => {
  expect(of({ partners: [] }).missing.map(({ label }) => label)).toContain('Partner');
});

test.each([
  [undefined, false],
  [null, false],
  [[], false],
  [['x'], true],
  ['x', true],
  [0, true],
])('%j is an answer: %s', (value, answered) => {
  expect(isAnswered(value)).toBe(answered);
});

test('the percentage is rounded down, so that 100 means all', () => {
  const three = { ...area, indicators: ['people', 'housed', 'calls'] };
  expect(completenessOf({ ...empty, facts: [fact('people', 1)] }, three, indicator).percent).toBe(4);
});

test.each([
  [0, 'low'],
  [9, 'low'],
  [10, 'medium'],
  [14, 'medium'],
  [15, 'high'],
  [20, 'high'],
])('%i answers of 20 are %s', (answered, band) => {
  expect(bandOf({ answered, total: 20, percent: 0, missing: [] })).toBe(band);
});
