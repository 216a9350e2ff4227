import { describe, expect, test } from 'vitest';
import {
  fileText,
  readFile,
  taken,
  travels,
  unreadable,
  type NotebookFile,
} from '../../../src/apps/notebook/file.ts';
import { addItem, emptyNotebook, type NewItem, type Notebook } from '../../../src/apps/notebook/model.ts';
import { emptyFit } from '../../../src/knowledge/fit-state.ts';
import { emptyCosts } from '../../../src/knowledge/rescale-state.ts';
import { naughtyStrings } from '../../naughty-strings.ts';

const day = '2026-11-22';
const notebookOf = (...items: NewItem[]): Notebook =>
  items.reduce((notebook, item) => addItem(notebook, item, day).notebook, emptyNotebook());
const notebook = notebookOf(
  { kind: 'practice', id: 'tonite', title: 'ToNite' },
  { kind: 'note', title: '<b>', text: '</script><img src=x onerror=alert(1)>' },
);
const fit = (city: string): string => JSON.stringify({ ...emptyFit(), city });
const beside = { 'adatta:tonite': fit('Bari'), 'costi:tonite': JSON.stringify(emptyCosts()) };

const opened = (text: string): NotebookFile => {
  const file = readFile(text);
  if (typeof file === 'string') throw new Error(file);
  return file;
};

test('what is written is read back, with what goes with it', () => {
  const file = opened(fileText(notebook, beside, day));
  expect(file).toEqual({ notebook, beside, saved: day, unread: [] });
  expect(opened(`\uFEFF${fileText(notebook, {}, day)}`).notebook).toEqual(notebook);
});

test('any text survives the way out and in', () => {
  for (const text of naughtyStrings) {
    const odd = notebookOf({ kind: 'note', title: text, text });
    expect(opened(fileText(odd, {}, day)).notebook).toEqual(odd);
  }
});

test('what is spoilt here does not travel, and is named', () => {
  const spoilt = { ...beside, 'adatta:homes4all': '{"version', 'costi:homes4all': '{"version":9}' };
  expect(unreadable(spoilt)).toEqual(['adatta:homes4all', 'costi:homes4all']);
  expect(opened(fileText(notebook, spoilt, day)).beside).toEqual(beside);
});

test.each(['quaderno', 'confronto', 'adatta:', 'adatta:../x', 'adatta:a:b', '__proto__:a', 'toString:a'])(
  '%s is no name of what travels',
  (name) => {
    expect(travels(name)).toBe(false);
  },
);

describe('a file that is none', () => {
  const whole = JSON.parse(fileText(notebook, beside, day)) as Record<string, unknown>;
  const written = (fields: object): string => JSON.stringify({ ...whole, ...fields });
  test.each([
    ['is cut off', fileText(notebook, {}, day).slice(0, -20), 'non è nel formato giusto'],
    ['is empty', '', 'non è nel formato giusto'],
    ['is a page', '<!doctype html><p>ciao', 'non è nel formato giusto'],
    ['is other data', '{"collection":"practices"}', 'contiene altro'],
    ['is a list', '[]', 'contiene altro'],
    ['is null', 'null', 'contiene altro'],
    ['is very deep', '['.repeat(200_000) + ']'.repeat(200_000), ''],
    ['is of a later version', written({ version: 2 }), 'versione più nuova'],
    ['has no version', written({ version: 'uno' }), 'qualcosa dentro è stato cambiato'],
    [
      'has a spoilt notebook',
      written({ notebook: { version: 1, items: [{}] } }),
      'qualcosa dentro è stato cambiato',
    ],
    ['has a list beside', written({ beside: [] }), 'qualcosa dentro è stato cambiato'],
    [
      'has very much beside',
      written({
        beside: Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`adatta:s${index}`, 1])),
      }),
      'qualcosa dentro è stato cambiato',
    ],
  ])('%s: says what it is and what is wanted', (_, text, words) => {
    const said = readFile(text);
    expect(typeof said).toBe('string');
    expect(said).toContain(words);
    expect(said).toContain('quaderno');
  });
});

test('what comes beside is read by who writes it; what cannot be read is named, and the rest is taken', () => {
  const text = JSON.stringify({
    format: 'quaderno-tra-pari',
    version: 1,
    saved: 'ieri',
    notebook,
    beside: {
      'adatta:tonite': { ...emptyFit(), city: 'Bari' },
      'adatta:homes4all': { version: 1 },
      'altro:tonite': {},
      quaderno: { version: 1, items: [] },
    },
  }).replace('"altro:tonite"', '"__proto__"');
  const file = opened(text);
  expect(file.beside).toEqual({ 'adatta:tonite': fit('Bari') });
  expect([...file.unread].sort()).toEqual(['__proto__', 'adatta:homes4all', 'quaderno']);
  expect(file.saved).toBeNull();
  expect(Object.getPrototypeOf(file.beside)).toBe(Object.prototype);
});

describe('taking a file over', () => {
  const own = notebookOf({ kind: 'practice', id: 'homes4all', title: 'Homes4All' });
  const file = opened(fileText(notebook, beside, day));
  const here = (names: Readonly<Record<string, string>>) => (name: string) => names[name] ?? null;

  test('in place of what is here takes all that is in it', () => {
    const result = taken(own, here({ 'adatta:tonite': fit('Lecce') }), file, 'replace');
    expect(result).toEqual({ notebook, beside, stayed: [], left: 0 });
  });

  test('after what is here leaves the answers that were already here, and names them', () => {
    const result = taken(own, here({ 'adatta:tonite': fit('Lecce') }), file, 'add');
    expect(result.notebook.items.map(({ key }) => key)).toEqual([
      'practice:homes4all',
      'practice:tonite',
      'note:1',
    ]);
    expect(result.beside).toEqual({ 'costi:tonite': beside['costi:tonite'] });
    expect(result.stayed).toEqual(['adatta:tonite']);
  });

  test('the same answers are no difference', () => {
    expect(taken(own, here(beside), file, 'add').stayed).toEqual([]);
  });
});
