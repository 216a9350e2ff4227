import type { costKinds } from '../schemas/labels.ts';
import {
  readCount,
  readEuro,
  readOneCount,
  readPercent,
  readYear,
  readYears,
  type Range,
  type Reading,
} from './rescale-input.ts';
import type { CostsState } from './rescale-state.ts';

export { emptyCosts, isUntouched, readCosts, type CostsState } from './rescale-state.ts';

/** Once for the whole practice, or every year: the two are never added up. */
export type Frequency = keyof typeof costKinds;

export const frequencies = ['oneOff', 'recurring'] as const satisfies readonly Frequency[];

/** A sum of money that a sheet documents, with every value that its sources give. */
export interface Amount extends Range {
  /** Made of the words of the sheet, so that a later edition never takes a choice to another amount. */
  key: string;
  /** What kind of measure it is: `costs`, `funding`, or the indicator of a fact. */
  family: string;
  label: string;
  detail: string | null;
  /** Where the page of the sheet has its several values side by side. */
  anchor: string | null;
  /** As the sheet prints it. */
  text: string;
  years: Range | null;
  /** Where that year comes from. */
  yearNote: string;
  /** Null when the sheet does not say it. */
  frequency: Frequency | null;
  /** Numbers of its sources in the list of the sheet. */
  notes: readonly number[];
  /** What to know before using it. */
  cautions: readonly string[];
}

/** Something of theirs that tells how large the practice was. */
export interface Measure {
  key: string;
  label: string;
  /** What our own number is called. */
  ours: string;
  value: Range;
  notes: readonly number[];
  /** The source, when it is none of the sheet’s. */
  origin: { text: string; url: string | null } | null;
  cautions: readonly string[];
}

export interface Unused {
  label: string;
  why: string;
}

/** What a sheet gives to start from. Plain data: it travels in the page. */
export interface CostsPlan {
  amounts: readonly Amount[];
  /** Documented sums that are no expense of the whole practice. */
  unused: readonly Unused[];
  measures: readonly Measure[];
  /** How large the place of the practice is, in words; null when that is not documented. */
  scale: string | null;
  /** What the fields of the form hold before anybody types. */
  initial: Readonly<Record<string, string>>;
}

/** The amount and the measure that the reader types: the sheet does not know them. */
export const ownKey = 'own';

const mostGrowth = 50;

/** How far apart two sizes may be before we say that the comparison says little: our own choice. */
const farApart = 10;

export interface Missing {
  text: string;
  /** The field of the sheet where it could be documented. */
  field: string | null;
  /** The field of the form where it can be typed. */
  input: string;
}

/** One amount on its way from them to us. */
export interface Step {
  label: string;
  notes: readonly number[];
  amount: Range;
  years: Range;
  /** What the prices are multiplied by. */
  prices: Range;
  result: Range;
}

export interface Result extends Range {
  frequency: Frequency;
  /** The two ends as they are printed: two figures each, never one and the same. */
  shown: Range;
  steps: readonly Step[];
}

export interface Rescaled {
  /** What is wrong in a field, by its name. */
  problems: Readonly<Record<string, string>>;
  /** Without these there is no number. */
  missing: readonly Missing[];
  results: readonly Result[];
  /** What the size multiplies every amount by; null as long as it cannot be known. */
  size: (Range & { theirs: Range; ours: number; share: Range; label: string }) | null;
  cautions: readonly string[];
}

/** What a field holds: what was typed, else what the sheet proposes. */
export const valueIn = ({ initial }: CostsPlan, { typed }: CostsState, name: string): string =>
  (Object.hasOwn(typed, name) ? typed[name] : undefined) ??
  (Object.hasOwn(initial, name) ? initial[name] : undefined) ??
  '';

/** The state with one field changed; what is again as the sheet proposes is not kept. */
export function withField(plan: CostsPlan, state: CostsState, name: string, value: string): CostsState {
  const others = Object.entries(state.typed).filter(([other]) => other !== name);
  const changed = value !== valueIn(plan, { version: 1, typed: {} }, name);
  return { version: 1, typed: Object.fromEntries(changed ? [...others, [name, value]] : others) };
}

