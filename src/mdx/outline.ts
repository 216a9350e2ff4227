import { distance } from 'fastest-levenshtein';
import type { Heading, Nodes, Root } from 'mdast';
import type { Finding } from './finding.ts';
import type { Place } from './place.ts';
import { startOf } from './walk.ts';

export interface OutlineSection {
  /** Anchor of the section: the title in lower case, without accents, joined by hyphens. */
  id: string;
  title: string;
  /** H3 titles inside it. */
  headings: { id: string; title: string }[];
  words: number;
}

/** A section without a word, and where its title stands. */
export interface EmptySection extends Place {
  title: string;
}

/** The anchor of a title. */
export function slug(title: string): string {
  return title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** The plain text of a node, components left out. */
export function plainText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map((child) => plainText(child as Nodes)).join('') : '';
}

/** What may stand before the first section: nothing that a reader would miss. */
const mayComeFirst = new Set<string>(['yaml', 'footnoteDefinition', 'mdxFlowExpression']);

/** A mistyped title is this many letters away from the one that was meant, at most. */
const mostAway = 2;

/** The title of a section behind one with other capitals, marks or accents, or a letter amiss. */
const meantBy = (title: string, expected: readonly string[]): string | undefined => {
  const written = slug(title);
  return (
    expected.find((one) => slug(one) === written) ??
    expected.find((one) => title.length < 80 && distance(slug(one), written) <= mostAway)
  );
};

/** The section whose title a line of text was meant to be: `##Come funziona`, `**Come funziona**`, `### Come funziona`. */
function disguised(node: Nodes, expected: readonly string[]): string | undefined {
  if (node.type !== 'heading' && node.type !== 'paragraph') return undefined;
  const [first, second] = node.children;
  if (!first) return undefined;
  const isAlone = second === undefined || (second.type === 'text' && second.value.startsWith('\n'));
  const line = plainText(node).split('\n', 1)[0] ?? '';
  const isTitle =
    node.type === 'heading' ||
    /^#+\S/.test(line) ||
    ((first.type === 'strong' || first.type === 'emphasis') && isAlone);
  return isTitle ? expected.find((one) => slug(one) === slug(line)) : undefined;
}

/**
 * Splits a body into its fixed sections.
 * @param expected the H2 titles of this collection, in order; all must be there, and no other
 */
export function outlineOf(
  tree: Root,
  expected: readonly string[],
): { sections: OutlineSection[]; findings: Finding[]; empty: EmptySection[] } {
  const sections: OutlineSection[] = [];
  const findings: Finding[] = [];
  const places = new Map<OutlineSection, Place>();
  const used = new Map<string, number>();
  const byTitle = new Map<string, OutlineSection>();
  /** Sections that are there under another title, and lines that were meant to be the title of one. */
  const mistyped = new Set<string>();
  const lines = new Map<string, Place>();
  let furthest = -1;
  const list = expected.map((title) => `«${title}»`).join(', ');

  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth === 2) {
      addSection(node);
    } else if (sections.length > 0) {
      const section = sections[sections.length - 1] as OutlineSection;
      const line = disguised(node, expected);
      if (line !== undefined && !lines.has(line)) lines.set(line, startOf(node));
      if (node.type === 'heading' && node.depth === 3)
        section.headings.push({ id: uniqueSlug(plainText(node), used), title: plainText(node) });
      section.words += plainText(node as Nodes)
        .split(/\s+/)
        .filter(Boolean).length;
    } else if (!mayComeFirst.has(node.type)) {
      const meant = disguised(node, expected);
      findings.push({
        name: 'text-before-sections',
        ...startOf(node),
        message: 'C’è testo prima della prima sezione.',
        hint: meant === undefined ? `Comincia il testo con «## ${expected[0]}».` : `Scrivi: ## ${meant}`,
      });
      return { sections, findings, empty: [] };
    }
  }
  const missing = expected.filter((title) => !sections.some((section) => section.title === title));
  for (const title of missing) {
    if (mistyped.has(title)) continue;
    const line = lines.get(title);
    if (line) {
      findings.push({
        name: 'section-missing',
        ...line,
        message: `Manca la sezione «${title}»: questa riga non è il suo titolo.`,
        hint: `Scrivi: ## ${title}`,
      });
      continue;
    }
    const last = tree.children.at(-1)?.position?.end.line ?? 1;
    findings.push({
      name: 'section-missing',
      line: last,
      column: 1,
      message: `Manca la sezione «${title}».`,
      hint: `Aggiungi una riga «## ${title}»${beforeWhich(title)}. Le sezioni, in ordine: ${list}.`,
    });
  }
  const empty = sections
    .filter(({ words }) => words === 0)
    .map((section) => ({ title: section.title, ...(places.get(section) as Place) }));
  return { sections, findings, empty };

  /** Which section, of those that are there, an absent or displaced one comes before. */
  function beforeWhich(title: string): string {
    const later = expected.slice(expected.indexOf(title) + 1);
    const next = later.find((other) => sections.some((section) => section.title === other));
    return next === undefined ? '' : ` prima di «${next}»`;
  }

  function addSection(node: Heading): void {
    const title = plainText(node).trim();
    if (node.children.some(({ type }) => type !== 'text')) {
      findings.push({
        name: 'section-plain',
        ...startOf(node),
        message: `Nel titolo «${title}» c’è altro che testo.`,
        hint: `Scrivi il titolo da solo, «## ${title}»; il resto va sotto.`,
      });
    }
    const position = expected.indexOf(title);
    const twin = byTitle.get(title);
    if (position < 0) {
      const meant = meantBy(
        title,
        expected.filter((one) => !byTitle.has(one)),
      );
      if (meant !== undefined) mistyped.add(meant);
      findings.push({
        name: 'section-unknown',
        ...startOf(node),
        message: `«${title}» non è una sezione prevista.`,
        hint:
          meant === undefined
            ? `Sezioni previste: ${list}. Per un titolo tuo usa ###.`
            : `Scrivi: ## ${meant}`,
      });
    } else if (twin) {
      findings.push({
        name: 'section-repeated',
        ...startOf(node),
        message: `La sezione «${title}» c’è già alla riga ${places.get(twin)?.line}.`,
        hint: 'Uniscile in una; se volevi un titolo tuo usa ###.',
      });
    } else if (position < furthest) {
      findings.push({
        name: 'section-order',
        ...startOf(node),
        message: `La sezione «${title}» è fuori posto.`,
        hint: `Spostala${beforeWhich(title)}. L’ordine è: ${list}.`,
      });
    }
    furthest = Math.max(furthest, position);
    const section = { id: uniqueSlug(title, used), title, headings: [], words: 0 };
    if (!twin) byTitle.set(title, section);
    sections.push(section);
    places.set(section, startOf(node));
  }
}

/** Anchors repeat as `id`, `id-2`, `id-3`: the same rule for the index and for the rendered headings. */
export function uniqueSlug(title: string, used: Map<string, number>): string {
  const base = slug(title) || 'sezione';
  const count = (used.get(base) ?? 0) + 1;
  used.set(base, count);
  return count === 1 ? base : `${base}-${count}`;
}
