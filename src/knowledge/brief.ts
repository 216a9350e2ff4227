import type { headlineKinds } from '../schemas/labels.ts';
import { factText, type FactText } from './fact-text.ts';
import { isReached, type FactGroup } from './facts.ts';

/** A headline figure of the at-a-glance panel, with the group it comes from; it says what a `<Fact>` would. */
export interface Headline extends FactText {
  label: string;
  group: FactGroup;
}

/**
 * The facts that answer «quante risorse» and «quante persone», among the indicators that say so; null where the
 * sheet has none. Only values reached, and the whole before a part.
 */
export function headlinesOf(
  groups: readonly FactGroup[],
): Record<keyof typeof headlineKinds, Headline | null> {
  return { money: first(groups, 'money'), people: first(groups, 'people') };
}

function first(groups: readonly FactGroup[], of: keyof typeof headlineKinds): Headline | null {
  const rank = (group: FactGroup) =>
    (group.scope === null ? 0 : 1000) + (group.indicator.headline?.order ?? 0);
  const [best] = groups
    .filter((group) => group.indicator.headline?.of === of && isReached(group))
    .sort((a, b) => rank(a) - rank(b));
  return best ? { ...factText(best), label: best.indicator.title, group: best } : null;
}
