import { cityRoles } from '../schemas/labels.ts';
import type { City } from '../schemas/city.ts';
import { alphabetical, formatNumber } from './format.ts';
import { partOfItaly } from './italy-parts.ts';

/** Roles that make cities companions: the same programme, the same kind of government. */
export const cityGroups = ['medium-south', 'metropolitan'] as const;
export type CityGroup = (typeof cityGroups)[number];

/** How a group is called in published addresses. */
export const groupSlugs: Record<CityGroup, string> = {
  'medium-south': 'citta-medie-del-sud',
  metropolitan: 'citta-metropolitane',
};

/** The classes are a little over a doubling each; their ids stand in published addresses. */
export const sizeClasses = [
  { id: 'meno-di-20-mila', below: 20_000, text: 'meno di 20 mila abitanti' },
  { id: '20-50-mila', below: 50_000, text: 'fra 20 e 50 mila abitanti' },
  { id: '50-100-mila', below: 100_000, text: 'fra 50 e 100 mila abitanti' },
  { id: '100-250-mila', below: 250_000, text: 'fra 100 e 250 mila abitanti' },
  { id: '250-500-mila', below: 500_000, text: 'fra 250 e 500 mila abitanti' },
  { id: 'almeno-500-mila', below: Infinity, text: '500 mila abitanti o più' },
] as const;
export type SizeClass = (typeof sizeClasses)[number]['id'];

interface Coordinates {
  latitude: number;
  longitude: number;
}

/** What the base knows of a city and two cities are compared by; null is what it does not know. */
export interface CityTraits {
  id: string;
  title: string;
  country: string;
  region: string | null;
  people: number | null;
  at: Coordinates | null;
  groups: readonly CityGroup[];
}

/** The reader's own place: a city, or only what was chosen of it. What is null does not count. */
export interface OwnPlace {
  groups: readonly CityGroup[] | null;
  size: SizeClass | null;
  people: number | null;
  country: string | null;
  region: string | null;
  at: Coordinates | null;
}

/** In words, one sentence for each criterion that says something; in the order of the rule. */
export interface Closeness {
  same: string[];
  different: string[];
}

/** Printed where one of the two lists is empty and the other is not. */
export const nothingToTell = 'Niente, fra le cose confrontate';

/** The rule as it is printed; `keysOf` follows it line by line. */
export const closenessRule = [
  'Il gruppo: prima le città dello stesso gruppo. I gruppi sono due: le città medie del Sud del PN Metro Plus 2021-2027 e le città metropolitane.',
  'La grandezza: prima quelle della stessa classe di abitanti, o con una differenza entro un quarto; poi quelle di una classe accanto, di due classi, e così via.',
  'Il territorio: prima la stessa regione, poi la stessa parte d’Italia (Nord, Centro, Mezzogiorno), poi il resto del paese, poi gli altri paesi.',
  'La distanza in linea d’aria: prima le più vicine.',
] as const;

export const traitsOf = (id: string, city: City): CityTraits => ({
  id,
  title: city.title,
  country: city.country,
  region: city.region ?? null,
  people: city.population?.value ?? null,
  at:
    city.latitude === undefined || city.longitude === undefined
      ? null
      : { latitude: city.latitude, longitude: city.longitude },
  groups: cityGroups.filter((group) => city.roles.includes(group)),
});

/** A city of the base as the reader's own. */
export const placeOf = ({ people, ...city }: CityTraits): OwnPlace => ({
  groups: city.groups,
  size: people === null ? null : sizeOf(people),
  people,
  country: city.country,
  region: city.region,
  at: city.at,
});

/** A place told only by some traits; a region is Italian. */
export const placeWith = (chosen: {
  size?: SizeClass | undefined;
  region?: string | undefined;
  group?: CityGroup | undefined;
}): OwnPlace => ({
  groups: chosen.group ? [chosen.group] : null,
  size: chosen.size ?? null,
  people: null,
  country: chosen.region ? 'Italia' : null,
  region: chosen.region ?? null,
  at: null,
});

/** The closest first: one criterion after the other, never a sum of them; equals by name. */
export function byCloseness<C extends CityTraits>(mine: OwnPlace, cities: readonly C[]): C[] {
  return cities
    .map((city) => ({ city, keys: keysOf(mine, city) }))
    .sort((a, b) => compareKeys(a.keys, b.keys) || alphabetical(a.city.title, b.city.title))
    .map(({ city }) => city);
}

/** What a city shares with the reader's own and what it does not, criterion by criterion. */
export function closenessOf(mine: OwnPlace, city: CityTraits): Closeness {
  const told = [groupWords, sizeWords, territoryWords, distanceWords].map((words) => words(mine, city));
  return {
    same: told.flatMap(({ same = [] }) => same),
    different: told.flatMap(({ different = [] }) => different),
  };
}

/** Smaller is closer, `Infinity` is not known. What the reader did not say is 0 for all. */
function keysOf(mine: OwnPlace, city: CityTraits): number[] {
  return [
    mine.groups === null || sharedGroup(mine, city) ? 0 : 1,
    classesApart(mine, city),
    territoryStep(mine, city),
    mine.at === null ? 0 : (kilometresTo(mine, city) ?? Infinity),
  ];
}

function compareKeys(a: readonly number[], b: readonly number[]): number {
  const first = a.findIndex((key, index) => key !== b[index]);
  return first === -1 ? 0 : (a[first] as number) < (b[first] as number) ? -1 : 1;
}

