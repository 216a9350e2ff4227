/** What stands over some lines of a list: its anchor and its words. */
export interface Heading {
  id: string;
  title: string;
}

/** Lines of a page under one heading. */
export interface ListGroup<T> extends Heading {
  items: readonly T[];
  /** How many it has in all; more than are here when it goes on over several pages. */
  total: number;
  /** Its first lines are on an earlier page. */
  isContinued: boolean;
}

export interface ListPage<T> {
  number: number;
  groups: readonly ListGroup<T>[];
}

/** The way to a place in a long list: a letter, a month. */
export interface Jump {
  title: string;
  page: number;
  /** Anchor of the group with which it begins. */
  id: string;
}

export interface PagedList<T> {
  total: number;
  pages: readonly ListPage<T>[];
  jumps: readonly Jump[];
}

export interface Headings<T> {
  groupOf: (item: T) => Heading;
  /** The words of the jump that leads to a line; lines with the same words stand together. */
  jumpOf: (item: T) => string;
}

/** Lines of a page. */
export const linesOnPage = 48;

/**
 * Divides a list, already in order, into pages with headings; there is always a first page. Goes through it once.
 * Lines under one heading stand together in the list.
 */
export function pagedList<T>(
  sorted: readonly T[],
  { groupOf, jumpOf }: Headings<T>,
  most = linesOnPage,
): PagedList<T> {
  const totals = new Map<string, number>();
  const pages: { number: number; groups: (Omit<ListGroup<T>, 'total'> & { items: T[] })[] }[] = [];
  const jumps = new Map<string, Jump>();
  sorted.forEach((item, index) => {
    if (index % most === 0) pages.push({ number: pages.length + 1, groups: [] });
    const page = pages.at(-1) ?? { number: 1, groups: [] };
    const heading = groupOf(item);
    const open = page.groups.at(-1);
    if (open?.id === heading.id) open.items.push(item);
    else page.groups.push({ ...heading, items: [item], isContinued: totals.has(heading.id) });
    totals.set(heading.id, (totals.get(heading.id) ?? 0) + 1);
    const jump = jumpOf(item);
    if (!jumps.has(jump)) jumps.set(jump, { title: jump, page: page.number, id: heading.id });
  });
  const counted = pages.map(({ number, groups }) => ({
    number,
    groups: groups.map((group) => ({ ...group, total: totals.get(group.id) ?? 0 })),
  }));
  return {
    total: sorted.length,
    pages: counted.length > 0 ? counted : [{ number: 1, groups: [] }],
    jumps: [...jumps.values()],
  };
}
