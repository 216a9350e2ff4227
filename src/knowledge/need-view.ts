import type { Need } from '../schemas/need.ts';
import { difficultiesOf, type Difficulty } from './difficulties.ts';
import { formatDays } from './format.ts';
import type { Entry, Graph } from './graph.ts';
import type { Link } from './link.ts';
import { answersTo, nearNeeds, type Answer, type NeedLine } from './needs.ts';
import { questionsOfSheet, questionsOfWorkshops, type OpenQuestions } from './open-questions.ts';
import { pageOf, searchPage } from './routes.ts';
import { latestFirst } from './workshop-view.ts';

/** One of the pages of a need: some of its answers, and what is still open or went wrong in just those. */
export interface NeedPage {
  number: number;
  answers: Answer[];
  questions: OpenQuestions[];
  /** The first difficulty of each of these sheets that tells one. */
  difficulties: Difficulty[];
}

export interface NeedView {
  need: Need;
  id: string;
  areas: { label: string; colour: 'lavoro' | 'casa' | 'poverta' | 'cultura'; href: string }[];
  /** Whom it concerns, leading to the sheets for them. */
  people: Link[];
  /** How many sheets answer, and how many questions are open, on all pages. */
  total: number;
  questions: number;
  near: NeedLine[];
  workshops: { label: string; when: string; href: string }[];
  /** Workshops beyond those printed. */
  otherWorkshops: number;
  /** What the workshops left open; printed once, on the first page. */
  workshopQuestions: OpenQuestions[];
  /** Always at least one, also when nobody has answered. */
  pages: NeedPage[];
}

/** Everything the pages of a need print. */
export function needViewOf(graph: Graph, entry: Entry<'need'>, perPage = 24, mostWorkshops = 24): NeedView {
  const answers = answersTo(graph, entry);
  const sheets = answers.map(({ practice }) => practice);
  const workshops = latestFirst(graph.naming('workshop', 'need', entry.id));
  const workshopQuestions = questionsOfWorkshops(graph, entry.id, sheets);
  const count = Math.max(1, Math.ceil(answers.length / perPage));
  const pages = Array.from({ length: count }, (_, index) =>
    pageWith(graph, index + 1, answers.slice(index * perPage, (index + 1) * perPage)),
  );
  const open = [...pages.flatMap(({ questions }) => questions), ...workshopQuestions];
  return {
    need: entry.data,
    id: entry.id,
    areas: entry.data.focusAreas.map((id) => {
      const { shortTitle, colour } = graph.get('focus-area', id).data;
      return { label: shortTitle, colour, href: pageOf('focus-area', id) };
    }),
    people: (entry.data.targetGroups ?? []).map((id) => ({
      label: graph.get('target-group', id).data.title,
      href: searchPage('', { kind: 'practice', group: id }),
    })),
    total: answers.length,
    questions: open.reduce((sum, { questions }) => sum + questions.length, 0),
    near: nearNeeds(graph, entry),
    workshops: workshops.slice(0, mostWorkshops).map(({ id, data }) => ({
      label: data.title,
      when: formatDays(data.start, data.end),
      href: pageOf('workshop', id),
    })),
    otherWorkshops: Math.max(0, workshops.length - mostWorkshops),
    workshopQuestions,
    pages,
  };
}

const pageWith = (graph: Graph, number: number, answers: Answer[]): NeedPage => ({
  number,
  answers,
  questions: answers.flatMap(({ practice }) => questionsOfSheet(practice) ?? []),
  difficulties: answers.flatMap(({ practice }) => difficultiesOf(graph, practice).slice(0, 1)),
});
