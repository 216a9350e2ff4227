import type { Need } from '../schemas/need.ts';
import { formatDays } from './format.ts';
import type { Entry, Graph } from './graph.ts';
import { answersTo, nearNeeds, type Answer, type NeedLine } from './needs.ts';
import { pageOf } from './routes.ts';

export interface NeedView {
  need: Need;
  areas: { label: string; colour: 'lavoro' | 'casa' | 'poverta' | 'cultura'; href: string }[];
  people: string[];
  answers: Answer[];
  /** All the sheets that answer; the page prints the first ones. */
  total: number;
  near: NeedLine[];
  workshops: { label: string; when: string; href: string }[];
}

/** Everything the page of a need prints. */
export function needViewOf(graph: Graph, entry: Entry<'need'>, mostAnswers = 24): NeedView {
  const answers = answersTo(graph, entry);
  return {
    need: entry.data,
    areas: entry.data.focusAreas.map((id) => {
      const { shortTitle, colour } = graph.get('focus-area', id).data;
      return { label: shortTitle, colour, href: pageOf('focus-area', id) };
    }),
    people: (entry.data.targetGroups ?? []).map((id) => graph.get('target-group', id).data.title),
    answers: answers.slice(0, mostAnswers),
    total: answers.length,
    near: nearNeeds(graph, entry),
    workshops: graph.naming('workshop', 'need', entry.id).map(({ id, data }) => ({
      label: data.title,
      when: formatDays(data.start, data.end),
      href: pageOf('workshop', id),
    })),
  };
}
