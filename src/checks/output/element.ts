import { defaultTreeAdapter as tree, type DefaultTreeAdapterTypes as Nodes } from 'parse5';

export type Element = Nodes.Element;

/** Attributes that hold one address, whatever the element. */
const addressAttributes = new Set(['href', 'src', 'action', 'formaction', 'poster', 'background']);
/** Attributes that hold addresses with sizes between commas. */
const listAttributes = new Set(['srcset', 'imagesrcset']);

export const attribute = (element: Element, wanted: string): string | undefined =>
  element.attrs.find(({ name, prefix }) => name === wanted && !prefix)?.value;

/** The text of an element, its white space made even. */
export function textOf(element: Nodes.ParentNode): string {
  const parts: string[] = [];
  const collect = (node: Nodes.Node): void => {
    if (tree.isTextNode(node)) parts.push(node.value);
    else if ('childNodes' in node) node.childNodes.forEach(collect);
  };
  collect(element);
  return parts.join('').replace(/\s+/g, ' ').trim();
}

export const hasText = (node: Nodes.Node): boolean =>
  tree.isTextNode(node)
    ? node.value.trim() !== ''
    : 'childNodes' in node && node.childNodes.some((inner) => hasText(inner));

/** Whether a person follows the addresses of the element; the browser takes those of the others by itself. */
export const isFollowed = ({ tagName }: Element): boolean => tagName === 'a' || tagName === 'area';

export const isRefresh = (element: Element): boolean =>
  element.tagName === 'meta' && attribute(element, 'http-equiv')?.toLowerCase() === 'refresh';

/** Where a refresh leads: `0; url=/aree/` to `/aree/`. */
export const refreshTarget = (element: Element): string =>
  /^[\d.\s]*[;,]?\s*(?:url\s*=\s*)?["']?([^"']*)/i.exec(attribute(element, 'content') ?? '')?.[1]?.trim() ??
  '';

/** Every address that the element names. */
export function addressesOf(element: Element): string[] {
  const found = isRefresh(element) ? [refreshTarget(element)] : [];
  for (const { name, value } of element.attrs) {
    if (addressAttributes.has(name)) found.push(value.trim());
    else if (listAttributes.has(name))
      found.push(
        ...[...value.matchAll(/([^\s,](?:\S*[^\s,])?)(?:\s[^,]*)?/g)].map(([, address = '']) => address),
      );
  }
  return found;
}

export const classesOf = (element: Element): string[] => attribute(element, 'class')?.split(/\s+/) ?? [];

/** The element itself, or the nearest around it, that is wanted. */
export function closest(element: Element, wanted: (element: Element) => boolean): Element | null {
  for (
    let node: Nodes.ParentNode | null = element;
    node;
    node = 'parentNode' in node ? node.parentNode : null
  )
    if (tree.isElementNode(node) && wanted(node)) return node;
  return null;
}

/** Everything of a name inside an element, in the order of reading. */
export function elementsIn(element: Element, tagName: string): Element[] {
  return element.childNodes.flatMap((node): Element[] =>
    tree.isElementNode(node)
      ? [...(node.tagName === tagName ? [node] : []), ...elementsIn(node, tagName)]
      : [],
  );
}
