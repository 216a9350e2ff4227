import { describe, expect, test } from 'vitest';
import { plainTextOf, type Block, type Run } from '../../../src/exports/documents/document.ts';
import { fitNoteDocument } from '../../../src/exports/documents/fit-note.ts';
import type { OpenedSheet } from '../../../src/knowledge/entry-file.ts';
import { emptyAnswer, emptyFit, type FitAnswer, type FitState } from '../../../src/knowledge/fit-state.ts';
import { fitQuestions } from '../../../src/knowledge/fit.ts';
import { emptyCosts, type CostsState } from '../../../src/knowledge/rescale-state.ts';
import type { Practice } from '../../../src/schemas/practice.ts';
import { fixtureGraph } from '../../fixture-content.ts';
import { practiceWith } from '../../knowledge/entries.ts';
import { naughtyStrings } from '../../naughty-strings.ts';

const source = (id: string) => ({
  id,
  title: `Titolo ${id}`,
  publisher: `Editore ${id}`,
  url: `https://esempio.it/${id}`,
  accessed: '2026-11-22',
});

function sheetWith(changes: Partial<Practice>): OpenedSheet {
  const practice = practiceWith({
    facts: [],
    sources: [source('a'), source('b'), source('c')],
    conditions: [{ kind: 'people', text: 'Un ufficio che coordina.', essential: true, source: 'c' }],
    components: [{ name: 'Il cuore', kind: 'core', why: 'Senza non è più lei.', source: 'a' }],
    procedure: [{ step: 'Avviso pubblico' }],
    staffing: [{ role: 'Chi coordina' }],
    funding: [{ name: 'Un fondo', source: 'a' }],
    whenNotTo: [{ text: 'Quando c’è già.' }],
    difficulties: [{ kind: 'staffing', text: 'Poche persone.', source: 'b' }],
    openQuestions: ['Quanto è costata?'],
    ...changes,
  });
  return {
    practice,
    page: 'https://esempio.it/pratiche/case-aperte/',
    computed: {
      evidence: { level: 2, name: 'riscontrata' },
      completeness: {} as OpenedSheet['computed']['completeness'],
    },
    graph: fixtureGraph(),
    text: '',
  };
}

function stateWith(sheet: OpenedSheet, answers: Record<string, Partial<FitAnswer>>, head = {}): FitState {
  const keyOf = (about: string) =>
    fitQuestions(sheet.practice.data).find((question) => question.about === about)?.key ?? about;
  return {
    ...emptyFit(),
    ...head,
    answers: Object.fromEntries(
      Object.entries(answers).map(([about, answer]) => [
        keyOf(about),
        { ...emptyAnswer(about), ...answer } satisfies FitAnswer,
      ]),
    ),
  };
}

const sheet = sheetWith({});
const words = (answers: Record<string, Partial<FitAnswer>>, head = {}, of = sheet): string =>
  plainTextOf(fitNoteDocument(of, stateWith(of, answers, head)));

/** The text below a heading, up to the next one. */
function below(text: string, heading: string, next: string): string {
  const start = text.indexOf(`\n${heading}\n`);
  if (start < 0) throw new Error(`no heading «${heading}» in ${text}`);
  return text.slice(start, text.indexOf(`\n${next}\n`, start + 1));
}

const runsOf = (block: Block): readonly Run[] =>
  block.kind === 'paragraph'
    ? block.runs
    : block.kind === 'list'
      ? block.items.flat().flatMap(runsOf)
      : block.kind === 'table'
        ? block.rows.flat(2)
        : [];

