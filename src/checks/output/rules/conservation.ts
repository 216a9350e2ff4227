import { dataFile, entryDataFile } from '../../../knowledge/data-files.ts';
import { pageOf, sections, type RoutedKind } from '../../../knowledge/routes.ts';
import { collections, type Collection } from '../../../schemas/registry.ts';
import type { Problem } from '../../problem.ts';
import { fixedPages, pageAddresses } from '../../rules/links.ts';
import { fault, fileAt, publishedIn, type BuiltSite, type Expected, type OutputRule } from '../site.ts';

const routedKinds = Object.keys(sections) as RoutedKind[];
const glossary = 'glossario/index.html';
const again = 'Costruisci di nuovo; se non basta, segnalalo a chi cura il codice.';

/** What goes in comes out: each published entry has its page, its rows and its file, and nothing else has. */
export const conservation: OutputRule = (site, expected) => {
  const published = publishedIn(expected);
  return [
    ...lostPages(site, published),
    ...stalePages(site, published),
    ...collections.flatMap((kind) =>
      dataProblems(
        site,
        kind,
        published.filter((entry) => entry.kind === kind).map(({ id }) => id),
      ),
    ),
  ];
};

function lostPages(site: BuiltSite, published: Expected['records']): Problem[] {
  const sheetOf = new Map(
    published.flatMap(({ kind, id, file }) =>
      isRouted(kind) ? [[pageOf(kind, id), `${file} («${id}»)`]] : [],
    ),
  );
  const pages = [...pageAddresses({ all: published })].flatMap((address) => {
    if (site.pages.get(fileAt(address))?.redirect === null) return [];
    const maker = sheetOf.get(address);
    return fault(
      'page-lost',
      fileAt(address),
      maker ? `Manca la pagina di ${maker}.` : `Manca la pagina ${address}.`,
      again,
    );
  });
  const terms = published.filter(
    ({ kind, id }) => kind === 'term' && site.pages.get(glossary)?.ids.has(id) === false,
  );
  return [
    ...pages,
    ...terms.map(({ id }) => fault('page-lost', glossary, `Nel glossario manca la voce «${id}».`, again)),
  ];
}

/** A page under the folder of a collection that no entry made. */
function stalePages({ pages }: BuiltSite, published: Expected['records']): Problem[] {
  const made = new Set<string>([
    ...fixedPages,
    ...published.flatMap(({ kind, id }) => (isRouted(kind) ? [pageOf(kind, id)] : [])),
  ]);
  return [...pages.values()]
    .filter(({ address, redirect }) => {
      const entry = /^\/[^/]+\/[^/]+\//.exec(address)?.[0];
      const section = address.split('/')[1];
      return (
        redirect === null &&
        entry &&
        routedKinds.some((kind) => sections[kind] === section) &&
        !made.has(entry)
      );
    })
    .map(({ file }) =>
      fault(
        'page-stale',
        file,
        'Nessuna voce pubblicata fa questa pagina.',
        'Costruisci di nuovo in una cartella vuota.',
      ),
    );
}

const isRouted = (kind: Collection): kind is RoutedKind => kind in sections;

function dataProblems({ data }: BuiltSite, kind: Collection, ids: readonly string[]): Problem[] {
  const { rows = null, csvRows = null, ownFiles = [] } = data.get(kind) ?? {};
  const [wanted, own] = [new Set(ids), new Set(ownFiles)];
  const ownFile = (id: string) => entryDataFile(kind, id).slice(1);
  return [
    ...compareRows(dataFile(kind, 'json').slice(1), wanted, rows),
    ...compareRows(dataFile(kind, 'csv').slice(1), wanted, csvRows),
    ...ids
      .filter((id) => !own.has(id))
      .map((id) => fault('data-lost', ownFile(id), 'Manca il file di dati di una voce pubblicata.', again)),
    ...ownFiles
      .filter((id) => !wanted.has(id))
      .map((id) =>
        fault('data-extra', ownFile(id), 'Nessuna voce pubblicata fa questo file di dati.', again),
      ),
  ];
}

function compareRows(file: string, wanted: ReadonlySet<string>, rows: readonly string[] | null): Problem[] {
  if (rows === null)
    return [fault('data-lost', file, 'Il file dei dati aperti manca o non si può leggere.', again)];
  const found = new Set<string>();
  const extra = rows.flatMap((id) => {
    const isRepeated = found.has(id);
    found.add(id);
    if (isRepeated) return fault('data-extra', file, `La riga di «${id}» c’è più volte.`, again);
    return wanted.has(id)
      ? []
      : fault('data-extra', file, `C’è la riga di «${id}», che non è una voce pubblicata.`, again);
  });
  const lost = [...wanted].filter((id) => !found.has(id));
  return [...lost.map((id) => fault('data-lost', file, `Manca la riga di «${id}».`, again)), ...extra];
}
