import { expect, test } from 'vitest';
import {
  alphabetical,
  formatDate,
  formatDays,
  formatEuro,
  formatNumber,
  formatValue,
  formatYears,
  plural,
  uncapital,
} from '../../src/knowledge/format.ts';
import { formatSpan } from '../../src/knowledge/span.ts';
import { indicator } from './entries.ts';

test.each([
  [0, '0'],
  [1285, '1.285'],
  [1285000, '1.285.000'],
  [82.5, '82,5'],
  [1.005, '1,01'],
  [-3, '-3'],
])('the number %d is written %s', (value, text) => {
  expect(formatNumber(value)).toBe(text);
});

test.each([
  [1285000, '1.285.000\u00a0€'],
  [5804879.1, '5.804.879,10\u00a0€'],
])('%d euros are written %s', (value, text) => {
  expect(formatEuro(value)).toBe(text);
});

test.each([
  ['2023-03-15', '15 marzo 2023'],
  ['2023-03-01', '1º marzo 2023'],
  ['2023-03-09', '9 marzo 2023'],
  ['2023-03', 'marzo 2023'],
  ['2023', '2023'],
])('the date %s is written %s', (date, text) => {
  expect(formatDate(date)).toBe(text);
});

test.each([
  ['2023-03-15', undefined, '15 marzo 2023'],
  ['2023-03-15', '2023-03-15', '15 marzo 2023'],
  ['2023-03-15', '2023-03-16', '15-16 marzo 2023'],
  ['2023-03-31', '2023-04-01', '31 marzo 2023 – 1º aprile 2023'],
])('the days from %s to %s are written %s', (start, end, text) => {
  expect(formatDays(start, end)).toBe(text);
});

test.each([
  [{ start: '2019-09', end: '2023' }, '2019–2023'],
  [{ start: '2019', end: '2019-12' }, '2019'],
  [{ start: '2020-01-02' }, 'dal 2020'],
  [{ end: '2022' }, 'fino al 2022'],
  [{}, null],
])('the period %j is written %s', (period, text) => {
  expect(formatYears(period)).toBe(text);
});

test.each([
  ['calls', { value: 89, qualifier: 'atLeast' }, 'oltre 89 candidature'],
  ['calls', { value: 1 }, '1 candidatura'],
  ['guests', { value: 1200 }, '1.200'],
  ['cost', { min: 30000, max: 60000 }, 'da 30.000 a 60.000\u00a0€'],
  ['cost', { min: 1, max: 2, qualifier: 'about' }, 'circa da 1 a 2\u00a0€'],
  ['housed', { value: 82.5, qualifier: 'atMost' }, 'fino a 82,5\u00a0%'],
  ['opening', { value: '2021-04-02' }, '2 aprile 2021'],
] as const)('a value of %s, %j, is written %s', (id, value, text) => {
  expect(formatValue(value, indicator(id))).toBe(text);
});

test('counts agree with their noun', () => {
  expect(plural(1, 'scheda', 'schede')).toBe('1 scheda');
  expect(plural(1000, 'scheda', 'schede')).toBe('1.000 schede');
  expect(plural(0, 'scheda', 'schede')).toBe('0 schede');
  expect(formatSpan({ min: 30, max: 45 }, 'minuto', 'minuti')).toBe('30–45 minuti');
  expect(formatSpan({ min: 1, max: 1 }, 'minuto', 'minuti')).toBe('1 minuto');
});

test('words are ordered as an Italian does', () => {
  expect(['zona', 'Èrica', 'edile', 'art. 10', 'art. 9'].sort(alphabetical)).toEqual([
    'art. 9',
    'art. 10',
    'edile',
    'Èrica',
    'zona',
  ]);
});

test.each([
  ['Chi lavora in Comune', 'chi lavora in Comune'],
  ['ETS e volontari', 'ETS e volontari'],
  ['È una prova', 'è una prova'],
  ['', ''],
])('«%s» inside a sentence is «%s»', (text, inside) => {
  expect(uncapital(text)).toBe(inside);
});
