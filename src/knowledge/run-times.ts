import { blockTitle, type Block, type Group, type Plan, type Row } from './plan.ts';
import { endOf, placesOf } from './plan-times.ts';
import { blocksToCome, phaseOf, type Phase } from './run-edits.ts';
import type { Run, Step } from './run.ts';

const minute = 60_000;

/** Minutes before the end of a block at which the room is told. */
export const warningMinutes = 5;

/** A real start farther than this from the hour of the plan was not meant to keep to it: a rehearsal, another day. */
const sameOccasion = 90 * minute;

/** How near the end of the current block is. */
export type Nearness = 'calm' | 'near' | 'over';

/** A block still to come, with the hours at which it would be if all went by the plan from here. */
export interface Forecast {
  block: Block;
  from: number;
  to: number;
}

/** Where a session stands at one moment. Moments are milliseconds since 1970; minutes and seconds are whole. */
export interface RunNow {
  phase: Phase;
  /** What goes on now; null before and after. */
  current: {
    step: Step;
    /** Null when the plan has it no more. */
    block: Block | null;
    /** Minutes that it has, added ones too. */
    minutes: number;
    /** Whole seconds since it began, and until it should end: the second counts on below zero. */
    elapsed: number;
    left: number;
    endsAt: number;
    nearness: Nearness;
  } | null;
  /** The rest of the plan, in order. */
  toCome: readonly Forecast[];
  /** When the first block of the plan was due, and whether by its own hours or from when it really began. */
  start: { at: number; byPlan: boolean };
  /** Minutes by which the current block ends after its place in the plan; below zero when before. */
  delay: number;
  /** When all would end if the rest went by the plan; when it did end. */
  predictedEnd: number;
  plannedEnd: number;
}

/** Everything that the clock of a session says, from what was pressed and when: nothing is counted in steps. */
export function runAt(plan: Plan, run: Run, now: number): RunNow {
  const phase = phaseOf(run);
  const start = startOf(plan, run, now);
  const places = placesOf(plan);
  const plannedEnd = start.at + endOf(places) * minute;
  const step = phase === 'running' ? run.steps.at(-1) : undefined;
  const current = step ? currentOf(plan, step, now) : null;
  const toCome =
    phase === 'over' ? [] : forecast(plan, run, start.at, current ? Math.max(current.endsAt, now) : start.at);
  const predictedEnd =
    run.endedAt ?? toCome.at(-1)?.to ?? (current ? Math.max(current.endsAt, now) : plannedEnd);
  return { phase, current, toCome, start, delay: delayNow(), predictedEnd, plannedEnd };

  function delayNow(): number {
    if (phase === 'before') return 0;
    if (!current) return minutesBetween(plannedEnd, run.endedAt ?? plannedEnd);
    const place = places.find(({ block }) => block.key === current.step.block);
    const end = Math.max(current.endsAt, now);
    // of a block that the plan has no more, how much later the rest will be
    const planned = place ? start.at + place.to * minute : plannedEnd - (predictedEnd - end);
    return minutesBetween(planned, end);
  }
}

function currentOf({ blocks }: Plan, step: Step, now: number): NonNullable<RunNow['current']> {
  const block = blocks.find(({ key }) => key === step.block) ?? null;
  const minutes = Math.max(1, (block?.minutes ?? step.minutes) + step.extra);
  const endsAt = step.startedAt + minutes * minute;
  // what is left is rounded up: one second left is not yet none
  const left = Math.ceil((endsAt - Math.max(now, step.startedAt)) / 1000);
  const nearness =
    left <= 0 ? 'over' : left <= warningMinutes * 60 && minutes > warningMinutes ? 'near' : 'calm';
  return { step, block, minutes, elapsed: minutes * 60 - left, left, endsAt, nearness };
}

/** The rest, one block after the other: a locked start is not begun before its hour. */
function forecast(plan: Plan, run: Run, startAt: number, from: number): Forecast[] {
  let end = from;
  return blocksToCome(plan, run).map((block) => {
    const locked =
      block.lockedAt === null ? end : startAt + Math.max(0, block.lockedAt - plan.start) * minute;
    const begins = Math.max(end, locked);
    end = begins + block.minutes * minute;
    return { block, from: begins, to: end };
  });
}

/**
 * When the first block was due. The hours of the plan count when the session began on its day and about at its hour;
 * otherwise the whole plan moves to when it really began, locked starts too.
 */
function startOf({ date, start }: Plan, { startedAt }: Run, now: number): RunNow['start'] {
  const real = new Date(startedAt ?? now);
  const due = new Date(real.getFullYear(), real.getMonth(), real.getDate(), 0, start).getTime();
  const isItsDay = date === '' || date === dayOf(real.getTime());
  if (isItsDay && Math.abs(due - real.getTime()) <= sameOccasion) return { at: due, byPlan: true };
  return startedAt === null && isItsDay ? { at: due, byPlan: true } : { at: real.getTime(), byPlan: false };
}

/** Rounded towards none: half a minute is no delay. */
const minutesBetween = (planned: number, real: number): number => Math.trunc((real - planned) / minute) + 0;

/** The day of a moment where the reader is: `2026-11-26`. */
export function dayOf(moment: number): string {
  const date = new Date(moment);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The hour of a moment where the reader is, as Italian prints it: `9.05`. */
export function hourOf(moment: number): string {
  const date = new Date(moment);
  return `${date.getHours()}.${String(date.getMinutes()).padStart(2, '0')}`;
}

/** What one parallel group does now, and when it goes on to something else. */
export interface GroupNow {
  group: Group;
  row: Row | null;
  next: { row: Row; at: number } | null;
}

/** Where each group of a block stands: rows one after the other, the last until the common end. */
export function groupsAt(
  { groups }: Pick<Block, 'groups'>,
  { startedAt }: Pick<Step, 'startedAt'>,
  now: number,
): GroupNow[] {
  return groups.map((group) => {
    let at = startedAt;
    const starts = group.rows.map((row) => {
      const from = at;
      at += row.minutes * minute;
      return { row, at: from };
    });
    const place = Math.max(
      0,
      starts.findLastIndex((row) => row.at <= now),
    );
    return { group, row: starts[place]?.row ?? null, next: starts[place + 1] ?? null };
  });
}

/** One line of the comparison between what was planned and what happened. */
export interface ReviewRow {
  /** Key of the block. */
  key: string;
  title: string;
  planned: number;
  /** Null when nobody began it. */
  actual: number | null;
  fate: 'led' | 'skipped' | 'not-begun';
  startedAt: number | null;
}

/** What was planned against what was done: blocks in the order in which they were led, then those nobody began. */
export function reviewOf(plan: Plan, run: Run, now: number): ReviewRow[] {
  const led = run.steps.map(({ block, title, minutes, startedAt, endedAt, skipped }): ReviewRow => {
    const end = Math.max(endedAt ?? now, startedAt);
    return {
      key: block,
      title,
      planned: minutes,
      actual: Math.round((end - startedAt) / minute),
      fate: skipped ? 'skipped' : 'led',
      startedAt,
    };
  });
  const missed = blocksToCome(plan, run).map((block): ReviewRow => ({
    key: block.key,
    title: blockTitle(block),
    planned: block.minutes,
    actual: null,
    fate: 'not-begun',
    startedAt: null,
  }));
  return run.startedAt === null ? [] : [...led, ...missed];
}
