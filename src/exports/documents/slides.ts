import { printedAddress } from '../../knowledge/citation.ts';
import { headlinesOf } from '../../knowledge/brief.ts';
import { contrastMarks, contrastsWith } from '../../knowledge/conflicts.ts';
import type { OpenedSheet } from '../../knowledge/entry-file.ts';
import { evidenceLevels } from '../../knowledge/evidence.ts';
import { latestOf, type FactGroup } from '../../knowledge/facts.ts';
import {
  formatDate,
  formatEuro,
  formatNumber,
  formatValue,
  formatYears,
  plural,
} from '../../knowledge/format.ts';
import { partTitles } from '../../knowledge/sheet-parts.ts';
import { textContextOf } from '../../knowledge/text-context.ts';
import { costKinds, factRoles, practiceStatuses } from '../../schemas/labels.ts';
import type { Practice } from '../../schemas/practice.ts';
import { site } from '../../site.ts';
import { bodyOf, type Body } from './body.ts';
import { mapRuns } from './cited-sources.ts';
import { plainTextOf, runOf, undocumented, type Block, type Run } from './document.ts';
import { valueRuns } from './figure-runs.ts';
import { chosen, firstSentences, linesOf, sentencesOf, wordsOf } from './room.ts';
import { notesOf, sourceRuns, type SheetContext } from './sheet-blocks.ts';

/** A presentation as data: whatever makes one knows nothing of points and inches, whatever draws one nothing of sheets. */
export interface SlideDeck {
  title: string;
  subject: string;
  slides: readonly Slide[];
  /** Printed at the foot of each slide, before its number. */
  footer: string;
}

export interface Slide {
  title: string;
  /** `opening` has its title in the middle, and one column; `wide` has one column as wide as the slide. */
  look: 'opening' | 'columns' | 'wide' | 'table';
  columns: readonly (readonly SlideBlock[])[];
  table?: {
    head: readonly string[];
    rows: readonly (readonly (readonly Run[])[])[];
    widths: readonly number[];
  };
  /** Below the columns or the table. */
  remark?: string | undefined;
  /** The sources that the notes on this slide point to, in a few words each. */
  sources: string;
  /** What the speaker reads: the long text and the sources in full. */
  notes: readonly string[];
}

export interface SlideBlock {
  heading?: string;
  /** Paragraphs, or the items of a list. */
  items: readonly (readonly Run[])[];
  listed: boolean;
  look?: 'large' | 'soft' | undefined;
}

/** Lines of a column, letters of a line: what `pptx.ts` draws them with. A test lays them out with other letters. */
const room = { lines: 18, column: 47, footer: 2, footerLine: 175, rows: 18.5 };
const mostOfRemark = 200;

/** A sheet in five slides, for who has to tell it to others. What does not fit is in the notes or in the sheet. */
export function sheetSlides(sheet: OpenedSheet): SlideDeck {
  const { data } = sheet.practice;
  const opened: SheetContext = { sheet, data, context: textContextOf(sheet.graph, data) };
  const body = bodyOf(sheet, opened.context);
  return {
    title: data.title,
    subject: data.tagline,
    slides: [
      openingSlide(opened),
      storySlide(opened, body),
      numbersSlide(opened),
      workSlide(opened),
      questionsSlide(opened),
    ],
    footer: `${site.name}, ${printedAddress(sheet.page)}`,
  };
}

