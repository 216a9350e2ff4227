import { describe, expect, test } from 'vitest';
import { laterPlace, readYaml } from '../../src/checks/yaml.ts';

const text = `title: Prova
city: torino
facts:
  - indicator: a
    value: 1
  - indicator: b
    value: '2023'
`;
const firstOf = (yaml: string) => readYaml(yaml).findings[0];

test('reads plain YAML into data', () => {
  expect(readYaml(text).data).toEqual({
    title: 'Prova',
    city: 'torino',
    facts: [
      { indicator: 'a', value: 1 },
      { indicator: 'b', value: '2023' },
    ],
  });
});

test.each([
  ['no', 'no'],
  ['on', 'on'],
  ['12:30', '12:30'],
  ['1285000', 1285000],
  ['-0.5', -0.5],
  ['1.200', 1.2],
  ['1.285.000', '1.285.000'],
  ['"007"', '007'],
  ['2023-03-15', '2023-03-15'],
  ['', null],
])('a: %s means %j, as in YAML 1.2', (written, value) => {
  expect(readYaml(`a: ${written}\n`).data).toEqual({ a: value });
});

describe('knows where things stand', () => {
  const yaml = readYaml(text, 2);
  test.each([
    [['city'], 3, 7],
    [['facts', 1, 'value'], 8, 12],
    [['facts', 1, 'missing'], 7, 5],
    [['missing'], 2, 1],
    [[], 2, 1],
  ])('%j', (path, line, column) => {
    expect(yaml.locate(path)).toEqual({ line, column });
    expect(laterPlace(text, 2).locate(path)).toEqual({ line, column });
  });

  test.each([
    ['a quoted text, at its mark', 'a: "b"\n', 1, 4],
    ['a block of text, at its first word', 'a: >-\n\n  b\n  c\n', 3, 3],
    ['an empty value, at its name', 'b: 1\na:\n', 2, 1],
    ['a list', 'a:\n  - b\n', 2, 3],
  ])('%s', (_, yaml, line, column) => {
    expect(readYaml(yaml).locate(['a'])).toEqual({ line, column });
  });

  test('a key rather than its value', () => {
    expect(yaml.locateKey([], 'city')).toEqual({ line: 3, column: 1 });
    expect(yaml.locateKey(['facts', 0], 'value')).toEqual({ line: 6, column: 5 });
    expect(yaml.locateKey(['facts', 0], 'missing')).toEqual({ line: 5, column: 5 });
  });
});

