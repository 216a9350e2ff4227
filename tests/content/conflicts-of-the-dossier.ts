import type { ContrastKind } from '../../src/knowledge/conflicts.ts';

/**
 * Every place where the sources that the base starts from disagree, count different things or follow one another, with
 * the values that they give: written by hand from the list of those disagreements, never from what the site prints.
 */
export interface Disagreement {
  /** Name of the disagreement: one may be told by more than one entry. */
  group: string;
  /** Kind and id of the entry that tells it. */
  entry: `${'practice' | 'programme' | 'workshop'} ${string}`;
  /** How the page of all contrasts lists it; none where there is no figure to list. */
  listed?: readonly [kind: ContrastKind, indicator: string, scope?: string];
  /** Every value of the sources; a range is `50000-140000`. */
  values?: readonly (number | string)[];
  /** Values that stand among the facts of the entry, not in the contrast: `indicator value`. */
  facts?: readonly string[];
}

export const disagreements: readonly Disagreement[] = [
  // ToNite
  {
    group: 'tonite-candidature',
    entry: 'practice tonite',
    listed: ['conflict', 'applications-received'],
    values: [89, 83],
  },
  {
    group: 'tonite-servizi',
    entry: 'practice tonite',
    listed: ['conflict', 'projects-funded'],
    values: [19, 30],
  },
  {
    group: 'tonite-soggetti',
    entry: 'practice tonite',
    listed: ['conflict', 'organisations-involved'],
    values: [59, 50],
  },
  {
    group: 'tonite-budget',
    entry: 'practice tonite',
    listed: ['conflict', 'total-funding'],
    values: [5804879.1, 4600000, 4500000, 5000000],
    facts: ['total-cost 5804879.1'],
  },
  {
    group: 'tonite-periodo',
    entry: 'practice tonite',
    listed: ['conflict', 'project-end'],
    values: ['2022-08', '2023-07-06'],
    facts: ['project-start 2019-09'],
  },
  {
    group: 'tonite-scadenza',
    entry: 'practice tonite',
    listed: ['series', 'call-deadline'],
    values: ['2021-04-02', '2021-04-19'],
  },
  // Homes4All
  {
    group: 'h4a-nuclei',
    entry: 'practice homes4all',
    listed: ['conflict', 'households-supported'],
    values: [18, 19, 20],
  },
  {
    group: 'h4a-contributo',
    entry: 'practice homes4all',
    listed: ['series', 'potential-public-funding'],
    values: [1500000, 1600000],
    facts: ['public-funding-obtained 600000'],
  },
  {
    group: 'h4a-lavoro',
    entry: 'practice homes4all',
    listed: ['conflict', 'people-employed'],
    values: [5, 4],
  },
  {
    group: 'h4a-lavoro',
    entry: 'practice homes4all',
    listed: ['conflict', 'people-employed', 'a tempo indeterminato'],
    values: [5, 2],
  },
  // Torino Social Factory and its projects
  {
    group: 'tsf-budget',
    entry: 'practice torino-social-factory',
    listed: ['conflict', 'total-funding'],
    values: [1285000, 1400000, 1500000],
  },
  {
    group: 'tsf-budget',
    entry: 'workshop torino-2020-01',
    listed: ['conflict', 'total-funding'],
    values: [1285000, 1400000, 1500000],
  },
  {
    group: 'tsf-progetti',
    entry: 'practice torino-social-factory',
    listed: ['conflict', 'projects-funded'],
    values: [12, 15],
  },
  {
    group: 'tsf-progetti',
    entry: 'workshop torino-2020-01',
    listed: ['conflict', 'projects-funded'],
    values: [12, 15],
  },
  {
    group: 'tsf-organizzazioni',
    entry: 'practice torino-social-factory',
    listed: ['conflict', 'organisations-involved'],
    values: [25, 30],
    facts: ['ideas-admitted 25'],
  },
  {
    group: 'tsf-organizzazioni',
    entry: 'workshop torino-2020-01',
    listed: ['conflict', 'organisations-involved'],
    values: [25, 30],
  },
  {
    group: 'tsf-contributo',
    entry: 'practice torino-social-factory',
    listed: ['scope', 'typical-grant-per-project'],
    values: [100000, '50000-140000'],
    facts: ['min-grant-per-project 50000', 'max-grant-per-project 140000'],
  },
  {
    group: 'tsf-codice',
    entry: 'practice torino-social-factory',
    listed: ['conflict', 'measure-code'],
    values: ['3.3.1 A', '3.3.1 C'],
  },
  {
    group: 'abito-persone',
    entry: 'practice abito',
    listed: ['series', 'people-supported'],
    values: [1000, 2500, 2000, 3000, 3300],
  },
  {
    group: 'alien-persone',
    entry: 'practice loving-the-alien',
    listed: ['series', 'participants', 'persone con disagio psichico nei laboratori'],
    values: [8, 4],
  },
  // Portinerie, Co-City, AxTO, crowdfunding, URB-Inclusion
  {
    group: 'portinerie-numero',
    entry: 'practice portineria-di-quartiere',
    listed: ['scope', 'sites-open'],
    values: [7, 6, 3, 4, 2, 1],
  },
  {
    group: 'cocity-patti',
    entry: 'practice co-city',
    listed: ['scope', 'projects-and-pacts'],
    values: [63, 50],
  },
  {
    group: 'axto-stato',
    entry: 'practice axto',
    listed: ['series', 'state-grant'],
    values: [18000000, 15000000],
  },
  {
    group: 'axto-totale',
    entry: 'practice axto',
    listed: ['conflict', 'total-cost'],
    values: [41000000, 45800000, 45000000, 44000000],
  },
  {
    group: 'axto-citta',
    entry: 'practice axto',
    listed: ['conflict', 'city-share'],
    values: [7300000, 11000000],
  },
  {
    group: 'ecc-misura',
    entry: 'practice civic-crowdfunding',
    listed: ['conflict', 'measure-code'],
    values: ['3.3.1B', '3.3.1c'],
  },
  {
    group: 'urbin-totali',
    entry: 'practice urb-inclusion',
    listed: ['conflict', 'total-funding', 'quattro misure raccolte nel Piano'],
    values: [7900000, 7920000],
  },
  {
    group: 'urbin-totali',
    entry: 'practice urb-inclusion',
    listed: ['scope', 'projects-started'],
    values: [120, 12, 6, 63, 37],
  },
  {
    group: 'urbin-totali',
    entry: 'practice urb-inclusion',
    listed: ['scope', 'organisations-involved'],
    values: [415, 25, 48, 213, 129],
  },
  {
    group: 'urbin-totali',
    entry: 'workshop torino-2019-06',
    listed: ['conflict', 'total-funding'],
    values: [7900000, 7920000],
    facts: ['organisations-involved 415', 'projects-started 120'],
  },
  // Case del Quartiere and places
  {
    group: 'cdq-numero',
    entry: 'practice case-del-quartiere',
    listed: ['conflict', 'sites-open'],
    values: [8, 9],
  },
  {
    group: 'cdq-passaggi',
    entry: 'practice case-del-quartiere',
    listed: ['conflict', 'passages'],
    values: [508483, 580483, 580434],
  },
  {
    group: 'cdq-quota',
    entry: 'practice case-del-quartiere',
    listed: ['conflict', 'residents-share'],
    values: [36.8, 36.4],
  },
  {
    group: 'cdq-gratuite',
    entry: 'practice case-del-quartiere',
    listed: ['conflict', 'free-activities'],
    values: [50, 66],
    facts: ['accessible-activities 88'],
  },
  {
    group: 'aglie-riapertura',
    entry: 'practice bagni-pubblici-via-aglie',
    listed: ['conflict', 'opening-date', 'riapertura'],
    values: ['2005', '2006'],
  },
  {
    group: 'aglie-riapertura',
    entry: 'practice case-del-quartiere',
    listed: ['conflict', 'opening-date', 'Bagni pubblici di via Agliè, riapertura'],
    values: ['2005', '2006'],
  },
  {
    group: 'baltea-superficie',
    entry: 'practice community-hub-via-baltea',
    listed: ['conflict', 'site-area'],
    values: [900, 1000],
  },
  {
    group: 'baltea-superficie',
    entry: 'practice community-hub-via-baltea',
    listed: ['scope', 'site-area'],
    values: [900, 1000, 200],
  },
  // Torino Social Impact, Torino Social Innovation, Innovato-R
  {
    group: 'tsi-nascita',
    entry: 'practice torino-social-impact',
    listed: ['conflict', 'project-start'],
    values: ['2017-11', '2015'],
  },
  {
    group: 'tsi-attori',
    entry: 'practice torino-social-impact',
    listed: ['conflict', 'organisations-involved'],
    values: [12, 50, 70, 170, 100, 140, 320, 330],
  },
  {
    group: 'tsi12-avvio',
    entry: 'practice torino-social-innovation',
    listed: ['conflict', 'project-start', 'programma Torino Social Innovation'],
    values: ['2012', '2015'],
  },
  {
    group: 'tsi12-avvio',
    entry: 'practice torino-social-innovation',
    listed: ['scope', 'project-start'],
    values: ['2012', '2013', '2014-01-22', '2015'],
  },
  {
    group: 'tsi12-partner',
    entry: 'practice torino-social-innovation',
    listed: ['conflict', 'organisations-involved', 'partner dell’ecosistema'],
    values: [40, 30],
  },
  {
    group: 'innovator-po',
    entry: 'practice innovato-r',
    listed: ['conflict', 'participants', 'funzionari nella chiamata del 2019'],
    values: [71, 70],
  },
  // PN Metro Plus and Città Medie Sud, Fondo per l’innovazione sociale
  {
    group: 'cms-dotazione',
    entry: 'programme pn-metro-plus',
    listed: ['conflict', 'total-funding', 'città medie del Sud'],
    values: [326968000, 327000000],
  },
  {
    group: 'cms-dotazione',
    entry: 'programme pn-metro-plus',
    listed: ['scope', 'total-funding'],
    values: [326968000, 327000000, 246580000, 74650000],
  },
  {
    group: 'cms-torino',
    entry: 'programme pn-metro-plus',
    listed: ['conflict', 'cities-involved', 'tappa di Torino, 15 marzo 2023'],
    values: [35, 39],
  },
  {
    group: 'cms-torino',
    entry: 'workshop torino-2023-03-15',
    listed: ['conflict', 'cities-involved', 'presenti'],
    values: [35, 39],
  },
  {
    group: 'fis-dotazione',
    entry: 'programme fondo-innovazione-sociale',
    listed: ['conflict', 'total-funding'],
    values: [25000000, 21000000],
  },
  // Messina and Palermo
  {
    group: 'capacity-risorse',
    entry: 'practice capacity',
    listed: ['scope', 'total-funding'],
    values: [86000000, 15500000, 11500000],
    facts: ['state-grant 17924868.1'],
  },
  {
    group: 'capacity-sacca',
    entry: 'practice capacity',
    listed: ['conflict', 'households-in-need', 'Fondo Saccà'],
    values: [64, 70],
  },
  {
    group: 'capacity-acquisti',
    entry: 'practice capacity',
    listed: ['series', 'home-purchases'],
    values: [66, 49],
  },
  {
    group: 'palermo-casa-risorse',
    entry: 'practice agenzia-sociale-casa',
    listed: ['scope', 'households-supported'],
    values: [2567],
    facts: ['users-followed 2567'],
  },
  {
    group: 'palermo-casa-budget',
    entry: 'practice agenzia-sociale-casa',
    listed: ['conflict', 'total-funding'],
    values: [3731306.3, 2100000, 2200000],
    facts: ['grants-paid 3731306.3'],
  },
  // Cagliari, Bari
  {
    group: 'contatto-progetti',
    entry: 'practice contatto',
    listed: ['conflict', 'projects-funded'],
    values: [16, 19],
  },
  {
    group: 'urbis-progetti',
    entry: 'practice bari-urbis',
    listed: ['conflict', 'projects-funded'],
    values: [66, 36],
  },
  {
    group: 'urbis-dotazione',
    entry: 'practice bari-urbis',
    listed: ['conflict', 'total-funding'],
    values: [2564000, 2500000],
  },
  {
    group: 'colibri-budget',
    entry: 'practice bari-colibri',
    listed: ['conflict', 'total-funding'],
    values: [1975000, 1800000, 1873108.66],
  },
  // Napoli, Pozzuoli
  {
    group: 'paranza-occupati',
    entry: 'practice la-paranza',
    listed: ['series', 'staff-employed'],
    values: [48, 40, 60],
  },
  {
    group: 'paranza-inizio',
    entry: 'practice la-paranza',
    listed: ['conflict', 'volunteers', 'all’inizio, 2006'],
    values: [5, 6],
  },
  {
    group: 'paranza-primi-visitatori',
    entry: 'practice la-paranza',
    listed: ['conflict', 'visitors', 'primo anno, 2006'],
    values: [5160, 10000],
  },
  {
    group: 'paranza-mq',
    entry: 'practice la-paranza',
    listed: ['series', 'space-regenerated'],
    values: [10500, 13000],
  },
  {
    group: 'mac-risorse',
    entry: 'practice mac-monterusciello',
    listed: ['scope', 'total-funding'],
    values: [3999996, 5000000],
  },
  {
    group: 'mac-ettari',
    entry: 'practice mac-monterusciello',
    listed: ['conflict', 'land-area'],
    values: [50, 30, 52],
  },
  // Housing First
  {
    group: 'hf-persone',
    entry: 'practice housing-first-italia',
    listed: ['conflict', 'people-supported', '2014-2016'],
    values: [668, 688],
    facts: ['people-supported 456', 'minors-supported 232'],
  },
  {
    group: 'hf-costo',
    entry: 'practice housing-first-italia',
    listed: ['series', 'cost-per-person', 'al giorno'],
    values: [20, 26],
  },
];

/** How many disagreements there are to tell. */
export const groupCount = 54;

/** What the issue asks of the first measure by name: value, date of the source, publisher of the source. */
export const socialFactory = [
  ['total-funding', 1285000, '2020-01-13', 'PON Metro / Agenzia per la Coesione Territoriale'],
  ['total-funding', 1400000, '2019-06-19', 'Città di Torino, Ufficio Stampa'],
  ['total-funding', 1500000, '2020-01', 'Torino Click / Città di Torino'],
  ['projects-funded', 12, '2019-06-19', 'Città di Torino, Ufficio Stampa'],
  ['projects-funded', 12, '2020-01-13', 'PON Metro / Agenzia per la Coesione Territoriale'],
  ['projects-funded', 15, '2020-01', 'Torino Click / Città di Torino'],
  ['organisations-involved', 25, '2019-06-19', 'Città di Torino, Ufficio Stampa'],
  ['organisations-involved', 25, '2020-01-13', 'PON Metro / Agenzia per la Coesione Territoriale'],
  ['organisations-involved', 30, '2020-01', 'Torino Click / Città di Torino'],
] as const;
