import type { Activity } from '../schemas/activity.ts';
import type { Span } from './span.ts';

type Rule = Activity['materials'][number]['per'];
type ActivityMaterials = Pick<Activity, 'title' | 'materials' | 'groupSize'>;

export interface SummedMaterial {
  item: string;
  per: Rule;
  /** How many to bring, for the fewest and for the most people; null when an activity does not say how big its groups are. */
  amount: Span | null;
  /** What each activity asks. */
  uses: { activity: string; quantity: number }[];
}

/** How many groups come of so many people: few large ones, or many small ones. */
export function groupsOf(people: Span, size: Span): Span {
  return { min: Math.ceil(people.min / size.max), max: Math.ceil(people.max / size.min) };
}

/**
 * What to bring to a session, summed over its activities. What people and groups use up is added;
 * what serves the room stays there, so the largest request is enough.
 */
export function materialsOf(activities: readonly ActivityMaterials[], people: Span): SummedMaterial[] {
  const summed = new Map<string, SummedMaterial>();
  for (const activity of activities) {
    for (const { item, quantity, per } of activity.materials) {
      const amount = amountOf(quantity, per, people, activity.groupSize);
      const use = { activity: activity.title, quantity };
      const key = `${per} ${item.toLocaleLowerCase('it')}`;
      const known = summed.get(key);
      if (!known) summed.set(key, { item, per, amount, uses: [use] });
      else summed.set(key, { ...known, amount: join(known.amount, amount, per), uses: [...known.uses, use] });
    }
  }
  return [...summed.values()];
}

function amountOf(quantity: number, per: Rule, people: Span, groupSize: Span | undefined): Span | null {
  const times = {
    room: { min: 1, max: 1 },
    person: people,
    group: groupSize ? groupsOf(people, groupSize) : null,
  }[per];
  return times && { min: Math.ceil(quantity * times.min), max: Math.ceil(quantity * times.max) };
}

function join(a: Span | null, b: Span | null, per: Rule): Span | null {
  if (!a || !b) return null;
  if (per === 'room') return { min: Math.max(a.min, b.min), max: Math.max(a.max, b.max) };
  return { min: a.min + b.min, max: a.max + b.max };
}
