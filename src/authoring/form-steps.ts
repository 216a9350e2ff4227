import type { FormKind } from '../knowledge/routes.ts';
import type { Practice } from '../schemas/practice.ts';
import type { Workshop } from '../schemas/workshop.ts';

/** One page of a form: a few fields that belong together. */
export interface FormStep {
  title: string;
  /** What is asked here and why, in one or two sentences. */
  lead: string;
  /** Top-level keys of the schema, in the order in which they are asked. */
  fields: readonly string[];
  /** The text of the sheet is written here. */
  hasSections?: true;
}

const step = <Key extends string>(
  title: string,
  lead: string,
  fields: readonly Key[],
  rest: Pick<FormStep, 'hasSections'> = {},
): FormStep & { fields: readonly Key[] } => ({ title, lead, fields, ...rest });

const practiceSteps = [
  step<keyof Practice>('La pratica', 'Come si chiama, dove si è svolta, a che punto è.', [
    'title',
    'tagline',
    'summary',
    'focusAreas',
    'city',
    'district',
    'scale',
    'status',
  ]),
  step<keyof Practice>(
    'Le fonti',
    'I documenti da cui prendi ogni cosa: delibere, avvisi, rapporti, pagine, articoli. Scrivili adesso: poi li scegli accanto a ogni dato.',
    ['sources'],
  ),
  step<keyof Practice>('Quando e chi', 'Il periodo, chi guida, chi altro ha lavorato.', [
    'period',
    'lead',
    'partners',
    'staffing',
    'contact',
  ]),
  step<keyof Practice>('Per chi', 'A quale problema risponde e per quali persone.', [
    'needs',
    'proposedNeeds',
    'targetGroups',
  ]),
  step<keyof Practice>(
    'I dati',
    'Ogni cifra con la sua fonte. Se due fonti dicono numeri diversi scrivile tutte e due. Quello che non sai resta vuoto.',
    ['facts', 'differences', 'evaluation'],
  ),
  step<keyof Practice>('I soldi', 'Da dove vengono e per che cosa si sono spesi.', ['funding', 'costs']),
  step<keyof Practice>(
    'Atti e passi',
    'Quali atti, di chi, in quanti mesi: è ciò che un collega cerca per primo.',
    ['procedure', 'documents'],
  ),
  step<keyof Practice>(
    'Il racconto',
    'Sei parti sempre uguali. Sotto ogni titolo ci sono le domande a cui rispondere; dove nessuno sa, scrivi «Non è documentato».',
    [],
    { hasSections: true },
  ),
  step<keyof Practice>('Che cosa serve', 'Perché funziona, che cosa si può cambiare, che cosa serve prima.', [
    'mechanism',
    'components',
    'conditions',
    'whenNotTo',
  ]),
  step<keyof Practice>('Che cosa è andato storto', 'È la parte più utile agli altri.', [
    'difficulties',
    'lessons',
    'openQuestions',
  ]),
  step<keyof Practice>('Per gli altri', 'Chi l’ha ripresa, come usarla in aula, come la si cerca.', [
    'adoptions',
    'teaching',
    'related',
    'aliases',
    'hiddenLabels',
  ]),
  step<keyof Practice>('Chi firma', 'Chi ha scritto la scheda e quando l’ha riletta.', [
    'authors',
    'reviewedOn',
    'reviewBy',
  ]),
];

const workshopSteps = [
  step<keyof Workshop>('L’incontro', 'Come si chiamava, quando e dove.', [
    'title',
    'tagline',
    'summary',
    'kinds',
    'start',
    'end',
    'city',
    'venue',
  ]),
  step<keyof Workshop>(
    'Le fonti',
    'Le pagine e i documenti che ne parlano. Se non ce n’è nessuno lascia vuoto: la scheda dirà che parla chi c’era.',
    ['sources', 'eventSources', 'dateNote'],
  ),
  step<keyof Workshop>('Chi c’era', 'Chi l’ha organizzato e quali città erano presenti.', [
    'organisers',
    'participants',
    'programme',
    'contact',
  ]),
  step<keyof Workshop>('Di che cosa', 'Le aree, lo scopo, le domande di partenza.', [
    'focusAreas',
    'purpose',
    'questions',
    'needsRaised',
  ]),
  step<keyof Workshop>('Come si è svolto', 'Il programma, le pratiche viste, il metodo.', [
    'agenda',
    'presented',
    'visits',
    'activities',
    'method',
    'tables',
  ]),
  step<keyof Workshop>(
    'Il racconto',
    'Tre parti. Sotto ogni titolo ci sono le domande a cui rispondere.',
    [],
    {
      hasSections: true,
    },
  ),
  step<keyof Workshop>('Che cosa ne è uscito', 'Osservazioni, decisioni, impegni, domande rimaste aperte.', [
    'insights',
    'decisions',
    'commitments',
    'openQuestions',
  ]),
  step<keyof Workshop>('E dopo', 'Che cosa ne è nato, e le cifre che una fonte dà.', [
    'results',
    'facts',
    'differences',
  ]),
  step<keyof Workshop>(
    'Per chi condurrà',
    'La sessione seguita, i tempi veri, che cosa cambiare; e come la si cerca.',
    ['session', 'timing', 'nextTime', 'aliases', 'hiddenLabels'],
  ),
  step<keyof Workshop>('Chi firma', 'Chi ha scritto la scheda e quando l’ha riletta.', [
    'authors',
    'reviewedOn',
    'reviewBy',
  ]),
];

export const formSteps: Readonly<Record<FormKind, readonly FormStep[]>> = {
  practice: practiceSteps,
  workshop: workshopSteps,
};

/** Fields that no form asks, with the reason. */
export const notAsked: Readonly<Record<string, string>> = {
  draft: 'lo scrive il modulo, finché manca qualcosa',
  license: 'è una sola per tutti i contenuti',
  redirects: 'li tiene chi cura la base, quando una scheda cambia nome',
};

/** The parts of an item that come first; the others wait behind «Altro». Lists that are not here show all. */
export const firstParts: Readonly<Record<string, readonly string[]>> = {
  facts: ['indicator', 'value', 'asOf', 'source'],
  sources: ['title', 'publisher', 'date', 'url', 'accessed'],
  commitments: ['who', 'what', 'by', 'status', 'city'],
  openQuestions: ['practice', 'text', 'status'],
};
