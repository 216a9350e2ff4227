import { assessmentOf } from '../knowledge/assessment.ts';
import type { AnyEntry, Entry, Graph } from '../knowledge/graph.ts';
import { pageOf, sections, termPage, type RoutedKind } from '../knowledge/routes.ts';
import type { Collection } from '../schemas/registry.ts';
import { entrySchema } from './schema.ts';

/** An entry as the open data give it: its id and page, the fields of its collection, what is computed. */
export type PublishedEntry = Readonly<Record<string, unknown>> & { readonly id: string };

/**
 * The published entries of a collection, in the order of their ids, each read through the published schema.
 * @param origin address of the site, without its base path
 */
export function publishedEntries(graph: Graph, kind: Collection, origin: string): PublishedEntry[] {
  return (graph.all(kind) as readonly AnyEntry[]).map((entry) => {
    const data: Record<string, unknown> = { ...entry.data };
    delete data.draft;
    const address = addressOf(entry);
    return entrySchema(kind).parse({
      ...data,
      id: entry.id,
      page: address && new URL(address, origin).href,
      ...(entry.kind === 'practice' ? { computed: computedOf(graph, entry) } : {}),
    }) as unknown as PublishedEntry;
  });
}

function addressOf({ kind, id }: AnyEntry): string | null {
  if (kind === 'term') return termPage(id);
  return kind in sections ? pageOf(kind as RoutedKind, id) : null;
}

/** Freshness is left out: it changes with the day, and the two dates it comes from are in the sheet. */
function computedOf(graph: Graph, practice: Entry<'practice'>) {
  const { evidence, completeness } = assessmentOf(graph, practice);
  const { level, name } = evidence;
  return { evidence: { level, name }, completeness };
}
