/** A session while it is led and after: what really happened, and what the room said. Kept on the device alone. */
export interface Run {
  version: 1;
  /** The plan that was led. */
  plan: string;
  /** Milliseconds since 1970, as `Date.now()` counts; null before it starts and while it goes on. */
  startedAt: number | null;
  endedAt: number | null;
  /** The blocks in the order in which they were begun; the last is the current one. */
  steps: readonly Step[];
  captures: readonly Capture[];
  /** What the next trainer should change: of a block by its key, of the whole by an empty key. */
  changes: Readonly<Record<string, string>>;
  /** What is written in the forms of the page and in no capture yet, by the name of the field. */
  fields: Readonly<Record<string, string>>;
  /** Number of the next key of a capture. */
  next: number;
}

export interface Step {
  /** Key of the block. */
  block: string;
  /** What the block was called and how long it was meant to last when it began: the plan may change after. */
  title: string;
  minutes: number;
  startedAt: number;
  /** Null while it goes on. */
  endedAt: number | null;
  /** Minutes added to those planned, by «+5 minuti». */
  extra: number;
  /** It was passed over, not led. */
  skipped: boolean;
}

export const captureKinds = {
  insight: 'osservazione',
  question: 'domanda',
  decision: 'decisione',
  commitment: 'impegno',
  need: 'bisogno',
} as const;

export type CaptureKind = keyof typeof captureKinds;

/** Something the room said, decided, promised or asked. */
export interface Capture {
  key: string;
  kind: CaptureKind;
  text: string;
  /** Key of the block during which it was said; empty when it belongs to none. */
  block: string;
  /** Id of the practice it speaks of; empty when none. */
  practice: string;
  /** Of a commitment: the office or body that takes it on, and by when, `2026-12-15`. */
  who: string;
  by: string;
  /** Id of the city of a commitment. */
  city: string;
  /** Of a need: its id in the base; empty for one that the base does not know. */
  need: string;
}

/** More than a day of talk leaves. */
export const mostCaptures = 500;
export const mostSteps = 1000;
/** Of each text. */
export const mostOfText = 2000;

export const emptyCapture: Omit<Capture, 'key'> = {
  kind: 'insight',
  text: '',
  block: '',
  practice: '',
  who: '',
  by: '',
  city: '',
  need: '',
};

export const emptyRun = (plan: string): Run => ({
  version: 1,
  plan,
  startedAt: null,
  endedAt: null,
  steps: [],
  captures: [],
  changes: {},
  fields: {},
  next: 1,
});
