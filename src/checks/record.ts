import type { Root } from 'mdast';
import type { TypedFigure } from '../mdx/figures.ts';
import type { ComponentUse, InternalLink } from '../mdx/policy.ts';
import type { BodyOutline } from '../knowledge/graph.ts';
import type { Indicator } from '../schemas/indicator.ts';
import type { Collection } from '../schemas/registry.ts';
import type { CodeName } from './codes.ts';
import { problem, type Problem } from './problem.ts';
import type { Place } from '../mdx/place.ts';

/** A file of the content folder as it was read. */
export interface ContentFile {
  /** Inside the content folder, with forward slashes: `practices/tonite.mdx`. */
  path: string;
  text: string;
}

/** One entry, read and checked on its own; its references are not resolved yet. Plain data. */
export interface ReadRecord {
  kind: Collection;
  id: string;
  file: string;
  /** Where the entry stands in the data of its file; empty for a sheet. */
  prefix: PropertyKey[];
  /** Fits the schema unless the entry is a draft. */
  data: Record<string, unknown>;
  draft: boolean;
  valid: boolean;
  /** Whether `1.285` or the like stands in the data: only then is it worth reading how each number was typed. */
  dotted: boolean;
  body?: BodyOutline;
  uses: ComponentUse[];
  /** Links of the body to pages of this site; a list has none. */
  links?: InternalLink[];
  /** Anchors of the titles of the body. */
  anchors?: string[];
  /** Numbers typed in the body. */
  figures?: TypedFigure[];
}

/** An entry with its places in the file. */
export interface ContentRecord extends Omit<ReadRecord, 'prefix'> {
  /** Place of a field of the data in the file. */
  locate(path: readonly PropertyKey[]): Place;
  /** A value of the data as it was typed. */
  written(path: readonly PropertyKey[]): string | undefined;
}

/** What every rule gets: all records, and how to find one. */
export interface Records {
  all: readonly ContentRecord[];
  find(kind: Collection, id: string): ContentRecord | undefined;
  /** Whether the file that holds this entry is missing or could not be read, and is complained of already. */
  isBroken(kind: Collection, id: string): boolean;
  idsOf(kind: Collection): readonly string[];
  /** Paths of the pictures in the content folder. */
  images: readonly string[];
  /** Paths of the files that could not be read: nobody knows what they name. */
  broken: ReadonlySet<string>;
  /** The day of the check; null where nothing is to be judged by the calendar. */
  today: string | null;
}

/** A rule over the whole content: one file, one test, plain data in, problems out. */
export interface Rule {
  name: string;
  check(records: Records): Problem[];
}

/** A rule over the text of one file, whatever it is. */
export interface TextRule {
  name: string;
  check(file: ContentFile): Problem[];
}

/** A rule over the text of one sheet: its tree, and its data as far as they could be read. */
export interface SheetRule {
  name: string;
  check(sheet: OpenSheet): Problem[];
}

export interface OpenSheet {
  file: string;
  text: string;
  tree: Root;
  uses: readonly ComponentUse[];
}

/** An indicator whose data fit; one that has problems of its own is not to be reckoned with. */
export function indicatorIn(records: Records, id: string): Indicator | undefined {
  const found = records.find('indicator', id);
  return found?.valid ? (found.data as Indicator) : undefined;
}

/** A problem in a record, at a place or at a field; the place of a field is looked up only here. */
export function problemAt(
  record: ContentRecord,
  at: Place | readonly PropertyKey[],
  name: CodeName,
  message: string,
  hint: string,
): Problem {
  return 'line' in at
    ? problem(name, record.file, at, message, hint)
    : problem(name, record.file, record.locate(at), message, hint, at);
}
