import type { AnyEntry, Graph } from './graph.ts';
import { mainChanges, type EntryHistory } from './history.ts';
import { pageOf, termPage, type RoutedKind } from './routes.ts';
import { collections, type Collection } from '../schemas/registry.ts';
import { site } from '../site.ts';

/** What has an address of its own, and can therefore be news; and what the new and the changed ones are called. */
const newsKinds: Readonly<Partial<Record<Collection, { fresh: string; changed: string }>>> = {
  practice: { fresh: 'Pratiche nuove', changed: 'Pratiche aggiornate' },
  workshop: { fresh: 'Laboratori nuovi', changed: 'Laboratori aggiornati' },
  activity: { fresh: 'Attività nuove', changed: 'Attività aggiornate' },
  session: { fresh: 'Sessioni nuove', changed: 'Sessioni aggiornate' },
  'focus-area': { fresh: 'Aree di focus nuove', changed: 'Aree di focus aggiornate' },
  need: { fresh: 'Bisogni nuovi', changed: 'Bisogni aggiornati' },
  programme: { fresh: 'Programmi nuovi', changed: 'Programmi aggiornati' },
  city: { fresh: 'Città nuove', changed: 'Città aggiornate' },
  term: { fresh: 'Voci di glossario nuove', changed: 'Voci di glossario aggiornate' },
} satisfies Record<RoutedKind | 'term', unknown>;

/** One entry on one day: it is new, or it changed. */
export interface NewsItem {
  /** `YYYY-MM-DD`. */
  day: string;
  /** Seconds from 1970. */
  time: number;
  kind: Collection;
  id: string;
  /** The id that it had at first: news keep their name when the page moves. */
  firstId: string;
  title: string;
  /** Page of the entry. */
  href: string;
  isNew: boolean;
  /** One line about a new entry, where it has one. */
  tagline: string | null;
  /** The main changes, in sentences without a full stop. */
  changes: readonly string[];
  /** `E altre 4 modifiche`. */
  more: string | null;
}

/** Sentences of one item. */
const mostChanges = 3;

/** What happened to all the published entries, the latest first; of a day, what is new comes first. */
export function newsOf(graph: Graph, historyOf: (entry: AnyEntry) => EntryHistory): NewsItem[] {
  const entries = collections.flatMap((kind) => graph.all(kind) as readonly AnyEntry[]);
  const items = entries.flatMap((entry) => itemsOf(entry, historyOf(entry)));
  const rank = ({ kind, isNew }: NewsItem) => (isNew ? 0 : 100) + collections.indexOf(kind);
  return items.sort(
    (a, b) => b.day.localeCompare(a.day) || rank(a) - rank(b) || b.time - a.time || (a.id < b.id ? -1 : 1),
  );
}

function itemsOf(entry: AnyEntry, { published, days, firstId }: EntryHistory): NewsItem[] {
  const { kind, id, data } = entry;
  if (!(kind in newsKinds)) return [];
  const href = kind === 'term' ? termPage(id) : pageOf(kind as RoutedKind, id);
  const about = { kind, id, firstId: firstId ?? id, title: data.title, href };
  const tagline = 'tagline' in data ? data.tagline : null;
  return [
    ...days
      // on the day on which it came, all of it is new
      .filter(({ day }) => day !== published?.day)
      .map(({ day, time, changes }): NewsItem => {
        const { shown, more } = mainChanges(changes, mostChanges);
        return { ...about, day, time, isNew: false, tagline: null, changes: shown, more };
      }),
    ...(published ? [{ ...about, ...published, isNew: true, tagline, changes: [], more: null }] : []),
  ];
}

/** What the feed of an area is called. */
export const areaFeedTitle = (area: string): string => `${site.name}: novità di «${area}»`;

/** What happened to the sheets and the workshops of an area, in the order of all the news. */
export function newsOfArea(news: readonly NewsItem[], graph: Graph, area: string): NewsItem[] {
  const isOf = ({ data }: { data: { focusAreas: readonly string[] } }) => data.focusAreas.includes(area);
  const ids = {
    practice: new Set(
      graph
        .all('practice')
        .filter(isOf)
        .map(({ id }) => id),
    ),
    workshop: new Set(
      graph
        .all('workshop')
        .filter(isOf)
        .map(({ id }) => id),
    ),
  };
  return news.filter(({ kind, id }) => (kind === 'practice' || kind === 'workshop') && ids[kind].has(id));
}

/** News of one day, of entries of one collection that are all new or all changed. */
export interface NewsGroup {
  kind: Collection;
  isNew: boolean;
  /** `Pratiche nuove`, `Laboratori aggiornati`. */
  title: string;
  items: readonly NewsItem[];
}

export interface NewsDay {
  day: string;
  groups: readonly NewsGroup[];
}

/** News as a page prints them: by day, and in a day by what they are. */
export function newsByDay(items: readonly NewsItem[]): NewsDay[] {
  return [...Map.groupBy(items, ({ day }) => day)].map(([day, ofDay]) => ({
    day,
    groups: [...Map.groupBy(ofDay, ({ kind, isNew }) => `${kind} ${isNew}`).values()].map((group) => {
      const { kind, isNew } = group[0] as NewsItem;
      const title = newsKinds[kind]?.[isNew ? 'fresh' : 'changed'] ?? '';
      return { kind, isNew, title, items: group };
    }),
  }));
}

/** At most this many on a page. */
export const newsOnPage = 50;

/** The news in pages; there is always a first one. */
export function pagesOf<T>(items: readonly T[], most = newsOnPage): T[][] {
  const pages: T[][] = [];
  for (let start = 0; start < items.length; start += most) pages.push(items.slice(start, start + most));
  return pages.length > 0 ? pages : [[]];
}
