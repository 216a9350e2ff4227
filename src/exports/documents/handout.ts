import { printedAddress } from '../../knowledge/citation.ts';
import { headlinesOf } from '../../knowledge/brief.ts';
import type { OpenedSheet } from '../../knowledge/entry-file.ts';
import { evidenceLevels } from '../../knowledge/evidence.ts';
import { capital, formatDate, formatNumber, formatYears, plural } from '../../knowledge/format.ts';
import { partTitles } from '../../knowledge/sheet-parts.ts';
import { textContextOf } from '../../knowledge/text-context.ts';
import { organisationKinds, practiceStatuses } from '../../schemas/labels.ts';
import type { Source } from '../../schemas/source.ts';
import { site } from '../../site.ts';
import { withCitedSources } from './cited-sources.ts';
import { heading, runOf, undocumented, type Block, type Run, type TextDocument } from './document.ts';
import { headlineRuns } from './figure-runs.ts';
import { chosen, firstSentences, linesOf, wordsOf } from './room.ts';
import { lineOf, notesOf, type SheetContext } from './sheet-blocks.ts';

/** What the sheet of paper holds, in lines across the page, and how many letters stand in a line. */
const page = { lines: 67, across: 112, column: 52, table: 88 };
/** A sentence or two of each remark: the rest is in the sheet. */
const mostOfRemark = 230;
/** A title is a name: where it is longer than this it is not printed whole. */
const mostOfTitle = 90;
/** An address that nobody would copy by hand is left to the sheet. */
const mostOfAddress = 100;

/** A part of the handout: the items to choose from, and what the others are called. */
interface Part {
  title: string;
  items: readonly Run[][];
  most: number;
  /** How many there are in the sheet. */
  total: number;
  /** `['un altro caso', 'altri', 'casi']` */
  names: readonly [one: string, others: string, many: string];
  ordered?: boolean;
}

/**
 * A sheet on one page of A4, for who has three minutes. What does not fit is left out whole and counted; a figure
 * never goes without its note.
 */
export function handout(sheet: OpenedSheet): TextDocument {
  const { data } = sheet.practice;
  const context = textContextOf(sheet.graph, data);
  const opened: SheetContext = { sheet, data, context };
  const parts = partsOf(opened);
  const blocksWith = (items: readonly (readonly Run[][])[]): Block[] =>
    withCitedSources(
      [
        lineOf([{ text: data.summary }], 'read'),
        glance(opened),
        ...parts.flatMap((part, index) => partBlocks(part, items[index] ?? [])),
      ],
      context.sources,
      'Le fonti citate qui',
      sourceRuns,
    );
  const isWithin = (items: readonly (readonly Run[][])[]) =>
    linesOf(data.title, 52) * 1.6 + linesOf(data.tagline, 80) + heightOf(blocksWith(items)) <= page.lines;
  return {
    kind: 'Foglio di una pagina',
    title: data.title,
    lead: data.tagline,
    blocks: blocksWith(chosen(parts, isWithin)),
    onePage: true,
    footer: `${site.name}, la scheda intera: ${printedAddress(sheet.page)}`,
  };
}

/** The answers that every reader looks for first. */
function glance(opened: SheetContext): Block {
  const { data, context, sheet } = opened;
  const { money, people } = headlinesOf(context.groups);
  const { level } = sheet.computed.evidence;
  const { name, rule } = evidenceLevels[level];
  const row = (title: string, ...runs: Run[]): Run[][] => [[{ text: title }], runs];
  const { title: city } = context.graph.get('city', data.city).data;
  return {
    kind: 'table',
    caption: 'La pratica in breve',
    head: ['Che cosa', 'Che cosa dice la scheda'],
    widths: [20, 80],
    rows: [
      row('Dove', { text: [city, data.district].filter(Boolean).join(', ') }),
      row(
        'Quando',
        { ...runOf(formatYears(data.period)), notes: notesOf(context, ...(data.period.sources ?? [])) },
        { text: data.period.note ? `. ${data.period.note}` : '' },
      ),
      row('Chi guida', { text: `${data.lead.name} (${organisationKinds[data.lead.kind]})` }),
      row('Risorse', ...headlineRuns(money, opened)),
      row('Persone raggiunte', ...headlineRuns(people, opened)),
      row('Stato', { text: practiceStatuses[data.status] }),
      row('Prove', { text: `Livello ${level}, ${name}: ${rule}. Giudica la scheda, non la città.` }),
    ],
  };
}

