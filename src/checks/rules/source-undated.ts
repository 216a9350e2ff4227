import type { Source } from '../../schemas/source.ts';
import { problemAt, type ContentRecord, type Records, type Rule } from '../record.ts';

/** A source has a date, or says why it has none. */
export const sourceUndated: Rule = {
  name: 'source-undated',
  check: (records) =>
    everySource(records).flatMap(({ record, source, index }) => {
      if (source.date !== undefined || saysWhy.test(source.note ?? '')) return [];
      const message = `La fonte «${source.id}» non ha data e la nota non dice perché.`;
      const hint = 'Aggiungi «date»; se il documento non ne porta, scrivi in «note»: «Pagina senza data».';
      return [problemAt(record, ['sources', index, 'id'], 'source-undated', message, hint)];
    }),
};

const saysWhy =
  /\b(?:senza data|data non|datat[ao]|non (?:ha|porta|riporta|indica) (?:una |la |alcuna )?data)\b/i;

/** Each source once, also where many entries of a list name it; only of entries that fit their schema. */
export function everySource(records: Records): { record: ContentRecord; source: Source; index: number }[] {
  const seen = new Set<string>();
  return records.all.flatMap((record) => {
    if (!record.valid || !Array.isArray(record.data.sources)) return [];
    return (record.data.sources as Source[]).flatMap((source, index) => {
      if (!record.file.endsWith('.yaml')) return [{ record, source, index }];
      const key = `${record.file} ${source.id}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ record, source, index }];
    });
  });
}
