import { describe, expect, test } from 'vitest';
import { bibtexOf } from '../../src/exports/bibtex.ts';
import { risOf } from '../../src/exports/ris.ts';
import type { CitedPage } from '../../src/knowledge/citation.ts';

const page: CitedPage = {
  title: 'Case aperte',
  authors: ['Redazione Tra Pari'],
  reviewedOn: '2026-11-01',
  url: 'https://rete.example.org/pratiche/case-aperte/',
  site: 'Tra Pari',
};
const localCopy = { ...page, url: 'http://localhost:4321/pratiche/case-aperte/' };
const hard = 'Perché «50% & più»: {A_B} #1 $2 ~x^2 \\LaTeX, l’età è un’altra';

/**
 * Reads one entry by the grammar of BibTeX: type, key, fields of which a value is a word or a text in braces that
 * balance. Whatever else there is, is a fault.
 */
function readBibtex(text: string): { type: string; key: string; fields: Map<string, string> } {
  let at = 0;
  const take = (form: RegExp): string => {
    const sticky = new RegExp(form, 'y');
    sticky.lastIndex = at;
    const found = sticky.exec(text);
    if (!found) throw new Error(`at ${String(at)}: ${JSON.stringify(text.slice(at, at + 30))}`);
    at = sticky.lastIndex;
    return found[1] ?? found[0];
  };
  const braced = (): string => {
    take(/\{/);
    const start = at;
    for (let depth = 1; depth > 0; at += 1) {
      if (at >= text.length) throw new Error('a brace is left open');
      if (text[at] === '{') depth += 1;
      if (text[at] === '}') depth -= 1;
    }
    return text.slice(start, at - 1);
  };
  const type = take(/@([a-z]+)\{/);
  const key = take(/([A-Za-z0-9:_-]+),\n/);
  const fields = new Map<string, string>();
  while (text[at] !== '}') {
    const name = take(/ *([a-z]+) *= */);
    if (fields.has(name)) throw new Error(`${name} is there twice`);
    fields.set(name, text[at] === '{' ? braced() : take(/[a-z0-9]+/));
    take(/,\n/);
  }
  take(/\}\n/);
  if (at !== text.length) throw new Error('more after the end');
  return { type, key, fields };
}

/** What LaTeX prints for a text; a sign that LaTeX would run is a fault. */
function printed(text: string): string {
  const words: Record<string, string> = {
    textbackslash: '\\',
    textbraceleft: '{',
    textbraceright: '}',
    textasciitilde: '~',
    textasciicircum: '^',
  };
  return text.replace(
    /\\([a-z]+)\{\}|\\([$&%#_])|[{}]|([\\$&%#_~^])/g,
    (_, word?: string, sign?: string, bare?: string) => {
      if (bare !== undefined) throw new Error(`LaTeX runs «${bare}»`);
      if (word !== undefined && !(word in words)) throw new Error(`unknown command ${word}`);
      return word === undefined ? (sign ?? '') : (words[word] ?? '');
    },
  );
}

describe('BibTeX', () => {
  test('gives what a program needs to cite a page', () => {
    const { type, key, fields } = readBibtex(bibtexOf(page, 'pratiche-case-aperte'));
    expect({ type, key }).toEqual({ type: 'misc', key: 'tra-pari-pratiche-case-aperte' });
    expect(Object.fromEntries(fields)).toEqual({
      author: '{Redazione Tra Pari}',
      title: '{Case aperte}',
      howpublished: 'Tra Pari',
      year: '2026',
      month: 'nov',
      day: '1',
      url: 'https://rete.example.org/pratiche/case-aperte/',
      note: 'Aggiornata al 1º novembre 2026. Licenza CC BY 4.0.',
      language: 'italian',
    });
  });

  test('keeps two authors apart, each whole', () => {
    const { fields } = readBibtex(bibtexOf({ ...page, authors: ['Ufficio A and B', 'Comune di Qui'] }, 'x'));
    expect(fields.get('author')).toBe('{Ufficio A and B} and {Comune di Qui}');
  });

  test.each([
    ['signs of LaTeX and accents', hard],
    ['a brace that opens', 'a { b'],
    ['a brace that closes', 'a } b'],
    ['a brace after a backslash', 'a \\} b'],
    ['quotation marks and an at', '"a" @b, c = d'],
    ['a backslash at the end', 'a\\'],
  ])('prints a title with %s as it is', (_, title) => {
    const { fields } = readBibtex(bibtexOf({ ...page, title, authors: [title] }, 'x'));
    expect(printed(fields.get('title') ?? '')).toBe(title);
    expect(printed(fields.get('author') ?? '')).toBe(title);
  });

  test('of a copy on one’s own computer says that it has no address', () => {
    const { fields } = readBibtex(bibtexOf(localCopy, 'x'));
    expect(fields.has('url')).toBe(false);
    expect(fields.get('note')).toContain('Copia locale, senza indirizzo pubblico');
    expect(bibtexOf(localCopy, 'x')).not.toContain('localhost');
  });
});

/** Reads one record by the form of RIS: two signs, two spaces, a stroke, a space; CR LF; TY first, ER last. */
function readRis(text: string): [tag: string, value: string][] {
  if (!text.endsWith('\r\n') || /[^\r]\n|\r[^\n]/.test(text))
    throw new Error('a line does not end with CR LF');
  const lines = text.slice(0, -2).split('\r\n');
  const fields = lines.map((line): [string, string] => {
    const [, tag, value] = /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line) ?? [];
    if (tag === undefined || value === undefined) throw new Error(`no field: ${line}`);
    return [tag, value];
  });
  if (fields[0]?.[0] !== 'TY' || fields.at(-1)?.join() !== 'ER,')
    throw new Error('TY is not first or ER not last');
  if (fields.filter(([tag]) => tag === 'TY' || tag === 'ER').length !== 2)
    throw new Error('more than a record');
  return fields;
}

describe('RIS', () => {
  test('gives what a program needs to cite a page', () => {
    expect(readRis(risOf({ ...page, authors: ['Redazione Tra Pari', 'Comune di Qui'] }))).toEqual([
      ['TY', 'ELEC'],
      ['AU', 'Redazione Tra Pari'],
      ['AU', 'Comune di Qui'],
      ['TI', 'Case aperte'],
      ['T2', 'Tra Pari'],
      ['PY', '2026'],
      ['DA', '2026/11/01'],
      ['LA', 'it'],
      ['UR', 'https://rete.example.org/pratiche/case-aperte/'],
      ['N1', 'Aggiornata al 1º novembre 2026. Licenza CC BY 4.0.'],
      ['ER', ''],
    ]);
  });

  test.each([hard, 'ER  - ', 'a\r\nER  - \r\nTY  - BOOK', 'a\u2028b'])(
    'keeps the title %j in its field',
    (title) => {
      const titles = readRis(risOf({ ...page, title })).filter(([tag]) => tag === 'TI');
      expect(titles).toEqual([['TI', title.replace(/\s+/g, ' ')]]);
    },
  );

  test('of a copy on one’s own computer says that it has no address', () => {
    const fields = new Map(readRis(risOf(localCopy)));
    expect(fields.has('UR')).toBe(false);
    expect(fields.get('N1')).toContain('Copia locale, senza indirizzo pubblico');
  });
});
