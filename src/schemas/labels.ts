/** Closed lists of the content model. Keys never change once used in content; labels may. */

export const focusAreaColours = {
  lavoro: 'verde petrolio (lavoro)',
  casa: 'mattone (casa)',
  poverta: 'porpora (povertà)',
  cultura: 'ocra (cultura)',
} as const;

export const practiceStatuses = {
  idea: 'idea',
  pilot: 'sperimentazione',
  running: 'in corso',
  scaled: 'estesa ad altri luoghi',
  closed: 'conclusa',
  abandoned: 'interrotta',
} as const;

export const scales = {
  building: 'un edificio o un luogo',
  neighbourhood: 'un quartiere',
  city: 'la città',
  metropolitan: 'l’area metropolitana',
  region: 'la regione',
  country: 'il Paese',
} as const;

export const organisationKinds = {
  municipality: 'Comune',
  region: 'Regione',
  state: 'Stato o agenzia nazionale',
  european: 'istituzione europea',
  'public-body': 'altro ente pubblico',
  nonprofit: 'associazione o ente del terzo settore',
  'social-enterprise': 'cooperativa o impresa sociale',
  foundation: 'fondazione',
  university: 'università o centro di ricerca',
  company: 'impresa',
  network: 'rete di città o di enti',
  group: 'gruppo informale di abitanti',
  other: 'altro',
} as const;

export const sourceKinds = {
  official: 'pagina o documento ufficiale',
  press: 'stampa',
  release: 'comunicato',
  report: 'rapporto o studio',
  law: 'norma o atto',
  partner: 'pagina di un partner',
  dataset: 'dati',
  interview: 'intervista',
  other: 'altro',
} as const;

export const linkResults = {
  works: 'si apre',
  moved: 'porta a un altro indirizzo',
  gone: 'la pagina non c’è più',
  unreachable: 'non risponde',
  unverified: 'non si lascia verificare da un programma',
} as const;

export const qualifiers = { about: 'circa', atLeast: 'oltre', atMost: 'fino a' } as const;

export const factRoles = {
  result: 'valore raggiunto',
  target: 'obiettivo previsto',
  baseline: 'situazione di partenza',
  comparison: 'termine di confronto',
} as const;

export const differenceKinds = {
  conflict: 'le fonti si contraddicono',
  series: 'valori in momenti diversi',
  scope: 'valori con perimetri diversi',
} as const;

export const evaluationKinds = {
  monitoring: 'monitoraggio interno',
  survey: 'indagine su chi ha partecipato',
  'before-after': 'confronto prima e dopo',
  comparison: 'confronto con un gruppo simile',
  qualitative: 'studio qualitativo',
  'cost-benefit': 'analisi costi e benefici',
} as const;

export const costKinds = { oneOff: 'una volta sola', recurring: 'ogni anno' } as const;

export const componentKinds = {
  core: 'essenziale: senza, non è più questa pratica',
  adaptable: 'adattabile: si può fare in altro modo',
  local: 'legata al luogo: altrove può mancare',
} as const;

export const conditionKinds = {
  policy: 'norme e indirizzi',
  leadership: 'volontà politica e direzione',
  people: 'persone e competenze',
  money: 'risorse',
  infrastructure: 'spazi e strumenti',
  partners: 'alleanze',
} as const;

export const difficultyKinds = {
  procurement: 'appalti e procedure',
  timing: 'tempi e ritardi',
  staffing: 'personale',
  money: 'risorse e sostenibilità',
  governance: 'regia e cambi di giunta',
  participation: 'coinvolgimento delle persone',
  partners: 'rapporti con i partner',
  spaces: 'spazi e lavori',
  legal: 'norme e responsabilità',
  data: 'dati e misurazione',
  other: 'altro',
} as const;

export const documentKinds = {
  call: 'bando o avviso',
  resolution: 'delibera',
  agreement: 'accordo, patto o convenzione',
  regulation: 'regolamento',
  form: 'modulo',
  report: 'rapporto',
  guide: 'guida',
  other: 'altro',
} as const;

export const calloutKinds = { note: 'Nota', warning: 'Attenzione', example: 'Esempio' } as const;

export const workshopKinds = {
  'focus-group': 'focus group',
  'co-design': 'co-progettazione',
  training: 'formazione',
  visit: 'visita',
  conference: 'convegno',
} as const;

export const commitmentStatuses = {
  open: 'da fare',
  doing: 'in corso',
  done: 'fatto',
  dropped: 'abbandonato',
  unknown: 'non documentato',
} as const;

export const questionStatuses = { open: 'aperta', answered: 'con risposta' } as const;

export const indicatorKinds = { input: 'risorse', output: 'realizzazioni', outcome: 'cambiamenti' } as const;

export const headlineKinds = { money: 'risorse in tutto', people: 'persone raggiunte' } as const;

export const totalKinds = { funding: 'i finanziamenti', costs: 'i costi' } as const;

export const indicatorFormats = {
  count: 'conteggio',
  money: 'euro',
  percent: 'percentuale',
  measure: 'misura (metri quadri, mesi…)',
  date: 'data',
  text: 'parole (un codice, un nome)',
} as const;

export const difficulties = { easy: 'facile', medium: 'media', demanding: 'impegnativa' } as const;

export const groupings = {
  alone: 'da soli',
  pairs: 'a coppie',
  small: 'in piccoli gruppi',
  large: 'in due grandi gruppi',
  all: 'tutti insieme',
} as const;

export const quantityRules = { person: 'per persona', group: 'per gruppo', room: 'per la sala' } as const;

export const activityPurposes = {
  open: 'aprire e conoscersi',
  understand: 'capire il problema',
  stakeholders: 'leggere gli attori',
  learn: 'imparare da un caso',
  design: 'progettare insieme',
  decide: 'scegliere e ordinare',
  anticipate: 'prevedere i rischi',
  close: 'chiudere e impegnarsi',
} as const;

export const outputKinds = {
  insights: 'osservazioni',
  needs: 'bisogni',
  map: 'mappa',
  ideas: 'proposte',
  decisions: 'decisioni',
  commitments: 'impegni',
  questions: 'domande aperte',
} as const;

export const sessionBlockKinds = {
  welcome: 'accoglienza',
  practice: 'pratica',
  groups: 'lavoro in gruppi',
  plenary: 'plenaria',
  visit: 'visita',
  break: 'pausa',
} as const;

export const cityRoles = {
  'medium-south': 'città media del Sud (PN Metro Plus 2021-2027)',
  metropolitan: 'città metropolitana',
  'practice-city': 'città di una pratica',
  network: 'città di una rete europea',
} as const;

/** The Italian months, January first. */
export const months = [
  'gennaio',
  'febbraio',
  'marzo',
  'aprile',
  'maggio',
  'giugno',
  'luglio',
  'agosto',
  'settembre',
  'ottobre',
  'novembre',
  'dicembre',
] as const;
