import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';

/** A piece of a page as plain data: a text, or an element that pages are made of. */
export type Markup = string | MarkupElement;

export interface MarkupElement {
  tag: string;
  isDrawing: boolean;
  attributes: readonly (readonly [name: string, value: string])[];
  children: readonly Markup[];
}

/** What the pages of sheets are made of. Nothing that runs, loads or sends: what is not here is left out, with its content. */
const tags = new Set(
  (
    'a article aside b blockquote br button caption cite code col colgroup dd del details dfn div dl dt em figcaption ' +
    'figure footer h1 h2 h3 h4 h5 h6 header hr i li nav ol p q s section small span strong sub summary sup table tbody ' +
    'td tfoot th thead time tr ul'
  ).split(' '),
);
const drawingTags = new Set(
  'circle defs desc g line path polygon polyline rect svg text title tspan use'.split(' '),
);
const names = new Set(
  (
    'class colspan datetime dir disabled download hidden href id lang open rel role rowspan scope start tabindex title ' +
    'translate type value name width height viewBox preserveAspectRatio d x y x1 x2 y1 y2 cx cy r rx ry points dx dy fill ' +
    'stroke stroke-width transform text-anchor dominant-baseline focusable'
  ).split(' '),
);
const isNamed = (name: string): boolean => names.has(name) || /^(?:aria|data)-[a-z-]+$/.test(name);

const svg = 'http://www.w3.org/2000/svg';
type Node = DefaultTreeAdapterTypes.ChildNode;

/**
 * Reads finished HTML into what may be put in a page: the policy of the site lets no text become markup by itself.
 * Pictures that lie beside a sheet are not at hand, and their words take their place.
 */
export const markupOf = (html: string): Markup[] => parseFragment(html).childNodes.flatMap(markupOfNode);

function markupOfNode(node: Node): Markup[] {
  if ('value' in node) return [node.value];
  if (!('tagName' in node)) return [];
  const isDrawing = (node.namespaceURI as string) === svg;
  if (node.tagName === 'img') return [pictureWords(node.attrs.find(({ name }) => name === 'alt')?.value)];
  if (!(isDrawing ? drawingTags : tags).has(node.tagName)) return [];
  const attributes = node.attrs.flatMap(({ name, value, namespace }) =>
    namespace === undefined && isNamed(name) && (name !== 'href' || leads(value, node.tagName))
      ? [[name, value] as const]
      : [],
  );
  return [{ tag: node.tagName, isDrawing, attributes, children: node.childNodes.flatMap(markupOfNode) }];
}

/** Links lead to pages; a drawing takes its signs from this site alone. */
function leads(address: string, tag: string): boolean {
  if (tag === 'use') return /^(?:#|\/(?![/\\]))/.test(address);
  const base = 'https://example.org';
  return URL.canParse(address, base) && /^https?:$/.test(new URL(address, base).protocol);
}

const pictureWords = (alt: string | undefined): MarkupElement => ({
  tag: 'p',
  isDrawing: false,
  attributes: [['class', 'caption']],
  children: [`Qui sta l’immagine che accompagna la scheda${alt ? `: ${alt}` : '.'}`],
});

/** Puts it in a document. */
export function nodesOf(markup: readonly Markup[]): DocumentFragment {
  const fragment = document.createDocumentFragment();
  fragment.append(...markup.map(nodeOf));
  return fragment;
}

function nodeOf(markup: Markup): Element | string {
  if (typeof markup === 'string') return markup;
  const { tag, isDrawing, attributes, children } = markup;
  const element = isDrawing ? document.createElementNS(svg, tag) : document.createElement(tag);
  for (const [name, value] of attributes) element.setAttribute(name, value);
  element.append(...children.map(nodeOf));
  return element;
}
