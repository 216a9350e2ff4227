import { placeOf, type FileReading } from '../checks/reading.ts';
import { startReading } from '../checks/isolated.ts';
import { digestOf } from '../checks/read.ts';
import { normalise } from '../checks/text.ts';
import { sectionTexts } from '../checks/version.ts';
import type { Version } from '../knowledge/change-words.ts';
import type { AnyEntry, Graph } from '../knowledge/graph.ts';
import {
  historyOf,
  noHistory,
  wordsOf,
  type DatedVersion,
  type EntryHistory,
  type MissingHistory,
} from '../knowledge/history.ts';
import { sections, type RoutedKind } from '../knowledge/routes.ts';
import { registry } from '../schemas/registry.ts';
import { readLog, type FileLife } from './content-log.ts';
import { textsOf } from './git.ts';

/** What is known of the past of the published content. */
export interface ContentHistory {
  /** Why there is none in this copy; null where there is one. */
  missing: MissingHistory | null;
  /** The past of an entry. */
  of(entry: Pick<AnyEntry, 'kind' | 'id'>): EntryHistory;
}

/** Days of change that are told of one file; older ones are left out. */
const mostDays = { sheet: 20, list: 30 };
/** As large as a list may be today; a sheet is far smaller. */
const mostBytes = 2 * 1024 * 1024;
/** Files whose versions are in memory together. */
const filesAtOnce = 200;

/** Versions of old are read as hostile files are, in a process of their own; they ask for less work than a whole check. */
const limits = { time: 5000, memory: 256, reader: 'src/checks/version-reader.ts' };

/**
 * Reads the past of everything published from git, where the content folder lies in a whole history.
 * @param folder of the content
 * @param root folder of the project, where the reading processes find their code
 */
export async function readHistory(folder: string, root: string, graph: Graph): Promise<ContentHistory> {
  const log = await readLog(folder);
  if (typeof log === 'string') return unknown(log);
  const found = new Map<string, EntryHistory>();
  const byFile = Map.groupBy(entriesOf(graph), ({ file }) => file);
  try {
    const files = [...byFile].flatMap(([file, entries]) => {
      const life = log.get(file);
      return life ? [{ file, entries, moments: momentsOf(life, shapeOf(file)) }] : [];
    });
    for (let start = 0; start < files.length; start += filesAtOnce) {
      const some = files.slice(start, start + filesAtOnce);
      const read = await readVersions(folder, root, some);
      for (const { entries, moments } of some)
        for (const entry of entries) found.set(keyOf(entry), entryHistory(graph, entry, moments, read));
    }
  } catch {
    return unknown('unreadable');
  }
  return { missing: null, of: (entry) => found.get(keyOf(entry)) ?? noHistory() };
}

const unknown = (missing: MissingHistory): ContentHistory => ({ missing, of: () => noHistory(missing) });

const keyOf = ({ kind, id }: Pick<AnyEntry, 'kind' | 'id'>): string => `${kind} ${id}`;

const entriesOf = (graph: Graph): AnyEntry[] =>
  (Object.keys(registry) as (keyof typeof registry)[]).flatMap(
    (kind) => graph.all(kind) as readonly AnyEntry[],
  );

const shapeOf = (file: string): 'sheet' | 'list' => (file.endsWith('.mdx') ? 'sheet' : 'list');

/** A file as it stood at the end of a day, or when it was made. */
interface Moment {
  day: string;
  time: number;
  /** The text in git's store; null where there was no plain file. */
  object: string | null;
  /** Where the file lay then. */
  path: string;
  isAfterGap?: boolean;
}

interface Moments {
  all: readonly Moment[];
  /** The first of them is how the file began. */
  isWhole: boolean;
  isCut: boolean;
}

const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome', dateStyle: 'short' });
/** The day in Italy, `YYYY-MM-DD`. */
const dayOf = (time: number): string => days.format(new Date(time * 1000));

