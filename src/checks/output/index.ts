import { pageOf, sections, type RoutedKind } from '../../knowledge/routes.ts';
import { collections } from '../../schemas/registry.ts';
import { inOrder, type Problem } from '../problem.ts';
import { readSite } from './read.ts';
import { addresses } from './rules/addresses.ts';
import { charts } from './rules/charts.ts';
import { conservation } from './rules/conservation.ts';
import { document } from './rules/document.ts';
import { figures } from './rules/figures.ts';
import { files } from './rules/files.ts';
import { followLinks } from './rules/links.ts';
import { markup } from './rules/markup.ts';
import { search } from './rules/search.ts';
import { sitemap } from './rules/sitemap.ts';
import { fault, fileAt, publishedIn, type BuiltSite, type Expected, type OutputRule } from './site.ts';

const rules: readonly OutputRule[] = [
  conservation,
  sitemap,
  search,
  addresses,
  markup,
  charts,
  figures,
  document,
  files,
];

/** What was looked at: entries of the content against each form in which the site gives them. */
export interface OutputCounts {
  entries: number;
  jsonRows: number;
  csvRows: number;
  dataFiles: number;
  /** Entries that have a page of their own, and where that page was found. */
  entriesWithPage: number;
  entryPages: number;
  indexedEntries: number;
  mappedEntries: number;
  files: number;
  pages: number;
  links: number;
  /** Places of a page that print a figure. */
  figures: number;
  addresses: number;
}

/** The one gate between a built site and its readers. Reads everything once, reports everything at once. */
export function checkOutput(
  folder: string,
  expected: Expected,
): { problems: Problem[]; counts: OutputCounts } {
  const site = readSite(folder, expected);
  const { problems, followed } = followLinks(site, expected);
  const counts = countsOf(site, expected, followed);
  return {
    problems: inOrder(
      gathered([
        ...site.problems,
        ...rules.flatMap((rule) => rule(site, expected)),
        ...problems,
        ...zeroCounts(counts),
      ]),
    ),
    counts,
  };
}

function countsOf(site: BuiltSite, expected: Expected, links: number): OutputCounts {
  const published = publishedIn(expected);
  const withPage = published.filter(({ kind }) => kind in sections);
  const pages = withPage.flatMap(
    ({ kind, id }) => site.pages.get(fileAt(pageOf(kind as RoutedKind, id))) ?? [],
  );
  const mapped = new Set(site.sitemap.map((address) => new URL(address, expected.site).pathname));
  const folder = expected.base.replace(/\/$/, '');
  const data = collections.flatMap((kind) => site.data.get(kind) ?? []);
  const sum = (lengths: readonly number[]) => lengths.reduce((total, length) => total + length, 0);
  return {
    entries: published.length,
    jsonRows: sum(data.map(({ rows }) => rows?.length ?? 0)),
    csvRows: sum(data.map(({ csvRows }) => csvRows?.length ?? 0)),
    dataFiles: sum(data.map(({ ownFiles }) => ownFiles.length)),
    entriesWithPage: withPage.length,
    entryPages: pages.length,
    indexedEntries: pages.filter(({ address }) => site.indexed.has(address)).length,
    mappedEntries: pages.filter(({ address }) => mapped.has(folder + address)).length,
    files: site.files.size,
    pages: site.pages.size,
    links,
    figures: sum([...site.pages.values()].map(({ figures: { places } }) => places)),
    addresses: expected.addresses.length,
  };
}

/** A new network has no old address yet, and perhaps no figure. */
const mayBeZero = new Set(['addresses', 'figures']);

/** Nothing checked is not passed. */
const zeroCounts = (counts: OutputCounts): Problem[] =>
  Object.entries(counts)
    .filter(([name, count]) => count === 0 && !mayBeZero.has(name))
    .map(([name]) =>
      fault(
        'nothing-counted',
        '.',
        `Il conto «${name}» è zero: nulla è stato controllato.`,
        'Controlla le cartelle.',
      ),
    );

/** One sentence for the person who builds. */
export const countsText = (counts: OutputCounts): string =>
  `${counts.entries} voci pubblicate: ${counts.jsonRows} righe JSON, ${counts.csvRows} righe CSV, ${counts.dataFiles} file di dati; ` +
  `${counts.entriesWithPage} con una pagina: ${counts.entryPages} pagine, ${counts.indexedEntries} nella ricerca, ${counts.mappedEntries} nella mappa. ` +
  `Controllati ${counts.files} file, ${counts.pages} pagine, ${counts.links} collegamenti, ${counts.figures} cifre, ognuna con la sua fonte, ${counts.addresses} indirizzi già pubblicati.`;

const most = 5;

/** What is wrong in the same way in many files (in a part that pages share) is told once. */
function gathered(problems: readonly Problem[]): Problem[] {
  const alike = Map.groupBy(problems, ({ code, message }) => `${code} ${message}`);
  return [...alike.values()].flatMap((group) => {
    const inFiles = [...new Map(inOrder(group).map((problem) => [problem.file, problem])).values()];
    const [first, ...others] = inFiles;
    if (!first || inFiles.length <= most) return inFiles;
    const names = others.slice(0, most).map(({ file }) => file);
    const more = others.length > most ? '…' : '';
    return {
      ...first,
      message: `${first.message} Lo stesso in altri ${others.length} file: ${names.join(', ')}${more}`,
    };
  });
}
