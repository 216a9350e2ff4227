import { describe, expect, test } from 'vitest';
import { edited, fixtureText } from '../fixture-content.ts';
import { placeOf, sheet, told } from './told.ts';

const indicators = fixtureText('indicators.yaml')
  .replace('    format: money\n', '    format: money\n    totalOf: funding\n')
  .concat(
    '  - id: city-share\n    title: "Quota della città"\n    description: "La parte del Comune."\n    kind: input\n    format: money\n    partOf: total-cost\n',
    '  - id: eu-share\n    title: "Quota europea"\n    description: "La parte europea."\n    kind: input\n    format: money\n    partOf: total-cost\n',
  );
const oldTotal = '    min: 1200000\n    max: 1285000\n';
const part = (name: string, amount: number, more = '', source = 'comune-2021') =>
  `  - name: "${name}"\n    amount: ${amount}\n${more}    source: ${source}\n`;
const fact = (indicator: string, value: number, more = '', source = 'comune-2021') =>
  `  - indicator: ${indicator}\n    value: ${value}\n${more}    source: ${source}\n`;
/** The sheet, with another total, other funds (one is of 1.000.000) and other facts. */
const files = (total: string, funds: string, facts = '') =>
  edited(sheet, oldTotal, total).map((file) =>
    file.path === 'indicators.yaml'
      ? { ...file, text: indicators }
      : file.path === sheet
        ? {
            ...file,
            text: file.text
              .replace(
                '    amount: 1000000\n    source: comune-2021\n',
                `    amount: 1000000\n    source: comune-2021\n${funds}`,
              )
              .replace('differences:\n', `${facts}differences:\n`),
          }
        : file,
  );
const total = (value: number, more = '') => `    value: ${value}\n${more}`;

describe('funds against their total', () => {
  test('that they exceed: told at the first of them', () => {
    const all = files(total(1_200_000), part('Altro', 300_000));
    expect(told(all, 'sum-over')).toEqual([
      `${placeOf(all, '1000000')} La somma dei finanziamenti è 1.300.000\u00a0€, il totale dichiarato («Costo totale») 1.200.000\u00a0€. → Controlla le cifre; se una voce è compresa in un’altra scrivilo nella sua nota: «compreso in …».`,
    ]);
    expect(told(all, 'sum-under')).toEqual([]);
  });

  test('that they do not reach: a notice, with what is left', () => {
    const all = files(total(1_500_000), part('Altro', 300_000));
    expect(told(all, 'sum-over')).toEqual([]);
    expect(told(all, 'sum-under')).toEqual([
      `${placeOf(all, '1000000')} La somma dei finanziamenti è 1.300.000\u00a0€, il totale dichiarato («Costo totale») 1.500.000\u00a0€: restano 200.000\u00a0€ senza spiegazione. → Aggiungi le voci che mancano, se una fonte le dice.`,
    ]);
  });

  test.each([
    ['equal', total(1_300_000), part('Altro', 300_000)],
    ['equal but for cents', total(1_300_000), part('Altro', 300_000.4)],
    ['a range that holds them', '    min: 1200000\n    max: 1300000\n', part('Altro', 300_000)],
    ['a lower bound', total(1_200_000, '    qualifier: atLeast\n'), part('Altro', 300_000)],
    ['rounded', total(1_290_000, '    qualifier: about\n'), part('Altro', 300_000)],
    [
      'with a part that another holds',
      total(1_000_000),
      part('Altro', 300_000, '    note: "Compreso nel fondo."\n'),
    ],
    [
      'with the same fund from two sources',
      total(1_300_000),
      part('Altro', 300_000) + part('Altro', 300_000),
    ],
    ['of another part of the practice', total(500_000, '    scope: "area Nord"\n'), part('Altro', 300_000)],
  ])('nothing to tell: %s', (_, stated, funds) => {
    const all = files(stated, funds);
    expect([...told(all, 'sum-over'), ...told(all, 'sum-under')]).toEqual([]);
  });

  test('only those of the source of the total are compared, where there are any', () => {
    const all = files(total(1_000_000), part('Altro', 300_000, '', 'gazzetta-2021'));
    expect([...told(all, 'sum-over'), ...told(all, 'sum-under')]).toEqual([]);
  });

  test('of other sources, what exceeds the highest total whichever one believes', () => {
    const stated = fact('total-cost', 900_000, '', 'gazzetta-2021');
    const all = edited(
      sheet,
      `${oldTotal}    source: comune-2021`,
      '    value: 800000\n    source: gazzetta-2021',
    ).map((file) =>
      file.path === 'indicators.yaml'
        ? { ...file, text: indicators }
        : file.path === sheet
          ? { ...file, text: file.text.replace('differences:\n', `${stated}differences:\n`) }
          : file,
    );
    expect(told(all, 'sum-over')).toHaveLength(1);
    expect(told(all, 'sum-over')[0]).toContain('900.000');
  });
});

describe('facts on a part against the fact on the whole', () => {
  test('that they exceed: told at the first part', () => {
    const all = files(total(1_000_000), '', fact('city-share', 600_000) + fact('eu-share', 500_000));
    expect(told(all, 'sum-over')).toEqual([
      `${placeOf(all, '600000')} Le parti («Quota della città», «Quota europea») fanno 1.100.000\u00a0€, più di «Costo totale»: 1.000.000\u00a0€. → Controlla le cifre sulla fonte, e che una parte non sia contata due volte.`,
    ]);
  });

  test.each([
    ['of another source', fact('city-share', 600_000) + fact('eu-share', 500_000, '', 'gazzetta-2021')],
    ['of another scope', fact('city-share', 600_000) + fact('eu-share', 500_000, '    scope: "area Nord"\n')],
    ['of another day', fact('city-share', 600_000) + fact('eu-share', 500_000, "    asOf: '2021'\n")],
    ['that fit', fact('city-share', 500_000) + fact('eu-share', 500_000)],
  ])('parts %s say nothing', (_, facts) => {
    expect(told(files(total(1_000_000), '', facts), 'sum-over')).toEqual([]);
  });
});
