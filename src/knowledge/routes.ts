import type { difficultyKinds } from '../schemas/labels.ts';
import { path } from '../base-path.ts';

// «PURE» lets a script that needs one address leave out the others

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

/** The practices of cities like one’s own; a choice stands in the query. */
export const similarCitiesPage = /* @__PURE__ */ path('/citta/come-la-mia/');

/** Where the page of a city tells what cities like it have done. */
export const similarTo = (city: string): string => `${pageOf('city', city)}#citta-come-questa`;

export const termPage = (id: string): string => path(`/glossario/#${id}`);

/** Address of the search with a query and chosen filters, each a list of ids. */
export function searchPage(
  query = '',
  filters: Readonly<Record<string, string | readonly string[]>> = {},
): string {
  const params = new URLSearchParams(query ? { q: query } : {});
  for (const [name, ids] of Object.entries(filters)) for (const id of [ids].flat()) params.append(name, id);
  const text = params.toString();
  return path('/cerca/') + (text ? `?${text}` : '');
}

/** Where it is explained what to write in a field of a sheet: `fieldPage('costs')`. */
export const fieldPage = (field: string): string => path(`/contribuisci/campi/#${field}`);

/** The fields of a kind of sheet, one by one. */
export const fieldGuidePage = (kind: 'practice' | 'workshop' | 'activity' | 'session'): string =>
  path(kind === 'practice' ? '/contribuisci/campi/' : `/contribuisci/campi/${sections[kind]}/`);

/** The kinds of sheet that are written in a form, with the last part of its address. */
export const formSlugs = { practice: 'pratica', workshop: 'laboratorio' } as const;
export type FormKind = keyof typeof formSlugs;

/**
 * Where a sheet is written step by step: a new one, a draft of this device, or a published sheet to correct, open at
 * one of its fields.
 */
export const formPage = (
  kind: FormKind,
  choice: { bozza?: string; nuova?: 'si'; area?: string; scheda?: string; campo?: string } = {},
): string => path(`/contribuisci/${formSlugs[kind]}/`) + queryOf(choice);

/** All the shapes in which a sheet can be begun. */
export const templatesPage = /* @__PURE__ */ path('/modelli/');

/** A file to fill in: `templateFile('pratica-disagio-abitativo.mdx')`. */
export const templateFile = (name: string): string => path(`/modelli/${name}`);

/** The name of the paper for an interview about a practice of an area, or about a workshop. */
export const interviewName = (area: string | null): string => `intervista-${area ?? 'laboratorio'}`;
export const interviewPage = (area: string | null): string => path(`/modelli/${interviewName(area)}/`);

/** Where an error is told: of a page, its path without the base. Written as it is, because a sheet has many. */
export const reportPage = (page = ''): string => path('/contribuisci/segnala/') + (page && `?pagina=${page}`);

/** Where an error of one datum is told: `reportFact('practice', 'tonite', 'total-cost')`. */
export const reportFact = (kind: RoutedKind, id: string, mark: string): string =>
  `${reportPage(`/${sections[kind]}/${id}/`)}&dato=${mark}`;

/** All that a sheet may name, for its form. */
export const formListsFile = /* @__PURE__ */ path('/contribuisci/elenchi.json');

/** How published sheets answer its fields. */
export const formExamplesFile = /* @__PURE__ */ path('/contribuisci/esempi.json');

/** The bibliography of the whole base; below it one folder a letter, and one a year. */
export const sourcesPage = /* @__PURE__ */ path('/fonti/');
export const sourcesByDatePage = /* @__PURE__ */ path('/fonti/per-data/');

/** The first page of a list is the list itself. */
const numbered = (list: string, page: number): string => list + (page > 1 ? `${page}/` : '');
/** A page of a part of the bibliography: `/fonti/c/`, `/fonti/c/2/`, `/fonti/per-data/2023/`. */
export const sourcesPart = (order: 'publisher' | 'date', slug: string, number = 1): string =>
  numbered(`${order === 'date' ? sourcesByDatePage : sourcesPage}${slug}/`, number);

/** The kinds of entry that say how they are cited, each with a file for programs that keep bibliographies. */
export const citedKinds = [
  'practice',
  'workshop',
  'activity',
  'session',
] as const satisfies readonly RoutedKind[];

/** `/pratiche/tonite/citazione.bib` */
export const citationFile = (kind: RoutedKind, id: string, format: 'bib' | 'ris'): string =>
  `${pageOf(kind, id)}citazione.${format}`;

/** Address of a picture beside a sheet: `imagePage('practices/orto.jpg')`. */
export const imagePage = (file: string): string => path(`/immagini/${file}`);

/** The data of one sheet, for what is made of it in the reader's browser. */
export const practiceData = (id: string): string => path(`/dati/practices/${id}.json`);

/** The data of one activity. */
export const activityData = (id: string): string => path(`/dati/activities/${id}.json`);

/** The data of one ready session, for who starts from it. */
export const sessionData = (id: string): string => path(`/dati/sessions/${id}.json`);

/** Sheets side by side: `/confronta/?p=tonite,homes4all`. */
export const comparePage = (ids: readonly string[] = []): string =>
  path('/confronta/') + (ids.length > 0 ? `?p=${ids.join(',')}` : '');