function openingSlide(opened: SheetContext): Slide {
  const { data, context, sheet } = opened;
  const { level } = sheet.computed.evidence;
  const { name, rule } = evidenceLevels[level];
  const { title: city } = context.graph.get('city', data.city).data;
  const when: Run = {
    ...runOf(formatYears(data.period)),
    notes: notesOf(context, ...(data.period.sources ?? [])),
  };
  return slideOf(opened, {
    title: data.title,
    look: 'opening',
    columns: [
      [
        { items: [[{ text: `${city}, ` }, when]], listed: false, look: 'large' },
        { items: [[{ text: data.tagline }]], listed: false, look: 'large' },
        {
          items: [
            [
              {
                text: `Chi guida: ${data.lead.name.replace(/\.$/, '')}. Stato: ${practiceStatuses[data.status]}.`,
              },
            ],
            [{ text: `Prove raccolte nella scheda: livello ${level}, ${name} (${rule}).` }],
          ],
          listed: false,
          look: 'soft',
        },
      ],
    ],
    notes: [
      data.summary,
      data.district ? `Luoghi: ${data.district.replace(/\.$/, '')}.` : '',
      data.period.note ?? '',
      'I numeri piccoli sono quelli delle fonti nella pagina della scheda. Il livello di prova giudica la scheda, non la città.',
    ],
  });
}

function storySlide(opened: SheetContext, body: Body): Slide {
  const sections = ['Il problema', 'Che cosa hanno fatto'].map(
    (title) => body.sections.find((section) => section.title === title)?.blocks ?? [],
  );
  const [problem = [], answer = []] = sections;
  const fits = (items: readonly (readonly Run[])[]) => (taken: readonly (readonly Run[])[]) =>
    columnHeight([{ heading: ' ', items: taken, listed: false }]) <= room.lines &&
    footerFits(opened, [...items, ...taken]);
  const problemItems = beginning(problem, fits([]));
  const answerItems = beginning(answer, fits(problemItems));
  const column = (heading: string, section: readonly Block[], items: readonly Run[][]): SlideBlock[] => {
    const none =
      section.length > 0 ? { text: 'Nelle note di questa diapositiva e nella scheda.' } : undocumented;
    return [{ heading, items: items.length > 0 ? items : [[none]], listed: false }];
  };
  return slideOf(opened, {
    title: 'Il problema e la risposta',
    look: 'columns',
    columns: [column('Il problema', problem, problemItems), column('La risposta', answer, answerItems)],
    notes: [...['Il problema', ...textOf(problem)], ...['Che cosa hanno fatto', ...textOf(answer)]],
    noted: [...problem, ...answer].flatMap(notesIn),
  });
}

/** The first paragraphs of a section, then the first sentences of the next: as many as fit. */
function beginning(blocks: readonly Block[], fits: (items: Run[][]) => boolean): Run[][] {
  const taken: Run[][] = [];
  for (const block of blocks) {
    if (block.kind !== 'paragraph') break;
    if (fits([...taken, [...block.runs]])) {
      taken.push([...block.runs]);
      continue;
    }
    let part: Run[] = [];
    for (const sentence of sentencesOf(block.runs)) {
      const longer = [...part, ...sentence];
      if (!fits([...taken, longer])) break;
      part = longer;
    }
    if (part.length > 0) taken.push(part);
    break;
  }
  // what announces a list is nothing without it
  while (/:\s*$/.test(taken.at(-1)?.at(-1)?.text ?? '')) taken.pop();
  return taken;
}

function numbersSlide(opened: SheetContext): Slide {
  const { context } = opened;
  const groups = byWeight(opened);
  const isWithin = (rows: readonly (readonly Run[])[][]) =>
    rows.reduce((sum, row) => sum + rowHeight(row), 0) <= room.rows && footerFits(opened, rows.flat());
  const rows = chosen<(readonly Run[])[]>(
    [{ items: groups.map((group) => rowOf(group, opened)), most: 11 }],
    ([taken = []]) => isWithin(taken),
  )[0] as Run[][][];
  const left = groups.length - rows.length;
  return slideOf(opened, {
    title: 'I numeri, ognuno con la sua fonte',
    look: 'table',
    columns: [],
    table: {
      head: ['Che cosa', 'Quanto', 'Alla data'],
      rows: rows.length > 0 ? rows : [[[{ text: 'Dati con una fonte' }], [undocumented], [undocumented]]],
      widths: widths.map((width) => width / 100),
    },
    remark:
      left > 0
        ? `${left === 1 ? 'Un altro dato è' : `Altri ${formatNumber(left)} dati sono`} nelle note di questa diapositiva e nella scheda.`
        : undefined,
    notes: [
      'Tutti i dati della scheda:',
      ...context.groups.flatMap((group) => group.facts.map((fact) => factLine(fact, group, opened))),
      ...context.contrasts.flatMap(({ title, sentences }) =>
        sentences.map(({ of, text }) => `${[title, of].filter(Boolean).join(', ')}: ${text}`),
      ),
    ],
    noted: context.groups.flatMap(({ facts }) => notesOf(context, ...facts.map(({ source }) => source))),
  });
}

