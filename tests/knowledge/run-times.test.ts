import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBlock, editBlock, moveBlock, removeBlock } from '../../src/knowledge/plan-edits.ts';
import type { Plan } from '../../src/knowledge/plan.ts';
import {
  advance,
  back,
  begin,
  blocksToCome,
  extend,
  finish,
  phaseOf,
  skip,
} from '../../src/knowledge/run-edits.ts';
import { readRun } from '../../src/knowledge/run-reader.ts';
import { dayOf, groupsAt, hourOf, reviewOf, runAt } from '../../src/knowledge/run-times.ts';
import { emptyRun, type Run } from '../../src/knowledge/run.ts';
import { richPlan } from './led-session.ts';

const minute = 60_000;
/** An hour of 26 November 2026, where the test runs. */
const at = (hour: number, minutes = 0, seconds = 0): number =>
  new Date(2026, 10, 26, hour, minutes, seconds).getTime();

const plan = richPlan();
const begun = (moment = at(9)): Run => begin(plan, emptyRun(plan.id), moment);

describe('a session by its plan', () => {
  test('before it begins the hours are those of the plan', () => {
    const now = runAt(plan, emptyRun(plan.id), at(8, 30));
    expect(now).toMatchObject({ phase: 'before', current: null, delay: 0, predictedEnd: at(11, 20) });
    expect(now.toCome.map(({ from }) => hourOf(from))).toEqual(['9.00', '9.10', '9.40', '10.20', '11.00']);
  });

  test('the clock counts down to the end of the block and then on', () => {
    const left = (moment: number) => runAt(plan, begun(), moment).current?.left;
    expect(left(at(9))).toBe(600);
    expect(left(at(9, 0, 30))).toBe(570);
    expect(left(at(9, 10))).toBe(0);
    expect(left(at(9, 12))).toBe(-120);
  });

  test('the last five minutes are near; a block of five minutes or less has none', () => {
    const nearness = (moment: number, run = begun()) => runAt(plan, run, moment).current?.nearness;
    expect(nearness(at(9, 4, 59))).toBe('calm');
    expect(nearness(at(9, 5))).toBe('near');
    expect(nearness(at(9, 9, 59))).toBe('near');
    expect(nearness(at(9, 10))).toBe('over');
    expect(nearness(at(9, 1), extend(plan, begun(), -5))).toBe('calm');
  });

  test('begun late it is late, until a start that does not move takes it up', () => {
    const now = runAt(plan, begun(at(9, 7)), at(9, 8));
    expect(now.delay).toBe(7);
    expect(now.toCome[0]?.from).toBe(at(9, 17));
    // 95 minutes of blocks before 11.00 leave room for a delay of 25
    expect(now.toCome.at(-1)?.from).toBe(at(11));
    expect(now.predictedEnd).toBe(at(11, 20));
  });

  test('a delay greater than the room before a locked start moves it', () => {
    const late = runAt(plan, begun(at(9, 40)), at(9, 40));
    expect(late.toCome.at(-1)?.from).toBe(at(11, 15));
    expect(late.predictedEnd).toBe(at(11, 35));
    expect(late.delay).toBe(40);
  });

  test('overtime moves all that comes', () => {
    const now = runAt(plan, begun(), at(9, 13));
    expect(now.delay).toBe(3);
    expect(now.toCome[0]).toMatchObject({ from: at(9, 13), to: at(9, 43) });
  });

  test('a block left early is time gained; five minutes more are five minutes later', () => {
    const run = advance(plan, begun(), at(9, 6));
    expect(runAt(plan, run, at(9, 6)).delay).toBe(-4);
    expect(runAt(plan, extend(plan, run, 5), at(9, 6)).delay).toBe(1);
    expect(runAt(plan, extend(plan, run, 5), at(9, 6)).current?.minutes).toBe(35);
  });

  test('far from its hour, or on another day, the plan moves to when it really began', () => {
    const evening = runAt(plan, begun(at(18)), at(18, 2));
    expect(evening.start).toEqual({ at: at(18), byPlan: false });
    expect(evening.delay).toBe(0);
    expect(evening.toCome.at(-1)?.from).toBe(at(20));
    const dated = { ...plan, date: '2026-11-27' };
    expect(runAt(dated, begin(dated, emptyRun('x'), at(9, 20)), at(9, 20)).start.byPlan).toBe(false);
    const today = { ...plan, date: dayOf(at(9)) };
    expect(runAt(today, begin(today, emptyRun('x'), at(9, 20)), at(9, 20)).delay).toBe(20);
  });

  test('after the end nothing is to come', () => {
    const run = finish(begun(), at(9, 8));
    expect(runAt(plan, run, at(12))).toMatchObject({
      phase: 'over',
      current: null,
      toCome: [],
      predictedEnd: at(9, 8),
      delay: -132,
    });
  });

  test('a clock that was put back gives no more than the whole block', () => {
    expect(runAt(plan, begun(), at(8, 50)).current).toMatchObject({ left: 600, elapsed: 0 });
  });
});

