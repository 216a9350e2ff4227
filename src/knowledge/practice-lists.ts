import { initialOf } from './bibliography.ts';
import { areaOf, cardsOnPage, practicesIn } from './card.ts';
import { practicesOf } from './cities.ts';
import { evidenceLevels, evidenceOf, type EvidenceLevel } from './evidence.ts';
import { alphabetical, capital, formatDate, formatYears } from './format.ts';
import { freshnessOf, type Freshness } from './freshness.ts';
import type { Entry, Graph } from './graph.ts';
import { indicatorIn } from './indicators.ts';
import { linesOnPage, pagedList, type Headings, type PagedList } from './list-pages.ts';
import { pageOf, type ListedKind, type PracticeOrder } from './routes.ts';

/** What one line of a list prints of a sheet, and what it is put in order by. */
export interface PracticeLine {
  id: string;
  href: string;
  title: string;
  tagline: string;
  city: { id: string; title: string };
  when: string | null;
  area: { colour: ReturnType<typeof areaOf>['colour']; label: string };
  evidence: EvidenceLevel;
  reviewedOn: string;
  freshness: Freshness;
}

export type PracticeList = PagedList<PracticeLine>;

/** The sheets as lines, by title: each is read once, for all the orders. */
export function practiceLinesOf(graph: Graph, practices: readonly Entry<'practice'>[]): PracticeLine[] {
  const indicatorOf = indicatorIn(graph);
  return practices
    .map((practice): PracticeLine => {
      const { id, data } = practice;
      const { colour, label } = areaOf(graph, practice);
      return {
        id,
        href: pageOf('practice', id),
        title: data.title,
        tagline: data.tagline,
        city: { id: data.city, title: graph.get('city', data.city).data.title },
        when: formatYears(data.period),
        area: { colour, label },
        evidence: evidenceOf(data, indicatorOf).level,
        reviewedOn: data.reviewedOn,
        freshness: freshnessOf(data, graph.today),
      };
    })
    .sort(
      (a, b) => byName(a.title, b.title) || alphabetical(a.city.title, b.city.title) || byText(a.id, b.id),
    );
}

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Letter by letter, so that a letter stands together: a quotation mark at the head of a name does not count. */
const byName = (a: string, b: string): number =>
  byText(initialOf(a), initialOf(b)) || alphabetical(bare(a), bare(b));

const bare = (name: string): string => name.replace(/^[^\p{L}\p{N}]+/u, '');

/** How each order compares and divides; lines that compare equal stay by title. */
interface Order extends Headings<PracticeLine> {
  compare: (a: PracticeLine, b: PracticeLine) => number;
}

const letterOf = (name: string) => {
  const letter = initialOf(name);
  return { id: `lettera-${letter.toLowerCase()}`, title: letter };
};

const orders: Readonly<Record<PracticeOrder, Order>> = {
  title: {
    compare: () => 0,
    groupOf: ({ title }) => letterOf(title),
    jumpOf: ({ title }) => initialOf(title),
  },
  city: {
    compare: (a, b) => byName(a.city.title, b.city.title) || byText(a.city.id, b.city.id),
    groupOf: ({ city }) => ({ id: `citta-${city.id}`, title: city.title }),
    jumpOf: ({ city }) => initialOf(city.title),
  },
  review: {
    compare: (a, b) => byText(b.reviewedOn, a.reviewedOn),
    groupOf: ({ reviewedOn }) => {
      const month = reviewedOn.slice(0, 7);
      return { id: `mese-${month}`, title: capital(formatDate(month)) };
    },
    jumpOf: ({ reviewedOn }) => capital(formatDate(reviewedOn.slice(0, 7))),
  },
  evidence: {
    compare: (a, b) => b.evidence - a.evidence,
    groupOf: ({ evidence }) => ({ id: `livello-${evidence}`, title: evidenceTitle(evidence) }),
    jumpOf: ({ evidence }) => evidenceTitle(evidence),
  },
};

const evidenceTitle = (level: EvidenceLevel): string => capital(evidenceLevels[level].name);

/** More months than these are reached year by year. */
const mostMonths = 24;

/** A list in one of the orders, in pages. Goes through the lines once more for each order, never for each page. */
export function practiceList(
  byTitle: readonly PracticeLine[],
  order: PracticeOrder,
  most = linesOnPage,
): PracticeList {
  const { compare, ...headings } = orders[order];
  const list = pagedList(byTitle.toSorted(compare), headings, most);
  if (order !== 'review' || list.jumps.length <= mostMonths) return list;
  const years = Map.groupBy(list.jumps, ({ title }) => title.slice(-4));
  return { ...list, jumps: [...years].flatMap(([title, [first]]) => (first ? { ...first, title } : [])) };
}

/** The sheets of an area, a city, a programme, in one of the orders. */
export interface ListUnder {
  kind: ListedKind;
  id: string;
  title: string;
  order: 'title' | 'review';
  list: PracticeList;
}

/**
 * The lists that stand below other pages. An area has them as soon as it has a sheet, a city or a programme when it has
 * more sheets than its own page prints.
 */
export function practiceListsUnder(graph: Graph): ListUnder[] {
  const isLong = ({ practices }: { practices: readonly unknown[] }) => practices.length > cardsOnPage;
  const cities = graph.all('city').map((entry) => ({ entry, practices: practicesOf(graph, entry.id) }));
  const programmes = graph
    .all('programme')
    .map((entry) => ({ entry, practices: graph.naming('practice', 'programme', entry.id) }));
  const areas = graph.all('focus-area').map((entry) => ({ entry, practices: practicesIn(graph, entry.id) }));
  return [
    ...areas.filter(({ practices }) => practices.length > 0),
    ...cities.filter(isLong),
    ...programmes.filter(isLong),
  ].flatMap(({ entry: { kind, id, data }, practices }) => {
    const byTitle = practiceLinesOf(graph, practices);
    return (['title', 'review'] as const).map((order) => ({
      kind,
      id,
      title: data.title,
      order,
      list: practiceList(byTitle, order),
    }));
  });
}
