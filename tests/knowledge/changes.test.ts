import { describe, expect, test } from 'vitest';
import { nounOf, type Words } from '../../src/knowledge/change-words.ts';
import { changesBetween } from '../../src/knowledge/changes.ts';
import { fieldsOf, type FieldModel, type Shape } from '../../src/schemas/field-model.ts';
import { collections, registry, type Collection } from '../../src/schemas/registry.ts';
import { indicator } from './entries.ts';

type Data = Record<string, unknown>;

const titles: Record<string, string> = {
  'city torino': 'Torino',
  'city bari': 'Bari',
  'need sfratti': 'Famiglie sotto sfratto',
  'need lavoro': 'Lavoro che non c’è',
};

/** Today's content says everything, unless a test says what it says. */
const words = (said?: readonly string[]): Words => ({
  titleOf: (kind, id) => (kind === 'indicator' ? indicator(id).title : titles[`${kind} ${id}`]),
  indicatorOf: (id) => {
    try {
      return indicator(id);
    } catch {
      return undefined;
    }
  },
  isSaid: (text) => said?.includes(text) ?? true,
});

const changes = (before: Data, after: Data, said?: readonly string[], kind: Collection = 'practice') =>
  changesBetween(kind, { data: before }, { data: after }, words(said));

const sources = [
  { id: 'citta', title: 'Comunicato', publisher: 'CittAgorà', accessed: '2026-01-01' },
  { id: 'comune', title: 'Pagina', publisher: 'Città di Torino', accessed: '2026-01-01' },
];
const calls = (value: unknown, more: Data = {}) => ({ indicator: 'calls', value, source: 'citta', ...more });
const facts = (...list: Data[]): Data => ({ facts: list, sources });

