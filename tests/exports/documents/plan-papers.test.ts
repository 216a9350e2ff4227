import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { plainTextOf, type TextDocument } from '../../../src/exports/documents/document.ts';
import { planAgenda } from '../../../src/exports/documents/plan-agenda.ts';
import { planPack } from '../../../src/exports/documents/plan-pack.ts';
import { planScript } from '../../../src/exports/documents/plan-script.ts';
import type { PlanShelf } from '../../../src/exports/documents/plan-shelf.ts';
import { planSlides } from '../../../src/exports/documents/plan-slides.ts';
import { docxOf } from '../../../src/exports/docx.ts';
import { pptxOf } from '../../../src/exports/pptx.ts';
import {
  addBlock,
  addGroup,
  addObjective,
  addTask,
  editBlock,
  editRow,
  withFields,
} from '../../../src/knowledge/plan-edits.ts';
import { emptyPlan, type Plan } from '../../../src/knowledge/plan.ts';
import type { Activity } from '../../../src/schemas/activity.ts';
import { naughtyStrings } from '../../naughty-strings.ts';
import { sheetOf } from './real-sheets.ts';
import { openWord, wordsOf } from './word-file.ts';
import { all, type Xml } from './xml.ts';

const city = 'Lecce';
const activity: Activity = {
  title: 'Cerchio',
  tagline: 't',
  hiddenLabels: [],
  purpose: ['learn'],
  minutes: { min: 10, max: 60 },
  people: { min: 4, max: 40 },
  groupSize: { min: 4, max: 5 },
  difficulty: 'easy',
  groupings: ['small'],
  room: 'Sedie in cerchio.',
  materials: [{ item: 'penna', quantity: 1, per: 'person' }],
  invitation: 'Sedetevi dove non vi siete mai seduti.',
  steps: [{ title: 'Primo giro', minutes: 20, grouping: 'small', text: 'Ognuno parla un minuto.' }],
  output: 'insights',
  worksheet: [
    { kind: 'lines', heading: 'Che cosa ho sentito', lines: 3 },
    { kind: 'checklist', heading: 'Prima di uscire', items: ['Ho ringraziato'] },
  ],
  origin: 'o',
  authors: ['Redazione'],
  license: 'CC-BY-4.0',
  reviewedOn: '2026-11-22',
} as never;

const named = { id: 'cerchio', title: 'Cerchio' };
const case1 = { id: 'tonite', title: 'ToNite' };
const case2 = { id: 'homes4all', title: 'Homes4All' };

let plan: Plan = withFields(emptyPlan('a1'), {
  title: 'Una mattina a Lecce',
  date: '2026-11-26',
  venue: 'Sala grande',
  people: 20,
  organiser: 'Settore Politiche sociali',
});
plan = addObjective(plan, 'Distinguere i fatti dalle impressioni');
plan = addTask(plan, 'prework', { text: 'Leggi la scheda', minutes: 15, practice: case1 });
plan = addBlock(plan, 'practice', {
  title: 'Il caso',
  minutes: 20,
  practice: case1,
  sections: ['Come funziona'],
});
plan = addBlock(plan, 'groups', {
  title: 'Il cerchio',
  minutes: 30,
  activity: named,
  notes: 'Passate fra i tavoli.\nNon date consigli.',
  output: 'tre frasi',
  lockedAt: 10 * 60,
  cut: 'shorten',
});
plan = addBlock(plan, 'break', { minutes: 15 });
plan = addBlock(plan, 'groups', {
  title: 'Due strade',
  minutes: 40,
  practice: case2,
  materials: [{ item: 'lavagna', quantity: 1, per: 'room' }],
});
const last = plan.blocks[3]?.key ?? '';
plan = addGroup(plan, last);
const group = plan.blocks[3]?.groups[0];
plan = editRow(plan, last, group?.key ?? '', group?.rows[0]?.key ?? '', {
  title: 'Chi ha letto il caso',
  minutes: 25,
});
plan = addTask(plan, 'followUp', { text: 'Telefona al collega' });

const addressOf: PlanShelf['addressOf'] = (kind, id) => `https://esempio.it/${kind}/${id}/`;
const shelf: PlanShelf = {
  activities: new Map([['cerchio', activity]]),
  sheets: new Map([
    ['tonite', sheetOf('tonite').sheet],
    ['homes4all', sheetOf('homes4all').sheet],
  ]),
  addressOf,
};
const bare: PlanShelf = { activities: new Map(), sheets: new Map(), addressOf };
const text = (document: TextDocument): string => plainTextOf(document);

