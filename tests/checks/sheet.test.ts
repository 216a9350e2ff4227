import { describe, expect, test } from 'vitest';
import { readSheet } from '../../src/checks/sheet.ts';
import { fixtureText, named } from '../fixture-content.ts';

const path = 'practices/case-aperte.mdx';
const good = fixtureText(path);
const read = (text: string) => readSheet('practice', 'case-aperte', { path, text });
const lineOf = (text: string, passage: string) => text.slice(0, text.indexOf(passage)).split('\n').length;
const codes = (text: string) =>
  read(text)
    .problems.map(named)
    .map(({ code, line }) => `${code} ${line}`);

test('a good sheet becomes a record with data, sections and what its text names', () => {
  const { record, problems } = read(good);
  expect(problems).toEqual([]);
  expect(record).toMatchObject({ kind: 'practice', id: 'case-aperte', valid: true, draft: false });
  expect(record?.data).toMatchObject({ title: 'Case aperte', license: 'CC-BY-4.0' });
  expect(record?.body?.sections.map(({ id }) => id)).toEqual([
    'il-problema',
    'che-cosa-hanno-fatto',
    'come-funziona',
    'che-cosa-e-cambiato',
    'difficolta-e-lezioni',
    'portarla-nella-tua-citta',
  ]);
  expect(record?.body?.sections[2]?.headings).toEqual([{ id: 'in-tre-passi', title: 'In tre passi' }]);
  expect(record?.body?.mentions).toEqual(
    expect.arrayContaining([
      { kind: 'term', id: 'patto-di-collaborazione' },
      { kind: 'practice', id: 'officina-vuota' },
      { kind: 'indicator', id: 'applications-received' },
    ]),
  );
  expect(record?.uses.find(({ name }) => name === 'Callout')?.line).toBe(lineOf(good, '<Callout'));
});

describe('reports', () => {
  const withText = (from: string, to: string) => {
    expect(good).toContain(from);
    return good.replace(from, () => to);
  };
  test.each([
    ['a field of the data', withText('status: closed', 'status: finita'), 'field-choice', 'status: finita'],
    ['a forbidden part of the text', withText('Prima la visita', '{1}'), 'forbidden-node', '{1}'],
    ['a section renamed', withText('## Come funziona', '## Come va'), 'section-unknown', '## Come va'],
    [
      'a section without a word',
      withText(
        'Arrivarono <Fact of="applications-received"/> per poche case[^1]. Lo racconta anche la stampa <Cite source="gazzetta-2021"/>.',
        '{/* dopo */}',
      ),
      'section-empty',
      '## Il problema',
    ],
  ])('%s', (_, text, code, passage) => {
    expect(codes(text)).toContain(`${code} ${lineOf(text, passage)}`);
  });

  test('data and text in one go', () => {
    const text = withText('status: closed', 'status: finita').replace('Prima la visita', '{1}');
    expect(codes(text).map((entry) => entry.split(' ')[0])).toEqual(['field-choice', 'forbidden-node']);
  });

  test('a file that cannot be read, and gives no record', () => {
    expect(read('niente\n').record).toBeNull();
    expect(read(withText('city: borgo-prova', 'city: [')).record).toBeNull();
    expect(codes(withText('city: borgo-prova', 'city: &x a'))).toEqual([
      `yaml-forbidden ${lineOf(good, 'city:')}`,
    ]);
  });

  test('nesting without end as one problem, and goes on', () => {
    const text = good + `\n${'>'.repeat(10_000)} a\n`;
    expect(codes(text)).toEqual([`too-deep ${text.split('\n').length - 1}`]);
  });
});

describe('in a draft', () => {
  const draft = good.replace('---\n', '---\ndraft: true\n');

  test('sections may be empty, but not missing', () => {
    const bare = draft.replace(/(## Come funziona\n)[^]*?(?=\n## )/, '$1');
    expect(codes(bare)).toEqual([]);
    expect(
      codes(draft.replace('## Come funziona', '### Come funziona')).map((entry) => entry.split(' ')[0]),
    ).toEqual(['section-missing']);
  });

  test('forbidden text is still refused', () => {
    expect(codes(draft.replace('Prima la visita', '<script/>'))).toEqual([
      `unknown-component ${lineOf(draft, 'Prima la visita')}`,
    ]);
  });
});

describe('what is wrong with the text does not hide what is wrong with the data', () => {
  test.each([
    ['a component left open', '<Callout kind="note">', 'mdx-syntax'],
    ['a line that would be code', 'import le spese', 'code'],
  ])('%s', (_, line, name) => {
    const text = good
      .replace('## Il problema\n', () => `## Il problema\n\n${line}\n`)
      .replace(/^status: .*$/m, 'stato: running');
    expect(
      read(text)
        .problems.map(named)
        .map(({ code }) => code),
    ).toEqual(expect.arrayContaining(['field-unknown', 'field-missing', name]));
  });

  test('nor does a character that ends the parser', () => {
    const text = good.replace('## Il problema\n', '## Il problema\n\n\u0000\n').replace(/^status: .*$/m, '');
    expect(
      read(text)
        .problems.map(named)
        .map(({ code }) => code),
    ).toEqual(['field-missing']);
  });
});

test('a warning in the text does not keep the sanitizer from looking', () => {
  const tree = 'Testo [qui](HTTPS://example.org/).\n\n#### Un salto';
  const text = good.replace('## Il problema\n', () => `## Il problema\n\n${tree}\n`);
  expect(
    read(text)
      .problems.map(named)
      .map(({ code }) => code),
  ).toEqual(expect.arrayContaining(['address', 'heading-jump']));
});
