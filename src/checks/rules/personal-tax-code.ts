import { personalRule, type PersonalDatum } from './personal.ts';

/** No tax code of a person. The number of a firm has eleven figures and no name in it. */
export const personalTaxCode = personalRule({
  name: 'personal-tax-code',
  message: (shown) => `«${shown}» è il codice fiscale di una persona.`,
  hint: 'Toglilo: qui non serve mai.',
  find: (text) =>
    codesIn(text).filter(({ index, shown }) => {
      const code = shown.replace(/[ -]/g, '').toUpperCase();
      const around = text.charAt(index - 1) + text.charAt(index + shown.length);
      return !/[\p{L}\p{N}]/u.test(around) && /\d/.test(code) && checkLetter(code.slice(0, 15)) === code[15];
    }),
});

/** Letters may stand for figures where two persons would have the same code. */
const figure = '[0-9LMNPQRSTUV]';
const inCapitals = new RegExp(
  `[A-Z]{3}[ -]?[A-Z]{3}[ -]?${figure}{2}[ -]?[ABCDEHLMPRST]${figure}{2}[ -]?[A-Z]${figure}{3}[ -]?[A-Z]`,
  'g',
);
/** From the year on, which is quick to look for: words are many, figures few. */
const birth = /\d\d[ -]?[a-ehlmpr-tA-EHLMPR-T]\d\d[ -]?[a-zA-Z]\d{3}[ -]?[a-zA-Z]/g;
const name = /[a-zA-Z]{3}[ -]?[a-zA-Z]{3}[ -]?$/;

function codesIn(text: string): PersonalDatum[] {
  const found = new Map<number, string>();
  for (const { index, 0: written } of text.matchAll(inCapitals)) found.set(index, written);
  for (const { index, 0: end } of text.matchAll(birth)) {
    const start = name.exec(text.slice(Math.max(0, index - 8), index))?.[0];
    if (start) found.set(index - start.length, start + end);
  }
  return Array.from(found, ([index, shown]) => ({ index, shown }));
}

const oddValues = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/** The last letter, computed from the others as the decree of 23 December 1976 has it. */
function checkLetter(code: string): string {
  const sum = Array.from(code).reduce((total, sign, index) => {
    const order = /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 65;
    return total + (index % 2 === 0 ? (oddValues[order] as number) : order);
  }, 0);
  return String.fromCharCode(65 + (sum % 26));
}
