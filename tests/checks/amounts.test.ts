import { describe, expect, test } from 'vitest';
import { edited, seriousProblems } from '../fixture-content.ts';

const sheet = 'practices/case-aperte.mdx';
const withFact = (lines: string) =>
  seriousProblems(
    edited(sheet, '\ndifferences:', `\n  - indicator: ${lines}\n    source: comune-2021\ndifferences:`),
  ).map(({ severity, code, message }) => `${severity} ${code} ${message}`);
describe('a count is whole', () => {
  test.each([
    ['value: 1.285', '1.285'],
    ['value: 1.200', '1.200'],
    ['value: 12.000', '12.000'],
    ['value: 0.5', '0.5'],
    ['min: 1\n    max: 2.5', '2.5'],
  ])('%s is not', (value, told) => {
    expect(withFact(`spaces-opened\n    ${value}`)).toEqual([
      `error count-whole «${told}» non è un conteggio: ci vuole un numero intero.`,
    ]);
  });

  test.each(['value: 1285', 'value: 3', 'min: 1\n    max: 2'])('%s is', (value) => {
    expect(withFact(`spaces-opened\n    ${value}`)).toEqual([]);
  });
});

describe('a sum with three figures after the dot is asked about', () => {
  const told = (written: string) =>
    `warning thousands «${written}» ha tre cifre dopo il punto: sono migliaia?`;

  test.each(['1.285', '1.200', '250.000', '1285.123'])('%s, as a fact', (written) => {
    expect(withFact(`total-cost\n    scope: "altro"\n    value: ${written}`)).toEqual([told(written)]);
  });

  test.each(['1285', '1285.50', '12.5', '1.2'])('but not %s', (written) => {
    expect(withFact(`total-cost\n    scope: "altro"\n    value: ${written}`)).toEqual([]);
  });

  test('as a part of the funding, and as a cost', () => {
    const part = '  - name: "Altro"\n    amount: 1.500\n    source: comune-2021\n';
    expect(
      seriousProblems(edited(sheet, '\nfunding:\n', `\nfunding:\n${part}`)).map(({ code }) => code),
    ).toEqual(['thousands']);
    const item = '  - item: "Altro"\n    kind: oneOff\n    amount: 1.500\n    source: comune-2021\n';
    const text = `\ncosts:\n${item}funding:\n`;
    expect(seriousProblems(edited(sheet, '\nfunding:\n', text)).map(({ code }) => code)).toEqual([
      'thousands',
    ]);
  });
});
