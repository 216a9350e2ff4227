type Child = Node | string | false | null | undefined | readonly Child[];

/** What an attribute may be: a text, a function for a press; `true` writes the bare name, the rest leaves it out. */
type Attribute = string | boolean | undefined | (() => void);

/** An element with its attributes and children. Texts stay texts, whatever is in them. */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, Attribute> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener('click', value);
    else if (value === true) element.setAttribute(name, '');
    else if (typeof value === 'string') element.setAttribute(name, value);
  }
  element.append(...nodesOf(children));
  return element;
}

function nodesOf(child: Child): (Node | string)[] {
  if (child === false || child === null || child === undefined) return [];
  return child instanceof Node || typeof child === 'string' ? [child] : child.flatMap(nodesOf);
}

/** What the page was built with; a page without it is our own fault. */
export function part<E extends HTMLElement>(id: string, type: new () => E): E {
  const element = document.getElementById(id);
  if (!(element instanceof type)) throw new Error(`the page has no #${id}`);
  return element;
}
