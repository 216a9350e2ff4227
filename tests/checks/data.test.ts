import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { checkData } from '../../src/checks/data.ts';
import { readYaml } from '../../src/checks/yaml.ts';
import { choice, field } from '../../src/schemas/field.ts';
import { fact } from '../../src/schemas/fact.ts';
import { registry } from '../../src/schemas/registry.ts';
import { day, euro, line, partialDate, ref, webAddress } from '../../src/schemas/values.ts';
import { named } from '../fixture-content.ts';

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
  const title = 'Come si chiama. Per esempio: Piazza';
  test.each([
    [
      'a required field missing',
      'year: 2020\n',
      'field-missing 2:1',
      '«Nome» (title): manca.',
      'Come si chiama. Aggiungi la riga: title: Piazza',
    ],
    [
      'an empty text',
      'title: ""\n',
      'field-short 2:8',
      '«Nome» (title): è vuoto: scrivi qualcosa, o togli la riga.',
      title,
    ],
    [
      'a field left open',
      'title: a\nyear:\n',
      'field-short 3:1',
      '«Anno» (year): è vuoto: scrivi qualcosa, o togli la riga.',
      'Quando.',
    ],
    [
      'a text too long',
      'title: abcdefghijkl\n',
      'field-long 2:8',
      '«Nome» (title): hai scritto «abcdefghijkl». È troppo lungo: al massimo 10 caratteri, sono 12.',
      title,
    ],
    [
      'a number for a text',
      'title: 12\n',
      'field-type 2:8',
      "«Nome» (title): hai scritto «12». Ci vuole un testo. Mettilo fra apici: '12'.",
      title,
    ],
    [
      'a list for a text',
      'title: [a]\n',
      'field-type 2:8',
      '«Nome» (title): ci vuole un testo, non un elenco (righe che cominciano con un trattino).',
      title,
    ],
    [
      'a text for a number',
      'title: a\nyear: "2020"\n',
      'field-type 3:7',
      '«Anno» (year): hai scritto «2020». Solo il numero, senza apici, punti né parole: 2020.',
      'Quando.',
    ],
    [
      'words for a number',
      'title: a\nyear: molti\n',
      'field-type 3:7',
      '«Anno» (year): hai scritto «molti». Ci vuole un numero, non un testo.',
      'Quando.',
    ],
    [
      'a number with a fraction for a whole one',
      'title: a\nyear: 2020.5\n',
      'field-type 3:7',
      '«Anno» (year): hai scritto «2020.5». Ci vuole un numero intero, senza decimali.',
      'Quando.',
    ],
    [
      'a number too small',
      'title: a\nyear: 12\n',
      'field-short 3:7',
      '«Anno» (year): hai scritto «12». Deve essere almeno 1900.',
      'Quando.',
    ],
    [
      'a number too big',
      'title: a\nyear: 3000\n',
      'field-long 3:7',
      '«Anno» (year): hai scritto «3000». Non può superare 2100.',
      'Quando.',
    ],
    [
      'a word for yes or no',
      'title: a\ndraft: sì\n',
      'field-type 3:8',
      '«Bozza» (draft): hai scritto «sì». Ci vuole true o false, non un testo.',
      'Sì o no. Scrivi true per sì, false per no.',
    ],
    [
      'a value out of a list',
      'title: a\nstatus: half\n',
      'field-choice 3:9',
      '«Stato» (status): hai scritto «half». Non è fra i valori previsti.',
      'A che punto è. Valori: open (aperta), closed (chiusa).',
    ],
    [
      'a value of a list by its Italian name',
      'title: a\nstatus: Chiusa\n',
      'field-choice 3:9',
      '«Stato» (status): hai scritto «Chiusa». Non è fra i valori previsti.',
      'A che punto è. Forse volevi scrivere: closed. Valori: open (aperta), closed (chiusa).',
    ],
    [
      'an empty list',
      'title: a\npeople: []\n',
      'field-short 3:9',
      '«Persone» (people): ci vuole almeno una voce.',
      'Chi c’era.',
    ],
    [
      'a field inside an item',
      'title: a\npeople:\n  - name: ok\n  - name: troppo lungo\n',
      'field-long 5:11',
      '«Persone» 2, «Nome» (name): hai scritto «troppo lungo». È troppo lungo: al massimo 5 caratteri, sono 12.',
      'Chi.',
    ],
    [
      'a field missing in an item, at the item',
      'title: a\npeople:\n  - name: ok\n  - {}\n',
      'field-missing 5:5',
      '«Persone» 2, «Nome» (name): manca.',
      'Chi. Aggiungi la riga: name: …',
    ],
    [
      'an unknown field',
      'title: a\nstato: open\n',
      'field-unknown 3:1',
      'Il campo «stato» non esiste.',
      'Forse volevi scrivere: status. Altrimenti togli la riga.',
    ],
    [
      'an unknown field of an item',
      'title: a\npeople:\n  - name: ok\n    nome: b\n',
      'field-unknown 5:5',
      '«Persone» 1 (people): il campo «nome» non esiste.',
      'Forse volevi scrivere: name. Altrimenti togli la riga.',
    ],
    [
      'a field by its Italian name',
      'title: a\nAnno: 2020\n',
      'field-unknown 3:1',
      'Il campo «Anno» non esiste.',
      'Forse volevi scrivere: year. Altrimenti togli la riga.',
    ],
    [
      'a field by nearly its Italian name',
      'title: a\npersona: 1\n',
      'field-unknown 3:1',
      'Il campo «persona» non esiste.',
      'Forse volevi scrivere: people. Altrimenti togli la riga.',
    ],
    [
      'an unknown field like no other',
      'title: a\nzzzzzzzzzzzz: 1\n',
      'field-unknown 3:1',
      'Il campo «zzzzzzzzzzzz» non esiste.',
      'Togli la riga. Campi previsti: draft, title, year, status, people.',
    ],
    [
      'no data at all',
      'solo testo\n',
      'field-type 2:1',
      'Hai scritto «solo testo». Ci vuole un gruppo di campi, non un testo.',
      '',
    ],
  ])('%s', (_, text, place, message, hint) => {
    const { problems, valid } = check(text);
    expect(valid).toBe(false);
    expect(
      problems.map(named).map((found) => ({
        place: `${found.code} ${found.line}:${found.column}`,
        severity: found.severity,
        message: found.message,
        hint: found.hint,
      })),
    ).toEqual([{ place, severity: 'error', message, hint }]);
  });

  test('and all of them at once, every unknown field at its own line', () => {
    expect(check('year: 12\nstatus: half\nboh: 1\nmah: 2\n').problems.map(({ line }) => line)).toEqual([
      2, 2, 3, 4, 5,
    ]);
  });

  test('a value without end is cut', () => {
    expect(check(`title: ${'parola '.repeat(99)}\n`).problems[0]?.message).toContain(
      'hai scritto «parola parola parola parola parola parol…».',
    );
  });
});

