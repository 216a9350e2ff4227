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
