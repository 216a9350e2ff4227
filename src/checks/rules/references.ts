import { vocabulary } from '../../mdx/vocabulary.ts';
import { anchorOf } from '../../knowledge/format.ts';
import { nearest } from '../../knowledge/nearest.ts';
import { referencesIn, type Reference } from '../../knowledge/references.ts';
import { registry, type Collection } from '../../schemas/registry.ts';
import type { Problem } from '../problem.ts';
import { problemAt, type ContentRecord, type Records, type Rule } from '../record.ts';
import type { Place } from '../../mdx/place.ts';

/** Every id named in data or text must exist and, from a published sheet, be published. */
export const references: Rule = {
  name: 'references',
  check: (records) =>
    records.all.flatMap((record) => [
      ...referencesIn(registry[record.kind].schema, record.data).flatMap((reference) =>
        resolve(records, record, reference, reference.path),
      ),
      ...record.uses.flatMap((use) =>
        referencesIn(vocabulary[use.name].props, use.props)
          .filter((reference) => reference.kind !== 'indicator')
          .flatMap((reference) => resolve(records, record, reference, use)),
      ),
    ]),
};

function resolve(
  records: Records,
  record: ContentRecord,
  { kind, id }: Reference,
  place: Place | Reference['path'],
): Problem[] {
  if (kind === 'source') {
    // sources that cannot be read at all are one problem of their own
    if (!record.valid && !Array.isArray(record.data.sources)) return [];
    const known = sourceIds(record);
    if (known.includes(id)) return [];
    const message = `La fonte «${id}» non è fra le fonti di questo file.`;
    return [
      problemAt(record, place, 'unknown-source', message, suggestion(id, known, 'Aggiungila in «sources».')),
    ];
  }
  const target = records.find(kind, id);
  const { store, names } = registry[kind];
  if (!target) {
    if (records.isBroken(kind, id)) return [];
    const message = `Non esiste ${names.one} «${id}».`;
    const proper = anchorOf(id);
    const form =
      proper === id ? '' : `Un codice ha solo minuscole senza accenti, cifre e trattini: ${proper}. `;
    const otherwise =
      store.shape === 'list'
        ? `${form}Aggiungi ${names.one} in ${store.file}, oppure scegli fra le voci che ci sono.`
        : `${form}Scrivi prima la scheda ${store.folder}/${proper}.mdx, oppure scegli fra quelle che ci sono.`;
    return [
      problemAt(
        record,
        place,
        'unknown-reference',
        message,
        suggestion(id, records.idsOf(kind), otherwise, byName(records, kind, id)),
      ),
    ];
  }
  if (target.draft && !record.draft) {
    return [
      problemAt(
        record,
        place,
        'reference-to-draft',
        `«${id}» è ancora una bozza.`,
        'Pubblica prima quella scheda, o togli il richiamo.',
      ),
    ];
  }
  return [];
}

const sourceIds = (record: ContentRecord): string[] =>
  Array.isArray(record.data.sources)
    ? record.data.sources.map((source: unknown) => String((source as { id?: unknown } | null)?.id))
    : [];

/** The entries that bear this very name, or one near to it: `sotto-sfratto` may be a need called otherwise. */
function byName(records: Records, kind: Collection, id: string): { exact: string[]; near: string[] } {
  const named = new Map<string, string>();
  for (const known of records.idsOf(kind))
    for (const name of namesOf(records.find(kind, known)?.data)) named.set(anchorOf(name), known);
  const exact = named.get(anchorOf(id));
  // a short word is near to any other short word
  const near =
    id.length < 5 ? [] : nearest(anchorOf(id), named.keys()).map((name) => named.get(name) as string);
  return { exact: exact === undefined ? [] : [exact], near: [...new Set(near)] };
}

/** All the names of an entry, those only a search knows too. */
const namesOf = (data: Record<string, unknown> = {}): string[] =>
  [data.title, data.acronym, data.aliases, data.synonyms, data.misspellings]
    .flat()
    .filter((name) => typeof name === 'string');

const noNames = { exact: [], near: [] };

/** Ids whose own name was meant, then ids that look like it, and only then names that look like it. */
function suggestion(
  id: string,
  known: readonly string[],
  otherwise: string,
  names: { exact: string[]; near: string[] } = noNames,
): string {
  const alike = names.exact.length > 0 ? names.exact : nearest(id, known);
  const close = alike.length > 0 ? alike : names.near;
  return close.length > 0 ? `Forse volevi scrivere: ${close.join(', ')}.` : otherwise;
}
