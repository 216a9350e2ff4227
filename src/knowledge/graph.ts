import { collections, registry, type Collection, type DataOf } from '../schemas/registry.ts';
import type { ReferenceKind } from '../schemas/values.ts';
import type { LinkCheck } from '../schemas/link-check.ts';
import { askedAddress, latestChecks } from './link-checks.ts';
import { referencesIn } from './references.ts';

/** What the loader knows of a body without keeping it: its sections, the entries it names and the pictures it shows. */
export interface BodyOutline {
  sections: { id: string; title: string; headings: { id: string; title: string }[]; words: number }[];
  mentions: { kind: Exclude<ReferenceKind, 'source'>; id: string }[];
  /** Pictures it shows, as paths inside the content folder. */
  pictures: string[];
}

export interface Entry<C extends Collection = Collection> {
  kind: C;
  id: string;
  data: DataOf<C>;
  /** Path of the file inside the content folder. */
  file: string;
  /** SHA-256 of the text that was checked: a page is drawn from that text or not at all. */
  digest?: string | undefined;
  body?: BodyOutline | undefined;
}

export type AnyEntry = { [C in Collection]: Entry<C> }[Collection];

export interface Graph {
  /** The day of the build, on which freshness is judged. */
  today: string;
  /** All published entries of a collection, in the order of their ids. */
  all<C extends Collection>(kind: C): readonly Entry<C>[];
  /** One entry; undefined when there is none of that id. */
  find<C extends Collection>(kind: C, id: string): Entry<C> | undefined;
  /** One entry that the checks have proved to exist; an unknown id is our own fault and throws. */
  get<C extends Collection>(kind: C, id: string): Entry<C>;
  /** The entries of a collection that name this one, in their data or in their text. */
  naming<C extends Collection>(from: C, kind: Collection, id: string): readonly Entry<C>[];
  /** What was found the last time that an address was tried; undefined while nobody has tried it. */
  linkCheck(url: string): LinkCheck | undefined;
}

/** The one place where a draft is kept out of every output. */
export function published<E extends { data: object }>(entries: readonly E[]): E[] {
  return entries.filter((entry) => !('draft' in entry.data && entry.data.draft === true));
}

/** Builds the graph, with its links backwards, from entries whose references have been checked. Frozen throughout. */
export function buildGraph(
  entries: readonly AnyEntry[],
  today: string,
  linkChecks: readonly LinkCheck[] = [],
): Graph {
  const checks = latestChecks(deepFreeze(linkChecks), today);
  const byKind = new Map<Collection, Map<string, AnyEntry>>(collections.map((kind) => [kind, new Map()]));
  const sorted = published(entries).sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const entry of sorted) byKind.get(entry.kind)?.set(entry.id, deepFreeze(entry));

  const backward = new Map<string, Set<AnyEntry>>();
  for (const entry of sorted) {
    const named = [...referencesIn(registry[entry.kind].schema, entry.data), ...(entry.body?.mentions ?? [])];
    for (const { kind, id } of named) {
      if (kind === 'source') continue;
      const key = `${entry.kind} ${kind} ${id}`;
      const set = backward.get(key) ?? new Set();
      backward.set(key, set.add(entry));
    }
  }

  const lists = new Map([...byKind].map(([kind, map]) => [kind, Object.freeze([...map.values()])]));
  const links = new Map([...backward].map(([key, set]) => [key, Object.freeze([...set])]));
  const find = <C extends Collection>(kind: C, id: string) =>
    byKind.get(kind)?.get(id) as Entry<C> | undefined;
  const none: readonly AnyEntry[] = Object.freeze([]);
  return Object.freeze({
    today,
    all: <C extends Collection>(kind: C) => (lists.get(kind) ?? none) as unknown as readonly Entry<C>[],
    find,
    get: <C extends Collection>(kind: C, id: string) => {
      const entry = find(kind, id);
      if (!entry) throw new Error(`${kind} ${id} is not in the graph`);
      return entry;
    },
    naming: <C extends Collection>(from: C, kind: Collection, id: string) =>
      (links.get(`${from} ${kind} ${id}`) ?? none) as unknown as readonly Entry<C>[],
    linkCheck: (url: string) => checks.get(askedAddress(url)),
  });
}

function deepFreeze<T>(value: T): T {
  if (value && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
