import type { ComponentUse, InternalLink } from '../mdx/policy.ts';
import type { BodyOutline } from '../knowledge/graph.ts';
import type { Collection } from '../schemas/registry.ts';
import type { Problem, Severity } from './problem.ts';
import type { Place } from './yaml.ts';

/** A file of the content folder as it was read. */
export interface ContentFile {
  /** Inside the content folder, with forward slashes: `practices/tonite.mdx`. */
  path: string;
  text: string;
}

/** One entry, read and checked on its own; its references are not resolved yet. */
export interface ContentRecord {
  kind: Collection;
  id: string;
  file: string;
  /** Fits the schema unless the entry is a draft. */
  data: Record<string, unknown>;
  draft: boolean;
  valid: boolean;
  body?: BodyOutline;
  uses: ComponentUse[];
  /** Links of the body to pages of this site; a list has none. */
  links?: InternalLink[];
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
}

/** A rule over the content: one file, one test, plain data in, problems out. */
export interface Rule {
  name: string;
  check(records: Records): Problem[];
}

/** A problem in a record, at a place or at a field; the place of a field is looked up only here. */
export function problemAt(
  record: ContentRecord,
  at: Place | readonly PropertyKey[],
  severity: Severity,
  code: string,
  message: string,
  hint: string,
): Problem {
  const { line, column } = 'line' in at ? at : record.locate(at);
  return { file: record.file, line, column, code, severity, message, hint };
}
