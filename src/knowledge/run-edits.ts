import { blockTitle, type Block, type Plan } from './plan.ts';
import { mostCaptures, mostOfText, mostSteps, type Capture, type Run, type Step } from './run.ts';

export type Phase = 'before' | 'running' | 'over';

export const phaseOf = ({ startedAt, endedAt }: Pick<Run, 'startedAt' | 'endedAt'>): Phase =>
  startedAt === null ? 'before' : endedAt === null ? 'running' : 'over';

/**
 * The blocks that nobody has begun or passed over, in the order of the plan as it is now: one that the planner has
 * moved before the current one is not lost.
 */
export function blocksToCome({ blocks }: Pick<Plan, 'blocks'>, { steps }: Pick<Run, 'steps'>): Block[] {
  const begun = new Set(steps.map(({ block }) => block));
  return blocks.filter(({ key }) => !begun.has(key));
}

/** Starts the session with its first block. A plan without blocks cannot be led. */
export function begin(plan: Plan, run: Run, now: number): Run {
  const [first] = plan.blocks;
  if (run.startedAt !== null || !first) return run;
  return { ...run, startedAt: now, endedAt: null, steps: [stepOf(first, now)] };
}

/** The current block is over and the next one begins; after the last the session is over. */
export const advance = (plan: Plan, run: Run, now: number): Run => leave(plan, run, now, false);

/** The same, but what was current counts as passed over. */
export const skip = (plan: Plan, run: Run, now: number): Run => leave(plan, run, now, true);

function leave(plan: Plan, run: Run, now: number, skipped: boolean): Run {
  const current = run.steps.at(-1);
  if (phaseOf(run) !== 'running' || !current) return run;
  const at = Math.max(now, current.startedAt);
  const steps = run.steps.with(-1, { ...current, endedAt: at, skipped });
  const [next] = blocksToCome(plan, run);
  return next && steps.length < mostSteps
    ? { ...run, steps: [...steps, stepOf(next, at)] }
    : { ...run, steps, endedAt: at };
}

/** Ends the session here; what was not begun stays undone. */
export function finish(run: Run, now: number): Run {
  const current = run.steps.at(-1);
  if (phaseOf(run) !== 'running' || !current) return run;
  const at = Math.max(now, current.startedAt);
  return { ...run, endedAt: at, steps: run.steps.with(-1, { ...current, endedAt: at }) };
}

/** Takes back the last start, advance, skip or end. What was said meanwhile stays. */
export function back(run: Run): Run {
  const current = run.steps.at(-1);
  if (!current) return run;
  const reopened = (step: Step): Step => ({ ...step, endedAt: null, skipped: false });
  if (run.endedAt !== null) return { ...run, endedAt: null, steps: run.steps.with(-1, reopened(current)) };
  const before = run.steps.at(-2);
  return before
    ? { ...run, steps: [...run.steps.slice(0, -2), reopened(before)] }
    : { ...run, startedAt: null, steps: [] };
}

/** Gives the current block more minutes, or fewer; never fewer than one in all. */
export function extend(plan: Plan, run: Run, minutes: number): Run {
  const current = run.steps.at(-1);
  if (phaseOf(run) !== 'running' || !current) return run;
  const extra = Math.max(1 - minutesOf(plan, current), current.extra + minutes);
  return extra === current.extra ? run : { ...run, steps: run.steps.with(-1, { ...current, extra }) };
}

/** What the plan gives a block now; of one that the plan has no more, what it gave when it began. */
const minutesOf = ({ blocks }: Pick<Plan, 'blocks'>, step: Step): number =>
  blocks.find(({ key }) => key === step.block)?.minutes ?? step.minutes;

const stepOf = (block: Block, startedAt: number): Step => ({
  block: block.key,
  title: blockTitle(block),
  minutes: block.minutes,
  startedAt,
  endedAt: null,
  extra: 0,
  skipped: false,
});

/** Something that was done to one capture: null before it was added, and after it was taken away. */
export interface CaptureEdit {
  before: Capture | null;
  after: Capture | null;
  /** Its place in the list. */
  at: number;
}

/** Does an edit, or takes it back, whatever was done to other captures meanwhile. */
export function withEdit(run: Run, { before, after, at }: CaptureEdit, to: 'before' | 'after'): Run {
  const [old, next] = to === 'after' ? [before, after] : [after, before];
  const place = old ? run.captures.findIndex(({ key }) => key === old.key) : -1;
  if (next && place >= 0) return { ...run, captures: run.captures.with(place, next) };
  if (!next) return place >= 0 ? { ...run, captures: run.captures.toSpliced(place, 1) } : run;
  if (run.captures.length >= mostCaptures || run.captures.some(({ key }) => key === next.key)) return run;
  return { ...run, captures: run.captures.toSpliced(Math.min(at, run.captures.length), 0, next) };
}

/** A new capture with a key of its own, and the run that knows that the key is taken. */
export function newCapture(run: Run, fields: Omit<Capture, 'key'>): { run: Run; edit: CaptureEdit } {
  const after = { ...fields, key: String(run.next) };
  const edit: CaptureEdit = { before: null, after, at: run.captures.length };
  return { run: withEdit({ ...run, next: run.next + 1 }, edit, 'after'), edit };
}

/** What the next trainer should change of a block, or of the whole with an empty key. An empty text goes away. */
export const withChange = (run: Run, block: string, text: string): Run => ({
  ...run,
  changes: withText(run.changes, block, text),
});

/** What is written in a form of the page. */
export const withField = (run: Run, name: string, text: string): Run => ({
  ...run,
  fields: withText(run.fields, name, text),
});

function withText(
  texts: Readonly<Record<string, string>>,
  key: string,
  text: string,
): Record<string, string> {
  const others = Object.entries(texts).filter(([other]) => other !== key);
  return Object.fromEntries(text === '' ? others : [...others, [key, text.slice(0, mostOfText)]]);
}