describe('the agenda for the door', () => {
  const words = text(planAgenda(plan, city));

  test('has when, where and every block at its hour, with the end', () => {
    expect(words).toContain('26 novembre 2026, dalle 9.00 alle 11.25, Lecce, Sala grande');
    const rows = words.split('\n').filter((line) => /^\d+\.\d\d\t/.test(line));
    expect(rows).toEqual([
      '9.00\tIl caso',
      '10.00\tIl cerchio',
      '10.30\tPausa',
      '10.45\tDue strade',
      '11.25\tFine',
    ]);
  });

  test('says nothing that is for who leads', () => {
    for (const own of ['Passate fra i tavoli', 'tre frasi', 'lavagna', 'Distinguere'])
      expect(words).not.toContain(own);
  });
});

describe('the script of who leads', () => {
  const words = text(planScript(plan, shelf, city));

  test.each([
    'penna: 20 pezzi (per persona)',
    'lavagna: 1 pezzo (per la sala)',
    'Cerchio: Sedie in cerchio.',
    'Distinguere i fatti dalle impressioni',
    '10.00–10.30  Il cerchio',
    '40 minuti liberi.',
    'Cerchio: 4–5 gruppi da 4–5 persone.',
    'Accorciare «Il cerchio»: fino a 20 minuti in meno.',
    'Persone: 20',
    'Organizza: Settore Politiche sociali',
    'inizio fissato',
    'se il tempo stringe si può accorciare',
    '«Sedetevi dove non vi siete mai seduti.»',
    'Primo giro (20 min, in piccoli gruppi). Ognuno parla un minuto.',
    'Non date consigli.',
    'Che cosa resta: tre frasi',
    'Gruppo 1',
    '10.45, 25 min: Chi ha letto il caso',
    'Pratica: ToNite (Come funziona).',
    'Telefona al collega',
    '«Due strade» non dice che cosa resta alla fine.',
  ])('says «%s»', (line) => {
    expect(words).toContain(line);
  });

  test('without a network has the rest, and says what is missing', () => {
    const alone = text(planScript(plan, bare, city));
    expect(alone).toContain('Attività «Cerchio»: la guida non si è caricata.');
    expect(alone).toContain('Passate fra i tavoli.');
    expect(alone).toContain('mancano la sala, i gruppi e i materiali di «Cerchio»');
    expect(words).not.toContain('non si sono caricati');
  });
});

describe('the pack of who takes part', () => {
  const pack = planPack(plan, shelf, city);
  const words = text(pack);
  const sources = pack.blocks.flatMap((block) => (block.kind === 'sources' ? block.items : []));

  test('has the sections that were asked for of a case, and the usual ones of another', () => {
    const headings = pack.blocks.flatMap((block) => (block.kind === 'heading' ? block.text : []));
    const tonite = headings.slice(headings.indexOf('ToNite'), headings.indexOf('Homes4All'));
    expect(tonite).toContain('Come funziona');
    expect(tonite).not.toContain('Il problema');
    expect(headings.slice(headings.indexOf('Homes4All'))).toEqual(
      expect.arrayContaining([
        'Il problema',
        'Come funziona',
        'Il dilemma',
        'Scheda di lavoro: Cerchio',
        'Che cosa ho sentito',
      ]),
    );
  });

  test('has every figure with a source, in one list numbered once', () => {
    const notes = pack.blocks.flatMap(function runs(block): number[] {
      if (block.kind === 'paragraph') return block.runs.flatMap((run) => run.notes ?? []);
      if (block.kind === 'list') return block.items.flat().flatMap(runs);
      return block.kind === 'table' ? block.rows.flat(2).flatMap((run) => run.notes ?? []) : [];
    });
    expect(new Set(notes)).toEqual(new Set(sources.map((_, index) => index + 1)));
    expect(sources.length).toBeGreaterThan(10);
    const figures = pack.blocks.flatMap((block) =>
      block.kind === 'table' && block.head[1] === 'Quanto' ? block.rows : [],
    );
    expect(figures.length).toBeGreaterThan(8);
    for (const [, values = []] of figures)
      for (const run of values) if (run.bold) expect(run.notes?.length).toBeGreaterThan(0);
  });

  test('shows both values where the sources of a case do not agree', () => {
    expect(words).toContain('83 candidature');
    expect(words).toContain('oltre 89 candidature');
  });

  test('without a network says which extracts and worksheets are missing', () => {
    const alone = text(planPack(plan, bare, city));
    expect(alone).toContain(
      'la scheda non si è caricata. Si legge qui, con la rete: https://esempio.it/practice/tonite/',
    );
    expect(alone).toContain(
      'La scheda di lavoro non si è caricata. Si stampa da qui, con la rete: https://esempio.it/activity/cerchio/',
    );
    expect(alone).toContain('Leggi la scheda');
  });
});

