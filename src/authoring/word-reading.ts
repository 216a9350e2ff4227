import type { Element, ElementContent, Nodes as HastNodes, Root as HastRoot } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import mammoth from 'mammoth';
import type { ListItem, PhrasingContent, Root, RootContent } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mdxExpressionToMarkdown } from 'mdast-util-mdx-expression';
import { mdxJsxToMarkdown } from 'mdast-util-mdx-jsx';
import { toMarkdown } from 'mdast-util-to-markdown';

/** A Word document as a tree of Markdown, with its tables apart where they are questions and answers. */
export interface WordContent {
  /** Elements of the body, in order: what `markdownOf` writes down. */
  blocks: readonly ElementContent[];
  /** Notes at the foot, by the name with which the text calls them. */
  notes: ReadonlyMap<string, Element>;
  /** Pictures that were passed over. */
  pictures: number;
}

/** Names of styles in Italian, beside those of Word, which mammoth knows by itself. */
const styleMap = [
  ...[1, 2, 3, 4, 5, 6].flatMap((level) => [
    `p[style-name='Titolo ${level}'] => h${level}:fresh`,
    `p[style-name='Intestazione ${level}'] => h${level}:fresh`,
    `p[style-name='titolo ${level}'] => h${level}:fresh`,
  ]),
  "p[style-name='Titolo'] => h1.title:fresh",
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Sottotitolo'] => p.subtitle:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Citazione'] => blockquote > p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
];

/** Reads a Word document that `checkWordFile` has let through. Nothing outside the file is asked for. */
export async function readWord(bytes: ArrayBuffer): Promise<WordContent> {
  let pictures = 0;
  // in Node mammoth wants a buffer of its own, in a browser the bytes
  const { Buffer: NodeBuffer } = globalThis as unknown as {
    Buffer?: { from: (bytes: ArrayBuffer) => never };
  };
  const input = NodeBuffer ? { buffer: NodeBuffer.from(bytes) } : { arrayBuffer: bytes };
  const { value } = await mammoth.convertToHtml(input, {
    styleMap,
    includeEmbeddedStyleMap: false,
    ignoreEmptyParagraphs: false,
    externalFileAccess: false,
    convertImage: mammoth.images.imgElement(() => {
      pictures += 1;
      return Promise.resolve({ src: '' });
    }),
  });
  const tree = fromHtml(value, { fragment: true });
  const notes = new Map<string, Element>();
  const blocks = (tree.children as ElementContent[]).filter((node) => !isNoteList(node, notes));
  return { blocks, notes, pictures };
}

export const isElement = (node: HastNodes, name?: string): node is Element =>
  node.type === 'element' && (name === undefined || node.tagName === name);

const blockNames = /^(?:p|ul|ol|li|table|tbody|thead|tr|td|th|h[1-6]|blockquote|div|br)$/;

function inOneLine(children: readonly ElementContent[]): ElementContent[] {
  return children.flatMap((child): ElementContent[] =>
    isElement(child) && blockNames.test(child.tagName)
      ? [...inOneLine(child.children), { type: 'text', value: ' ' }]
      : [child],
  );
}

/** Tables as Markdown has them: each cell one line of words. */
function flatCells(node: ElementContent): ElementContent {
  if (!isElement(node)) return node;
  const isCell = node.tagName === 'td' || node.tagName === 'th';
  return { ...node, children: isCell ? inOneLine(node.children) : node.children.map(flatCells) };
}

/** The list of the notes, which mammoth puts at the end. */
function isNoteList(node: ElementContent, notes: Map<string, Element>): boolean {
  if (!isElement(node, 'ol')) return false;
  const items = node.children.filter((child): child is Element => isElement(child, 'li'));
  const names = items.map(({ properties }) => /^(?:footnote|endnote)-(.+)$/.exec(String(properties.id))?.[0]);
  if (items.length === 0 || names.some((name) => name === undefined)) return false;
  items.forEach((item, index) => notes.set(names[index] ?? '', item));
  return true;
}

/** All the words of a node, blocks on lines of their own. */
export function textOf(node: HastNodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const inner = node.children.map((child) => textOf(child as HastNodes)).join('');
  if (node.type !== 'element') return inner;
  if (node.tagName === 'br') return '\n';
  return /^(?:p|li|h[1-6]|tr)$/.test(node.tagName) ? `${inner}\n` : inner;
}

/** The components that a text of ours may hold, written out in Word. */
const component = /<\/?(?:Fact|Cite|Term|Practice|Callout|Steps|Quote|Figure)\b[^<>{}]*>/g;

interface Writing {
  notes: WordContent['notes'];
  /** Letters of the notes of one section: `a`, `b`… */
  letters: Map<string, string>;
  /** Whether components written in the text are meant as such: in our own form they are. */
  hasComponents: boolean;
}

