import type { LinkCheck } from '../schemas/link-check.ts';
import type { sourceKinds } from '../schemas/labels.ts';
import { collections, registry, type Collection } from '../schemas/registry.ts';
import type { Source } from '../schemas/source.ts';
import { alphabetical, anchorOf, formatDate } from './format.ts';
import type { AnyEntry, Entry, Graph } from './graph.ts';
import { linkTo, linkToTerm } from './link.ts';
import { referencesIn } from './references.ts';
import type { RoutedKind } from './routes.ts';

/** An entry that rests on a source. */
export interface SourceUse {
  kind: Collection;
  title: string;
  /** The source in the list of its page; for a glossary entry, the entry. */
  href: string;
  /** Facts that name the source. */
  facts: number;
  /** Other data that name it: a fund, a step, a difficulty. With neither, only the text cites it. */
  others: number;
}

/** What sheets say differently of one address. */
export interface SourceVariant {
  field: keyof typeof variantFields;
  value: string;
  uses: readonly SourceUse[];
}

/** One document, however many sheets name it. */
export interface BibliographySource {
  title: string;
  publisher: string;
  date: string | null;
  kind: keyof typeof sourceKinds | null;
  url: string | null;
  /** The last day on which somebody read it for a sheet. */
  accessed: string;
  archives: readonly string[];
  check: LinkCheck | undefined;
  uses: readonly SourceUse[];
  facts: number;
  variants: readonly SourceVariant[];
}

export interface Bibliography {
  sources: readonly BibliographySource[];
  counts: {
    sources: number;
    publishers: number;
    entries: number;
    facts: number;
    withAddress: number;
    withArchive: number;
    withDate: number;
    checked: number;
  };
}

/** What may differ between two sheets on the same document, as people say it. */
export const variantFields = { title: 'titolo', publisher: 'editore', date: 'data', kind: 'tipo' } as const;

interface Named {
  source: Source;
  use: SourceUse;
}

/** Every source of every entry, once for each document. Goes through the sources once. */
export function bibliographyOf(graph: Graph): Bibliography {
  const documents = new Map<string, Named[]>();
  let entries = 0;
  for (const entry of collections.flatMap((kind) => graph.all(kind) as readonly AnyEntry[])) {
    const inside = sourcesOf(graph, entry);
    if (inside.length > 0) entries += 1;
    for (const named of inside) {
      const key = documentKey(named.source);
      const known = documents.get(key);
      if (known) known.push(named);
      else documents.set(key, [named]);
    }
  }
  const sources = [...documents.values()].map((named) => mergedSource(graph, named));
  const count = (holds: (source: BibliographySource) => boolean) => sources.filter(holds).length;
  const hasArchive = ({ archives, check }: BibliographySource) =>
    archives.length > 0 || check?.archiveUrl !== undefined;
  return {
    sources,
    counts: {
      sources: sources.length,
      publishers: new Set(sources.map(({ publisher }) => nameKey(publisher))).size,
      entries,
      facts: sources.reduce((sum, { facts }) => sum + facts, 0),
      withAddress: count(({ url }) => url !== null),
      withArchive: count(hasArchive),
      withDate: count(({ date }) => date !== null),
      checked: count(({ check }) => check !== undefined),
    },
  };
}

/** The sources of an entry with what rests on them. A list of data has them only where an entry names them. */
function sourcesOf(graph: Graph, entry: AnyEntry): Named[] {
  const sources = 'sources' in entry.data ? (entry.data.sources ?? []) : [];
  if (sources.length === 0) return [];
  const counts = new Map<string, { facts: number; others: number }>();
  for (const { kind, id, path } of referencesIn(registry[entry.kind].schema, entry.data)) {
    if (kind !== 'source') continue;
    const count = counts.get(id) ?? { facts: 0, others: 0 };
    count[path[0] === 'facts' ? 'facts' : 'others'] += 1;
    counts.set(id, count);
  }
  const { label, href } =
    entry.kind === 'term' ? linkToTerm(graph, entry.id) : linkTo(entry as Entry<RoutedKind>);
  return sources.map((source, index) => ({
    source,
    use: {
      kind: entry.kind,
      title: label,
      href: entry.kind === 'term' ? href : `${href}#fonte-${index + 1}`,
      ...(counts.get(source.id) ?? { facts: 0, others: 0 }),
    },
  }));
}

