import { problemAt, type Rule } from '../record.ts';

/** A figure rests on a source: also the months of a step and the working time of a person. Facts, funds and costs must have theirs by schema. */
export const figureUnsourced: Rule = {
  name: 'figure-unsourced',
  check: ({ all }) =>
    all.flatMap((record) => {
      if (!record.valid) return [];
      return lists.flatMap(({ list, keys }) => {
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
    }),
};

const months = { key: 'months', name: 'Il numero di mesi' };
const lists = [
  { list: 'procedure', keys: [months] },
  { list: 'staffing', keys: [months, { key: 'fte', name: 'Il tempo pieno equivalente' }] },
];
