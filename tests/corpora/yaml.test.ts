import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { dump } from 'js-yaml';
import { expect, test } from 'vitest';
import { parse, parseDocument } from 'yaml';
import { readYaml } from '../../src/checks/yaml.ts';
import { projectRoot } from '../environment.ts';
import { read } from '../fixture-content.ts';
import { yamlCases } from './yaml-suite.ts';

test('of the YAML test suite, what is accepted has the value that it should', () => {
  let accepted = 0;
  for (const { name, yaml, fail, json } of yamlCases) {
    const { data, findings } = readYaml(yaml);
    if (findings.length > 0) continue;
    accepted += 1;
    expect(fail, name).not.toBe(true);
    if (json) expect(data ?? null, name).toEqual(JSON.parse(json));
  }
  expect(yamlCases.length).toBeGreaterThan(400);
  expect(accepted).toBeGreaterThan(150);
});

const other = (text: string) => parse(text, { version: '1.2', schema: 'core' }) as unknown;

const files = ['src/content', 'tests/fixtures/content'].flatMap((folder) => read(join(projectRoot, folder)));

test('another reader finds in our files what ours does, at the same places', () => {
  expect(readdirSync(join(projectRoot, 'src/content')).length).toBeGreaterThan(5);
  for (const { path, text } of files) {
    const source = path.endsWith('.yaml') ? text : (/^---\n([^]*?\n)---\n/.exec(text)?.[1] ?? '');
    const ours = readYaml(source);
    expect(ours.findings, path).toEqual([]);
    expect(ours.data, path).toEqual(other(source));
    const theirs = parseDocument(source);
    for (const leaf of leavesOf(ours.data)) {
      const node = theirs.getIn(leaf, true) as
        { range?: [number, number, number]; type?: string } | undefined;
      if (!node?.range || node.type?.startsWith('BLOCK') || node.range[0] === node.range[1]) continue;
      const before = source.slice(0, node.range[0]).split('\n');
      expect(ours.locate(leaf), `${path} ${leaf.join('.')}`).toEqual({
        line: before.length,
        column: (before.at(-1) as string).length + 1,
      });
    }
  }
});

type Path = (string | number)[];
function leavesOf(value: unknown, path: Path = []): Path[] {
  if (!value || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, item]) =>
    leavesOf(item, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

const word = fc.string({
  unit: fc.constantFrom(...Array.from('abcè’ :#-"\'\\{}[]&*!|>%@`,?0123456789.\n~=<é ')),
  maxLength: 24,
});
const number = fc.oneof(
  fc.integer(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
    .map((value) => Math.round(value * 100) / 100 + 0),
);
const data = fc.dictionary(
  fc
    .stringMatching(/^[a-z][a-zA-Z]{0,10}$/)
    .filter((key) => !['constructor', 'prototype', 'null', 'true', 'false'].includes(key)),
  fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      word,
      number,
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.stringMatching(/^k[a-z]{0,4}$/), tie('value'), { maxKeys: 4 }),
    ),
  })).value,
  { maxKeys: 8 },
);

test('generated data, however it is written down, is read as it was, or refused', () => {
  const styles = [
    { quoteStyle: 'double' as const },
    { flowLevel: 1 },
    { indent: 4, lineWidth: 30 },
    { forceQuotes: true },
    { seqNoIndent: true },
  ];
  let accepted = 0;
  fc.assert(
    fc.property(data, fc.constantFrom(...styles), (value, style) => {
      const text = dump(value, style);
      const { data: found, findings } = readYaml(text);
      if (findings.length > 0) {
        // the writer of the library says numbers in ways that we refuse; nothing else
        expect(findings.map(({ name }) => name)).not.toContain('yaml-syntax');
        return;
      }
      accepted += 1;
      expect(found).toEqual(value);
      expect(found).toEqual(other(text));
    }),
    { numRuns: 2000, seed: 20_261_122 },
  );
  expect(accepted).toBeGreaterThan(1500);
});

const tokens = [
  'a',
  'b: ',
  'c',
  ': ',
  '- ',
  '\n',
  '\n  ',
  '\n- ',
  '\n    ',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ', ',
  '|\n',
  '>-\n',
  '#',
  ' # ',
  '1',
  '-1',
  '0.5',
  'true',
  '~',
  '\\n',
  ' ',
];

test('what two readers of YAML take for different things is refused', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...tokens), { maxLength: 14 }), (parts) => {
      const text = parts.join('');
      const { data: found, findings } = readYaml(text);
      // the data of a sheet are fields: whatever else is refused by the schema
      if (findings.length > 0 || !found || typeof found !== 'object') return;
      const theirs = parseDocument(text, { version: '1.2', schema: 'core' });
      if (theirs.errors.length === 0) expect(found).toEqual(theirs.toJS() ?? null);
    }),
    { numRuns: 20_000, seed: 20_261_122 },
  );
});
