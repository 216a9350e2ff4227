import type { Fact } from '../schemas/fact.ts';
import type { headlineKinds } from '../schemas/labels.ts';
import { formatRange, isReached, type FactGroup } from './facts.ts';
import { formatValue } from './format.ts';

/** A headline figure of the at-a-glance panel, with the group it comes from. */
export interface Headline {
  text: string;
  label: string;
  group: FactGroup;
}

/**
 * The facts that answer «quante risorse» and «quante persone», among the indicators that say so; null where the
 * sheet has none. A value reached comes before a planned one, the whole before a part.
 */
export function headlinesOf(
  groups: readonly FactGroup[],
): Record<keyof typeof headlineKinds, Headline | null> {
  return { money: first(groups, 'money'), people: first(groups, 'people') };
}

function first(groups: readonly FactGroup[], of: keyof typeof headlineKinds): Headline | null {
  const rank = (group: FactGroup) =>
    (isReached(group) ? 0 : 10_000) +
    (group.scope === null ? 0 : 1000) +
    (group.indicator.headline?.order ?? 0);
  const [best] = groups
    .filter((group) => group.indicator.headline?.of === of)
    .sort((a, b) => rank(a) - rank(b));
  return best ? { text: textOf(best), label: best.indicator.title, group: best } : null;
}

/** Of values that disagree, the range; of a series, the last. */
function textOf(group: FactGroup): string {
  const range = group.disagreement?.kind === 'conflict' ? formatRange(group) : null;
  return range ?? formatValue(latestOf(group.facts), group.indicator);
}

/** The value of the latest date; without dates, the first written. */
export const latestOf = (facts: readonly Fact[]): Fact =>
  [...facts].sort((a, b) => (b.asOf ?? '').localeCompare(a.asOf ?? ''))[0] as Fact;
