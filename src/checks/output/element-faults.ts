import { attribute, isFollowed, textOf, type Element } from './element.ts';
import type { MarkupFault } from './site.ts';

/** Elements that run, load or move what the policy cannot see. */
const forbidden = new Set([
  ...['applet', 'base', 'embed', 'frame', 'frameset', 'iframe', 'object', 'portal'],
  ...['animate', 'animateMotion', 'animateTransform', 'foreignObject', 'set'], // of drawings
]);
/** Scripts that the browser does not run: data for ours, or for search engines. */
const dataBlocks = new Set(['application/json', 'application/ld+json']);
/** Relations of a <link> that loads nothing, and may name another site. */
const namesOnly = new Set(['license']);
/** Most addresses, told without taking them apart. */
const plainlyInside = /^(?:\/[a-z0-9]|\/$|#)/i;

/**
 * What an element must not have.
 * @param addresses those that the element names
 * @param origin of the public address of the site
 */
export function faultsOf(element: Element, addresses: readonly string[], origin: string): MarkupFault[] {
  const { tagName, attrs } = element;
  const found: MarkupFault[] = [];
  const add = (code: MarkupFault['code'], message: string) => found.push({ code, message });
  if (forbidden.has(tagName)) add('forbidden-element', `C’è un elemento <${tagName}>.`);
  if (tagName === 'style') add('inline-style', 'C’è un foglio di stile dentro la pagina (<style>).');
  if (tagName === 'script' && attribute(element, 'src') === undefined) {
    const type = attribute(element, 'type')?.trim().toLowerCase() ?? '';
    if (!dataBlocks.has(type)) add('inline-script', 'C’è uno script dentro la pagina.');
    else if (!isSafeJson(textOf(element)))
      add('raw-json', `Il blocco di dati ${type} non è JSON, o contiene un segno «<».`);
  }
  for (const { name } of attrs) {
    if (name.startsWith('on')) add('inline-handler', `<${tagName}> ha l’attributo ${name}.`);
    else if (name === 'style') add('inline-style', `<${tagName}> ha l’attributo style.`);
    else if (name === 'srcdoc') add('forbidden-element', `<${tagName}> ha l’attributo srcdoc.`);
  }
  for (const address of addresses) {
    if (plainlyInside.test(address) || !URL.canParse(address, origin)) continue; // the rule of the links tells the latter
    const { protocol, host, origin: to } = new URL(address, origin);
    const schemes = isFollowed(element) ? ['http:', 'https:', 'mailto:', 'tel:'] : ['http:', 'https:'];
    if (!schemes.includes(protocol))
      add('dangerous-address', `<${tagName}> ha un indirizzo che comincia con ${protocol}`);
    else if (!isFollowed(element) && to !== origin && !isNameOnly(element))
      add('foreign-resource', `<${tagName}> chiede qualcosa a ${host}.`);
  }
  return found;
}

const isNameOnly = (element: Element): boolean =>
  element.tagName === 'link' && namesOnly.has(attribute(element, 'rel') ?? '');

/** A «<» could close the block and open another. */
function isSafeJson(text: string): boolean {
  try {
    JSON.parse(text);
    return !text.includes('<');
  } catch {
    return false;
  }
}
