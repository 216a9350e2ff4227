import type { Element, ElementContent, Nodes as HastNodes, Root as HastRoot, RootContent } from 'hast';
import { defaultSchema, sanitize, type Schema } from 'hast-util-sanitize';
import type { Root } from 'mdast';
import { toHast, type State } from 'mdast-util-to-hast';
import { path } from '../base-path.ts';
import type { ComponentElement } from './component-element.ts';
import { uniqueSlug } from './outline.ts';
import { isComponent, vocabulary } from './vocabulary.ts';
import { walk } from './walk.ts';

interface JsxLike {
  name: string | null;
  type: string;
  attributes: { name: string; value: string }[];
}

/**
 * The rule of GOV.UK's govspeak: a text is valid when sanitizing its HTML changes nothing.
 * What is not safe is refused, never stripped; and our own closed lists get a second opinion.
 */
export const isChangedBySanitizing = (tree: Root): boolean => isChanged(render(tree));

export const isChanged = (hast: HastRoot): boolean => !isSame(hast, sanitize(hast, safe));

/** Whether two trees print the same HTML; what a component holds beside its name is not HTML. */
function isSame(a: HastNodes, b: HastNodes): boolean {
  if (a.type !== b.type) return false;
  if (a.type === 'element' && b.type === 'element') {
    const given = Object.keys(a.properties);
    if (a.tagName !== b.tagName || given.length !== Object.keys(b.properties).length) return false;
    if (!given.every((name) => String(a.properties[name]) === String(b.properties[name]))) return false;
  }
  if ('value' in a) return 'value' in b && a.value === b.value;
  if (!('children' in a && 'children' in b)) return true;
  return (
    a.children.length === b.children.length &&
    a.children.every((child, at) => isSame(child, b.children[at] as HastNodes))
  );
}

/** All that a text may become: the elements of Markdown, our anchors, table regions and task marks. */
const safe: Schema = {
  ...defaultSchema,
  clobber: [],
  tagNames: [
    ...[
      'p',
      'h2',
      'h3',
      'h4',
      'em',
      'strong',
      'del',
      'code',
      'br',
      'hr',
      'a',
      'blockquote',
      'ul',
      'ol',
      'li',
    ],
    ...['table', 'thead', 'tbody', 'tr', 'th', 'td', 'section', 'span', 'sup', 'kb-component'],
  ],
  attributes: {
    '*': [],
    a: [
      ['className', 'data-footnote-backref'],
      'href',
      'id',
      'ariaDescribedBy',
      'ariaLabel',
      'dataFootnoteRef',
      'dataFootnoteBackref',
    ],
    h2: ['id', ['className', 'visually-hidden']],
    h3: ['id'],
    h4: ['id'],
    li: ['id', ['className', 'task-list-item']],
    ol: ['start', ['className', 'contains-task-list']],
    ul: [['className', 'contains-task-list']],
    section: ['ariaLabel', 'tabIndex', 'dataFootnotes', ['className', 'table-scroll', 'footnotes']],
    span: [['className', 'task', 'task-done', 'visually-hidden']],
    table: [['className', 'table']],
    td: [['className', 'num']],
    th: ['scope', ['className', 'num']],
  },
  protocols: { href: ['https', 'http'] },
  required: {},
};

