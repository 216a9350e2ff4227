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
  ['0o17', 15],
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
    ['a tag of one’s own', 'a: !x 1\n', 'yaml-syntax', 'I dati di questa riga non si riescono a leggere.'],
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
    ['two documents', 'a: 1\n---\nb: 2\n', 'yaml-syntax', 'I dati di questa riga non si riescono a leggere.'],
    [
      'lists in lists without end',
      `a: ${'['.repeat(40)}${']'.repeat(40)}\n`,
      'yaml-forbidden',
      'I dati sono annidati troppe volte.',
    ],
    [
      'more nesting than the parser bears',
      `a: ${'['.repeat(5000)}\n`,
      'yaml-syntax',
      'I dati di questa riga non si riescono a leggere.',
    ],
  ])('%s', (_, yaml, code, message) => {
    expect(firstOf(yaml)).toMatchObject({ code, message });
    expect(firstOf(yaml)?.hint).not.toBe('');
    expect(readYaml(yaml).data).toBeNull();
  });

  test('and says where', () => {
    expect(readYaml('a: 1\nb:\n  c: *x\n', 2).findings[0]).toMatchObject({ line: 4, column: 6 });
    expect(readYaml('a: 1\na: 2\n', 2).findings[0]).toMatchObject({ line: 3, column: 1 });
  });
});
