import type { Collection } from '../schemas/registry.ts';
import type { Version, Words } from './change-words.ts';
import { changesBetween } from './changes.ts';
import { formatNumber } from './format.ts';
import type { AnyEntry, Graph } from './graph.ts';

/** An entry as it stood at the end of a day, or when it was written first. */
export interface DatedVersion {
  /** `YYYY-MM-DD`, in Italy. */
  day: string;
  /** Seconds from 1970 of the change that made it. */
  time: number;
  /** Null where what was written then cannot be read any more. */
  version: Version | null;
  /** The address that the page had until then, when it changed. */
  oldAddress?: string | undefined;
  /** Versions before it were left out: what it changed is not told. */
  isAfterGap?: boolean | undefined;
}

/** What changed in one day, in sentences without a full stop, by importance. */
export interface DayOfChanges {
  day: string;
  time: number;
  changes: readonly string[];
}

/** Why a copy of the site has no history to show: no archive, a part of one, one that git does not read. */
export type MissingHistory = 'none' | 'partial' | 'unreadable';

export const missingHistory: Readonly<Record<MissingHistory, string>> = {
  none: 'In questa copia del sito la storia delle modifiche non è disponibile: i contenuti da cui è stata costruita non portano con sé il loro archivio (git).',
  partial:
    'In questa copia del sito la storia delle modifiche non è disponibile: dell’archivio dei contenuti (git) c’era solo l’ultima parte.',
  unreadable:
    'In questa copia del sito la storia delle modifiche non è disponibile: l’archivio dei contenuti (git) non si è potuto leggere.',
};

export interface EntryHistory {
  /** Why nothing is known; null where something may be. */
  missing: MissingHistory | null;
  /** The day on which it was first published; null where it is not known, or has not come yet. */
  published: { day: string; time: number } | null;
  /** Later changes, the latest first. */
  days: readonly DayOfChanges[];
  /** Older changes were left out. */
  isCut: boolean;
  /** The id with which it began, if it was another: what names its news for good. */
  firstId: string | null;
}

/** Of an entry that is not in the archive, or of any when there is none. */
export const noHistory = (missing: MissingHistory | null = null): EntryHistory => ({
  missing,
  published: null,
  days: [],
  isCut: false,
  firstId: null,
});

const unreadable =
  'La scheda è cambiata, ma la versione di quel giorno non si può leggere con i controlli di oggi: che cosa è cambiato non si può dire';

/**
 * What happened to an entry, from its versions, the oldest first. Drafts were never published, and are passed over.
 * @param isWhole whether the first version is the one with which the entry began
 */
export function historyOf(
  kind: Collection,
  versions: readonly DatedVersion[],
  words: Words,
  { isWhole, isCut }: { isWhole: boolean; isCut: boolean },
): EntryHistory {
  const shown = versions.filter(({ version }) => version?.data.draft !== true);
  const [start] = shown;
  if (!start) return noHistory();
  const days: DayOfChanges[] = [];
  let before = start.version;
  for (const { day, time, version, oldAddress, isAfterGap } of shown.slice(1)) {
    const changes: string[] = [];
    if (isAfterGap) {
      before = version;
      continue;
    }
    if (oldAddress !== undefined)
      changes.push(
        `La pagina ha cambiato indirizzo${words.isSaid(oldAddress) ? `: prima era ${oldAddress}` : ''}`,
      );
    if (version && before) changes.push(...changesBetween(kind, before, version, words));
    else if (!version) changes.push(unreadable);
    if (changes.length > 0) addTo(days, { day, time, changes });
    before = version ?? before;
  }
  const isKnown = isWhole && start.version !== null && !start.isAfterGap;
  return { ...noHistory(), published: isKnown ? { day: start.day, time: start.time } : null, days, isCut };
}

/** Puts a day at the head; what happened on one day is told together. */
function addTo(days: DayOfChanges[], later: DayOfChanges): void {
  const [latest] = days;
  if (latest?.day !== later.day) days.unshift(later);
  else days[0] = { ...later, changes: [...latest.changes, ...later.changes] };
}

/** The first changes of a day, and the rest, announced by how many they are. */
export function mainChanges(
  changes: readonly string[],
  most: number,
): { shown: readonly string[]; rest: readonly string[]; more: string | null } {
  // one more takes no more room than saying that there is one
  if (changes.length <= most + 1) return { shown: changes, rest: [], more: null };
  const rest = changes.slice(most);
  return { shown: changes.slice(0, most), rest, more: `E altre ${formatNumber(rest.length)} modifiche` };
}

/** What today's content says of one of its entries. */
export function wordsOf(graph: Graph, entry: AnyEntry): Words {
  let said: Set<string> | undefined;
  return {
    titleOf: (kind, id) => (kind === 'source' ? undefined : graph.find(kind, id)?.data.title),
    indicatorOf: (id) => graph.find('indicator', id)?.data,
    isSaid: (text) => (said ??= textsIn(entry.data)).has(plainText(text)),
  };
}

const plainText = (text: string): string => text.replace(/\s+/g, ' ').trim();

function textsIn(data: unknown, found = new Set<string>()): Set<string> {
  if (typeof data === 'string') found.add(plainText(data));
  else if (data && typeof data === 'object') for (const inner of Object.values(data)) textsIn(inner, found);
  return found;
}
