import type { Workshop } from '../schemas/workshop.ts';
import { sourceLink } from './commitments.ts';
import { formatDate, formatDays } from './format.ts';
import type { Entry, Graph } from './graph.ts';
import type { Link } from './link.ts';
import { pageOf } from './routes.ts';

/** Where the page of a workshop lists its questions. */
const questionsAnchor = 'domande-aperte';

/** Questions that nobody has answered, and the place where they stand. */
export interface OpenQuestions {
  label: string;
  href: string;
  questions: string[];
}

/** What the sources of a sheet do not say, as the sheet itself puts it; null when it asks nothing. */
export function questionsOfSheet({ id, data }: Entry<'practice'>): OpenQuestions | null {
  const questions = [...(data.openQuestions ?? [])];
  return questions.length > 0
    ? { label: data.title, href: `${pageOf('practice', id)}#non-sappiamo`, questions }
    : null;
}

/**
 * What workshops left open on a need: the questions about a sheet that answers it, and of the workshops in which the
 * need came up also those about no sheet. A question about some other sheet is not about this need.
 */
export function questionsOfWorkshops(
  graph: Graph,
  need: string,
  answers: readonly Entry<'practice'>[],
): OpenQuestions[] {
  const raised = new Set(graph.naming('workshop', 'need', need));
  const answering = new Set(answers.map(({ id }) => id));
  const workshops = new Set([
    ...raised,
    ...answers.flatMap(({ id }) => graph.naming('workshop', 'practice', id)),
  ]);
  return [...workshops].flatMap((workshop) => {
    const questions = (workshop.data.openQuestions ?? [])
      .filter(({ status }) => status === 'open')
      .filter(({ practice }) => (practice === undefined ? raised.has(workshop) : answering.has(practice)))
      .map(({ text }) => text);
    const href = `${pageOf('workshop', workshop.id)}#${questionsAnchor}`;
    return questions.length > 0 ? { label: workshop.data.title, href, questions } : [];
  });
}

/** How many questions stand open on a need, in sheets and in workshops. */
export function countQuestions(graph: Graph, need: string): number {
  const answers = graph.naming('practice', 'need', need);
  const told = [
    ...answers.flatMap((answer) => questionsOfSheet(answer) ?? []),
    ...questionsOfWorkshops(graph, need, answers),
  ];
  return told.reduce((sum, { questions }) => sum + questions.length, 0);
}

type Question = NonNullable<Workshop['openQuestions']>[number];

/** A question that a room left about a sheet, as the page of the sheet prints it. */
export interface AskedQuestion {
  text: string;
  workshop: Link;
  when: string;
  /** Null while it is open. */
  answer: string | null;
  answeredOn: string | null;
  answerSource: Link | null;
}

/** Those that a page prints, latest workshop first, and how many there are in all. */
export interface AskedQuestions {
  lines: AskedQuestion[];
  total: number;
}

/** What workshops asked about a sheet: what nobody has answered, and what has been answered since. */
export function questionsAbout(
  graph: Graph,
  practice: string,
  most = 12,
): { open: AskedQuestions; answered: AskedQuestions } {
  const asked = graph
    .naming('workshop', 'practice', practice)
    .flatMap((workshop) =>
      (workshop.data.openQuestions ?? [])
        .filter((question) => question.practice === practice)
        .map((question) => ({ workshop, question })),
    )
    .sort(
      (a, b) =>
        b.workshop.data.start.localeCompare(a.workshop.data.start) ||
        a.workshop.id.localeCompare(b.workshop.id),
    );
  const inState = (status: Question['status']): AskedQuestions => {
    const found = asked.filter(({ question }) => question.status === status);
    return { lines: found.slice(0, most).map(askedQuestion), total: found.length };
  };
  return { open: inState('open'), answered: inState('answered') };
}

function askedQuestion({
  workshop,
  question,
}: {
  workshop: Entry<'workshop'>;
  question: Question;
}): AskedQuestion {
  const { text, answer, answeredOn, answerSource } = question;
  return {
    text,
    workshop: { label: workshop.data.title, href: `${pageOf('workshop', workshop.id)}#${questionsAnchor}` },
    when: formatDays(workshop.data.start, workshop.data.end),
    answer: answer ?? null,
    answeredOn: answeredOn === undefined ? null : formatDate(answeredOn),
    answerSource: answerSource === undefined ? null : sourceLink(workshop, answerSource),
  };
}
