import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { checkData } from '../../src/checks/data.ts';
import { readYaml } from '../../src/checks/yaml.ts';
import { choice, field } from '../../src/schemas/field.ts';
import { fact } from '../../src/schemas/fact.ts';
import { line, partialDate } from '../../src/schemas/values.ts';

const schema = z.strictObject({
  draft: field(z.boolean().optional(), 'Bozza', 'Sì o no.'),
  title: field(line(10), 'Nome', 'Come si chiama.', 'Piazza'),
  year: field(z.int().min(1900).max(2100).optional(), 'Anno', 'Quando.'),
  status: field(choice({ open: 'aperta', closed: 'chiusa' }).optional(), 'Stato', 'A che punto è.'),
  people: field(
    z
      .array(z.strictObject({ name: field(line(5), 'Nome', 'Chi.') }))
      .min(1)
      .max(2)
      .optional(),
    'Persone',
    'Chi c’era.',
  ),
});
const check = (text: string) => {
  const yaml = readYaml(text, 2);
  return checkData(schema, 'practices/x.mdx', yaml.data, yaml, []);
};

test('good data passes, with what the schema fills in', () => {
  expect(check('title: Piazza\nyear: 2020\n')).toEqual({
    data: { title: 'Piazza', year: 2020 },
    draft: false,
    valid: true,
    problems: [],
  });
});

describe('each thing wrong is said in Italian, at its place', () => {
  test.each([
    [
      'a required field missing',
      'year: 2020\n',
      'invalid-type',
      2,
      1,
      '«Nome» (title): Manca.',
      'Come si chiama. Per esempio: Piazza',
    ],
    [
      'an empty text',
      'title: ""\n',
      'invalid-format',
      2,
      8,
      '«Nome» (title): È vuoto: scrivi qualcosa, o togli la riga.',
      'Come si chiama. Per esempio: Piazza',
    ],
    [
      'a text too long',
      'title: abcdefghijkl\n',
      'too-big',
      2,
      8,
      '«Nome» (title): È troppo lungo: al massimo 10 caratteri, sono 12.',
      'Come si chiama. Per esempio: Piazza',
    ],
    [
      'a number for a text',
      'title: 12\n',
      'invalid-type',
      2,
      8,
      "«Nome» (title): Ci vuole un testo, non un numero. Mettilo fra apici: '12'.",
      'Come si chiama. Per esempio: Piazza',
    ],
    [
      'a list for a text',
      'title: [a]\n',
      'invalid-type',
      2,
      8,
      '«Nome» (title): Ci vuole un testo, non un elenco (righe che cominciano con un trattino).',
      'Come si chiama. Per esempio: Piazza',
    ],
    [
      'a text for a number',
      'title: a\nyear: "2020"\n',
      'invalid-type',
      3,
      7,
      '«Anno» (year): Solo il numero, senza apici, punti né parole: 2020.',
      'Quando.',
    ],
    [
      'a number too small',
      'title: a\nyear: 12\n',
      'too-small',
      3,
      7,
      '«Anno» (year): Deve essere almeno 1900.',
      'Quando.',
    ],
    [
      'a number too big',
      'title: a\nyear: 3000\n',
      'too-big',
      3,
      7,
      '«Anno» (year): Non può superare 2100.',
      'Quando.',
    ],
    [
      'a value out of a list',
      'title: a\nstatus: half\n',
      'invalid-value',
      3,
      9,
      '«Stato» (status): «half» non è fra i valori previsti.',
      'A che punto è. Valori: open (aperta), closed (chiusa).',
    ],
    [
      'an empty list',
      'title: a\npeople: []\n',
      'too-small',
      3,
      9,
      '«Persone» (people): Ci vuole almeno una voce.',
      'Chi c’era.',
    ],
    [
      'a field inside an item',
      'title: a\npeople:\n  - name: ok\n  - name: troppo lungo\n',
      'too-big',
      5,
      11,
      '«Persone» 2, «Nome» (name): È troppo lungo: al massimo 5 caratteri, sono 12.',
      'Chi.',
    ],
    [
      'an unknown field',
      'title: a\nstato: open\n',
      'unrecognized-keys',
      3,
      1,
      'Il campo «stato» non esiste.',
      'Forse volevi scrivere: status.',
    ],
    [
      'words for a number',
      'title: a\nyear: molti\n',
      'invalid-type',
      3,
      7,
      '«Anno» (year): Ci vuole un numero, non un testo.',
      'Quando.',
    ],
    [
      'a field by its Italian name',
      'title: a\nAnno: 2020\n',
      'unrecognized-keys',
      3,
      1,
      'Il campo «Anno» non esiste.',
      'Forse volevi scrivere: year.',
    ],
    [
      'a field by nearly its Italian name',
      'title: a\npersona: 1\n',
      'unrecognized-keys',
      3,
      1,
      'Il campo «persona» non esiste.',
      'Forse volevi scrivere: people.',
    ],
    [
      'an unknown field like no other',
      'title: a\nzzzzzzzzzzzz: 1\n',
      'unrecognized-keys',
      3,
      1,
      'Il campo «zzzzzzzzzzzz» non esiste.',
      'Campi previsti: draft, title, year, status, people.',
    ],
    [
      'no data at all',
      'solo testo\n',
      'invalid-type',
      2,
      1,
      'Ci vuole un gruppo di campi, non un testo.',
      '',
    ],
  ])('%s', (_, text, code, at, column, message, hint) => {
    const { problems, valid } = check(text);
    expect(valid).toBe(false);
    expect(problems).toEqual([
      { file: 'practices/x.mdx', line: at, column, code, severity: 'error', message, hint },
    ]);
  });

  test('and all of them at once', () => {
    expect(check('year: 12\nstatus: half\nboh: 1\n').problems).toHaveLength(4);
  });
});

