import { anchorOf } from '../../knowledge/format.ts';
import { registry } from '../../schemas/registry.ts';
import { problemAt, type ContentRecord, type Rule } from '../record.ts';

/** Two entries of one collection are told from one another by their names. */
export const titleRepeated: Rule = {
  name: 'title-repeated',
  check: ({ all }) => {
    const taken = new Map<string, ContentRecord>();
    return all.flatMap((record) =>
      namesOf(record).flatMap(({ name, path }) => {
        const key = `${record.kind} ${anchorOf(name)}`;
        const first = taken.get(key);
        if (!first) taken.set(key, record);
        if (!first || first === record) return [];
        const place = first.locate([]);
        const where = first.file === record.file ? `alla riga ${place.line}` : `in ${first.file}`;
        const message = `Il nome «${name}» è già di un’altra voce (${registry[record.kind].names.one} «${first.id}», ${where}).`;
        const hint =
          'Se sono la stessa cosa uniscile; se no aggiungi che cosa le distingue, di solito la città.';
        return [problemAt(record, path, 'title-repeated', message, hint)];
      }),
    );
  },
};

function namesOf({ data }: ContentRecord): { name: string; path: PropertyKey[] }[] {
  const aliases: unknown[] = Array.isArray(data.aliases) ? data.aliases : [];
  return [
    { name: data.title, path: ['title'] },
    ...aliases.map((name, index) => ({ name, path: ['aliases', index] })),
  ].flatMap(({ name, path }) => (typeof name === 'string' && anchorOf(name) !== '' ? [{ name, path }] : []));
}
