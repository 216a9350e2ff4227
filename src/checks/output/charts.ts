import { attribute, classesOf, closest, elementsIn, hasText, type Element } from './element.ts';

/** A drawing of values, as the rule sees it: its marks against the rows of the table beside it. */
export interface FoundChart {
  marks: number;
  /** Rows that name a value and say something of it; null without one table in the figure of the drawing. */
  rows: number | null;
  /** No mark is read out: who hears the page gets the table. */
  isHidden: boolean;
}

/** The class of every mark of a drawing of values: one a value. */
const markClass = 'chart-mark';

/** Gathers the marks while a page is read; `charts` then gives one drawing for each figure, and one for marks outside any. */
export function chartsOfPage(): { see: (element: Element) => void; charts: () => FoundChart[] } {
  const marks = new Map<Element | null, Element[]>();
  return {
    see: (element) => {
      if (!classesOf(element).includes(markClass)) return;
      const figure = closest(element, ({ tagName }) => tagName === 'figure');
      marks.set(figure, [...(marks.get(figure) ?? []), element]);
    },
    charts: () =>
      [...marks].map(([figure, found]) => ({
        marks: found.length,
        rows: figure && rowsOf(figure),
        isHidden: found.every((mark) => closest(mark, isHidden) !== null),
      })),
  };
}

function rowsOf(figure: Element): number | null {
  const tables = elementsIn(figure, 'table');
  const [table] = tables;
  if (!table || tables.length > 1) return null;
  return elementsIn(table, 'tbody').flatMap((body) => elementsIn(body, 'tr').filter(isTold)).length;
}

const isTold = (row: Element): boolean =>
  elementsIn(row, 'th').some(hasText) && elementsIn(row, 'td').some(hasText);

const isHidden = (element: Element): boolean => attribute(element, 'aria-hidden') === 'true';