/** The figures that every reader looks for, then those on which sources differ, then what was done. */
export function byWeight({ context }: SheetContext): FactGroup[] {
  const { money, people } = headlinesOf(context.groups);
  const first = [money?.group, people?.group].filter((group) => group !== undefined);
  const differing = context.groups.filter(({ disagreement }) => disagreement?.kind === 'conflict');
  const kinds = ['outcome', 'output', 'input'] as const;
  const others = kinds.flatMap((kind) => context.groups.filter(({ indicator }) => indicator.kind === kind));
  return [...new Set([...first, ...differing, ...others])];
}

/** Shares of the width, in hundredths, and letters of a line in each. */
const widths = [46, 36, 18];
const letters = [52, 38, 19];

export function rowOf(group: FactGroup, opened: SheetContext): Run[][] {
  const { context } = opened;
  const role = group.facts[0]?.role ?? 'result';
  const about = [group.scope, role === 'result' ? null : factRoles[role]].filter(Boolean).join(', ');
  const marks = contrastsWith(context.contrasts, group).map(({ kind }) => contrastMarks[kind]);
  // one day for each value, in the order of the values; once where they share it
  const values = Map.groupBy(group.facts, (fact) => formatValue(fact, group.indicator));
  const latest = [...values.values()].map((facts) => latestOf(facts).asOf);
  const days = new Set(latest).size === 1 ? latest.slice(0, 1) : latest;
  return [
    [{ text: group.indicator.title + (about ? `, ${about}` : '') }],
    [
      ...valueRuns(group, opened),
      ...(marks.length > 0 ? [{ text: ` (${[...new Set(marks)].join('; ')})` }] : []),
    ],
    days.flatMap((day, index) => [
      ...(index > 0 ? [{ text: ' / ' }] : []),
      day === undefined ? undocumented : { text: formatDate(day) },
    ]),
  ];
}

const rowHeight = (row: readonly (readonly Run[])[]): number =>
  Math.max(...row.map((runs, index) => linesOf(wordsOf(runs), letters[index] ?? 10))) + 0.35;

function factLine(fact: FactGroup['facts'][number], group: FactGroup, { context }: SheetContext): string {
  const role = fact.role && fact.role !== 'result' ? ` (${factRoles[fact.role]})` : '';
  const name = [group.indicator.title, group.scope].filter(Boolean).join(', ');
  const day = fact.asOf ? formatDate(fact.asOf) : 'data non documentata';
  const more = [fact.note, fact.locator, fact.quote && `«${fact.quote}»`].filter(Boolean).join(' ');
  return `${name}: ${formatValue(fact, group.indicator)}${role} [${context.numberOf(fact.source)}], ${day}. ${more}`.trim();
}

function workSlide(opened: SheetContext): Slide {
  const { data } = opened;
  const remark = remarkOf(opened);
  return partsSlide(opened, 'Come si fa', [
    [
      { title: partTitles.percorso, items: (data.procedure ?? []).map(stepRuns), most: 5, of: 'passi' },
      { title: partTitles.risorse, items: moneyItems(opened), most: 4, of: 'voci' },
    ],
    [
      {
        title: partTitles.condizioni,
        items: bestFirst(data.conditions ?? []).map((condition) => remark(condition)),
        most: 4,
        of: 'condizioni',
      },
      { title: partTitles['quando-no'], items: (data.whenNotTo ?? []).map(remark), most: 3, of: 'casi' },
    ],
  ]);

  function stepRuns({ step, act, months, source }: NonNullable<Practice['procedure']>[number]): Run[] {
    const more = [act, months === undefined ? '' : plural(months, 'mese', 'mesi')].filter(Boolean).join(', ');
    return [{ text: step + (more ? ` (${more})` : ''), notes: notesOf(opened.context, source) }];
  }
}

