import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { italian, shown } from '../../src/schemas/italian.ts';

const messages = (schema: z.ZodType, input: unknown) =>
  (schema.safeParse(input, { error: italian }).error?.issues ?? []).map(({ code, message }) => [
    code,
    message,
  ]);

const form = 'Non è scritto nella forma giusta.';
/** One schema and one value for every kind of finding of zod, and for every form of text it knows. */
const cases: [name: string, schema: z.ZodType, input: unknown, code: string, message: string][] = [
  ['nothing', z.string(), undefined, 'invalid_type', 'Manca.'],
  ['null', z.number(), null, 'invalid_type', 'Manca.'],
  ['text for number', z.number(), 'molti', 'invalid_type', 'Ci vuole un numero, non un testo.'],
  [
    'text with number',
    z.number(),
    '83 domande',
    'invalid_type',
    'Solo il numero, senza apici, punti né parole: 83.',
  ],
  ['number for text', z.string(), 2023, 'invalid_type', "Ci vuole un testo. Mettilo fra apici: '2023'."],
  ['fraction', z.int(), 1.5, 'invalid_type', 'Ci vuole un numero intero, senza decimali.'],
  ['not a number', z.number(), NaN, 'invalid_type', 'Ci vuole un numero, non questo.'],
  ['text for yes or no', z.boolean(), 'sì', 'invalid_type', 'Ci vuole true o false, non un testo.'],
  [
    'text for list',
    z.array(z.string()),
    'a',
    'invalid_type',
    'Ci vuole un elenco (righe che cominciano con un trattino), non un testo.',
  ],
  [
    'list for group',
    z.object({}),
    [],
    'invalid_type',
    'Ci vuole un gruppo di campi, non un elenco (righe che cominciano con un trattino).',
  ],
  [
    'text for record',
    z.record(z.string(), z.string()),
    'a',
    'invalid_type',
    'Ci vuole un gruppo di campi, non un testo.',
  ],
  ['a kind without name', z.date(), 'a', 'invalid_type', 'Ci vuole un altro genere di valore, non un testo.'],
  ['a function', z.string(), () => 1, 'invalid_type', 'Ci vuole un testo, non questo.'],
  ['empty text', z.string().min(1), '', 'too_small', 'È vuoto.'],
  ['short text', z.string().min(3), 'a', 'too_small', 'È troppo corto: almeno 3 caratteri.'],
  ['empty list', z.array(z.string()).min(1), [], 'too_small', 'Ci vuole almeno una voce.'],
  ['short list', z.array(z.string()).min(2), ['a'], 'too_small', 'Ci vuole almeno 2 voci.'],
  ['short set', z.set(z.string()).min(1), new Set(), 'too_small', 'Ci vuole almeno una voce.'],
  ['small number', z.number().min(3), 1, 'too_small', 'Deve essere almeno 3.'],
  ['not positive', z.number().positive(), 0, 'too_small', 'Deve essere più di 0.'],
  ['long text', z.string().max(2), 'abc', 'too_big', 'È troppo lungo: al massimo 2 caratteri, sono 3.'],
  ['long list', z.array(z.string()).max(1), ['a', 'b'], 'too_big', 'Al massimo una voce.'],
  ['longer list', z.array(z.string()).max(2), ['a', 'b', 'c'], 'too_big', 'Al massimo 2 voci.'],
  ['big number', z.number().max(3), 4, 'too_big', 'Non può superare 3.'],
  ['not below', z.number().lt(3), 3, 'too_big', 'Deve essere meno di 3.'],
  ['no multiple', z.number().multipleOf(5), 7, 'not_multiple_of', 'Deve essere un multiplo di 5.'],
  ['out of a list', z.enum(['a', 'b']), 'c', 'invalid_value', 'Non è fra i valori previsti.'],
  ['not the only one', z.literal('CC-BY-4.0'), 'GPL', 'invalid_value', 'Qui può stare solo «CC-BY-4.0».'],
  ['one unknown key', z.strictObject({}), { a: 1 }, 'unrecognized_keys', 'Il campo «a» non esiste.'],
  [
    'two unknown keys',
    z.strictObject({}),
    { a: 1, b: 2 },
    'unrecognized_keys',
    'I campi «a», «b» non esistono.',
  ],
  [
    'no form of several',
    z.union([z.string(), z.number()]),
    [],
    'invalid_union',
    'Non è scritto in nessuna delle forme previste.',
  ],
  [
    'no form by its name',
    z.discriminatedUnion('kind', [z.object({ kind: z.literal('a') }), z.object({ kind: z.literal('b') })]),
    { kind: 'c' },
    'invalid_union',
    'Il valore di «kind» manca o non è previsto.',
  ],
  [
    'two forms at once',
    z.xor([z.string(), z.string().min(1)]),
    'a',
    'invalid_union',
    'Non è scritto in nessuna delle forme previste.',
  ],
  [
    'a key of a record',
    z.record(z.string().max(1), z.string()),
    { ab: 'c' },
    'invalid_key',
    'Il nome di una voce non va bene.',
  ],
  [
    'an element of a map',
    z.map(z.date(), z.string()),
    new Map([[new Date(0), 1]]),
    'invalid_element',
    'Una delle voci non va bene.',
  ],
  ['a rule of ours without words', z.string().refine(() => false), 'a', 'custom', 'Il valore non va bene.'],
  ['a beginning', z.string().startsWith('/'), 'a', 'invalid_format', 'Deve cominciare con «/».'],
  ['an end', z.string().endsWith('/'), 'a', 'invalid_format', 'Deve finire con «/».'],
  ['a part', z.string().includes('@'), 'a', 'invalid_format', 'Deve contenere «@».'],
  ['small letters', z.string().lowercase(), 'A', 'invalid_format', 'Va scritto in minuscolo.'],
  ['capitals', z.string().uppercase(), 'a', 'invalid_format', 'Va scritto in maiuscolo.'],
  [
    'a day',
    z.iso.date(),
    'a',
    'invalid_format',
    'Scrivi la data come anno-mese-giorno, per esempio 2023-03-15.',
  ],
  ['an address', z.url(), 'a', 'invalid_format', 'Scrivi un indirizzo completo che inizi con https://.'],
  ['a pattern', z.string().regex(/b/), 'a', 'invalid_format', form],
  ...[
    z.email(),
    z.uuid(),
    z.guid(),
    z.nanoid(),
    z.cuid2(),
    z.ulid(),
    z.xid(),
    z.ksuid(),
    z.emoji(),
    z.ipv4(),
    z.ipv6(),
    z.cidrv4(),
    z.cidrv6(),
    z.base64(),
    z.base64url(),
    z.e164(),
    z.jwt(),
    z.hostname(),
    z.hex(),
    z.iso.datetime(),
    z.iso.time(),
    z.iso.duration(),
    z.stringFormat('ours', /b/),
    z.templateLiteral(['b']),
  ].map((schema): (typeof cases)[number] => [
    (schema as unknown as { def: { format?: string; type: string } }).def.format ?? 'template',
    schema as z.ZodType,
    'à a',
    'invalid_format',
    form,
  ]),
];

describe('zod in Italian', () => {
  test.each(cases)('%s', (_, schema, input, code, message) => {
    expect(messages(schema, input)).toEqual([[code, message]]);
  });

  test('has words for every kind of finding zod can make', () => {
    const all: Record<z.core.$ZodIssueCode, true> = {
      invalid_type: true,
      too_big: true,
      too_small: true,
      invalid_format: true,
      not_multiple_of: true,
      unrecognized_keys: true,
      invalid_union: true,
      invalid_key: true,
      invalid_element: true,
      invalid_value: true,
      custom: true,
    };
    expect([...new Set(cases.map(([, , , code]) => code))].sort()).toEqual(Object.keys(all).sort());
  });
});

test.each([
  ['Torino', '«Torino»'],
  [12, '«12»'],
  [true, '«true»'],
  [' due\n righe ', '«due righe»'],
  ['x'.repeat(41), `«${'x'.repeat(40)}…»`],
  ['🏠'.repeat(41), `«${'🏠'.repeat(40)}…»`],
  [['a'], ''],
  [{ a: 1 }, ''],
  [undefined, ''],
])('%j is shown as %j', (value, text) => {
  expect(shown(value)).toBe(text);
});
