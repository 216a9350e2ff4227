import { commitmentLine, type CommitmentLine } from './commitments.ts';
import type { Entry, Graph } from './graph.ts';
import { linkTo, type Link } from './link.ts';
import { textContextOf, type TextContext } from './text-context.ts';
import { leftBy, type Left } from './workshop-left.ts';

export interface WorkshopView extends TextContext {
  workshop: Entry<'workshop'>;
  city: Entry<'city'>;
  programme: Entry<'programme'> | null;
  areas: readonly Entry<'focus-area'>[];
  /** An event of this kind had tables or visits: if nothing is written of them, that is a gap to show. */
  expects: { tables: boolean; visits: boolean };
  commitments: readonly CommitmentLine[];
  /** Needs that came up, with how many sheets of today answer each. */
  needs: readonly (Link & { answers: number })[];
  left: Left;
}

/** Everything the page of a workshop prints. */
export function workshopViewOf(graph: Graph, workshop: Entry<'workshop'>): WorkshopView {
  const { data } = workshop;
  const is = (...kinds: (typeof data.kinds)[number][]) => data.kinds.some((kind) => kinds.includes(kind));
  const context = textContextOf(graph, data);
  return {
    ...context,
    workshop,
    city: graph.get('city', data.city),
    programme: data.programme ? graph.get('programme', data.programme) : null,
    areas: data.focusAreas.map((id) => graph.get('focus-area', id)),
    expects: {
      tables: data.tables !== undefined || is('focus-group', 'co-design'),
      visits: data.visits !== undefined || is('visit'),
    },
    commitments: (data.commitments ?? []).map((one) => commitmentLine(graph, one, context.numberOf)),
    needs: (data.needsRaised ?? []).map((id) => ({
      ...linkTo(graph.get('need', id)),
      answers: graph.naming('practice', 'need', id).length,
    })),
    left: leftBy(data, graph.today),
  };
}

/** Latest first: the day of an event decides its place in a list. */
export const latestFirst = (workshops: readonly Entry<'workshop'>[]): Entry<'workshop'>[] =>
  [...workshops].sort((a, b) => b.data.start.localeCompare(a.data.start) || a.id.localeCompare(b.id));
