/** Words that say nothing about what is looked for. The index wants every word of a query, and knows none of these. */
const stopWords = new Set(
  `a ad agli ai al all alla alle allo anche ancora andare bisogna bisogno c capire che chi ci col come con cosa
  cose così d da dagli dai dal dall dalla dalle dare degli dei del dell della delle dello deve devo di dice
  differenza dire do dopo dove due durante e ed era essere fa faccio fanno far fare fatto fra già gli ha hanno
  ho i il in io l la le lo loro ma mai me mettere mi mia mio molti molto ne negli nei nel nell nella nelle
  nessuna nessuno niente noi non nostro o ogni per perché però più poi posso possono prendere prima può qualche
  qualcosa qualcuno quale quali quando quanto quella quello questa queste questi questo qui se sempre senza si
  sia siamo significa significato solo sono sta stato stesso su sua sugli sui sul sull sulla sulle suo tempo tra
  tre tu tutta tutte tutti tutto un una uno va vanno venire via viene vorrei vuol vuole è`.split(/\s+/),
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

/** Each word is a search of its own. */
const mostWords = 10;

/** «la raccolta dell’acqua» → raccolta, acqua. A query of nothing else keeps its stop words. */
export function contentWords(query: string): string[] {
  const tokens = [...new Set(tokensOf(query))];
  const content = tokens.filter((token) => token.length > 1 && !stopWords.has(token.toLowerCase()));
  return (content.length > 0 ? content : tokens).slice(0, mostWords);
}

/** Between double quotes: the words are wanted as they stand, one after the other. */
export const isPhrase = (query: string): boolean => /^"[^"]+"$/.test(query);

const sharedLetters = (a: string, b: string): number => {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
};

/** How well a word of a page stands for one that was asked. */
export const likeness = { none: 0, beginning: 1, ending: 2 } as const;

/**
 * Same beginning, other ending: «sfratto» for «sfrattate». Only the beginning when the words part in the middle, as
 * when one is misspelt («filangeri», «Filangieri»), or when what follows is no Italian ending. The index answers an
 * unknown word with any that begins a little like it («marziani» with «marzo»): that is none.
 */
export function likenessOf(asked: string, found: string): number {
  const [a, b] = [fold(asked), fold(found)];
  const needed = a.length <= 3 ? a.length : a.length === 4 ? 3 : Math.max(4, a.length - 3);
  const shared = sharedLetters(a, b);
  if (shared < needed) return b.length >= 4 && a.startsWith(b) ? likeness.beginning : likeness.none;
  const [left, other] = [a.slice(shared), b.slice(shared)];
  const isEnding = left === '' || (other !== '' && /[aeiou]$/.test(left));
  return isEnding && sharedLetters(reversed(left), reversed(other)) < 2
    ? likeness.ending
    : likeness.beginning;
}

const reversed = (word: string): string => Array.from(word).reverse().join('');

export const isLike = (asked: string, found: string): boolean => likenessOf(asked, found) > likeness.none;

/** All words that a text holds, hyphens and elisions taken apart. */
export const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];
