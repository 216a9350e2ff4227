import { anchorOf } from '../../knowledge/format.ts';
import { plainText } from '../../mdx/outline.ts';
import { walk } from '../../mdx/walk.ts';
import type { Place } from '../../mdx/place.ts';
import { problem } from '../problem.ts';
import type { OpenSheet, SheetRule } from '../record.ts';

/** The words that stand for a picture say what is seen in it. */
export const altUseless: SheetRule = {
  name: 'alt-useless',
  check: (sheet) => {
    const pictures = sheet.uses.filter(({ name }) => name === 'Figure');
    if (pictures.length === 0) return [];
    const titles = titlesOf(sheet);
    const lines = sheet.text.split('\n');
    const hint = 'Scrivi in una frase che cosa si vede e perché conta.';
    return pictures.flatMap((use) => {
      const { alt = '', credit = '' } = use.props;
      const wrong = faultOf(alt, credit, titles);
      if (!wrong) return [];
      const message = `Il testo alternativo «${alt}» ${wrong}.`;
      return [problem('alt-useless', sheet.file, placeOfAlt(lines, use), message, hint)];
    });
  },
};

const leastLetters = 15;
const leastWords = 3;

function faultOf(alt: string, credit: string, titles: ReadonlySet<string>): string | null {
  const words = alt.split(/[^\p{L}\p{N}’']+/u).filter(Boolean);
  if (/\.(?:png|jpe?g|webp|avif|gif|svg)$/i.test(alt)) return 'è il nome di un file';
  if (anchorOf(alt) === anchorOf(credit)) return 'ripete i crediti';
  if (titles.has(anchorOf(alt))) return 'ripete un titolo della scheda';
  if (words.length < leastWords || words.join('').length < leastLetters)
    return 'è troppo breve per dire che cosa si vede';
  return null;
}

function titlesOf({ tree }: OpenSheet): ReadonlySet<string> {
  const titles = new Set<string>();
  walk(tree, (node) => {
    if (node.type === 'heading') titles.add(anchorOf(plainText(node)));
  });
  return titles;
}

/** The attribute itself, which may stand some lines below the name of its component. */
function placeOfAlt(lines: readonly string[], { line, column }: Place): Place {
  for (let down = 0; down < 10; down += 1) {
    const text = (lines[line - 1 + down] ?? '').slice(down === 0 ? column - 1 : 0);
    const at = text.search(/\balt\s*=/);
    if (at >= 0) return { line: line + down, column: at + (down === 0 ? column : 1) };
  }
  return { line, column };
}
