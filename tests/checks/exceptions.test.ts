import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/checks/content.ts';
import { around, fixtureText, named, withFile } from '../fixture-content.ts';

const path = 'practices/officina-vuota.mdx';
/** Two warnings in the text (figures typed by hand), one error that may be excused, one that may not. */
const sheet = fixtureText(path)
  .replace('    value: 1\n', '    value: 4321\n')
  .replace(
    'La fabbrica era chiusa da anni.',
    'Sono 4.321 in un posto e 4321 in un altro, chiamate 347 1234567, {1} <Cite source="associazione-2023"/>.',
  );
const codes = { typed: 'TP206', phone: 'TP214', braces: 'TP103' };
const entry = (code: string, more = '', file = path) =>
  `  - file: ${file}\n    code: ${code}\n${more}    reason: "Deciso insieme."\n    decidedOn: '2026-11-22'\n`;
const problemsWith = (exceptions: string, text = sheet) =>
  checkFiles([...withFile(path, text), { path: 'exceptions.yaml', text: exceptions }], around)
    .problems.filter(({ severity }) => severity !== 'info')
    .map(named)
    .map(({ file, code, line, column, message }) => ({ at: `${code} ${line}:${column}`, file, message }));
const left = (exceptions: string, text?: string) =>
  problemsWith(exceptions, text).map(({ at }) => at.split(' ')[0]);

test('without exceptions everything is told', () => {
  expect(left('entries: []\n')).toEqual(['figure-typed', 'figure-typed', 'personal-phone', 'forbidden-node']);
});

describe('an exception excuses', () => {
  test('a warning, wherever it is in its file', () => {
    expect(left(`entries:\n${entry(codes.typed)}`)).toEqual(['personal-phone', 'forbidden-node']);
  });

  test('an error that may be excused, and then the folder may be published', () => {
    expect(left(`entries:\n${entry(codes.phone)}`)).toEqual([
      'figure-typed',
      'figure-typed',
      'forbidden-node',
    ]);
  });

  test('only the one whose message has the words', () => {
    const words = '    text: "«4.321»"\n';
    expect(
      problemsWith(`entries:\n${entry(codes.typed, words)}`).filter(({ at }) =>
        at.startsWith('figure-typed'),
      ),
    ).toMatchObject([{ message: expect.stringContaining('«4321»') as string }]);
  });

  test('several, each its own', () => {
    expect(left(`entries:\n${entry(codes.typed)}${entry(codes.phone)}`)).toEqual(['forbidden-node']);
  });
});

describe('an exception is refused', () => {
  test('for what can have none, which stays', () => {
    const text = `entries:\n${entry(codes.braces)}`;
    expect(problemsWith(text)).toContainEqual({
      at: 'exception-refused 3:11',
      file: 'exceptions.yaml',
      message: 'Il problema TP103 non ha eccezioni.',
    });
    expect(left(text)).toContain('forbidden-node');
  });

  test('for a code that does not exist', () => {
    expect(left(`entries:\n${entry('TP998')}`)).toContain('exception-refused');
  });
});

describe('an exception that excuses nothing is complained of', () => {
  test.each([
    ['the problem is gone', entry('TP216'), `In ${path} il problema TP216 non c’è più.`],
    [
      'it is in another file',
      entry(codes.typed, '', 'cities.yaml'),
      'In cities.yaml il problema TP206 non c’è più.',
    ],
    [
      'the words are others',
      entry(codes.typed, '    text: "77 case"\n'),
      `In ${path} il problema TP206 («77 case») non c’è più.`,
    ],
  ])('%s', (_, exception, message) => {
    expect(problemsWith(`entries:\n${exception}`)).toContainEqual({
      at: 'exception-unneeded 3:11',
      file: 'exceptions.yaml',
      message,
    });
  });
});

describe('the list of exceptions is read as strictly as any other', () => {
  const without = (line: RegExp) => `entries:\n${entry(codes.typed).replace(line, '')}`;
  test.each([
    ['no reason', without(/ {4}reason.*\n/), 'field-missing 2:5'],
    ['an empty reason', `entries:\n${entry(codes.typed).replace(/"Deciso.*"/, '""')}`, 'field-short 4:13'],
    ['no day', without(/ {4}decidedOn.*\n/), 'field-missing 2:5'],
    ['no file', without(/file: .*\n {4}/), 'field-missing 2:5'],
    ['a code that is none', `entries:\n${entry('figure-typed')}`, 'field-form 3:11'],
    ['a field too many', `entries:\n${entry(codes.typed, '    perche: "x"\n')}`, 'field-unknown 4:5'],
    ['an entry that is a word', 'entries:\n  - TP206\n', 'field-type 2:5'],
    ['nothing', '', 'field-missing 1:1'],
    ['no entries', 'voci: []\n', 'field-missing 1:1'],
    ['entries that are a word', 'entries: TP206\n', 'field-type 1:10'],
    ['no YAML', 'entries: [\n', 'yaml-syntax 1:10'],
    ['a tag', 'entries: !x []\n', 'yaml-forbidden 1:10'],
  ])('%s', (_, text, at) => {
    const found = problemsWith(text);
    expect(found.filter(({ file }) => file === 'exceptions.yaml').map((problem) => problem.at)).toContain(at);
    // what cannot be read excuses nothing
    expect(found.filter(({ at: place }) => place.startsWith('figure-typed'))).toHaveLength(2);
  });
});

test('is read as a stranger’s file: too many words in it are its own problem, and hide nothing', () => {
  const unknown = Array.from({ length: 3000 }, (_, at) => `    k${at}: 1\n`).join('');
  const { problems } = checkFiles(
    [
      ...withFile('needs.yaml', 'entries: [\n'),
      { path: 'exceptions.yaml', text: `entries:\n  - a: 1\n${unknown}` },
    ],
    around,
  );
  expect(new Set(problems.map(({ file }) => file))).toContain('needs.yaml');
  expect(problems.filter(({ file }) => file === 'exceptions.yaml').length).toBeGreaterThan(3000);
});

test.each([
  ['the file of the exceptions itself', 'exceptions.yaml', 'TP213', '2026-01-01', 'exception-refused'],
  ['a decision that is still to come', 'needs.yaml', 'TP206', '2099-01-01', 'date-future'],
])('%s is refused', (_, file, code, day, name) => {
  const entry = `entries:\n  - file: ${file}\n    code: ${code}\n    reason: "Perché sì."\n    decidedOn: '${day}'\n`;
  const { problems } = checkFiles(
    [...withFile('needs.yaml', fixtureText('needs.yaml')), { path: 'exceptions.yaml', text: entry }],
    {
      ...around,
      today: '2026-11-22',
    },
  );
  const own = problems.filter((one) => one.file === 'exceptions.yaml').map(named);
  expect(own.map((one) => `${one.code} ${one.line}`)).toEqual([`${name} 3`]);
});
