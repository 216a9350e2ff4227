import { describe, expect, test } from 'vitest';
import { deliverableOf, idOf, newItem } from '../../src/authoring/deliverable.ts';
import { readDraft, type SheetDraft } from '../../src/authoring/sheet-draft.ts';
import { checkFiles } from '../../src/checks/content.ts';
import { formLists } from '../../src/exports/form-lists.ts';
import { around, fixtureGraph, fixtureText, withFile } from '../fixture-content.ts';

const today = '2026-11-22';
const lists = formLists(fixtureGraph());
const path = 'practices/officina-vuota.mdx';
const whole = readDraft('practice', 'officina-vuota', fixtureText(path)) as SheetDraft;
const deliver = (draft: SheetDraft, proposals: string[] = []) =>
  deliverableOf({ draft, proposals, lists, today });
const changed = (data: Record<string, unknown>, sections = {}): SheetDraft => ({
  ...whole,
  data: { ...whole.data, ...data },
  sections: { ...whole.sections, ...sections },
});

describe('the file of a draft', () => {
  test('of a whole sheet is no draft, and the whole check has nothing against it', () => {
    const { text, isDraft, problems, id } = deliver(whole);
    expect({ isDraft, id }).toEqual({ isDraft: false, id: 'officina-vuota' });
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const found = checkFiles(withFile(path, text), { ...around, today }).problems;
    expect(found.filter(({ severity, file }) => severity === 'error' && file === path)).toEqual([]);
  });

  test('says that it is a draft while something is missing, and passes the check all the same', () => {
    const { text, isDraft, problems } = deliver({ kind: 'practice', id: '', data: {}, sections: {} });
    expect(isDraft).toBe(true);
    expect(text).toContain('draft: true');
    expect(text).toContain('sources: []');
    expect(problems.every(({ severity }) => severity === 'info')).toBe(true);
    expect(problems.map(({ place }) => place)).toContainEqual({ field: ['title'] });
    const found = checkFiles(withFile('practices/senza-nome.mdx', text), { ...around, today }).problems;
    expect(
      found.filter(({ file }) => file === 'practices/senza-nome.mdx').map(({ message }) => message),
    ).toEqual(problems.map(({ message }) => message));
  });

  test.each([
    ['a number with words', { costs: [{ item: 'Lavori', amount: '12 mila', kind: 'oneOff', source: 'associazione-2023' }] }, ['costs', 0, 'amount']],
    ['a city that is not there', { city: 'Atlantide' }, ['city']],
    ['a date that cannot be', { reviewedOn: '2023-02-31' }, ['reviewedOn']],
    ['a fact of a source that is not there', { facts: [{ indicator: 'spaces-opened', value: 1, source: 'fonte-9' }] }, ['facts', 0, 'source']],
    ['an address of somebody', { tagline: 'Scrivi a mario.rossi@comune.esempio.it' }, ['tagline']],
    ['letters of two alphabets', { district: 'Quartiere Sаn Paolo' }, ['district']],
  ])('%s is said at its field', (_, data, field) => {
    const { isDraft, problems } = deliver(changed(data));
    expect(isDraft).toBe(true);
    expect(problems.filter(({ severity }) => severity === 'error').map(({ place }) => place)).toContainEqual({ field });
  }); // prettier-ignore

  test('what is wrong in the text is said at its section, what is blank stands in no item', () => {
    const { problems, text } = deliver(
      changed(
        { sources: [{ id: 'fonte-9', accessed: today }, ...(whole.data.sources as object[])], facts: [{}, { indicator: 'spaces-opened', value: '1.200', source: 'x' }] },
        { 'Come funziona': 'Una frase con <Ignoto/> dentro.' },
      ),
    ); // prettier-ignore
    expect(text).not.toContain('fonte-9');
    const places = problems.map(({ place }) => place);
    expect(places).toContainEqual({ section: 'Come funziona' });
    expect(places).toContainEqual({ field: ['facts', 1, 'value'] });
  });

  test('carries the proposals of the writer where no page shows them', () => {
    const { text, isDraft, problems } = deliver(whole, ['Città: Borgo */ Prova']);
    expect(text).toContain('{/*\nDa aggiungere agli elenchi');
    expect(text).toContain('- Città: Borgo * / Prova');
    expect(isDraft).toBe(false);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('the name of the file', () => {
  const named = (title: string, city = '') =>
    idOf({ kind: 'practice', id: '', data: { title, city }, sections: {} }, lists);
  test('is made of the title, and is nobody else’s', () => {
    expect(named('Casa Ritrovata à Napoli!')).toBe('casa-ritrovata-a-napoli');
    expect(named('Officina vuota')).toBe('officina-vuota-2');
    expect(named('Officina vuota', 'Bari')).toBe('officina-vuota-bari');
    expect(named('')).toBe('senza-nome');
    expect(idOf(whole, lists)).toBe('officina-vuota');
  });
});

test('a new source has a name of its own, a new commitment is open', () => {
  expect(newItem('sources', [{ id: 'fonte-2' }], today)).toEqual({ id: 'fonte-3', accessed: today });
  expect(newItem('sources', [], today)).toEqual({ id: 'fonte-1', accessed: today });
  expect(newItem('commitments', [], today)).toEqual({ status: 'open' });
  expect(newItem('facts', [], today)).toEqual({});
});
