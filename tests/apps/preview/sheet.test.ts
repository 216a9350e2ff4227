import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../../src/checks/content.ts';
import { readSheet } from '../../../src/apps/preview/sheet.ts';
import { formLists } from '../../../src/exports/form-lists.ts';
import { buildGraph, type AnyEntry } from '../../../src/knowledge/graph.ts';
import type { FormKind } from '../../../src/knowledge/routes.ts';
import { fieldsOf } from '../../../src/schemas/field-model.ts';
import { registry } from '../../../src/schemas/registry.ts';
import { projectRoot } from '../../environment.ts';
import { read } from '../../fixture-content.ts';

const folder = join(projectRoot, 'src/content');
const { records } = checkFiles(read(folder));
const graph = buildGraph(records as unknown as AnyEntry[], '2026-11-22');
const lists = formLists(graph);
const fileOf = (kind: FormKind, id: string) =>
  readFileSync(join(folder, registry[kind].store.folder, `${id}.mdx`), 'utf8');
const sheets = (['practice', 'workshop'] as const).flatMap((kind) =>
  readdirSync(join(folder, registry[kind].store.folder)).map((name) => [kind, name.slice(0, -4)] as const),
);

/** A sheet without one of its fields. */
const without = (text: string, field: string): string =>
  text.replace(new RegExp(`^${field}:.*\n(?:[ -].*\n)*`, 'm'), '');
const asDraft = (text: string): string => text.replace(/^---\n/, '---\ndraft: true\n');

const required = (kind: FormKind): string[] =>
  fieldsOf(registry[kind].schema).flatMap(({ key, required: isRequired }) => (isRequired ? [key] : []));

test.each(sheets)('%s %s is read whole, and lacks nothing', (kind, id) => {
  const found = readSheet(kind, id, fileOf(kind, id), lists);
  expect(found).toMatchObject({ missing: [] });
  const entry = found.sheet?.graph.get(kind, id);
  expect(entry?.data).toEqual(graph.get(kind, id).data);
});

/** No word can stand in the place of a day. */
const days = ['start', 'reviewedOn'];

describe('a draft', () => {
  test('that lacks nothing is read as what will be published', () => {
    const found = readSheet('practice', 'axto', asDraft(fileOf('practice', 'axto')), lists);
    expect(found).toMatchObject({ missing: [] });
    expect(found.sheet?.graph.find('practice', 'axto')).toBeDefined();
  });

  test.each([
    ...required('practice').map((field) => ['practice', 'axto', field] as const),
    ...required('workshop').map((field) => ['workshop', 'torino-2023-03-15', field] as const),
  ])('a %s (%s) without %s', (kind, id, field) => {
    const text = without(fileOf(kind, id), field);
    expect(text).not.toBe(fileOf(kind, id));
    expect(readSheet(kind, id, text, lists).sheet).toBeNull();
    const found = readSheet(kind, id, asDraft(text), lists);
    const lacks = found.sheet ? found.missing : found.errors;
    expect(lacks.some((message) => message.includes(`(${field}`))).toBe(true);
    expect(found.sheet === null).toBe(days.includes(field));
  });

  test('every source that it names has a number, written or not', () => {
    const text = asDraft(without(fileOf('practice', 'axto'), 'sources'));
    const found = readSheet('practice', 'axto', text, lists);
    const written = graph.get('practice', 'axto').data.sources;
    const own = found.sheet?.graph.get('practice', 'axto').data.sources ?? [];
    expect(own.map(({ title }) => title)).toContain(`fonte «${written[0]?.id ?? ''}» da scrivere`);
    expect(own.length).toBeGreaterThan(5);
    expect(new Set(own.map(({ id }) => id)).size).toBe(own.length);
  });

  test('with something wrong, and not only missing, is refused', () => {
    const text = asDraft(without(fileOf('practice', 'axto'), 'tagline')).replace(
      /^city: .*$/m,
      'city: atlantide',
    );
    const found = readSheet('practice', 'axto', text, lists);
    expect(found.sheet).toBeNull();
  });
});

test('a text that is no sheet is refused with a reason', () => {
  for (const text of ['', 'parole', '---\n', '---\ntitle: x\n---\n', '\0'])
    expect(readSheet('practice', 'prova', text, lists)).toMatchObject({ sheet: null });
});
