import { factRoles, qualifiers, scales } from '../schemas/labels.ts';
import type { Practice } from '../schemas/practice.ts';
import type { Source } from '../schemas/source.ts';
import { headlinesOf } from './brief.ts';
import { formatRange, isReached, type FactGroup } from './facts.ts';
import { anchorOf, formatDate, formatEuro, formatNumber, formatValue, plural } from './format.ts';
import type { Graph } from './graph.ts';
import type { Frequency, Amount, CostsPlan, Measure, Unused } from './rescale.ts';
import type { TextContext } from './text-context.ts';

/** The share of a cost that grows with size: nothing in the base says it, so it is ours, wide and said. */
const ourShare = { low: '50', high: '100' } as const;

/** What a sheet gives to start from, and the first value of every field of the form. */
export function costsPlan(practice: Practice, context: TextContext): CostsPlan {
  const amounts = unlike([
    ...costAmounts(practice, context),
    ...context.groups.filter(isOffered).map((group) => groupAmount(group, context)),
    ...fundingAmounts(practice, context),
  ]).filter(({ high }) => high > 0);
  const started = startOf(amounts, context.groups);
  const measures = measuresOf(practice, context);
  const initial: Record<string, string> = {
    growthLow: '0',
    growthHigh: '0',
    shareLow: ourShare.low,
    shareHigh: ourShare.high,
    measure: practice.scale === 'city' && measures[0]?.key === 'city' ? 'city' : '',
  };
  for (const { key, years, frequency } of amounts) {
    if (started.includes(key)) initial[`use.${key}`] = 'yes';
    if (years) initial[`year.${key}`] = spanOf(years);
    if (frequency) initial[`kind.${key}`] = frequency;
  }
  for (const { key, value } of measures) initial[`theirs.${key}`] = spanOf(value, formatNumber);
  const isStart = ({ key }: Amount): boolean => started.includes(key);
  return {
    // where one starts from is seen first
    amounts: [...amounts.filter(isStart), ...amounts.filter((amount) => !isStart(amount))],
    unused: unusedOf(context.groups),
    measures,
    scale: practice.scale ? scales[practice.scale] : null,
    initial,
  };
}

const spanOf = (
  { low, high }: { low: number; high: number },
  write: (value: number) => string = String,
): string => (low === high ? write(low) : `${write(low)}–${write(high)}`);

/** `2023-03-15` → 2023. */
const yearOf = (date: string | undefined): number | null => (date ? Number(date.slice(0, 4)) : null);

function yearsOf(years: readonly (number | null)[]): Amount['years'] {
  const known = years.filter((year) => year !== null);
  return known.length > 0 ? { low: Math.min(...known), high: Math.max(...known) } : null;
}

const sourceIn = (sources: readonly Source[], id: string): Source | undefined =>
  sources.find((source) => source.id === id);

const sourceYear = 'Anno della fonte, non dei prezzi: a quale anno si riferisca la spesa non è documentato.';
const noYear = 'Anno dei prezzi: non documentato. Chi lo conosce può scriverlo.';

function costAmounts(practice: Practice, context: TextContext): Amount[] {
  return (practice.costs ?? []).map(({ item, amount, year, kind, note, source }) => {
    const years = yearsOf([year ?? yearOf(sourceIn(practice.sources, source)?.date)]);
    return {
      key: keyOf('costs', item),
      family: 'costs',
      label: item,
      detail: note ?? null,
      anchor: null,
      text: formatEuro(amount),
      low: amount,
      high: amount,
      years,
      yearNote: year ? 'Anno dei prezzi, secondo la scheda.' : years ? sourceYear : noYear,
      frequency: kind,
      notes: [context.numberOf(source)],
      cautions: [],
    };
  });
}

function fundingAmounts(practice: Practice, context: TextContext): Amount[] {
  return (practice.funding ?? []).flatMap(({ programme, name, amount, note, source }) => {
    if (amount === undefined) return [];
    const label = fundingLabel(context.graph, programme, name);
    const years = yearsOf([yearOf(sourceIn(practice.sources, source)?.date)]);
    return {
      key: keyOf('funding', label),
      family: 'funding',
      label,
      detail: note ?? null,
      anchor: null,
      text: formatEuro(amount),
      low: amount,
      high: amount,
      years,
      yearNote: years ? sourceYear : noYear,
      // by the schema these are the parts of what the practice had in all
      frequency: 'oneOff',
      notes: [context.numberOf(source)],
      cautions: [`«${label}» è un finanziamento: dice quanto si è avuto, non quanto si è speso.`],
    };
  });
}

