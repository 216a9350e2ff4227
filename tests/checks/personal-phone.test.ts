import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { personalEmail } from '../../src/checks/rules/personal-email.ts';
import { personalPhone } from '../../src/checks/rules/personal-phone.ts';
import { personalTaxCode } from '../../src/checks/rules/personal-tax-code.ts';
import { projectRoot } from '../environment.ts';

const found = (text: string) => personalPhone.check({ path: 'a.mdx', text });

test('a telephone number is told at its first sign, as it is written', () => {
  expect(found('Uno.\nPerché? Chiama il +39 347 1234567, di mattina.\n')).toEqual([
    {
      file: 'a.mdx',
      line: 2,
      column: 19,
      code: 'TP214',
      severity: 'error',
      message: '«+39 347 1234567» sembra un numero di telefono.',
      hint: 'Toglilo: scrivi il nome dell’ufficio e l’indirizzo della sua pagina.',
    },
  ]);
});

describe('a number is refused in any spelling', () => {
  test.each([
    '3471234567',
    '347 1234567',
    '347-1234567',
    '347.123.4567',
    '347/1234567',
    '347 12 34 567',
    '(347) 1234567',
    '+393471234567',
    '0039 347 1234567',
    '+39 011 4432100',
    '011 4432100',
    '011/4432100',
    '011-443.21.00',
    '(011) 4432100',
    '0114432100',
    '06 67101234',
    '02 1234 5678',
    '091 740 1111',
    'tel. 4432100',
    'Tel: 091 7401',
    'cell. 347 123456',
    'Telefono 091/123456',
    'fax 0832 123456',
    'il numero 347 1234567',
    'n. 011 4432100',
    'covid 347 1234567',
    'WhatsApp 3471234567',
    'https://wa.me/393471234567',
    '+33 1 23 45 67 89',
    '011 4432100 - 011 4432111',
  ])('%s', (number) => {
    expect(found(`Per sapere: ${number}.`).length).toBeGreaterThanOrEqual(1);
    expect(found(`| ${number} |`).length).toBeGreaterThanOrEqual(1);
  });
});

describe('these are no telephone numbers', () => {
  test.each([
    'numero verde 800 123456',
    'numero verde 800123456',
    '+39 800 123456',
    'il 112, il 115, il 118 e il 1522',
    '1.285.000 euro e 350.000.000',
    '3.471.234.567 euro',
    '+125.000.000 euro',
    'hotel 12345678',
    'un numero 0123456789',
    '300 000 000 euro',
    '350.000-400.000 euro',
    '2014-2020 e 2021-2027',
    '3.3.1.A 2014-2020',
    'misura 3.1 2014-2020',
    '02.04.2021',
    '02/04/2021 - 03/05/2021',
    '09.30-12.30',
    '09.00 13.00',
    'legge 328/2000, D.P.R. 380/2001 120',
    'n. 0123456789',
    'prot. 011 4432100',
    'CUP C11B21000010001',
    'CIG 0123456789',
    'partita IVA 01234567890',
    'P.IVA: 01234567890',
    '01234567890',
    'ISBN 978-88-06-12345-6',
    'ISBN 88-06-12345-6',
    'ISBN 0-19-852663-6',
    'DOI 10.1000/0114432100',
    'https://www.comune.esempio.it/p/3471234567',
    'https://www.esempio.it/011-4432100.html?id=0114432100',
    'source: doc-3471234567',
    '10123 Torino, 90100 Palermo',
    'IBAN IT60X0542811101000000123456',
    '45.0703, 7.6869',
    'una quota di 0,333333333',
  ])('%s', (text) => {
    expect(found(`Per sapere: ${text}.`)).toEqual([]);
    expect(found(text)).toEqual([]);
  });
});

test.each([
  'value: 3471234567',
  '    amount: 3200000000',
  '  - min: 3200000000',
  'latitude: 38.1157',
  "istatCode: '065037'",
])('nor is the number of a field: %s', (line) => {
  expect(found(`title: Prova\n${line}\n`)).toEqual([]);
});

