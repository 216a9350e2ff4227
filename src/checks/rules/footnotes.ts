import type { FootnoteDefinition, Nodes, Root } from 'mdast';
import type { Place } from '../../mdx/place.ts';
import { startOf, walk } from '../../mdx/walk.ts';
import { problem, type Problem } from '../problem.ts';
import type { SheetRule } from '../record.ts';

/** Every note is called from the text, and every call has its note: neither is lost without a word. */
export const footnotes: SheetRule = {
  name: 'footnotes',
  check: ({ file, text, tree }) => {
    const found: Problem[] = [];
    const notes = notesIn(tree);
    const called = calledIn(tree, notes);
    const tell = (place: Place, message: string, hint: string) =>
      found.push(problem('footnote-lost', file, place, message, hint));
    const lines = text.split('\n');
    walk(tree, (node) => {
      if (node.type === 'text')
        for (const { sign, ...place } of strayCalls(node, lines))
          tell(place, `Il richiamo «${sign}» non ha la sua nota.`, hintFor(sign));
      if (node.type !== 'footnoteDefinition') return true;
      const sign = `[^${node.label ?? node.identifier}]`;
      const first = notes.get(node.identifier);
      if (first !== node) {
        const message = `La nota «${sign}» c’è già alla riga ${first?.position?.start.line}.`;
        tell(startOf(node), message, 'Dalle un altro nome e richiamala nel testo, oppure toglila.');
      } else if (!called.has(node.identifier)) {
        const hint = `Scrivi ${sign} nel testo, dopo le parole che spiega, oppure togli la nota.`;
        tell(startOf(node), `Nessun punto del testo richiama la nota «${sign}».`, hint);
      }
      return true;
    });
    return found;
  },
};

const hintFor = (sign: string): string =>
  /\s/.test(sign)
    ? 'Il nome di una nota è senza spazi: [^1], [^fonte].'
    : `Aggiungi in fondo, dopo una riga vuota: ${sign}: testo della nota. Oppure togli il richiamo.`;

/** The notes by their names; of two with the same name the first counts. */
function notesIn(tree: Root): Map<string, FootnoteDefinition> {
  const notes = new Map<string, FootnoteDefinition>();
  walk(tree, (node) => {
    if (node.type === 'footnoteDefinition' && !notes.has(node.identifier)) notes.set(node.identifier, node);
    return true;
  });
  return notes;
}

/** Names of the notes that a reader comes to: from the text, or from a note so reached. */
function calledIn(tree: Root, notes: ReadonlyMap<string, FootnoteDefinition>): ReadonlySet<string> {
  const called = new Set<string>();
  const toRead: Nodes[] = [tree];
  for (let from = toRead.pop(); from; from = toRead.pop()) {
    const root = from;
    walk(root, (node) => {
      if (node.type === 'footnoteDefinition') return node === root;
      if (node.type === 'footnoteReference' && !called.has(node.identifier)) {
        called.add(node.identifier);
        const note = notes.get(node.identifier);
        if (note) toRead.push(note);
      }
      return true;
    });
  }
  return called;
}

/** Calls that the parser took for words, looked for in what was typed: one after a backslash is meant as words. */
function strayCalls({ position }: Nodes, lines: readonly string[]): (Place & { sign: string })[] {
  if (!position) return [];
  const { start, end } = position;
  return lines.slice(start.line - 1, end.line).flatMap((line, down) => {
    const from = down === 0 ? start.column - 1 : 0;
    const to = start.line + down === end.line ? end.column - 1 : line.length;
    return [...line.slice(from, to).matchAll(/\\.|\[\^[^\s[\]][^[\]]*\]/g)]
      .filter(([sign]) => sign.startsWith('['))
      .map(({ 0: sign, index }) => ({ sign, line: start.line + down, column: from + index + 1 }));
  });
}