/** The measure often begins with the programme’s own name. */
export function fundingLabel(
  graph: Pick<Graph, 'get'>,
  programme: string | undefined,
  name: string | undefined,
): string {
  const title = programme ? graph.get('programme', programme).data.title : '';
  return name?.startsWith(title) ? name : [title, name].filter(Boolean).join(', ');
}

const isMoney = ({ indicator }: FactGroup): boolean => indicator.format === 'money';

/** A sum of the practice, and not what one family or one project gets, which does not grow with the city. */
const isSum = ({ indicator }: FactGroup): boolean =>
  indicator.headline?.of === 'money' || indicator.totalOf !== undefined || indicator.partOf !== undefined;

const isOffered = (group: FactGroup): boolean => isMoney(group) && isSum(group) && isReached(group);

const nameOf = ({ indicator, scope }: FactGroup): string =>
  [indicator.title, scope].filter(Boolean).join(', ');

function groupAmount(group: FactGroup, context: TextContext): Amount {
  const { facts, indicator, indicatorId } = group;
  const { low, high } = rangeOf(group);
  const label = nameOf(group);
  const known = facts.map(({ asOf, source }) => yearOf(asOf ?? sourceIn(context.sources, source)?.date));
  const years = yearsOf(known);
  const undated = known.filter((year) => year === null).length;
  const yearNote = [
    years ? sourceYear : noYear,
    years &&
      undated > 0 &&
      `${plural(undated, 'valore non ha', 'valori non hanno')} una data: vale lo stesso anno, ed è un’ipotesi.`,
  ];
  const [only] = facts;
  return {
    key: group.key,
    family: indicatorId,
    label,
    detail: noteOf(group),
    anchor: facts.length > 1 ? group.key : null,
    text: formatRange(group) ?? (only ? formatValue(only, indicator) : ''),
    low,
    high,
    years,
    yearNote: yearNote.filter(Boolean).join(' '),
    frequency: indicator.totalOf || indicator.partOf ? 'oneOff' : null,
    notes: [...new Set(facts.map(({ source }) => context.numberOf(source)))],
    cautions: [...disagreementOf(group, label), ...natureOf(group, label, context), ...wordsOf(group, label)],
  };
}

/** One fact’s note says what it counts; of several the sheet’s table tells more than a row can. */
const noteOf = ({ facts }: FactGroup): string | null =>
  facts.length === 1
    ? (facts[0]?.note ?? null)
    : plural(facts.length, 'valore nella scheda', 'valori nella scheda');

function rangeOf({ facts }: FactGroup): { low: number; high: number } {
  const values = facts
    .flatMap(({ value, min, max }) => [value, min, max])
    .filter((value) => typeof value === 'number');
  return values.length > 0 ? { low: Math.min(...values), high: Math.max(...values) } : { low: 0, high: 0 };
}

/** Nobody picks a value: the whole of what was said is kept. */
function disagreementOf({ disagreement }: FactGroup, label: string): string[] {
  if (!disagreement) return [];
  const why = disagreement.kind === 'series' ? 'i valori cambiano nel tempo' : 'le fonti non concordano';
  return [`Per «${label}» ${why}: l’intervallo li tiene tutti, dal più basso al più alto.`];
}

function natureOf({ indicator }: FactGroup, label: string, { graph }: TextContext): string[] {
  if (indicator.partOf) {
    const whole = graph.find('indicator', indicator.partOf)?.data.title ?? 'totale';
    return [`«${label}» è solo una parte: il tutto è «${whole}».`];
  }
  return indicator.totalOf === 'costs'
    ? []
    : [`«${label}» dice quante risorse c’erano, o per chi: non è detto che si siano spese così.`];
}

