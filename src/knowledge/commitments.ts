import { commitmentStatuses } from '../schemas/labels.ts';
import { isAfter } from '../schemas/values.ts';
import type { Workshop } from '../schemas/workshop.ts';
import { capital, formatDate, formatDays } from './format.ts';
import type { Entry, Graph } from './graph.ts';
import { linkTo, type Link } from './link.ts';
import { pageOf } from './routes.ts';

export type Commitment = NonNullable<Workshop['commitments']>[number];

/** Done, or given up and said so: nobody waits for it any more. */
export const isClosed = ({ status }: Pick<Commitment, 'status'>): boolean =>
  status === 'done' || status === 'dropped';

/** Its time is over and nothing says that it was done. A month or a year is over when it has passed whole. */
export const isOverdue = (commitment: Pick<Commitment, 'status' | 'by'>, today: string): boolean =>
  commitment.by !== undefined && !isClosed(commitment) && isAfter(today, commitment.by);

/** Where a commitment stands, in calm words: `Scaduto il 30 giugno 2023, esito non documentato`. */
export function commitmentText(commitment: Commitment, today: string): string {
  const { status, by, outcome, outcomeOn } = commitment;
  const unknown = outcome === undefined ? ', esito non documentato' : '';
  if (isClosed(commitment)) {
    const told = capital(commitmentStatuses[status]) + (outcomeOn ? `, ${formatDate(outcomeOn)}` : '');
    return outcome === undefined ? `${told}; com’è andata non è documentato` : told;
  }
  if (by !== undefined && isOverdue(commitment, today))
    return `${status === 'doing' ? 'In corso, scaduto' : 'Scaduto'} ${onThe(by)}${unknown}`;
  const term = by === undefined ? '' : `, entro ${within(by)}`;
  if (status === 'unknown')
    return outcome === undefined ? `Esito non documentato${term}` : `Stato non documentato${term}`;
  return capital(commitmentStatuses[status]) + (term || ', senza una data');
}

/** `il 30 giugno 2023`, `l’8 marzo 2023`. */
const theDay = (date: string): string => `${/-(?:08|11)$/.test(date) ? 'l’' : 'il '}${formatDate(date)}`;

/** `il 30 giugno 2023`, `ad aprile 2023`, `nel 2023`. */
function onThe(date: string): string {
  if (date.length === 10) return theDay(date);
  return date.length === 4
    ? `nel ${date}`
    : `${/-(?:04|08|10)$/.test(date) ? 'ad' : 'a'} ${formatDate(date)}`;
}

/** `il 30 giugno 2023`, `giugno 2023`, `il 2023`. */
function within(date: string): string {
  if (date.length === 10) return theDay(date);
  return date.length === 4 ? `il ${date}` : formatDate(date);
}

/** A commitment as a page prints it. */
interface Told {
  who: string;
  what: string;
  status: string;
  /** What became of it; null when nobody says. */
  outcome: string | null;
  practice: Link | null;
  isOverdue: boolean;
}

/** On the page of its workshop, where sources have their numbers. */
export interface CommitmentLine extends Told {
  city: Link | null;
  notes: number[];
  outcomeNotes: number[];
}

/** On the page of the city that took it on, where a number would mean another source. */
export interface CityCommitment extends Told {
  workshop: Link;
  when: string;
  sources: Link[];
}

const toldOf = (graph: Graph, commitment: Commitment): Told => ({
  who: commitment.who,
  what: commitment.what,
  status: commitmentText(commitment, graph.today),
  outcome: commitment.outcome ?? null,
  practice: commitment.practice === undefined ? null : linkTo(graph.get('practice', commitment.practice)),
  isOverdue: isOverdue(commitment, graph.today),
});

export function commitmentLine(
  graph: Graph,
  commitment: Commitment,
  numberOf: (sourceId: string) => number,
): CommitmentLine {
  const { city, source, outcomeSource } = commitment;
  return {
    ...toldOf(graph, commitment),
    city: city === undefined ? null : linkTo(graph.get('city', city)),
    notes: source === undefined ? [] : [numberOf(source)],
    outcomeNotes: outcomeSource === undefined ? [] : [numberOf(outcomeSource)],
  };
}

export interface CityCommitments {
  lines: CityCommitment[];
  /** How many there are; the page prints the first ones. */
  total: number;
  closed: number;
  overdue: number;
}

/**
 * What a city has promised, where a sheet says that it was this city: open ones first, by their term, then those
 * closed, latest first. The place of a workshop says nothing of who promised.
 */
export function commitmentsOf(graph: Graph, city: string, most = 24): CityCommitments {
  const found = graph
    .naming('workshop', 'city', city)
    .flatMap((workshop) =>
      (workshop.data.commitments ?? [])
        .filter((commitment) => commitment.city === city)
        .map((commitment) => ({ workshop, commitment })),
    )
    .sort(
      (a, b) =>
        Number(isClosed(a.commitment)) - Number(isClosed(b.commitment)) ||
        (isClosed(a.commitment) ? 0 : term(a.commitment).localeCompare(term(b.commitment))) ||
        b.workshop.data.start.localeCompare(a.workshop.data.start) ||
        a.workshop.id.localeCompare(b.workshop.id),
    );
  return {
    lines: found.slice(0, most).map(({ workshop, commitment }) => ({
      ...toldOf(graph, commitment),
      workshop: { label: workshop.data.title, href: `${pageOf('workshop', workshop.id)}#promesso` },
      when: formatDays(workshop.data.start, workshop.data.end),
      sources: [...new Set([commitment.source, commitment.outcomeSource])].flatMap((source) =>
        source === undefined ? [] : sourceLink(workshop, source),
      ),
    })),
    total: found.length,
    closed: found.filter(({ commitment }) => isClosed(commitment)).length,
    overdue: found.filter(({ commitment }) => isOverdue(commitment, graph.today)).length,
  };
}

/** Those without a term come after all others. */
const term = ({ by }: Commitment): string => by ?? '9999';

/** A source of a workshop by who published it, leading to its line in the list of that page. */
export function sourceLink({ id, data }: Entry<'workshop'>, sourceId: string): Link {
  const index = data.sources.findIndex((source) => source.id === sourceId);
  return {
    label: data.sources[index]?.publisher ?? '',
    href: `${pageOf('workshop', id)}#fonte-${index + 1}`,
  };
}