describe('refuses', () => {
  test.each([
    ['an anchor', 'a: &x 1\n', 'yaml-forbidden', 'Richiami con & o * non sono ammessi.'],
    ['an alias', 'a: &x 1\nb: *x\n', 'yaml-forbidden', 'Richiami con & o * non sono ammessi.'],
    ['a tag', 'a: !!set { b }\n', 'yaml-forbidden', 'Le etichette con ! non sono ammesse.'],
    ['a tag of one’s own', 'a: !x 1\n', 'yaml-forbidden', 'Le etichette con ! non sono ammesse.'],
    [
      'a merge key that merges',
      'a: &x { b: 1 }\nc:\n  <<: *x\n',
      'yaml-forbidden',
      'Richiami con & o * non sono ammessi.',
    ],
    ['a field twice', 'a: 1\na: 2\n', 'yaml-syntax', 'Lo stesso campo è scritto due volte.'],
    ['__proto__', '__proto__: { b: 1 }\n', 'yaml-forbidden', 'Il campo «__proto__» non è ammesso.'],
    [
      'constructor, at any depth',
      'a:\n  - constructor: 1\n',
      'yaml-forbidden',
      'Il campo «constructor» non è ammesso.',
    ],
    [
      'a list as the name of a field',
      '[a]: 1\n',
      'yaml-forbidden',
      'Il nome di un campo deve essere una parola.',
    ],
    [
      'a number as the name of a field',
      '1: a\n',
      'yaml-forbidden',
      'Il nome di un campo deve essere una parola.',
    ],
    ['a quotation mark left open', 'a: "b\n', 'yaml-syntax', 'Manca una virgoletta o una parentesi.'],
    ['a colon in a bare text', 'a: b: c\n', 'yaml-syntax', 'Qui c’è un segno che non ci si aspetta.'],
    ['a tabulation', 'a:\n\tb: 1\n', 'yaml-syntax', 'C’è una tabulazione al posto degli spazi.'],
    ['two documents', 'a: 1\n---\nb: 2\n', 'yaml-forbidden', 'Qui comincia un secondo blocco di dati.'],
    ['a directive', '%YAML 1.1\n---\na: yes\n', 'yaml-forbidden', 'Una riga non può cominciare con %.'],
    [
      'a null as the name of a field',
      '~: a\n',
      'yaml-forbidden',
      'Il nome di un campo deve essere una parola.',
    ],
    ['no name of a field', ': a\n', 'yaml-forbidden', 'Il nome di un campo deve essere una parola.'],
    [
      'lists in lists without end',
      `a: ${'['.repeat(40)}${']'.repeat(40)}\n`,
      'yaml-forbidden',
      'I dati sono annidati troppe volte.',
    ],
    [
      'more nesting than the parser bears',
      `a: ${'['.repeat(5000)}\n`,
      'yaml-forbidden',
      'I dati sono annidati troppe volte.',
    ],
  ])('%s', (_, yaml, name, message) => {
    expect(firstOf(yaml)).toMatchObject({ name, message });
    expect(firstOf(yaml)?.hint).not.toBe('');
    expect(readYaml(yaml).data).toBeNull();
  });

  test.each([
    ['an alias', 'a: 1\nb:\n  c: *x\n', '4:6'],
    ['an anchor', 'a: &x 1\n', '2:4'],
    ['a tag', 'a: !x 1\n', '2:4'],
    ['a tag with a prefix', 'a: !x!y 1\n', '2:8'],
    ['a field twice', 'a: 1\na: 2\n', '3:1'],
    ['fields twice, all of them', 'a: 1\na: 2\nb:\n  - c: 1\n    c: 2\n    c: 3\n', '3:1 6:5 7:5'],
    ['a second document', 'a: |\n  ---\n  x\n--- # y\nb: 1\n', '5:1'],
    ['what follows the end of the document', 'a: 1\n...\nb: 1\n', '3:1'],
    ['a double quotation mark left open, not what it swallows', 'a: 1\nb: "c\nd: e\nf: "g"\n', '3:4'],
    ['a single quotation mark left open', "a: 'b\nc: d\n", '2:4'],
    ['a bracket left open', 'a: [{ b: c }, d\ne: f\n', '2:4'],
    ['an inner bracket left open', 'a: [b, [c, d]\ne: f\n', '2:4'],
    ['a brace left open', 'a: { b: c\n', '2:4'],
    ['a colon in a bare text', 'a: b: c\n', '2:5'],
    ['words after quoted ones', 'a: "b" c\n', '2:8'],
    ['quotation marks inside quoted words', 'a: "b "c" d"\n', '2:8'],
    ['a text that begins with a sign', 'a: @b\n', '2:4'],
    ['a backslash', 'a: "\\d"\n', '2:6'],
    ['a missing colon on the first line', 'title Prova\ncity: x\n', '2:1'],
    ['a missing colon further down', 'a: 1\ntitle Prova\n\ncity: x\n', '3:1'],
    ['a missing colon on the last line', 'a:\n  b: 1\n  title Prova\n', '4:3'],
    ['a list where fields are', 'a: 1\n- b\n', '3:1'],
    ['fields where a list is', '- a\nb: 1\n', '3:1'],
    ['too much indentation', 'a: 1\n  b: 2\n', '3:3'],
    ['too little indentation', 'a:\n    b: 1\n  c: 2\n', '4:3'],
    ['a tabulation', 'a:\n  - b: 1\n\tc: 2\n', '4:1'],
    ['a character that turns the words around, spelled', 'a: "b\\u202ec"\n', '2:4'],
    ['an invisible character', 'a: 1\nb: x\u0007\n', '3:5'],
  ])('%s, and says where', (_, yaml, places) => {
    const { findings } = readYaml(yaml, 2);
    expect(findings.map(({ line, column }) => `${line}:${column}`).join(' ')).toBe(places);
  });

  test.each([
    '.nan',
    '.inf',
    '-.INF',
    '-0',
    '+5',
    '1e3',
    '0o17',
    '0x1F',
    '007',
    '5.',
    '.5',
    '1e999',
    '9007199254740993',
    '0.12345678901234567',
  ])('the number %s, which is not what it seems, and says what to write', (written) => {
    const { data, findings } = readYaml(`a:\n  - ${written}\n`);
    expect(data).toBeNull();
    expect(findings).toMatchObject([
      {
        line: 2,
        column: 5,
        name: 'yaml-forbidden',
        hint: expect.stringContaining('Scrivi il numero per intero') as string,
      },
    ]);
    expect(readYaml(`a: '${written}'\n`).data).toEqual({ a: written });
  });
});

