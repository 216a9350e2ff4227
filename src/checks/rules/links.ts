import { nearest } from '../../knowledge/nearest.ts';
import { orderSlugs, sections, type RoutedKind } from '../../knowledge/routes.ts';
import { problemAt, type ContentRecord, type Records, type Rule } from '../record.ts';

/** Pages that no entry makes; a test compares them with src/pages. */
export const fixedPages = [
  '/',
  '/accessibilita/',
  '/candidature/',
  '/cerca/',
  '/citta/come-la-mia/',
  '/confronta/',
  '/contribuisci/',
  '/contribuisci/campi/',
  '/contribuisci/campi/attivita/',
  '/contribuisci/campi/laboratori/',
  '/contribuisci/campi/sessioni/',
  '/contribuisci/laboratorio/',
  '/contribuisci/pratica/',
  '/contribuisci/segnala/',
  '/contribuisci/word/',
  '/copertura/',
  '/dati/',
  '/difficolta/',
  '/foglio/',
  '/fonti/',
  '/fonti/contrasti/',
  '/fonti/per-data/',
  '/glossario/',
  '/metodo/',
  '/modelli/',
  '/note-legali/',
  '/novita/',
  '/privacy/',
  '/quaderno/',
  '/sessioni/conduci/',
  '/sessioni/pianifica/',
  '/sessioni/stampa/',
] as const;

const routedKinds = Object.keys(sections) as RoutedKind[];

/** The address of every page of the site, without the base path. */
export function pageAddresses(records: {
  all: readonly Pick<ContentRecord, 'kind' | 'id' | 'draft'>[];
}): Set<string> {
  const entries = records.all.filter(({ draft }) => !draft);
  return new Set([
    ...fixedPages,
    ...routedKinds.map((kind) => `/${sections[kind]}/`),
    ...Object.values(orderSlugs).map((order) => `/elenchi/pratiche-per-${order}/`),
    ...routedKinds.flatMap((kind) =>
      entries.filter((entry) => entry.kind === kind).map(({ id }) => `/${sections[kind]}/${id}/`),
    ),
    ...entries
      .filter(({ kind }) => kind === 'activity')
      .map(({ id }) => `/${sections.activity}/${id}/scheda/`),
    ...entries
      .filter(({ kind }) => kind === 'practice')
      .map(({ id }) => `/${sections.practice}/${id}/adatta/`),
  ]);
}

/** A link of a text to this site leads to a page that is there. */
export const links: Rule = {
  name: 'links',
  check: (records) => {
    const pages = pageAddresses(records);
    return records.all.flatMap((record) =>
      (record.links ?? []).flatMap((link) => {
        const page = link.address.replace(/[?#].*$/, '');
        if (page === '' || pages.has(page) || isOfBrokenEntry(records, page)) return [];
        const message = `Nel sito non c’è la pagina «${page}».`;
        const close = pages.has(`${page}/`) ? [`${page}/`] : nearest(page, below(page, pages));
        const hint =
          close.length > 0
            ? `Forse volevi scrivere: ${close.join(', ')}.`
            : 'Copia l’indirizzo dalla pagina, senza il nome del sito.';
        return [problemAt(record, link, 'page-missing', message, hint)];
      }),
    );
  },
};

/** Without the pages that every such address begins with: the home, and the list of its folder. */
const below = (page: string, pages: ReadonlySet<string>): string[] =>
  [...pages].filter((known) => !page.startsWith(known));

/** A file that cannot be read has its own problem: who links to it is not to blame. */
function isOfBrokenEntry(records: Records, page: string): boolean {
  const [, section, id = ''] = page.split('/');
  const kind = routedKinds.find((routed) => sections[routed] === section);
  return kind !== undefined && records.isBroken(kind, id);
}
