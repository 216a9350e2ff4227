import type { Nodes } from 'mdast';
import type { Place } from '../../mdx/place.ts';
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

/** Words as a page prints them, and where they come from. */
interface Piece<Origin> {
  words: string;
  origin: Origin;
}

/** What a page would print and the raw text does not show: `&nbsp;`, `&#56;`, bold inside a number, a line that goes on. */
export const personalInBody: SheetRule = {
  name: 'personal-in-body',
  check: ({ file, text, tree, uses }) => {
    const pieces = tree.children.flatMap((node) => printed(node));
    const given = uses.flatMap(({ props, ...place }) =>
      Object.entries(props).map(([name, value]) => ({
        words: `\n${name}: "${onOneLine(value)}"`,
        origin: place,
      })),
    );
    return hiddenIn([...pieces, ...given], text).map(({ kind, shown, origin }) =>
      problem(kind.name, file, origin, kind.message(shown), kind.hint),
    );
  },
};

/** The same in the data: `\\x40` between quotation marks, a text that goes on in the next line. */
export function personalInData(
  { text }: ContentFile,
  records: readonly ReadRecord[],
  placed: () => readonly ContentRecord[],
): Problem[] {
  const pieces: Piece<{ record: number; path: PropertyKey[] }>[] = [];
  const collect = (value: unknown, record: number, path: PropertyKey[], key: string): void => {
    if (typeof value === 'string')
      // as in a file, so that a number is known by the name of its field
      pieces.push({ words: `\n${key}: "${onOneLine(value)}"`, origin: { record, path } });
    else if (value && typeof value === 'object')
      for (const [name, inner] of Object.entries(value)) {
        const step = Array.isArray(value) ? Number(name) : name;
        collect(inner, record, [...path, step], typeof step === 'number' ? key : step);
      }
  };
  records.forEach(({ data }, record) => {
    collect(data, record, [], '');
  });
  const hidden = hiddenIn(pieces, text);
  if (hidden.length === 0) return [];
  const found = placed();
  return hidden.map(({ kind, shown, origin: { record, path } }) =>
    problemAt(found[record] as ContentRecord, path, kind.name, kind.message(shown), kind.hint),
  );
}

const onOneLine = (words: string): string => words.replaceAll('\n', ' ');

/** Nodes inside a line; all others begin and end one. */
const inline = new Set<string>([
  ...['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'link', 'break', 'footnoteReference'],
  ...['mdxJsxTextElement', 'mdxTextExpression'],
]);
/** Data are read apart; notes to the writer are not printed. */
const unprinted = new Set<string>(['yaml', 'mdxFlowExpression', 'mdxTextExpression']);

/** The words of a node, block by block, and the addresses of its links. */
function printed(node: Nodes): Piece<Place>[] {
  if (unprinted.has(node.type)) return [];
  const piece = (words: string) => ({ words, origin: startOf(node) });
  if (node.type === 'break') return [piece(' ')];
  if ('value' in node) return [piece(onOneLine(node.value))];
  const inside = 'children' in node ? node.children.flatMap((child) => printed(child)) : [];
  if (!inline.has(node.type)) return [piece('\n'), ...inside, piece('\n')];
  // a component or a call prints something of its own
  return inside.length > 0 ? inside : [piece('…')];
}

/** What is found in the pieces put together and is not written as it is in the raw text, where it is told already. */
function hiddenIn<Origin>(
  pieces: readonly Piece<Origin>[],
  raw: string,
): { kind: PersonalKind; shown: string; origin: Origin }[] {
  const text = pieces.map(({ words }) => words).join('');
  const found = kinds.flatMap((kind) => {
    const all = kind.find(text);
    if (all.length === 0) return [];
    const told = new Set(kind.find(raw).map(bare));
    return all.filter((datum) => !told.has(bare(datum))).map((datum) => ({ kind, ...datum }));
  });
  if (found.length === 0) return [];
  const ends: number[] = [];
  pieces.forEach(({ words }, at) => ends.push((ends[at - 1] ?? 0) + words.length));
  const seen = new Set<string>();
  return found.flatMap(({ kind, index, shown }) => {
    const { origin } = pieces[ends.findIndex((end) => end > index)] as Piece<Origin>;
    return [{ kind, shown, origin }];
  });
}

const bare = ({ shown }: PersonalDatum): string => shown.replace(/[^\p{L}\p{N}@]/gu, '').toLowerCase();