/** The first version of a file and the last of each day, the oldest first. */
function momentsOf({ changes, isWhole }: FileLife, shape: 'sheet' | 'list'): Moments {
  const all: Moment[] = [];
  for (const change of [...changes].reverse()) {
    const { time, path, before, after } = change;
    const moment = { day: dayOf(time), time, path, object: after };
    if (all.length === 0 && before !== null) all.push({ ...moment, object: before });
    const latest = all.at(-1);
    // the first one stays: what was changed on the same day is told too
    const isSameDay = all.length > 1 && latest?.day === moment.day && latest.path === path;
    all.splice(isSameDay ? -1 : all.length, 1, moment);
  }
  const most = mostDays[shape];
  const [first, ...later] = all;
  if (!first || later.length <= most) return { all, isWhole, isCut: false };
  // the first one still says since when there is a sheet; the one before those told is what they changed
  const [base, ...told] = later.slice(-most - 1);
  return { all: [first, { ...(base as Moment), isAfterGap: true }, ...told], isWhole, isCut: true };
}

interface OldFile {
  file: string;
  moments: Moments;
}

/** One reading of each version, by file and object. */
type Versions = ReadonlyMap<string, { reading: FileReading; sections: Version['sections'] }>;
const versionKey = (file: string, object: string): string => `${file} ${object}`;

async function readVersions(folder: string, root: string, files: readonly OldFile[]): Promise<Versions> {
  const wanted = files.flatMap(({ file, moments: { all } }) =>
    // of a sheet that never changed nothing is asked
    all.length === 1 && shapeOf(file) === 'sheet'
      ? []
      : [...new Set(all.flatMap(({ object }) => object ?? []))].map((object) => ({ file, object })),
  );
  const texts = await textsOf(folder, [...new Set(wanted.map(({ object }) => object))], mostBytes);
  const given = wanted.flatMap(({ file, object }) => {
    const text = texts.get(object);
    return text === undefined ? [] : [{ file, object, text: normalise(text) }];
  });
  const reading = startReading(root, limits);
  reading.give(given.map(({ file, text }) => ({ path: file, text })));
  const readings = await reading.end();
  return new Map(
    given.map(({ file, object, text }, index) => {
      const reading = readings[index] as FileReading;
      const [record] = reading.records;
      const sections = record && shapeOf(file) === 'sheet' ? digests(text, record.data) : undefined;
      return [versionKey(file, object), { reading, sections }];
    }),
  );
}

/** A digest of each section. A source is called by its document, as its name inside the file may change. */
function digests(text: string, { sources }: Record<string, unknown>): Version['sections'] {
  const documents = new Map(
    (Array.isArray(sources) ? sources : []).map((source: unknown) => {
      const { id, url, title } = Object(source) as Record<string, unknown>;
      return [id, url ?? title ?? id];
    }),
  );
  const named = (words: string) =>
    words.replace(/\bsource="([^"]*)"/g, (whole, id: string) =>
      documents.has(id) ? `source=${JSON.stringify(documents.get(id))}` : whole,
    );
  return new Map([...sectionTexts(text)].map(([title, words]) => [title, digestOf(named(words))]));
}

function entryHistory(
  graph: Graph,
  entry: AnyEntry,
  { all, isWhole, isCut }: Moments,
  read: Versions,
): EntryHistory {
  const isSheet = shapeOf(entry.file) === 'sheet';
  const isAlone = isSheet && all.length === 1;
  let isKnownWhole = isWhole;
  const versions = all.flatMap((moment, index): DatedVersion[] => {
    const { day, time, object, path, isAfterGap } = moment;
    const { reading, sections } = (object !== null && read.get(versionKey(entry.file, object))) || {};
    const record = reading?.records.find(({ id }) => id === entry.id);
    if (!isSheet && reading?.readable && !record) {
      // a list that did not have it yet
      isKnownWhole = true;
      return [];
    }
    const version = isAlone ? { data: {} } : record ? { data: record.data, sections } : null;
    const before = all[index - 1]?.path;
    const oldAddress = before !== undefined && before !== path ? addressAt(before) : undefined;
    return [{ day, time, version, oldAddress, isAfterGap }];
  });
  const history = historyOf(entry.kind, versions, wordsOf(graph, entry), { isWhole: isKnownWhole, isCut });
  return { ...history, firstId: placeOf(all[0]?.path ?? '')?.id ?? null };
}

/** The address of a page, as «redirects» writes it, by the file that it was made from. */
function addressAt(file: string): string | undefined {
  const place = placeOf(file);
  const isPage = place?.id !== undefined && place.kind in sections;
  return isPage ? `/${sections[place.kind as RoutedKind]}/${place.id}/` : undefined;
}
