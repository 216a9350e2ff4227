import { describe, expect, test } from 'vitest';
import { edited, seriousProblems } from '../fixture-content.ts';

const sheet = 'practices/case-aperte.mdx';
const problemsAfter = (passage: string, replacement: string) =>
  seriousProblems(edited(sheet, passage, replacement)).map(({ severity, code, message, hint }) => ({
    severity,
    code,
    message,
    hint,
  }));
const difference = `  - indicator: applications-received
    kind: conflict
    text: "Il Comune scrive oltre 89, la Gazzetta 83: forse conta solo le domande ammesse."
`;
const fact = (lines: string) => `  - indicator: ${lines}\n    source: comune-2021\ndifferences:`;

describe('a value fits its indicator', () => {
  test.each([
    [
      'a number for a date',
      "value: '2019-09-14'",
      'value: 2019',
      '«Data di apertura» vuole una data fra apici.',
    ],
    [
      'a range for a date',
      "value: '2019-09-14'",
      'min: 2019\n    max: 2020',
      '«Data di apertura» vuole una data fra apici.',
    ],
    [
      'a date for a number',
      'value: 82.5',
      "value: '2022'",
      '«Persone ancora in casa dopo un anno» vuole un numero, senza apici né punti.',
    ],
    [
      'words for a number',
      'value: 82.5',
      'words: "molte"',
      '«Persone ancora in casa dopo un anno» vuole un numero, senza apici né punti.',
    ],
  ])('%s', (_, passage, replacement, message) => {
    expect(problemsAfter(passage, replacement)).toContainEqual({
      severity: 'error',
      code: 'fact-format',
      message,
      hint: 'Correggi il valore o scegli un altro indicatore.',
    });
  });
});

test('an indicator in words takes words, and nothing else', () => {
  const indicators = edited(
    'indicators.yaml',
    'kind: output\n    format: count',
    'kind: output\n    format: text',
  );
  const withWords = (line: string) =>
    seriousProblems(
      indicators.map((file) =>
        file.path === sheet
          ? { ...file, text: file.text.replace(/(applications-received\n) {4}value: 89/, `$1    ${line}`) }
          : file,
      ),
    ).filter(({ code, line: at }) => code === 'fact-format' && at < 70);
  expect(withWords('words: "A1"')).toHaveLength(1); // the other source still says 83
  expect(withWords('value: 89')).toHaveLength(2);
});

describe('values that differ are explained', () => {
  test('a conflict without a word is a warning', () => {
    expect(problemsAfter(`differences:\n${difference}`, '')).toEqual([
      {
        severity: 'warning',
        code: 'difference-missing',
        message: 'Le fonti danno valori diversi per «Candidature ricevute» e nessuno spiega perché.',
        hint: 'Aggiungi una voce in «differences» con indicator, kind e una frase.',
      },
    ]);
  });

  test('the scope is named', () => {
    const other = fact('people-supported\n    value: 41\n    scope: "area Nord"');
    expect(problemsAfter('differences:', other)[0]?.message).toBe(
      'Le fonti danno valori diversi per «Persone sostenute» (area Nord) e nessuno spiega perché.',
    );
  });

  test('equal values from two sources are no conflict', () => {
    expect(problemsAfter('differences:', fact('people-supported\n    value: 120'))).toEqual([]);
  });

  test('values reached and planned are not compared', () => {
    expect(problemsAfter('differences:', fact('still-housed\n    value: 90\n    role: target'))).toEqual([]);
  });

  test('an explanation of nothing is a warning', () => {
    const idle = difference.replace('applications-received', 'total-cost');
    expect(problemsAfter(difference, difference + idle)).toMatchObject([
      {
        severity: 'warning',
        code: 'difference-unused',
        message: 'Questa spiegazione non riguarda valori che differiscono.',
      },
    ]);
  });

  test('an explanation may be about one role of several', () => {
    const targets = fact('people-supported\n    value: 250\n    role: target');
    const note = difference.replace('applications-received', 'people-supported');
    const files = edited(sheet, difference, difference + note).map((file) =>
      file.path === sheet ? { ...file, text: file.text.replace('differences:', targets) } : file,
    );
    expect(seriousProblems(files)).toEqual([]);
  });

  test('an explanation of scopes needs two of them', () => {
    const scopes = difference
      .replace('applications-received', 'people-supported')
      .replace('conflict', 'scope');
    expect(problemsAfter(difference, difference + scopes)).toEqual([]);
    const none = difference.replace('applications-received', 'total-cost').replace('conflict', 'scope');
    expect(problemsAfter(difference, difference + none)).toMatchObject([{ code: 'difference-unused' }]);
  });
});