/** The whole HTML of a body as a tree, components still to be drawn. */
export function render(tree: Root): HastRoot {
  const hast = toHast(folded(tree), {
    handlers: {
      ...{ folded: (state: State, node: { tree: Root }) => state.all(node.tree) },
      mdxJsxFlowElement: toComponent,
      mdxJsxTextElement: toComponent,
      mdxFlowExpression: drop,
      mdxTextExpression: drop,
    },
    footnoteLabel: 'Note',
    footnoteLabelTagName: 'h2',
    footnoteLabelProperties: { className: ['visually-hidden'] },
    footnoteBackLabel: (reference, repeat) =>
      `Torna al richiamo ${reference + 1}${repeat > 1 ? `, ${repeat}ª volta` : ''}`,
    clobberPrefix: 'nota-',
  }) as HastRoot;
  const used = new Map<string, number>();
  let tables = 0;
  adapt(hast);

  return hast;

  /** What Markdown's HTML lacks for our readers: anchors, table regions with headers, task lists in words. */
  function adapt(parent: HastRoot | Element): void {
    parent.children.forEach((node, index) => {
      if (node.type !== 'element') return;
      if ((node.tagName === 'h2' || node.tagName === 'h3') && !node.properties.id)
        node.properties.id = uniqueSlug(text(node), used);
      if (node.tagName === 'th' || node.tagName === 'td') {
        if (node.properties.align === 'right') node.properties.className = ['num'];
        delete node.properties.align;
        if (node.tagName === 'th') node.properties.scope = 'col';
      }
      if ('dataFootnoteRef' in node.properties) node.children = [{ type: 'text', value: letter(text(node)) }];
      if (node.tagName === 'a' && isOfThisSite(node.properties.href))
        node.properties.href = path(node.properties.href);
      if (componentOf(node)?.name === 'Cite') trimBefore(parent, index);
      if (node.tagName === 'input') parent.children[index] = taskMark(node.properties.checked === true);
      adapt(node);
      if (node.tagName === 'table') {
        tables += 1;
        node.properties.className = ['table'];
        parent.children[index] = element(
          'section',
          { className: ['table-scroll'], ariaLabel: `Tabella ${tables}`, tabIndex: 0 },
          [node],
        );
      }
    });
  }
}

/**
 * Before it begins, the converter looks at every node for footnotes, which takes as long as the conversion.
 * Given them beside a node that it cannot look into, it has nothing to look for.
 */
function folded(tree: Root): Root {
  const notes: RootContent[] = [];
  walk(tree, (node) => {
    if (node.type === 'footnoteDefinition') notes.push(node as never);
    return true;
  });
  return { type: 'root', children: [{ type: 'folded', tree }, ...notes] as never };
}

const drop = () => undefined;

export const componentOf = (node: HastNodes) => (node as ComponentElement).component;

/** A note number stands against the word before it, however the writer spaced it. */
function trimBefore(parent: HastRoot | Element, index: number): void {
  const before = parent.children[index - 1];
  if (before?.type === 'text') before.value = before.value.trimEnd();
}

/** The site may be served below a folder, which who writes a sheet does not know. */
const isOfThisSite = (address: unknown): address is `/${string}` =>
  typeof address === 'string' && /^\/(?!\/)/.test(address);

/** Footnotes are lettered, because numbers already mean sources: a … z, aa, ab … */
function letter(number: string): string {
  let sign = '';
  for (let rest = Number(number); rest > 0; rest = Math.floor((rest - 1) / 26))
    sign = String.fromCharCode(97 + ((rest - 1) % 26)) + sign;
  return sign;
}

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

const taskMark = (done: boolean): Element =>
  element('span', { className: done ? ['task', 'task-done'] : ['task'] }, [
    element('span', { className: ['visually-hidden'] }, [
      { type: 'text', value: done ? 'Fatto:' : 'Da fare:' },
    ]),
  ]);

function toComponent(state: State, node: unknown): ElementContent | undefined {
  const { name, attributes, type } = node as JsxLike;
  if (!isComponent(name)) return undefined;
  const props = Object.fromEntries(attributes.map((attribute) => [attribute.name, attribute.value]));
  let children = state.all(node as never);
  const rule = vocabulary[name];
  const inline = rule.place === 'inline' || (rule.place === 'any' && type === 'mdxJsxTextElement');
  const isPhrasing = children.some((child) => child.type === 'text' && child.value.trim() !== '');
  if (!inline && rule.children === 'blocks' && isPhrasing) children = [element('p', {}, children)];
  const result: ComponentElement = {
    ...element('kb-component', {}, children),
    component: { name, props, inline },
  };
  return rule.place === 'inline' && type === 'mdxJsxFlowElement' ? element('p', {}, [result]) : result;
}

/** The words of a node. */
export function text(node: HastNodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map((child) => text(child)).join('') : '';
}
