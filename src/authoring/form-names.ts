import type { FormLists } from '../exports/form-lists.ts';
import { anchorOf } from '../knowledge/format.ts';
import type { ReferenceKind } from '../schemas/values.ts';
import type { Names } from './typed-value.ts';

/** The names by which the entries of the lists are known. Sources are of one file and have no names but their ids. */
export function namesIn(lists: FormLists): Names {
  const indexes = new Map<ReferenceKind, { byName: Map<string, string>; titles: Map<string, string> }>();
  const indexOf = (kind: Exclude<ReferenceKind, 'source'>) => {
    const known = indexes.get(kind);
    if (known) return known;
    const byName = new Map<string, string>();
    const titles = new Map(lists[kind].map(({ id, data }) => [id, data.title]));
    // titles before other names, and both before nothing: the first to bear a name keeps it
    const add = (name: unknown, id: string): void => {
      if (typeof name === 'string' && !byName.has(anchorOf(name))) byName.set(anchorOf(name), id);
    };
    for (const { id, data } of lists[kind]) add(data.title, id);
    for (const { id, data } of lists[kind])
      for (const name of [data.acronym, data.aliases, data.synonyms].flat()) add(name, id);
    indexes.set(kind, { byName, titles });
    return { byName, titles };
  };
  return {
    idOf(kind, words) {
      if (kind === 'source') return words;
      const { byName, titles } = indexOf(kind);
      return titles.has(words) ? words : byName.get(anchorOf(words));
    },
    titleOf: (kind, id) => (kind === 'source' ? id : indexOf(kind).titles.get(id)),
  };
}

/** Whether the values of an indicator are dates. */
export const datedIn = (lists: FormLists) => {
  const dated = new Set(lists.indicator.flatMap(({ id, data }) => (data.format === 'date' ? [id] : [])));
  return (indicator: string): boolean => dated.has(indicator);
};
