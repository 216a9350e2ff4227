import { expect, test } from 'vitest';
import { join } from 'node:path';
import { checkFiles } from '../../src/checks/content.ts';
import { peerTextsOfDraft } from '../../src/authoring/peer-draft.ts';
import { readDraft, type SheetDraft } from '../../src/authoring/sheet-draft.ts';
import { formLists } from '../../src/exports/form-lists.ts';
import { peerForms, peerTexts } from '../../src/exports/peers/texts.ts';
import { peerView } from '../../src/exports/peers/view.ts';
import { buildGraph, type AnyEntry } from '../../src/knowledge/graph.ts';
import { sheetOf } from '../exports/documents/real-sheets.ts';
import { projectRoot } from '../environment.ts';
import { read } from '../fixture-content.ts';

const files = read(join(projectRoot, 'src/content'));
const lists = formLists(buildGraph(checkFiles(files).records as unknown as AnyEntry[], '2026-11-22'));
const { sheet, written } = sheetOf('tonite');

const textOf = (draft: SheetDraft, field: string) =>
  peerTextsOfDraft(peerForms.opsi, draft, lists).texts.find((text) => text.field.id === field)?.whole;
const draftOf = (data: Record<string, unknown>, sections: Record<string, string> = {}): SheetDraft => ({
  kind: 'practice',
  id: '',
  data,
  sections,
});

test('a draft that is a published sheet gives the same texts', () => {
  const draft = readDraft('practice', 'tonite', written);
  if (!draft) throw new Error('the sheet cannot be read');
  for (const id of ['opsi', 'urbact'] as const) {
    const ofDraft = peerTextsOfDraft(peerForms[id], draft, lists);
    const published = peerTexts(peerForms[id], peerView(sheet));
    expect(ofDraft.unread).toEqual([]);
    expect(ofDraft.texts.map(({ whole }) => whole)).toEqual(published.texts.map(({ whole }) => whole));
  }
});

test('a draft of Interreg names no page, because it has none', () => {
  const { texts } = peerTextsOfDraft(peerForms.interreg, draftOf({ title: 'Prova' }), lists);
  expect(texts.find(({ field }) => field.id === 'link')?.whole).toBe('');
});

test('a draft with nothing in it gives empty boxes', () => {
  const { texts, unread, sources, leftOut } = peerTextsOfDraft(peerForms.opsi, draftOf({}), lists);
  expect(texts.map(({ whole }) => whole).join('')).toBe('');
  expect([unread, sources, leftOut]).toEqual([[], [], []]);
});

test('what does not hold yet is named, and the rest is used', () => {
  const draft = draftOf(
    {
      title: 'Prova',
      partners: [{ name: 'Uno', kind: 'company' }, { name: 'Due' }],
      status: 'conclusissima',
      facts: [{ indicator: 'non-c-e', value: 3, source: 'x' }],
    },
    { 'Il problema': 'Testo buono.', 'Come funziona': 'Testo con <Fact of="non-c-e" />.' },
  );
  expect(peerTextsOfDraft(peerForms.opsi, draft, lists).unread.toSorted()).toEqual(
    ['Come funziona', 'Dati', 'Partner', 'Stato'].toSorted(),
  );
  expect(textOf(draft, 'partners')).toBe('– Uno');
  expect(textOf(draft, 'overview')).toBe('Testo buono.');
  expect(textOf(draft, 'status')).toBe('');
});
