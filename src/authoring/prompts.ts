import type { activitySections } from '../schemas/activity.ts';
import type { sessionSections } from '../schemas/session.ts';
import type { workshopSections } from '../schemas/workshop.ts';

/** Guiding questions for the text of the sheets that no focus area guides. */
const byTitle: Record<
  (typeof workshopSections | typeof activitySections | typeof sessionSections)[number],
  readonly string[]
> = {
  'Perché questo incontro': [
    'Chi l’ha voluto e a quale problema rispondeva?',
    'Che cosa ci si aspettava di portare a casa?',
  ],
  'Come si è svolto': [
    'Chi c’era, che cosa si è visto, come si è lavorato?',
    'Quali pratiche sono state presentate, e da chi?',
    'Che cosa le fonti non dicono?',
  ],
  'Che cosa è rimasto': [
    'Che cosa si è capito, deciso, promesso?',
    'Quali domande sono rimaste aperte?',
    'Che cosa ne è stato, mesi dopo?',
  ],
  'Quando serve': ['In quale momento del lavoro, e con quali persone?', 'Quando è meglio fare altro?'],
  'Che cosa aspettarsi': [
    'Che cosa resta in mano alla fine?',
    'Dove di solito ci si inceppa, e che cosa aiuta?',
  ],
  'A che cosa serve': ['Che cosa saprà fare alla fine chi partecipa?', 'Per quali casi non è adatta?'],
  'Come prepararsi': [
    'Che cosa deve fare chi conduce, e quando?',
    'Che cosa si può togliere se il tempo è poco?',
  ],
};

export const promptsFor = (title: string): readonly string[] =>
  (byTitle as Record<string, readonly string[] | undefined>)[title] ?? [];
