import {
  captureKinds,
  mostCaptures,
  mostOfText,
  mostSteps,
  type Capture,
  type Run,
  type Step,
} from './run.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= mostOfText;
const isMoment = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isMomentOrNull = (value: unknown): value is number | null => value === null || isMoment(value);

/** Reads what was kept of a session that was led; null when it is none of this version. Nothing is read by half. */
export function readRun(json: unknown): Run | null {
  if (!isFields(json) || json.version !== 1) return null;
  const { plan, startedAt, endedAt, steps, captures, changes, fields, next } = json;
  if (!isText(plan) || !isMomentOrNull(startedAt) || !isMomentOrNull(endedAt) || !isMoment(next)) return null;
  if (!Array.isArray(steps) || steps.length > mostSteps || !steps.every(isStep)) return null;
  if (!Array.isArray(captures) || captures.length > mostCaptures || !captures.every(isCapture)) return null;
  if (!areTexts(changes) || !areTexts(fields)) return null;
  // a key used twice would make two things one
  if (new Set(captures.map(({ key }) => key)).size !== captures.length) return null;
  return {
    version: 1,
    plan,
    startedAt,
    endedAt,
    steps: steps.map(({ block, title, minutes, startedAt: from, endedAt: to, extra, skipped }) => ({
      block,
      title,
      minutes,
      startedAt: from,
      endedAt: to,
      extra,
      skipped,
    })),
    captures: captures.map(({ key, kind, text, block, practice, who, by, city, need }) => ({
      key,
      kind,
      text,
      block,
      practice,
      who,
      by,
      city,
      need,
    })),
    changes: { ...changes },
    fields: { ...fields },
    next,
  };
}

const areTexts = (value: unknown): value is Record<string, string> =>
  isFields(value) && Object.values(value).every(isText);

const isStep = (value: unknown): value is Step =>
  isFields(value) &&
  isText(value.block) &&
  isText(value.title) &&
  isMoment(value.minutes) &&
  isMoment(value.startedAt) &&
  isMomentOrNull(value.endedAt) &&
  Number.isSafeInteger(value.extra) &&
  typeof value.skipped === 'boolean';

const isCapture = (value: unknown): value is Capture =>
  isFields(value) &&
  typeof value.kind === 'string' &&
  Object.hasOwn(captureKinds, value.kind) &&
  ['key', 'text', 'block', 'practice', 'who', 'by', 'city', 'need'].every((name) => isText(value[name]));
