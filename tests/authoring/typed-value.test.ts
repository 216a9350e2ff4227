import { describe, expect, test } from 'vitest';
import { namesIn } from '../../src/authoring/form-names.ts';
import { valueOf, withYears, wordsOf } from '../../src/authoring/typed-value.ts';
import { formLists } from '../../src/exports/form-lists.ts';
import type { Shape } from '../../src/schemas/field-model.ts';
import { graphOf, read } from '../fixture-content.ts';
import { projectRoot } from '../environment.ts';
import { join } from 'node:path';

const lists = formLists(graphOf(read(join(projectRoot, 'src/content'))));
const names = namesIn(lists);

const number: Shape = { type: 'number' };
const yesNo: Shape = { type: 'boolean' };
const city: Shape = { type: 'reference', to: 'city' };
const status: Shape = { type: 'choice', values: [{ value: 'closed', label: 'conclusa' }] };

describe('what somebody types', () => {
  test.each([
    [number, '1285000', 1285000],
    [number, '0,5', 0.5],
    [number, '12.5', 12.5],
    [number, '-3', -3],
    [yesNo, 'Sì', true],
    [yesNo, 'si', true],
    [yesNo, 'no', false],
    [status, 'Conclusa', 'closed'],
    [status, 'closed', 'closed'],
    [city, 'Cava de’ Tirreni', 'cava-de-tirreni'],
    [city, 'cava de tirreni', 'cava-de-tirreni'],
    [city, 'napoli', 'napoli'],
  ])('%o: «%s» is a value', (shape, typed, value) => {
    expect(valueOf(shape, ` ${typed} `, names)).toBe(value);
  });

  test.each([
    [number, '1.285'],
    [number, '1.285.000'],
    [number, '83 candidature'],
    [number, '1e5'],
    [yesNo, 'forse'],
    [status, 'boh'],
    [city, 'Atlantide'],
  ])('%o: «%s» stays as it was typed, for the check to speak of', (shape, typed) => {
    expect(valueOf(shape, typed, names)).toBe(typed);
  });

  test('is nothing when it is blank', () => expect(valueOf(number, '  ', names)).toBeUndefined());
});

test('the words of a value lead back to it', () => {
  for (const [shape, value] of [
    [number, 0.5],
    [number, 1285000],
    [number, 1.285],
    [yesNo, true],
    [yesNo, false],
    [status, 'closed'],
    ...lists.city.map(({ id }) => [city, id] as const),
    ...lists.indicator.map(({ id }) => [{ type: 'reference', to: 'indicator' }, id] as const),
    ...lists.need.map(({ id }) => [{ type: 'reference', to: 'need' }, id] as const),
    ...lists.programme.map(({ id }) => [{ type: 'reference', to: 'programme' }, id] as const),
  ] as [Shape, unknown][])
    expect(valueOf(shape, wordsOf(shape, value, names), names)).toBe(value);
});

test('four digits are a year only where the indicator counts dates', () => {
  const data = { facts: [{ indicator: 'started', value: 2020 }, { indicator: 'people', value: 2020 }, null] };
  expect(withYears(data, (indicator) => indicator === 'started').facts).toEqual([
    { indicator: 'started', value: '2020' },
    { indicator: 'people', value: 2020 },
    null,
  ]);
});
