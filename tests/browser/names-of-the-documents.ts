/**
 * Every name in the five documents that the base starts from, as it is written there: projects, measures, programmes,
 * organisations, offices, networks, places, cities, events. Each with the page that says what it is.
 *
 * Left out: the names of four persons, three members of the city government and one expert. The base names no one;
 * what they were is in `roles`.
 */
export interface DocumentName {
  name: string;
  page: string;
}

export interface SourceDocument {
  /** What the document is, and who published it when. */
  document: string;
  names: readonly DocumentName[];
}

const at = (page: string, ...names: string[]): DocumentName[] => names.map((name) => ({ name, page }));
const practice = (id: string, ...names: string[]) => at(`/pratiche/${id}/`, ...names);
const programme = (id: string, ...names: string[]) => at(`/programmi/${id}/`, ...names);
const term = (id: string, ...names: string[]) => at(`/glossario/#${id}`, ...names);
const city = (id: string, ...names: string[]) => at(`/citta/${id}/`, ...names);
const workshop = (id: string, ...names: string[]) => at(`/laboratori/${id}/`, ...names);
const area = (id: string, ...names: string[]) => at(`/aree/${id}/`, ...names);

export const documents: readonly SourceDocument[] = [
  {
    document: 'Comunicato stampa della Città di Torino, giugno 2019',
    names: [
      ...city('torino', 'Città di Torino', 'Torino'),
      ...term('ufficio-stampa-torino', 'Ufficio Stampa'),
      ...practice('urb-inclusion', 'Piano di Implementazione', 'Urb-Inclusion'),
      ...programme('urbact', 'Urbact III'),
      ...practice('open-incet', 'Open Incet', 'piazza Teresa Noce 17'),
      ...workshop('torino-2019-06', 'Impresa di comunità generativa'),
      ...practice('axto', 'AxTO'),
      ...practice('co-city', 'Co-City', 'Patti di collaborazione'),
      ...programme('pon-metro-2014-2020', 'Pon Metro'),
      ...practice('torino-social-factory', 'Torino Social Factory'),
      ...practice('civic-crowdfunding', 'European Crowdfunding Center'),
      ...city('barcellona', 'Barcellona'),
      ...city('lione', 'Lione'),
      ...city('glasgow', 'Glasgow'),
      ...city('copenaghen', 'Copenaghen'),
      ...city('cracovia', 'Cracovia'),
      ...city('timisoara', 'Timisoara'),
      ...city('trikala', 'Trikala'),
      ...city('napoli', 'Napoli'),
      ...programme('uia', 'Uia', 'Urban Innovative Actions'),
      ...term('welfare-di-comunita', 'Welfare di Comunità'),
      ...practice('case-del-quartiere', 'Case del Quartiere'),
      ...practice('torino-social-impact', 'Torino Social Impact'),
    ],
  },
  {
    document: 'Invito del PON Metro all’incontro del 23 e 24 gennaio 2020',
    names: [
      ...city('torino', 'Comune di Torino'),
      ...practice('glocal-factory', 'Glocal Factory'),
      ...practice('torino-social-factory', 'Servizi sperimentali di innovazione sociale'),
      ...practice('abito', 'Abito'),
      ...practice('biagio', 'Biagio'),
      ...term('autorita-urbana', 'Autorità Urbane'),
      ...programme('pn-metro-plus', 'nuovo Pon Metro'),
      ...term('tavoli-di-confronto-partenariale', 'tavoli di confronto partenariale', 'Tavolo OP4'),
      ...term('op4', 'Un’Europa più sociale'),
    ],
  },
  {
    document: 'Resoconto del PN Metro Plus sull’incontro del 15 marzo 2023',
    names: [
      ...term('citta-medie-sud', 'Città Medie del Sud', 'Città Medie Sud'),
      ...practice('open-incet', 'OpenIncet', 'Piazza Teresa Noce, 17'),
      ...term('protocollo-d-intesa', 'protocollo d’Intesa'),
      ...term('autorita-di-gestione', 'Autorità di Gestione'),
      ...city('casal-di-principe', 'Casal di Principe'),
      ...city('carbonia', 'Carbonia'),
      ...city('aversa', 'Aversa'),
      ...city('battipaglia', 'Battipaglia'),
      ...city('andria', 'Andria'),
      ...city('mondragone', 'Mondragone'),
      ...city('vittoria', 'Vittoria'),
      ...city('cava-de-tirreni', 'Cava dei Tirreni'),
      ...city('mesagne', 'Mesagne'),
      ...workshop('torino-2023-03-15', 'seconda tappa del percorso di accompagnamento'),
      ...workshop('torino-2023-03-15', 'Torino accoglie le Città Medie del Sud'),
      ...workshop('roma-2023-02', 'focus group del 7 febbraio'),
      ...term('agenzia-per-la-coesione-territoriale', 'Agenzia per la Coesione Territoriale'),
      ...practice('tonite', 'ToNite'),
      ...practice('portineria-di-quartiere', 'Portineria di Quartiere'),
      ...practice('homes4all', 'home4all'),
      ...practice('bagni-pubblici-via-aglie', 'Casa del quartiere Bagni pubblici di Via Agliè'),
      ...practice('community-hub-via-baltea', 'Community Hub Via Baltea'),
      ...area('inclusione-attiva-lavoro', 'inclusione attiva e accompagnamento al lavoro'),
      ...area('disagio-abitativo', 'riduzione del disagio abitativo'),
      ...area('poverta-marginalita', 'lotta alla povertà estrema e alla marginalità'),
      ...area('cultura-turismo', 'rafforzamento del ruolo della cultura e del turismo sostenibile'),
    ],
  },
  {
    document: 'Pagina di Torino Social Impact sulla Città di Torino',
    names: [
      ...practice('torino-social-innovation', 'Torino Social Innovation', 'FaciliTo Giovani'),
      ...practice('torino-social-impact', 'Torino Social Impact'),
      ...programme('pon-metro-2014-2020', 'Programma Operativo Nazionale Città Metropolitane'),
      ...practice('axto', 'Piano Periferie', 'misura 3.03'),
      ...practice('torino-social-factory', 'misura 3.3.1 A'),
      ...practice('civic-crowdfunding', 'Civic Crowdfunding', 'Social Crowdfunding Academy'),
      ...practice('civic-crowdfunding', 'misura 3.3.1B'),
      ...practice('homes4all', 'Homes4All'),
      ...term('presidenza-del-consiglio', 'Presidenza del Consiglio dei Ministri'),
      ...programme('fondo-innovazione-sociale', 'Fondo per l’Innovazione Sociale'),
      ...practice('torino-city-lab', 'Torino City Lab'),
      ...programme('asis', 'Asis', 'Alpine Social Innovation Strategy'),
      ...term('interreg', 'programma INTERREG'),
      ...practice('co-city', 'Co-City'),
      ...practice('tonite', 'ToNite'),
      ...programme('uia', 'UIA'),
      ...programme('urbact', 'Urbact'),
      ...programme('my-generation-at-work', 'MyGeneration@Work'),
      ...programme('boosting-social-innovation', 'Boosting Social Innovation'),
      ...practice('urb-inclusion', 'Urbinclusion'),
      ...practice('innovato-r', 'Innovato-R'),
    ],
  },
  {
    document: 'Notizia della Città di Torino sull’incontro del 23 gennaio 2020',
    names: [
      ...practice('torino-social-factory', 'Torino Social Factory'),
      ...workshop('torino-2020-01', 'I primi risultati di Torino Social Factory'),
      ...practice('tricircolo', 'Triciclo', 'Triciclo/Glocal Factory'),
      ...practice('glocal-factory', 'via Regaldi 7/11'),
      ...programme('pon-metro-2014-2020', 'Programma Operativo Nazionale Città Metropolitane 2014-2020'),
      ...programme('pon-metro-2014-2020', 'PON Metro'),
      ...term('citta-metropolitane', 'Città Metropolitane'),
      ...practice('torino-social-impact', 'Torino Social Impact'),
      ...term('agenzia-per-la-coesione-territoriale', 'Agenzia di Coesione Territoriale'),
      ...term('terzo-settore', 'Terzo Settore'),
      ...term('make-a-cube', 'Make a Cube³'),
      ...term('welfare-di-comunita', 'welfare di comunità'),
    ],
  },
];

/** What the persons left out were, and the page that says what they did. */
export const roles: readonly DocumentName[] = [
  ...workshop('torino-2019-06', 'assessore alla Rigenerazione urbana', 'assessora all’innovazione'),
  ...workshop('torino-2023-03-15', 'assessora alla Transizione ecologica e digitale'),
  ...workshop('torino-2023-03-15', 'esperta dell’Agenzia per la Coesione Territoriale'),
];
