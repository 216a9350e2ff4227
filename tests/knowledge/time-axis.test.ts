import { expect, test } from 'vitest';
import { daysOf, stretchOf, timeAxisOf } from '../../src/knowledge/time-axis.ts';

const length = (date: string) => daysOf(date).last - daysOf(date).first + 1;

test.each([
  ['2023-03-15', 1],
  ['2023-03', 31],
  ['2024-02', 29],
  ['2023', 365],
  ['2024', 366],
])('%s is %i days', (date, days) => {
  expect(length(date)).toBe(days);
});

test('days are counted on', () => {
  expect(daysOf('1970-01-02').first).toBe(1);
  expect(daysOf('2024-03-01').first - daysOf('2024-02-29').last).toBe(1);
});

test('what is no date has no length', () => {
  expect(length('')).toBe(1);
});

test('dates of one month lie on that month', () => {
  const axis = timeAxisOf(['2021-04-02', '2021-04-19']);
  expect(axis).toMatchObject({ start: '2021-04-01', end: '2021-04-30', ticks: [] });
  expect(stretchOf('2021-04-01', axis).from).toBe(0);
  expect(stretchOf('2021-04-30', axis).to).toBe(100);
  expect(stretchOf('2021-04-16', axis).from).toBe(50);
});

test('dates of one year lie on its months', () => {
  const axis = timeAxisOf(['2021-01-28', '2021-04']);
  expect(axis).toMatchObject({ start: '2021-01', end: '2021-12' });
  expect(axis.ticks).toHaveLength(11);
  expect(axis.ticks[0]).toBe(stretchOf('2021-02', axis).from);
});

test('dates of several years lie on whole years', () => {
  const axis = timeAxisOf(['2022-08', '2023-07-06']);
  expect(axis).toMatchObject({ start: '2022', end: '2023', ticks: [50] });
  expect(stretchOf('2022', axis)).toEqual({ from: 0, to: 50 });
  expect(stretchOf('2023', axis)).toEqual({ from: 50, to: 100 });
});

test('a century has too many years to mark', () => {
  expect(timeAxisOf(['1899', '2024']).ticks).toEqual([]);
});