/** In the order in which they are printed, which is also that in which they get room. */
function partsOf({ data, context }: SheetContext): Part[] {
  const core = (data.components ?? []).filter(({ kind }) => kind === 'core');
  const essential = (data.conditions ?? []).filter((condition) => condition.essential);
  const remark = ({ text, source }: { text: string; source?: string | undefined }): Run[] => [
    { text: firstSentences(text, mostOfRemark), notes: notesOf(context, source) },
  ];
  const part = (
    title: string,
    items: readonly Run[][],
    most: number,
    names: Part['names'],
    total = items.length,
  ): Part => ({ title, items, most, total, names });
  return [
    part(
      'Le parti essenziali: se mancano, è un’altra cosa',
      core.map(({ name, why, source }) => [
        { text: name, bold: true, notes: notesOf(context, source) },
        { text: `: ${firstSentences(why, mostOfRemark)}` },
      ]),
      3,
      ['un’altra parte essenziale', 'altre', 'parti essenziali'],
    ),
    part(
      `${partTitles.condizioni}: le condizioni indispensabili`,
      essential.map(remark),
      3,
      ['un’altra condizione', 'altre', 'condizioni'],
      (data.conditions ?? []).length,
    ),
    part(partTitles['quando-no'], (data.whenNotTo ?? []).map(remark), 2, ['un altro caso', 'altri', 'casi']),
    part(partTitles.difficolta, (data.difficulties ?? []).map(remark), 2, [
      'un’altra difficoltà',
      'altre',
      'difficoltà',
    ]),
    {
      ...part('I primi atti', (data.procedure ?? []).map(stepRuns), 3, ['un altro passo', 'altri', 'passi']),
      ordered: true,
    },
    part(
      'Che cosa non sappiamo',
      (data.openQuestions ?? []).map((text) => [{ text }]),
      2,
      ['un’altra domanda', 'altre', 'domande'],
    ),
  ];

  function stepRuns({ step, act, body, months, source }: NonNullable<typeof data.procedure>[number]): Run[] {
    const time = months === undefined ? '' : plural(months, 'mese', 'mesi');
    return [{ text: [step, act, body, time].filter(Boolean).join('; '), notes: notesOf(context, source) }];
  }
}

function partBlocks({ title, total, names, ordered = false }: Part, items: readonly Run[][]): Block[] {
  const left = total - items.length;
  const [one, others, many] = names;
  const count =
    items.length > 0 ? `${others} ${formatNumber(left)} ${many}` : `${formatNumber(left)} ${many}`;
  const more = `${capital(left === 1 && items.length > 0 ? one : count)} nella scheda.`;
  return [
    heading(1, title),
    ...(items.length > 0
      ? [{ kind: 'list' as const, ordered, items: items.map((runs) => [lineOf(runs)]) }]
      : []),
    ...(left > 0 ? [lineOf([{ text: more }], 'small')] : []),
    ...(total === 0 ? [lineOf([undocumented])] : []),
  ];
}

/** Enough to find it again: the list of the sheet has the rest. */
function sourceRuns({ publisher, title, date, url }: Source): Run[] {
  const name =
    title.length <= mostOfTitle ? title : `${title.slice(0, title.lastIndexOf(' ', mostOfTitle))}…`;
  return [
    { text: `${publisher}, ` },
    { text: name, italic: true },
    { text: `, ${date ? formatDate(date) : 'data non indicata'}` },
    ...(url && url.length <= mostOfAddress ? [{ text: '. ' }, { text: url, href: url }] : []),
  ];
}

/** Lines across the page. Below the table the text stands in two columns, so that a line there counts half. */
function heightOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + blockHeight(block), 0);
}

function blockHeight(block: Block): number {
  switch (block.kind) {
    case 'heading':
      return (linesOf(block.text, page.column) + 0.9) / 2;
    case 'paragraph':
      return block.look === 'read'
        ? linesOf(wordsOf(block.runs), page.across) * 1.15 + 0.5
        : linesOf(wordsOf(block.runs), page.column) / 2;
    case 'list':
      return block.items.reduce((sum, item) => sum + heightOf(item) + 0.1, 0);
    case 'table':
      return block.rows.reduce((sum, row) => sum + linesOf(wordsOf(row.at(-1) ?? []), page.table) + 0.25, 1);
    case 'sources':
      return block.items.reduce((sum, runs) => sum + linesOf(wordsOf(runs), page.column) / 2, 0.2);
    // a sheet has none of these
    case 'blank':
    case 'boxes':
    case 'page-break':
      return 0;
  }
}
