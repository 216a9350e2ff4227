import { listOf, type RoutedKind } from './routes.ts';

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
  'city',
  'programme',
  'status',
  'evidence',
  'completeness',
  'freshness',
] as const;

export type SearchFilter = (typeof searchFilters)[number];

const texts: Record<SearchKind, string> = {
  practice: 'Che cosa hanno fatto altre città, con le fonti.',
  need: 'I problemi, con le parole di chi ci lavora.',
  workshop: 'Gli incontri fra città e che cosa è rimasto.',
  activity: 'Come far lavorare insieme un gruppo.',
  session: 'Incontri già preparati, da condurre e stampare.',
  'focus-area': 'Gli argomenti in cui sono divisi bisogni e pratiche.',
  programme: 'Chi ha pagato.',
  city: 'Chi ha raccontato e chi c’era.',
};

/** The lists one can read instead of searching. */
export const searchLists = (Object.keys(searchKinds) as SearchKind[]).map((kind) => ({
  label: searchKinds[kind],
  href: listOf(kind),
  text: texts[kind],
}));
