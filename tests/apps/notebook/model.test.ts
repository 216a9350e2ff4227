import { describe, expect, test } from 'vitest';
import {
  addItem,
  editNote,
  emptyNotebook,
  mergeNotebooks,
  mostCharacters,
  mostItems,
  moveItem,
  readNotebook,
  removeItem,
  renameNote,
  titleOf,
  type NewItem,
  type Notebook,
} from '../../../src/apps/notebook/model.ts';
import { naughtyStrings } from '../../naughty-strings.ts';

const day = '2026-11-22';
const sheet = (id: string): NewItem => ({ kind: 'practice', id, title: `La scheda ${id}` });
const note = (title: string, text = ''): NewItem => ({ kind: 'note', title, text });
const comparison = (...ids: string[]): NewItem => ({ kind: 'comparison', ids, titles: ids });

const notebookOf = (...items: NewItem[]): Notebook =>
  items.reduce((notebook, item) => addItem(notebook, item, day).notebook, emptyNotebook());
const keysOf = ({ items }: Notebook): string[] => items.map(({ key }) => key);

describe('what is added', () => {
  test('goes to the end', () => {
    const notebook = notebookOf(
      sheet('uno'),
      { kind: 'fit', id: 'uno', title: 'Uno' },
      note('Da fare', 'ciao'),
    );
    expect(notebook.items.map(titleOf)).toEqual(['La scheda uno', 'Verifica: Uno', 'Da fare']);
    expect(notebook.items.map((item) => item.note)).toEqual(['', '', 'ciao']);
    expect(notebook.items.every(({ added }) => added === day)).toBe(true);
  });

  test('is not added twice, and keeps its place and its note', () => {
    const notebook = editNote(notebookOf(sheet('uno'), sheet('due')), 'practice:uno', 'mia');
    expect(addItem(notebook, sheet('uno'), '2027-01-01')).toEqual({
      notebook,
      outcome: 'already',
      key: 'practice:uno',
    });
  });

  test('the same sheets compared in another order are the same comparison, fewer are another', () => {
    const notebook = notebookOf(comparison('uno', 'due'));
    expect(addItem(notebook, comparison('due', 'uno'), day).outcome).toBe('already');
    expect(addItem(notebook, comparison('uno', 'due', 'tre'), day).outcome).toBe('added');
  });

  test('a note is always a new one, also after one was taken away', () => {
    const notebook = removeItem(notebookOf(note('a'), note('a'), note('a')), 'note:1');
    expect(keysOf(addItem(notebook, note('a'), day).notebook)).toEqual(['note:2', 'note:3', 'note:4']);
  });

  test('finds no place in a full notebook, and no room beyond the length of a note', () => {
    const full = notebookOf(...Array.from({ length: mostItems }, (_, index) => sheet(`s${index}`)));
    expect(full.items).toHaveLength(mostItems);
    expect(addItem(full, sheet('ancora'), day)).toMatchObject({ outcome: 'too-many', notebook: full });
    const long = note('a', 'x'.repeat(mostCharacters + 1));
    expect(addItem(emptyNotebook(), long, day).outcome).toBe('too-long');
  });
});

describe('the order', () => {
  const notebook = notebookOf(sheet('uno'), sheet('due'), sheet('tre'));
  test.each([
    ['practice:due', -1, ['due', 'uno', 'tre']],
    ['practice:due', 1, ['uno', 'tre', 'due']],
    ['practice:uno', -1, ['uno', 'due', 'tre']],
    ['practice:tre', 1, ['uno', 'due', 'tre']],
    ['practice:altro', 1, ['uno', 'due', 'tre']],
  ] as const)('%s moved by %d', (key, by, expected) => {
    expect(keysOf(moveItem(notebook, key, by))).toEqual(expected.map((id) => `practice:${id}`));
  });
});

test('only a note has a title of its own', () => {
  const notebook = notebookOf(sheet('uno'), note(''));
  const renamed = renameNote(renameNote(notebook, 'note:1', 'Sentire'), 'practice:uno', 'Altro');
  expect(renamed.items.map(titleOf)).toEqual(['La scheda uno', 'Sentire']);
  expect(notebook.items.map(titleOf)).toEqual(['La scheda uno', 'Nota senza titolo']);
});

const five = ['a', 'b', 'c', 'd', 'e'];