describe('in a draft', () => {
  test('what is missing or empty is work to do', () => {
    const { problems, draft, valid } = check('draft: true\ntitle: ""\nyear:\npeople: []\n');
    expect({ draft, valid }).toEqual({ draft: true, valid: false });
    expect(problems.map(({ severity, code, message }) => [severity, code, message])).toEqual([
      ['info', 'draft-open', '«Nome» (title): da scrivere.'],
      ['info', 'draft-open', '«Anno» (year): da scrivere.'],
      ['info', 'draft-open', '«Persone» (people): da scrivere.'],
    ]);
  });

  test('what is wrong is still an error', () => {
    const { problems } = check('draft: true\ntitle: a\nyear: 12\nstato: open\n');
    expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'error too-small',
      'error unrecognized-keys',
    ]);
  });

  test('only true makes one', () => {
    expect(check('draft: "true"\n').draft).toBe(false);
    expect(check('draft: false\ntitle: ""\n').problems[0]?.severity).toBe('error');
  });
});

test('of many fields only some are named', () => {
  const many = z.strictObject(
    Object.fromEntries(Array.from('abcdefghij').map((key) => [key.repeat(9), z.int()])),
  );
  const yaml = readYaml('zzzzzzzzzzzzzzzzzzzz: 1\n');
  const { problems } = checkData(many.partial(), 'x.yaml', yaml.data, yaml, []);
  expect(problems[0]?.hint).toBe(
    `Fra i campi previsti: ${Array.from('abcdefgh')
      .map((key) => key.repeat(9))
      .join(', ')}…`,
  );
});

test('of a value of the wrong type nothing more is said', () => {
  const doubted = z
    .strictObject({ year: z.int() })
    .superRefine((_, context) => context.addIssue({ code: 'custom', path: ['year'], message: 'Dubbio.' }), {
      when: () => true,
    });
  const yaml = readYaml('year: molti\n');
  expect(checkData(doubted, 'x.yaml', yaml.data, yaml, []).problems.map(({ message }) => message)).toEqual([
    '«year» (year): Ci vuole un numero, non un testo.',
  ]);
});

describe('of a figure or a date badly typed says what to write', () => {
  const record = z.strictObject({ value: fact.shape.value, asOf: partialDate.optional() });
  test.each([
    ['value: 1.285.000', 'Solo il numero, senza apici, punti né parole: 1285000.'],
    ['value: 83 candidature', 'Solo il numero, senza apici, punti né parole: 83.'],
    ["value: '2023-02-31'", 'Questo giorno non c’è nel calendario: controlla il mese e il giorno.'],
    ['value: molti', 'Scrivi un numero senza punti né simboli, o una data fra apici come ’2023-03’.'],
    ['asOf: 2023', "Mettila fra apici: '2023'."],
  ])('%s', (text, message) => {
    const yaml = readYaml(`${text}\n`);
    const { problems } = checkData(record, 'x.yaml', yaml.data, yaml, []);
    expect(problems.map((problem) => problem.message.replace(/^[^:]*: /, ''))).toEqual([message]);
  });
});