/** Same address, same document; without one, same title, publisher and date. */
function documentKey({ url, title, publisher, date }: Source): string {
  if (url !== undefined) return addressKey(url);
  return JSON.stringify([nameKey(title), nameKey(publisher), date ?? null]);
}

/** Parameters that say where a reader came from, not what the page is. */
const tracking =
  /^(?:utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|igsh|mc_cid|mc_eid|_ga|_gl|mkt_tok|at_medium|at_campaign)$/i;

/** An address without what does not change the page behind it: two that agree are taken for one document. */
export function addressKey(address: string): string {
  const { hostname, pathname, searchParams, hash } = new URL(address);
  const kept = [...searchParams].filter(([name]) => !tracking.test(name));
  const query = kept
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort();
  const host = hostname.replace(/^www\./, '').replace(/\.$/, '');
  // some sites write the page behind the hash
  const route = /^#[/!]/.test(hash) ? hash : '';
  return host + pathname.replace(/\/+$/, '') + (query.length > 0 ? `?${query.join('&')}` : '') + route;
}

/** A name however it is typed: capitals, accents, spaces and apostrophes aside. */
const nameKey = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’'`´]/g, '’')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

function mergedSource(graph: Graph, named: readonly Named[]): BibliographySource {
  const told = {
    title: toldOf(named, ({ title }) => title),
    publisher: toldOf(named, ({ publisher }) => publisher),
    date: toldOf(named, ({ date }) => date),
    kind: toldOf(named, ({ kind }) => kind),
  };
  const uses = named.map(({ use }) => use).sort(byKindAndTitle);
  const url = mostTold(named, ({ url: address }) => address);
  return {
    title: told.title[0]?.value ?? '',
    publisher: told.publisher[0]?.value ?? '',
    date: told.date[0]?.value ?? null,
    kind: told.kind[0]?.value ?? null,
    url: url ?? null,
    accessed: named.reduce((latest, { source }) => (source.accessed > latest ? source.accessed : latest), ''),
    archives: [...new Set(named.flatMap(({ source }) => source.archiveUrl ?? []))],
    check: url === undefined ? undefined : graph.linkCheck(url),
    uses,
    facts: uses.reduce((sum, { facts }) => sum + facts, 0),
    variants: Object.entries(told).flatMap(([field, [, ...others]]) =>
      others.map(({ value, uses: saying }) => ({
        field: field as SourceVariant['field'],
        value,
        uses: saying,
      })),
    ),
  };
}

/** The values that sheets give, that of most sheets first; a sheet that is silent contradicts nobody. */
function toldOf<T extends string>(
  named: readonly Named[],
  pick: (source: Source) => T | undefined,
): { value: T; uses: SourceUse[] }[] {
  const byValue = new Map<T, SourceUse[]>();
  for (const { source, use } of named) {
    const value = pick(source);
    if (value === undefined) continue;
    const known = byValue.get(value);
    if (known) known.push(use);
    else byValue.set(value, [use]);
  }
  return [...byValue].map(([value, uses]) => ({ value, uses })).sort((a, b) => b.uses.length - a.uses.length);
}

const mostTold = (named: readonly Named[], pick: (source: Source) => string | undefined) =>
  toldOf(named, pick)[0]?.value;

/** The order in which a reader looks for them: practices first, glossary last. */
const rank = new Map(collections.map((kind, index) => [kind, index]));
const byKindAndTitle = (a: SourceUse, b: SourceUse): number =>
  (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0) || alphabetical(a.title, b.title);

/** A stretch of a page: a publisher, or a month, with its sources. */
export interface SourceGroup {
  id: string;
  title: string;
  sources: readonly BibliographySource[];
  /** How many it has in all; more than are here when it goes on over several pages. */
  total: number;
}

/** A part of a list: what one page prints. */
export interface SourcePage {
  number: number;
  groups: readonly SourceGroup[];
}

/** A letter or a year, with as many pages as it takes. */
export interface SourcePart {
  /** In the address: `c`, `0-9`, `2023`, `senza-data`. */
  slug: string;
  title: string;
  sources: number;
  /** The groups in order, with the number of the page on which each begins. */
  groups: readonly { id: string; title: string; total: number; page: number }[];
  pages: readonly SourcePage[];
}

