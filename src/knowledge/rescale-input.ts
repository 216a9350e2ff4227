import { formatNumber } from './italian.ts';

/** What was typed, read: a value, or what is wrong with it; null when the field is empty. */
export type Reading<T> = { value: T } | { problem: string } | null;

/** A lowest and a highest number; equal when one was typed. */
export interface Range {
  low: number;
  high: number;
}

const yearLimits = { least: 1950, most: 2050 } as const;
const mostEuro = 10_000_000_000;
const mostPeople = 100_000_000;

const multipliers: Readonly<Record<string, number>> = {
  mila: 1e3,
  milione: 1e6,
  milioni: 1e6,
  miliardo: 1e9,
  miliardi: 1e9,
};

/** `1.285.000`, `1285000`, `1,4 milioni`, `60 mila` as Italians write them; undefined when it is no number. */
function numberIn(text: string): number | undefined {
  const [, digits = '', word] = /^([\d.,]+)(mila|milion[ei]|miliard[oi])?$/.exec(text) ?? [];
  const times = word ? (multipliers[word] ?? 1) : 1;
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(digits))
    return Number(digits.replaceAll('.', '').replace(',', '.')) * times;
  if (/^\d+(?:,\d+)?$/.test(digits)) return Number(digits.replace(',', '.')) * times;
  return /^\d+\.\d{1,2}$/.test(digits) ? Number(digits) * times : undefined;
}

/** The numbers of «2.500», «da 1.000 a 3.300», «2017–2020», without spaces and signs of money; null when they are none. */
function numbersIn(text: string): number[] | null {
  const bare = text
    .toLowerCase()
    .replace(/\s|€|%|euro/g, '')
    .replace(/^da(?=\d)/, '');
  const numbers = bare.split(/[-–—]|(?<=\d|mila|milion[ei]|miliard[oi])a(?=\d)/).map(numberIn);
  return numbers.length <= 2 && numbers.every((one) => one !== undefined) ? numbers : null;
}

interface Limits {
  /** Lowest and highest allowed; `above` asks for more than the lowest. */
  least: number;
  most: number;
  above?: boolean;
  whole?: boolean;
  example: string;
  tooMuch: string;
}

function read(text: string, limits: Limits): Reading<Range> {
  const bare = text.trim();
  if (bare === '') return null;
  if (/^[-−–]/.test(bare)) return { problem: 'Il numero non può essere negativo.' };
  const numbers = numbersIn(bare);
  if (!numbers) return { problem: `Scrivi un numero in cifre, per esempio ${limits.example}.` };
  const [low = 0, high = low] = numbers;
  if (low > high) return { problem: 'Il primo numero deve essere il più basso.' };
  if (low < limits.least || (limits.above && low === limits.least))
    return { problem: `Scrivi un numero più grande di ${formatNumber(limits.least)}.` };
  if (high > limits.most) return { problem: limits.tooMuch };
  if (limits.whole && !(Number.isInteger(low) && Number.isInteger(high)))
    return { problem: 'Scrivi un numero intero, senza virgola.' };
  return { value: { low, high } };
}

/** Only one number where a range would say nothing. */
function single(reading: Reading<Range>): Reading<number> {
  if (!reading || 'problem' in reading) return reading;
  const { low, high } = reading.value;
  return low === high ? { value: low } : { problem: 'Qui serve un numero solo.' };
}

export const readEuro = (text: string): Reading<Range> =>
  read(text, {
    least: 0,
    above: true,
    most: mostEuro,
    example: '250.000',
    tooMuch: 'È più di dieci miliardi di euro: controlla gli zeri.',
  });

/** A number of inhabitants, of people, of whatever is counted one by one. */
export const readCount = (text: string): Reading<Range> =>
  read(text, {
    least: 0,
    above: true,
    most: mostPeople,
    whole: true,
    example: '59.000',
    tooMuch: 'È più di cento milioni: controlla gli zeri.',
  });

export const readOneCount = (text: string): Reading<number> => single(readCount(text));

export const readPercent = (text: string, most: number): Reading<number> =>
  single(
    read(text, {
      least: 0,
      most,
      example: '2,5',
      tooMuch: `Scrivi una percentuale fra 0 e ${most}.`,
    }),
  );

/** A year, or a first and a last one. */
export function readYears(text: string): Reading<Range> {
  const bare = text.replace(/\s/g, '');
  if (bare === '') return null;
  const [, first, last = first] = /^(\d{4})(?:[-–—a](\d{4}))?$/.exec(bare.replace(/^dal?(?=\d)/, '')) ?? [];
  if (!first || !last)
    return { problem: 'Scrivi un anno di quattro cifre, per esempio 2020, o due: 2018–2020.' };
  const value = { low: Number(first), high: Number(last) };
  if (value.low > value.high) return { problem: 'Il primo anno deve venire prima del secondo.' };
  if (value.low < yearLimits.least || value.high > yearLimits.most)
    return { problem: `Scrivi un anno fra ${yearLimits.least} e ${yearLimits.most}.` };
  return { value };
}

export const readYear = (text: string): Reading<number> => single(readYears(text));
