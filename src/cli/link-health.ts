import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'astro/zod';
import { linkChecksFile } from '../checks/link-checks.ts';
import { readContentFile } from '../checks/reading.ts';
import { linkChecksYaml } from '../exports/link-checks.ts';
import { addressKey } from '../knowledge/bibliography.ts';
import { archivedCopy, type LinkCheck } from '../schemas/link-check.ts';
import { askAddress, askText, type Asking } from './ask-address.ts';

export interface Round {
  asking: Asking;
  /** The day that is recorded. */
  today: string;
  /** What is known from before: copies already found, and addresses that answered. */
  known: ReadonlyMap<string, LinkCheck>;
  /** Hosts asked at the same time; each gets one request at a time. */
  atOnce: number;
  /** Milliseconds between two requests to one host. */
  pause: number;
  /** Where copies are looked for, with the day to which the copy should be near; absent, nobody is asked. */
  archive?: { api: URL; near: (url: string) => string | null };
  /** What is not let into the list, first with where the page leads, then without. */
  mayRecord: (check: LinkCheck) => boolean;
  /** Told of each address, as soon as what it answered is certain; `done` counts them. */
  onCheck?: (check: LinkCheck, done: number) => void;
}

export interface RoundResult {
  /** What can be recorded; after an interruption, what was found so far. */
  checks: LinkCheck[];
  /** Addresses that were silent while nobody else answered: that is told of the network, not of them. */
  uncertain: number;
  /** Addresses that the checks of the content would not let into the list. */
  refused: string[];
  /** Nobody answered at all. */
  offline: boolean;
}

/** After so many silent hosts, and none that answered, the fault is looked for nearer. */
const enoughSilence = 5;
const mostWitnesses = 3;

/**
 * Tries addresses, host by host. Silence is believed only when somebody else answers after it: a machine without
 * network must not record that every page of the base is gone.
 */
export async function tryAddresses(urls: readonly string[], round: Round): Promise<RoundResult> {
  const { asking, today, known, atOnce, pause, archive, mayRecord, onCheck } = round;
  const hosts = [...Map.groupBy(urls, (url) => new URL(url).host).values()];
  const certain: LinkCheck[] = [];
  let silent: LinkCheck[] = [];
  const silence = new AbortController();
  const isInterrupted = () => asking.signal?.aborted === true;
  const isOver = () => silence.signal.aborted || isInterrupted();
  const refused: string[] = [];
  const copies = copyFinder(asking, pause);

  const heard = (): void => {
    const believed = silent;
    silent = [];
    for (const check of believed) {
      certain.push(check);
      onCheck?.(check, certain.length);
    }
  };
  const somebodyAnswers = async (): Promise<boolean> => {
    const before = [...certain, ...known.values()].filter(
      ({ result }) => result === 'works' || result === 'moved',
    );
    for (const { url } of before.slice(0, mostWitnesses))
      if ((await askAddress(url, asking)).answered) return true;
    return false;
  };
  const tryOne = async (url: string): Promise<void> => {
    const { answered, ...outcome } = await askAddress(url, asking);
    if (isInterrupted()) return;
    const kept = known.get(url)?.archiveUrl;
    const archiveUrl =
      kept ?? (archive && (answered || certain.length > 0) ? await copies(url, archive) : undefined);
    const { movedTo, ...rest }: LinkCheck = {
      ...{ url, checkedOn: today },
      ...outcome,
      ...(archiveUrl ? { archiveUrl } : {}),
    };
    const check = [...(movedTo === undefined ? [] : [{ ...rest, movedTo }]), rest].find(mayRecord);
    if (check) silent.push(check);
    else refused.push(url);
    if (answered) heard();
  };
  const worker = async (): Promise<void> => {
    for (let host = hosts.shift(); host && !isOver(); host = hosts.shift()) {
      for (const [index, url] of host.entries()) {
        if (isOver()) return;
        if (index > 0) await wait(pause);
        await tryOne(url);
      }
      if (certain.length > 0 || hostsOf(silent) < enoughSilence) continue;
      if (await somebodyAnswers()) heard();
      else silence.abort();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (silent.length > 0 && !isOver() && (await somebodyAnswers())) heard();
  return {
    checks: certain,
    uncertain: silent.length,
    refused,
    offline: certain.length === 0 && silent.length > 0,
  };
}

const hostsOf = (checks: readonly LinkCheck[]): number =>
  new Set(checks.map(({ url }) => new URL(url).host)).size;

/** Whether the checks of the content let a check into the list: where a page leads is decided by strangers. */
export const isRecordable = (check: LinkCheck): boolean =>
  readContentFile({ path: linkChecksFile, text: linkChecksYaml([check]) }).problems.length === 0;

/** What the archive says: https://archive.org/help/wayback_api.php */
const availability = z.object({
  archived_snapshots: z.object({
    closest: z.object({ available: z.literal(true), url: z.string() }).optional(),
  }),
});

/** Asks the archive for copies, one request at a time and with a pause: it serves everybody. */
function copyFinder(asking: Asking, pause: number) {
  let last: Promise<unknown> = Promise.resolve();
  return (url: string, { api, near }: NonNullable<Round['archive']>): Promise<string | undefined> => {
    const question = new URL(api);
    question.searchParams.set('url', url);
    const day = near(url);
    if (day !== null) question.searchParams.set('timestamp', day.replaceAll('-', ''));
    const answer = last.then(() => askText(question, asking)).then((text) => copyIn(text, url));
    last = answer.then(() => wait(pause));
    return answer;
  };
}

/** The copy that an answer of the archive names, if it is one of the page that was asked for. */
export function copyIn(text: string | null, url: string): string | undefined {
  const answer = availability.safeParse(jsonIn(text));
  const found = answer.data?.archived_snapshots.closest?.url.replace(/^http:/, 'https:');
  const copy = archivedCopy.safeParse(found);
  const page = copy.data?.replace(/^https:\/\/web\.archive\.org\/web\/[^/]*\//, '');
  return page && URL.canParse(page) && addressKey(page) === addressKey(url) ? copy.data : undefined;
}

function jsonIn(text: string | null): unknown {
  try {
    return JSON.parse(text ?? '') as unknown;
  } catch {
    return null;
  }
}
