import type { Workshop } from '../schemas/workshop.ts';
import { isClosed, isOverdue } from './commitments.ts';
import { plural } from './format.ts';

/** What a workshop left, counted: of each kind what is there, and what has come of it. */
export interface Left {
  decisions: number;
  open: number;
  answered: number;
  commitments: number;
  /** Of the commitments. */
  closed: number;
  overdue: number;
  unknown: number;
  needs: number;
}

export function leftBy(data: Workshop, today: string): Left {
  const { decisions = [], openQuestions = [], commitments = [], needsRaised = [] } = data;
  const open = openQuestions.filter(({ status }) => status === 'open').length;
  const overdue = commitments.filter((commitment) => isOverdue(commitment, today));
  return {
    decisions: decisions.length,
    open,
    answered: openQuestions.length - open,
    commitments: commitments.length,
    closed: commitments.filter(isClosed).length,
    overdue: overdue.length,
    unknown: commitments.filter((one) => one.status === 'unknown' && !overdue.includes(one)).length,
    needs: needsRaised.length,
  };
}

/** What a list says of a workshop: `3 decisioni`, `2 impegni, nessuno chiuso`; empty when nothing is documented. */
export const leftTexts = (left: Left): string[] =>
  [
    left.decisions > 0 && plural(left.decisions, 'decisione', 'decisioni'),
    left.needs > 0 && plural(left.needs, 'bisogno emerso', 'bisogni emersi'),
    ...questionTexts(left),
    left.commitments > 0 && commitmentsText(left),
  ].filter((text) => text !== false);

const questionTexts = ({ open, answered }: Left) => [
  open > 0 && plural(open, 'domanda aperta', 'domande aperte'),
  answered > 0 && plural(answered, 'domanda con risposta', 'domande con risposta'),
];

/** `3 impegni: 1 chiuso, 1 scaduto`; `1 impegno: esito non documentato`; `2 impegni: nessuno chiuso`. */
function commitmentsText({ commitments, closed, overdue, unknown }: Left): string {
  const states = [
    closed > 0 && plural(closed, 'chiuso', 'chiusi'),
    overdue > 0 && plural(overdue, 'scaduto', 'scaduti'),
    unknown > 0 &&
      (unknown === commitments ? 'esito non documentato' : `${unknown} con esito non documentato`),
  ].filter((text) => text !== false);
  const told =
    states.length > 0 ? states.join(', ') : commitments === 1 ? 'ancora da chiudere' : 'nessuno chiuso';
  return `${plural(commitments, 'impegno', 'impegni')}: ${told}`;
}

/** What has moved since: how the promises stand, and how many questions have an answer. */
export const followTexts = (left: Left): string[] =>
  [
    left.commitments > 0 && commitmentsText(left),
    left.open + left.answered > 0 &&
      `${plural(left.open + left.answered, 'domanda', 'domande')}: ${left.answered === 0 ? 'nessuna ha ancora una risposta' : `${left.answered} con risposta, ${left.open === 0 ? 'nessuna aperta' : plural(left.open, 'aperta', 'aperte')}`}`,
  ].filter((text) => text !== false);
