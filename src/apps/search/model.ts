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

export const tidy = (query: string): string => query.replace(/\s+/g, ' ').trim().slice(0, longestQuery);

/** Values may be repeated (`area=a&area=b`, as a form writes them) or in one list (`area=a,b`). */
export function readAddress(search: string, known: Known): SearchState {
  const parameters = new URLSearchParams(search);
  const chosen = onEach((name) => {
    const asked = new Set(parameters.getAll(name).flatMap((value) => value.split(',')));
    return [...asked].filter((id) => known[name].has(id));
  });
  return { query: tidy(parameters.get('q') ?? ''), chosen };
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
