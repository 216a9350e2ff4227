import { factRoles, qualifiers } from '../schemas/labels.ts';
import type { Fact } from '../schemas/fact.ts';
import type { Indicator } from '../schemas/indicator.ts';
import { accordingTo, isDate, publisherOf, quoted, type ChangeContext } from './change-words.ts';
import { formatDate, formatValue } from './format.ts';

/** The parts of a fact that can be told, read from data that may not fit the schema of today. */
type LooseFact = Partial<Record<keyof Fact, string | number>> & { indicator: string };

const textFields = { note: 'Nota', quote: 'Parole della fonte', locator: 'Dove' } as const;

/**
 * What happened to the facts of an entry. A fact is the same one when indicator, scope, role and source are; of those
 * left, one with the same indicator and value has only changed what it refers to.
 */
export function factChanges(before: unknown, after: unknown, context: ChangeContext): string[] {
  const { left, entered } = withoutTwins(factsOf(before), factsOf(after));
  const pairs: [LooseFact, LooseFact][] = [];
  const pairBy = (keyOf: (fact: LooseFact) => string) => {
    const keys = Map.groupBy(left, keyOf);
    for (const fact of [...entered]) {
      const [twin, ...others] = keys.get(keyOf(fact)) ?? [];
      const rivals = entered.filter((other) => keyOf(other) === keyOf(fact));
      if (!twin || others.length > 0 || rivals.length > 1) continue;
      pairs.push([twin, fact]);
      left.splice(left.indexOf(twin), 1);
      entered.splice(entered.indexOf(fact), 1);
      keys.delete(keyOf(fact));
    }
  };
  pairBy((fact) => JSON.stringify([...identity(fact), fact.asOf]));
  pairBy((fact) => JSON.stringify(identity(fact)));
  pairBy((fact) => JSON.stringify([fact.indicator, ...value(fact)]));
  return [
    ...pairs.flatMap(([old, fact]) => changed(old, fact, context)),
    ...entered.map((fact) => `Aggiunto un dato: ${described(fact, context)}`),
    ...left.map((fact) => `Tolto un dato: ${described(fact, context)}`),
  ];
}

const roleOf = ({ role }: LooseFact): string => String(role ?? 'result');
const identity = (fact: LooseFact) => [fact.indicator, fact.scope, roleOf(fact), fact.source];
const value = (fact: LooseFact) => [fact.value, fact.min, fact.max, fact.words];

function factsOf(raw: unknown): LooseFact[] {
  if (!Array.isArray(raw)) return [];
  return raw.flatMap((one: unknown) => {
    const fact = Object(one) as Record<string, unknown>;
    if (typeof fact.indicator !== 'string') return [];
    const fields = Object.entries(fact).filter(
      ([key, given]) => typeof given === 'string' || (typeof given === 'number' && isNumeric(key)),
    );
    return [Object.fromEntries(fields) as LooseFact];
  });
}

const isNumeric = (key: string): boolean => ['value', 'min', 'max'].includes(key);