const [sign, closed] = [
  'Qui c’è un segno che non ci si aspetta.',
  'Le virgolette si chiudono prima della fine del testo.',
];
test.each([
  ["title: 'L'officina'", closed, 'Scrivi: title: "L\'officina"'],
  ["title: 'Città d'arte", closed, 'Scrivi: title: "Città d\'arte"'],
  ['title: "Il "patto" di casa"', closed, 'Scrivi: title: \'Il "patto" di casa\''],
  ['title: "Il patto" dell\'officina', closed, "Scrivi: title: '\"Il patto\" dell\'\'officina'"],
  ['tagline: Alloggi: dati', sign, 'Scrivi: tagline: "Alloggi: dati"'],
  ['  - title: a: b', sign, 'Scrivi: - title: "a: b"'],
  ['title: & C.', 'Un testo che comincia con & va fra virgolette.', 'Scrivi: title: "& C."'],
  ['title: @comune', 'Un testo che comincia con @ va fra virgolette.', 'Scrivi: title: "@comune"'],
])('of %s gives the line to paste', (line, message, hint) => {
  const { findings } = readYaml(`${line}\n`);
  expect(findings).toMatchObject([{ name: 'yaml-syntax', line: 1, message, hint }]);
  // what is proposed can be read
  expect(readYaml(`${hint.replace('Scrivi: ', '')}\n`).findings).toEqual([]);
});

test.each([
  ['after the colon', 'b: 1\na:\u00a01\n', 2, 3],
  ['before a field', 'a: 1\n\u00a0\u00a0b: 2\n', 2, 1],
  ['before an item', 'a:\n\u00a0\u00a0- b: 2\nc: 1\n', 2, 1],
])('a space of Word’s %s is told', (_, yaml, line, column) => {
  expect(readYaml(yaml).findings).toMatchObject([
    { line, column, message: 'C’è uno spazio unificatore, di quelli che Word mette da solo.' },
  ]);
});

describe('warns of', () => {
  test.each([
    ['curly marks', 'title: “Case aperte”', 'curly-quotes', 8, 'title: "Case aperte"'],
    ['single curly marks', '- ‘L’aria’', 'curly-quotes', 3, '- "L’aria"'],
    ['a text cut by #', 'title: Comune #settore casa', 'value-cut', 15, 'title: "Comune #settore casa"'],
  ])('%s', (_, line, name, column, paste) => {
    const { findings, warnings } = readYaml(`${line}\n`);
    expect(findings).toEqual([]);
    expect(warnings).toMatchObject([{ name, line: 1, column, hint: `Scrivi: ${paste}` }]);
    expect(readYaml(`${paste}\n`).warnings).toEqual([]);
  });

  test.each([
    'a: “Uno” e “due”',
    'a: «Case aperte»',
    'a: "“Case aperte”"',
    'a: Una “casa”',
    'a: L’aria',
    'a: Comune # nota',
    'a: Comune ## nota',
    'a: 12 #nota',
    'a: case-aperte #nota',
    'a: "Comune" #nota',
    'a: Via#1',
    'a: >-\n  Comune #settore',
  ])('nothing in %s', (yaml) => {
    expect(readYaml(`${yaml}\n`)).toMatchObject({ findings: [], warnings: [] });
  });
});

/** Each took a reader of YAML seconds or gigabytes at some time; the guard is far above what they take now. */
test('what is made to exhaust a reader does not', { timeout: 20_000 }, () => {
  const bomb = Array.from(
    { length: 20 },
    (_, level) => `a${level}: &a${level} [*a${level - 1}, *a${level - 1}]\n`,
  );
  const hostile: [yaml: string, accepted: boolean][] = [
    [Array.from({ length: 8000 }, (_, index) => `k${index}: 1\n`).join(''), true],
    [`entries:\n${'  - id: a\n    value: 1\n'.repeat(80_000)}`, true],
    [`a: ${'x '.repeat(1_000_000)}\n`, true],
    [`a: "${'\\n'.repeat(500_000)}"\n`, true],
    [`a: ${'1'.repeat(1_000_000)}x\n`, true],
    [`a: ${'1'.repeat(1_000_000)}\n`, false],
    [bomb.join(''), false],
    [`a: ${'['.repeat(30_000)}`, false],
    ['{'.repeat(30_000), false],
    ['- '.repeat(30_000), false],
    ['? '.repeat(30_000), false],
    ['&a '.repeat(20_000), false],
    ['k: 1\n'.repeat(12_000), false],
    [`a: "b\n${'c: d\n'.repeat(100_000)}`, false],
    [`a: 1\n${'b\n'.repeat(100_000)}`, false],
    ['---\n'.repeat(100_000), false],
  ];
  for (const [yaml, accepted] of hostile) {
    const { findings, locate } = readYaml(yaml);
    expect(findings.length === 0, yaml.slice(0, 40)).toBe(accepted);
    expect(locate(['a']).line).toBeGreaterThan(0);
  }
});
