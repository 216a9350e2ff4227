import type { Workshop } from '../schemas/workshop.ts';
import { formatDays, plural } from './format.ts';
import type { Entry, Graph } from './graph.ts';
import { linkTo, type Link } from './link.ts';
import { latestFirst } from './workshop-view.ts';

type Timed = NonNullable<Workshop['timing']>[number];

/** A block as it was planned and as it went. */
export interface TimingLine {
  title: string;
  /** `15 minuti previsti, 22 veri: 7 in più`. */
  text: string;
  change: string | null;
  source: string | null;
  /** It went as planned, and nobody would change it: of no news to the next trainer. */
  isAsPlanned: boolean;
}

export const timingLine = ({ title, planned, actual, change, source }: Timed): TimingLine => ({
  title,
  text: timingText(planned, actual),
  change: change ?? null,
  source: source ?? null,
  isAsPlanned: actual === planned && change === undefined,
});

function timingText(planned: number, actual: number | undefined): string {
  const expected = plural(planned, 'minuto previsto', 'minuti previsti');
  if (actual === undefined) return `${expected}, quelli veri non documentati`;
  if (actual === 0 && planned > 0) return `${expected}, saltato`;
  const difference = actual - planned;
  if (difference === 0) return `${expected}, altrettanti veri`;
  return `${expected}, ${actual} ${actual === 1 ? 'vero' : 'veri'}: ${Math.abs(difference)} in ${difference > 0 ? 'più' : 'meno'}`;
}

/** A time that a ready session was led: where, when, and what the next trainer should know. */
export interface SessionRun {
  workshop: Link;
  when: string;
  city: string;
  /** Blocks that went otherwise than planned, or that somebody would change. */
  blocks: TimingLine[];
  /** Blocks whose minutes are written down. */
  timed: number;
  nextTime: string | null;
}

/** The workshops that followed a session's plan, latest first; the page prints as many as `most`. */
export function runsOf(graph: Graph, session: string, most = 12): { runs: SessionRun[]; total: number } {
  const workshops = graph
    .naming('workshop', 'session', session)
    .filter(({ data }: Entry<'workshop'>) => data.session === session);
  return {
    total: workshops.length,
    runs: latestFirst(workshops)
      .slice(0, most)
      .map((workshop) => {
        const lines = (workshop.data.timing ?? []).map(timingLine);
        return {
          workshop: linkTo(workshop),
          when: formatDays(workshop.data.start, workshop.data.end),
          city: graph.get('city', workshop.data.city).data.title,
          blocks: lines.filter(({ isAsPlanned }) => !isAsPlanned),
          timed: lines.length,
          nextTime: workshop.data.nextTime ?? null,
        };
      }),
  };
}
