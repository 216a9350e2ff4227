/** What one group wrote on a worksheet: what is kept on the device, and how it is read again. */

export interface WorksheetAnswer {
  /** What the space was called: a later edition of the worksheet may have it no more. */
  field: string;
  /** The words; `ticked` for a box. */
  text: string;
}

/** By the key of the space (`worksheet-fields.ts`). An empty space has no entry. */
export type WorksheetAnswers = Readonly<Record<string, WorksheetAnswer>>;

export interface WorksheetState {
  version: 1;
  answers: WorksheetAnswers;
}

export const emptyWorksheet = (): WorksheetState => ({ version: 1, answers: {} });

/** How a ticked box is kept. */
export const ticked = 'sì';

/** What a field of the page lets in. */
export const mostCharacters = 4000;
const mostAnswers = 1000;

const keyPattern = /^[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){0,2}$/;

/** What stands in a space; keys come from the device, so inherited names are no answers. */
export const answerIn = (answers: WorksheetAnswers, key: string): string =>
  Object.hasOwn(answers, key) ? (answers[key]?.text ?? '') : '';

/** The state with one space changed; an empty one goes away. */
export function withAnswer(
  { answers }: WorksheetState,
  key: string,
  { field, text }: WorksheetAnswer,
): WorksheetState {
  const others = Object.entries(answers).filter(([other]) => other !== key);
  const blank = text.trim() === '';
  return {
    version: 1,
    answers: Object.fromEntries(blank ? others : [...others, [key, { field, text }]]),
  };
}

/** Puts back what was emptied; what was written since stays as it is. */
export const putBack = (now: WorksheetState, emptied: WorksheetState): WorksheetState => ({
  version: 1,
  answers: { ...emptied.answers, ...now.answers },
});

/** What was written in spaces that the worksheet has no more, in the order in which it was written. */
export const goneAnswers = (answers: WorksheetAnswers, keys: ReadonlySet<string>): WorksheetAnswer[] =>
  Object.entries(answers).flatMap(([key, answer]) => (keys.has(key) ? [] : answer));

/** Reads what was kept; null when it is none of ours, or of a later version. Nothing is read by half. */
export function readWorksheet(json: unknown): WorksheetState | null {
  if (!isRecord(json) || json.version !== 1 || !isRecord(json.answers)) return null;
  const entries = Object.entries(json.answers);
  if (entries.length > mostAnswers) return null;
  const answers: [string, WorksheetAnswer][] = [];
  for (const [key, value] of entries) {
    if (!keyPattern.test(key) || !isRecord(value)) return null;
    const { field, text } = value;
    if (!isText(field) || !isText(text)) return null;
    answers.push([key, { field, text }]);
  }
  return { version: 1, answers: Object.fromEntries(answers) };
}

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= mostCharacters;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