describe('the kind of a difference is that of its values', () => {
  const series = (dates: readonly (string | null)[]) => {
    const more = dates.map(
      (date, index) =>
        `  - indicator: spaces-opened\n    value: ${index + 1}\n    source: comune-2021${date ? `\n    asOf: '${date}'` : ''}\n`,
    );
    const note = `  - indicator: spaces-opened\n    kind: series\n    text: "Crescono."\n`;
    return problemsAfter(`differences:\n`, `${more.join('')}differences:\n${note}`);
  };

  test('dates that differ make a series', () => {
    expect(series(['2021', '2022-03', '2023'])).toEqual([]);
  });

  test.each<[string, (string | null)[], string]>([
    ['one date twice', ['2021', '2021'], '2021, 2021'],
    ['a date that is not there', ['2021', null], '2021, manca'],
    ['no dates', [null, null], 'manca, manca'],
  ])('%s does not', (_, dates, told) => {
    expect(series(dates)).toEqual([
      {
        severity: 'warning',
        code: 'difference-kind',
        message: `Queste date non fanno una serie: ${told}.`,
        hint: 'Scrivi in «asOf» la data di ogni valore; se due valori hanno la stessa data, «kind» è conflict.',
      },
    ]);
  });

  test('values of one scope do not differ by scope', () => {
    expect(problemsAfter(difference, difference.replace('conflict', 'scope'))).toMatchObject([
      {
        severity: 'warning',
        code: 'difference-kind',
        message: 'Questi valori hanno lo stesso perimetro: non sono perimetri diversi.',
      },
    ]);
  });
});

describe('the text names facts that exist', () => {
  test.each([
    [
      'an indicator without a fact',
      '<Fact of="opening-date"/>',
      '<Fact of="spaces-opened"/>',
      'Nella scheda non c’è un dato «spaces-opened».',
    ],
    [
      'a scope without a fact',
      'scope="area Nord"/>',
      'scope="area Sud"/>',
      'Nella scheda non c’è un dato «people-supported» con perimetro «area Sud».',
    ],
    [
      'a source without that fact',
      'source="universita-2022"/>',
      'source="comune-2021"/>',
      'Nella scheda non c’è un dato «still-housed» dalla fonte «comune-2021».',
    ],
  ])('%s', (_, passage, replacement, message) => {
    expect(problemsAfter(passage, replacement)).toContainEqual(
      expect.objectContaining({ severity: 'error', code: 'unknown-fact', message }),
    );
  });

  test('and suggests the nearest of the sheet', () => {
    expect(problemsAfter('<Fact of="total-cost"/>', '<Fact of="totale-cost"/>')[0]?.hint).toBe(
      'Dati con un nome vicino: total-cost.',
    );
    expect(problemsAfter('<Fact of="total-cost"/>', '<Fact of="zzzzzzzzzzzz"/>')[0]?.hint).toBe(
      'Aggiungilo in «facts» con la sua fonte.',
    );
  });
});

test('an indicator that does not exist is one problem, not several', () => {
  expect(problemsAfter('indicator: total-cost', 'indicator: total-cots').map(({ code }) => code)).toEqual([
    'unknown-reference',
    'unknown-fact',
  ]);
});
