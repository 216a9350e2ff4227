import type { Heading, Nodes, Root } from 'mdast';
import type { Finding } from './finding.ts';
import type { Place } from './place.ts';

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
  let furthest = -1;
  const list = expected.map((title) => `«${title}»`).join(', ');
  const at = (node: Nodes) => ({
    line: node.position?.start.line ?? 1,
    column: node.position?.start.column ?? 1,
  });

  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth === 2) {
      addSection(node);
    } else if (sections.length > 0) {
      const section = sections[sections.length - 1] as OutlineSection;
      if (node.type === 'heading' && node.depth === 3)
        section.headings.push({ id: uniqueSlug(plainText(node), used), title: plainText(node) });
      section.words += plainText(node as Nodes)
        .split(/\s+/)
        .filter(Boolean).length;
    } else if (!mayComeFirst.has(node.type)) {
      findings.push({
        name: 'text-before-sections',
        ...at(node),
        message: 'C’è testo prima della prima sezione.',
        hint: `Comincia il testo con «## ${expected[0]}».`,
      });
      return { sections, findings, empty: [] };
    }
  }
  const missing = expected.filter((title) => !sections.some((section) => section.title === title));
  for (const title of missing) {
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
        ...at(node),
        message: `Nel titolo «${title}» c’è altro che testo.`,
        hint: `Scrivi il titolo da solo, «## ${title}»; il resto va sotto.`,
      });
    }
    const position = expected.indexOf(title);
    const twin = byTitle.get(title);
    if (position < 0) {
      findings.push({
        name: 'section-unknown',
        ...at(node),
        message: `«${title}» non è una sezione prevista.`,
        hint: `Sezioni previste: ${list}. Per un titolo tuo usa ###.`,
      });
    } else if (twin) {
      findings.push({
        name: 'section-repeated',
        ...at(node),
        message: `La sezione «${title}» c’è già alla riga ${places.get(twin)?.line}.`,
        hint: 'Uniscile in una; se volevi un titolo tuo usa ###.',
      });
    } else if (position < furthest) {
      findings.push({
        name: 'section-order',
        ...at(node),
        message: `La sezione «${title}» è fuori posto.`,
        hint: `Spostala${beforeWhich(title)}. L’ordine è: ${list}.`,
      });
    }
    furthest = Math.max(furthest, position);
    const section = { id: uniqueSlug(title, used), title, headings: [], words: 0 };
    if (!twin) byTitle.set(title, section);
    sections.push(section);
    places.set(section, at(node));
  }
}

/** Anchors repeat as `id`, `id-2`, `id-3`: the same rule for the index and for the rendered headings. */
export function uniqueSlug(title: string, used: Map<string, number>): string {
  const base = slug(title) || 'sezione';
  const count = (used.get(base) ?? 0) + 1;
  used.set(base, count);
  return count === 1 ? base : `${base}-${count}`;
}
