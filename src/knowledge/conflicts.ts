import type { Difference, Fact } from '../schemas/fact.ts';
import type { Indicator } from '../schemas/indicator.ts';
import { differenceKinds, factRoles } from '../schemas/labels.ts';
import { isReached, type FactGroup } from './facts.ts';
import { alphabetical, anchorOf, formatValue } from './format.ts';
import { daysOf } from './time-axis.ts';

export type ContrastKind = keyof typeof differenceKinds;

/** In the order in which a reader meets them: what the sources really dispute comes first. */
export const contrastKinds = Object.keys(differenceKinds) as ContrastKind[];

/** What a reader of one value must know before quoting it. */
export const contrastMarks: Record<ContrastKind, string> = {
  conflict: 'le fonti non concordano',
  series: 'cambia nel tempo',
  scope: 'perimetri diversi',
};

/** One value as it is printed, and every fact that says it. */
export interface ContrastValue {
  text: string;
  /** What this value counts, where the values of a contrast count different things. */
  counts: string | null;
  facts: readonly Fact[];
}

/** Values of one indicator, in one entry, that are not the same; `kind` says whether that is a contradiction. */
export interface Contrast {
  kind: ContrastKind;
  /** Its place in the page of the entry. */
  anchor: string;
  title: string;
  indicator: Indicator;
  /** What differs, in the words of who wrote the sheet: none when nobody explains it. `of` is the part meant. */
  sentences: readonly { of: string | null; text: string }[];
  values: readonly ContrastValue[];
}

/** Every contrast of an entry: contradictions, then values that change in time, then values that count different things. */
export function contrastsOf(
  groups: readonly FactGroup[],
  differences: readonly Difference[] = [],
): Contrast[] {
  const all = [...groups.flatMap((group) => contrastOf(group) ?? []), ...scopesIn(groups, differences)];
  return contrastKinds.flatMap((kind) => all.filter((contrast) => contrast.kind === kind));
}

/** The contrasts in which the facts of a group have a part. */
export const contrastsWith = (
  contrasts: readonly Contrast[],
  { facts }: Pick<FactGroup, 'facts'>,
): Contrast[] =>
  contrasts.filter(({ values }) => values.some((value) => value.facts.some((fact) => facts.includes(fact))));

function contrastOf(group: FactGroup): Contrast | null {
  const { disagreement, indicator, facts } = group;
  if (!disagreement) return null;
  const isSeries = disagreement.kind === 'series';
  return {
    kind: disagreement.kind,
    anchor: group.key.replace(/^dato/, 'contrasto'),
    title: [indicator.title, partOf(group)].filter(Boolean).join(', '),
    indicator,
    sentences: disagreement.text ? [{ of: null, text: disagreement.text }] : [],
    values: valuesOf(indicator, [...facts].sort(isSeries ? byDate : byValue), null, isSeries),
  };
}

/** An indicator that an editor calls a matter of scope: all its groups side by side, with what each of them counts. */
function scopesIn(groups: readonly FactGroup[], differences: readonly Difference[]): Contrast[] {
  const isOfOneGroup = (difference: Difference) =>
    groups.some(
      ({ indicatorId, scope, disagreement }) =>
        disagreement && indicatorId === difference.indicator && scope === (difference.scope ?? null),
    );
  const told = differences.filter((difference) => difference.kind === 'scope' && !isOfOneGroup(difference));
  return [...Map.groupBy(told, ({ indicator }) => indicator)].flatMap(([id, notes]) => {
    const own = groups.filter(({ indicatorId }) => indicatorId === id);
    const [first] = own;
    if (!first || own.length < 2) return [];
    return {
      kind: 'scope' as const,
      anchor: `perimetri-${anchorOf(id)}`,
      title: first.indicator.title,
      indicator: first.indicator,
      sentences: notes.map(({ scope, text }) => ({ of: scope ?? null, text })),
      values: own.flatMap((group) => valuesOf(group.indicator, group.facts, partOf(group) || 'nell’insieme')),
    };
  });
}

/** One line for each value said, or, in a series, for each value of each date. */
function valuesOf(
  indicator: Indicator,
  facts: readonly Fact[],
  counts: string | null,
  isSeries = false,
): ContrastValue[] {
  const alike = Map.groupBy(facts, (fact) => {
    const text = formatValue(fact, indicator);
    return isSeries ? `${text} ${fact.asOf ?? ''}` : text;
  });
  return [...alike.values()].map((same) => ({
    text: formatValue(same[0] as Fact, indicator),
    counts,
    facts: same,
  }));
}

/** `area Nord, obiettivo previsto`; empty for what the whole practice reached. */
const partOf = (group: FactGroup): string =>
  [group.scope, isReached(group) ? null : factRoles[group.facts[0]?.role ?? 'result']]
    .filter(Boolean)
    .join(', ');

/** From low to high, so that the order prefers no source. */
function byValue(a: Fact, b: Fact): number {
  if (a.words !== undefined && b.words !== undefined) return alphabetical(a.words, b.words);
  const [one, other] = [a.value ?? a.min ?? 0, b.value ?? b.min ?? 0];
  return typeof one === 'number' && typeof other === 'number'
    ? one - other
    : byDay(String(one), String(other));
}

const byDate = (a: Fact, b: Fact): number => byDay(a.asOf ?? '', b.asOf ?? '');

/** A date known only by its year or month counts to its last day, as everywhere in the sheet. */
const byDay = (a: string, b: string): number =>
  daysOf(a).last - daysOf(b).last || daysOf(a).first - daysOf(b).first;