/** From the documented amounts to a range for another city, or exactly what is missing for it. */
export function rescale(plan: CostsPlan, state: CostsState): Rescaled {
  const problems: Record<string, string> = {};
  const missing: Missing[] = [];
  const text = (name: string): string => valueIn(plan, state, name);
  const field = <T>(name: string, read: (text: string) => Reading<T>): T | null => {
    const reading = read(text(name));
    if (reading && 'problem' in reading) problems[name] = reading.problem;
    return reading && 'value' in reading ? reading.value : null;
  };
  /** A field that is wrong is said beside it, and counts as missing. */
  const needed = <T>(name: string, value: T | null, what: string, where: string | null): T | null => {
    if (value !== null) return value;
    const problem = problems[name];
    missing.push({
      text: problem ? `${what}: da correggere. ${problem}` : `${what}: manca.`,
      field: problem ? null : where,
      input: name,
    });
    return null;
  };

  const growth = growthOf(field, problems);
  const wanted = field('prices', readYear);
  const share = shareOf(field, problems);
  const size = sizeOf();
  const chosen = chosenAmounts();
  if (problems.prices || (growth && growth.high > 0))
    needed('prices', wanted, 'L’anno a cui si vogliono i prezzi', null);
  const lines = chosen.flatMap((amount) => lineOf(amount) ?? []);
  if (chosen.length === 0)
    missing.push({
      text:
        plan.amounts.length === 0
          ? 'Un importo da cui partire: nella scheda non è documentato. Chi lo conosce può scriverlo.'
          : 'Un importo da cui partire: nessuno è stato scelto né scritto.',
      field: plan.amounts.length === 0 ? 'costs' : null,
      input: plan.amounts[0] ? `use.${plan.amounts[0].key}` : 'own.amount',
    });
  const isStopped = missing.length > 0 || !size || !share || !growth;
  const results = isStopped ? [] : resultsOf(lines, size);
  return { problems, missing: inFormOrder(missing), results, size, cautions: cautionsOf() };

  function growthOf(read: typeof field, faults: Record<string, string>): Range | null {
    const low = read('growthLow', (typed) => readPercent(typed, mostGrowth));
    const high = read('growthHigh', (typed) => readPercent(typed, mostGrowth));
    if (low !== null && high !== null && low > high)
      faults.growthHigh = 'Deve essere almeno quanto il primo numero.';
    const first = needed('growthLow', low, 'Crescita dei prezzi, il valore più basso', null);
    const last = needed(
      'growthHigh',
      faults.growthHigh ? null : high,
      'Crescita dei prezzi, il valore più alto',
      null,
    );
    return first === null || last === null ? null : { low: first, high: last };
  }

  function shareOf(read: typeof field, faults: Record<string, string>): Range | null {
    const low = read('shareLow', (typed) => readPercent(typed, 100));
    const high = read('shareHigh', (typed) => readPercent(typed, 100));
    if (low !== null && high !== null && low > high)
      faults.shareHigh = 'Deve essere almeno quanto il primo numero.';
    const first = needed('shareLow', low, 'Quanta parte del costo cresce con la grandezza, il minimo', null);
    const last = needed(
      'shareHigh',
      faults.shareHigh ? null : high,
      'Quanta parte del costo cresce con la grandezza, il massimo',
      null,
    );
    return first === null || last === null ? null : { low: first / 100, high: last / 100 };
  }

  function sizeOf(): Rescaled['size'] {
    const key = text('measure');
    const measure = plan.measures.find((one) => one.key === key);
    if (!measure && key !== ownKey) {
      const [first] = plan.measures;
      missing.push({
        text: first
          ? 'Con che cosa si misura la grandezza: la scheda non riguarda una città intera, o non lo dice, e la misura va scelta o scritta.'
          : 'La grandezza del loro intervento: quante persone abbia raggiunto, o per quanti abitanti fosse, nella scheda non è documentato. Chi lo sa può scriverlo.',
        field: first ? null : 'facts',
        input: 'measure',
      });
      return null;
    }
    const label = measure?.label ?? (text('measureName').trim() || 'misura scritta a mano');
    const theirs = needed(
      `theirs.${key}`,
      field(`theirs.${key}`, readCount),
      `Da loro, ${label}`,
      measure ? null : 'facts',
    );
    const ours = needed(
      `ours.${key}`,
      field(`ours.${key}`, readOneCount),
      `Da noi, ${measure?.ours ?? label}`,
      null,
    );
    if (!theirs || ours === null || !share) return null;
    const factors = [theirs.low, theirs.high].flatMap((one) =>
      [share.low, share.high].map((part) => 1 - part + (part * ours) / one),
    );
    return { low: Math.min(...factors), high: Math.max(...factors), theirs, ours, share, label };
  }

  function chosenAmounts(): Amount[] {
    const own = ownAmount();
    return [...plan.amounts.filter(({ key }) => text(`use.${key}`) === 'yes'), ...(own ? [own] : [])];
  }

  function ownAmount(): Amount | null {
    if (text('own.amount').trim() === '') return null;
    const value = needed('own.amount', field('own.amount', readEuro), 'L’importo scritto a mano', null);
    if (!value) return null;
    return {
      key: ownKey,
      family: ownKey,
      label: text('own.name').trim() || 'Importo scritto a mano',
      detail: null,
      anchor: null,
      text: '',
      ...value,
      years: null,
      yearNote: '',
      frequency: null,
      notes: [],
      cautions: ['Un importo è scritto a mano: nella scheda non c’è, e non ha una fonte.'],
    };
  }

  function lineOf(amount: Amount): (Step & { frequency: Frequency }) | null {
    const { key, label } = amount;
    const years = needed(
      `year.${key}`,
      field(`year.${key}`, readYears),
      `L’anno dei prezzi di «${label}»`,
      key === ownKey ? null : amount.family === 'costs' ? 'costs' : 'facts',
    );
    const frequency = frequencies.find((one) => one === text(`kind.${key}`)) ?? null;
    needed(`kind.${key}`, frequency, `Se «${label}» si paga una volta sola o ogni anno`, null);
    if (!years || !frequency || !growth) return null;
    const prices = pricesFactor(years, wanted, growth);
    const result = size
      ? { low: amount.low * prices.low * size.low, high: amount.high * prices.high * size.high }
      : { low: 0, high: 0 };
    return {
      label,
      notes: amount.notes,
      amount: { low: amount.low, high: amount.high },
      years,
      prices,
      result,
      frequency,
    };
  }

  function cautionsOf(): string[] {
    const measure = plan.measures.find(({ key }) => key === text('measure'));
    const gone = Object.keys(state.typed).filter(
      (name) => name.startsWith('use.') && !plan.amounts.some(({ key }) => name === `use.${key}`),
    );
    return [
      ...chosen.flatMap(({ cautions }) => cautions),
      ...sumCautions(chosen),
      ...(measure?.cautions ?? []),
      ...(size && isFar(size) ? [farText] : []),
      ...(gone.length > 0 ? ['Un importo scelto a suo tempo non è più nella scheda: qui non si conta.'] : []),
    ];
  }
}

