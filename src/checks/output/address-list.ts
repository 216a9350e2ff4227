import { problem, type Problem } from '../problem.ts';

/** The list in the content folder of every address that the site ever published. It only grows. */
export const addressFile = 'addresses.txt';

const address = /^\/(?:[a-z0-9][a-z0-9._-]*\/)*(?:[a-z0-9][a-z0-9._-]*)?$/;
const isComment = (line: string): boolean => line.startsWith('#');

/** One address a line, from the root of the site and without the base path; lines with `#` are remarks. */
export function parseAddresses(text: string): { addresses: string[]; problems: Problem[] } {
  const addresses = new Set<string>();
  const problems: Problem[] = [];
  text.split('\n').forEach((line, index) => {
    if (line === '' || isComment(line)) return;
    if (address.test(line)) addresses.add(line);
    else
      problems.push(
        problem(
          'address-malformed',
          addressFile,
          { line: index + 1, column: 1 },
          `«${line}» non è un indirizzo del sito.`,
          'Uno per riga, senza il nome del sito: /pratiche/tonite/.',
        ),
      );
  });
  return { addresses: [...addresses], problems };
}

/** The list with more addresses in it, in order; its remarks stay on top. */
export function withAddresses(text: string, more: readonly string[]): string {
  const remarks = text.split('\n').filter(isComment);
  const addresses = [...new Set([...parseAddresses(text).addresses, ...more])].sort();
  return [...remarks, ...addresses].map((line) => `${line}\n`).join('');
}

/** The addresses that a change of the list takes away: none, or the change is refused. */
export function onlyGrown(before: string, after: string): { lost: string[] } {
  const kept = new Set(parseAddresses(after).addresses);
  return { lost: parseAddresses(before).addresses.filter((line) => !kept.has(line)) };
}
