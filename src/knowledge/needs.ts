import { areasOf } from './areas.ts';
import { evidenceOf } from './evidence.ts';
import { alphabetical, uncapital } from './format.ts';
import type { Entry, Graph } from './graph.ts';
import { indicatorIn } from './indicators.ts';

export interface NeedLine {
  need: Entry<'need'>;
  /** How many sheets answer it. */
  practices: number;
}

const needLine = (graph: Graph, need: Entry<'need'>): NeedLine => ({
  need,
  practices: graph.naming('practice', 'need', need.id).length,
});

/** Every need once, under its first area, in the order of the areas. */
export const needsByArea = (graph: Graph): { area: Entry<'focus-area'>; needs: NeedLine[] }[] =>
  areasOf(graph)
    .map((area) => ({
      area,
      needs: needsOf(graph, area.id).filter(({ need }) => need.data.focusAreas[0] === area.id),
    }))
    .filter(({ needs }) => needs.length > 0);

/** The needs of an area: first those of which it is the first area, then the others. */
export function needsOf(graph: Graph, area: string): NeedLine[] {
  const isOther = ({ need }: NeedLine) => Number(need.data.focusAreas[0] !== area);
  return graph
    .naming('need', 'focus-area', area)
    .map((need) => needLine(graph, need))
    .sort((a, b) => isOther(a) - isOther(b) || alphabetical(a.need.data.title, b.need.data.title));
}

/** Needs that go with this one, whichever of the two says so. */
export function nearNeeds(graph: Graph, need: Entry<'need'>): NeedLine[] {
  const named = (need.data.related ?? []).map((id) => graph.get('need', id));
  return [...new Set([...named, ...graph.naming('need', 'need', need.id)])].map((near) =>
    needLine(graph, near),
  );
}

export interface Answer {
  practice: Entry<'practice'>;
  /** Italian sentences: why this sheet is here. */
  reasons: string[];
}

/** The sheets that answer a need, those that start from it first, each with its reasons. */
export function answersTo(graph: Graph, need: Entry<'need'>): Answer[] {
  const groups = new Set(need.data.targetGroups);
  const near = new Map(nearNeeds(graph, need).map((line) => [line.need.id, line.need.data.title]));
  const weightOf = ({ data }: Entry<'practice'>) => {
    const shared = data.targetGroups.filter((group) => groups.has(group)).length;
    return Number(data.needs[0] === need.id) * 100 + shared * 10 + evidenceOf(data, indicatorIn(graph)).level;
  };
  return graph
    .naming('practice', 'need', need.id)
    .map((practice) => ({ practice, weight: weightOf(practice) }))
    .sort((a, b) => b.weight - a.weight || alphabetical(a.practice.data.title, b.practice.data.title))
    .map(({ practice }) => ({ practice, reasons: reasonsOf(practice) }));

  function reasonsOf({ data }: Entry<'practice'>): string[] {
    const people = data.targetGroups
      .filter((id) => groups.has(id))
      .map((id) => uncapital(graph.get('target-group', id).data.title));
    const beside = data.needs.flatMap((id) => near.get(id) ?? []);
    return [
      data.needs[0] === need.id ? 'È il primo bisogno da cui parte.' : 'È fra i bisogni a cui risponde.',
      ...(people.length > 0 ? [`Si rivolge alle stesse persone: ${people.join(', ')}.`] : []),
      ...(beside.length > 0 ? [`Tocca anche: «${beside.join('», «')}».`] : []),
    ];
  }
}

/** Needs to try first: answered by many sheets, said in few words, from as many areas as there are. */
export function exampleNeeds(graph: Graph, most: number, longest = 34): Entry<'need'>[] {
  const lines = needsByArea(graph).map(({ needs }) =>
    needs
      .filter(({ need, practices }) => practices > 0 && need.data.title.length <= longest)
      .sort((a, b) => b.practices - a.practices),
  );
  const turns = Math.max(0, ...lines.map((needs) => needs.length));
  const inTurn = Array.from({ length: turns }, (_, turn) =>
    lines.flatMap((needs) => needs[turn] ?? []),
  ).flat();
  return inTurn.slice(0, most).map(({ need }) => need);
}
