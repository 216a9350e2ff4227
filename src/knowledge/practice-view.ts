import { assessmentOf, type Assessment } from './assessment.ts';
import { headlinesOf, type Headline } from './brief.ts';
import type { Entry, Graph } from './graph.ts';
import { questionsAbout, type AskedQuestions } from './open-questions.ts';
import { relatedTo, type Related } from './related.ts';
import { textContextOf, type TextContext } from './text-context.ts';

export interface PracticeView extends TextContext, Assessment {
  practice: Entry<'practice'>;
  headlines: { money: Headline | null; people: Headline | null };
  related: readonly Related[];
  workshops: readonly Entry<'workshop'>[];
  sessions: readonly Entry<'session'>[];
  /** What workshops asked about it. */
  asked: { open: AskedQuestions; answered: AskedQuestions };
  cityName: string;
}

/** Everything the page of a practice prints, computed in one place. */
export function practiceViewOf(graph: Graph, practice: Entry<'practice'>): PracticeView {
  const { data } = practice;
  const context = textContextOf(graph, data);
  return {
    ...context,
    practice,
    headlines: headlinesOf(context.groups),
    ...assessmentOf(graph, practice),
    related: relatedTo(graph, practice),
    workshops: graph.naming('workshop', 'practice', practice.id),
    sessions: graph.naming('session', 'practice', practice.id),
    asked: questionsAbout(graph, practice.id),
    cityName: graph.get('city', data.city).data.title,
  };
}
