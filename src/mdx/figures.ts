import type { Nodes, Root } from 'mdast';
import { placeIn, type Place } from './place.ts';
import { startOf, walk } from './walk.ts';

/** What a number is said to be: euros, hundredths, or anything that its next word says. */
export type FigureForm = 'money' | 'percent' | 'plain';

/** A number that stands in the text in figures. */
export interface TypedFigure {
  value: number;
  form: FigureForm;
  /** As it was typed: `1,3 milioni di euro`. */
  written: string;
  /** The next words, in lower case: they may be its unit. */
  next: string;
  /** A note number, a fact or a quotation stands in the same sentence, or in the same row of a table. */
  isSourced: boolean;
  line: number;
  column: number;
}

/** What is said in other words, or drawn by the site, is no figure of the writer. */
const closed = new Set(['inlineCode', 'footnoteReference', 'mdxTextExpression', 'mdxFlowExpression']);
const foreign = new Set(['Fact', 'Cite', 'Practice', 'Quote', 'Figure']);
const blocks = new Set(['paragraph', 'heading', 'tableCell']);
/** Stands where something stands that is not read here. */
const gap = '\ufffc';
/** Stands where such a thing leads to a source. */
const sourced = '\ufffb';
const sources = new Set(['Fact', 'Cite', 'Quote']);
/** A full stop, then a capital: where a sentence ends, and a source no longer speaks for what comes. «S. Pietro» is no end. */
const sentenceEnd =
  /[.!?…](?<!(?:^|[^\p{L}])(?:\p{Lu}|[pnvlsc]|artt?|pagg?|cfr|es|dott|prof|arch|ing|avv|sig|p\.?zza)\.)\s+(?=[\p{Lu}«])/gu;

const times: Readonly<Record<string, number>> = { mila: 1e3, milion: 1e6, miliard: 1e9 };