/** Indispensable conditions before the others, in the order of the sheet. */
const bestFirst = (conditions: NonNullable<Practice['conditions']>) => [
  ...conditions.filter(({ essential }) => essential),
  ...conditions.filter(({ essential }) => !essential),
];

/** What was paid, the largest first; where nobody documented it, where the money came from. */
function moneyItems({ data, context }: SheetContext): Run[][] {
  const costs = [...(data.costs ?? [])].sort((a, b) => b.amount - a.amount);
  const funds = [...(data.funding ?? [])].sort((a, b) => (b.amount ?? 0) - (a.amount ?? 0));
  return [
    ...costs.map(({ item, amount, kind, year, source }) => [
      { text: `${item}: ` },
      { text: formatEuro(amount), bold: true, notes: notesOf(context, source) },
      { text: ` (${[costKinds[kind], year].filter(Boolean).join(', ')})` },
    ]),
    ...funds.map(({ programme, name, amount, source }) => {
      const title = programme ? context.graph.get('programme', programme).data.title : null;
      return [
        { text: `Finanziamento: ${[title, name].filter(Boolean).join(', ')}, ` },
        {
          ...(amount === undefined ? undocumented : { text: formatEuro(amount), bold: true }),
          notes: notesOf(context, source),
        },
      ];
    }),
  ];
}

function questionsSlide(opened: SheetContext): Slide {
  const { data } = opened;
  const remark = remarkOf(opened);
  const plain = (text: string): Run[] => [{ text }];
  return partsSlide(
    opened,
    'Da sapere, e da discutere',
    [
      [
        {
          title: partTitles.difficolta,
          items: (data.difficulties ?? []).map(remark),
          most: 4,
          of: 'difficoltà',
        },
        {
          title: 'Che cosa non sappiamo',
          items: (data.openQuestions ?? []).map(plain),
          most: 4,
          of: 'domande',
        },
      ],
      [
        {
          title: partTitles['in-aula'],
          items: (data.teaching?.questions ?? []).map(plain),
          most: 6,
          of: 'domande',
        },
      ],
    ],
    data.teaching ? ['Il dilemma', data.teaching.dilemma] : [],
  );
}

const remarkOf =
  ({ context }: SheetContext) =>
  ({ text, source }: { text: string; source?: string | undefined }): Run[] => [
    { text: firstSentences(text, mostOfRemark), notes: notesOf(context, source) },
  ];

interface Part {
  title: string;
  items: readonly Run[][];
  most: number;
  /** What they are called, where some are left out. */
  of: string;
}

/** Two columns of lists: the first items of each, as many as fit; all of them are in the notes. */
function partsSlide(
  opened: SheetContext,
  title: string,
  columns: readonly (readonly Part[])[],
  before: readonly string[] = [],
): Slide {
  const parts = columns.flat();
  const blocksOf = (column: readonly Part[], taken: readonly (readonly (readonly Run[])[])[]): SlideBlock[] =>
    column.flatMap((part) => partBlocks(part, taken[parts.indexOf(part)] ?? []));
  const taken = chosen<readonly Run[]>(
    parts,
    (items) =>
      columns.every((column) => columnHeight(blocksOf(column, items)) <= room.lines) &&
      footerFits(opened, items.flat()),
  );
  return slideOf(opened, {
    title,
    look: 'columns',
    columns: columns.map((column) => blocksOf(column, taken)),
    notes: [
      ...before,
      ...parts.flatMap(({ title, items }) => [
        title,
        ...(items.length > 0 ? items.map((runs) => `– ${plain(runs)}`) : ['Non documentato.']),
      ]),
    ],
    noted: parts.flatMap(({ items }) => items.flatMap((runs) => runs.flatMap(({ notes = [] }) => notes))),
  });
}

