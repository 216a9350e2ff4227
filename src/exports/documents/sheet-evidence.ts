import type { Contrast } from '../../knowledge/conflicts.ts';
import { contrastMarks, contrastsWith } from '../../knowledge/conflicts.ts';
import type { FactGroup } from '../../knowledge/facts.ts';
import { capital, formatDate, formatEuro, formatNumber, formatValue } from '../../knowledge/format.ts';
import { pageOf } from '../../knowledge/routes.ts';
import { partTitles } from '../../knowledge/sheet-parts.ts';
import { evaluationLabel, staffText, unexplained } from '../../knowledge/sheet-words.ts';
import type { Fact } from '../../schemas/fact.ts';
import {
  costKinds,
  differenceKinds,
  documentKinds,
  factRoles,
  indicatorKinds,
  organisationKinds,
} from '../../schemas/labels.ts';
import { routeFrom } from './addresses.ts';
import { heading, runOf, undocumented, type Block, type Run } from './document.ts';
import { lineOf, listOf, notesOf, part, remarks, subpart, type SheetContext } from './sheet-blocks.ts';

/** Figures, money, people and acts: what the sheet rests on. */
export const evidenceBlocks = (sheet: SheetContext): Block[] => [
  ...part(partTitles.dati, [
    ...sheet.context.contrasts.flatMap((contrast) => contrastBlocks(contrast, sheet)),
    ...factTables(sheet),
    ...subpart('Valutazioni', evaluations(sheet)),
  ]),
  ...part(partTitles.risorse, moneyBlocks(sheet)),
  ...part(partTitles.chi, peopleBlocks(sheet)),
  ...part(partTitles.percorso, [
    ...procedureTable(sheet),
    ...subpart('Atti e documenti', documentsList(sheet)),
  ]),
];

/** The values side by side, each with who says it and when; then why they differ. */
function contrastBlocks({ kind, title, values, sentences }: Contrast, { context }: SheetContext): Block[] {
  const saidBy = (fact: Fact, index: number): Run => {
    const publisher = context.sources.find(({ id }) => id === fact.source)?.publisher ?? '';
    const when = fact.asOf ? formatDate(fact.asOf) : 'data non documentata';
    return {
      text: `${index > 0 ? '\n' : ''}${publisher}, ${when}`,
      notes: notesOf(context, fact.source),
    };
  };
  return [
    heading(2, title),
    {
      kind: 'table',
      caption: capital(differenceKinds[kind]),
      head: ['Valore', 'Fonte e data'],
      widths: [35, 65],
      rows: values.map(({ text, counts, facts }) => [
        [{ text, bold: true }, ...(counts ? [{ text: `\n${counts}` }] : [])],
        facts.map(saidBy),
      ]),
    },
    ...sentences.map(({ of, text }) => lineOf([...(of ? [{ text: `${of}: `, bold: true }] : []), { text }])),
    ...(sentences.length === 0 ? [lineOf([{ text: unexplained }])] : []),
  ];
}

/** A table for each kind of fact, so that each says at its head what it holds. */
const factTables = (sheet: SheetContext): Block[] =>
  (['input', 'output', 'outcome'] as const).flatMap((kind) => {
    const groups = sheet.context.groups.filter((group) => group.indicator.kind === kind);
    const name = capital(indicatorKinds[kind]);
    return subpart(
      name,
      groups.length === 0
        ? []
        : [
            {
              kind: 'table' as const,
              caption: 'Tutti i dati, con data e fonte',
              head: ['Dato', 'Valore', 'Alla data', 'Fonte'],
              widths: [30, 22, 19, 29],
              rows: groups.flatMap((group) => group.facts.map((fact) => factRow(fact, group, sheet))),
            },
          ],
    );
  });

function factRow(fact: Fact, group: FactGroup, { context }: SheetContext): Run[][] {
  const marks = contrastsWith(context.contrasts, group).map(({ kind }) => contrastMarks[kind]);
  const publisher = context.sources.find(({ id }) => id === fact.source)?.publisher ?? '';
  return [
    [
      { text: group.indicator.title, bold: true },
      ...lines(group.scope, fact.role && fact.role !== 'result' && factRoles[fact.role], fact.note),
    ],
    [{ text: formatValue(fact, group.indicator), bold: true }, ...lines(...new Set(marks))],
    [fact.asOf ? { text: formatDate(fact.asOf) } : undocumented],
    [
      { text: publisher, notes: notesOf(context, fact.source) },
      ...lines(fact.locator, fact.quote && `«${fact.quote}»`),
    ],
  ];
}

