import type { Fact } from '../schemas/fact.ts';
import { factRoles } from '../schemas/labels.ts';
import { formatRange, isReached, latestOf, type FactGroup } from './facts.ts';
import { formatValue } from './format.ts';

export interface FactText {
  text: string;
  /** Sources contradict each other and the sentence has to say so. */
  isOpen: boolean;
  /** The facts whose sources stand behind the text. */
  cited: readonly Fact[];
}

/**
 * What a `<Fact>` prints in a sentence. A contradiction gives the range, or every value where there is no range;
 * a series gives its last value, since the table shows them all; one named source gives its own value.
 * What was not reached says so: «500 persone (obiettivo previsto)».
 */
export function factText(group: FactGroup, source?: string): FactText {
  const facts = group.facts.filter((fact) => source === undefined || fact.source === source);
  const texts = [...new Set(facts.map((fact) => formatValue(fact, group.indicator)))];
  if (group.disagreement?.kind === 'conflict' && texts.length > 1) {
    const text = formatRange({ ...group, facts }) ?? texts.join(' o ');
    return { text: text + roleOf(group), isOpen: true, cited: facts };
  }
  const text = formatValue(latestOf(facts), group.indicator);
  const cited = facts.filter((fact) => formatValue(fact, group.indicator) === text);
  return { text: text + roleOf(group), isOpen: false, cited };
}

const roleOf = (group: FactGroup): string =>
  isReached(group) ? '' : ` (${factRoles[group.facts[0]?.role ?? 'result']})`;
