import type { Block, Group, Plan } from './plan.ts';

export interface Placed {
  block: Block;
  /** Minutes from the start of the session, never below zero. */
  from: number;
  to: number;
  /** Minutes with nothing in them before a start that does not move. */
  gap: number;
  /** Minutes by which what comes before runs over that start. */
  overlap: number;
}

/**
 * Each block with its place in time. It starts when the one before ends, or when its locked start says; a locked start
 * earlier than the session is the start of the session.
 */
export function placesOf({ blocks, start }: Pick<Plan, 'blocks' | 'start'>): Placed[] {
  let end = 0;
  return blocks.map((block) => {
    const from = block.lockedAt === null ? end : Math.max(0, block.lockedAt - start);
    const placed = {
      block,
      from,
      to: from + block.minutes,
      gap: Math.max(0, from - end),
      overlap: Math.max(0, end - from),
    };
    end = placed.to;
    return placed;
  });
}

/** Minutes from the start to the last end. */
export const endOf = (places: readonly Placed[]): number => Math.max(0, ...places.map(({ to }) => to));

/** Minutes past those there are; below zero, minutes still free. */
export const overrunOf = (plan: Plan): number => endOf(placesOf(plan)) - plan.minutes;

/** Minutes of the rows of a parallel group, one after the other. */
export const groupMinutes = ({ rows }: Group): number => rows.reduce((sum, { minutes }) => sum + minutes, 0);

/** A time as a field of a form writes it: `9:05` → `545`; null when it is none. */
export function readClock(text: string): number | null {
  const [, hours, minutes] = /^\s*(\d{1,2})[:.](\d{2})\s*$/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined) return null;
  const value = Number(hours) * 60 + Number(minutes);
  return Number(hours) < 24 && Number(minutes) < 60 ? value : null;
}
