import type { SearchFilter } from '../../knowledge/search-kinds.ts';
import type { Fragment } from './index-data.ts';
import { isLike, wordsIn } from './words.ts';

export interface Piece {
  text: string;
  marked: boolean;
}

/** A result as it is shown. */
export interface Hit {
  url: string;
  /** Whether it is a need: who types its name also wants the sheets that answer it. */
  isNeed: boolean;
  title: string;
  area: Label | undefined;
  /** City and state, where the page has them. */
  details: string[];
  /** Where in the page; absent when the match stands before its first section. */
  section: { title: string; url: string } | undefined;
  /** Words of the query that the page does not have. */
  missing: readonly string[];
  excerpt: Piece[];
}

export interface Label {
  label: string;
  colour?: string | undefined;
}

export type LabelOf = (name: SearchFilter, id: string) => Label | undefined;

/** With fewer words before its first section, a page opens with that section. */
const fewest = 6;
const unescaped: Record<string, string> = { '&lt;': '<', '&gt;': '>' };

/** The excerpt of the index as text and marks. It escapes angle brackets, so every tag in it is one of its own. */
export function piecesOf(excerpt: string): Piece[] {
  return excerpt
    .split(/<\/?mark>/)
    .map((text, position) => ({
      // a sign that more follows stays on the line of its word
      text: text.replace(/&[lg]t;/g, (entity) => unescaped[entity] ?? entity).replace(/ …$/, '\u00a0…'),
      marked: position % 2 === 1,
    }))
    .filter(({ text }) => text !== '');
}

type Section = Fragment['sub_results'][number];

/** The section whose excerpt holds most of the words asked; of equals one that is called so, one with an address, the first. */
export function bestSection(sections: readonly Section[], words: readonly string[]): Section | undefined {
  const parts = words.flatMap(wordsIn);
  const held = ({ excerpt }: Section): number => {
    const marked = piecesOf(excerpt).flatMap((piece) => (piece.marked ? wordsIn(piece.text) : []));
    return parts.filter((part) => marked.some((word) => isLike(part, word))).length;
  };
  const isCalledSo = ({ title }: Section): boolean => {
    const name = wordsIn(title);
    return parts.every((part) => name.some((word) => isLike(part, word)));
  };
  const rank = (section: Section): number =>
    held(section) * 4 + Number(isCalledSo(section)) * 2 + Number(section.anchor !== undefined);
  return sections.reduce<Section | undefined>(
    (best, section) => (best === undefined || rank(section) > rank(best) ? section : best),
    undefined,
  );
}

export function hitOf(
  fragment: Fragment,
  words: readonly string[],
  labelOf: LabelOf,
  missing: readonly string[] = [],
): Hit {
  const { url, meta, filters } = fragment;
  const title = meta.title ?? url;
  const first = (name: SearchFilter): Label | undefined => {
    const id = filters[name]?.[0];
    return id === undefined ? undefined : labelOf(name, id);
  };
  const section = words.length > 0 ? bestSection(fragment.sub_results, words) : undefined;
  const excerpt = section?.excerpt ?? opening(fragment);
  const details = [first('city'), first('status'), first('evidence')].flatMap((label) => label?.label ?? []);
  return {
    url,
    isNeed: filters.kind?.[0] === 'need',
    title,
    area: first('area'),
    details: details.filter((detail) => detail !== title),
    section: section?.anchor ? { title: section.title, url: section.url } : undefined,
    missing,
    excerpt: withoutHeading(piecesOf(excerpt), section?.title ?? title),
  };
}

/** What a page says before its first section, when no word of its text stands out. */
function opening({ excerpt, anchors }: Fragment): string {
  const [start = Infinity] = anchors.map(({ location }) => location).sort((a, b) => a - b);
  const before = excerpt.split(/\s+/).slice(0, start);
  return before.length > fewest ? before.join(' ') : excerpt;
}

/** The text of a page, and of a section, starts with its title, which is already shown. */
export function withoutHeading(pieces: readonly Piece[], heading: string): Piece[] {
  const text = pieces.map((piece) => piece.text).join('');
  const [start = ''] = [`${heading}. `, `${heading} `].filter((form) => text.startsWith(form));
  let left = start.length;
  return pieces.flatMap((piece) => {
    const kept = piece.text.slice(left);
    left = Math.max(0, left - piece.text.length);
    return kept ? [{ ...piece, text: kept }] : [];
  });
}
