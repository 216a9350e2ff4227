import { describe, expect, test } from 'vitest';
import { personalTaxCode } from '../../src/checks/rules/personal-tax-code.ts';

const found = (text: string) => personalTaxCode.check({ path: 'a.yaml', text });

test('the tax code of a person is told at its first letter', () => {
  // the example that the tax office and handbooks use, of nobody
  expect(found('sources:\n  - note: "C.F. RSSMRA80A01H501U"\n')).toEqual([
    {
      file: 'a.yaml',
      line: 2,
      column: 17,
      code: 'TP215',
      severity: 'error',
      message: '«RSSMRA80A01H501U» è il codice fiscale di una persona.',
      hint: 'Toglilo: qui non serve mai.',
    },
  ]);
});

describe('in any spelling', () => {
  test.each([
    'rssmra80a01h501u',
    'RSS MRA 80A01 H501 U',
    'RSS-MRA-80A01-H501-U',
    '(RSSMRA80A01H501U)',
    'RSSMRA80A01H50MM',
  ])('%s', (text) => {
    expect(found(text)).toHaveLength(1);
  });
});

describe('not', () => {
  test.each([
    ['with a wrong last letter', 'RSSMRA80A01H501X'],
    ['with a month that is none', 'RSSMRA80F01H501U'],
    ['inside a longer word', 'xRSSMRA80A01H501U RSSMRA80A01H501Ux RSSMRA80A01H501U9'],
    ['the number of a firm', 'Partita IVA 01234567890'],
    ['the code of a project', 'CUP C11B21000010001, CIG 8573960A2B'],
    ['a word of sixteen letters', 'caratterizzatore straordinariamente'],
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([]);
  });
});