/** The order of the form: amounts, prices, size, share. */
const partOrder = [/^(?:use|own|year|kind)\b/, /^(?:prices|growth)/, /^(?:measure|theirs|ours)/, /^share/];
const partOf = ({ input }: Missing): number => partOrder.findIndex((pattern) => pattern.test(input));
const inFormOrder = (missing: readonly Missing[]): Missing[] =>
  [...missing].sort((a, b) => partOf(a) - partOf(b));

const farText = `La nostra grandezza e la loro differiscono di oltre ${farApart} volte: un confronto così lontano dice poco. (La soglia è una scelta nostra.)`;

const isFar = ({ theirs, ours }: { theirs: Range; ours: number }): boolean =>
  ours > theirs.low * farApart || ours * farApart < theirs.high;

/** Sums are only those that the reader chose, and even so they may count the same money twice. */
function sumCautions(chosen: readonly Amount[]): string[] {
  if (chosen.length < 2) return [];
  const mixed = new Set(chosen.map(({ family }) => family)).size > 1;
  return [
    mixed
      ? 'Gli importi scelti sono di genere diverso (spese, finanziamenti, totali, parti): va controllato che non siano gli stessi soldi contati due volte.'
      : 'Gli importi scelti si sommano: va controllato che nessuno comprenda gli altri.',
  ];
}

/** Years passed between the prices of the amount and those wanted; without a wanted year prices stay as they are. */
function pricesFactor(years: Range, wanted: number | null, growth: Range): Range {
  if (wanted === null) return { low: 1, high: 1 };
  const factors = [years.low, years.high].flatMap((year) =>
    [growth.low, growth.high].map((percent) => (1 + percent / 100) ** (wanted - year)),
  );
  return { low: Math.min(...factors), high: Math.max(...factors) };
}

function resultsOf(lines: readonly (Step & { frequency: Frequency })[], size: Range | null): Result[] {
  if (!size) return [];
  return frequencies.flatMap((frequency) => {
    const steps = lines.filter((line) => line.frequency === frequency);
    if (steps.length === 0) return [];
    const low = steps.reduce((sum, { result }) => sum + result.low, 0);
    const high = steps.reduce((sum, { result }) => sum + result.high, 0);
    return { frequency, low, high, shown: shownOf({ low, high }), steps };
  });
}

/**
 * Two figures: the lowest rounded down, the highest up, so that rounding never makes the range narrower. Where both
 * would be the same number each moves by one more step: a single figure would promise what nobody knows.
 */
export function shownOf({ low, high }: Range): Range {
  const shown = { low: rounded(low, Math.floor), high: rounded(high, Math.ceil) };
  if (shown.low < shown.high) return shown;
  return {
    low: rounded(shown.low - stepOf(shown.low * (1 - 1e-9)), Math.floor),
    high: rounded(shown.high + stepOf(shown.high), Math.ceil),
  };
}

/** The worth of the second figure, at least one euro. */
const stepOf = (value: number): number => (value < 10 ? 1 : 10 ** (Math.floor(Math.log10(value)) - 1));

function rounded(value: number, round: (value: number) => number): number {
  const exact = Number(value.toPrecision(12));
  const step = stepOf(exact);
  return Math.max(0, round(Number((exact / step).toPrecision(12))) * step);
}