/**
 * Writes elements of a Word document as the Markdown of a section: nothing in it can be taken for code. Titles become
 * those of the third level, notes stand below.
 */
export function markdownOf(blocks: readonly ElementContent[], { notes, hasComponents }: Omit<Writing, 'letters'>): string {
  const letters = new Map<string, string>();
  const root: HastRoot = { type: 'root', children: blocks.map(flatCells) };
  const tree = toMdast(root, {
    handlers: {
      sup: (state, element: Element) => {
        const [link] = element.children;
        const name = link && isElement(link, 'a') ? /^#((?:footnote|endnote)-.+)$/.exec(String(link.properties.href))?.[1] : undefined; // prettier-ignore
        if (name === undefined || !notes.has(name)) return state.all(element);
        const letter = letters.get(name) ?? String(letters.size + 1);
        letters.set(name, letter);
        return { type: 'footnoteReference', identifier: letter, label: letter };
      },
      img: () => undefined,
    },
  }) as Root;
  const definitions = [...letters].map(([name, letter]): RootContent => ({
    type: 'footnoteDefinition',
    identifier: letter,
    label: letter,
    children: (
      toMdast({ type: 'root', children: withoutWayBack(notes.get(name)) }, {
        handlers: { img: () => undefined },
      }) as Root
    ).children as never[],
  }));
  const whole: Root = { type: 'root', children: [...tree.children, ...definitions].map((node) => clean(node, hasComponents)) };
  const options = {
    bullet: '-' as const,
    emphasis: '*' as const,
    rule: '-' as const,
    listItemIndent: 'one' as const,
    extensions: [gfmToMarkdown(), mdxJsxToMarkdown(), mdxExpressionToMarkdown()],
  };
  return toMarkdown(whole, options)
    // a line that begins as a program would is refused
    .replace(/^([^\S\n]*)(import|export)\b/gm, (_, space: string, word: string) => `${space}${word[0] === 'i' ? '&#105;' : '&#101;'}${word.slice(1)}`)
    .trim();
} // prettier-ignore

/** A note without the arrow that leads back to its place. */
function withoutWayBack(item: Element | undefined): ElementContent[] {
  const clear = (node: ElementContent): ElementContent[] => {
    if (!isElement(node)) return [node];
    if (isElement(node, 'a') && /^#(?:footnote|endnote)-ref-/.test(String(node.properties.href))) return [];
    return [{ ...node, children: node.children.flatMap(clear) }];
  };
  return (item?.children ?? []).flatMap(clear);
}

/** What a section may hold: titles of the third level, links to public pages, no pictures, components where they are meant. */
function clean<N extends RootContent>(node: N, hasComponents: boolean): N {
  const inner = (children: readonly RootContent[]): RootContent[] =>
    children.flatMap((child): RootContent[] => {
      if (child.type === 'text' && hasComponents) return split(child.value);
      if (child.type === 'image') return [];
      if (child.type === 'link' && !/^https?:\/\//i.test(child.url)) return inner(child.children);
      return [clean(child, hasComponents)];
    });
  if (node.type === 'heading')
    return { ...node, depth: 3, children: inner(node.children).filter((child) => child.type !== 'break') as PhrasingContent[] };
  if (node.type === 'listItem') return ticked({ ...node, children: inner(node.children) as typeof node.children }) as N;
  return 'children' in node ? ({ ...node, children: inner(node.children) }) : node;
} // prettier-ignore

/** An item that begins with a box is one to tick. */
function ticked(item: ListItem): ListItem {
  const [first, ...rest] = item.children;
  const [words, ...others] = first?.type === 'paragraph' ? first.children : [];
  const box = words?.type === 'text' ? /^\s*(?:\[([ xX])\]|([☐☑☒]))\s+/.exec(words.value) : null;
  if (!box || first?.type !== 'paragraph' || words?.type !== 'text') return item;
  const isTicked = /[xX☑☒]/.test(box[0]);
  const left: PhrasingContent = { ...words, value: words.value.slice(box[0].length) };
  return { ...item, checked: isTicked, children: [{ ...first, children: [left, ...others] }, ...rest] };
}

/** A text with its components as they are written. */
function split(text: string): RootContent[] {
  const parts: RootContent[] = [];
  let end = 0;
  for (const found of text.matchAll(component)) {
    if (found.index > end) parts.push({ type: 'text', value: text.slice(end, found.index) });
    parts.push({ type: 'html', value: found[0] });
    end = found.index + found[0].length;
  }
  if (end < text.length) parts.push({ type: 'text', value: text.slice(end) });
  return parts;
}
