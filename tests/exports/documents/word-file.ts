import JSZip from 'jszip';
import { all, readXml, textIn, type Xml } from './xml.ts';

/** What is inside a Word file, each part read by a strict reader. */
export interface WordFile {
  parts: ReadonlyMap<string, Xml>;
  body: Xml;
}

export async function openWord(file: ArrayBuffer): Promise<WordFile> {
  const zip = await JSZip.loadAsync(file);
  const parts = new Map<string, Xml>();
  for (const [path, entry] of Object.entries(zip.files))
    if (!entry.dir) parts.set(path, readXml(await entry.async('string')));
  return { parts, body: partOf(parts, 'word/document.xml') };
}

function partOf(parts: ReadonlyMap<string, Xml>, path: string): Xml {
  const found = parts.get(path);
  if (!found) throw new Error(`no ${path}`);
  return found;
}

/** The words of a paragraph, a cell or a whole part; the number of a source as `[3]`, as in `plainTextOf`. */
export function wordsOf(element: Xml): string {
  if (element.name === 'w:r' && styleOf(element, 'w:rStyle') === 'SourceNote')
    return readsNumber(element) ? `[${textsIn(element)}]` : '';
  if (element.name === 'w:t') return textIn(element);
  if (element.name === 'w:br') return '\n';
  return element.children.map((child) => (typeof child === 'string' ? '' : wordsOf(child))).join('');
}

const textsIn = (element: Xml): string => all(element, 'w:t').map(textIn).join('');
const readsNumber = (run: Xml): boolean => /^\d+$/.test(textsIn(run));

export const styleOf = (element: Xml, kind: 'w:pStyle' | 'w:rStyle' = 'w:pStyle'): string =>
  all(element, kind)[0]?.attributes['w:val'] ?? '';

/** Each paragraph with its style and its words, those of tables too. */
export const paragraphsOf = (part: Xml): { style: string; words: string; element: Xml }[] =>
  all(part, 'w:p').map((element) => ({ style: styleOf(element), words: wordsOf(element), element }));

/** The rows of the tables of a document, as words. */
export const rowsOf = (part: Xml): string[][] =>
  all(part, 'w:tr').map((row) => all(row, 'w:tc').map(wordsOf));

/** Where the links of the document lead: what follows «#» stands apart in Word. */
export function addressesOf({ parts, body }: WordFile): string[] {
  const targets = new Map(
    all(partOf(parts, 'word/_rels/document.xml.rels'), 'Relationship')
      .filter(({ attributes }) => attributes.TargetMode === 'External')
      .map(({ attributes }) => [attributes.Id, attributes.Target ?? '']),
  );
  return all(body, 'w:hyperlink').flatMap(({ attributes }) => {
    const target = targets.get(attributes['r:id']);
    const anchor = attributes['w:anchor'];
    return target === undefined ? [] : anchor === undefined ? target : `${target}#${anchor}`;
  });
}
