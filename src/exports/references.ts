import type { AnyEntry, Graph } from '../knowledge/graph.ts';
import { referencesIn } from '../knowledge/references.ts';
import { registry, type Collection } from '../schemas/registry.ts';
import { namedSchema } from './schema.ts';

/** What an entry names, by kind and id, with what is needed to print it. */
export type References = Partial<Record<Collection, Record<string, Readonly<Record<string, unknown>>>>>;

/** Everything that an entry names in its data or in its text; an indicator brings the one it is a part of. */
export function referencesOf(graph: Graph, entry: AnyEntry): References {
  const found: References = {};
  const add = (kind: Collection, id: string): void => {
    const named = graph.find(kind, id) as AnyEntry | undefined;
    if (!named || found[kind]?.[id]) return;
    (found[kind] ??= {})[id] = namedSchema(kind).parse(named.data);
    if (named.kind === 'indicator' && named.data.partOf) add('indicator', named.data.partOf);
  };
  for (const { kind, id } of [
    ...referencesIn(registry[entry.kind].schema, entry.data),
    ...(entry.body?.mentions ?? []),
  ])
    if (kind !== 'source') add(kind, id);
  return found;
}
