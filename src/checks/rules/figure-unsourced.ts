import type { Practice } from '../../schemas/practice.ts';
import type { Problem } from '../problem.ts';
import { problemAt, type ContentRecord, type Rule } from '../record.ts';

/**
 * A figure rests on a source: also the years of a practice, the months of a step and the working time of a person.
 * Facts, funds and costs must have theirs by schema.
 */
export const figureUnsourced: Rule = {
  name: 'figure-unsourced',
  check: ({ all }) =>
    all.flatMap((record) => {
      if (!record.valid) return [];
      const ofLists = lists.flatMap(({ list, keys }) => {
        const items = record.data[list];
        if (!Array.isArray(items)) return [];
        return (items as Record<string, unknown>[]).flatMap((item, index) =>
          keys
            .filter(({ key }) => item[key] !== undefined && item.source === undefined)
            .map(({ key, name }) =>
              problemAt(
                record,
                [list, index, key],
                'figure-unsourced',
                `${name} è scritto senza fonte.`,
                `Aggiungi «source», oppure togli «${key}» se nessuna fonte lo dice.`,
              ),
            ),
        );
      });
      return [...ofLists, ...ofPeriod(record), ...ofEvent(record)];
    }),
};

function ofEvent(record: ContentRecord): Problem[] {
  if (record.kind !== 'workshop' || record.data.eventSources !== undefined) return [];
  const message = 'La data dell’incontro è scritta senza fonte.';
  const hint = 'Aggiungi «eventSources», con le sigle delle fonti che dicono quando e dove.';
  return [problemAt(record, ['start'], 'figure-unsourced', message, hint)];
}

function ofPeriod(record: ContentRecord): Problem[] {
  const { start, end, note, sources } = (record.data.period ?? {}) as Partial<Practice['period']>;
  const key = start !== undefined ? 'start' : end !== undefined ? 'end' : 'note';
  if (sources !== undefined || (key === 'note' && !/\d/.test(note ?? ''))) return [];
  const message = 'Gli anni della pratica sono scritti senza fonte.';
  const hint = 'Aggiungi «sources» dentro «period», con le sigle delle fonti che li dicono.';
  return [problemAt(record, ['period', key], 'figure-unsourced', message, hint)];
}

const months = { key: 'months', name: 'Il numero di mesi' };
const lists = [
  { list: 'procedure', keys: [months] },
  { list: 'staffing', keys: [months, { key: 'fte', name: 'Il tempo pieno equivalente' }] },
];
