import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes as Nodes } from 'parse5';
import { attribute, classesOf, closest, elementsIn, type Element } from './element.ts';

/** The figures of a page: how many places print one, and what stands in those that lead to no source. */
export interface FoundFigures {
  /** Places with a figure: a row of a table, a cell at a glance, a value in a sentence, a step. */
  places: number;
  /** The words of each place without a note. */
  noteless: string[];
}

/** Pages about what happened in the world; the minutes and chairs of an activity are nobody’s figures. */
const told = /^\/(?:pratiche|laboratori|programmi|citta)\/./;

/** Finds the figures of a page while it is read. A place counts once, however many numbers it prints. */
export function figuresOfPage(address: string): {
  see: (element: Element) => void;
  figures: () => FoundFigures;
} {
  const places = new Set<Element>();
  return {
    see: (element) => {
      if (!told.test(address)) return;
      const place = placeOf(element);
      if (place && /\d/.test(wordsOf(place))) places.add(place);
    },
    figures: () => ({
      places: places.size,
      noteless: [...places].filter((place) => !hasNote(place)).map((place) => wordsOf(place).slice(0, 80)),
    }),
  };
}

/** What has to carry the note, when this element prints a figure. */
function placeOf(element: Element): Element | null {
  const classes = classesOf(element);
  // a table of the text may count years, and is judged where it is written (rules/figure-uncited.ts)
  if (element.tagName === 'td' && classes.includes('num'))
    return inside(element, 'read') ? null : closest(element, ({ tagName }) => tagName === 'tr');
  if (element.tagName === 'dd' && inside(element, 'brief-grid')) return parentOf(element);
  if (element.tagName === 'dd' && inside(element, 'path'))
    return closest(element, ({ tagName }) => tagName === 'li');
  if (classes.includes('fact')) return element;
  return null;
}

const inside = (element: Element, name: string): boolean =>
  closest(element, (around) => classesOf(around).includes(name)) !== null;

const parentOf = ({ parentNode }: Element): Element | null =>
  parentNode && tree.isElementNode(parentNode) ? parentNode : null;

const hasNote = (place: Element): boolean =>
  elementsIn(place, 'a').some((link) => /^#fonte-\d+$/.test(attribute(link, 'href') ?? ''));

/**
 * The text of a place without its notes, and without numbers that are part of a name: an address, a code, a page’s
 * title. Running words are the business of the checks (`figure-uncited`, `figure-noteless`).
 */
function wordsOf(place: Element): string {
  const isLeftOut = (node: Nodes.Node): boolean =>
    tree.isElementNode(node) &&
    (classesOf(node).includes('note') ||
      attribute(node, 'data-named-number') !== undefined ||
      /^[^#]/.test(attribute(node, 'href') ?? ''));
  const words = (node: Nodes.Node): string =>
    isLeftOut(node)
      ? ''
      : tree.isTextNode(node)
        ? node.value
        : 'childNodes' in node
          ? node.childNodes.map((child) => words(child)).join(' ')
          : '';
  return words(place).replace(/\s+/g, ' ').trim();
}
