import type { Difference, Fact } from '../schemas/fact.ts';
import type { Indicator } from '../schemas/indicator.ts';
import type { differenceKinds } from '../schemas/labels.ts';
import { anchorOf, formatNumber, withUnit } from './format.ts';

/** All the facts of a sheet on one indicator, scope and role. */
export interface FactGroup {
  /** Stable inside the sheet: also the anchor of the group in the table of facts. */
  key: string;
  indicatorId: string;
  indicator: Indicator;
  scope: string | null;
  facts: readonly Fact[];
  /** Why the values differ; null when they do not. A group has one scope, so `scope` never explains it. */
  disagreement: { kind: Exclude<keyof typeof differenceKinds, 'scope'>; text: string | null } | null;
}

interface Facts {
  facts?: readonly Fact[] | undefined;
  differences?: readonly Difference[] | undefined;
}

const same = (a: string | undefined | null, b: string | undefined | null) => (a ?? null) === (b ?? null);

/** Groups facts by indicator, scope and role, in the order in which the sheet first names them. */
export function groupFacts(sheet: Facts, indicatorOf: (id: string) => Indicator): FactGroup[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of sheet.facts ?? []) {
    const key = JSON.stringify(partsOf(fact));
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  const anchors = new Map<string, number>();
  return [...groups.values()].map((facts) => {
    const first = facts[0] as Fact;
    const note = sheet.differences?.find(
      (d) => d.indicator === first.indicator && same(d.scope, first.scope),
    );
    const differs = new Set(facts.map(signature)).size > 1;
    return {
      key: unique(`dato-${anchorOf(partsOf(first).join(' '))}`, anchors),
      indicatorId: first.indicator,
      indicator: indicatorOf(first.indicator),
      scope: first.scope ?? null,
      facts,
      disagreement: differs
        ? {
            kind: note?.kind === 'series' && isSeries(facts) ? 'series' : 'conflict',
            text: note?.text ?? null,
          }
        : null,
    };
  });
}

/** A value reached, and not a target, a starting point or a comparison. */
export const isResult = (fact: Pick<Fact, 'role'> | undefined): boolean =>
  (fact?.role ?? 'result') === 'result';

/** The facts of a group share their role. */
export const isReached = ({ facts }: Pick<FactGroup, 'facts'>): boolean => isResult(facts[0]);

/** The group a `<Fact of scope source>` of the text means: values reached come before targets and baselines. */
export function findGroup(
  groups: readonly FactGroup[],
  of: string,
  { scope, source }: { scope?: string | undefined; source?: string | undefined } = {},
): FactGroup | undefined {
  const matching = groups.filter(
    (group) =>
      group.indicatorId === of &&
      (scope === undefined || group.scope === scope) &&
      (source === undefined || group.facts.some((fact) => fact.source === source)),
  );
  const rank = (group: FactGroup) =>
    (group.scope === null || scope !== undefined ? 0 : 2) + (isReached(group) ? 0 : 1);
  return matching.sort((a, b) => rank(a) - rank(b))[0];
}

/** The value of the latest date; without dates, the first written. A year or a month counts to its last day. */
export const latestOf = (facts: readonly Fact[]): Fact =>
  [...facts].sort((a, b) => endOf(b.asOf).localeCompare(endOf(a.asOf)))[0] as Fact;

/** `2024` → `2024-12-31`, `2024-03` → `2024-03-31`: a day to compare with, for which every month has 31. */
const endOf = (date = ''): string => (date === '' ? '' : date + '-12-31'.slice(date.length - 4));

/** Values that differ over time: every one has its date, and no date has two. */
export function isSeries(facts: readonly Fact[]): boolean {
  const byDate = Map.groupBy(facts, (fact) => fact.asOf);
  return (
    !byDate.has(undefined) && [...byDate.values()].every((same) => new Set(same.map(signature)).size === 1)
  );
}

/** Lowest and highest value when all are numbers: `da 83 a 89 candidature`; otherwise null. */
export function formatRange(group: FactGroup): string | null {
  const values = group.facts
    .flatMap((fact) => [fact.value, fact.min, fact.max])
    .filter((value) => value !== undefined);
  if (values.length === 0 || !values.every((value) => typeof value === 'number')) return null;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high
    ? withUnit(low, group.indicator)
    : `da ${formatNumber(low)} a ${withUnit(high, group.indicator)}`;
}

/** What makes facts comparable; a value reached needs no word for it. */
const partsOf = ({ indicator, scope, role }: Fact) => [
  indicator,
  scope,
  role === 'result' ? undefined : role,
];

/** Scopes that differ only in signs would share an anchor. */
function unique(name: string, used: Map<string, number>): string {
  const count = (used.get(name) ?? 0) + 1;
  used.set(name, count);
  return count === 1 ? name : `${name}-${count}`;
}

const signature = (fact: Fact): string => JSON.stringify([fact.value, fact.min, fact.max, fact.words]);
