import { path } from '../site.ts';

/** Folder of each collection in the public addresses. They never change once published. */
export const sections = {
  practice: 'pratiche',
  'focus-area': 'aree',
  need: 'bisogni',
  workshop: 'laboratori',
  activity: 'attivita',
  session: 'sessioni',
  city: 'citta',
  programme: 'programmi',
} as const;

export type RoutedKind = keyof typeof sections;

/** Address of one page: `pageOf('practice', 'tonite')` is `/pratiche/tonite/` under the base path. */
export const pageOf = (kind: RoutedKind, id: string): string => path(`/${sections[kind]}/${id}/`);

/** Address of the list of a collection. */
export const listOf = (kind: RoutedKind): string => path(`/${sections[kind]}/`);

export const termPage = (id: string): string => path(`/glossario/#${id}`);

/** Address of the search with a query and chosen filters, each a list of ids. */
export function searchPage(query = '', filters: Readonly<Record<string, string>> = {}): string {
  const params = new URLSearchParams(query ? { q: query, ...filters } : filters);
  const text = params.toString();
  return path('/cerca/') + (text ? `?${text}` : '');
}

/** Address of a picture beside a sheet: `imagePage('practices/orto.jpg')`. */
export const imagePage = (file: string): string => path(`/immagini/${file}`);

/** Address of the worksheet of an activity, made to be printed. */
export const worksheetPage = (id: string): string => path(`/${sections.activity}/${id}/scheda/`);
