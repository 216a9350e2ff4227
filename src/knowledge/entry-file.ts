import type { Completeness } from './completeness.ts';
import type { EvidenceLevel } from './evidence.ts';
import type { Entry, Graph } from './graph.ts';
import type { Practice } from '../schemas/practice.ts';
import type { Collection } from '../schemas/registry.ts';

/** A sheet as its published file gives it, with all that is needed to print it. */
export interface OpenedSheet {
  practice: Entry<'practice'>;
  /** Absolute address of its page. */
  page: string;
  computed: { evidence: { level: EvidenceLevel; name: string }; completeness: Completeness };
  /** Only the sheet and what it names. */
  graph: Graph;
  /** The text below the data, as it was written. */
  text: string;
}

type Fields = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Opens `/dati/practices/ID.json`. The file was written by this site from checked content, so only what tells it from
 * another file, or from a page of error, is looked at. No schema is needed, so this runs light in a browser.
 * @throws Error when it is not the file of a practice
 */
export function openSheet(file: unknown): OpenedSheet {
  const { collection, entry, references, text } = isRecord(file) ? file : {};
  const isSheet =
    collection === 'practices' &&
    isRecord(entry) &&
    ['id', 'title', 'page'].every((name) => typeof entry[name] === 'string') &&
    ['facts', 'sources', 'focusAreas'].every((name) => Array.isArray(entry[name])) &&
    isRecord(entry.computed) &&
    isRecord(references) &&
    typeof text === 'string';
  if (!isSheet) throw new Error('Questo file non è la scheda di una pratica.');
  const { id, page, computed, ...data } = entry as unknown as Practice &
    Pick<OpenedSheet, 'page' | 'computed'> & { id: string };
  const practice: Entry<'practice'> = { kind: 'practice', id, data, file: '' };
  return { practice, page, computed, text, graph: graphOf(practice, references) };
}

function graphOf(practice: Entry<'practice'>, references: Fields): Graph {
  const own = (kind: Collection): Entry[] =>
    Object.entries((references[kind] ?? {}) as Record<string, Entry['data']>).map(([id, data]) => ({
      kind,
      id,
      data,
      file: '',
    }));
  const entries = new Map<string, Entry>();
  const of = (kind: Collection): Entry[] => (kind === 'practice' ? [practice, ...own(kind)] : own(kind));
  for (const kind of [...Object.keys(references), 'practice'] as Collection[])
    for (const entry of of(kind))
      if (!entries.has(`${kind} ${entry.id}`)) entries.set(`${kind} ${entry.id}`, entry);
  const find = (kind: Collection, id: string) => entries.get(`${kind} ${id}`);
  return {
    today: '',
    all: ((kind: Collection) => of(kind)) as Graph['all'],
    find: find as Graph['find'],
    get: ((kind: Collection, id: string) => {
      const entry = find(kind, id);
      if (!entry) throw new Error(`${kind} ${id} is not in the file of ${practice.id}`);
      return entry;
    }) as Graph['get'],
    naming: () => [],
    linkCheck: () => undefined,
  };
}
