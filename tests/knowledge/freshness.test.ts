import { expect, test } from 'vitest';
import { buildDay, freshnessOf } from '../../src/knowledge/freshness.ts';

test.each([
  ['2026-11-22', undefined, '2026-11-22', 'reviewed'],
  ['2026-11-22', undefined, '2027-09-23', 'reviewed'],
  ['2026-11-22', undefined, '2027-09-24', 'due'],
  ['2026-11-22', undefined, '2027-11-22', 'due'],
  ['2026-11-22', undefined, '2027-11-23', 'overdue'],
  ['2026-11-22', '2026-12-31', '2026-11-22', 'due'],
  ['2026-11-22', '2026-12-31', '2027-01-01', 'overdue'],
  ['2020-01-01', '2030-01-01', '2026-11-22', 'reviewed'],
  ['2024-02-29', undefined, '2025-03-01', 'due'],
])('read on %s, to read by %s, on %s: %s', (reviewedOn, reviewBy, today, expected) => {
  expect(freshnessOf({ reviewedOn, reviewBy }, today)).toBe(expected);
});

test('the day of the build is SOURCE_DATE_EPOCH where set, else today', () => {
  const now = Date.parse('2026-11-22T23:59:59Z');
  expect(buildDay('1700000000', now)).toBe('2023-11-14');
  expect(buildDay('0', now)).toBe('1970-01-01');
  expect(buildDay(undefined, now)).toBe('2026-11-22');
  expect(buildDay('', now)).toBe('2026-11-22');
});
