import { describe, expect, test } from 'vitest';
import { found, gate, withBody } from './small-site.ts';

const file = 'metodo/index.html';

const row = (value: string, said = 'Città d’Esempio, 2021') =>
  `<tr><th scope="row">${value}</th><td>${said}</td></tr>`;
const table = (...rows: string[]) =>
  `<table><thead><tr><th>Valore</th><th>Fonte</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
const bar = (width: number) => `<svg><rect class="chart-mark" width="${width}%" height="100%" /></svg>`;
const drawing = (...bars: string[]) => `<div class="chart" aria-hidden="true">${bars.join('')}</div>`;
const figure = (...parts: string[]) => `<figure>${parts.join('')}</figure>`;

const whole = figure(table(row('83'), row('89')), drawing(bar(93.26), bar(100)));

test('a drawing beside a table of the same values passes', () => {
  expect(found(withBody(file, whole))).toEqual([]);
});

test('two drawings of one page are two, each with its table', () => {
  expect(found(withBody(file, whole + whole))).toEqual([]);
});

test('a figure without a drawing needs no table', () => {
  expect(found(withBody(file, '<figure><p>x</p></figure>'))).toEqual([]);
});

describe('does not pass a drawing', () => {
  test.each([
    ['without a table', figure(drawing(bar(50), bar(100)))],
    ['outside a figure', table(row('83'), row('89')) + drawing(bar(50), bar(100))],
    ['with two tables', figure(table(row('83'), row('89')), table(row('83')), drawing(bar(50), bar(100)))],
    ['with more values than the table', figure(table(row('83')), drawing(bar(50), bar(100)))],
    ['with fewer values than the table', figure(table(row('83'), row('89')), drawing(bar(100)))],
    ['whose table has an empty value', figure(table(row('83'), row(' ')), drawing(bar(50), bar(100)))],
    [
      'whose table has a value without a source',
      figure(table(row('83'), row('89', '')), drawing(bar(50), bar(100))),
    ],
    [
      'that is read out beside its table',
      figure(table(row('83'), row('89')), `<div>${bar(50)}${bar(100)}</div>`),
    ],
    ['of which one mark is read out', figure(table(row('83'), row('89')), drawing(bar(50)), bar(100))],
  ])('%s', (_, body) => {
    expect(found(withBody(file, body))).toEqual([`chart-table ${file}`]);
  });

  test('without saying how many values are lost', () => {
    const { problems } = gate(withBody(file, figure(table(row('83')), drawing(bar(50), bar(100)))));
    expect(problems.map(({ message }) => message)).toEqual([
      'Un grafico mostra 2 valori e la sua tabella ha 1 riga.',
    ]);
  });
});
