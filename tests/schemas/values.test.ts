import { describe, expect, test } from 'vitest';
import { fact } from '../../src/schemas/fact.ts';
import { period } from '../../src/schemas/place.ts';
import { practice } from '../../src/schemas/practice.ts';
import { session } from '../../src/schemas/session.ts';
import { day, isAfter, numberProblem, partialDate, webAddress } from '../../src/schemas/values.ts';
import { edited, seriousProblems } from '../fixture-content.ts';
import { workshop } from '../../src/schemas/workshop.ts';

describe('a date is in the calendar', () => {
  test.each(['2023-02-31', '2023-02-29', '2023-04-31', '2023-13-01', '2023-00-01'])('%s is not', (text) => {
    expect(partialDate.safeParse(text).success).toBe(false);
    expect(day.safeParse(text).success).toBe(false);
  });

  test.each(['2024-02-29', '2023-12-31'])('%s is', (text) => {
    expect(partialDate.safeParse(text).success).toBe(true);
    expect(day.safeParse(text).success).toBe(true);
  });

  test('a date is one problem, not two', () => {
    expect(partialDate.safeParse('31/12/2023').error?.issues).toHaveLength(1);
    expect(partialDate.safeParse('2023-02-31').error?.issues).toMatchObject([
      { message: 'Questo giorno non c’è nel calendario: controlla il mese e il giorno.' },
    ]);
  });
});

test.each([
  ['2023', '2022', true],
  ['2023-05', '2023-04-30', true],
  ['2023', '2023-01-01', false],
  ['2023-05', '2023', false],
  ['2022-12-31', '2023', false],
])('%s comes after %s: %s', (a, b, expected) => {
  expect(isAfter(a, b)).toBe(expected);
});

describe('the address of a page', () => {
  test.each([
    'https://example.org/a?b=1#c',
    'http://www.comune.example.it',
    'HTTPS://Example.org/città',
    'https://example.org/a:b@c',
    'https://test.example.org/local',
    'https://internal.it',
    `https://example.org/${'a'.repeat(580)}`,
  ])('%s passes', (text) => {
    expect(webAddress.safeParse(text).success).toBe(true);
  });

  test.each([
    ['https://a:b@example.org', 'contiene credenziali o una porta'],
    ['https://a@example.org', 'contiene credenziali o una porta'],
    ['https://example.org:8080/', 'contiene credenziali o una porta'],
    ['https://example.org:443/', 'contiene credenziali o una porta'],
    ['https://xn--80ak6aa92e.com/', 'non ha un dominio riconoscibile'],
    ['https://аpple.com/', 'non ha un dominio riconoscibile'],
    ['https://perché.it/', 'non ha un dominio riconoscibile'],
    ['https://localhost/', 'non ha un dominio riconoscibile'],
    ['https://127.0.0.1/', 'non ha un dominio riconoscibile'],
    ['ftp://example.org/', 'non comincia con https://'],
    [`https://${'a'.repeat(64)}.it/`, 'ha un dominio troppo lungo per esistere'],
    [`https://${'abc.'.repeat(63)}it/`, 'ha un dominio troppo lungo per esistere'],
    ['https://server.local/', 'è di una rete interna o di prova'],
    ['http://intranet.comune.internal', 'è di una rete interna o di prova'],
    ['https://a.localhost?b', 'è di una rete interna o di prova'],
    ['https://bando.TEST/', 'è di una rete interna o di prova'],
    ['https://a.invalid#b', 'è di una rete interna o di prova'],
    ['https://comune.example/', 'è di una rete interna o di prova'],
  ])('%s: %s', (text, problem) => {
    expect(webAddress.safeParse(text).error?.issues).toMatchObject([
      { message: expect.stringContaining(`L’indirizzo ${problem}`) as unknown },
    ]);
  });

  test('that is too long is told so once', () => {
    const { error } = webAddress.safeParse(`https://example.org/${'a'.repeat(581)}`);
    expect(error?.issues).toMatchObject([{ code: 'too_big', maximum: 600 }]);
  });
});

test.each([
  ['1.285.000', '1285000'],
  ['83 candidature', '83'],
  ['€ 1.285', '1285'],
  ['1.285,50 euro', '1285.50'],
  ['82.5', '82.5'],
  ['2020', '2020'],
  ['1 milione', '1000000'],
  ['1,2 milioni', '1200000'],
  ['1.2 milioni di euro', '1200000'],
  ['€ 1.200 mln', '1200000000'],
  ['12mila', '12000'],
  ['0,5 miliardi', '500000000'],
  ['1,2345 mila', '1234.5'],
  ['-3 Milioni', '-3000000'],
  ['12.5%', '12.5'],
  ['5 milanesi', '5'],
])('%j is told to be %s', (text, number) => {
  expect(numberProblem(text)).toBe(`Solo il numero, senza apici, punti né parole: ${number}.`);
});
test.each([
  '1 milione e 200 mila',
  '1 milione e mezzo',
  '2 anni e mezzo',
  '12k',
  '3 M€',
  '3 centinaia',
  'da 10 a 20',
  '10-20',
  '3 su 10',
])('of %j no figure is proposed: more than one could be meant', (text) => {
  expect(numberProblem(text)).toBeUndefined();
});
test('a dot before three digits may be read in two ways: both are told', () => {
  expect(numberProblem('1.285')).toBe(
    'Solo il numero, senza apici: 1285 se il punto divide le migliaia, 1.285 se divide i decimali.',
  );
});
test('a text without figures has no number to tell', () => {
  expect(numberProblem('molti')).toBeUndefined();
  expect(numberProblem(true)).toBeUndefined();
});

