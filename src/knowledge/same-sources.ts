import { registry, type Collection } from '../schemas/registry.ts';
import { referencesIn } from './references.ts';

type Data = Readonly<Record<string, unknown>>;
interface LooseSource {
  id: string;
  url?: unknown;
  title?: unknown;
}

/**
 * The data of an old version with its sources called as a newer one calls them. The name of a source counts only inside
 * its file: the same document under another name is no change.
 */
export function withSourcesNamedAs(kind: Collection, before: Data, after: Data): Data {
  const names = newNames(sourcesOf(before), sourcesOf(after));
  if (names.size === 0) return before;
  const renamed = structuredClone(before) as Record<string, unknown>;
  for (const { kind: named, id, path } of referencesIn(registry[kind].schema, before)) {
    const name = named === 'source' ? names.get(id) : undefined;
    if (name !== undefined) put(renamed, path, name);
  }
  for (const source of sourcesOf(renamed)) source.id = names.get(source.id) ?? source.id;
  return renamed;
}

function sourcesOf({ sources }: Data): LooseSource[] {
  if (!Array.isArray(sources)) return [];
  return sources.filter(
    (one: unknown): one is LooseSource => typeof (Object(one) as { id?: unknown }).id === 'string',
  );
}

/** Old names that have to change, each with the new one: of the same address, else of the same title. */
function newNames(before: readonly LooseSource[], after: readonly LooseSource[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const old of before) {
    const twins = (key: 'url' | 'title') =>
      old[key] === undefined ? [] : after.filter((one) => one[key] === old[key]);
    const found = [twins('url'), twins('title')].find((same) => same.length > 0) ?? [];
    if (found.some(({ id }) => id === old.id)) continue;
    const [twin, ...others] = found;
    if (twin && others.length === 0) names.set(old.id, twin.id);
  }
  return names;
}

function put(data: Record<string, unknown>, path: readonly (string | number)[], name: string): void {
  const last = path.at(-1) ?? '';
  const holder = path
    .slice(0, -1)
    .reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)[step], data);
  (holder as Record<string | number, unknown>)[last] = name;
}
