import { listOf } from './routes.ts';
import { searchKinds, type SearchKind } from './search-kinds.ts';

const texts: Record<SearchKind, string> = {
  practice: 'Che cosa hanno fatto altre città, con le fonti.',
  need: 'I problemi, con le parole di chi ci lavora.',
  workshop: 'Gli incontri fra città e che cosa è rimasto.',
  activity: 'Come far lavorare insieme un gruppo.',
  session: 'Incontri già preparati, da condurre e stampare.',
  'focus-area': 'Gli argomenti in cui sono divisi bisogni e pratiche.',
  programme: 'I fondi e i bandi che hanno pagato.',
  city: 'Chi ha raccontato e chi c’era.',
};

/** The lists one can read instead of searching. */
export const searchLists = (Object.keys(searchKinds) as SearchKind[]).map((kind) => ({
  label: searchKinds[kind],
  href: listOf(kind),
  text: texts[kind],
}));
