import { anchorOf, plural } from '../../knowledge/format.ts';
import { italianRegions } from '../../knowledge/italy-parts.ts';
import {
  cityGroups,
  groupSlugs,
  placeOf,
  placeWith,
  sizeClasses,
  type CityGroup,
  type CityTraits,
  type OwnPlace,
  type SizeClass,
} from '../../knowledge/similar-cities.ts';
import { cityRoles } from '../../schemas/labels.ts';

/** What the reader chose: a city, or some traits. Nothing at all when the page is opened. */
export interface Choice {
  city?: CityTraits | undefined;
  size?: SizeClass | undefined;
  region?: string | undefined;
  group?: CityGroup | undefined;
}

/** The names of the choices, in addresses and in forms. */
export const names = { city: 'citta', size: 'classe', region: 'regione', group: 'gruppo' } as const;

const sizeOf = (id: string) => sizeClasses.find((size) => size.id === id);
const regionOf = (slug: string) => italianRegions.find((region) => anchorOf(region) === slug);
const groupOf = (slug: string) => cityGroups.find((group) => groupSlugs[group] === slug);

export interface ReadChoice {
  choice: Choice;
  /** What the address asks for and is not there, in words. */
  unknown: string[];
}

/** Reads an address; a city says all, so what stands beside it does not count. */
export function readChoice(query: string, cities: ReadonlyMap<string, CityTraits>): ReadChoice {
  const params = new URLSearchParams(query);
  const unknown: string[] = [];
  const read = <T>(name: string, what: string, find: (value: string) => T | undefined): T | undefined => {
    const value = params.get(name)?.trim().toLowerCase();
    if (!value) return undefined;
    const found = find(value);
    if (found === undefined) unknown.push(`${what} «${value.slice(0, 60)}»`);
    return found;
  };
  const city = read(names.city, 'la città', (id) => cities.get(id));
  const size = read(names.size, 'la classe di abitanti', (id) => sizeOf(id)?.id);
  const region = read(names.region, 'la regione', regionOf);
  const group = read(names.group, 'il gruppo', groupOf);
  return { choice: city ? { city } : { size, region, group }, unknown };
}

/** The query of the address of a choice; empty for none. */
export function writeChoice({ city, size, region, group }: Choice): string {
  const params = new URLSearchParams();
  if (city) params.set(names.city, city.id);
  else {
    if (size) params.set(names.size, size);
    if (region) params.set(names.region, anchorOf(region));
    if (group) params.set(names.group, groupSlugs[group]);
  }
  const query = params.toString();
  return query && `?${query}`;
}

/** The place that others are compared with; null while nothing is chosen. */
export function placeOfChoice({ city, ...traits }: Choice): OwnPlace | null {
  if (city) return placeOf(city);
  return traits.size || traits.region || traits.group ? placeWith(traits) : null;
}

/** «Andria», «una città così: fra 50 e 100 mila abitanti, Puglia». */
export function choiceText({ city, size, region, group }: Choice): string {
  if (city) return city.title;
  const told = [size && sizeOf(size)?.text, region, group && cityRoles[group]].filter(Boolean);
  return `una città così: ${told.join(', ')}`;
}

/** What is said aloud once the list has its order; the reader's own city is not in it. */
export function statusText(choice: Choice, count: number): string {
  const other = choice.city ? ['altra città', 'altre città'] : ['città', 'città'];
  if (count === 0)
    return choice.city
      ? `Oltre a ${choice.city.title}, nessuna città ha ancora raccontato qualcosa.`
      : 'Nessuna città ha ancora raccontato qualcosa.';
  return `${plural(count, other[0] ?? '', other[1] ?? '')} in ordine di vicinanza con ${choiceText(choice)}.`;
}

/** Says what of the address was left out, and what to do. */
export const unknownText = (unknown: readonly string[]): string =>
  `L’indirizzo chiede ${unknown.join(' e ')}, che qui non c’è: non ne teniamo conto. Scegli dall’elenco.`;
