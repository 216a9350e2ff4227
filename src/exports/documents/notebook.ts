import { printedAddress } from '../../knowledge/citation.ts';
import { headlinesOf, type Headline } from '../../knowledge/brief.ts';
import type { OpenedSheet } from '../../knowledge/entry-file.ts';
import { evidenceLevels } from '../../knowledge/evidence.ts';
import { formatDate, formatYears } from '../../knowledge/format.ts';
import { textContextOf, type TextContext } from '../../knowledge/text-context.ts';
import { site } from '../../site.ts';
import { withCitedSources } from './cited-sources.ts';
import { heading, paragraph, runOf, undocumented } from './document.ts';
import type { Block, Run, TextDocument } from './document.ts';
import { mergeSources } from './merged-sources.ts';

/** One thing that the reader put aside, with what it takes to print it. */
export type NotebookPart = {
  /** What the reader wrote beside it. */
  note: string;
} & (
  | { kind: 'practice'; sheet: OpenedSheet }
  /** A comparison or a fit check, already made into a document, and where it is found again. */
  | { kind: 'document'; document: TextDocument; page: string }
  | { kind: 'note'; title: string }
  /** What could not be opened: it is named and never dropped. */
  | { kind: 'missing'; title: string; page: string; why: keyof typeof missingTexts }
);

const missingTexts = {
  unreachable: 'Non si è potuta aprire mentre si preparava questo documento: qui ne resta solo il nome.',
  unanswered: 'Le risposte di questa verifica non sono nel browser in cui si è preparato questo documento.',
} as const;

interface About {
  /** The day on which it is printed, `2026-11-22`. */
  day: string;
  /** Absolute address of the notebook. */
  page: string;
}

/** Everything that is in a notebook, as one text with one list of sources. */
export function notebookDocument(parts: readonly NotebookPart[], { day, page }: About): TextDocument {
  const { parts: texts, sources } = mergeSources(parts.map(partBlocks));
  const missing = parts.filter(({ kind }) => kind === 'missing').length;
  return {
    kind: 'Quaderno',
    title: `Quaderno del ${formatDate(day)}`,
    lead: leadOf(parts.length, missing),
    blocks: [
      ...texts.flat(),
      ...(sources.length > 0
        ? [heading(1, 'Fonti'), { kind: 'sources', items: sources } satisfies Block]
        : []),
    ],
    footer: `${site.name}, ${printedAddress(page)}`,
  };
}

function leadOf(count: number, missing: number): string {
  const voices = count === 1 ? 'Una voce' : `${count} voci`;
  if (missing === 0) return `${voices}.`;
  return `${voices}, di cui ${missing === 1 ? 'una che non si è potuta aprire' : `${missing} che non si sono potute aprire`}.`;
}

function partBlocks(part: NotebookPart): Block[] {
  switch (part.kind) {
    case 'practice':
      return [
        heading(1, part.sheet.practice.data.title),
        ...ownWords(part.note),
        ...practiceBlocks(part.sheet),
      ];
    case 'document':
      return [
        heading(1, part.document.title),
        { kind: 'paragraph', runs: [{ text: part.document.kind }, ...leadRuns(part.document.lead)] },
        ...ownWords(part.note),
        ...lowered(part.document.blocks),
        addressLine('Si ritrova qui: ', part.page),
      ];
    case 'note':
      return [heading(1, part.title), ...textBlocks(part.note)];
    case 'missing':
      return [
        heading(1, part.title),
        ...ownWords(part.note),
        paragraph(missingTexts[part.why], 'warning'),
        addressLine('Indirizzo: ', part.page),
      ];
  }
}

const leadRuns = (lead: string | undefined): Run[] => (lead ? [{ text: `, ${lead}` }] : []);

/** A part has its title at the first level: nothing in it stands beside that. */
const lowered = (blocks: readonly Block[]): Block[] =>
  blocks.some((block) => block.kind === 'heading' && block.level === 1)
    ? blocks.map((block) =>
        block.kind === 'heading' ? { ...block, level: block.level === 1 ? 2 : 3 } : block,
      )
    : [...blocks];

const addressLine = (text: string, page: string): Block => ({
  kind: 'paragraph',
  look: 'small',
  runs: [{ text }, { text: page, href: page }],
});

/** What the reader wrote is told from what the sheets say. */
const ownWords = (note: string): Block[] =>
  note.trim() === ''
    ? []
    : [
        { kind: 'paragraph', runs: [{ text: 'La mia nota', bold: true }] },
        ...textBlocks(note).map((block) =>
          block.kind === 'paragraph' ? { ...block, look: 'quote' as const } : block,
        ),
      ];

/** A blank line begins a paragraph; lines of one paragraph stay lines. */
const textBlocks = (text: string): Block[] =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => part.split('\n').map((line) => paragraph(line.trim())));

/** The little that is needed to remember a sheet and to talk about it. */
function practiceBlocks(sheet: OpenedSheet): Block[] {
  const { practice, graph, computed, page } = sheet;
  const { data } = practice;
  const context = textContextOf(graph, data);
  const { money, people } = headlinesOf(context.groups);
  const city = graph.get('city', data.city).data.title;
  const level = evidenceLevels[computed.evidence.level];
  const blocks: Block[] = [
    paragraph(data.tagline, 'read'),
    paragraph(data.summary),
    {
      kind: 'table',
      caption: `${data.title}, in breve`,
      head: ['Che cosa', 'Che cosa dice la scheda'],
      widths: [30, 70],
      rows: [
        row('Dove', [{ text: [city, data.district].filter(Boolean).join(', ') }]),
        row('Quando', [
          { ...runOf(formatYears(data.period)), notes: (data.period.sources ?? []).map(context.numberOf) },
        ]),
        row('Chi', [{ text: data.lead.name }]),
        row('Risorse', figureRuns(money, context)),
        row('Persone raggiunte', figureRuns(people, context)),
        row('Prove', [{ text: `Pratica ${level.name}: ${level.rule}.` }]),
      ],
    },
    heading(2, 'Che cosa è indispensabile'),
    ...conditionBlocks(data.conditions, context),
  ];
  return [...withCitedSources(blocks, context.sources, 'Fonti'), addressLine('La scheda intera: ', page)];
}

const row = (name: string, runs: readonly Run[]): Run[][] => [[{ text: name }], [...runs]];

function figureRuns(figure: Headline | null, { numberOf }: TextContext): Run[] {
  if (!figure) return [undocumented];
  const { text, isOpen, cited, label, group } = figure;
  const scope = group.scope ? `, ${group.scope}` : '';
  return [
    { text, bold: true, notes: cited.map(({ source }) => numberOf(source)) },
    { text: ` ${label}${scope}${isOpen ? ' (le fonti non concordano)' : ''}` },
  ];
}

function conditionBlocks(
  conditions: OpenedSheet['practice']['data']['conditions'],
  { numberOf }: TextContext,
): Block[] {
  const essential = (conditions ?? []).filter((condition) => condition.essential);
  if (essential.length === 0)
    return [
      {
        kind: 'paragraph',
        runs: [{ text: 'Condizioni senza le quali non regge: ' }, undocumented, { text: '.' }],
      },
    ];
  return [
    {
      kind: 'list',
      ordered: false,
      items: essential.map(({ text, source }) => [
        { kind: 'paragraph', runs: [{ text, notes: source ? [numberOf(source)] : [] }] },
      ]),
    },
  ];
}