/** Each on a line of its own, below what a cell begins with. */
const lines = (...texts: readonly (string | false | null | undefined)[]): Run[] =>
  texts.flatMap((text) => (text ? { text: `\n${text}` } : []));

const evaluations = ({ data, context }: SheetContext): Block[] =>
  remarks(
    (data.evaluation ?? []).map((evaluation) => ({
      text: evaluation.text ?? '',
      source: evaluation.source,
      label: evaluationLabel(evaluation),
    })),
    context,
  );

function moneyBlocks({ sheet, data, context }: SheetContext): Block[] {
  const funding = data.funding ?? [];
  const costs = data.costs ?? [];
  const programme = (id: string): Run => ({
    text: context.graph.get('programme', id).data.title,
    href: routeFrom(sheet.page, pageOf('programme', id)),
  });
  const missing = (what: string): Block => lineOf([{ text: `${what}: ` }, undocumented, { text: '.' }]);
  const blocks: Block[] = [];
  if (funding.length > 0)
    blocks.push({
      kind: 'table',
      caption: 'Da dove vengono le risorse',
      head: ['Fonte di finanziamento', 'Importo'],
      widths: [72, 28],
      rows: funding.map((item) => [
        [
          ...(item.programme ? [programme(item.programme)] : []),
          {
            text: (item.programme && item.name ? ', ' : '') + (item.name ?? ''),
            notes: notesOf(context, item.source),
          },
          ...lines(item.note),
        ],
        [item.amount === undefined ? undocumented : { text: formatEuro(item.amount), bold: true }],
      ]),
    });
  if (costs.length > 0)
    blocks.push({
      kind: 'table',
      caption: 'Che cosa si è pagato',
      head: ['Voce', 'Importo', 'Anno'],
      widths: [54, 26, 20],
      rows: costs.map((item) => [
        [
          { text: item.item, notes: notesOf(context, item.source) },
          ...lines([costKinds[item.kind], item.note].filter(Boolean).join('; ')),
        ],
        [{ text: formatEuro(item.amount), bold: true }],
        [runOf(item.year === undefined ? null : String(item.year))],
      ]),
    });
  if (costs.length === 0) blocks.push(missing('Voci di spesa'));
  if (funding.length === 0) blocks.push(missing('Finanziamenti'));
  return blocks;
}

function peopleBlocks({ data, context }: SheetContext): Block[] {
  const orNothing = (blocks: readonly Block[]): readonly Block[] =>
    blocks.length > 0 ? blocks : [lineOf([undocumented])];
  const partners = (data.partners ?? []).map(({ name, role, source }) => ({
    text: [name, role].filter(Boolean).join(': '),
    source,
  }));
  const staff = (data.staffing ?? []).map((member) => ({ text: staffText(member), source: member.source }));
  return [
    heading(2, 'Guida'),
    lineOf([{ text: `${data.lead.name} (${organisationKinds[data.lead.kind]})` }]),
    heading(2, 'Partner'),
    ...orNothing(remarks(partners, context)),
    heading(2, 'Persone al lavoro'),
    ...orNothing(remarks(staff, context)),
    heading(2, 'A chi chiedere'),
    lineOf([data.contact ? { text: data.contact.office, href: data.contact.url } : undocumented]),
    // paper cannot be clicked
    ...(data.contact?.url ? [lineOf([{ text: data.contact.url, href: data.contact.url }], 'small')] : []),
  ];
}

function procedureTable({ data, context }: SheetContext): Block[] {
  const steps = data.procedure ?? [];
  if (steps.length === 0) return [];
  return [
    {
      kind: 'table',
      caption: 'I passi, in ordine, con atti, organi e durata',
      head: ['Passo', 'Atto', 'Organo', 'Mesi'],
      widths: [36, 26, 20, 18],
      rows: steps.map((step, index) => [
        [
          { text: `${index + 1}. ${step.step}`, bold: true, notes: notesOf(context, step.source) },
          ...lines(step.note),
        ],
        [runOf(step.act ?? (step.document && 'documento'), { href: step.document })],
        [runOf(step.body)],
        [runOf(step.months ? formatNumber(step.months) : null)],
      ]),
    },
  ];
}

const documentsList = ({ data, context }: SheetContext): Block[] =>
  listOf(
    (data.documents ?? []).map(({ title, kind, url, reusable, source }) => [
      lineOf([
        { text: `${capital(documentKinds[kind])}: `, bold: true },
        { text: title, notes: notesOf(context, source) },
      ]),
      ...(url ? [lineOf([{ text: url, href: url }], 'small')] : []),
      ...(reusable ? [lineOf([{ text: 'Altri Comuni possono partire da qui.' }])] : []),
    ]),
  );
