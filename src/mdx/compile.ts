import type { Element, Nodes as HastNodes, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { componentOf, isChanged, render, text } from './render.ts';
import type { ExplainTerms } from './terms.ts';
import type { ComponentName } from './vocabulary.ts';

/** A stretch of finished HTML, or a component to be drawn by the site with its own pieces inside. */
export type Piece =
  | { html: string }
  | { component: ComponentName; props: Record<string, string>; inline: boolean; children: Piece[] };

export interface CompiledSection {
  id: string;
  title: string;
  pieces: Piece[];
}

export interface CompiledBody {
  sections: CompiledSection[];
  /** The footnotes of the whole sheet; empty when there are none. */
  footnotes: Piece[];
}

/**
 * Turns a tree that passed the policy into HTML pieces. Rendered from the very tree that was checked.
 * @param explain marks the glossary's words; without it only what the writer marked is marked
 */
export function compileBody(tree: Root, explain?: ExplainTerms): CompiledBody {
  const hast = render(tree);
  if (isChanged(hast)) throw new Error('the sanitizer would change a text that passed the policy');
  const open: { id: string; title: string; nodes: RootContent[] }[] = [];
  let footnotes: RootContent[] = [];
  for (const node of hast.children) {
    if (node.type === 'element' && node.tagName === 'h2')
      open.push({ id: String(node.properties.id), title: text(node), nodes: [] });
    else if (node.type === 'element' && 'dataFootnotes' in node.properties) footnotes = [node];
    else open.at(-1)?.nodes.push(node);
  }
  for (const { nodes } of open) explain?.(nodes);
  const sections = open.map(({ id, title, nodes }) => ({ id, title, pieces: toPieces(nodes) }));
  return { sections, footnotes: toPieces(footnotes) };
}

/** The glossary entries that a text explains, in the order of reading, its footnotes last. */
export function termsIn({ sections, footnotes }: CompiledBody): string[] {
  const inside = (pieces: readonly Piece[]): string[] =>
    pieces.flatMap((piece) => {
      if ('html' in piece) return [];
      return piece.component === 'Term' ? [piece.props.id ?? ''] : inside(piece.children);
    });
  return [...new Set([...sections.map(({ pieces }) => pieces), footnotes].flatMap(inside))];
}

/** Serialises once, leaving a mark where each component stands, then cuts at the marks. */
function toPieces(nodes: readonly HastNodes[]): Piece[] {
  const found: Piece[] = [];
  const mark = (node: HastNodes): HastNodes => {
    const component = componentOf(node);
    if (component) {
      found.push({
        component: component.name,
        props: component.props,
        inline: component.inline,
        children: toPieces((node as Element).children),
      });
      return { type: 'comment', value: `kb:${found.length - 1}` };
    }
    return 'children' in node
      ? ({ ...node, children: node.children.map((child) => mark(child as HastNodes)) } as HastNodes)
      : node;
  };
  const html = toHtml({ type: 'root', children: nodes.map(mark) as RootContent[] });
  return html
    .split(/(<!--kb:\d+-->)/)
    .filter((part) => part.trim() !== '' || part === ' ')
    .map((part) => {
      const index = /^<!--kb:(\d+)-->$/.exec(part)?.[1];
      return index === undefined ? { html: part } : (found[Number(index)] as Piece);
    });
}
