import type { Fact } from '../../schemas/fact.ts';
import type { Indicator } from '../../schemas/indicator.ts';
import type { Problem } from '../problem.ts';
import { problemAt, type ContentRecord, type Records, type Rule } from '../record.ts';

/** Counts are whole, and no sum of money is cut by the dot that Italian puts between thousands. */
export const amounts: Rule = {
  name: 'amounts',
  check: (records) => records.all.flatMap((record) => (record.valid ? checkRecord(records, record) : [])),
};

type Path = (string | number)[];

function checkRecord(records: Records, record: ContentRecord): Problem[] {
  const {
    facts = [],
    funding = [],
    costs = [],
  } = record.data as {
    facts?: Fact[];
    funding?: { amount?: number }[];
    costs?: { amount?: number }[];
  };
  return [
    ...facts.flatMap((fact, index) => {
      const { format } = (records.find('indicator', fact.indicator)?.data ?? {}) as Partial<Indicator>;
      return (['value', 'min', 'max'] as const).flatMap((key) => {
        const path = ['facts', index, key];
        if (format === 'money') return thousands(record, fact[key], path);
        return format === 'count' ? whole(record, fact[key], path) : [];
      });
    }),
    ...funding.flatMap(({ amount }, index) => thousands(record, amount, ['funding', index, 'amount'])),
    ...costs.flatMap(({ amount }, index) => thousands(record, amount, ['costs', index, 'amount'])),
  ];
}

function whole(record: ContentRecord, value: unknown, path: Path): Problem[] {
  if (typeof value !== 'number') return [];
  const written = typed(record, value, path);
  if (Number.isInteger(value) && !hasThousandsDot(written)) return [];
  const message = `«${written}» non è un conteggio: ci vuole un numero intero.`;
  const hint = hasThousandsDot(written)
    ? `Se sono migliaia scrivi ${written.replace('.', '')}, senza punti: il punto separa i decimali.`
    : 'Un conteggio non ha decimali: controlla la cifra sulla fonte, o scegli un altro indicatore.';
  return [problemAt(record, path, 'count-whole', message, hint)];
}

function thousands(record: ContentRecord, value: unknown, path: Path): Problem[] {
  if (typeof value !== 'number') return [];
  const written = typed(record, value, path);
  if (!hasThousandsDot(written)) return [];
  const message = `«${written}» ha tre cifre dopo il punto: sono migliaia?`;
  const hint = `Se sono migliaia scrivi ${written.replace('.', '')}, senza punti. I centesimi hanno due cifre: 1285.50.`;
  return [problemAt(record, path, 'thousands', message, hint)];
}

/** As typed; of a value that no thousands dot can have made small, the file is not read again. */
const typed = (record: ContentRecord, value: number, path: Path): string =>
  (record.dotted && Math.abs(value) < 1000 ? record.written(path) : undefined) ?? String(value);

const hasThousandsDot = (written: string) => /\.\d{3}$/.test(written);
