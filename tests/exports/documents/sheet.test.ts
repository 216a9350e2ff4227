import { describe, expect, test } from 'vitest';
import { plainTextOf, type Block, type Run } from '../../../src/exports/documents/document.ts';
import { sheetDocument } from '../../../src/exports/documents/sheet.ts';
import type { OpenedSheet } from '../../../src/knowledge/entry-file.ts';
import { evidenceLevels } from '../../../src/knowledge/evidence.ts';
import { partTitles } from '../../../src/knowledge/sheet-parts.ts';
import { practiceSections } from '../../../src/schemas/practice-sections.ts';
import type { Practice } from '../../../src/schemas/practice.ts';
import { fixtureFolder } from '../../fixture-content.ts';
import { realSheets, sheetOf, sheetsIn } from './real-sheets.ts';

const textOf = (sheet: OpenedSheet): string => plainTextOf(sheetDocument(sheet)).replace(/\s+/g, ' ');
const headingsOf = (sheet: OpenedSheet, level: number): string[] =>
  sheetDocument(sheet).blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === level ? block.text : [],
  );

/** Names, dates and kinds are printed in words of their own; these are printed as they are. */
const asWritten = new Set(
  'title tagline summary aliases district name role note text mechanism why step act body item office publisher url locator quote words scope response kept changed outcome place openQuestions dilemma questions brief proposedNeeds archiveUrl'.split(
    ' ',
  ),
);

/** Every text that the writers put into the data and that somebody must be able to read. */
function textsIn(value: unknown, key = '', inFact = false): string[] {
  if (typeof value === 'string')
    return asWritten.has(key) && !(inFact && key === 'role') ? [value.replace(/[.;]$/, '')] : [];
  if (Array.isArray(value)) return value.flatMap((one) => textsIn(one, key, inFact || key === 'facts'));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, own]) => textsIn(own, name, inFact));
}

/** The sheet with something changed. */
const withData = (changes: Partial<Practice>, id = 'tonite'): OpenedSheet => {
  const { sheet } = sheetOf(id);
  return { ...sheet, practice: { ...sheet.practice, data: { ...sheet.practice.data, ...changes } } };
};

describe.each(realSheets.map(({ id }) => id))('the document of %s', (id) => {
  const { sheet } = sheetOf(id);
  const { data } = sheet.practice;

  test('has every text of its data', () => {
    const printed = textOf(sheet);
    const missing = textsIn(data).filter((text) => !printed.includes(text.replace(/\s+/g, ' ')));
    expect(missing).toEqual([]);
  });

  test('has the parts of the page in their order', () => {
    const optional = {
      riprese: (data.adoptions ?? []).length > 0,
      'in-aula': data.teaching !== undefined,
      // not in the file of the sheet: the document says where they are
      presentata: false,
      vicine: false,
      storia: false,
    };
    const parts = Object.entries(partTitles).flatMap(([part, title]) =>
      Object.hasOwn(optional, part) && !optional[part as keyof typeof optional] ? [] : title,
    );
    const expected = ['In breve', ...practiceSections, ...parts];
    expect(headingsOf(sheet, 1).filter((title) => title !== 'Parole spiegate')).toEqual(expected);
  });

  test('says the level of evidence and the gaps that its file says', () => {
    const { evidence, completeness } = sheet.computed;
    const printed = textOf(sheet);
    expect(printed).toContain(`Livello ${evidence.level}, ${evidence.name}.`);
    const { next } = evidenceLevels[evidence.level];
    if (next) expect(printed).toContain(`Per salire di livello serve ${next}.`);
    expect(printed).toContain(`${completeness.answered} voci su ${completeness.total}.`);
    for (const { label } of completeness.missing) expect(printed.split(label).length).toBeGreaterThan(2);
  });

  test('puts the values of every contrast side by side, with the sentence that explains them', () => {
    const tables = sheetDocument(sheet).blocks.filter((block) => block.kind === 'table');
    const printed = textOf(sheet);
    for (const { text } of data.differences ?? []) expect(printed).toContain(text.replace(/\s+/g, ' '));
    for (const table of tables.filter(({ head }) => head[0] === 'Valore'))
      expect(table.rows.length).toBeGreaterThan(1);
  });
});