describe('a fact', () => {
  test.each<[string, Data, Data, string]>([
    ['changed value', calls(83), calls(89), 'CALLS, secondo CittAgorà: da 83 a 89 candidature'],
    ['other unit', calls(1), calls(2), 'CALLS, secondo CittAgorà: da 1 candidatura a 2 candidature'],
    [
      'money',
      calls(1285000, { indicator: 'cost' }),
      calls(1400000, { indicator: 'cost' }),
      'COST, secondo CittAgorà: da 1.285.000\u00a0€ a 1.400.000\u00a0€',
    ],
    [
      'range',
      { ...calls(undefined), min: 80, max: 90 },
      calls(89, { qualifier: 'atLeast' }),
      'CALLS, secondo CittAgorà: prima da 80 a 90 candidature, ora oltre 89 candidature',
    ],
    [
      'date as a value',
      calls('2021', { indicator: 'opening' }),
      calls('2021-04-02', { indicator: 'opening' }),
      'OPENING, secondo CittAgorà: da 2021 a 2 aprile 2021',
    ],
    [
      'another source',
      calls(83),
      calls(83, { source: 'comune' }),
      'CALLS, secondo Città di Torino: prima secondo CittAgorà',
    ],
    [
      'another role',
      calls(83),
      calls(83, { role: 'target' }),
      'CALLS (obiettivo previsto), secondo CittAgorà: prima era «valore raggiunto», ora «obiettivo previsto»',
    ],
    [
      'another scope',
      calls(83),
      calls(83, { scope: 'area Aurora' }),
      'CALLS («area Aurora»), secondo CittAgorà: perimetro cambiato, ora «area Aurora»',
    ],
    [
      'a date',
      calls(83),
      calls(83, { asOf: '2023-03' }),
      'CALLS, secondo CittAgorà: aggiunta la data del valore, marzo 2023',
    ],
    [
      'value and date of a series with one point',
      calls(83, { asOf: '2022' }),
      calls(89, { asOf: '2023' }),
      'CALLS, secondo CittAgorà: da 83 a 89 candidature; data del valore da 2022 a 2023',
    ],
    ['a note', calls(83), calls(83, { note: 'x' }), 'CALLS, secondo CittAgorà: aggiunto «Nota»'],
  ])('%s', (_, before, after, said) => {
    expect(changes(facts(before), facts(after))).toEqual([said]);
  });

  test('added and removed, with who says so', () => {
    expect(changes(facts(), facts(calls(83, { asOf: '2023', role: 'baseline' })))).toEqual([
      'Aggiunto un dato: CALLS (situazione di partenza), 83 candidature (2023), secondo CittAgorà',
    ]);
    expect(changes(facts(calls(83)), facts())).toEqual([
      'Tolto un dato: CALLS, 83 candidature, secondo CittAgorà',
    ]);
  });

  test('of two sources keeps each its own value', () => {
    const of = (a: number, b: number) => facts(calls(a), calls(b, { source: 'comune' }));
    expect(changes(of(83, 89), of(89, 83)).sort()).toEqual([
      'CALLS, secondo CittAgorà: da 83 a 89 candidature',
      'CALLS, secondo Città di Torino: da 89 a 83 candidature',
    ]);
  });

  test('a later point of a series is added, and the others stay', () => {
    const series = [calls(10, { asOf: '2021' }), calls(12, { asOf: '2022' })];
    expect(changes(facts(...series), facts(...series, calls(15, { asOf: '2023' })))).toEqual([
      'Aggiunto un dato: CALLS, 15 candidature (2023), secondo CittAgorà',
    ]);
    expect(
      changes(facts(...series), facts(calls(10, { asOf: '2021' }), calls(13, { asOf: '2022' }))),
    ).toEqual(['CALLS, secondo CittAgorà: da 12 a 13 candidature']);
  });

  test('told again in another order is no change', () => {
    const [a, b] = [calls(83), calls(89, { source: 'comune' })];
    expect(changes(facts(a, b), facts(b, a))).toEqual([]);
    expect(changes(facts(a, a), facts(a))).toEqual([
      'Tolto un dato: CALLS, 83 candidature, secondo CittAgorà',
    ]);
  });

  test('that no schema of today knows is told as far as it goes', () => {
    expect(changes(facts(), facts({ indicator: 'lost', value: 3, source: 'citta' }))).toEqual([
      'Aggiunto un dato: indicatore che non c’è più, 3, secondo CittAgorà',
    ]);
    expect(changes(facts(), facts(calls({ odd: true })))).toEqual([
      'Aggiunto un dato: CALLS, valore non leggibile, secondo CittAgorà',
    ]);
    expect(changes({ facts: 'molti' }, { facts: [null, 3, { value: 1 }] })).toEqual([]);
    expect(changes(facts(), facts(calls(3, { qualifier: 'constructor', role: '__proto__' })))).toEqual([
      'Aggiunto un dato: CALLS (altro), 3 candidature, secondo CittAgorà',
    ]);
  });
});

describe('a field', () => {
  test.each<[string, Data, Data, string]>([
    ['status', { status: 'running' }, { status: 'closed' }, 'Lo stato è passato da «in corso» a «conclusa»'],
    ['choice filled', {}, { scale: 'city' }, 'Aggiunto «Scala»: «la città»'],
    ['choice emptied', { scale: 'city' }, {}, 'Tolto «Scala»'],
    ['reference', { city: 'torino' }, { city: 'bari' }, 'Città: da «Torino» a «Bari»'],
    ['reference to nothing', { city: 'atlantide' }, { city: 'bari' }, 'Città: ora «Bari»'],
    [
      'date inside a group',
      { period: { start: '2019' } },
      { period: { start: '2019-09', end: '2023' } },
      'Quando, inizio: da 2019 a settembre 2019|Quando: aggiunto «Fine»: 2023',
    ],
    ['short text', { title: 'A' }, { title: 'B' }, 'Nome della pratica: ora «B»'],
    ['long text', { summary: 'a'.repeat(99) }, { summary: 'b'.repeat(99) }, 'Riscritto «In breve»'],
    [
      'address',
      { contact: { office: 'U', url: 'https://a.it' } },
      { contact: { office: 'U', url: 'https://b.it' } },
      'A chi chiedere: riscritto «Pagina»',
    ],
    [
      'reread',
      { reviewedOn: '2026-01-01' },
      { reviewedOn: '2026-11-22' },
      'Riletta tutta il 22 novembre 2026',
    ],
    ['of another kind', { summary: { odd: 1 } }, { summary: 'Nuovo' }, 'In breve: ora «Nuovo»'],
    [
      'that became a list',
      { needs: 'sfratti' },
      { needs: ['sfratti'] },
      'Aggiunto un bisogno: «Famiglie sotto sfratto»',
    ],
  ])('%s', (_, before, after, said) => {
    expect(changes(before, after).join('|')).toBe(said);
  });

  test('that says nothing to a reader is not told', () => {
    expect(
      changes({ draft: true, redirects: [] }, { draft: false, redirects: ['/a/'], license: 'CC-BY-4.0' }),
    ).toEqual([]);
    expect(changes({ partners: [] }, {})).toEqual([]);
    expect(changes({ unheardOf: 1 }, { unheardOf: 2 })).toEqual([]);
    expect(
      changes({ period: { start: '2019', end: '2020' } }, { period: { end: '2020', start: '2019' } }),
    ).toEqual([]);
  });

  test('years are written without a dot, small differences in full', () => {
    const cost = (year: number) => ({ costs: [{ item: 'Affitto', amount: 12000, year, kind: 'oneOff' }] });
    expect(changes(cost(2019), cost(2020))).toEqual(['Costo «Affitto», anno dei prezzi: da 2019 a 2020']);
    expect(changes({ latitude: 40.851 }, { latitude: 40.852 }, undefined, 'city')).toEqual([
      'Latitudine: da 40,851 a 40,852',
    ]);
  });
});

