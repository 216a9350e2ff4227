import { costKinds } from '../schemas/labels.ts';
import { capital, formatEuro, formatNumber } from './format.ts';
import type { Range } from './rescale-input.ts';
import {
  shownOf,
  valueIn,
  type CostsPlan,
  type CostsState,
  type Rescaled,
  type Result,
  type Step,
} from './rescale.ts';

/** How the numbers are put together, for whoever wants to do it by hand. */
export const formulaText =
  'importo × prezzi × [ parte che non cresce + parte che cresce × la nostra grandezza ÷ la loro ]';

export const roundingText =
  'Il valore più basso è arrotondato in giù e il più alto in su, a due cifre; dove darebbero lo stesso numero l’intervallo si allarga di un passo, perché una cifra sola prometterebbe una precisione che non c’è. Anche i passaggi sono stampati arrotondati.';

export const growthWhy =
  'Da 0 a 0 vuol dire prezzi non rivalutati. Nelle fonti della base non c’è un indice dei prezzi: chi ne ha uno scrive qui la crescita media in un anno.';

export const shareWhy =
  'Ipotesi nostra, non un risultato: nessuna fonte della base dice quanta parte del costo cresca con la grandezza. A 0% costa lo stesso dovunque; a 100%, per il doppio della grandezza, costa il doppio.';

const factor = /* @__PURE__ */ new Intl.NumberFormat('it-IT', { maximumSignificantDigits: 3 });

const between = ({ low, high }: Range, write: (value: number) => string): string =>
  write(low) === write(high) ? write(low) : `da ${write(low)} a ${write(high)}`;

const euroRange = (range: Range): string => between(range, formatEuro);
export const countRange = (range: Range): string => between(range, formatNumber);
const factorRange = (range: Range): string => between(range, (value) => factor.format(value));
const yearRange = ({ low, high }: Range): string => (low === high ? `${low}` : `${low}–${high}`);
const percentRange = (range: Range): string =>
  between({ low: range.low * 100, high: range.high * 100 }, (value) => `${factor.format(value)}%`);

/** `Una volta sola: da 350.000 € a 760.000 €`. */
export const resultTitle = ({ frequency }: Result): string => capital(costKinds[frequency]);
export const resultText = ({ shown }: Result): string => euroRange(shown);

/** In whose prices the result is. */
export function pricesText(plan: CostsPlan, state: CostsState, { steps }: Result): string {
  const wanted = valueIn(plan, state, 'prices').trim();
  const isRevalued = steps.some(({ prices }) => prices.low !== 1 || prices.high !== 1);
  if (isRevalued) return `a prezzi del ${wanted}`;
  const years = {
    low: Math.min(...steps.map((step) => step.years.low)),
    high: Math.max(...steps.map((step) => step.years.high)),
  };
  return `a prezzi del ${yearRange(years)}, non rivalutati`;
}

/** The cells of one line of the sum. */
export function stepTexts({ amount, prices, result }: Step, size: Range): string[] {
  return [euroRange(amount), factorRange(prices), factorRange(size), euroRange(shownOf(result))];
}

/** What the size does, with its numbers. */
export function sizeText({ theirs, ours, share, low, high, label }: NonNullable<Rescaled['size']>): string {
  return `Grandezza (${label}): da noi ${formatNumber(ours)}, da loro ${countRange(theirs)}. Cresce con la grandezza ${percentRange(share)} del costo: moltiplica per ${factorRange({ low, high })}.`;
}

export interface Assumption {
  label: string;
  value: string | null;
  why: string;
  notes: readonly number[];
  url?: string | null | undefined;
}

/** What is not the sheet’s to document. */
const toWrite = 'da scrivere';

/** Everything that the result rests on, with where each comes from. */
export function assumptionsOf(plan: CostsPlan, state: CostsState): { title: string; rows: Assumption[] }[] {
  const text = (name: string): string => valueIn(plan, state, name).trim();
  const isTyped = (name: string): boolean => Object.hasOwn(state.typed, name);
  const kindText = (name: string): string | null => {
    const kind = text(name);
    return kind === 'oneOff' || kind === 'recurring' ? costKinds[kind] : null;
  };
  const amounts = plan.amounts
    .filter(({ key }) => text(`use.${key}`) === 'yes')
    .flatMap(({ key, label, detail, text: amount, notes, yearNote, frequency }): Assumption[] => [
      { label, value: amount, why: ['Dalla scheda.', detail].filter(Boolean).join(' '), notes },
      {
        label: `Anno dei prezzi di «${label}»`,
        value: text(`year.${key}`) || null,
        why: isTyped(`year.${key}`) ? 'Scritto a mano.' : yearNote,
        notes: [],
      },
      {
        label: `«${label}» si paga`,
        value: kindText(`kind.${key}`) ?? 'da scegliere',
        why: isTyped(`kind.${key}`) || !frequency ? 'Scelto a mano: la scheda non lo dice.' : frequencyWhy,
        notes: [],
      },
    ]);
  const own: Assumption[] =
    text('own.amount') === ''
      ? []
      : [
          {
            label: text('own.name') || 'Un altro importo',
            value: [text('own.amount'), text('year.own') && `anno ${text('year.own')}`, kindText('kind.own')]
              .filter(Boolean)
              .join('; '),
            why: 'Scritto a mano: nella scheda non c’è, e non ha una fonte.',
            notes: [],
          },
        ];
  const key = text('measure');
  const ownMeasure = key === '' ? 'misura da scegliere' : text('measureName') || 'misura scritta a mano';
  const measure = plan.measures.find((one) => one.key === key);
  const theirs: Assumption = {
    label: `Da loro: ${measure?.label ?? ownMeasure}`,
    value: text(`theirs.${key}`) || toWrite,
    why:
      measure && !isTyped(`theirs.${key}`)
        ? (measure.origin?.text ?? 'Dalla scheda.')
        : 'Scritto a mano: non ha una fonte.',
    notes: measure && !isTyped(`theirs.${key}`) ? measure.notes : [],
    url: measure && !isTyped(`theirs.${key}`) ? measure.origin?.url : null,
  };
  const isShareOurs = !isTyped('shareLow') && !isTyped('shareHigh');
  return [
    { title: 'Importi', rows: [...amounts, ...own] },
    {
      title: 'Prezzi',
      rows: [
        {
          label: 'Anno a cui si vogliono i prezzi',
          value: text('prices') || 'quello degli importi',
          why: isTyped('prices') ? 'Scritto a mano.' : 'Senza un anno i prezzi restano quelli degli importi.',
          notes: [],
        },
        {
          label: 'Crescita dei prezzi in un anno',
          value: `da ${text('growthLow')}% a ${text('growthHigh')}%`,
          why: growthWhy,
          notes: [],
        },
      ],
    },
    {
      title: 'Grandezza',
      rows: [
        theirs,
        {
          label: `Da noi: ${measure?.ours ?? ownMeasure}`,
          value: text(`ours.${key}`) || toWrite,
          why: 'Scritto a mano.',
          notes: [],
        },
        {
          label: 'Quanta parte del costo cresce con la grandezza',
          value: `da ${text('shareLow')}% a ${text('shareHigh')}%`,
          why: isShareOurs ? shareWhy : `Scritta a mano. ${shareWhy}`,
          notes: [],
        },
      ],
    },
  ].filter(({ rows }) => rows.length > 0);
}

const frequencyWhy =
  'Dalla scheda: è una voce con la sua frequenza, oppure un totale, che vale per tutta la durata.';