describe('what sheets are full of is never taken for personal data', () => {
  const none = (text: string): void => {
    const rules = [personalPhone, personalEmail, personalTaxCode];
    expect(rules.flatMap((rule) => rule.check({ path: 'a.mdx', text }))).toEqual([]);
  };
  const italian = new Intl.NumberFormat('it-IT', { useGrouping: 'always', maximumFractionDigits: 2 });
  const day = fc
    .date({
      min: new Date('1950-01-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 10));
  const year = fc.integer({ min: 1900, max: 2099 });
  const words = fc.constantFrom(
    'circa',
    'oltre',
    'e',
    'di cui',
    'nel',
    'su',
    'per',
    '|',
    '- ',
    '(',
    'fino a',
  );
  const piece = fc.oneof(
    fc.integer({ min: 0, max: 2_000_000_000_000 }).map((value) => `${italian.format(value)} €`),
    fc.double({ min: 0, max: 1e7, noNaN: true }).map((value) => `${italian.format(value)} euro`),
    fc.integer({ min: 0, max: 2_000_000_000 }).map((value) => `+${italian.format(value)}`),
    fc.integer({ min: 0, max: 99_999 }).map((value) => `${value} persone`),
    fc.double({ min: 0, max: 100, noNaN: true }).map((value) => `${italian.format(value)} %`),
    day,
    day.map((date) => date.split('-').reverse().join('/')),
    day.map((date) => date.split('-').reverse().join('.')),
    day.map((date) => `${Number(date.slice(8))} marzo ${date.slice(0, 4)}`),
    fc.tuple(year, year).map(([from, to]) => `${from}-${to}`),
    fc.tuple(fc.integer({ min: 1, max: 999 }), year).map(([law, of]) => `legge ${law}/${of}`),
    fc.tuple(fc.integer({ min: 1, max: 9999 }), year).map(([act, of]) => `delibera n. ${act} del ${of}`),
    fc
      .tuple(
        fc.integer({ min: 0, max: 23 }),
        fc.integer({ min: 0, max: 59 }),
        fc.integer({ min: 0, max: 23 }),
      )
      .map(
        ([from, minute, to]) =>
          `${String(from).padStart(2, '0')}.${String(minute).padStart(2, '0')}-${String(to).padStart(2, '0')}.00`,
      ),
    fc
      .tuple(day, fc.integer({ min: 0, max: 9_999_999_999 }))
      .map(
        ([date, id]) =>
          `https://www.comune.esempio.it/${date.replaceAll('-', '/')}/pagina-${id}?p=${id}#punto-${id}`,
      ),
    fc.uuid().map((id) => `https://fasi.eu/it/programmi/${id}`),
  );

  test('in prose', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(words, piece), { minLength: 1, maxLength: 6 }), (parts) =>
        none(parts.flat().join(' ')),
      ),
      { numRuns: 2000 },
    );
  });

  test('in data', () => {
    const key = fc.constantFrom('value', 'min', 'max', 'amount');
    fc.assert(
      fc.property(key, fc.double({ min: 0, max: 1e12, noNaN: true }), (name, value) =>
        none(`  - indicator: total-cost\n    ${name}: ${Math.round(value * 100) / 100}\n`),
      ),
      { numRuns: 2000 },
    );
  });

  test('nor is anything in the real content', () => {
    const folder = join(projectRoot, 'src/content');
    const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(mdx|yaml)$/.test(name),
    );
    expect(texts.length).toBeGreaterThan(20);
    for (const name of texts) none(readFileSync(join(folder, name), 'utf8'));
  });
});

test('a number put anywhere into the real content is found', () => {
  const text = readFileSync(join(projectRoot, 'src/content/practices/tonite.mdx'), 'utf8');
  const gaps = [...text.matchAll(/\. (?=[A-Z])/g)].map(({ index }) => index + 1);
  const number = fc.constantFrom(
    '347 1234567',
    '+39 011 4432100',
    '011/4432100',
    'tel. 091 123456',
    '3471234567',
  );
  fc.assert(
    fc.property(fc.constantFrom(...gaps), number, (gap, written) => {
      expect(found(`${text.slice(0, gap)} ${written} ${text.slice(gap)}`)).toHaveLength(1);
    }),
    { numRuns: 100 },
  );
});
