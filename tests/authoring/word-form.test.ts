import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import JSZip from 'jszip';
import { afterAll, describe, expect, test } from 'vitest';
import { problemsOf } from '../../src/authoring/check-draft.ts';
import { readDraft, draftFile, draftPath, type SheetDraft } from '../../src/authoring/sheet-draft.ts';
import { wordForm } from '../../src/authoring/word-form.ts';
import { areaIn } from '../../src/authoring/area.ts';
import { importWord, keptTitle } from '../../src/authoring/word-import.ts';
import { formLists } from '../../src/exports/form-lists.ts';
import type { FormKind } from '../../src/knowledge/routes.ts';
import { bodyTree } from '../../src/mdx/body-tree.ts';
import { fieldsOf } from '../../src/schemas/field-model.ts';
import { registry } from '../../src/schemas/registry.ts';
import { notAsked } from '../../src/authoring/form-steps.ts';
import { projectRoot } from '../environment.ts';
import { graphOf, read } from '../fixture-content.ts';

const content = read(join(projectRoot, 'src/content'));
const lists = formLists(graphOf(content));
const areas = lists['focus-area'].map(({ id }) => id);
const sheets = content.flatMap(({ path, text }) => {
  const [folder = '', name = ''] = path.split('/');
  const kind = ({ practices: 'practice', workshops: 'workshop' } as Record<string, FormKind>)[folder];
  const draft = kind && readDraft(kind, name.replace('.mdx', ''), text);
  return kind && draft ? [{ name: path, kind, draft }] : [];
});
const areaOf = ({ data }: SheetDraft) => areaIn((data.focusAreas as string[])[0] ?? '', lists);
const form = (kind: FormKind, draft: SheetDraft) =>
  wordForm({ kind, area: kind === 'practice' ? areaOf(draft) : null, lists, draft });

/** The text as a tree, without places and without the difference between writings of one thing. */
function treeOf(markdown: string): unknown {
  const strip = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(strip);
    if (typeof node !== 'object' || node === null) return node;
    const kept = Object.entries(node).filter(([key]) => !['position', 'data', 'spread'].includes(key));
    return Object.fromEntries(kept.map(([key, value]) => [key, key === 'value' && typeof value === 'string' ? value.replace(/\s+/g, ' ') : strip(value)]));
  };
  return strip(bodyTree(markdown));
} // prettier-ignore

test('there are sheets', () => expect(sheets.length).toBeGreaterThan(40));

describe('a form with its answers', () => {
  test.each(sheets)('gives $name back when it is imported', async ({ kind, draft }) => {
    const { draft: back, source, kept } = await importWord(await form(kind, draft), { lists });
    expect(source).toBe('form');
    expect(back.kind).toBe(kind);
    expect(kept).toEqual([]);
    const asked = Object.fromEntries(Object.entries(draft.data).filter(([key]) => !(key in notAsked)));
    expect(back.data).toEqual({ ...asked, draft: true, ...emptyOf(back.data, asked) });
    for (const [title, text] of Object.entries(draft.sections))
      expect(treeOf(back.sections[title] ?? ''), title).toEqual(treeOf(text));
  });

  /** Lists with nothing in them are not answers: the file of a draft has them all the same. */
  const emptyOf = (back: Readonly<Record<string, unknown>>, asked: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.entries(asked).flatMap(([key, value]) =>
        Array.isArray(value) && value.length === 0 && !(key in back) ? [[key, undefined]] : [],
      ),
    );
});

describe('an empty form', () => {
  test.each(areas)(
    'of the area %s asks every field, and says nothing when it comes back empty',
    async (area) => {
      const bytes = await wordForm({ kind: 'practice', area: areaIn(area, lists), lists });
      const zip = await JSZip.loadAsync(bytes);
      const xml = (await zip.file('word/document.xml')?.async('text')) ?? '';
      for (const { key } of fieldsOf(registry.practice.schema))
        if (!(key in notAsked)) expect(xml, key).toMatch(new RegExp(`\\[${key}[.\\]]`));
      for (const title of registry.practice.store.sections) expect(xml).toContain(title.replaceAll('’', '’'));
      const { draft, kept, placed } = await importWord(bytes, { lists });
      expect({ data: draft.data, kept, placed }).toEqual({ data: { draft: true }, kept: [], placed: [] });
      expect(Object.values(draft.sections).join('')).toBe('');
      const named = { ...draft, id: 'prova' };
      const problems = problemsOf({ path: draftPath(named), text: draftFile(named) }, lists, '2026-11-22');
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );

  test('has the same bytes every time', async () => {
    const make = () => wordForm({ kind: 'workshop', area: null, lists });
    expect(Buffer.from(await make()).equals(Buffer.from(await make()))).toBe(true);
  });
});

test('what is written outside the questions is kept and listed', async () => {
  const bytes = await wordForm({ kind: 'workshop', area: null, lists });
  const zip = await JSZip.loadAsync(bytes);
  const xml = (await zip.file('word/document.xml')?.async('text')) ?? '';
  const stray = '<w:p><w:r><w:t>Una riga scritta fuori posto.</w:t></w:r></w:p>';
  zip.file('word/document.xml', xml.replace('<w:tbl>', `${stray}<w:tbl>`));
  const { draft, kept } = await importWord(await zip.generateAsync({ type: 'arraybuffer' }), { lists });
  expect(kept).toEqual(['Una riga scritta fuori posto.']);
  expect(draft.sections['Che cosa è rimasto']).toBe(`### ${keptTitle}\n\nUna riga scritta fuori posto.`);
});

const canTry = spawnSync('soffice', ['--version']).error === undefined;

describe.skipIf(!canTry)('saved again by LibreOffice, where there is one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'modulo-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const some = sheets.filter(({ name }) => /tricircolo|urb-inclusion|torino-2020-01/.test(name));

  test('a form gives the same answers back', async () => {
    const files = some.map((_, index) => join(folder, `modulo-${index}.docx`));
    for (const [index, { kind, draft }] of some.entries())
      writeFileSync(files[index] ?? '', new Uint8Array(await form(kind, draft)));
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const saved = join(folder, 'salvati');
    execFileSync(
      'soffice',
      ['--headless', profile, '--convert-to', 'docx:MS Word 2007 XML', '--outdir', saved, ...files],
      { stdio: 'ignore' },
    );
    for (const [index, { kind, draft, name }] of some.entries()) {
      const bytes = new Uint8Array(readFileSync(join(saved, `modulo-${index}.docx`))).buffer;
      const again = await importWord(bytes, { lists });
      expect(again.kept, name).toEqual([]);
      expect(again, name).toEqual(await importWord(await form(kind, draft), { lists }));
    }
    expect(some).toHaveLength(3);
  }, 180_000);
});
