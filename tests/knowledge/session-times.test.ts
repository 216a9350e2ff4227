import { expect, test } from 'vitest';
import {
  clock,
  formatDuration,
  machineClock,
  minutesByKind,
  timesOf,
  totalMinutes,
} from '../../src/knowledge/session-times.ts';

const blocks = [
  { kind: 'talk', minutes: 10 },
  { kind: 'groups', minutes: 65 },
  { kind: 'talk', minutes: 5 },
];

test('a block starts when the one before ends', () => {
  expect(timesOf(blocks).map(({ from, to }) => [from, to])).toEqual([
    [0, 10],
    [10, 75],
    [75, 80],
  ]);
  expect(timesOf([])).toEqual([]);
});

test('minutes are summed, all together and by kind', () => {
  expect(totalMinutes(blocks)).toBe(80);
  expect(minutesByKind(blocks)).toEqual([
    { kind: 'talk', minutes: 15 },
    { kind: 'groups', minutes: 65 },
  ]);
});

test.each([
  [0, undefined, '9.00', '09:00'],
  [75, undefined, '10.15', '10:15'],
  [5, 14 * 60 + 30, '14.35', '14:35'],
  [16 * 60, undefined, '1.00', '01:00'],
])('%i minutes into a session that starts at %s it is %s', (offset, start, printed, machine) => {
  expect(clock(offset, start)).toBe(printed);
  expect(machineClock(offset, start)).toBe(machine);
});

test.each([
  [0, '0 minuti'],
  [1, '1 minuto'],
  [45, '45 minuti'],
  [60, '1 ora'],
  [61, '1 ora e 1 minuto'],
  [120, '2 ore'],
  [210, '3 ore e 30 minuti'],
])('%i minutes are written %s', (minutes, text) => {
  expect(formatDuration(minutes)).toBe(text);
});