test('parallel groups: rows one after the other, the last until the common end', () => {
  const block = plan.blocks[2];
  if (!block) throw new Error('no block of groups');
  const rows = (moment: number) =>
    groupsAt(block, { startedAt: at(10) }, moment).map(({ row, next }) => [
      row?.title || row?.activity?.title,
      next && hourOf(next.at),
    ]);
  expect(rows(at(10, 3))).toEqual([
    ['I bisogni', '10.15'],
    ['Pre-mortem', null],
  ]);
  expect(rows(at(10, 15))[0]).toEqual(['Le priorità', null]);
  expect(rows(at(11, 30))[0]).toEqual(['Le priorità', null]);
  expect(groupsAt({ groups: [{ key: '1', name: '', rows: [] }] }, { startedAt: 0 }, 5)[0]?.row).toBeNull();
});

describe('the plan changes while it is led', () => {
  const [welcome = '', caseKey = '', groups = ''] = plan.blocks.map(({ key }) => key);
  const run = advance(plan, begun(), at(9, 10));

  test('the current block is taken away: it goes on as it was, and the rest follows', () => {
    const without = removeBlock(plan, caseKey);
    const now = runAt(without, run, at(9, 20));
    expect(now.current).toMatchObject({ block: null, left: 20 * 60 });
    expect(now.current?.step.title).toBe('Il caso ToNite');
    expect(now.toCome[0]?.block.key).toBe(groups);
    expect(now.delay).toBe(0);
    const next = advance(without, run, at(9, 40));
    expect(next.steps.at(-1)?.block).toBe(groups);
    expect(reviewOf(without, next, at(9, 50)).map(({ title }) => title)).toContain('Il caso ToNite');
  });

  test('a block that moves before the current one is not lost', () => {
    const moved = moveBlock(plan, groups, 0);
    expect(blocksToCome(moved, run)[0]?.key).toBe(groups);
  });

  test('a block that was led does not come again, wherever it goes', () => {
    expect(blocksToCome(moveBlock(plan, welcome, 4), run).map(({ key }) => key)).not.toContain(welcome);
  });

  test('the current block is made longer in the planner', () => {
    const longer = editBlock(plan, caseKey, { minutes: 50 });
    expect(runAt(longer, run, at(9, 10)).current?.left).toBe(50 * 60);
    // what was planned when it began is what it is compared with
    expect(reviewOf(longer, run, at(9, 20))[1]).toMatchObject({ planned: 30, actual: 10 });
  });

  test('a plan without blocks cannot begin; one emptied meanwhile ends with the next press', () => {
    const empty: Plan = { ...plan, blocks: [] };
    expect(begin(empty, emptyRun('x'), at(9))).toEqual(emptyRun('x'));
    expect(phaseOf(advance(empty, run, at(9, 30)))).toBe('over');
    expect(runAt(empty, run, at(9, 30)).current?.minutes).toBe(30);
  });
});

describe('planned against real minutes', () => {
  test('led, passed over and never begun', () => {
    let run = begun();
    run = advance(plan, run, at(9, 12));
    run = skip(plan, run, at(9, 15));
    run = finish(run, at(9, 45));
    const rows = reviewOf(plan, run, at(12)).map(({ planned, actual, fate }) => [planned, actual, fate]);
    expect(rows).toEqual([
      [10, 12, 'led'],
      [30, 3, 'skipped'],
      [40, 30, 'led'],
      [15, null, 'not-begun'],
      [20, null, 'not-begun'],
    ]);
  });

  test('nothing before it begins', () => {
    expect(reviewOf(plan, emptyRun('x'), at(9))).toEqual([]);
  });
});

