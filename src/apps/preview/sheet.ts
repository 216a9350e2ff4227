import { problemsOf } from '../../authoring/check-draft.ts';
import { codes } from '../../checks/codes.ts';
import { readContentFile } from '../../checks/reading.ts';
import { normalise } from '../../checks/text.ts';
import type { FormLists } from '../../exports/form-lists.ts';
import { buildDay } from '../../knowledge/freshness.ts';
import { termNames } from '../../knowledge/glossary.ts';
import { buildGraph, type AnyEntry, type Graph } from '../../knowledge/graph.ts';
import type { FormKind } from '../../knowledge/routes.ts';
import { compileBody, type CompiledBody } from '../../mdx/compile.ts';
import { parseSheet } from '../../mdx/parse.ts';
import { termFinder } from '../../mdx/terms.ts';
import { collections, registry } from '../../schemas/registry.ts';
import { finished, standInEntries } from './unfinished.ts';

/** A sheet that passed the checks, in a graph of all that it may name. */
export interface PreviewedSheet {
  graph: Graph;
  body: CompiledBody;
}

/** Pictures travel on their own: that they are not here is no fault of the text. */
const notHere = 'image-missing';

/** What came of reading a sheet. */
export type PreviewReading =
  | {
      sheet: PreviewedSheet;
      /** What it lacks before it can be published; empty when nothing. */ missing: string[];
    }
  | { sheet: null; errors: string[] };

/**
 * Reads a sheet as if it were published today. A draft that only lacks something has words in its place; of any other
 * text that the checks refuse nothing is made.
 */
export function readSheet(kind: FormKind, id: string, written: string, lists: FormLists): PreviewReading {
  const path = `${registry[kind].store.folder}/${id}.mdx`;
  const text = normalise(written);
  const today = buildDay(undefined, Date.now());
  const errorsOf = (one: string): string[] =>
    problemsOf({ path, text: one }, lists, today)
      .filter(({ severity, code }) => severity === 'error' && code !== codes[notHere].code)
      .map(({ message }) => message);
  const missing = errorsOf(published(text));
  const isWhole = missing.length === 0;
  const refused = { sheet: null, errors: missing };
  if (!isWhole && (published(text) === text || errorsOf(text).length > 0)) return refused;
  const read = isWhole ? published(text) : text;
  const [record] = readContentFile({ path, text: read }).records;
  const cited = record?.uses.flatMap(({ props }) => props.source ?? []) ?? [];
  const data = record && (isWhole ? record.data : finished(kind, record.data, cited));
  const { sheet } = parseSheet(read);
  if (!data || !sheet) return refused;
  const own = { kind, id, data, file: path, body: record.body } as AnyEntry;
  const others = [...entriesOf(lists, own), ...(isWhole ? [] : standInEntries)];
  const graph = buildGraph([...others, own], today);
  const body = compileBody(sheet.tree, termFinder(termNames(graph))());
  return { sheet: { graph, body }, missing };
}

/** The text without the line that keeps it out of the site. */
const published = (text: string): string =>
  text.replace(/^---\n[^]*?\n---\n/, (data) => data.replace(/^draft:.*\n/m, ''));

/** All that a sheet may name, as the lists know it. */
const entriesOf = (lists: FormLists, own: AnyEntry): AnyEntry[] =>
  collections.flatMap((kind) =>
    lists[kind]
      .filter(({ id }) => kind !== own.kind || id !== own.id)
      .map(({ id, data }) => ({ kind, id, data, file: '' }) as unknown as AnyEntry),
  );