/** Letters and figures of our languages: quicker than all of Unicode. */
const amount =
  /(?<![A-Za-z\u00c0-\u024f\d.,/:]|[^\s(\d][–-])(€\s?)?(?:(\d{1,3}(?:\.\d{3})+|\d{1,12})(,\d{1,6})?|(?<one>[Uu]n|[Mm]ezzo)(?=\s(?:milione|miliardo)\b))(?![\d/:ºª°])(?![.,–-]\d)(?:\s?(mila|milion|miliard)[eio]?(?![A-Za-z\u00c0-\u024f]))?((?:\sdi)?\s?(?:€|euro(?![A-Za-z]))|\s?%|\sper\scento(?![A-Za-z]))?(?!(?!(?:mq|m²|m2|km|kg)(?![A-Za-z\u00c0-\u024f]))[A-Za-z\u00c0-\u024f])/g;
/** What a number after these words counts is a place in an order: a law, a page, a door, an hour. */
const ordered =
  /(?:^|[^\p{L}])(?:legg[ei]|l\.|artt?\.|articol[oi]|comm[ai]|n\.|nn\.|n°|nr\.|numer[oi]|d\.?\s?(?:lgs|l|m|p\.?r|p\.?c\.?m|g\.?r)\.?|decret[oi]|delibera(?:zione)?|determina(?:zione)?|regolamento(?: \(?u\.?e\.?\)?)?|direttiva|protocollo|prot\.|pagin[ae]|pagg?\.|pp?\.|capitol[oi]|cap\.|tabell[ae]|figur[ae]|fas[ei]|pass[oi]|ass[ei]|misur[ae]|azion[ei]|punt[oi]|circoscrizion[ei]|sezion[ei]|lott[oi]|line[ae]|municipi[oi]?|obiettiv[oi](?:\sdi\spolicy)?|journal|capo|titolo|allegat[oi]|sentenz[ae]|legg[ei] regional[ei]|priorità|mission[ei]|component[ei]|civic[oi]|under|over|covid|(?:gli|agli|degli|negli|dagli) anni)(?:\s\d{1,4}(?:,|\s[eo]))?\s?$/iu;
const hour = /(?:^|[^\p{L}])(?:ore|alle|dalle|le)\s$/iu;
/** «le 12 associazioni» are things, «le 12» and «le 12 precise» an hour. */
const countedWithArticle = /(?:^|[^\p{L}])le\s$/iu;
const feminineMany = /^\s(?!(?:alle|dalle|nelle|precise|oppure)(?!\p{L}))\p{L}{3,}[eià](?!\p{L})/iu;
/** The first of two numbers, «da 10-15», and the hyphen: the second tells what they count. */
const rangeStart = /(?<![\d.,/:–-])([1-9]\d{0,2}(?:\.\d{3})*|[1-9]\d*)(?:,\d{1,6})?\s?%?[–-]$/;
/** «il 24» is a day: one thing has no number, and several have «i». */
const dayBefore = /(?:^|[^\p{L}])(?:il|al|dal|del|nel|sul)\s$/iu;
const street =
  /(?:^|[^\p{L}])(?:[Vv]ia|[Vv]ial[ei]|[Pp]iazza|[Pp]iazzale|[Cc]orso|[Ll]argo|[Vv]icolo|[Ss]trada|[Ll]ungo)\s(?:\p{Ll}{1,8}[\s’]){0,2}(?:\p{Lu}[\p{L}’.]{0,20}\s?){1,4},?\s?$/u;
const month =
  '(?:gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre)';
const beforeMonth = new RegExp(`^\\s(?:${month}(?!\\p{L})|(?:e|o|al|e il|o il)\\s\\d{1,2}\\s${month})`, 'iu');

/** Every number typed in the prose, with its place in the file. Dates, years, laws, doors and hours are none. */
export function figuresIn(tree: Root, text: string): TypedFigure[] {
  const found: TypedFigure[] = [];
  let lines: string[] | undefined;
  let isRowSourced = false;
  walk(tree, (node) => {
    if (node.type === 'tableRow') isRowSourced = hasSource(node);
    if (closed.has(node.type) || isForeign(node)) return false;
    if (!blocks.has(node.type)) return;
    const parts = partsOf(node);
    const prose = parts.map(({ value }) => value).join('');
    if (!/\d|mili/.test(prose)) return false;
    let ends: number[] | undefined;
    for (const match of prose.matchAll(amount)) {
      const figure = readMatch(match, prose);
      if (!figure) continue;
      lines ??= text.split('\n');
      ends ??= [...prose.matchAll(sentenceEnd)].map((end) => end.index + 1);
      const isSourced =
        node.type === 'tableCell' ? isRowSourced : sentenceAround(prose, match.index, ends).includes(sourced);
      found.push({ ...figure, isSourced, ...placeOf(parts, match.index, lines) });
    }
    return false;
  });
  return found;
}

/** The figures of a plain text, as they are written: one without components has no note. */
export const figuresInWords = (words: string): string[] =>
  [...words.matchAll(amount)].flatMap((match) => readMatch(match, words)?.written ?? []);

function sentenceAround(prose: string, index: number, ends: readonly number[]): string {
  const from = ends.findLast((end) => end <= index) ?? 0;
  const to = ends.find((end) => end > index) ?? prose.length;
  return prose.slice(from, to);
}

/** A whole cell as a number: `1.200`, `€ 1,5 milioni`, `45 %`, `12 progetti`. Null when it is anything else. */
export function numberOf(cell: string): { value: number; form: FigureForm; decimals: number } | null {
  const text = cell.trim();
  const [match, more] = [...text.matchAll(amount)];
  if (!match || more || match.index > 0) return null;
  if (!/^(?:\s\p{L}+){0,3}$/u.test(text.slice(match[0].length))) return null;
  const read = valueOf(match);
  return read && { ...read, decimals: (match[3]?.length ?? 1) - 1 };
}

function readMatch(
  match: RegExpExecArray,
  prose: string,
): Omit<TypedFigure, 'line' | 'column' | 'isSourced'> | null {
  const read = valueOf(match);
  if (!read) return null;
  const near = prose.slice(Math.max(0, match.index - 60), match.index);
  const [start = '', first] = rangeStart.exec(near) ?? [];
  const before = near.slice(0, near.length - start.length);
  const after = prose.slice(match.index + match[0].length, match.index + match[0].length + 60);
  // «2014-2020» are years, «011-443» is a telephone, «A-12» a name
  if (/[\d.,%][–-]$/.test(near) && !(first && isRange(first, read, after))) return null;
  if (read.form === 'plain') {
    const isWhole = match[2] !== undefined && !match[2].includes('.') && !match[3] && !match[5];
    if (isWhole && read.value >= 1800 && read.value <= 2100 && !/^\s\p{L}/u.test(after)) return null;
    // «nell’89» is a year
    if (
      isWhole &&
      (/[’']$/.test(before) ||
        ordered.test(before) ||
        street.test(before) ||
        (read.value <= 24 &&
          hour.test(before) &&
          !(countedWithArticle.test(before) && feminineMany.test(after))) ||
        (read.value <= 31 && dayBefore.test(before)) ||
        beforeMonth.test(after))
    )
      return null;
  }
  const next = after.toLowerCase().trimStart();
  return { ...read, written: match[0].trim(), next };
}

/** Two numbers that are the ends of a quantity: of money, in hundredths, or followed by what they count. */
function isRange(
  first: string,
  { value, form }: Pick<TypedFigure, 'value' | 'form'>,
  after: string,
): boolean {
  if (form !== 'plain') return true;
  const from = Number(first.replaceAll('.', ''));
  const isPeriod = from >= 1800 || (value - from === 6 && [7, 14, 21].includes(from));
  // «18-40 anni» is an age
  return from < value && !isPeriod && /^\s(?!anni(?!\p{L}))\p{Ll}{4}/u.test(after);
}

function valueOf(match: RegExpExecArray): { value: number; form: FigureForm } | null {
  const [, euro, whole, part = '', , multiple, sign = ''] = match;
  const one = match.groups?.one?.toLowerCase();
  const digits = one ? (one === 'un' ? '1' : '0.5') : (whole ?? '').replaceAll('.', '');
  const value = Number(digits + part.replace(',', '.')) * (multiple ? (times[multiple] ?? 1) : 1);
  if (!Number.isFinite(value)) return null;
  const form = /%|cento/i.test(sign) ? 'percent' : euro || /€|euro/i.test(sign) ? 'money' : 'plain';
  return { value: Math.round(value * 1e6) / 1e6, form };
}

interface Part {
  value: string;
  node: Nodes;
}

/** The words of a block, one after the other, each with the node it comes from. */
function partsOf(block: Nodes): Part[] {
  const parts: Part[] = [];
  walk(block, (node) => {
    if (closed.has(node.type) || isForeign(node)) {
      parts.push({ value: leadsToSource(node) ? sourced : gap, node });
      return false;
    }
    if (node.type === 'text') parts.push({ value: node.value, node });
    if (node.type === 'break') parts.push({ value: '\n', node });
    return true;
  });
  return parts;
}

const leadsToSource = (node: Nodes): boolean => 'name' in node && sources.has(String(node.name));

function hasSource(node: Nodes): boolean {
  let found = false;
  walk(node, (inner) => {
    found ||= leadsToSource(inner);
    return !found;
  });
  return found;
}

const isForeign = (node: Nodes): boolean => 'name' in node && foreign.has(String(node.name));

/** The place of a sign of the prose in the file: a line of a text may begin further right than in the tree. */
function placeOf(parts: readonly Part[], index: number, lines: readonly string[]): Place {
  let rest = index;
  const part = parts.find(({ value }) => {
    if (rest < value.length) return true;
    rest -= value.length;
    return false;
  }) as Part;
  const start = startOf(part.node);
  const within = placeIn(part.value, rest);
  const [down, right] = [within.line - 1, within.column - 1];
  const line = lines[start.line - 1 + down] ?? '';
  const from = down === 0 ? start.column - 1 : line.search(/[^\s>]/);
  const word = /^\S+/.exec(part.value.slice(rest, rest + 20))?.[0] ?? '';
  const exact = line.startsWith(word, from + right) ? from + right : line.indexOf(word, from);
  return { line: start.line + down, column: Math.max(exact, from, 0) + 1 };
}
