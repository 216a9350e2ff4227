import { formatEuro, withUnit } from '../../knowledge/format.ts';
import type { Fact } from '../../schemas/fact.ts';
import type { Indicator } from '../../schemas/indicator.ts';
import type { Practice } from '../../schemas/practice.ts';
import type { Problem } from '../problem.ts';
import { indicatorIn, problemAt, type ContentRecord, type Records, type Rule } from '../record.ts';

/**
 * Parts fit in the total they are parts of. Only what may be compared is: sums of one source, or parts that exceed
 * every total whatever source one believes.
 */
export const sums: Rule = {
  name: 'sums',
  check: (records) =>
    records.all.flatMap((record) => {
      const facts = record.data.facts;
      return record.valid && Array.isArray(facts) ? checkRecord(records, record, facts as Fact[]) : [];
    }),
};

interface Part {
  amount: number;
  /** The same thing said by two sources counts once. */
  name: string;
  source: string;
}
interface Total {
  fact: Fact;
  index: number;
  indicator: Indicator;
}

function checkRecord(records: Records, record: ContentRecord, facts: readonly Fact[]): Problem[] {
  const stated = facts.flatMap((fact, index) => {
    const indicator = indicatorIn(records, fact.indicator);
    return indicator ? [{ fact, index, indicator }] : [];
  });
  return [...listed(record, stated), ...partsOfFacts(record, stated)];
}

/** The list of the funds, and that of the costs, against the facts that state their total. */
function listed(record: ContentRecord, stated: readonly Total[]): Problem[] {
  return (['funding', 'costs'] as const).flatMap((list) => {
    const { parts, isWhole } = partsOf(record, list);
    const totals = stated.filter(
      ({ fact, indicator }) =>
        indicator.totalOf === list && fact.scope === undefined && highest(fact) !== undefined,
    );
    return comparable(parts, totals).flatMap(({ total, own }) => {
      const place = [list, own[0]?.index ?? 0, 'amount'];
      const sum = sumOf(own);
      const limit = highest(total.fact) as number;
      const name = list === 'funding' ? 'dei finanziamenti' : 'dei costi';
      const told = `La somma ${name} è ${formatEuro(sum)}, il totale dichiarato («${total.indicator.title}») ${formatEuro(limit)}`;
      if (isOver(sum, total.fact)) {
        const hint =
          'Controlla le cifre; se una voce è compresa in un’altra scrivilo nella sua nota: «compreso in …».';
        return [problemAt(record, place, 'sum-over', `${told}.`, hint)];
      }
      const isAll = isWhole && own.length === parts.length && own.length > 1;
      if (!isAll || total.fact.qualifier === 'atMost' || sum >= limit * (1 - slack(total.fact))) return [];
      const message = `${told}: restano ${formatEuro(limit - sum)} senza spiegazione.`;
      const hint = 'Aggiungi le voci che mancano, se una fonte le dice.';
      return [problemAt(record, place, 'sum-under', message, hint)];
    });
  });
}

/** Each total with the parts of its own source; where no source says both, the highest total with all parts. */
function comparable(
  parts: readonly ListedPart[],
  totals: readonly Total[],
): { total: Total; own: readonly ListedPart[] }[] {
  const bySource = totals
    .map((total) => ({ total, own: parts.filter(({ source }) => source === total.fact.source) }))
    .filter(({ own }) => own.length > 0);
  if (bySource.length > 0 || parts.length === 0) return bySource;
  if (totals.some(({ fact }) => fact.qualifier === 'atLeast')) return [];
  const [total] = [...totals].sort((a, b) => (highest(b.fact) ?? 0) - (highest(a.fact) ?? 0));
  return total ? [{ total, own: parts }] : [];
}

interface ListedPart extends Part {
  index: number;
}

/** The amounts that add up; `isWhole` when nothing of the list is left out. */
function partsOf(
  record: ContentRecord,
  list: 'funding' | 'costs',
): { parts: ListedPart[]; isWhole: boolean } {
  const data = record.data as Partial<Practice>;
  const items =
    list === 'funding'
      ? (data.funding ?? []).map((item) => ({ ...item, name: [item.programme, item.name].join(' ') }))
      : (data.costs ?? []).map((item) => ({ ...item, name: item.item }));
  const parts = items.flatMap(({ amount, name, source, note = '', ...item }, index) => {
    const isYearly = 'kind' in item && item.kind === 'recurring';
    return amount === undefined || isYearly || isInside.test(note) ? [] : [{ amount, name, source, index }];
  });
  return { parts, isWhole: parts.length === items.length };
}

/** What a note says of an amount that holds others, or lies in another; or that may. */
const isInside = /\b(?:compren|compres|inclu|di cui|parte d|quota d)/i;

/** The facts on a part, against the fact on the whole of the same source, scope and role. */
function partsOfFacts(record: ContentRecord, stated: readonly Total[]): Problem[] {
  const parts = stated.filter(
    ({ indicator, fact }) =>
      indicator.partOf && typeof fact.value === 'number' && fact.qualifier !== 'atMost',
  );
  if (parts.length === 0) return [];
  const key = ({ source, scope, role = 'result', asOf }: Fact, of: string) =>
    JSON.stringify([of, source, scope, role, asOf]);
  const byWhole = Map.groupBy(parts, ({ fact, indicator }) => key(fact, indicator.partOf as string));
  return stated.flatMap(({ fact, indicator }) => {
    const own = byWhole.get(key(fact, fact.indicator)) ?? [];
    const named = own.map((part) => ({
      amount: part.fact.value as number,
      name: part.fact.indicator,
      source: part.fact.source,
    }));
    const limit = highest(fact);
    const sum = sumOf(named);
    if (limit === undefined || !isOver(sum, fact)) return [];
    const message = `Le parti (${own.map((part) => `«${part.indicator.title}»`).join(', ')}) fanno ${withUnit(sum, indicator)}, più di «${indicator.title}»: ${withUnit(limit, indicator)}.`;
    const hint = 'Controlla le cifre sulla fonte, e che una parte non sia contata due volte.';
    return [problemAt(record, ['facts', own[0]?.index ?? 0, 'value'], 'sum-over', message, hint)];
  });
}

function sumOf(parts: readonly Part[]): number {
  const least = new Map<string, number>();
  for (const { name, amount } of parts) least.set(name, Math.min(amount, least.get(name) ?? Infinity));
  return [...least.values()].reduce((sum, amount) => sum + amount, 0);
}

const highest = ({ value, max }: Fact): number | undefined => (typeof value === 'number' ? value : max);

/** Of a value that is no more than a lower bound nothing is too much; a rounded one may be a little more. */
const isOver = (sum: number, fact: Fact): boolean =>
  fact.qualifier !== 'atLeast' && sum > (highest(fact) ?? Infinity) * (1 + slack(fact));

const slack = ({ qualifier }: Fact): number => (qualifier === 'about' ? 0.05 : 0.005);
