import { site } from '../site.ts';
import { textContextOf, type TextContext } from './text-context.ts';
import { formatDays } from './format.ts';
import { isReached, type FactGroup } from './facts.ts';
import type { Entry, Graph } from './graph.ts';
import { pageOf } from './routes.ts';
import { latestFirst } from './workshop-view.ts';

interface Item {
  label: string;
  href: string | null;
}

/** A workshop told by its date. */
export interface WorkshopDay {
  href: string;
  title: string;
  text: string;
  /** `15` and `marzo 2023`. */
  days: string;
  month: string;
  place: string;
  /** How many cities were there, as the sources say it; null when none does. */
  cities: FactGroup | null;
  context: TextContext;
  presented: Item[];
  visits: Item[];
  /** How many of the tables left a written result, of how many; 0 of 0 when even the tables are not known. */
  tables: { written: number; total: number };
  insights: string[];
}

/** The workshop that the network has chosen for its front page, or else its latest. */
export const featuredWorkshop = (
  graph: Graph,
  id: string | null = site.featuredWorkshop,
): Entry<'workshop'> | null =>
  (id === null ? undefined : graph.find('workshop', id)) ?? latestFirst(graph.all('workshop'))[0] ?? null;

export function workshopDayOf(graph: Graph, { id, data }: Entry<'workshop'>): WorkshopDay {
  const context = textContextOf(graph, data);
  const [days = '', ...month] = formatDays(data.start, data.end).split(' ');
  const practice = (ref: string | undefined, name: string | undefined): Item => {
    const sheet = ref === undefined ? undefined : graph.get('practice', ref);
    return { label: name ?? sheet?.data.title ?? '', href: sheet ? pageOf('practice', sheet.id) : null };
  };
  return {
    href: pageOf('workshop', id),
    title: data.title,
    text: data.tagline,
    days,
    month: month.join(' '),
    place: [graph.get('city', data.city).data.title, data.venue].filter(Boolean).join(', '),
    cities:
      context.groups.find((group) => group.indicatorId === 'cities-involved' && isReached(group)) ?? null,
    context,
    presented: (data.presented ?? []).map((item) => practice(item.practice, item.name)),
    visits: (data.visits ?? []).map((visit) => practice(visit.practice, visit.place)),
    tables: {
      written: (data.tables ?? []).filter((table) => table.text !== undefined).length,
      total: data.tables?.length ?? 0,
    },
    insights: (data.insights ?? []).slice(0, 2).map(({ text }) => text),
  };
}