describe('what nobody documented', () => {
  const silent: Partial<Practice> = {
    partners: undefined,
    contact: undefined,
    staffing: [],
    funding: undefined,
    costs: [],
    mechanism: undefined,
    components: undefined,
    procedure: undefined,
    documents: undefined,
    conditions: [],
    whenNotTo: undefined,
    difficulties: undefined,
    lessons: undefined,
    district: undefined,
    period: {},
  };
  const sheet = withData({ ...silent, facts: [], differences: [], evaluation: undefined }, 'biagio');
  const { blocks } = sheetDocument({ ...sheet, text: '## Il problema' });
  const after = (title: string): Block | undefined =>
    blocks[blocks.findIndex((block) => block.kind === 'heading' && block.text === title) + 1];
  const runsOf = (block: Block | undefined): readonly Run[] =>
    block?.kind === 'paragraph' ? block.runs : [];

  test.each([
    'Dati e fonti',
    'Percorso amministrativo',
    'Che cosa si può cambiare',
    'Che cosa serve prima',
    'Quando non usarla',
    'Che cosa è andato storto',
    'Partner',
    'Persone al lavoro',
    'A chi chiedere',
  ])('says so under «%s»', (title) => {
    expect(runsOf(after(title))).toEqual([{ text: 'non documentato', undocumented: true }]);
  });

  test('says so of the money, and of what is asked at a glance', () => {
    const words = (block: Block | undefined) =>
      runsOf(block)
        .map(({ text }) => text)
        .join('');
    expect(words(after('Risorse e costi'))).toBe('Voci di spesa: non documentato.');
    const [brief] = blocks.filter((block) => block.kind === 'table');
    const cellsOf = (name: string): readonly Run[] =>
      (brief?.rows ?? []).find(([first]) => first?.[0]?.text === name)?.[1] ?? [];
    for (const name of ['Quando', 'Risorse', 'Persone raggiunte'])
      expect(cellsOf(name)[0]?.undocumented, name).toBe(true);
    expect(cellsOf('Dove').some((run) => run.undocumented)).toBe(true);
  });
});

test('a component that has no list of its own says so, the others do not disappear', () => {
  const components = [{ name: 'Lo sportello', kind: 'core' as const, why: 'Senza non c’è.' }];
  const titles = headingsOf(withData({ components }), 2);
  expect(titles).toEqual(expect.arrayContaining(['Essenziale', 'Adattabile', 'Legata al luogo']));
  expect(textOf(withData({ components }))).toContain('Adattabile Si può fare in altro modo. non documentato');
});

test('a city that took it up says what stayed and what changed, and what is not known', () => {
  const adoptions = [{ city: 'torino', year: 2024, kept: 'Lo sportello.', source: 'visitul-tonite' }];
  expect(textOf(withData({ adoptions }))).toMatch(
    /Torino, 2024\[\d+\]\. Uguale: Lo sportello\. Cambiato: non documentato\. Esito: non documentato\./,
  );
});

test('the marked words of the glossary are explained after the text', () => {
  expect(headingsOf(sheetOf('tonite').sheet, 1)).toContain('Parole spiegate');
  expect(textOf(sheetOf('tonite').sheet)).toContain('Patto di collaborazione: ');
});

test('links lead to the site that published the sheet, also below a folder', () => {
  const { sheet } = sheetOf('tonite');
  const page = 'https://esempio.it/base/pratiche/tonite/';
  const found: string[] = [];
  const look = (block: Block): void => {
    if (block.kind === 'paragraph') found.push(...block.runs.flatMap(({ href }) => href ?? []));
    if (block.kind === 'list') block.items.flat().forEach(look);
  };
  sheetDocument({ ...sheet, page }).blocks.forEach(look);
  expect(found).toContain('https://esempio.it/base/bisogni/quartiere-vuoto-la-sera/');
  expect(found).toContain('https://esempio.it/base/contribuisci/campi/#staffing');
  expect(found).toContain(page);
});

test('a copy without a public address says so at the foot and where it is cited', () => {
  const { sheet } = sheetOf('tonite');
  const local = sheetDocument({ ...sheet, page: 'http://localhost:4321/pratiche/tonite/' });
  expect(local.footer).toBe('Tra Pari, copia locale, senza indirizzo pubblico');
  expect(sheetDocument(sheet).footer).toBe('Tra Pari, https://esempio.it/pratiche/tonite/');
});

test('also the sheets of the fixture, with every component and a picture, become documents', () => {
  for (const { sheet } of sheetsIn(fixtureFolder)) expect(() => sheetDocument(sheet)).not.toThrow();
});
