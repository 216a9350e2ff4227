import type { OpenedSheet } from '../../knowledge/entry-file.ts';
import type { Activities, Block as PlanBlock, Named, Plan, Task } from '../../knowledge/plan.ts';
import { endOf, placesOf } from '../../knowledge/plan-times.ts';
import { clock } from '../../knowledge/session-times.ts';
import { formatDate, plural } from '../../knowledge/format.ts';
import type { Activity } from '../../schemas/activity.ts';

/** What a plan names, as far as it could be fetched. */
export interface PlanShelf {
  activities: ReadonlyMap<string, Activity>;
  sheets: ReadonlyMap<string, OpenedSheet>;
  /** The whole address of a page, also of what did not come. */
  addressOf: (kind: 'practice' | 'activity', id: string) => string;
}

/** Each activity of a plan once, in the order of reading: those of the blocks and of their groups. */
export const activitiesOf = ({ blocks }: Pick<Plan, 'blocks'>): Named[] =>
  once(
    blocks.flatMap(({ activity, groups }) => [
      activity,
      ...groups.flatMap(({ rows }) => rows.map((row) => row.activity)),
    ]),
  );

/** Each practice of a plan once, in the order of reading: what is read before comes first. */
export const practicesOf = ({ blocks, prework }: Pick<Plan, 'blocks' | 'prework'>): Named[] =>
  once([...prework.map(({ practice }) => practice), ...blocks.map(({ practice }) => practice)]);

function once(named: readonly (Named | null)[]): Named[] {
  const known = new Map<string, Named>();
  for (const it of named) if (it && !known.has(it.id)) known.set(it.id, it);
  return [...known.values()];
}

/** The little that sums and checks need of the activities of a plan. */
export const factsOf = ({ activities }: Pick<PlanShelf, 'activities'>): Activities =>
  new Map([...activities].map(([id, data]) => [id, { ...data, id }]));

/** Where and when, in one line: `26 novembre 2026, dalle 9.00 alle 11.00, Torino, sala grande`. */
export function whenAndWhere(plan: Plan, city: string): string {
  const end = endOf(placesOf(plan));
  const hours = end > 0 ? `dalle ${clock(0, plan.start)} alle ${clock(end, plan.start)}` : '';
  return [plan.date && formatDate(plan.date), hours, city, plan.venue.trim()].filter(Boolean).join(', ');
}

/** Things to do before or after, a line each, with the sheet to read and the time it takes. */
export const tasksText = (list: readonly Task[]): string[] =>
  list.flatMap(({ text, minutes, practice }) =>
    text.trim() || practice
      ? [
          text.trim(),
          practice && `Scheda: ${practice.title}.`,
          minutes > 0 && `(${plural(minutes, 'minuto', 'minuti')})`,
        ]
          .filter(Boolean)
          .join(' ')
      : [],
  );

/** Words of several lines, a paragraph each. */
export const linesIn = (text: string): string[] => text.split('\n').flatMap((line) => line.trim() || []);

export const isBreak = ({ kind }: Pick<PlanBlock, 'kind'>): boolean => kind === 'break';
