import { areasOf } from './areas.ts';
import { alphabetical } from './format.ts';
import type { Entry, Graph } from './graph.ts';
import { linkTo, type Link } from './link.ts';
import { needsOf, type NeedLine } from './needs.ts';
import { countQuestions } from './open-questions.ts';
import { pageOf } from './routes.ts';

/** A need as the list of all needs tells it. */
export interface ToldNeed extends NeedLine {
  workshops: number;
  questions: number;
  /** Whom it concerns. */
  people: string[];
}

export interface AreaNeeds {
  area: Entry<'focus-area'>;
  /** Needs of which this is the first area, so that each stands once in the whole list. */
  answered: ToldNeed[];
  /** Those that no sheet answers. */
  unanswered: ToldNeed[];
  /** Needs told under another area that fall in this one too. */
  also: Link[];
}

export interface ProposedNeed {
  text: string;
  /** The sheets that ask for it. */
  sheets: Link[];
}

export interface NeedList {
  areas: AreaNeeds[];
  answered: number;
  unanswered: number;
  proposed: ProposedNeed[];
}

/** Every need under its first area, with what the base holds on it, and what nobody has answered apart. */
export function needListOf(graph: Graph): NeedList {
  const areas = areasOf(graph)
    .map((area) => areaNeeds(graph, area))
    .filter(({ answered, unanswered }) => answered.length + unanswered.length > 0);
  const count = (of: 'answered' | 'unanswered') => areas.reduce((sum, area) => sum + area[of].length, 0);
  return {
    areas,
    answered: count('answered'),
    unanswered: count('unanswered'),
    proposed: proposedNeeds(graph),
  };
}

function areaNeeds(graph: Graph, area: Entry<'focus-area'>): AreaNeeds {
  const lines = needsOf(graph, area.id);
  const isOwn = ({ need }: NeedLine) => need.data.focusAreas[0] === area.id;
  const own = lines.filter(isOwn).map((line) => toldNeed(graph, line));
  return {
    area,
    answered: own.filter(({ practices }) => practices > 0),
    unanswered: own.filter(({ practices }) => practices === 0),
    also: lines.filter((line) => !isOwn(line)).map(({ need }) => linkTo(need)),
  };
}

const toldNeed = (graph: Graph, line: NeedLine): ToldNeed => ({
  ...line,
  workshops: graph.naming('workshop', 'need', line.need.id).length,
  questions: countQuestions(graph, line.need.id),
  people: (line.need.data.targetGroups ?? []).map((id) => graph.get('target-group', id).data.title),
});

/** Needs that writers of sheets did not find in the list, each once, with the sheets that ask for it. */
export function proposedNeeds(graph: Graph): ProposedNeed[] {
  const proposed = graph.all('practice').flatMap(({ id, data }) =>
    (data.proposedNeeds ?? []).map((text) => ({
      text,
      sheet: { label: data.title, href: `${pageOf('practice', id)}#bisogni` },
    })),
  );
  return [...Map.groupBy(proposed, ({ text }) => text.toLocaleLowerCase('it'))]
    .map(([, same]) => ({ text: same[0]?.text ?? '', sheets: same.map(({ sheet }) => sheet) }))
    .sort((a, b) => b.sheets.length - a.sheets.length || alphabetical(a.text, b.text));
}
