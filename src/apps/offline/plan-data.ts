import type { Plan } from '../../knowledge/plan.ts';
import { activityData, practiceData } from '../../knowledge/routes.ts';

/** Addresses of the data that a plan names, with the titles of what they are. */
export function planData({ blocks }: Pick<Plan, 'blocks'>): Map<string, string> {
  const activities = blocks.flatMap(({ activity, groups }) => [
    activity,
    ...groups.flatMap(({ rows }) => rows.map((row) => row.activity)),
  ]);
  const practices = blocks.map(({ practice }) => practice);
  return new Map([
    ...activities.flatMap((named) => (named ? [[activityData(named.id), named.title] as const] : [])),
    ...practices.flatMap((named) => (named ? [[practiceData(named.id), named.title] as const] : [])),
  ]);
}
