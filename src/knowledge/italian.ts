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

/** Compares in Italian alphabetical order, accents aside. */
export const alphabetical = new Intl.Collator('it', { sensitivity: 'base', numeric: true }).compare;
