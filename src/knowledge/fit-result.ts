import type { difficultyKinds } from '../schemas/labels.ts';
import type { Practice } from '../schemas/practice.ts';
import { answerIn, emptyAnswer, isBlank, type FitAnswer, type FitState } from './fit-state.ts';
import { fitQuestions, type FitQuestion } from './fit.ts';

export interface FitLine {
  question: FitQuestion;
  answer: FitAnswer;
}

type Difficulty = NonNullable<Practice['difficulties']>[number];

export type FitRisk =
  /** A case in which the sheet says not to use it, and that is ours. */
  | { kind: 'limit'; line: FitLine }
  /** What the sheet calls indispensable or essential, and that we have not as it was. */
  | { kind: 'essential'; line: FitLine }
  /** What cost them trouble, of the same kind as something that we lack. */
  | { kind: 'difficulty'; difficulty: Difficulty; lacking: readonly FitLine[] };

/** What the answers say, sorted and never summed up: there is no score. */
export interface FitResult {
  fits: readonly FitLine[];
  gaps: readonly FitLine[];
  adapted: readonly FitLine[];
  risks: readonly FitRisk[];
  steps: readonly FitLine[];
  /** «Non so», questions to ask somebody, and what was written without choosing an answer. */
  unclear: readonly FitLine[];
  /** The sheet’s open questions that the city has settled. */
  settled: readonly FitLine[];
  unanswered: readonly FitQuestion[];
  /** Answers to questions that the sheet asks no more, by their keys. */
  gone: readonly { key: string; answer: FitAnswer }[];
}

/** The rule of the first steps, printed beside them. */
export const stepsRule =
  'Prima ciò che la scheda dice indispensabile e che manca o non è certo; poi le parti essenziali; poi gli atti e i passi, nell’ordine della scheda; poi persone, soldi e altre condizioni.';

const stepCount = 3;

/** Which of their troubles are of the same kind as a lack of ours. */
const difficultiesOf: Record<NonNullable<FitQuestion['topic']>, readonly (keyof typeof difficultyKinds)[]> = {
  policy: ['legal'],
  leadership: ['governance'],
  people: ['staffing'],
  money: ['money'],
  infrastructure: ['spaces', 'data'],
  partners: ['partners', 'participation'],
  procedure: ['procurement', 'timing'],
};

/** What fits, what is missing and what comes first, from a sheet and a city’s answers. */
export function fitResult(practice: Practice, state: FitState): FitResult {
  const questions = fitQuestions(practice);
  const keys = new Set(questions.map(({ key }) => key));
  const lines = questions.map((question) => ({
    question,
    answer: answerIn(state, question.key) ?? emptyAnswer(question.about),
  }));
  const gaps = lines.filter(isGap);
  const unclear = lines.filter(isUnclear);
  return {
    fits: lines.filter(isFit),
    gaps,
    adapted: lines.filter(isAdapted),
    risks: risksOf(practice, lines, gaps),
    steps: stepsOf([...gaps, ...unclear.filter(({ question }) => question.part !== 'open')]),
    unclear,
    settled: lines.filter(
      ({ question, answer }) =>
        question.part === 'open' && (answer.have === 'yes' || answer.have === 'notNeeded'),
    ),
    unanswered: lines.filter(({ answer }) => isBlank(answer)).map(({ question }) => question),
    gone: Object.entries(state.answers)
      .filter(([key, answer]) => !keys.has(key) && !isBlank(answer))
      .map(([key, answer]) => ({ key, answer })),
  };
}

/** In «limits» a no is the good answer; open questions fit nothing. */
function isFit({ question: { part }, answer: { have } }: FitLine): boolean {
  if (part === 'open') return false;
  return have === (part === 'limits' ? 'no' : 'yes');
}

/** A core part that is changed, or one that can be, is an adaptation and no gap. */
function isGap({ question: { part, general }, answer: { have } }: FitLine): boolean {
  if (part === 'limits' || part === 'open' || part === 'adaptable') return false;
  return have === 'no' || (have === 'partly' && (part !== 'core' || general));
}

function isAdapted({ question: { part, general }, answer: { have, change } }: FitLine): boolean {
  if (part === 'open' || part === 'limits') return false;
  const changed = have === 'partly' && (part === 'adaptable' || (part === 'core' && !general));
  return changed || have === 'notNeeded' || change.trim() !== '';
}

function isUnclear({ question: { part }, answer }: FitLine): boolean {
  if (answer.have === '') return !isBlank(answer);
  return answer.have === 'unknown' || (part === 'open' && answer.have === 'no');
}

function risksOf(practice: Practice, lines: readonly FitLine[], gaps: readonly FitLine[]): FitRisk[] {
  const limits = lines.filter(
    ({ question: { part }, answer: { have } }) => part === 'limits' && (have === 'yes' || have === 'partly'),
  );
  const essential = lines.filter(
    ({ question, answer: { have } }) =>
      question.essential && (have === 'no' || have === 'partly' || have === 'notNeeded'),
  );
  const troubles = (practice.difficulties ?? []).flatMap((difficulty): FitRisk[] => {
    const lacking = gaps.filter(
      ({ question: { topic } }) => topic && difficultiesOf[topic].includes(difficulty.kind),
    );
    return lacking.length > 0 ? [{ kind: 'difficulty', difficulty, lacking }] : [];
  });
  return [
    ...limits.map((line): FitRisk => ({ kind: 'limit', line })),
    ...essential.map((line): FitRisk => ({ kind: 'essential', line })),
    ...troubles,
  ];
}

/** The first three, by `stepsRule`; where the rule says nothing they stay as the sheet has them. */
const stepsOf = (lines: readonly FitLine[]): FitLine[] =>
  [...lines].sort((a, b) => rankOf(a.question) - rankOf(b.question)).slice(0, stepCount);

function rankOf({ part, essential }: FitQuestion): number {
  if (part === 'conditions') return essential ? 0 : 5;
  return { core: 1, procedure: 2, staffing: 3, money: 4, adaptable: 6, limits: 6, open: 7 }[part];
}
