import type { Heading } from 'mdast';
import { plainText } from '../../mdx/outline.ts';
import { startOf, walk } from '../../mdx/walk.ts';
import { anchorOf } from '../../knowledge/format.ts';
import { problem, type Problem } from '../problem.ts';
import type { SheetRule } from '../record.ts';

/** Titles have words, follow each other level by level, and are told from one another. The sections have their own rule. */
export const headings: SheetRule = {
  name: 'headings',
  check: ({ file, tree }) => {
    const found: Problem[] = [];
    const seen = new Map<string, number>();
    let last = 2;
    walk(tree, (node) => {
      if (node.type !== 'heading') return;
      const place = startOf(node);
      const title = plainText(node).trim();
      const marks = '#'.repeat(node.depth);
      if (node.depth > 2 && hasComponent(node)) {
        const message = `Nel titolo «${title}» c’è un componente.`;
        const hint = 'Scrivi il titolo con parole tue: il componente va nel testo sotto.';
        found.push(problem('heading-plain', file, place, message, hint));
      } else if (node.depth > 2 && title === '') {
        const hint = `Scrivi il titolo dopo ${marks}, oppure togli la riga.`;
        found.push(problem('heading-empty', file, place, 'Il titolo è vuoto.', hint));
      }
      if (node.depth === 4 && last < 3) {
        const message = `Il titolo «${title}» è di quarto livello, ma sopra non ce n’è uno di terzo.`;
        found.push(problem('heading-jump', file, place, message, `Scrivi ### ${title}`.trim()));
      }
      const first = seen.get(anchorOf(title));
      if (first !== undefined && node.depth > 2 && title !== '') {
        const message = `Il titolo «${title}» c’è già alla riga ${first}.`;
        const hint = 'Cambia uno dei due: nell’indice non si distinguono.';
        found.push(problem('heading-repeated', file, place, message, hint));
      }
      if (first === undefined) seen.set(anchorOf(title), place.line);
      last = node.depth;
      return false;
    });
    return found;
  },
};

function hasComponent(heading: Heading): boolean {
  let has = false;
  walk(heading, ({ type }) => {
    has ||= type === 'mdxJsxTextElement';
    return !has;
  });
  return has;
}