const sharedGroup = ({ groups }: OwnPlace, city: CityTraits): CityGroup | undefined =>
  groups?.find((group) => city.groups.includes(group));

const classIndex = (people: number): number => sizeClasses.findIndex(({ below }) => people < below);
const sizeOf = (people: number): SizeClass => (sizeClasses[classIndex(people)] ?? sizeClasses[5]).id;
const sizeText = (size: SizeClass): string => sizeClasses.find(({ id }) => id === size)?.text ?? size;

/** How many times the bigger has the people of the smaller; null when one of the two is not known. */
const ratioOf = (mine: OwnPlace, { people }: CityTraits): number | null =>
  mine.people === null || people === null
    ? null
    : Math.max(mine.people, people) / Math.min(mine.people, people);

function classesApart(mine: OwnPlace, city: CityTraits): number {
  if (mine.size === null) return 0;
  if (city.people === null) return Infinity;
  // a class has an edge, and two cities on its two sides may be as good as equal
  if ((ratioOf(mine, city) ?? Infinity) <= 1.25) return 0;
  return Math.abs(classIndex(city.people) - sizeClasses.findIndex(({ id }) => id === mine.size));
}

function territoryStep(mine: OwnPlace, city: CityTraits): number {
  if (mine.country === null) return 0;
  if (mine.country !== city.country) return 3;
  if (mine.region !== null && mine.region === city.region) return 0;
  const part = partOfItaly(mine.region);
  return part !== null && part === partOfItaly(city.region) ? 1 : 2;
}

/** Along the great circle, on a sphere. */
function kilometresTo(mine: OwnPlace, { at }: CityTraits): number | null {
  if (mine.at === null || at === null) return null;
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const [from, to] = [radians(mine.at.latitude), radians(at.latitude)];
  const height = Math.sin((to - from) / 2) ** 2;
  const width = Math.sin(radians(at.longitude - mine.at.longitude) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(height + Math.cos(from) * Math.cos(to) * width)));
}

type Words = { same?: string[]; different?: string[] };

function groupWords(mine: OwnPlace, city: CityTraits): Words {
  if (mine.groups === null) return {};
  const shared = sharedGroup(mine, city);
  if (shared) return { same: [`È una ${cityRoles[shared]}, come la tua`] };
  const [own] = mine.groups;
  const [other] = city.groups;
  if (other) return { different: [`È una ${cityRoles[other]}, la tua no`] };
  return own ? { different: [`Non risulta una ${cityRoles[own]}`] } : {};
}

function sizeWords(mine: OwnPlace, city: CityTraits): Words {
  if (mine.size === null) return {};
  if (city.people === null) return { different: ['Quanti abitanti ha non è documentato qui'] };
  const size = sizeOf(city.people);
  const ratio = ratioOf(mine, city);
  const isBigger = mine.people === null ? classesUp(mine.size, size) > 0 : city.people > mine.people;
  const word = isBigger ? 'È più grande' : 'È più piccola';
  const far = ratio !== null && ratio >= 2 ? [`${word}: ${timesText(ratio, isBigger)}`] : [];
  if (size === mine.size) return { same: [`Ha ${sizeText(size)}, come la tua`], different: far };
  if (ratio !== null && ratio <= 1.25) return { same: ['Ha quasi tanti abitanti quanti la tua'] };
  return { different: far.length > 0 ? far : [`${word}: ${sizeText(size)}`] };
}

const classesUp = (from: SizeClass, to: SizeClass): number =>
  sizeClasses.findIndex(({ id }) => id === to) - sizeClasses.findIndex(({ id }) => id === from);

const fractions = ['la metà', 'un terzo', 'un quarto', 'un quinto', 'un sesto', 'un settimo', 'un ottavo'];

/** `circa il triplo degli abitanti`, `circa un terzo degli abitanti`. */
function timesText(ratio: number, isBigger: boolean): string {
  const times = Math.round(ratio);
  const bigger = ['il doppio degli abitanti', 'il triplo degli abitanti'][times - 2];
  if (isBigger) return `circa ${bigger ?? `${formatNumber(times)} volte gli abitanti`}`;
  const part = fractions[times - 2];
  return part ? `circa ${part} degli abitanti` : `gli abitanti sono circa ${formatNumber(times)} volte meno`;
}

function territoryWords(mine: OwnPlace, city: CityTraits): Words {
  if (mine.country === null) return {};
  if (mine.country !== city.country) return { different: [`È in un altro paese: ${city.country}`] };
  if (mine.region === null || city.region === null) return {};
  if (mine.region === city.region) return { same: [`È della stessa regione: ${city.region}`] };
  const [own, other] = [partOfItaly(mine.region), partOfItaly(city.region)];
  const different = [`È di un’altra regione: ${city.region}`];
  if (own === null || other === null) return { different };
  if (own === other) return { same: [`È del ${other}, come la tua`], different };
  return { different: [`È del ${other} (${city.region}), la tua del ${own}`] };
}

/** A distance that a day's visit can cover is a reason; a longer one a difference. */
const near = 100;

function distanceWords(mine: OwnPlace, city: CityTraits): Words {
  const kilometres = kilometresTo(mine, city);
  if (kilometres === null) return {};
  // coordinates are approximate: a finer figure would say more than they know
  const tens = Math.round(kilometres / 10) * 10;
  const text =
    tens < 10 ? 'È a meno di 10 km in linea d’aria' : `È a circa ${formatNumber(tens)} km in linea d’aria`;
  return tens <= near ? { same: [text] } : { different: [text] };
}
