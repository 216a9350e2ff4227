import { invisible } from '../schemas/invisible.ts';

const unseen = new RegExp(invisible.source, 'gu');

/** A text that somebody typed, as one line that a sheet may hold: nothing that nobody sees, letters in one form. */
export const cleanLine = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\s\u2028\u2029]+/gu, ' ')
    .replace(unseen, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Words of which a reader of Markdown would make a link. */
const address = /\S*(?:https?:\/|www\.|@)\S*/giu;

/** A text as words of a sheet: no sign in it means anything, and no address becomes a link that nobody checked. */
export function mdxText(text: string): string {
  const line = cleanLine(text);
  let from = 0;
  let written = '';
  for (const { index, 0: found } of line.matchAll(address)) {
    written += escaped(line.slice(from, index)) + inCode(found);
    from = index + found.length;
  }
  return written + escaped(line.slice(from));
}

/** Between marks longer than any inside, and apart from them. */
function inCode(word: string): string {
  const longest = Math.max(0, ...(word.match(/`+/g) ?? []).map(({ length }) => length));
  const [marks, space] = ['`'.repeat(longest + 1), /^`|`$/.test(word) ? ' ' : ''];
  return marks + space + word + space + marks;
}

/** `&` begins a sign in other letters, `{` code, `<` a component; the rest is Markdown, some of it only at the beginning. */
const escaped = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>|~&]|^[#+=-]/g, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2');
