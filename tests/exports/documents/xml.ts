/** An element of an XML file, as a strict reader gives it. */
export interface Xml {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: (Xml | string)[];
}

const name = '[A-Za-z_][\\w.:-]*';
const tag = new RegExp(`^<(/?)(${name})((?:\\s+${name}="[^"<]*")*)\\s*(/?)>`);
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
// https://www.w3.org/TR/xml/#charsets
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/**
 * Reads an XML file with the little that office files use of XML, and stops at anything that is not well formed.
 * @throws Error which says where
 */
export function readXml(file: string): Xml {
  if (forbidden.test(file) || !file.isWellFormed()) throw new Error('a character that XML cannot hold');
  let rest = file.replace(/^<\?xml[^?]*\?>\s*/, '');
  const root: Xml = { name: '', attributes: {}, children: [] };
  const open = [root];
  while (rest !== '') {
    const here = open.at(-1) as Xml;
    const found = tag.exec(rest);
    if (!found) {
      const end = rest.indexOf('<', rest.startsWith('<') ? 1 : 0);
      const words = end < 0 ? rest : rest.slice(0, end);
      if (words.startsWith('<')) throw new Error(`not a tag: ${words.slice(0, 60)}`);
      if (here === root && words.trim() !== '')
        throw new Error(`words outside the root: ${words.slice(0, 60)}`);
      here.children.push(decoded(words));
      rest = rest.slice(words.length);
      continue;
    }
    const [whole, closing, tagName = '', attributes = '', alone] = found;
    rest = rest.slice(whole.length);
    if (closing) {
      if (open.pop()?.name !== tagName || open.length === 0) throw new Error(`</${tagName}> closes nothing`);
      continue;
    }
    const element: Xml = { name: tagName, attributes: attributesIn(attributes), children: [] };
    here.children.push(element);
    if (!alone) open.push(element);
  }
  const [only, ...more] = root.children.filter((child) => typeof child !== 'string');
  if (open.length !== 1 || !only || more.length > 0) throw new Error('not one whole root');
  return only;
}

function attributesIn(text: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, key = '', value = ''] of text.matchAll(new RegExp(`(${name})="([^"]*)"`, 'g'))) {
    if (Object.hasOwn(found, key)) throw new Error(`${key} twice`);
    found[key] = decoded(value);
  }
  return found;
}

const decoded = (text: string): string =>
  text.replace(/&([^;\s]*;?)/g, (_, reference: string) => {
    const [, code] = /^#(x[\da-f]+|\d+);$/i.exec(reference) ?? [];
    const sign = code
      ? String.fromCodePoint(Number(code.replace(/^x/i, '0x')))
      : entities[reference.replace(/;$/, '')];
    if (sign === undefined || !reference.endsWith(';')) throw new Error(`&${reference} means nothing`);
    return sign;
  });

/** Every element of that name inside another, in the order of reading. */
export const all = (element: Xml, wanted: string): Xml[] =>
  element.children.flatMap((child) =>
    typeof child === 'string' ? [] : [...(child.name === wanted ? [child] : []), ...all(child, wanted)],
  );

/** The words directly inside an element. */
export const textIn = (element: Xml | undefined): string =>
  (element?.children ?? []).filter((child) => typeof child === 'string').join('');