function partBlocks({ title, items, of }: Part, taken: readonly (readonly Run[])[]): SlideBlock[] {
  const left = items.length - taken.length;
  if (items.length === 0) return [{ heading: title, items: [[undocumented]], listed: false }];
  const more =
    taken.length > 0
      ? `Nelle note: altre ${formatNumber(left)} voci.`
      : `Nelle note: ${formatNumber(left)} ${of}.`;
  return [
    { heading: title, items: taken, listed: true },
    ...(left > 0
      ? [
          {
            items: [[{ text: left === 1 && taken.length > 0 ? 'Nelle note: un’altra voce.' : more }]],
            listed: false,
            look: 'soft' as const,
          },
        ]
      : []),
  ];
}

/** Lines of a column: a heading is larger, and paragraphs stand apart. */
const columnHeight = (blocks: readonly SlideBlock[]): number =>
  blocks.reduce(
    (sum, { heading, items, listed, look }) =>
      sum +
      (heading ? linesOf(heading, room.column) * 1.2 + 0.5 : 0) +
      items.reduce(
        (height, runs) =>
          height + linesOf(wordsOf(runs), room.column - (listed ? 3 : 0)) * (look === 'soft' ? 0.8 : 1) + 0.3,
        0,
      ),
    0,
  );

/** The notes on the slide have their sources at its foot, and the foot has room for them. */
const footerFits = (opened: SheetContext, items: readonly (readonly Run[])[]): boolean =>
  linesOf(footerOf(opened, items.flat()), room.footerLine) <= room.footer;

const numbersIn = (runs: readonly Run[]): number[] =>
  [...new Set(runs.flatMap(({ notes = [] }) => notes))].sort((a, b) => a - b);

function footerOf({ context }: SheetContext, runs: readonly Run[]): string {
  const sources = numbersIn(runs).flatMap((number) => {
    const source = context.sources[number - 1];
    return source ? `${number}. ${source.publisher}${source.date ? `, ${source.date.slice(0, 4)}` : ''}` : [];
  });
  if (sources.length === 0) return '';
  return `${sources.length === 1 ? 'Fonte' : 'Fonti'}: ${sources.join('; ')}`;
}

type Told = Omit<Slide, 'sources'> & {
  /** Sources that only the speaker’s notes cite. */
  noted?: readonly number[];
};

/** A slide with the sources of what stands on it, and in its notes those of all that is said. */
function slideOf(opened: SheetContext, { noted = [], notes, ...slide }: Told): Slide {
  const printed = [
    ...slide.columns.flat().flatMap(({ items }) => items.flat()),
    ...(slide.table?.rows.flat(2) ?? []),
  ];
  const all = numbersIn([...printed, { text: '', notes: noted }]);
  const full = all.flatMap((number) => {
    const source = opened.context.sources[number - 1];
    return source ? `${number}. ${plain(sourceRuns(source))}` : [];
  });
  return {
    ...slide,
    sources: footerOf(opened, printed),
    notes: [
      ...notes.filter((text) => text !== ''),
      ...(full.length > 0 ? ['Fonti', ...full] : []),
      `La scheda: ${opened.sheet.page}`,
    ],
  };
}

const plain = (runs: readonly Run[]): string =>
  runs.map(({ text, notes = [] }) => text + notes.map((number) => `[${number}]`).join('')).join('');

/** The words of blocks, a line for each paragraph. */
const textOf = (blocks: readonly Block[]): string[] =>
  plainTextOf({ title: '', kind: '', footer: '', blocks }).split('\n').filter(Boolean);

function notesIn(block: Block): number[] {
  const found: number[] = [];
  mapRuns(block, (runs) => {
    found.push(...numbersIn(runs));
    return [...runs];
  });
  return found;
}
