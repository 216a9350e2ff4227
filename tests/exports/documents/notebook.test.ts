import { describe, expect, test } from 'vitest';
import { comparisonDocument } from '../../../src/exports/documents/comparison.ts';
import { plainTextOf, type Block, type Run } from '../../../src/exports/documents/document.ts';
import { fitNoteDocument } from '../../../src/exports/documents/fit-note.ts';
import { notebookDocument, type NotebookPart } from '../../../src/exports/documents/notebook.ts';
import { headlinesOf } from '../../../src/knowledge/brief.ts';
import { emptyFit } from '../../../src/knowledge/fit-state.ts';
import { textContextOf } from '../../../src/knowledge/text-context.ts';
import { realSheets, sheetOf } from './real-sheets.ts';

const about = { day: '2026-11-22', page: 'https://esempio.it/quaderno/' };
const made = (...parts: NotebookPart[]) => notebookDocument(parts, about);
const practice = (id: string, note = ''): NotebookPart => ({
  kind: 'practice',
  note,
  sheet: sheetOf(id).sheet,
});

/** All stretches of text, at every depth. */
const runsIn = (block: Block): readonly Run[] => {
  switch (block.kind) {
    case 'paragraph':
      return block.runs;
    case 'list':
      return block.items.flat().flatMap(runsIn);
    case 'table':
      return block.rows.flat(2);
    default:
      return [];
  }
};
const sourcesIn = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'sources' ? block.items : []));
const addressOf = (runs: readonly Run[] | undefined): string | undefined =>
  runs?.find(({ href }) => href)?.href;

describe('a sheet in the notebook', () => {
  test.each(realSheets.map(({ id, sheet }) => [id, sheet] as const))(
    '%s: its main figures lead to their own sources, its indispensable conditions are all there',
    (_, sheet) => {
      // another one before it, so that its numbers are not those of its page
      const { blocks } = notebookDocument(
        [practice('homes4all'), { kind: 'practice', note: '', sheet }],
        about,
      );
      const { data } = sheet.practice;
      const context = textContextOf(sheet.graph, data);
      const sources = sourcesIn(blocks);
      const runs = blocks.flatMap(runsIn);
      for (const headline of Object.values(headlinesOf(context.groups))) {
        if (!headline) continue;
        const addresses = headline.cited.map(
          ({ source }) => data.sources.find(({ id }) => id === source)?.url,
        );
        const printed = runs
          .filter(({ text, bold }) => bold && text === headline.text)
          .map(({ notes = [] }) => notes.map((number) => addressOf(sources[number - 1])));
        expect(printed).toContainEqual([...new Set(addresses)]);
      }
      const words = runs.map(({ text }) => text);
      for (const { text, essential } of data.conditions ?? []) expect(words.includes(text)).toBe(essential);
      expect(words).toContain(sheet.page);
    },
  );

  test('says what nobody documented', () => {
    const { sheet } = sheetOf('tonite');
    const bare = structuredClone(sheet.practice.data);
    const thin = {
      ...sheet,
      practice: { ...sheet.practice, data: { ...bare, facts: [], conditions: undefined, period: {} } },
    } as typeof sheet;
    const { blocks } = made({ kind: 'practice', note: '', sheet: thin });
    expect(blocks.flatMap(runsIn).filter((run) => run.undocumented)).toHaveLength(4);
  });
});

test('everything is there in its order, with one list of sources, each once', () => {
  const sheets = [sheetOf('tonite').sheet, sheetOf('homes4all').sheet];
  const page = 'https://esempio.it/x/';
  const comparison = comparisonDocument(sheets);
  const fit = fitNoteDocument(sheetOf('tonite').sheet, { ...emptyFit(), city: 'Crotone' });
  const content = made(
    practice('tonite', 'Chiedere a Torino.\n\nE poi\nsentire Bari.'),
    { kind: 'document', note: '', page, document: comparison },
    { kind: 'document', note: 'Da finire.', page, document: fit },
    { kind: 'note', title: 'Da fare', note: 'Giovedì.' },
    { kind: 'missing', title: 'Una scheda lontana', note: 'Mia.', page, why: 'unreachable' },
  );
  const titles = content.blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 1 ? block.text : [],
  );
  expect(titles).toEqual(['ToNite', comparison.title, fit.title, 'Da fare', 'Una scheda lontana', 'Fonti']);
  const text = plainTextOf(content);
  for (const words of [
    'Chiedere a Torino.',
    'E poi',
    'sentire Bari.',
    'Da finire.',
    'Giovedì.',
    'Mia.',
    page,
    'Crotone',
  ])
    expect(text).toContain(words);
  expect(content.lead).toBe('5 voci, di cui una che non si è potuta aprire.');
  expect(content.blocks.filter(({ kind }) => kind === 'sources')).toHaveLength(1);
  const addresses = sourcesIn(content.blocks).map((runs) => runs.map(({ text: words }) => words).join(''));
  expect(new Set(addresses).size).toBe(addresses.length);
  const last = Math.max(...content.blocks.flatMap(runsIn).flatMap(({ notes = [] }) => [...notes]));
  expect(last).toBeLessThanOrEqual(addresses.length);
});

test('the notes of a comparison and of a check lead where they led in the document of their own', () => {
  const own = comparisonDocument([sheetOf('tonite').sheet, sheetOf('homes4all').sheet]);
  const whole = made(practice('portineria-di-quartiere'), {
    kind: 'document',
    note: '',
    page: '',
    document: own,
  });
  const noted = (blocks: readonly Block[]) =>
    blocks
      .flatMap(runsIn)
      .flatMap(({ text, notes = [] }) =>
        notes.length > 0
          ? `${text} → ${[...new Set(notes.map((number) => addressOf(sourcesIn(blocks)[number - 1])))].join(' ')}`
          : [],
      );
  const before = noted(own.blocks);
  expect(before.length).toBeGreaterThan(20);
  expect(noted(whole.blocks).slice(-before.length)).toEqual(before);
});

test('no part has a heading beside its own title, and none skips a level', () => {
  const document = {
    title: 'T',
    kind: 'K',
    footer: '',
    blocks: ([1, 2, 3, 2] as const).map((level): Block => ({ kind: 'heading', level, text: 'h' })),
  };
  const { blocks } = made({ kind: 'document', note: '', page: '', document });
  expect(blocks.flatMap((block) => (block.kind === 'heading' ? block.level : []))).toEqual([1, 2, 3, 3, 3]);
});