describe('the note of a fit check', () => {
  test('says whose it is, when, of which practice and how well that is proved', () => {
    const text = words({}, { city: 'Crotone', date: '24 novembre 2026', author: 'Ufficio progetti' });
    expect(text).toContain('a Crotone');
    expect(text).toContain('Crotone, 24 novembre 2026');
    expect(text).toContain('Prove: pratica riscontrata');
    expect(text).toContain(
      'scritta da Ufficio progetti con le risposte date il 24 novembre 2026; non è una valutazione',
    );
  });

  test('without a name or a day says that they are missing', () => {
    expect(words({})).toContain('alla nostra città');
    expect(words({})).toContain('(nome non indicato) con le risposte date (data non indicata)');
  });

  test('a gap has its owner and its day; what nobody has written is to be decided', () => {
    const gaps = below(
      words({
        'Un ufficio che coordina.': { have: 'no', who: 'Il segretario', by: 'marzo 2027' },
        'Avviso pubblico': { have: 'partly' },
      }),
      'Che cosa manca',
      'Che cosa cambieremmo',
    );
    expect(gaps).toContain('No: Un ufficio che coordina.[1]\tIl segretario\tmarzo 2027');
    expect(gaps).toContain('È in corso: Avviso pubblico.\tda decidere\tda decidere');
  });

  test('what fits, what changes, risks and first steps stand each in its place', () => {
    const text = words({
      'Un ufficio che coordina.': { have: 'yes', note: 'C’è dal 2020' },
      'Il cuore': { have: 'partly', change: 'Più piccolo' },
      'Chi coordina': { have: 'no' },
      'Quando c’è già.': { have: 'yes' },
    });
    expect(below(text, 'Che cosa va bene', 'Che cosa manca')).toContain('Nota: C’è dal 2020.');
    expect(below(text, 'Che cosa cambieremmo', 'Rischi')).toContain('Che cosa cambieremmo: Più piccolo.');
    const risks = below(text, 'Rischi', 'Primo passo');
    expect(risks).toContain('«vale per noi»: Quando c’è già.');
    expect(risks).toContain('«la cambiamo»: Il cuore');
    expect(risks).toContain('Poche persone.');
    const steps = below(text, 'Primo passo', 'Domande aperte');
    expect(steps).toContain('Chi coordina. Chi: da decidere.');
    expect(steps).toContain('Con quale ordine:');
  });

  test('without answers it claims nothing and lists every question', () => {
    const text = words({});
    expect(text).toContain('Nessuna risposta dice ancora che qualcosa c’è già.');
    expect(text).toContain('Non vuol dire che non ce ne siano.');
    expect(text).toContain('7 domande senza risposta');
  });

  test('cites only the sources that it uses, numbered in the order of reading', () => {
    const { blocks } = fitNoteDocument(sheet, stateWith(sheet, { 'Chi coordina': { have: 'no' } }));
    const sources = blocks.find((block) => block.kind === 'sources');
    const addresses = sources?.items.map((runs) => runs.find(({ href }) => href)?.href);
    // the trouble (b) in the risks, then the unanswered questions (c, a)
    expect(addresses).toEqual(['b', 'c', 'a'].map((id) => `https://esempio.it/${id}`));
    const notes = blocks.flatMap(runsOf).flatMap((run) => run.notes ?? []);
    expect(new Set(notes)).toEqual(new Set([1, 2, 3]));
  });

  test('answers to questions that are gone are told with all their words', () => {
    const text = words({
      'conditions-vecchia': { question: 'Una cosa di prima.', have: 'no', who: 'Il sindaco' },
    });
    expect(text).toContain('Domande che la scheda non fa più');
    expect(text).toContain('Una cosa di prima. Risposta: no. Chi: Il sindaco.');
  });

  test('a sheet that says little gets its note, which says what is not documented', () => {
    const poor = sheetWith({
      conditions: undefined,
      components: undefined,
      procedure: undefined,
      staffing: undefined,
      funding: undefined,
      whenNotTo: undefined,
      difficulties: undefined,
      openQuestions: undefined,
    });
    const text = words({}, {}, poor);
    expect(text).toContain('non documenta: le condizioni, le parti essenziali, il percorso amministrativo');
    expect(text).not.toContain('\nFonti\n');
    expect(text).toContain('non documentato');
  });

  test('holds what was worked out of the costs, with the sources of both in one list', () => {
    const costly = sheetWith({ costs: [{ item: 'Lavori', amount: 1000, kind: 'oneOff', source: 'b' }] });
    const [state, untouched] = [emptyFit(), emptyCosts()];
    const said = (costs: CostsState): string => plainTextOf(fitNoteDocument(costly, state, costs));
    expect(said(untouched)).not.toContain('Quanto costerebbe da noi');
    const text = said({ ...untouched, typed: { ourSize: '100' } });
    expect(text).toContain('Quanto costerebbe da noi');
    expect(text).toContain('Editore b');
  });

  test('gives no score', () => {
    const text = words({ 'Un ufficio che coordina.': { have: 'yes' }, 'Il cuore': { have: 'no' } });
    expect(text).not.toMatch(/%|\bpunt(i|eggio)\b|\d\s*su\s*\d/i);
  });

  test('whatever was typed comes out as it was typed', () => {
    for (const text of naughtyStrings.filter((words) => words.trim() !== '').slice(0, 200))
      expect(words({ 'Il cuore': { have: 'no', who: text } })).toContain(text.trim());
  });
});
