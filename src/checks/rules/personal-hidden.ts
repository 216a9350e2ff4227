import type { Nodes } from 'mdast';
import { placeIn, type Place } from '../../mdx/place.ts';
import { startOf } from '../../mdx/walk.ts';
import { problem, type Problem } from '../problem.ts';
import {
  problemAt,
  type ContentFile,
  type ContentRecord,
  type ReadRecord,
  type SheetRule,
} from '../record.ts';
import type { PersonalDatum, PersonalKind } from './personal.ts';
import { personalEmail } from './personal-email.ts';
import { personalPhone } from './personal-phone.ts';
import { personalTaxCode } from './personal-tax-code.ts';

const kinds: readonly PersonalKind[] = [personalEmail, personalPhone, personalTaxCode];

/** One line of what a page prints: its pieces, each of which knows where it comes from. */
type Line<Origin> = Piece<Origin>[];
interface Piece<Origin> {
  words: string;
  origin: Origin;
}

/** What a page would print and the raw text does not show: `&nbsp;`, `&#56;`, bold inside a number, a line that goes on. */
export const personalInBody: SheetRule = {
  name: 'personal-in-body',
  check: ({ file, text, tree, uses }) => {
    const lines: Line<() => Place>[] = linesOf(tree);
    for (const use of uses)
      for (const [name, value] of Object.entries(use.props)) lines.push(fieldLine(name, value, () => use));
    const found = hiddenIn(lines, text).map(({ kind, shown, origin }) =>
      problem(kind.name, file, origin(), kind.message(shown), kind.hint),
    );
    // the words of an address may be a link to it
    return once(found);
  },
};

/** The same in the data: `\x40` between quotation marks, a text that goes on in the next line. */
export function personalInData(
  { text }: ContentFile,
  records: readonly ReadRecord[],
  placed: () => readonly ContentRecord[],
): Problem[] {
  if (!(text.includes('\\') || goesOn.test(text) || odd.test(text))) return [];
  const lines: Line<{ record: number; path: PropertyKey[] }>[] = [];
  const path: PropertyKey[] = [];
  const collect = (value: unknown, record: number, field: string): void => {
    if (typeof value === 'string') {
      lines.push(fieldLine(field, value, { record, path: [...path] }));
      return;
    }
    if (!value || typeof value !== 'object') return;
    const isList = Array.isArray(value);
    for (const name of Object.keys(value)) {
      path.push(isList ? Number(name) : name);
      collect((value as Record<string, unknown>)[name], record, isList ? field : name);
      path.pop();
    }
  };
  records.forEach(({ data }, record) => {
    collect(data, record, '');
  });
  const hidden = hiddenIn(lines, text);
  if (hidden.length === 0) return [];
  const found = placed();
  const problems = hidden.map(({ kind, shown, origin: { record, path } }) =>
    problemAt(found[record] as ContentRecord, path, kind.name, kind.message(shown), kind.hint),
  );
  // entries of a list share its sources
  return once(problems);
}

const once = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((one) => [`${one.line}:${one.column} ${one.message}`, one])).values(),
];

/** Written as in a file, so that a number is known by the name of its field. */
const fieldLine = <Origin>(name: string, value: string, origin: Origin): Line<Origin> => [
  { words: `${name}: "${value}"`, origin },
];

/** A line, indented as only data are, that begins in the middle of a number, of a code or of an address. */
const goesOn =
  /\n {2,}(?:[+(.\/-]*\d(?<=(?:\d[ ().\/+-]*|tel\.?|telefono|cell\.?|cellulare|fax|whatsapp)\n+ +[+(.\/-]*\d)|(?:[a-z]{3}[ -]?)?\d\d[ -]?[a-z]\d|[a-z]\d{3}|[([][ac]|[a-z]\b(?<=\d\n+ +[a-z]))/i;
const odd = /[\ud835\u2000-\u200a\u2010\u2011\u202f\u205f\u3000\uff01-\uff5e]/;

/** Spaces, hyphens, figures and letters of every width look the same. */
const asRead = (words: string): string =>
  words.normalize('NFKC').replace(/\s/g, ' ').replaceAll('\u2010', '-');

/** What has neither the sign of an address, in any form, nor two figures or a figure and a capital together. */
const mayHold = (words: string): boolean =>
  /[\dA-Z][ ().\/\u00a0-]{0,3}\d|\d[A-Z]|@|%40|[([][acAC]/.test(words) || odd.test(words);

/** Nodes inside a line; all others begin and end one. */
const inline = new Set<string>([
  ...['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'link', 'break', 'footnoteReference'],
  ...['mdxJsxTextElement', 'mdxTextExpression'],
]);
/** Data are read apart; notes to the writer are not printed. */
const unprinted = new Set<string>(['yaml', 'mdxFlowExpression', 'mdxTextExpression']);

/** The words of a tree, block by block, and the addresses of its links. */
function linesOf(tree: Nodes): Line<() => Place>[] {
  const lines: Line<() => Place>[] = [];
  let line: Line<() => Place> = [];
  const newLine = () => {
    if (line.length > 0) lines.push(line);
    line = [];
  };
  const visit = (node: Nodes): void => {
    if (unprinted.has(node.type)) return;
    const isBlock = !inline.has(node.type);
    if (isBlock) newLine();
    const origin = () => startOf(node);
    if (node.type === 'link') lines.push(fieldLine('url', node.url, origin));
    if ('value' in node) line.push({ words: node.value, origin });
    else if ('children' in node && node.children.length > 0) node.children.forEach(visit);
    // a component or a call of a footnote prints something of its own
    else line.push({ words: node.type === 'break' ? ' ' : '…', origin });
    if (isBlock) newLine();
  };
  visit(tree);
  return lines;
}

/** What is found in the lines and is not written as it is in the raw text, where it is told already. */
function hiddenIn<Origin>(
  lines: readonly Line<Origin>[],
  raw: string,
): { kind: PersonalKind; shown: string; origin: Origin }[] {
  const held = lines.filter((line) => mayHold(wordsOf(line)));
  // no datum goes over the end of a line, so all lines are looked through at once
  const text = held.map((line) => asRead(wordsOf(line))).join('\n');
  const found = kinds.flatMap((kind) => kind.find(text).map((datum) => ({ kind, ...datum })));
  if (found.length === 0) return [];
  const told = new Set(kinds.flatMap(({ find }) => find(raw).map(bare)));
  return found
    .filter((datum) => !told.has(bare(datum)))
    .map(({ kind, index, shown }) => {
      const { line, column } = placeIn(text, index);
      return { kind, shown, origin: originAt(held[line - 1] as Line<Origin>, column - 1) };
    });
}

/** The piece in which a sign of the line stands; signs of another width may shift it by a piece, never out of the line. */
function originAt<Origin>(line: Line<Origin>, index: number): Origin {
  let end = 0;
  const piece = line.find(({ words }) => (end += words.length) > index) ?? line.at(-1);
  return (piece as Piece<Origin>).origin;
}

const wordsOf = (line: Line<unknown>): string => line.reduce((all, { words }) => all + words, '');

const bare = ({ shown }: PersonalDatum): string => shown.replace(/[^\p{L}\p{N}@]/gu, '').toLowerCase();