describe('an item of a list', () => {
  const hard = (text: string, more: Data = {}) => ({ kind: 'timing', text, source: 'citta', ...more });
  const difficulties = (...list: Data[]) => ({ difficulties: list, sources });

  test('added and removed, with its kind and source', () => {
    expect(changes(difficulties(), difficulties(hard('I bandi sono lenti.')))).toEqual([
      'Aggiunta una difficoltà (tempi e ritardi): «I bandi sono lenti», secondo CittAgorà',
    ]);
    expect(changes(difficulties(hard('I bandi sono lenti.')), difficulties())).toEqual([
      'Tolta una difficoltà (tempi e ritardi): «I bandi sono lenti», secondo CittAgorà',
    ]);
  });

  test('mended keeps being the same one; another one is another', () => {
    const before = difficulties(hard('I bandi dei fondi europei sono molto lenti.'));
    expect(
      changes(before, difficulties(hard('I bandi dei fondi europei sono lenti, dice il Comune.'))),
    ).toEqual(['Riscritta una difficoltà: «I bandi dei fondi europei sono lenti, dice il Comune»']);
    expect(changes(before, difficulties(hard('Mancano educatori nelle scuole.')))).toEqual([
      'Aggiunta una difficoltà (tempi e ritardi): «Mancano educatori nelle scuole», secondo CittAgorà',
      'Tolta una difficoltà (tempi e ritardi): «I bandi dei fondi europei sono molto lenti», secondo CittAgorà',
    ]);
  });

  test('is found again by its name, and told field by field', () => {
    const partners = (role: string, kind: string) => ({ partners: [{ name: 'ANCI', kind, role }] });
    expect(changes(partners('Ospita', 'other'), partners('Valuta', 'network'))).toEqual([
      'Partner «ANCI», tipo: da «altro» a «rete di città o di enti»',
      'Partner «ANCI», ruolo: ora «Valuta»',
    ]);
  });

  test('with an amount says it', () => {
    expect(
      changes(
        { sources },
        { costs: [{ item: 'Affitto', amount: 12000, kind: 'recurring', source: 'citta' }], sources },
      ),
    ).toEqual(['Aggiunto un costo (ogni anno): «Affitto», 12.000\u00a0€, secondo CittAgorà']);
  });

  test('many are counted', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    expect(changes({}, { aliases: names })).toEqual(['Altri nomi, 5 voci in più: «a», «b», «c» e altre 2']);
    expect(changes({ aliases: names }, {}, ['b'])).toEqual(['Altri nomi, 5 voci in meno: «b» e altre 4']);
    expect(changes({ aliases: names }, {}, [])).toEqual(['Altri nomi, 5 voci in meno']);
  });

  test('only moved', () => {
    expect(changes({ needs: ['sfratti', 'lavoro'] }, { needs: ['lavoro', 'sfratti'] })).toEqual([
      'Bisogni: cambiato l’ordine',
    ]);
  });

  test('inside a group says where', () => {
    const teaching = (questions: string[]) => ({ teaching: { dilemma: 'd', questions } });
    expect(changes(teaching(['Uno?']), teaching(['Uno?', 'Due?']))).toEqual([
      'In aula: aggiunta una domanda: «Due?»',
    ]);
  });

  test('of one of several kinds has the fields of its kind', () => {
    const worksheet = (lines: number) => ({ worksheet: [{ kind: 'lines', heading: 'Chi', lines }] });
    expect(changes(worksheet(3), worksheet(5), undefined, 'activity')).toEqual([
      'Riquadro della scheda di lavoro «Chi», righe: da 3 a 5',
    ]);
  });

  test('names of a difference is what it explains', () => {
    const difference = { indicator: 'calls', kind: 'conflict', text: 'Le date sono diverse.' };
    expect(changes({}, { differences: [difference] })).toEqual([
      'Aggiunta una spiegazione di valori che non coincidono (le fonti si contraddicono): «CALLS»',
    ]);
  });

  const unnamed = (fields: readonly FieldModel[]): string[] =>
    fields.flatMap(({ key, shape }) => [
      ...(shape.type === 'list' && nounOf(key) === undefined ? [key] : []),
      ...unnamedIn(shape),
    ]);
  const unnamedIn = (shape: Shape): string[] => {
    if (shape.type === 'list') return unnamedIn(shape.item);
    if (shape.type === 'group') return unnamed(shape.fields);
    return shape.type === 'variants' ? shape.options.flatMap(unnamed) : [];
  };
  test.each(collections)('has a name in change-words.ts, whatever list of a %s it is in', (kind) => {
    expect(unnamed(fieldsOf(registry[kind].schema))).toEqual([]);
  });
});

