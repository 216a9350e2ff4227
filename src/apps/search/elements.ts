import icons from '../../components/ui/icons.svg?url';

type Child = Node | string | false | undefined | readonly Child[];

/**
 * An element with its attributes and children; a function is what a press does. Texts stay texts, whatever is in them.
 * Enough for a list of results, at a tenth of what a rendering library weighs.
 */
export function el(
  tag: string,
  attributes: Record<string, string | undefined | (() => void)>,
  ...children: readonly Child[]
): HTMLElement {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener('click', value);
    else if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...nodesOf(children));
  return element;
}

const nodesOf = (child: Child): (Node | string)[] =>
  child === false || child === undefined
    ? []
    : child instanceof Node || typeof child === 'string'
      ? [child]
      : child.flatMap(nodesOf);

const space = 'http://www.w3.org/2000/svg';

export function icon(name: string): SVGElement {
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(space, 'use');
  use.setAttribute('href', `${icons}#${name}`);
  svg.append(use);
  return svg;
}
