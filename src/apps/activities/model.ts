/** Which activities fit a session: what the reader asks, and what each card says of itself. */

/** As it stands in the address: Italian words. An empty text asks nothing. */
export interface Choice {
  minuti: string;
  persone: string;
  scopo: string;
  difficolta: string;
  area: string;
}

export const filterNames = ['minuti', 'persone', 'scopo', 'difficolta', 'area'] as const;
export type FilterName = (typeof filterNames)[number];

export interface Activity {
  /** The shortest it can be. */
  minutes: number;
  people: { min: number; max: number };
  purposes: readonly string[];
  difficulty: string;
  /** None: it fits them all. */
  areas: readonly string[];
}

export const emptyChoice: Choice = { minuti: '', persone: '', scopo: '', difficolta: '', area: '' };

/** Reads an address; what is no number, or none of the `options` of the form, is left out. */
export function readChoice(search: string, options: Readonly<Record<string, readonly string[]>>): Choice {
  const params = new URLSearchParams(search);
  const number = (name: FilterName): string => wholeNumber(params.get(name) ?? '');
  const option = (name: FilterName): string => {
    const value = params.get(name) ?? '';
    return options[name]?.includes(value) ? value : '';
  };
  return {
    minuti: number('minuti'),
    persone: number('persone'),
    scopo: option('scopo'),
    difficolta: option('difficolta'),
    area: option('area'),
  };
}

/** `« 045 »` → `45`; empty for what is no number of minutes or of people. */
export function wholeNumber(text: string): string {
  const digits = /^\s*0*([1-9]\d{0,3})\s*$/.exec(text);
  return digits?.[1] ?? '';
}

/** The address of a choice, below the page’s own. */
export function addressOf(choice: Choice): string {
  const params = new URLSearchParams();
  for (const name of filterNames) if (choice[name] !== '') params.set(name, choice[name]);
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

export const isSame = (one: Choice, other: Choice): boolean =>
  filterNames.every((name) => one[name] === other[name]);

export const chosenFilters = (choice: Choice): FilterName[] =>
  filterNames.filter((name) => choice[name] !== '');

const tests: Record<FilterName, (activity: Activity, value: string) => boolean> = {
  minuti: ({ minutes }, value) => minutes <= Number(value),
  persone: ({ people }, value) => people.min <= Number(value) && Number(value) <= people.max,
  scopo: ({ purposes }, value) => purposes.includes(value),
  difficolta: ({ difficulty }, value) => difficulty === value,
  area: ({ areas }, value) => areas.length === 0 || areas.includes(value),
};

export const fits = (activity: Activity, choice: Choice): boolean =>
  chosenFilters(choice).every((name) => tests[name](activity, choice[name]));

export interface Loosening {
  name: FilterName;
  /** How many fit without that filter. */
  count: number;
}

/** Where nothing fits: the filters without which something would, the most generous first. */
export const loosenings = (activities: readonly Activity[], choice: Choice): Loosening[] =>
  chosenFilters(choice)
    .map((name) => {
      const looser = { ...choice, [name]: '' };
      return { name, count: activities.filter((activity) => fits(activity, looser)).length };
    })
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count);

/** `3 attività su 26` */
export const countText = (fitting: number, all: number): string =>
  fitting === all
    ? `${all} attività`
    : fitting === 0
      ? `Nessuna attività su ${all}`
      : `${fitting} attività su ${all}`;