describe('sources', () => {
  test('called otherwise inside the file are the same: nothing that rests on them has changed', () => {
    const with_ = (id: string) => ({
      facts: [calls(83, { source: id })],
      period: { start: '2019', sources: [id] },
      sources: [
        {
          id,
          title: 'Comunicato',
          publisher: 'CittAgorà',
          url: 'https://citta.it/a',
          accessed: '2026-01-01',
        },
      ],
    });
    expect(changes(with_('citta'), with_('cittagora-2019'))).toEqual([]);
  });

  test('of the same title but several documents stay apart', () => {
    const page = (id: string, url: string) => ({
      id,
      title: 'Home',
      publisher: 'X',
      url,
      accessed: '2026-01-01',
    });
    const before = { sources: [page('a', 'https://a.it/1'), page('b', 'https://a.it/2')] };
    const after = {
      sources: [page('a', 'https://a.it/1'), page('b', 'https://a.it/2'), page('c', 'https://a.it/3')],
    };
    expect(changes(before, after)).toEqual(['Aggiunta una fonte: «Home» (X)']);
  });

  test('mended alike are told together', () => {
    const list = (publisher: string) => ({
      sources: ['a', 'b', 'c', 'd'].map((id) => ({
        id,
        title: id.toUpperCase(),
        publisher,
        accessed: '2026-01-01',
      })),
    });
    expect(changes(list('X'), list('Y'))).toEqual([
      'Fonti, 4 voci corrette (chi l’ha pubblicata): «A», «B», «C» e un’altra',
    ]);
  });

  test('another document of the same publisher is not the same one', () => {
    const two = [
      { id: 'a', title: 'Primo', publisher: 'X', accessed: '2026-01-01' },
      { id: 'b', title: 'Secondo', publisher: 'X', accessed: '2026-01-01' },
    ];
    const fund = (source: string) => ({
      funding: [{ name: 'Fondo', source }],
      facts: [calls(3, { source })],
      sources: two,
    });
    expect(changes(fund('a'), fund('b'))).toEqual([
      'CALLS, secondo X: ora da un altro suo documento',
      'Finanziamento «Fondo», fonte: ora un altro documento di X',
    ]);
  });
});

