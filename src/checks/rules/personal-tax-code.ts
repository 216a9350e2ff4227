import { placeIn } from '../../mdx/place.ts';
import { problem } from '../problem.ts';
import type { TextRule } from '../record.ts';

/** No tax code of a person. The number of a firm has eleven figures and no name in it. */
export const personalTaxCode: TextRule = {
  name: 'personal-tax-code',
  check: ({ path, text }) =>
    codesIn(text).flatMap(({ index, written }) => {
      const code = written.replace(/[ -]/g, '').toUpperCase();
      const around = text.charAt(index - 1) + text.charAt(index + written.length);
      if (/[\p{L}\p{N}]/u.test(around) || !/\d/.test(code)) return [];
      if (checkLetter(code.slice(0, 15)) !== code[15]) return [];
      const message = `«${written}» è il codice fiscale di una persona.`;
      return [
        problem('personal-tax-code', path, placeIn(text, index), message, 'Toglilo: qui non serve mai.'),
      ];
    }),
};

/** Letters may stand for figures where two persons would have the same code. */
const figure = '[0-9LMNPQRSTUV]';
const inCapitals = new RegExp(
  `[A-Z]{3}[ -]?[A-Z]{3}[ -]?${figure}{2}[ -]?[ABCDEHLMPRST]${figure}{2}[ -]?[A-Z]${figure}{3}[ -]?[A-Z]`,
  'g',
);
/** From the year on, which is quick to look for: words are many, figures few. */
const birth = /\d\d[ -]?[a-ehlmpr-tA-EHLMPR-T]\d\d[ -]?[a-zA-Z]\d{3}[ -]?[a-zA-Z]/g;
const name = /[a-zA-Z]{3}[ -]?[a-zA-Z]{3}[ -]?$/;

function codesIn(text: string): { index: number; written: string }[] {
  const found = new Map<number, string>();
  for (const { index, 0: written } of text.matchAll(inCapitals)) found.set(index, written);
  for (const { index, 0: end } of text.matchAll(birth)) {
    const start = name.exec(text.slice(Math.max(0, index - 8), index))?.[0];
    if (start) found.set(index - start.length, start + end);
  }
  return [...found].map(([index, written]) => ({ index, written }));
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
