import { invisible } from '../../schemas/invisible.ts';
import { problem, type Problem } from '../problem.ts';
import type { ContentFile, TextRule } from '../record.ts';

/** A letter that looks like a Latin one, beside a Latin one. */
const mixed =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Greek}]|[\p{Script=Cyrillic}\p{Script=Greek}]\p{Script=Latin}/u;
/** All that Italian uses: a file of nothing else has nothing to look for. */
const plain = /^[\t\n\x20-\x7e\xa0-\xac\xae-\u024f\u2010-\u2027\u2030-\u205e\u20ac]*$/;

/** Signs on which the native parser ends its process: such a text is not even given to it. */
export const upsetsParser = (text: string): boolean => /[\u0000-\u0008\u000b-\u001f\u007f\ufeff]/.test(text);

/** Nothing stands in a file that a person cannot see; a letter is written in one way only. */
export const characters: TextRule = {
  name: 'characters',
  check: (file) => {
    if (plain.test(file.text)) return [];
    return [
      ...file.text.split('\n').flatMap((line, index) => {
        const at = line.search(invisible);
        const pair = line.search(mixed);
        return [
          ...(at < 0 ? [] : [invisibleAt(file.path, line, { line: index + 1, column: at + 1 })]),
          ...(pair < 0 ? [] : [mixedAt(file.path, line, index + 1, pair)]),
        ];
      }),
      ...composed(file),
    ];
  },
};

function invisibleAt(path: string, line: string, place: { line: number; column: number }): Problem {
  const at = place.column - 1;
  const sign = line.codePointAt(at) ?? 0;
  const name = `U+${sign.toString(16).toUpperCase().padStart(4, '0')}`;
  const letters = /[\p{L}\p{N}\p{P}]/u;
  const before = endOf(letters, line, at);
  const after = beginningOf(letters, line, at + String.fromCodePoint(sign).length);
  const message = `C’è un carattere invisibile (${name}), che non può stare in un file dei contenuti.`;
  const rewrite =
    before || after
      ? `Cancella e riscrivi a mano «${before}${after}».`
      : 'Cancella questa riga e riscrivila a mano.';
  const hint = /\p{Variation_Selector}/u.test(String.fromCodePoint(sign))
    ? 'Viene con una faccina: cancellala e scrivi la parola al posto della faccina.'
    : rewrite;
  return problem('control-character', path, place, message, hint);
}

function mixedAt(path: string, line: string, number: number, at: number): Problem {
  const before = endOf(/\p{L}/u, line, at);
  const word = before + beginningOf(/\p{L}/u, line, at);
  const message = `La parola «${word}» mescola lettere di alfabeti diversi che si somigliano.`;
  const place = { line: number, column: at - before.length + 1 };
  return problem('mixed-scripts', path, place, message, 'Riscrivila dalla tastiera.');
}

/** The end of the word before a place and the beginning of that after it: a few signs, however long a hostile line is. */
const endOf = (letters: RegExp, line: string, at: number): string =>
  new RegExp(`${letters.source}*$`, 'u').exec(line.slice(Math.max(0, at - 20), at))?.[0] ?? '';
const beginningOf = (letters: RegExp, line: string, at: number): string =>
  new RegExp(`^${letters.source}*`, 'u').exec(line.slice(at, at + 20))?.[0] ?? '';

/** The first place where the text differs from its composed form (`è` as one sign). */
function composed({ path, text }: ContentFile): Problem[] {
  if (text.normalize('NFC') === text) return [];
  return text.split('\n').flatMap((line, index) => {
    if (line.normalize('NFC') === line) return [];
    const word = line.split(/(\s+)/).find((part) => part.normalize('NFC') !== part) ?? line;
    const message = `In «${word.slice(0, 40)}» una lettera accentata è scritta come due segni.`;
    const hint = `Scrivi «${word.slice(0, 40).normalize('NFC')}».`;
    return [problem('not-nfc', path, { line: index + 1, column: line.indexOf(word) + 1 }, message, hint)];
  });
}
