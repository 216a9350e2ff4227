import { anchorOf } from './format.ts';
import type { Entry, Graph } from './graph.ts';
import { pageOf } from './routes.ts';
import { workshopSections } from '../schemas/workshop.ts';

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
    const href = `${pageOf('workshop', workshop.id)}#${anchorOf(workshopSections[2])}`;
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