/** Facts that are wholly the same in both lists leave both, each once. */
function withoutTwins(before: LooseFact[], after: LooseFact[]) {
  const canonical = (fact: LooseFact) =>
    JSON.stringify(Object.entries(fact).sort(([a], [b]) => (a < b ? -1 : 1)));
  const left = [...before];
  const entered = after.filter((fact) => {
    const at = left.findIndex((old) => canonical(old) === canonical(fact));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return { left, entered };
}

function changed(before: LooseFact, after: LooseFact, context: ChangeContext): string[] {
  const [old, now] = [valueText(before, context), valueText(after, context)];
  const parts: string[] = [];
  if (old !== now) parts.push(fromTo(old, now, unitsOf(after, context)));
  if (before.source !== after.source) {
    const was = publisherOf(before.source, context);
    const isSamePublisher = was !== null && was === publisherOf(after.source, context);
    parts.push(
      isSamePublisher
        ? 'ora da un altro suo documento'
        : was === null
          ? 'cambiata la fonte'
          : `prima secondo ${was}`,
    );
  }
  if (before.scope !== after.scope) parts.push(scopeChange(after, context));
  if (roleOf(before) !== roleOf(after))
    parts.push(`prima era «${roleLabel(before)}», ora «${roleLabel(after)}»`);
  if (before.asOf !== after.asOf) parts.push(dateChange(before.asOf, after.asOf));
  for (const [key, label] of Object.entries(textFields) as [keyof typeof textFields, string][])
    if (before[key] !== after[key]) parts.push(textChange(label, before[key], after[key]));
  return parts.length > 0 ? [`${named(after, context)}: ${parts.join('; ')}`] : [];
}

const scopeChange = (after: LooseFact, context: ChangeContext): string =>
  after.scope === undefined
    ? 'ora senza perimetro'
    : `perimetro cambiato${quoted(after.scope, context) === null ? '' : `, ora ${quoted(after.scope, context)}`}`;

function dateChange(before: unknown, after: unknown): string {
  if (isDate(before) && isDate(after))
    return `data del valore da ${formatDate(before)} a ${formatDate(after)}`;
  if (isDate(after)) return `aggiunta la data del valore, ${formatDate(after)}`;
  return after === undefined ? 'tolta la data del valore' : 'cambiata la data del valore';
}

const textChange = (label: string, before: unknown, after: unknown): string =>
  `${before === undefined ? 'aggiunto' : after === undefined ? 'tolto' : 'riscritto'} «${label}»`;

/** `da 83 a 89 candidature`; values that hold words of their own are told apart: `prima oltre 83…, ora 89…`. */
function fromTo(before: string, after: string, units: readonly string[]): string {
  if (!/^[\d.,\-\u00a0]/.test(before) || !/^[\d.,\-\u00a0]/.test(after))
    return `prima ${before}, ora ${after}`;
  const unit = units.find((one) => before.endsWith(` ${one}`) && after.endsWith(` ${one}`));
  return `da ${unit === undefined ? before : before.slice(0, -unit.length - 1)} a ${after}`;
}

const unitsOf = ({ indicator }: LooseFact, { words }: ChangeContext): string[] => {
  const unit = words.indicatorOf(indicator)?.unit;
  return unit ? [unit.one, unit.many] : [];
};

function roleLabel(fact: LooseFact): string {
  const role = roleOf(fact);
  return Object.hasOwn(factRoles, role) ? factRoles[role as keyof typeof factRoles] : 'altro';
}

/** `Candidature ricevute (area «Aurora»; obiettivo previsto)`, and who says so. */
function named(fact: LooseFact, context: ChangeContext): string {
  return titleOf(fact, context) + detailsOf(fact, context) + accordingTo(fact.source, context);
}

/** The same with the value between them. */
function described(fact: LooseFact, context: ChangeContext): string {
  const when = isDate(fact.asOf) ? ` (${formatDate(fact.asOf)})` : '';
  return `${titleOf(fact, context)}${detailsOf(fact, context)}, ${valueText(fact, context)}${when}${accordingTo(fact.source, context)}`;
}

const titleOf = ({ indicator }: LooseFact, { words }: ChangeContext): string =>
  words.indicatorOf(indicator)?.title ?? 'indicatore che non c’è più';

function detailsOf(fact: LooseFact, context: ChangeContext): string {
  const scope = quoted(fact.scope, context);
  const role = roleOf(fact) === 'result' ? '' : roleLabel(fact);
  const details = [scope, role].filter(Boolean);
  return details.length > 0 ? ` (${details.join('; ')})` : '';
}

const noIndicator: Indicator = { title: '', description: '', kind: 'output', format: 'count' };

/** The value as the sheet prints it. */
function valueText(fact: LooseFact, { words }: ChangeContext): string {
  const indicator = words.indicatorOf(fact.indicator) ?? noIndicator;
  const { value: given, min, max } = fact;
  const qualifier =
    typeof fact.qualifier === 'string' && Object.hasOwn(qualifiers, fact.qualifier)
      ? (fact.qualifier as keyof typeof qualifiers)
      : undefined;
  if (typeof min === 'number' && typeof max === 'number')
    return formatValue({ min, max, qualifier }, indicator);
  return typeof given === 'number' || isDate(given)
    ? formatValue({ value: given, qualifier }, indicator)
    : 'valore non leggibile';
}
