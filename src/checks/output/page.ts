import { defaultTreeAdapter as tree, parse, type DefaultTreeAdapterTypes as Nodes } from 'parse5';
import {
  addressesOf,
  attribute,
  hasText,
  isFollowed,
  isRefresh,
  refreshTarget,
  textOf,
  type Element,
} from './element.ts';
import { chartsOfPage } from './charts.ts';
import { figuresOfPage } from './figures.ts';
import { faultsOf } from './element-faults.ts';
import { addressOf, type BuiltPage, type Markup, type MarkupFault } from './site.ts';

/** Astro puts some scripts of a page after it. */
const ending = /<\/html>(?:\s*<script[^>]*><\/script>)*\s*$/;
const loading = new Set(['meta', 'script', 'style', 'link', 'body']);

/**
 * A page as the rules see it. The parser is that of the HTML standard, so that what it finds is what a browser finds.
 * @param origin of the public address, to tell the addresses of the site from those of others
 */
export function readPage(file: string, html: string, origin: string): BuiltPage {
  const found = {
    language: '',
    titles: [] as string[],
    descriptions: [] as string[],
    headings: [] as string[],
    mains: 0,
    isEmpty: true,
    canonicals: [] as string[],
    isListed: true,
    isSearched: false,
    redirect: null as string | null,
  };
  const address = addressOf(file);
  const { see, charts } = chartsOfPage();
  const { see: seeFigure, figures } = figuresOfPage(address);
  let policy: string | null | undefined;
  const markup = readMarkup(html, origin, (element) => {
    see(element);
    seeFigure(element);
    const { tagName } = element;
    const value = (name: string) => attribute(element, name) ?? '';
    if (attribute(element, 'data-pagefind-body') !== undefined) found.isSearched = true;
    if (policy === undefined && loading.has(tagName))
      policy = value('http-equiv').toLowerCase() === 'content-security-policy' ? value('content') : null;
    switch (tagName) {
      case 'html':
        found.language = value('lang');
        break;
      case 'title':
        if (element.namespaceURI.endsWith('xhtml')) found.titles.push(textOf(element)); // drawings have titles too
        break;
      case 'h1':
        found.headings.push(textOf(element));
        break;
      case 'main':
        found.mains += 1;
        if (hasText(element)) found.isEmpty = false;
        break;
      case 'link':
        if (value('rel') === 'canonical') found.canonicals.push(value('href'));
        break;
      case 'meta':
        if (isRefresh(element)) found.redirect = refreshTarget(element);
        else if (value('name') === 'description') found.descriptions.push(value('content').trim());
        // the copy of a proposal says «noindex, nofollow» on every page, and is else what the site would be
        else if (value('name') === 'robots' && value('content') === 'noindex') found.isListed = false;
    }
  });
  return {
    file,
    address,
    isWhole: ending.test(html.slice(-1000)),
    ...found,
    charts: charts(),
    figures: figures(),
    policy: policy ?? null,
    ...markup,
  };
}

/** The ids, addresses and faults of an HTML page or a drawing. */
export function readMarkup(text: string, origin: string, see?: (element: Element) => void): Markup {
  const ids = new Set<string>();
  const links = new Map<string, boolean>();
  const faults: MarkupFault[] = [];
  const visit = (node: Nodes.Node): void => {
    if (tree.isElementNode(node)) {
      see?.(node);
      const id = attribute(node, 'id');
      if (id) ids.add(id);
      const addresses = addressesOf(node);
      for (const address of addresses) links.set(address, isFollowed(node) || links.get(address) === true);
      faults.push(...faultsOf(node, addresses, origin));
    }
    if ('content' in node) visit(node.content); // of a <template>
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  // as without JavaScript, so that what stands in <noscript> is checked too
  visit(parse(text, { scriptingEnabled: false }));
  return { ids, links, faults };
}