const element = (schema: { shape: object }, key: string) => {
  let found = (schema.shape as Record<string, unknown>)[key] as {
    def: { innerType?: unknown; element?: unknown };
  };
  while (found.def.innerType) found = found.def.innerType as typeof found;
  return found.def.element as { safeParse(data: unknown): { error?: { issues: { message: string }[] } } };
};

describe('fields that go together', () => {
  const a = { indicator: 'a', source: 'b' };
  test.each([
    [{ ...a, value: 1 }, true],
    [{ ...a, min: 1, max: 2 }, true],
    [a, false],
    [{ ...a, value: 1, min: 1 }, false],
    [{ ...a, value: 1, max: 2 }, false],
    [{ ...a, value: 1, min: 1, max: 2 }, false],
    [{ ...a, min: 1 }, false],
    [{ ...a, min: 2, max: 2 }, false],
  ])('in a fact, %j: %s', (data, expected) => {
    expect(fact.safeParse(data).success).toBe(expected);
  });

  test.each([
    [{ start: '2023', end: '2022' }, false],
    [{ start: '2023-05', end: '2023-04' }, false],
    [{ start: '2023', end: '2023-04' }, true],
    [{ start: '2023' }, true],
    [{}, true],
  ])('in a period, %j: %s', (data, expected) => {
    expect(period.safeParse(data).success).toBe(expected);
  });

  test.each([
    [practice, 'funding', { source: 'a' }, { name: 'B' }, 'Scrivi «programme», oppure «name»'],
    [practice, 'adoptions', { source: 'a' }, { place: 'B' }, 'Scrivi «city», oppure «place»'],
    [workshop, 'presented', {}, { name: 'B' }, 'Scrivi «practice», oppure «name»'],
  ] as const)('one of two is needed', (schema, key, bare, name, message) => {
    expect(element(schema, key).safeParse(bare).error?.issues[0]?.message).toContain(message);
    expect(element(schema, key).safeParse({ ...bare, ...name }).error).toBeUndefined();
  });

  test('a workshop does not end before it begins', () => {
    const told = (end: string) =>
      seriousProblems(
        edited('workshops/borgo-2023.mdx', '\nstart:', `\nend: '${end}'\nstart:`).map((file) =>
          file.path === 'workshops/borgo-2023.mdx'
            ? { ...file, text: file.text.replace(/(\nstart:.*)\nend:.*/, '$1') }
            : file,
        ),
      ).map(({ message }) => message);
    expect(told('1999-01-01')).toEqual([
      expect.stringMatching(
        /^«Inizio» \(start\): hai scritto «.+»\. L’inizio viene dopo la fine: controlla le due date\.$/,
      ),
    ]);
    expect(told('2099-01-01')).toEqual([]);
  });

  describe('a question and its answer', () => {
    const file = 'workshops/borgo-2023.mdx';
    const asked = 'accompagnamento?"\n    status: open';
    const complaints = (status: string) =>
      seriousProblems(edited(file, asked, `accompagnamento?"\n    status: ${status}`)).map(
        ({ code, line, message }) => `${code} ${line} ${message}`,
      );

    test('go together', () => {
      expect(complaints('open')).toEqual([]);
      expect(complaints('answered\n    answer: "Poco."')).toEqual([]);
    });

    test('an answered question without its answer is refused, where its status stands', () => {
      expect(complaints('answered')).toEqual([
        expect.stringMatching(
          /^field-rule 55 .*hai scritto «answered»\. La domanda risulta con risposta, ma la risposta non c’è/,
        ),
      ]);
    });

    test('an answer to a question that is still open is refused too', () => {
      expect(complaints('open\n    answer: "Poco."')).toEqual([
        expect.stringMatching(
          /^field-rule 55 .*hai scritto «open»\. La risposta c’è, ma la domanda risulta aperta/,
        ),
      ]);
    });
  });

  test('people, from the fewest to the most', () => {
    const { people } = session.shape;
    expect(people.safeParse({ min: 5, max: 4 }).success).toBe(false);
    expect(people.safeParse({ min: 4, max: 4 }).success).toBe(true);
  });
});
