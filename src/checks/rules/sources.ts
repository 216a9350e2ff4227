import { referencesIn } from '../../knowledge/references.ts';
import { registry } from '../../schemas/registry.ts';
import type { Problem } from '../problem.ts';
import { problemAt, type ContentRecord, type Rule } from '../record.ts';

/** Ids of sources are unique in a sheet, and every source listed holds something up. */
export const sources: Rule = {
  name: 'sources',
  check: (records) =>
    records.all.flatMap((record) =>
      record.valid && registry[record.kind].store.shape === 'sheet' ? checkRecord(record) : [],
    ),
};

function checkRecord(record: ContentRecord): Problem[] {
  const list = (record.data.sources ?? []) as { id: string }[];
  const used = new Set([
    ...referencesIn(registry[record.kind].schema, record.data)
      .filter((reference) => reference.kind === 'source')
      .map((reference) => reference.id),
    ...record.uses.flatMap((use) => use.props.source ?? []),
  ]);
  const seen = new Set<string>();
  return list.flatMap(({ id }, index) => {
    const place = ['sources', index, 'id'];
    if (seen.has(id))
      return [
        problemAt(
          record,
          place,
          'source-repeated',
          `La sigla «${id}» è usata da due fonti.`,
          'Dai a ogni fonte una sigla diversa.',
        ),
      ];
    seen.add(id);
    if (used.has(id) || record.kind === 'activity') return [];
    return [
      problemAt(
        record,
        place,
        'source-unused',
        `Nessun dato e nessuna frase usa la fonte «${id}».`,
        'Richiamala dove serve, o toglila.',
      ),
    ];
  });
}
