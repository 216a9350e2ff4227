import { describe, expect, test } from 'vitest';
import { personalPhone } from '../../src/checks/rules/personal-phone.ts';
import { checkedFixture, fixtureText, withFile } from '../fixture-content.ts';
import { checkFiles } from '../../src/checks/content.ts';

const sheet = 'practices/officina-vuota.mdx';
const base = fixtureText(sheet);
const paragraph = 'La fabbrica era chiusa da anni.';

/** What the check says of personal data in a text, as `TPnnn line:column «what»`. */
function told(text: string, path = sheet): string[] {
  return checkFiles(withFile(path, text))
    .problems.filter(({ file, code }) => file === path && /TP21[345]/.test(code))
    .map(({ code, line, column, message }) => `${code} ${line}:${column} ${/«.*?»/.exec(message)?.[0]}`);
}
const inBody = (text: string) => told(base.replace(paragraph, text));
const lineOf = (passage: string) => base.slice(0, base.indexOf(passage)).split('\n').length;
const bodyLine = lineOf(paragraph);
const [phone, code, address] = [
  'TP214 $ «333 1234567»',
  'TP215 $ «RSSMRA85T10A562S»',
  'TP213 $ «mario.rossi@gmail.com»',
];
const at = (place: string, what = '') => what.replace('$', () => place);

describe('what the body hides and the page prints', () => {
  test.each([
    ['333&nbsp;1234567', 'TP214 $ «333\u00a01234567»'],
    ['333&#32;1234567', phone],
    ['333 **1234567**', phone],
    ['333 123{/* nota */}4567', phone],
    ['333\n1234567', phone],
    ['333\\-1234567', 'TP214 $ «333-1234567»'],
    ['333\u20091234567', phone],
    ['\uff13\uff13\uff13 1234567', phone],
    ['RSSMRA**85T10A562S**', code],
    ['RSSMRA&#56;5T10A562S', code],
    ['mario.rossi&#64;gmail.com', address],
    ['mario.rossi@**gmail**.com', address],
  ])('%j', (text, what) => {
    const found = inBody(text);
    expect(found).toHaveLength(1);
    expect(found[0]?.replace(/ \d+:\d+ /, ' $ ').replaceAll('\u00a0', ' ')).toBe(
      what.replaceAll('\u00a0', ' '),
    );
    expect(found[0]).toMatch(new RegExp(` ${bodyLine}:`));
  });

  test('in the attribute of a component, in a cell and in an item of a list', () => {
    expect(inBody('Il <Term id="centro-storico">333&nbsp;1234567</Term>.')).toHaveLength(1);
    expect(inBody('| Chi | Numero |\n| --- | --- |\n| Uno | 333&nbsp;1234567 |')).toHaveLength(1);
    expect(inBody('- Uno\n- Due: 333&nbsp;1234567')).toHaveLength(1);
  });

  test('one of two is told where it stands', () => {
    expect(inBody('Una riga intera.\n\nE poi **ancora** RSSMRA&#56;5T10A562S.')).toEqual([
      at(`${bodyLine + 2}:17`, code),
    ]);
  });
});

describe('what the data hide', () => {
  const summary = /^summary: .*(?:\n {2}.*)*$/m;
  const withSummary = (value: string) => base.replace(summary, () => `summary: ${value}`);
  const line = lineOf('summary:');

  test('with the escapes of YAML, each at the place of its field', () => {
    const text = String.raw`"Scrivi a mario.rossi\x40gmail.com o \x33\x33\x33 1234567, RSSMRA\x385T10A562S"`;
    expect(told(withSummary(text))).toEqual([address, phone, code].map((what) => at(`${line}:10`, what)));
  });

  test.each([
    '>-\n  Chiama il 333\n  1234567 di mattina.',
    '"Chiama il 333\n  1234567 di mattina."',
    'Chiama il\n  333\n  1234567 di mattina.',
  ])('with a text that goes on in the next line: %j', (text) => {
    expect(told(withSummary(text)).map((found) => found.replace(/ \d+:\d+ /, ' $ '))).toEqual([phone]);
  });

  test.each([
    'RSS\n  MRA 85T10 A562S',
    'RSSMRA\n  85T10A562S',
    'RSSMRA 85T10\n  A562S',
    'RSSMRA85T10A562\n  S',
  ])('with a tax code that goes on: %j', (text) => {
    expect(told(withSummary(text))).toHaveLength(1);
  });

  test('of a list, once though many entries share the source', () => {
    const list = fixtureText('needs.yaml');
    expect(
      told(list.replace(/title: ".*"/, String.raw`title: "Al \x33\x33\x33 1234567"`), 'needs.yaml'),
    ).toHaveLength(1);
  });
});

test('what is plain to see is told once, where it stands', () => {
  expect(inBody('Chiama il 333 1234567 o **333 1234567**.')).toEqual([
    at(`${bodyLine}:11`, phone),
    at(`${bodyLine}:27`, phone),
  ]);
});

test('the good content has none', () => {
  const { problems } = checkedFixture();
  expect(problems.filter(({ code }) => /TP21[345]/.test(code))).toEqual([]);
});

test('a line without end is no work without end', () => {
  expect(personalPhone.find('333 '.repeat(500_000))).toEqual([]);
  expect(personalPhone.find(`${'parola '.repeat(200)}333 1234567`)).toHaveLength(1);
});
