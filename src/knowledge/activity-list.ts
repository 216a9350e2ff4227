import { activityPurposes } from '../schemas/labels.ts';
import { alphabetical, anchorOf } from './format.ts';
import type { Entry } from './graph.ts';

export type Purpose = keyof typeof activityPurposes;

/** The activities that serve one purpose before all others, in alphabetical order. */
export interface PurposeGroup {
  purpose: Purpose;
  /** Its address in the page: `capire-il-problema`. */
  slug: string;
  activities: Entry<'activity'>[];
}

/** Each activity once, under the first of its purposes; purposes in the order of a session. */
export function activitiesByPurpose(activities: readonly Entry<'activity'>[]): PurposeGroup[] {
  const groups = Map.groupBy(activities, ({ data }) => data.purpose[0]);
  return (Object.keys(activityPurposes) as Purpose[]).flatMap((purpose) => {
    const own = groups.get(purpose);
    if (!own) return [];
    return {
      purpose,
      slug: slugOf(activityPurposes, purpose),
      activities: own.toSorted((a, b) => alphabetical(a.data.title, b.data.title)),
    };
  });
}

/** How a value of a closed list is written in an address: its Italian words. */
export const slugOf = <Labels extends Readonly<Record<string, string>>>(
  labels: Labels,
  value: keyof Labels & string,
): string => anchorOf(labels[value] ?? value);
