import type { LinkCheck } from '../schemas/link-check.ts';
import { formatDate } from './format.ts';

/** The address that is asked for: what follows `#` never leaves a browser. */
export const askedAddress = (url: string): string => url.replace(/#.*$/s, '');

/** The latest check of every address; of the same day, the last in the list. One that says it was made in the future was not made. */
export function latestChecks(checks: readonly LinkCheck[], today: string): Map<string, LinkCheck> {
  const latest = new Map<string, LinkCheck>();
  for (const check of checks) {
    if (check.checkedOn > today) continue;
    const known = latest.get(check.url);
    if (!known || known.checkedOn <= check.checkedOn) latest.set(check.url, check);
  }
  return latest;
}

/**
 * The addresses to try: those never tried, then those tried longest ago.
 * @param olderThan days after which an address is tried again
 */
export function dueAddresses(
  urls: Iterable<string>,
  checks: ReadonlyMap<string, LinkCheck>,
  { today, olderThan }: { today: string; olderThan: number },
): string[] {
  const last = new Date(Date.parse(today) - olderThan * 86_400_000).toISOString().slice(0, 10);
  const checkedOn = (url: string): string => checks.get(url)?.checkedOn ?? '';
  return [...new Set([...urls].map(askedAddress))]
    .filter((url) => checkedOn(url) <= last)
    .sort((a, b) => compare(checkedOn(a), checkedOn(b)) || compare(a, b));
}

/** The list after a round: what was found now over what was known, without addresses that no sheet names any more. */
export const mergedChecks = (
  known: ReadonlyMap<string, LinkCheck>,
  found: readonly LinkCheck[],
  isNamed: (url: string) => boolean,
  today: string,
): LinkCheck[] => [
  ...latestChecks([...[...known.values()].filter(({ url }) => isNamed(url)), ...found], today).values(),
];

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What a reader is told of a check, as one sentence without its full stop: an address or a copy may follow. */
export function checkText({ result, checkedOn }: Pick<LinkCheck, 'result' | 'checkedOn'>): string {
  const day = formatDate(checkedOn);
  const texts: Record<LinkCheck['result'], string> = {
    works: `Verificata il ${day}`,
    moved: `Verificata il ${day}: porta a un altro indirizzo`,
    gone: `Il ${day} la pagina non c’era più`,
    unreachable: `Non rispondeva il ${day}`,
    unverified: `Il ${day} il sito non si è lasciato verificare da un programma`,
  };
  return texts[result];
}

/** Whether a reader may not find the page: then the copy is the way to it. */
export const isLost = ({ result }: Pick<LinkCheck, 'result'>): boolean =>
  result === 'gone' || result === 'unreachable';