/** «oltre», «circa», «fino a»: the number is used as it is, and that is said. */
function wordsOf({ facts }: FactGroup, label: string): string[] {
  const words = [...new Set(facts.flatMap(({ qualifier }) => (qualifier ? qualifiers[qualifier] : [])))];
  return words.length > 0
    ? [
        `Per «${label}» qualche fonte scrive ${words.map((word) => `«${word}»`).join(' e ')}: il numero è usato com’è, e il valore vero può stare fuori dall’intervallo.`,
      ]
    : [];
}

const keyOf = (family: string, name: string): string => `${family}-${anchorOf(name).slice(0, 60)}`;

/** The same words twice in a sheet are two amounts: the second has a number. */
function unlike(amounts: readonly Amount[]): Amount[] {
  const seen = new Map<string, number>();
  return amounts.map((amount) => {
    const count = (seen.get(amount.key) ?? 0) + 1;
    seen.set(amount.key, count);
    return count === 1 ? amount : { ...amount, key: `${amount.key}-${count}` };
  });
}

/**
 * Where one starts from: the documented total of the costs; else of each kind the highest cost, because lists of costs
 * often hold a total and its parts; else the figure at the top of the sheet. Nothing is summed.
 */
function startOf(amounts: readonly Amount[], groups: readonly FactGroup[]): string[] {
  const total = groups.find(
    (group) => isOffered(group) && group.scope === null && group.indicator.totalOf === 'costs',
  );
  const offered = (key: string | undefined) => amounts.some((amount) => amount.key === key);
  if (total && offered(total.key)) return [total.key];
  const costs = amounts.filter(({ family }) => family === 'costs');
  if (costs.length > 0)
    return (['oneOff', 'recurring'] satisfies Frequency[]).flatMap((kind) => {
      const [highest] = costs.filter(({ frequency }) => frequency === kind).sort((a, b) => b.high - a.high);
      return highest ? [highest.key] : [];
    });
  const key = headlinesOf(groups).money?.group.key;
  return key !== undefined && offered(key) ? [key] : [];
}

/** Sums that are no expense of the practice, and why they are not offered. */
const unusedOf = (groups: readonly FactGroup[]): Unused[] =>
  groups
    .filter((group) => isMoney(group) && !isOffered(group))
    .map((group) => ({
      label: nameOf(group),
      why: isReached(group)
        ? 'non è una somma di tutta la pratica: è una soglia, una quota, o quanto tocca a una persona o a un progetto'
        : `${factRoles[group.facts[0]?.role ?? 'result']}, non una spesa`,
    }));

/** Cities first, then the people whom the sheet says were reached. */
function measuresOf(practice: Practice, context: TextContext): Measure[] {
  const people = context.groups
    .filter((group) => group.indicator.headline?.of === 'people' && isReached(group))
    .flatMap((group): Measure[] => {
      const value = rangeOf(group);
      if (value.low <= 0) return [];
      const label = nameOf(group);
      return [
        {
          key: group.key,
          label,
          ours: label,
          value,
          notes: [...new Set(group.facts.map(({ source }) => context.numberOf(source)))],
          origin: null,
          cautions: [
            ...(group.scope === null
              ? []
              : [`«${label}» conta solo una parte: va bene se anche l’importo è di quella parte.`]),
            ...disagreementOf(group, label),
            ...wordsOf(group, label),
          ],
        },
      ];
    });
  return [...cityMeasure(practice, context.graph), ...people];
}

/** Never for what stands in one quarter or one building: it is not the whole city that it was made for. */
function cityMeasure({ city, scale }: Practice, graph: Graph): Measure[] {
  if (!scale || scale === 'building' || scale === 'neighbourhood') return [];
  const { title, population, sources = [] } = graph.get('city', city).data;
  if (!population) return [];
  const source = sources.find(({ id }) => id === population.source);
  return [
    {
      key: 'city',
      label: `Abitanti di ${title}`,
      ours: 'abitanti della nostra città',
      value: { low: population.value, high: population.value },
      notes: [],
      origin: {
        text: [`Dato del ${formatDate(population.asOf)}`, source?.publisher, source?.title]
          .filter(Boolean)
          .join(', '),
        url: source?.url ?? null,
      },
      cautions:
        scale === 'city'
          ? []
          : [
              `La pratica riguarda ${scales[scale]}, più grande di ${title}: i soli abitanti della città danno un costo troppo alto per ciascuno.`,
            ],
    },
  ];
}
