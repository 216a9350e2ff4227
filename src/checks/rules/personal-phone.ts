import { personalRule } from './personal.ts';

/** No telephone number, mobile or land line, however it is spaced. Free numbers and those of emergencies are no person's. */
export const personalPhone = personalRule({
  name: 'personal-phone',
  message: (shown) => `«${shown}» sembra un numero di telefono.`,
  hint: 'Toglilo: scrivi il nome dell’ufficio e l’indirizzo della sua pagina.',
  find: (text) => {
    const found = new Map<number, string>();
    for (const { index, number, label } of candidates(text)) {
      const phone = phoneIn(number, label);
      if (phone && !found.has(index)) found.set(index, phone);
    }
    return Array.from(found, ([index, shown]) => ({ index, shown }));
  },
});

interface Candidate {
  index: number;
  number: string;
  /** Whether a word before it says that it is a telephone. */
  label: boolean;
}

/** Figures that begin as a number of an Italian, or of a foreign, telephone does. */
const shape =
  /(?<![A-Za-z\u00c0-\u024f\d_/=#.,&?%~@+-])\(?(?:\+\d|00[1-9]|0[1-9]|3\d\d)[\d ().\/\u00a0\u202f-]{4,22}/g;
/** Any run of figures: few, and so looked for before the words that may stand in front of it. */
const run = /\+?\(?\d[\d ().\/\u00a0\u202f-]{4,22}/g;
/** «hotel» is no «tel». */
const labelBefore =
  /(?<!\p{L})(?:[Tt]el|TEL|[Tt]elefono|TELEFONO|[Cc]ell|CELL|[Cc]ellulare|[Ff]ax|FAX|[Ww]hats[Aa]pp|wa\.me\/|phone=)[.:°"' ]{0,4}(?:n\.? )?$/u;

function candidates(text: string): Candidate[] {
  const runs = Array.from(text.matchAll(run), ({ index, 0: number }) => ({ index, number, label: true }));
  const named = runs.filter(({ index }) => labelBefore.test(text.slice(Math.max(0, index - 24), index)));
  const bare = Array.from(text.matchAll(shape), ({ index, 0: number }) => ({ index, number, label: false }));
  return [...named, ...bare.filter(({ index, number }) => !isOther(text, index, number))];
}

/** How far back the meaning of a number is looked for: a hostile line may have no end. */
const lookBack = 400;

/** Inside an address, the value of a field that holds a number, or what another word says it is. */
function isOther(text: string, index: number, number: string): boolean {
  const stretch = text.slice(Math.max(0, index - lookBack), index);
  const before = stretch.slice(stretch.lastIndexOf('\n') + 1);
  if (/(?:https?:\/\/|\]\(\/)[^\s"'<>]*$/.test(before)) return true;
  if (/^\s*(?:- )?(?:value|min|max|amount|latitude|longitude|istatCode): ["']?$/.test(before)) return true;
  const near = before.slice(-30);
  return otherNumbers.test(near) || (/^0\d+\D*$/.test(number) && /(?:n\.|n°|num\.|numero)\s?$/i.test(near));
}

const otherNumbers =
  /(?:^|[^\p{L}])(?:cup|cig|isbn|issn|doi|iban|p\. ?iva|partita iva|prot|protocollo|codice|rep|repertorio|art|legge|matricola|istat|cap|id)[\s:.n°]{0,5}$/iu;
const groupSigns = /[ .\/\u00a0\u202f()-]+/;

/** The longest run of groups that is a telephone: after it something else may follow. */
function phoneIn(written: string, label: boolean): string | null {
  const ends = Array.from(written.matchAll(/\d(?!\d)/g), ({ index }) => index + 1).reverse();
  return ends.map((end) => written.slice(0, end)).find((part) => isPhone(part, label)) ?? null;
}

function isPhone(written: string, label: boolean): boolean {
  const international = /^\(?(?:\+|00)/.test(written);
  const digits = written.replace(/\D/g, '').replace(/^00/, '');
  if (international && !digits.startsWith('39')) return isForeign(written, digits);
  const own = international || (label && /^39\d{9,}$/.test(digits)) ? digits.slice(2) : digits;
  const sure = label || international;
  // «+390.100.000» is a sum
  if (/^\+\d{1,3}(?:\.\d{3}){1,2}(?![\d.])/.test(written)) return false;
  if (/^80[0-9]/.test(own) || own.length < 6) return false;
  if (isTimeOrDate(written) || (!label && isAmount(written))) return false;
  const [area = '', ...rest] = written.replace(/^\(/, '').split(groupSigns).filter(Boolean);
  if (own.startsWith('3')) {
    if (sure) return own.length === 9 || own.length === 10;
    return (
      own.length === 10 &&
      (rest.length === 0 || (area.length === 3 && rest.length <= 4 && rest.every(isPair)))
    );
  }
  if (!/^0[1-9]/.test(own)) return label && own.length >= 6 && own.length <= 8;
  if (sure) return own.length >= 6 && own.length <= 11;
  if (rest.length === 0) return own.length === 9 || own.length === 10;
  const isArea = /^0[26]$/.test(area) ? (rest[0]?.length ?? 0) >= 3 : /^0[1-9]\d{1,2}$/.test(area);
  return isArea && own.length >= 8 && own.length <= 11 && rest.every(isPair);
}

/** A sign before it makes no telephone of a sum, or of a number beside a date. */
const isForeign = (written: string, digits: string): boolean =>
  /^\(?(?:\+|00)[1-9]/.test(written) &&
  digits.length >= 9 &&
  digits.length <= 13 &&
  !isAmount(written.slice(1)) &&
  !/(?:19|20)\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2}|\d\.\d{2}-/.test(written);

const isPair = (group: string): boolean => group.length >= 2;

/** Days, months and years, hours, and laws of a year. */
const isTimeOrDate = (written: string): boolean =>
  /^\d{1,2}([./-])\d{1,2}\1(?:19|20)?\d{2}(?!\d)/.test(written) ||
  /^\d{1,4}[/-](?:19|20)\d{2}(?!\d)/.test(written) ||
  /^\d{1,2}\.\d{2}(?:\s?-\s?|\s)\d{1,2}\.\d{2}$/.test(written) ||
  /^\d{1,2}[./]\d{1,2}(?:[ -]|$)/.test(written);

/** Thousands with their dots or spaces. */
const isAmount = (written: string): boolean =>
  written.split(/[ \/-]+/).some((part) => /^\d{1,3}(?:\.\d{3})+$/.test(part)) ||
  /^\d{1,3}(?:[ \u00a0\u202f]\d{3})+$/.test(written);