describe('the line to write when a field is missing', () => {
  const practice = registry.practice.schema;
  const yaml = readYaml('title: x\n');
  const hints = new Map(
    checkData(practice, 'x.mdx', yaml.data, yaml, []).problems.map(({ message, hint }) => [
      /\((\w+)\)/.exec(message)?.[1],
      hint,
    ]),
  );
  test.each([
    ['city', 'Aggiungi la riga: city: torino'],
    ['reviewedOn', "Aggiungi la riga: reviewedOn: '2026-11-22'"],
    ['focusAreas', 'Aggiungi la riga «focusAreas:» e sotto, una per riga, le voci: «  - disagio-abitativo».'],
    ['sources', 'Aggiungi la riga «sources:» e sotto, una per riga, le voci: «  - id: …».'],
    ['lead', 'Aggiungi la riga «lead:» e sotto, con due spazi di rientro: «name:», «kind:».'],
    ['status', 'Aggiungi la riga: status: … Valori: idea (idea), pilot (sperimentazione)'],
  ])('%s', (key, line) => {
    expect(hints.get(key)).toContain(line);
  });
});

describe('in a draft', () => {
  test('what is missing or empty is work to do', () => {
    const { problems, draft, valid } = check('draft: true\ntitle: ""\nyear:\npeople: []\n');
    expect({ draft, valid }).toEqual({ draft: true, valid: false });
    expect(problems.map(named).map(({ severity, code, message }) => [severity, code, message])).toEqual([
      ['info', 'draft-open', '«Nome» (title): da scrivere.'],
      ['info', 'draft-open', '«Anno» (year): da scrivere.'],
      ['info', 'draft-open', '«Persone» (people): da scrivere.'],
    ]);
  });

  test('what is wrong is still an error', () => {
    const { problems } = check('draft: true\ntitle: a\nyear: 12\nstato: open\n');
    expect(problems.map(named).map(({ severity, code }) => `${severity} ${code}`)).toEqual([
      'error field-short',
      'error field-unknown',
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
    `Togli la riga. Fra i campi previsti: ${Array.from('abcdefgh')
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
    '«year» (year): hai scritto «molti». Ci vuole un numero, non un testo.',
  ]);
});

describe('of a figure or a date badly typed says what to write', () => {
  const record = z.strictObject({
    value: fact.shape.value,
    amount: euro.optional(),
    on: day.optional(),
    asOf: partialDate.optional(),
  });
  const number = 'Solo il numero, senza apici, punti né parole:';
  const date = 'La data si scrive anno-mese-giorno, fra apici:';
  test.each([
    ['value: 1.285.000', `«1.285.000». ${number} 1285000.`],
    ['amount: 1.285.000 €', `«1.285.000 €». ${number} 1285000.`],
    ['amount: € 1.285,50', `«€ 1.285,50». ${number} 1285.50.`],
    ['value: 83 candidature', `«83 candidature». ${number} 83.`],
    ['value: 15/03/2023', `«15/03/2023». ${date} '2023-03-15'.`],
    [
      "value: '2023-02-31'",
      '«2023-02-31». Questo giorno non c’è nel calendario: controlla il mese e il giorno.',
    ],
    [
      'value: molti',
      "«molti». Scrivi un numero senza punti né simboli, o una data fra apici come '2023-03'.",
    ],
    ['asOf: 2023', "«2023». Mettila fra apici: '2023'."],
    ['asOf: 03/2023', `«03/2023». ${date} '2023-03'.`],
    ['asOf: marzo 2023', `«marzo 2023». ${date} '2023-03'.`],
    ['on: 15/03/2023', `«15/03/2023». ${date} '2023-03-15'.`],
    ['on: 5.3.2023', `«5.3.2023». ${date} '2023-03-05'.`],
    ['on: 1° marzo 2023', `«1° marzo 2023». ${date} '2023-03-01'.`],
    ['on: 2023/3/15', `«2023/3/15». ${date} '2023-03-15'.`],
    ['on: 31/02/2023', "«31/02/2023». Scrivi la data come anno-mese-giorno, per esempio '2023-03-15'."],
    [
      'on: 15 brumaio 2023',
      "«15 brumaio 2023». Scrivi la data come anno-mese-giorno, per esempio '2023-03-15'.",
    ],
  ])('%s', (text, message) => {
    const yaml = readYaml(`${text}\n`);
    const { problems } = checkData(record, 'x.yaml', yaml.data, yaml, []);
    expect(problems.map((problem) => problem.message.replace(/^[^:]*: hai scritto /, ''))).toEqual([message]);
  });
});

describe('gives the line to write', () => {
  const record = z.strictObject({
    title: field(line(20), 'Titolo', 'Il nome.').optional(),
    needs: field(z.array(ref('need')), 'Bisogni', 'A che cosa risponde.').optional(),
    on: field(day, 'Giorno', 'Quando.', '2026-11-22').optional(),
    url: field(webAddress, 'Pagina', 'Dove si legge.').optional(),
  });
  test.each([
    ['needs: uno, due', 'Scrivi «needs:» e sotto, una per riga: «  - uno», «  - due».'],
    ['on: ieri', "Per esempio: '2026-11-22'"],
    [
      'url: www.comune.example.it/a',
      'Manca l’inizio: l’indirizzo intero è «https://www.comune.example.it/a».',
    ],
    ['url: casa@comune.example.it', 'Qui va l’indirizzo di una pagina, non la posta.'],
    ['url: la pagina', 'Scrivi un indirizzo completo che inizi con https://.'],
  ])('%s', (text, words) => {
    const yaml = readYaml(`${text}\n`);
    const { problems } = checkData(record, 'x.yaml', yaml.data, yaml, []);
    expect(problems).toHaveLength(1);
    expect(`${problems[0]?.message} ${problems[0]?.hint}`.toLowerCase()).toContain(words.toLowerCase());
  });

  test('a text too long is too long and nothing else, whatever its ends are', () => {
    const yaml = readYaml(`title: "${'parola '.repeat(5)}"\n`);
    const { problems } = checkData(record, 'x.yaml', yaml.data, yaml, []);
    expect(problems.map((found) => found.code)).toEqual(['TP059']);
  });
});
