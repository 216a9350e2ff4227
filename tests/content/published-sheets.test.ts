/** What is made of a sheet in the reader's browser rests on its published file alone: it must say what the site says. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/checks/content.ts';
import { publishedEntries } from '../../src/exports/entries.ts';
import { entryJson } from '../../src/exports/json.ts';
import { referencesOf } from '../../src/exports/references.ts';
import { headlinesOf } from '../../src/knowledge/brief.ts';
import { openSheet } from '../../src/knowledge/entry-file.ts';
import { factText } from '../../src/knowledge/fact-text.ts';
import { buildGraph, type AnyEntry } from '../../src/knowledge/graph.ts';
import { textContextOf } from '../../src/knowledge/text-context.ts';
import { projectRoot } from '../environment.ts';
import { read } from '../fixture-content.ts';

const records = checkFiles(read(join(projectRoot, 'src/content'))).records as unknown as AnyEntry[];
const graph = buildGraph(records, '2026-11-22');
const published = publishedEntries(graph, 'practice', 'https://esempio.it');

const fileOf = (id: string): unknown => {
  const entry = published.find((one) => one.id === id);
  const own = graph.get('practice', id);
  return JSON.parse(entryJson('practice', entry ?? { id }, referencesOf(graph, own), '## Il problema'));
};

describe.each(graph.all('practice').map(({ id }) => id))('the file of %s', (id) => {
  const own = graph.get('practice', id);
  const sheet = openSheet(fileOf(id));

  test('says every figure, contrast and source as the page does', () => {
    const [page, file] = [textContextOf(graph, own.data), textContextOf(sheet.graph, sheet.practice.data)];
    expect(file.groups.map((group) => factText(group).text)).toEqual(
      page.groups.map((group) => factText(group).text),
    );
    expect(file.contrasts.map(({ kind, title }) => [kind, title])).toEqual(
      page.contrasts.map(({ kind, title }) => [kind, title]),
    );
    expect(file.sources.map(({ id }) => id)).toEqual(page.sources.map(({ id }) => id));
    const texts = (groups: typeof page.groups) =>
      Object.values(headlinesOf(groups)).map((line) => line?.text);
    expect(texts(file.groups)).toEqual(texts(page.groups));
  });

  test('has the name of everything that it names', () => {
    const { data } = sheet.practice;
    const title = (kind: 'city' | 'need' | 'target-group' | 'focus-area' | 'programme', of: string) =>
      expect(sheet.graph.get(kind, of).data.title).toBe(graph.get(kind, of).data.title);
    title('city', data.city);
    for (const need of data.needs) title('need', need);
    for (const group of data.targetGroups) title('target-group', group);
    for (const area of data.focusAreas) title('focus-area', area);
    for (const { programme } of data.funding ?? []) if (programme) title('programme', programme);
    for (const { city } of data.adoptions ?? []) if (city) title('city', city);
  });
});

test.each([
  ['nothing', undefined],
  ['a page of error', 'Not found'],
  ['another collection', { ...(fileOf('tonite') as object), collection: 'needs' }],
  ['no text', { ...(fileOf('tonite') as object), text: undefined }],
  ['no references', { ...(fileOf('tonite') as object), references: null }],
  ['a sheet without facts', { ...(fileOf('tonite') as object), entry: { id: 'tonite', title: 'ToNite' } }],
])('a file with %s is not opened as a sheet', (_, file) => {
  expect(() => openSheet(file)).toThrow('non è la scheda');
});

test('what the sheet does not name is not there, and asking for it is an error', () => {
  const { graph: own } = openSheet(fileOf('tonite'));
  expect(own.find('city', 'nessuna')).toBeUndefined();
  expect(() => own.get('city', 'nessuna')).toThrow('nessuna');
});
