import type { Difference, Fact } from '../schemas/fact.ts';
import type { Indicator } from '../schemas/indicator.ts';
import type { differenceKinds } from '../schemas/labels.ts';
import { withUnit } from './format.ts';

/** All the facts of a sheet on one indicator, scope and role. */
export interface FactGroup {
  /** Stable inside the sheet: also the anchor of the group in the table of facts. */
  key: string;
  indicatorId: string;
  indicator: Indicator;
  scope: string | null;
  facts: readonly Fact[];
  /** Why the values differ; null when they do not. */
  disagreement: { kind: keyof typeof differenceKinds; text: string | null } | null;
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
    const role = fact.role === 'result' ? undefined : fact.role;
    const key = [fact.indicator, fact.scope, role].filter(Boolean).join(' ');
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  return [...groups].map(([key, facts]) => {
    const first = facts[0] as Fact;
    const note = sheet.differences?.find(
      (d) => d.indicator === first.indicator && same(d.scope, first.scope),
    );
    const differs = new Set(facts.map(signature)).size > 1;
    return {
      key: anchor(key),
      indicatorId: first.indicator,
      indicator: indicatorOf(first.indicator),
      scope: first.scope ?? null,
      facts,
      disagreement: differs ? { kind: note?.kind ?? 'conflict', text: note?.text ?? null } : null,
    };
  });
}

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
    (group.scope === null || scope !== undefined ? 0 : 2) + ((group.facts[0]?.role ?? 'result') === 'result' ? 0 : 1);
  return matching.sort((a, b) => rank(a) - rank(b))[0];
}

/** Lowest and highest value when all are numbers: `da 83 a 89 candidature`; otherwise null. */
export function formatRange(group: FactGroup): string | null {
  const values = group.facts
    .flatMap((fact) => [fact.value, fact.min, fact.max])
    .filter((value) => value !== undefined);
  if (!values.every((value) => typeof value === 'number')) return null;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return low === high
    ? withUnit(low, group.indicator)
    : `da ${withUnit(low, { ...group.indicator, unit: undefined })} a ${withUnit(high, group.indicator)}`;
}

const signature = (fact: Fact): string => JSON.stringify([fact.value, fact.min, fact.max]);
const anchor = (key: string): string =>
  `dato-${key
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`;