/** Lines of a page: a source and every entry that rests on it each take one. */
const linesOfPage = 400;

/** By publisher: a part for each letter. */
export function sourcesByPublisher({ sources }: Bibliography, most = linesOfPage): SourcePart[] {
  const byName = Map.groupBy(sources, ({ publisher }) => nameKey(publisher));
  const groups = [...byName.values()]
    .map((inside) => ({ title: inside[0]?.publisher ?? '', sources: [...inside].sort(newestFirst) }))
    .sort((a, b) => alphabetical(a.title, b.title));
  const letters = [...Map.groupBy(groups, ({ title }) => initialOf(title))].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return letters.map(([letter, inside]) => partOf(letter.toLowerCase(), letter, inside, most));
}

/** By date, the latest first: a part for each year, and one for what bears no date. */
export function sourcesByDate({ sources }: Bibliography, most = linesOfPage): SourcePart[] {
  const byYear = Map.groupBy([...sources].sort(newestFirst), ({ date }) => date?.slice(0, 4) ?? null);
  return [...byYear].map(([year, inside]) => {
    const byMonth = [...Map.groupBy(inside, ({ date }) => date?.slice(0, 7) ?? '')];
    const groups = byMonth.map(([month, found]) => ({ title: monthTitle(month), sources: found }));
    return year === null
      ? partOf('senza-data', 'Senza data', groups, most)
      : partOf(year, year, groups, most);
  });
}

/** The sources of the latest dates. */
export function latestSources({ sources }: Bibliography, most = 12): SourceGroup {
  const latest = sources
    .filter(({ date }) => date !== null)
    .sort(newestFirst)
    .slice(0, most);
  return { id: 'recenti', title: 'Le più recenti', sources: latest, total: latest.length };
}

function monthTitle(month: string): string {
  if (month === '') return 'La fonte non porta una data';
  return month.length === 4 ? `${month}, senza mese` : formatDate(month);
}

/** Latest first, then by title; what has no date comes last, and a year alone after its months. */
function newestFirst(a: BibliographySource, b: BibliographySource): number {
  const [one, other] = [a.date ?? '', b.date ?? ''];
  const year = other.slice(0, 4).localeCompare(one.slice(0, 4));
  return year || other.localeCompare(one) || alphabetical(a.title, b.title);
}

/** `È` stands under E; a name that starts with a figure under `0-9`. */
export function initialOf(name: string): string {
  const [first = ''] = name.normalize('NFD').match(/[\p{L}\p{N}]/u) ?? [];
  return /[A-Z]/i.test(first) ? first.toUpperCase() : '0-9';
}

interface OpenGroup {
  title: string;
  sources: readonly BibliographySource[];
}

function partOf(slug: string, title: string, groups: readonly OpenGroup[], most: number): SourcePart {
  const ids = new Map<string, number>();
  const pages: { lines: number; groups: (SourceGroup & { sources: BibliographySource[] })[] }[] = [];
  const begins = groups.map((group) => {
    const id = uniqueId(anchorOf(group.title) || 'altri', ids);
    let first = 0;
    for (const source of group.sources) {
      const lines = 1 + source.uses.length;
      let page = pages.at(-1);
      if (!page || (page.lines > 0 && page.lines + lines > most))
        pages.push((page = { lines: 0, groups: [] }));
      page.lines += lines;
      const open = page.groups.at(-1);
      if (open?.id === id) open.sources.push(source);
      else page.groups.push({ id, title: group.title, sources: [source], total: group.sources.length });
      first ||= pages.length;
    }
    return { id, title: group.title, total: group.sources.length, page: first };
  });
  return {
    slug,
    title,
    sources: groups.reduce((sum, group) => sum + group.sources.length, 0),
    groups: begins,
    pages: pages.map(({ groups: inside }, index) => ({ number: index + 1, groups: inside })),
  };
}

/** Names of pages and of their parts share the addresses: a publisher may be called as a part of the page is. */
function uniqueId(name: string, used: Map<string, number>): string {
  const id = `di-${name}`;
  const count = (used.get(id) ?? 0) + 1;
  used.set(id, count);
  return count === 1 ? id : `${id}--${count}`;
}
