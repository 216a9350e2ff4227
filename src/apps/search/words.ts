/** Words that say nothing about what is looked for. The index wants every word of a query, and knows none of these. */
const stopWords = new Set(
  `a ad agli ai al all alla alle allo anche c che chi ci coi col come con cui d da dagli dai dal dall dalla dalle dallo
  de degli dei del dell della delle dello di do dove e è ed fra gli ha hanno ho i il in io l la le lei li lo loro lui
  ma me mi mia mio ne negli nei nel nell nella nelle nello noi nostra nostre nostri nostro o per però più poi quale
  quali quando quanto questa queste questi questo qui se si sia siamo sono sta su sua sugli sui sul sull sulla sulle
  sullo suo te ti tra tu un una uno va vi voi`.split(/\s+/),
);

const elision =
  /^(?:l|un|d|c|n|s|t|m|v|ch|gl|dell|all|dall|nell|sull|coll|quell|quest|quant|tutt|senz|anch|dov|com|cos)['’](?=\p{L})/iu;

/** Without case and accents. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const tokensOf = (text: string): string[] =>
  text
    .split(/[^\p{L}\p{N}'’.&-]+/u)
    .map((token) => token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '').replace(elision, ''))
    .filter(Boolean);

/** «la raccolta dell’acqua» → raccolta, acqua. A query of nothing else keeps its stop words. */
export function contentWords(query: string): string[] {
  const tokens = [...new Set(tokensOf(query))];
  const content = tokens.filter((token) => token.length > 1 && !stopWords.has(token.toLowerCase()));
  return content.length > 0 ? content : tokens;
}

/** Between double quotes: the words are wanted as they stand, one after the other. */
export const isPhrase = (query: string): boolean => /^".+"$/.test(query);

const sharedLetters = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
};

/**
 * Whether a word of a page can stand for one that was asked: same beginning, other ending.
 * The index answers an unknown word with any that begins a little like it («marziani» with «marzo»).
 */
export function isLike(asked: string, found: string): boolean {
  const [a, b] = [fold(asked), fold(found)];
  const needed = a.length <= 3 ? a.length : a.length === 4 ? 3 : Math.max(4, a.length - 3);
  return sharedLetters(a, b) >= needed || (b.length >= 4 && a.startsWith(b));
}

/** All words that a text holds, hyphens and elisions taken apart. */
export const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

const mostTried = 6;

/** What is left of the words when some are dropped, the longest remainders first. Of many, the longest words count. */
export function remainders(words: readonly string[]): string[][] {
  const kept = new Set([...words].sort((a, b) => b.length - a.length).slice(0, mostTried));
  const tried = words.filter((word) => kept.has(word));
  const bits = Array.from({ length: 2 ** tried.length - 1 }, (_, index) => index + 1);
  return bits
    .map((bit) => tried.filter((_word, position) => bit & (1 << position)))
    .filter((some) => some.length < words.length)
    .sort((a, b) => b.length - a.length);
}
