import { describe, expect, test } from 'vitest';
import { found, gate, withBody } from './small-site.ts';

const file = 'pratiche/orto/index.html';
const note = '<sup class="note"><a href="#fonte-1">1</a></sup>';
const sources = '<ol><li id="fonte-1">Comune</li></ol>';
const of = (body: string, at = file) => found(withBody(at, body + sources));

const row = (value: string, said: string) =>
  `<table><tbody><tr><th scope="row">Domande</th><td class="num">${value}</td><td>${said}</td></tr></tbody></table>`;
const glance = (value: string) => `<dl class="brief-grid"><div><dt>Quando</dt><dd>${value}</dd></div></dl>`;
const step = (head: string, value: string) =>
  `<ol class="path"><li><h3>Avviso${head}</h3><dl><div><dt>Mesi</dt><dd>${value}</dd></div></dl></li></ol>`;

describe('a figure with its source passes', () => {
  test.each([
    ['in a row', row('89', `Comune${note}`)],
    ['at a glance', glance(`2019${note}`)],
    ['in a sentence', `<p>Sono <span class="fact">89 domande${note}</span>.</p>`],
    ['along a path', step(note, '12')],
  ])('%s', (_, body) => {
    expect(of(body)).toEqual([]);
    expect(gate(withBody(file, body + sources)).counts.figures).toBe(1);
  });
});

describe('a figure without a source does not pass', () => {
  test.each([
    ['in a row', row('89', 'Comune')],
    [
      'in a row whose link leads to no source',
      row('89', '<a href="#fonti">Comune</a>').replace('<td>', '<td id="fonti">'),
    ],
    ['at a glance', glance('2019')],
    ['at a glance, in the small print', glance('In corso <small>dal 2019</small>')],
    ['in a sentence', '<p>Sono <span class="fact">89 domande</span>.</p>'],
    ['along a path', step('', '12')],
  ])('%s', (_, body) => {
    expect(of(body)).toEqual([`figure-noteless-page ${file}`]);
  });

  test('and its words are told', () => {
    const { problems } = gate(withBody(file, row('89', 'Comune') + sources));
    expect(problems.map(({ message }) => message)).toEqual([
      'Una cifra non porta a nessuna fonte: «Domande 89 Comune».',
    ]);
  });
});

describe('is no figure', () => {
  test.each([
    ['what nobody documented', row('non documentato', '')],
    ['a number in a name', glance('Via Baltea <span data-named-number>3</span>')],
    ['a number outside the places of figures', '<p>Pagina 3</p>'],
    ['a year in a table of the text', `<div class="read">${row('2019', '')}</div>`],
  ])('%s', (_, body) => {
    expect(of(body)).toEqual([]);
  });

  test('what an activity asks for', () => {
    const at = 'attivita/mappa/index.html';
    expect(of(glance('90 minuti'), at)).toEqual([]);
  });
});