type Press = (of: Plan, run: Run, now: number) => Run;
const presses: Record<string, Press> = {
  begin,
  advance,
  skip,
  back: (_, run) => back(run),
  more: (of, run) => extend(of, run, 5),
  less: (of, run) => extend(of, run, -5),
  finish: (_, run, now) => finish(run, now),
};
type PlanEdit = (of: Plan, number: number) => Plan;
const planEdits: Record<string, PlanEdit> = {
  add: (of, number) =>
    addBlock(of, 'plenary', { minutes: 1 + (number % 90) }, number % (of.blocks.length + 1)),
  remove: (of, number) => removeBlock(of, of.blocks[number % Math.max(1, of.blocks.length)]?.key ?? ''),
  move: (of, number) =>
    moveBlock(of, of.blocks[number % Math.max(1, of.blocks.length)]?.key ?? '', number % 7),
  resize: (of, number) =>
    editBlock(of, of.blocks[number % Math.max(1, of.blocks.length)]?.key ?? '', {
      minutes: 1 + (number % 200),
    }),
  lock: (of, number) =>
    editBlock(of, of.blocks[number % Math.max(1, of.blocks.length)]?.key ?? '', { lockedAt: number % 1440 }),
};

interface State {
  of: Plan;
  run: Run;
  now: number;
}
/** Any presses at any time, with any edits of the plan between them; a clock may also be put back. */
const story = fc.array(
  fc.record({
    what: fc.constantFrom(...Object.keys(presses), ...Object.keys(planEdits)),
    number: fc.nat(2000),
    wait: fc.integer({ min: -600, max: 5400 }),
  }),
  { maxLength: 40 },
);

function played(steps: readonly { what: string; number: number; wait: number }[]): State[] {
  let state: State = { of: plan, run: emptyRun(plan.id), now: at(9) };
  return steps.map(({ what, number, wait }) => {
    const now = state.now + wait * 1000;
    const of = planEdits[what]?.(state.of, number) ?? state.of;
    state = { of, run: presses[what]?.(of, state.run, now) ?? state.run, now };
    return state;
  });
}

describe('whatever is pressed and edited', () => {
  test('nothing is negative but what is left, starts follow ends, locked starts hold', () => {
    fc.assert(
      fc.property(story, (steps) => {
        for (const { of, run, now } of played(steps)) {
          const state = runAt(of, run, now);
          const { current, toCome, start } = state;
          if (current) {
            expect(current.elapsed).toBeGreaterThanOrEqual(0);
            expect(current.minutes).toBeGreaterThan(0);
            expect(current.left + current.elapsed).toBe(current.minutes * 60);
          }
          let end = current ? Math.max(current.endsAt, now) : 0;
          for (const { block, from, to } of toCome) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to - from).toBe(block.minutes * minute);
            if (block.lockedAt !== null)
              expect(from).toBeGreaterThanOrEqual(start.at + Math.max(0, block.lockedAt - of.start) * minute);
            end = to;
          }
          expect(state.predictedEnd).toBeGreaterThanOrEqual(run.startedAt ?? 0);
          expect(
            reviewOf(of, run, now).every(({ planned, actual }) => planned > 0 && (actual ?? 0) >= 0),
          ).toBe(true);
        }
      }),
    );
  });

  test('steps follow one another without holes, and no block is begun twice', () => {
    fc.assert(
      fc.property(story, (steps) => {
        for (const { run } of played(steps)) {
          expect(new Set(run.steps.map(({ block }) => block)).size).toBe(run.steps.length);
          run.steps.forEach((step, index) => {
            const next = run.steps[index + 1];
            expect(step.endedAt).toBe(next ? next.startedAt : run.endedAt);
            if (step.endedAt !== null) expect(step.endedAt).toBeGreaterThanOrEqual(step.startedAt);
          });
          expect(run.startedAt).toBe(run.steps[0]?.startedAt ?? null);
        }
      }),
    );
  });

  test('«indietro» gives back exactly what was there before the press', () => {
    fc.assert(
      fc.property(
        story,
        fc.constantFrom('begin', 'advance', 'skip', 'finish'),
        fc.nat(6000),
        (steps, what, wait) => {
          const { of, run, now } = played(steps).at(-1) ?? { of: plan, run: emptyRun(plan.id), now: at(9) };
          const next = presses[what]?.(of, run, now + wait * 1000) ?? run;
          if (next !== run) expect(back(next)).toEqual(run);
        },
      ),
    );
  });

  test('what is kept is read back as it was', () => {
    fc.assert(
      fc.property(story, (steps) => {
        for (const { run } of played(steps).slice(-1))
          expect(readRun(JSON.parse(JSON.stringify(run)))).toEqual(run);
      }),
    );
  });
});