describe('reading', () => {
  const good = editNote(
    notebookOf(
      sheet('uno'),
      comparison('uno', 'due'),
      { kind: 'fit', id: 'uno', title: 'Uno' },
      note('a', 'b'),
    ),
    'practice:uno',
    'mia',
  );
  const change = (place: number, fields: object): unknown => ({
    version: 1,
    items: good.items.map((item, index) => (index === place ? { ...item, ...fields } : item)),
  });

  test('gives back what was written', () => {
    expect(readNotebook(JSON.parse(JSON.stringify(good)))).toEqual(good);
    expect(readNotebook({ version: 1, items: [] })).toEqual(emptyNotebook());
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['a later version', { ...good, version: 2 }],
    ['no items', { version: 1 }],
    ['items that are no list', { version: 1, items: { length: 1 } }],
    ['an item that is nothing', { version: 1, items: [null] }],
    ['a kind that we do not know', change(0, { kind: 'page' })],
    ['an inherited name as kind', change(0, { kind: '__proto__' })],
    ['an id that leads elsewhere', change(0, { id: '../altro', key: 'practice:../altro' })],
    [
      'an id that is a protocol',
      change(0, { id: 'javascript:alert(1)', key: 'practice:javascript:alert(1)' }),
    ],
    ['a key of another item', change(0, { key: 'practice:due' })],
    ['twice the same', { version: 1, items: [good.items[0], good.items[0]] }],
    ['a title that is no text', change(0, { title: { toString: 1 } })],
    ['an endless title', change(0, { title: 'x'.repeat(501) })],
    ['an endless note', change(0, { note: 'x'.repeat(mostCharacters + 1) })],
    ['no note', change(0, { note: undefined })],
    ['a day that is none', change(0, { added: 'ieri' })],
    ['a comparison of one', change(1, { ids: ['uno'], titles: ['uno'], key: 'comparison:uno' })],
    ['a comparison with a title less', change(1, { titles: ['uno'] })],
    ['a comparison of five', change(1, { ids: five, titles: five, key: 'comparison:a,b,c,d,e' })],
    ['a note with a key like another’s', change(3, { key: 'practice:tre' })],
    ['too many items', { version: 1, items: Array.from({ length: mostItems + 1 }, () => good.items[0]) }],
  ])('refuses %s', (_, json) => {
    expect(readNotebook(json)).toBeNull();
  });

  test('takes over only what it knows', () => {
    const json: unknown = JSON.parse(
      '{"version":1,"__proto__":{"mine":1},"items":[{"kind":"note","key":"note:1","added":"2026-11-22","note":"","title":"","__proto__":{"mine":1},"constructor":1}]}',
    );
    const read = readNotebook(json);
    expect(Object.keys(read?.items[0] ?? {}).sort()).toEqual(['added', 'key', 'kind', 'note', 'title']);
    expect((read?.items[0] as unknown as { mine?: number }).mine).toBeUndefined();
    expect(({} as { mine?: number }).mine).toBeUndefined();
  });

  test('any text is a note, and comes back as it was', () => {
    for (const text of naughtyStrings) {
      const notebook = notebookOf(note(text, text));
      expect(readNotebook(JSON.parse(JSON.stringify(notebook)))).toEqual(notebook);
    }
  });
});

describe('two notebooks', () => {
  const own = editNote(notebookOf(sheet('uno'), sheet('due'), note('Mia', 'a')), 'practice:uno', 'mia');

  test('become one: the other’s items after one’s own, what is here as it is', () => {
    const other = notebookOf(sheet('tre'), sheet('due'), note('Sua', 'b'));
    const { notebook, left } = mergeNotebooks(own, other);
    expect(notebook.items.map(titleOf)).toEqual([
      'La scheda uno',
      'La scheda due',
      'Mia',
      'La scheda tre',
      'Sua',
    ]);
    expect(left).toBe(0);
    expect(readNotebook(JSON.parse(JSON.stringify(notebook)))).toEqual(notebook);
  });

  test('with different notes on one sheet keep both', () => {
    const other = editNote(
      editNote(notebookOf(sheet('uno'), sheet('due')), 'practice:uno', 'sua'),
      'practice:due',
      'sua',
    );
    const { items } = mergeNotebooks(own, other).notebook;
    expect(items.map((item) => [titleOf(item), item.note])).toEqual([
      ['La scheda uno', 'mia'],
      ['La scheda due', 'sua'],
      ['Mia', 'a'],
      ['Nota su La scheda uno', 'sua'],
    ]);
  });

  test('merged twice are as merged once', () => {
    const other = editNote(notebookOf(sheet('uno'), note('Sua', 'b')), 'practice:uno', 'sua');
    const once = mergeNotebooks(own, other).notebook;
    expect(mergeNotebooks(once, other).notebook).toEqual(once);
  });

  test('that find no place together say how many stay out', () => {
    const full = notebookOf(...Array.from({ length: mostItems - 1 }, (_, index) => sheet(`s${index}`)));
    const { notebook, left } = mergeNotebooks(full, notebookOf(sheet('a'), sheet('b'), note('c')));
    expect([notebook.items.length, left]).toEqual([mostItems, 2]);
  });
});
