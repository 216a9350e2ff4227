import { searchFilters, type SearchFilter } from '../../knowledge/search-kinds.ts';

export type Chosen = Readonly<Record<SearchFilter, readonly string[]>>;

/** What the reader asks. The address of the page says the same, so that it can be sent, and gone back to. */
export interface SearchState {
  query: string;
  chosen: Chosen;
}

/** The ids that the page offers: any other in an address is ignored. */
export type Known = Readonly<Record<SearchFilter, ReadonlySet<string>>>;

const longestQuery = 200;
const onEach = <T>(of: (name: SearchFilter) => T): Record<SearchFilter, T> =>
  Object.fromEntries(searchFilters.map((name) => [name, of(name)])) as Record<SearchFilter, T>;

const nothingChosen: Chosen = onEach(() => []);

/** One line of characters that an address can carry, no longer than anyone types. */
export const tidy = (query: string): string =>
  query
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longestQuery)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
    .toWellFormed();

/** Values may be repeated (`area=a&area=b`, as a form writes them) or in one list (`area=a,b`). */
function valuesIn(search: string): Record<SearchFilter, string[]> {
  const parameters = new URLSearchParams(search);
  return onEach((name) => {
    const values = parameters.getAll(name).flatMap((value) => value.split(','));
    return [...new Set(values)].filter(Boolean);
  });
}

/** What an address asks, of what the page offers. */
export function readAddress(search: string, known: Known): SearchState {
  const asked = valuesIn(search);
  const chosen = onEach((name) => asked[name].filter((id) => known[name].has(id)));
  return { query: tidy(new URLSearchParams(search).get('q') ?? ''), chosen };
}

/** Whether an address also asks for values that the page does not offer: they are left out, and it is said. */
export function asksUnknown(search: string, known: Known): boolean {
  const asked = valuesIn(search);
  return chosenCount(readAddress(search, known)) < searchFilters.flatMap((name) => asked[name]).length;
}

export function writeAddress({ query, chosen }: SearchState): string {
  const parameters = new URLSearchParams(query ? { q: query } : {});
  for (const name of searchFilters) for (const id of chosen[name]) parameters.append(name, id);
  const text = parameters.toString();
  return text && `?${text}`;
}

export const withoutFilters = (state: SearchState): SearchState => ({ ...state, chosen: nothingChosen });

export function withoutValue(state: SearchState, name: SearchFilter, id: string): SearchState {
  return { ...state, chosen: { ...state.chosen, [name]: state.chosen[name].filter((one) => one !== id) } };
}

export const chosenCount = ({ chosen }: SearchState): number =>
  searchFilters.reduce((sum, name) => sum + chosen[name].length, 0);

/** Nothing asked yet: the page shows its lists, and nothing is loaded. */
export const isIdle = (state: SearchState): boolean => state.query === '' && chosenCount(state) === 0;
