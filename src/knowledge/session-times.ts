import { plural } from './format.ts';

/** When a session starts, if nobody says otherwise: minutes after midnight. */
const usualStart = 9 * 60;

const dayMinutes = 24 * 60;

export interface Timed<B> {
  block: B;
  /** Minutes from the start of the session. */
  from: number;
  /** Minutes from the start of the session at which it ends. */
  to: number;
}

/** Each block with its place in time: it starts when the one before ends. */
export function timesOf<B extends { minutes: number }>(blocks: readonly B[]): Timed<B>[] {
  let from = 0;
  return blocks.map((block) => {
    const timed = { block, from, to: from + block.minutes };
    from = timed.to;
    return timed;
  });
}

export const totalMinutes = (blocks: readonly { minutes: number }[]): number =>
  blocks.reduce((sum, { minutes }) => sum + minutes, 0);

/** Minutes from the start as an hour of the day, as Italian prints it: `clock(75)` is `10.15` for a start at 9.00. */
export function clock(offset: number, start = usualStart): string {
  const { hours, minutes } = hourOf(offset, start);
  return `${hours}.${String(minutes).padStart(2, '0')}`;
}

/** The same hour for the `datetime` of a `<time>`: `10:15`. */
export function machineClock(offset: number, start = usualStart): string {
  const { hours, minutes } = hourOf(offset, start);
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

function hourOf(offset: number, start: number) {
  const inDay = (start + offset) % dayMinutes;
  return { hours: Math.floor(inDay / 60), minutes: inDay % 60 };
}

/** `210` → `3 ore e 30 minuti`. */
export function formatDuration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  const parts = [
    hours > 0 && plural(hours, 'ora', 'ore'),
    (rest > 0 || hours === 0) && plural(rest, 'minuto', 'minuti'),
  ];
  return parts.filter(Boolean).join(' e ');
}

/** Minutes given to each kind of block, in the order in which kinds first appear. */
export function minutesByKind<K extends string>(
  blocks: readonly { kind: K; minutes: number }[],
): { kind: K; minutes: number }[] {
  const sums = new Map<K, number>();
  for (const { kind, minutes } of blocks) sums.set(kind, (sums.get(kind) ?? 0) + minutes);
  return [...sums].map(([kind, minutes]) => ({ kind, minutes }));
}
