import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fieldGuide } from '../../src/authoring/field-guide.ts';
import { schemaFiles, writeEditorFiles } from '../../src/cli/editor-files.ts';
import { fieldPlaces, guidedKinds } from '../../src/knowledge/field-places.ts';
import { fieldsOf } from '../../src/schemas/field-model.ts';
import { collections, registry } from '../../src/schemas/registry.ts';
import { projectRoot } from '../environment.ts';

const textIn = (path: string) => readFileSync(join(projectRoot, path), 'utf8');

describe('the files written out of the schemas are in date: npm run docs writes them again', () => {
  test('docs/campi.md', () => expect(textIn('docs/campi.md')).toBe(fieldGuide()));
  test.each(schemaFiles())('$path', ({ path, text }) => expect(textIn(path)).toBe(text));
});

test('the guide has a chapter for each field of the sheets, and says where it is seen', () => {
  const guide = fieldGuide();
  for (const kind of guidedKinds) {
    const fields = fieldsOf(registry[kind].schema).map(({ key }) => key);
    expect(Object.keys(fieldPlaces[kind]).toSorted()).toEqual(fields.toSorted());
    const chapters = guide.split(`\n## ${registry[kind].names.many}\n`)[1]?.split('\n## ')[0] ?? '';
    for (const key of fields) expect(chapters, key).toContain(`### \`${key}\`:`);
    expect(chapters.match(/Dove si vede: \S/g)).toHaveLength(fields.length);
  }
});

test('the settings of the editor lead each list to its schema', () => {
  const settings = JSON.parse(textIn('.vscode/settings.json')) as { 'yaml.schemas': Record<string, string> };
  const lists = collections.flatMap((kind) => {
    const { store } = registry[kind];
    return store.shape === 'list' ? [`src/content/${store.file}`] : [];
  });
  expect(Object.values(settings['yaml.schemas']).toSorted()).toEqual(lists.toSorted());
  for (const [schema, list] of Object.entries(settings['yaml.schemas'])) {
    const name = list.replace('src/content/', '').replace('.yaml', '');
    expect(schema).toBe(`./docs/schemi/${name}.schema.json`);
    expect(schemaFiles().map(({ path }) => `./${path}`)).toContain(schema);
  }
});

test('the extension for sheets finds each of them with its schema, as it looks for it', async () => {
  const root = mkdtempSync(join(tmpdir(), 'tra-pari-editor-'));
  try {
    const content = join(projectRoot, 'src/content');
    await writeEditorFiles(root, content);
    const read = (name: string) => JSON.parse(readFileSync(join(root, '.astro/collections', name), 'utf8')) as never;
    const { collections: known, entries } = read('collections.json') as { collections: { name: string }[]; entries: Record<string, string> };
    // so the language server of Astro asks: the address of the file, decoded, in lower case
    const asked = decodeURIComponent(pathToFileURL(join(content, 'practices/tonite.mdx')).href).toLowerCase();
    expect(entries[asked]).toBe('practices');
    for (const { name } of known) {
      const schema = read(`${name}.schema.json`) as { properties: Record<string, { title: string }> };
      expect(schema.properties.title?.title).toMatch(/\S/);
    }
    expect((read('practices.schema.json') as { properties: { city: { description: string } } }).properties.city.description).toContain('cities.yaml');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}); // prettier-ignore
