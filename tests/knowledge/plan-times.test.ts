import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBlock, editBlock } from '../../src/knowledge/plan-edits.ts';
import { emptyPlan } from '../../src/knowledge/plan.ts';
import { endOf, groupMinutes, overrunOf, placesOf, readClock } from '../../src/knowledge/plan-times.ts';
import { anyEdits, planAfter } from './plan-arbitrary.ts';

describe('whatever is done to a plan', () => {
  test('each block lasts its minutes, starts when the one before ends or where it is locked, and nothing is negative', () => {
    fc.assert(
      fc.property(anyEdits, (edits) => {
        const plan = planAfter(edits);
        const places = placesOf(plan);
        expect(places.map(({ block }) => block)).toEqual(plan.blocks);
        let end = 0;
        for (const { block, from, to, gap, overlap } of places) {
          expect(to - from).toBe(block.minutes);
          if (block.lockedAt === null) expect(from).toBe(end);
          else expect(from).toBe(Math.max(0, block.lockedAt - plan.start));
          expect(Math.min(from, gap, overlap)).toBeGreaterThanOrEqual(0);
          expect(from).toBe(end + gap - overlap);
          expect(gap === 0 || overlap === 0).toBe(true);
          end = to;
        }
      }),
    );
  });

  test('a plan without locked starts lasts as long as its blocks together', () => {
    fc.assert(
      fc.property(anyEdits, (edits) => {
        const plan = planAfter(edits);
        const free = { ...plan, blocks: plan.blocks.map((block) => ({ ...block, lockedAt: null })) };
        const sum = plan.blocks.reduce((total, { minutes }) => total + minutes, 0);
        expect(endOf(placesOf(free))).toBe(sum);
        expect(overrunOf(free)).toBe(sum - plan.minutes);
      }),
    );
  });
});

describe('a locked start', () => {
  const plan = [30, 45, 20].reduce((so, minutes) => addBlock(so, 'groups', { minutes }), {
    ...emptyPlan('a1'),
    start: 9 * 60,
  });
  const [, second = { key: '' }] = plan.blocks;
  const locked = (at: number) => placesOf(editBlock(plan, second.key, { lockedAt: at }));

  test('later than the block before leaves a gap, and what follows follows it', () => {
    expect(locked(10 * 60).map(({ from, gap }) => [from, gap])).toEqual([
      [0, 0],
      [60, 30],
      [105, 0],
    ]);
  });

  test('earlier than the end of the block before says by how much, and holds', () => {
    expect(locked(9 * 60 + 20).map(({ from, overlap }) => [from, overlap])).toEqual([
      [0, 0],
      [20, 10],
      [65, 0],
    ]);
  });

  test('earlier than the session is its start', () => {
    expect(locked(8 * 60)[1]).toMatchObject({ from: 0, overlap: 30 });
  });
});

test('the rows of a parallel group follow one another', () => {
  const row = { key: '1', title: '', activity: null };
  expect(
    groupMinutes({
      key: '3',
      name: '',
      rows: [
        { ...row, minutes: 10 },
        { ...row, key: '2', minutes: 25 },
      ],
    }),
  ).toBe(35);
});

test.each([
  ['9:05', 545],
  ['09.30', 570],
  [' 23:59 ', 1439],
  ['24:00', null],
  ['9:60', null],
  ['9', null],
  ['', null],
  ['9:5', null],
])('«%s» is read as a time of day', (text, minutes) => {
  expect(readClock(text)).toBe(minutes);
});
