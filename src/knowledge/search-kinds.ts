import type { RoutedKind } from './routes.ts';

/** Kinds of pages that the search finds, in the order of its results. */
export const searchKinds = {
  practice: 'Pratiche',
  need: 'Bisogni',
  workshop: 'Laboratori',
  activity: 'Attività',
  session: 'Sessioni',
  'focus-area': 'Aree',
  programme: 'Programmi',
  city: 'Città',
} as const satisfies Record<RoutedKind, string>;

export type SearchKind = keyof typeof searchKinds;

/** What results can be narrowed by: the filters of the index, and the parameters of the search's address. */
export const searchFilters = [
  'kind',
  'area',
  'need',
  'group',
  'city',
  'region',
  'programme',
  'status',
  'evidence',
  'has',
  'completeness',
  'freshness',
] as const;

/** What a sheet can tell, for who looks for that alone. */
export const sheetParts = {
  costs: 'Quanto è costata, chi ha pagato',
  procedure: 'I passi e gli atti',
  difficulties: 'Che cosa è andato storto',
} as const;

export type SearchFilter = (typeof searchFilters)[number];