describe('the files', () => {
  const papers = [planAgenda(plan, city), planScript(plan, shelf, city), planPack(plan, shelf, city)];

  test.each(papers.map((paper) => [paper.kind, paper] as const))(
    '%s, in Word, has every word of it',
    async (_, paper) => {
      const word = await openWord(await docxOf(paper));
      const words = wordsOf(word.body).replace(/\s+/g, ' ');
      for (const block of paper.blocks)
        if (block.kind === 'heading') expect(words).toContain(block.text.replace(/\s+/g, ' '));
      for (const { title } of plan.blocks) if (paper.kind !== 'Materiale') expect(words).toContain(title);
    },
  );

  test('slides have every block, the words to begin, the questions of the cases, and the break', async () => {
    const deck = planSlides(plan, shelf, city);
    const zip = await JSZip.loadAsync(await pptxOf(deck));
    const slides = Object.keys(zip.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
    expect(slides).toHaveLength(deck.slides.length);
    const xml = (
      await Promise.all(slides.map(async (name) => (await zip.file(name)?.async('string')) ?? ''))
    ).join(' ');
    for (const words of [
      'Il caso',
      'Il cerchio',
      'Due strade',
      'Sedetevi dove non',
      'Si riprende alle 10.45',
      'Homes4All: il dilemma',
    ])
      expect(xml).toContain(words);
  });

  test('with sixty blocks and words made to break programs are still whole', async () => {
    let hard = emptyPlan('a1');
    for (let index = 0; index < 60; index++)
      hard = addBlock(hard, 'groups', {
        title: `${index} ${naughtyStrings[index % naughtyStrings.length] ?? ''}`.slice(0, 200),
        notes: naughtyStrings
          .slice(index, index + 5)
          .join('\n')
          .slice(0, 2000),
      });
    hard = editBlock(hard, '1', { title: '<img src=x onerror=alert(1)>' });
    for (const paper of [planAgenda(hard, city), planScript(hard, bare, city), planPack(hard, bare, city)])
      expect(wordsOf((await openWord(await docxOf(paper))).body)).toContain('<img src=x onerror=alert(1)>');
    const zip = await JSZip.loadAsync(await pptxOf(planSlides(hard, bare, city)));
    expect(await zip.file('ppt/slides/slide2.xml')?.async('string')).toBeDefined();
  });
});

describe('the letters of the agenda', () => {
  /** A session of so many blocks, each title of so many letters. */
  function long(blocks: number, letters: number): Plan {
    let own = withFields(emptyPlan('a1'), { title: 'Una mattina a Lecce' });
    const title = 'parole da leggere '.repeat(20).slice(0, letters);
    for (let index = 0; index < blocks; index += 1) own = addBlock(own, 'groups', { title, minutes: 10 });
    return own;
  }
  const lettersOf = (own: Plan): number => planAgenda(own, city).poster ?? 0;

  test('are smaller the more there is to print, and always large enough for a door', () => {
    const sizes = [4, 8, 12, 16, 20].map((blocks) => lettersOf(long(blocks, 30)));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
    expect(sizes[0]).toBeGreaterThan(sizes[4] ?? 0);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(15);
    expect(lettersOf(long(8, 120))).toBeLessThan(lettersOf(long(8, 30)));
  });

  test('where nothing fits in full, titles are cut at a word, and the script has them whole', () => {
    const own = long(20, 200);
    const words = text(planAgenda(own, city));
    expect(words).toMatch(/\t(?:parole da leggere )+(?:parole|parole da|parole da leggere)…$/m);
    expect(words).not.toContain('parole da leggere '.repeat(6));
    expect(text(planScript(own, bare, city))).toContain('parole da leggere '.repeat(11).trim());
  });

  test('of a whole day of sixty blocks stay readable, over more than one sheet', () => {
    const own = long(60, 200);
    expect(lettersOf(own)).toBeGreaterThanOrEqual(12);
    expect(text(planAgenda(own, city))).toContain('parole da leggere '.repeat(11).trim());
  });

  test('are those of the Word file', async () => {
    const agenda = planAgenda(plan, city);
    const { parts } = await openWord(await docxOf(agenda));
    const styles = all(parts.get('word/styles.xml') as Xml, 'w:style');
    const row = styles.find(({ attributes }) => attributes['w:styleId'] === 'TableText') as Xml;
    expect(Number(all(row, 'w:sz')[0]?.attributes['w:val'])).toBe(Math.round((agenda.poster ?? 0) * 2));
    expect(agenda.poster).toBeGreaterThan(20);
  });
});

describe('the slides', () => {
  const deck = planSlides(plan, shelf, city);
  const titles = deck.slides.map(({ title }) => title);
  const printed = ({ columns }: (typeof deck.slides)[number]): string[] =>
    columns
      .flat()
      .flatMap(({ heading, items }) => [
        heading ?? '',
        ...items.map((runs) => runs.map((run) => run.text).join('')),
      ]);
  const slideOf = (title: string) => {
    const found = deck.slides.find((slide) => slide.title === title);
    if (!found) throw new Error(`no slide ${title}`);
    return found;
  };

  test('begin with the title, go on block by block, and end with what to do after', () => {
    expect(titles).toEqual([
      'Una mattina a Lecce',
      'Che cosa sapremo fare',
      'Il programma',
      'Il caso',
      'ToNite: il dilemma',
      'ToNite: le domande',
      'Il cerchio',
      'Pausa',
      'Due strade',
      'Homes4All: il dilemma',
      'Homes4All: le domande',
      'Prima di andare',
    ]);
    expect(printed(slideOf('Prima di andare')).join('\n')).toContain('Telefona al collega');
    expect(slideOf('Prima di andare').notes).toContain('ToNite: https://esempio.it/practice/tonite/');
  });

  test('a case that is worked on twice has its dilemma and its questions where they belong, once each', () => {
    let own = withFields(plan, {});
    own = { ...own, blocks: own.blocks.slice(0, 1) };
    own = addBlock(own, 'groups', { title: 'Discutiamo', practice: case1 });
    own = addBlock(own, 'groups', { title: 'Domande', practice: case1, sections: ['Il problema'] });
    const order = planSlides(own, shelf, city)
      .slides.map(({ title }) => title)
      .slice(3, -1);
    expect(order).toEqual(['Il caso', 'Discutiamo', 'ToNite: il dilemma', 'Domande', 'ToNite: le domande']);
  });

  test('say in their notes what is for who leads, and what they do not print in full', () => {
    const { notes } = slideOf('Il cerchio');
    expect(notes).toContain('Non date consigli.');
    expect(notes).toContain('Primo giro (20 min, in piccoli gruppi): Ognuno parla un minuto.');
    expect(printed(slideOf('Il cerchio'))).not.toContain('Non date consigli.');
  });

  test('print no more than there is room for, whatever is written; the rest is in the notes', () => {
    const many: Activity = {
      ...activity,
      invitation: 'Parole per cominciare, molte e senza un punto '.repeat(13).trim(),
      steps: Array.from({ length: 15 }, (_, index) => ({
        title: `Passo numero ${index + 1} `.repeat(6).trim(),
        minutes: 5,
        grouping: 'small' as const,
        text: `Come si fa ${index + 1}`,
      })),
    };
    const own = { ...shelf, activities: new Map([['cerchio', many]]) };
    const full = planSlides(
      editBlock(plan, plan.blocks[1]?.key ?? '', { output: 'x'.repeat(2000) }),
      own,
      city,
    );
    const slide = full.slides.find(({ title }) => title === 'Il cerchio');
    const [left = [], right = []] = slide?.columns ?? [];
    const lines = (blocks: typeof left): number =>
      blocks
        .flatMap(({ heading, items }) => [
          heading ?? '',
          ...items.map((runs) => runs.map((run) => run.text).join('')),
        ])
        .reduce((sum, words) => sum + Math.ceil(words.length / 47), 0);
    expect(lines(left)).toBeLessThanOrEqual(17);
    expect(lines(right)).toBeLessThanOrEqual(17);
    expect(slide?.notes.join('\n')).toContain('Passo numero 15 ');
    expect(slide?.notes.join('\n')).toContain(many.invitation);
    expect(slide?.notes.join('\n')).toContain('x'.repeat(2000));
  });

  test('a long session has its programme over as many slides as it takes', () => {
    let own = plan;
    for (let index = 0; index < 56; index += 1) own = addBlock(own, 'groups', { title: `Blocco ${index}` });
    const parts = planSlides(own, bare, city).slides.filter(({ title }) => title.startsWith('Il programma'));
    expect(parts.at(-1)?.title).toBe('Il programma, 7 di 7');
    expect(parts.flatMap(printed).filter((line) => /Blocco \d+$/.test(line))).toHaveLength(56);
  });
});

describe('where a plan says nothing', () => {
  const empty = emptyPlan('a1');

  test('the papers say no more than there is', () => {
    expect(text(planAgenda(empty, ''))).toContain('Sessione senza titolo');
    expect(text(planScript(empty, bare, ''))).toContain('Il piano non ha ancora blocchi.');
    expect(planPack(empty, bare, '').blocks).toEqual([]);
    expect(planSlides(empty, bare, '').slides.map(({ title }) => title)).toEqual([
      'Sessione senza titolo',
      'Prima di andare',
    ]);
  });

  test('they are whole files all the same', async () => {
    for (const paper of [planAgenda(empty, ''), planScript(empty, bare, ''), planPack(empty, bare, '')])
      expect(wordsOf((await openWord(await docxOf(paper))).body)).toContain('Sessione senza titolo');
  });
});