/** The questions that tell whether a practice fits one's own city. */
export const fitPage = (id: string): string => `${pageOf('practice', id)}adatta/`;

/** What the reader keeps on the own device. */
export const notebookPage = /* @__PURE__ */ path('/quaderno/');

/** A sheet on one page of paper: `/foglio/?p=tonite`. */
export const handoutPage = (id?: string): string => path('/foglio/') + (id ? `?p=${id}` : '');

/** A sheet, or a draft of this device, in the words of another network’s form: `/candidature/?p=tonite`. */
export const peersPage = (choice: { p?: string; bozza?: string; modulo?: string } = {}): string =>
  path('/candidature/') + queryOf(choice);

/** Where a session is planned: the plans of this device, one of them, or a new one from a session or a practice. */
export const plannerPage = (choice: { piano?: string; sessione?: string; pratica?: string } = {}): string =>
  path('/sessioni/pianifica/') + queryOf(choice);

/** Id, title and city of every sheet, for who looks for one in the planner. */
export const practiceNamesFile = /* @__PURE__ */ path('/sessioni/pratiche.json');

/** Needs, cities and areas by name, for who writes down what a room said. */
export const sessionListsFile = /* @__PURE__ */ path('/sessioni/elenchi.json');

/** Where a plan is led in the room. */
export const runPage = (plan?: string): string => path('/sessioni/conduci/') + queryOf({ piano: plan });

/** The papers of a plan, one of them chosen: `/sessioni/stampa/?piano=a1&che=partecipanti`. */
export const planPapersPage = (plan?: string, paper?: 'agenda' | 'traccia' | 'partecipanti'): string =>
  path('/sessioni/stampa/') + queryOf({ piano: plan, che: paper });

function queryOf(choice: Readonly<Record<string, string | undefined>>): string {
  const chosen = Object.entries(choice).flatMap(([name, value]) => (value ? [[name, value]] : []));
  return chosen.length > 0 ? `?${new URLSearchParams(chosen).toString()}` : '';
}

/** Address of the worksheet of an activity, made to be printed. */
export const worksheetPage = (id: string): string => path(`/${sections.activity}/${id}/scheda/`);

/** The answers to a need: its own page, or a later one. */
export const needPage = (id: string, page = 1): string => numbered(pageOf('need', id), page);

/** Where the base is rich and where it is silent: the whole of it, or one area. */
export const coveragePage = (area?: string): string => path(area ? `/copertura/${area}/` : '/copertura/');

/** What is new and what has changed, over the whole base: the latest, or an older page. */
export const newsPage = (page = 1): string => numbered(path('/novita/'), page);

/** The same for programs that follow news. */
export const newsFeed = /* @__PURE__ */ path('/novita/atom.xml');

/** What is new and what has changed in the sheets and the workshops of an area, for programs that follow news. */
export const areaFeed = (area: string): string => `${pageOf('focus-area', area)}atom.xml`;

/**
 * The last part of the address of each list of all the sheets. They never change once published.
 * The lists stand outside the folder of the sheets, where every name may be the id of one.
 */
export const orderSlugs = {
  title: 'titolo',
  city: 'citta',
  review: 'rilettura',
  evidence: 'prove',
} as const;

export type PracticeOrder = keyof typeof orderSlugs;

/** All the sheets in one order: `/elenchi/pratiche-per-titolo/`. */
export const practicesPage = (order: PracticeOrder, page = 1): string =>
  numbered(path(`/elenchi/pratiche-per-${orderSlugs[order]}/`), page);

/** What has lists of sheets of its own, below its page. */
export type ListedKind = 'focus-area' | 'city' | 'programme';

/** The sheets of an area, a city, a programme: `/aree/casa/pratiche/` by title, `/aree/casa/pratiche/per-rilettura/2/`. */
export const practicesUnder = (
  kind: ListedKind,
  id: string,
  order: 'title' | 'review' = 'title',
  page = 1,
): string =>
  numbered(`${pageOf(kind, id)}pratiche/${order === 'title' ? '' : `per-${orderSlugs[order]}/`}`, page);

/** The workshops, the latest first. */
export const workshopsPage = (page = 1): string =>
  page > 1 ? numbered(path('/elenchi/laboratori-per-data/'), page) : listOf('workshop');

/** Where the sources differ, over the whole base: the first page, or a later one. */
export const contrastsPage = (page = 1): string => numbered(path('/fonti/contrasti/'), page);

export type DifficultyKind = keyof typeof difficultyKinds;

/** The last part of the address of each kind. They never change once published. */
export const difficultySlugs: Record<DifficultyKind, string> = {
  procurement: 'appalti',
  timing: 'tempi',
  staffing: 'personale',
  money: 'risorse',
  governance: 'regia',
  participation: 'partecipazione',
  partners: 'partner',
  spaces: 'spazi',
  legal: 'norme',
  data: 'dati',
  other: 'altro',
};

/** What went wrong in all practices: the kinds, or one of them. */
export const difficultyPage = (kind?: DifficultyKind, page = 1): string =>
  numbered(path(kind ? `/difficolta/${difficultySlugs[kind]}/` : '/difficolta/'), page);