describe('words that the sheet no longer says', () => {
  const said = ['Pagina', 'Città di Torino'];
  test('are not repeated, wherever they stood', () => {
    const before = {
      title: 'Il progetto di Mario Rossi',
      aliases: ['Rossi'],
      lead: { name: 'Mario Rossi', kind: 'other' },
      partners: [{ name: 'Mario Rossi', kind: 'other', role: 'Amico di Rossi' }],
      difficulties: [{ kind: 'timing', text: 'Rossi era lento.', response: 'Rossi se n’è andato.' }],
      openQuestions: ['Dove è Rossi?'],
      facts: [calls(83, { scope: 'casa di Rossi', note: 'Rossi', source: 'rossi' })],
      contact: { office: 'Rossi' },
      sources: [{ id: 'rossi', title: 'Blog di Rossi', publisher: 'Mario Rossi', accessed: '2026-01-01' }],
    };
    const after = { title: 'x', lead: { name: 'y', kind: 'other' }, facts: [], sources: [] };
    for (const told of [changes(before, after, said), changes(after, before, said)]) {
      expect(told.length).toBeGreaterThan(7);
      expect(told.join('\n')).not.toContain('Rossi');
    }
    expect(changes(before, after, said)).toContain('Tolto un dato: CALLS, 83 candidature');
    expect(changes(before, after, said)).toContain('Tolta una difficoltà (tempi e ritardi)');
  });

  test('marks inside marks are the other ones, and long words are cut between two words', () => {
    const [told = ''] = changes({}, { openQuestions: [`Che cosa è «questo»? ${'parola '.repeat(40)}fine`] });
    expect(told).toMatch(/^Aggiunta una domanda aperta: «Che cosa è “questo”\? (?:parola )+parola…»$/);
    expect(told.length).toBeLessThan(190);
  });
});

describe('the body', () => {
  const body = (sections: Record<string, string>) => ({
    data: {},
    sections: new Map(Object.entries(sections)),
  });
  test('is told by sections, only those that a sheet may have', () => {
    const before = body({ 'Il problema': 'a', 'Come funziona': 'b', 'Di Mario Rossi': 'c' });
    const after = body({ 'Il problema': 'x', 'Come funziona': 'b', 'Difficoltà e lezioni': 'd' });
    expect(changesBetween('practice', before, after, words())).toEqual([
      'Riscritta la sezione «Il problema»',
      'Aggiunta la sezione «Difficoltà e lezioni»',
    ]);
    expect(changesBetween('practice', after, before, words())).toContain(
      'Tolta la sezione «Difficoltà e lezioni»',
    );
  });
});

test('the most important comes first: state, figures, money, text, body, sources, dates of reading', () => {
  const before = {
    ...facts(calls(83)),
    status: 'running',
    reviewedOn: '2026-01-01',
    summary: 'a'.repeat(99),
  };
  const after = {
    reviewedOn: '2026-02-02',
    summary: 'b'.repeat(99),
    costs: [{ item: 'Affitto', amount: 1, kind: 'oneOff' }],
    facts: [calls(89)],
    sources: [...sources, { id: 'n', title: 'N', publisher: 'P', accessed: '2026-02-02' }],
    status: 'closed',
  };
  const sections = (text: string) => new Map([['Il problema', text]]);
  expect(
    changesBetween(
      'practice',
      { data: before, sections: sections('a') },
      { data: after, sections: sections('b') },
      words(),
    ),
  ).toEqual([
    'Lo stato è passato da «in corso» a «conclusa»',
    'CALLS, secondo CittAgorà: da 83 a 89 candidature',
    'Aggiunto un costo (una volta sola): «Affitto», 1\u00a0€',
    'Riscritto «In breve»',
    'Riscritta la sezione «Il problema»',
    'Aggiunta una fonte: «N» (P)',
    'Riletta tutta il 2 febbraio 2026',
  ]);
});

test('the sources of a list belong to the file, not to an entry', () => {
  const data = (accessed: string) => ({
    title: 'ISEE',
    definition: 'x',
    sources: [{ ...sources[0], accessed }],
  });
  expect(changes(data('2026-01-01'), data('2026-02-02'), undefined, 'term')).toEqual([]);
});
