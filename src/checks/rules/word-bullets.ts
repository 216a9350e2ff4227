import { problem } from '../problem.ts';
import type { SheetRule } from '../record.ts';

const bullet = /^\s*[•·▪●◦]\s+\S/;
const dash = /^\s*–\s+\S/;

/** A list pasted from Word keeps its marks and becomes one long line: told once a sheet, at its first line. */
export const wordBullets: SheetRule = {
  name: 'word-bullets',
  check: ({ file, text, tree }) => {
    const [first] = tree.children;
    const start = first?.type === 'yaml' ? (first.position?.end.line ?? 0) : 0;
    const lines = text.split('\n');
    // one line that begins with a dash goes on with the one above it, or is what somebody says
    const isDash = (at: number) => dash.test(lines[at] ?? '');
    const isListed = (at: number) => isDash(at) && (isDash(at + 1) || isDash(at + 2));
    const index = lines.findIndex((line, at) => at >= start && (bullet.test(line) || isListed(at)));
    if (index < 0) return [];
    const line = lines[index] as string;
    const place = { line: index + 1, column: line.search(/\S/) + 1 };
    const message = `La riga comincia con «${line.trim().charAt(0)}»: così non è la voce di un elenco.`;
    return [problem('word-bullets', file, place, message, 'Comincia la riga con «- », una voce per riga.')];
  },
};
