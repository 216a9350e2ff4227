/** Numbers and words as Italian writes them. Apart from format.ts because the search needs no more than this. */

const number = /* @__PURE__ */ new Intl.NumberFormat('it-IT', {
  maximumFractionDigits: 2,
  useGrouping: 'always',
});

/** `1285000` → `1.285.000`. */
export const formatNumber = (value: number): string => number.format(value);

/** `3, 'scheda', 'schede'` → `3 schede`. */
export const plural = (count: number, one: string, many: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : many}`;

/** `riscontrata` → `Riscontrata`. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `Chi lavora in Comune` → `chi lavora in Comune`, inside a sentence; an acronym stays as it is. */
export const uncapital = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);

/** Compares in Italian alphabetical order, accents aside. */
export const alphabetical = new Intl.Collator('it', { sensitivity: 'base', numeric: true }).compare;

/** `Città d’Esempio` → `citta-d-esempio`. */
export const anchorOf = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
