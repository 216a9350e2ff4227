/** The answers of one city to the questions on one sheet: what is kept on the device, and how it is read again. */

/** The parts of the check, in the order in which they are asked. */
export const fitPartNames = [
  'conditions',
  'core',
  'adaptable',
  'procedure',
  'staffing',
  'money',
  'limits',
  'open',
] as const;
export type FitPart = (typeof fitPartNames)[number];

/** What a city has of a thing; each part says it in its own words. */
export const haves = ['yes', 'partly', 'no', 'unknown', 'notNeeded'] as const;
export type Have = (typeof haves)[number];

/** The fields of an answer that are written in free words. */
export const wordFields = ['who', 'by', 'change', 'note'] as const;
export type WordField = (typeof wordFields)[number];

export interface FitAnswer extends Record<WordField, string> {
  /** The question as it was asked: a later edition of the sheet may ask it no more. */
  question: string;
  have: Have | '';
}

/** What stands once in a check: whose it is. */
export const headFields = ['city', 'date', 'author'] as const;
export type HeadField = (typeof headFields)[number];

export interface FitState extends Record<HeadField, string> {
  version: 1;
  answers: Readonly<Record<string, FitAnswer>>;
}

export const emptyFit = (): FitState => ({ version: 1, city: '', date: '', author: '', answers: {} });

export const emptyAnswer = (question: string): FitAnswer => ({
  question,
  have: '',
  who: '',
  by: '',
  change: '',
  note: '',
});

/** More than any form of ours lets in. */
const mostAnswers = 1000;
const mostCharacters = 4000;

const keyPattern = /^[a-z]{1,20}-[a-z0-9-]{1,40}$/;

/** Whether nothing was chosen nor written. */
export const isBlank = (answer: FitAnswer): boolean =>
  answer.have === '' && wordFields.every((field) => answer[field].trim() === '');

/** The answer kept under a key; keys come from files too, so inherited names are no answers. */
export const answerIn = ({ answers }: FitState, key: string): FitAnswer | undefined =>
  Object.hasOwn(answers, key) ? answers[key] : undefined;

/**
 * Reads what was kept or brought from another device; null when it is no check of ours, or one of a later version,
 * whose meaning we cannot know. Nothing is read by half.
 */
export function readFit(json: unknown): FitState | null {
  if (!isRecord(json) || json.version !== 1 || !isRecord(json.answers)) return null;
  const head = headFields.map((field) => json[field]);
  if (!head.every(isShortText)) return null;
  const entries = Object.entries(json.answers);
  if (entries.length > mostAnswers) return null;
  const answers: [string, FitAnswer][] = [];
  for (const [key, value] of entries) {
    const answer = readAnswer(value);
    if (!answer || !keyPattern.test(key)) return null;
    answers.push([key, answer]);
  }
  const [city = '', date = '', author = ''] = head;
  return { version: 1, city, date, author, answers: Object.fromEntries(answers) };
}

function readAnswer(value: unknown): FitAnswer | null {
  if (!isRecord(value)) return null;
  const { question, have, who, by, change, note } = value;
  const known = have === '' || haves.includes(have as Have);
  if (!known || ![question, who, by, change, note].every(isShortText)) return null;
  return { question, have, who, by, change, note } as FitAnswer;
}

const isShortText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= mostCharacters;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
