import type { Notebook } from './model.ts';

/** What else on the device a step changes, by name, as it is written there; null where there is nothing. */
export type Beside = Readonly<Record<string, string | null>>;

export interface Moment {
  notebook: Notebook;
  beside?: Beside | undefined;
}

export interface Step {
  /** What was done, as a button and a sentence say it: «tolta «Tonite»». */
  what: string;
  before: Moment;
  after: Moment;
  /** Steps that follow each other with the same name are one: a note is undone whole, not letter by letter. */
  joined?: string | undefined;
}

export interface History {
  done: readonly Step[];
  undone: readonly Step[];
}

const longest = 100;

export const emptyHistory: History = { done: [], undone: [] };

export function recorded({ done }: History, step: Step): History {
  const last = done.at(-1);
  const steps =
    last && step.joined !== undefined && last.joined === step.joined
      ? [...done.slice(0, -1), { ...step, before: last.before }]
      : [...done, step];
  return { done: steps.slice(-longest), undone: [] };
}

/** The last step taken back, and what is there then. */
export function undo({ done, undone }: History): { history: History; step: Step; moment: Moment } | null {
  const step = done.at(-1);
  if (!step) return null;
  return { history: { done: done.slice(0, -1), undone: [...undone, step] }, step, moment: step.before };
}

export function redo({ done, undone }: History): { history: History; step: Step; moment: Moment } | null {
  const step = undone.at(-1);
  if (!step) return null;
  return { history: { done: [...done, step], undone: undone.slice(0, -1) }, step, moment: step.after };
}
