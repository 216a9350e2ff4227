import { areasOf } from './areas.ts';
import { assessmentOf } from './assessment.ts';
import { headlinesOf } from './brief.ts';
import { groupFacts } from './facts.ts';
import { alphabetical, capital, formatYears } from './format.ts';
import type { Entry, Graph } from './graph.ts';
import { indicatorIn } from './indicators.ts';
import { pageOf } from './routes.ts';

/** Fits on the page of an area, a city, a programme: past it, the sheets have a list of their own. */
export const cardsOnPage = 24;

/** The primary area of a sheet, with what its tag prints. */
export function areaOf(graph: Graph, practice: Entry<'practice'>) {
  const area = graph.get('focus-area', practice.data.focusAreas[0] ?? '');
  return {
    id: area.id,
    colour: area.data.colour,
    label: area.data.shortTitle,
    href: pageOf('focus-area', area.id),
  };
}

/** All that a card prints of a practice. */
export function cardOf(graph: Graph, practice: Entry<'practice'>) {
  const groups = groupFacts(practice.data, indicatorIn(graph));
  const { money } = headlinesOf(groups);
  const { evidence, completeness, freshness } = assessmentOf(graph, practice);
  const area = areaOf(graph, practice);
  return {
    id: practice.id,
    href: pageOf('practice', practice.id),
    title: practice.data.title,
    tagline: practice.data.tagline,
    areaColour: area.colour,
    areaLabel: area.label,
    where: graph.get('city', practice.data.city).data.title,
    when: formatYears(practice.data.period),
    money: money && `${money.text}, ${money.label.toLowerCase()}`,
    evidenceLevel: evidence.level,
    evidenceLabel: capital(evidence.name),
    completeness: completeness.percent,
    reviewedOn: practice.data.reviewedOn,
    freshness,
    status: practice.data.status,
  };
}

/** Newest reading first, then by title. */
export const latest = (practices: readonly Entry<'practice'>[], most: number): Entry<'practice'>[] =>
  [...practices]
    .sort(
      (a, b) =>
        b.data.reviewedOn.localeCompare(a.data.reviewedOn) || alphabetical(a.data.title, b.data.title),
    )
    .slice(0, most);

/** The sheets of an area: first those of which it is the first area, newest reading first. */
export function practicesIn(graph: Graph, area: string): Entry<'practice'>[] {
  const all = graph.naming('practice', 'focus-area', area);
  const isOther = (practice: Entry<'practice'>) => Number(practice.data.focusAreas[0] !== area);
  return latest(all, all.length).sort((a, b) => isOther(a) - isOther(b));
}

/**
 * The first cards of every area, in the order of the areas: a sheet stands under its first area alone, newest reading
 * first.
 * @param most cards of an area
 */
export function practicesByArea(graph: Graph, most = 12) {
  const practices = latest(graph.all('practice'), Infinity);
  const byArea = Map.groupBy(practices, ({ data }) => data.focusAreas[0]);
  return areasOf(graph).map((area) => ({
    area,
    cards: (byArea.get(area.id) ?? []).slice(0, most).map((practice) => cardOf(graph, practice)),
    /** The sheets that touch it, as their first area or not. */
    total: graph.naming('practice', 'focus-area', area.id).length,
  }));
}
