import { headlinesOf, type Headline } from '../../knowledge/brief.ts';
import { citationOf, printedAddress } from '../../knowledge/citation.ts';
import type { OpenedSheet } from '../../knowledge/entry-file.ts';
import { evidenceLevels, evidenceOf } from '../../knowledge/evidence.ts';
import { formatDate, formatYears } from '../../knowledge/format.ts';
import { indicatorIn } from '../../knowledge/indicators.ts';
import { pageOf } from '../../knowledge/routes.ts';
import { partTitles } from '../../knowledge/sheet-parts.ts';
import { headlineCaution, proposedNeedsText } from '../../knowledge/sheet-words.ts';
import { textContextOf } from '../../knowledge/text-context.ts';
import { organisationKinds, practiceStatuses, scales } from '../../schemas/labels.ts';
import { site } from '../../site.ts';
import { routeFrom } from './addresses.ts';
import { bodyOf } from './body.ts';
import {
  heading,
  paragraph,
  runOf,
  undocumented,
  type Block,
  type Run,
  type TextDocument,
} from './document.ts';
import { lineOf, listOf, notesOf, part, sourceRuns, subpart, type SheetContext } from './sheet-blocks.ts';
import { evidenceBlocks } from './sheet-evidence.ts';
import { transferBlocks } from './sheet-transfer.ts';

/** A whole sheet as a document to print or to send: what its page says, in the same order. */
export function sheetDocument(sheet: OpenedSheet): TextDocument {
  const { data } = sheet.practice;
  const parts: SheetContext = { sheet, data, context: textContextOf(sheet.graph, data) };
  return {
    kind: 'Scheda di buona pratica',
    title: data.title,
    lead: data.tagline,
    blocks: [
      ...headBlocks(parts),
      ...briefBlocks(parts),
      ...textBlocks(parts),
      ...evidenceBlocks(parts),
      ...transferBlocks(parts),
      ...closingBlocks(parts),
    ],
    footer: `${site.name}, ${printedAddress(sheet.page)}`,
  };
}

function headBlocks({ sheet, data }: SheetContext): Block[] {
  const areas = data.focusAreas.map((id) => sheet.graph.get('focus-area', id).data.title);
  const about = [
    `${areas.length === 1 ? 'Area' : 'Aree'}: ${areas.join('; ')}.`,
    `Scheda di ${data.authors.join(', ')}, riletta il ${formatDate(data.reviewedOn)}.`,
    data.aliases && `Altri nomi: ${data.aliases.join(', ')}.`,
  ];
  return [
    lineOf(
      [
        { text: `${about.filter(Boolean).join(' ')} La pagina in rete: ` },
        { text: sheet.page, href: sheet.page },
      ],
      'small',
    ),
  ];
}

function briefBlocks(parts: SheetContext): Block[] {
  const { data, context, sheet } = parts;
  const { money, people } = headlinesOf(context.groups);
  const city = context.graph.get('city', data.city).data.title;
  const groups = data.targetGroups.map((id) => context.graph.get('target-group', id).data.title);
  const partners = (data.partners ?? []).length;
  const row = (name: string, ...runs: Run[]): Run[][] => [[{ text: name, bold: true }], runs];
  return [
    heading(1, 'In breve'),
    paragraph(data.summary, 'read'),
    {
      kind: 'table',
      caption: 'La pratica in breve',
      head: ['Che cosa', 'Che cosa dice la scheda'],
      widths: [24, 76],
      rows: [
        row(
          'Dove',
          { text: city, href: routeFrom(sheet.page, pageOf('city', data.city)) },
          { text: '. Quartiere: ' },
          runOf(data.district),
          { text: data.scale ? `. Scala: ${scales[data.scale]}` : '' },
        ),
        row(
          'Quando',
          { ...runOf(formatYears(data.period)), notes: notesOf(context, ...(data.period.sources ?? [])) },
          { text: data.period.note ? `\n${data.period.note}` : '' },
        ),
        row(
          'Chi',
          { text: `${data.lead.name} (${organisationKinds[data.lead.kind]})` },
          { text: partners === 0 ? '' : partners === 1 ? ', con un partner' : ', con altri partner' },
        ),
        row('Risorse', ...headlineRuns(money, parts)),
        row('Persone raggiunte', ...headlineRuns(people, parts)),
        row('Stato', { text: practiceStatuses[data.status] }),
        row('Per chi', { text: groups.join('; ') }),
      ],
    },
    ...proofBlocks(parts),
  ];
}

function headlineRuns(headline: Headline | null, { context }: SheetContext): Run[] {
  if (!headline) return [undocumented];
  const { text, label, group, cited } = headline;
  const caution = headlineCaution(headline, context.contrasts);
  const about = [label, group.scope].filter(Boolean).join(', ');
  return [
    { text, bold: true },
    {
      text: `\n${about}${caution ? ` (${caution})` : ''}`,
      notes: notesOf(context, ...cited.map(({ source }) => source)),
    },
  ];
}

/** What the sheet rests on, and what it lacks. */
function proofBlocks({ sheet, data }: SheetContext): Block[] {
  const { level, name, reason, next } = evidenceOf(data, indicatorIn(sheet.graph));
  const { answered, total, missing } = sheet.computed.completeness;
  const ladder = evidenceLevels.map((step) => `${step.level} ${step.name}`).join(', ');
  const raise = next ? ` Per salire di livello serve ${next}.` : '';
  return [
    heading(2, 'Livello di prova della scheda'),
    lineOf([
      { text: `Livello ${level}, ${name}.`, bold: true },
      { text: ` ${reason}${raise} Giudica la scheda, non la città.` },
    ]),
    lineOf([{ text: `I livelli sono: ${ladder}.` }], 'small'),
    heading(2, 'Completezza'),
    paragraph(
      `${answered} voci su ${total}.` +
        (missing.length > 0 ? ` Manca: ${missing.map(({ label }) => label).join('; ')}.` : ''),
    ),
  ];
}

/** The writers' text, then the words of the glossary that they marked in it. */
function textBlocks({ sheet, context }: SheetContext): Block[] {
  const { sections, terms } = bodyOf(sheet, context);
  const words = terms.map((id) => {
    const { title, definition } = context.graph.get('term', id).data;
    return [lineOf([{ text: `${title}: `, bold: true }, { text: definition }])];
  });
  return [
    ...sections.flatMap(({ title, blocks }) => [heading(1, title), ...blocks]),
    ...(words.length > 0 ? part('Parole spiegate', listOf(words)) : []),
  ];
}

/** Where the sheet leads: the room, the needs, its sources, how to cite it. */
function closingBlocks({ sheet, data, context }: SheetContext): Block[] {
  const { page } = sheet;
  const { title, authors, reviewedOn } = data;
  const needs = data.needs.map((id) => [
    lineOf([{ text: context.graph.get('need', id).data.title, href: routeFrom(page, pageOf('need', id)) }]),
  ]);
  const { label, url } = site.licenses.content;
  return [
    ...teachingBlocks(data.teaching),
    ...part(partTitles.bisogni, [
      ...listOf(needs),
      ...(data.proposedNeeds?.length ? [paragraph(proposedNeedsText(data.proposedNeeds))] : []),
    ]),
    ...part(
      partTitles.fonti,
      context.sources.length > 0 ? [{ kind: 'sources', items: context.sources.map(sourceRuns) }] : [],
    ),
    ...part(partTitles.citare, [
      paragraph(citationOf({ title, authors, reviewedOn, url: page, site: site.name })),
      lineOf(
        [
          {
            text: 'Nella pagina della scheda ci sono anche i laboratori in cui se n’è parlato, le schede vicine, le immagini e le modifiche: ',
          },
          { text: page, href: page },
          { text: `. Testi e dati con licenza ${label}: ` },
          { text: url, href: url },
        ],
        'small',
      ),
    ]),
  ];
}

function teachingBlocks(teaching: SheetContext['data']['teaching']): Block[] {
  if (!teaching) return [];
  const roles = (teaching.roles ?? []).map(({ name, brief }) => [
    lineOf([{ text: `${name}: `, bold: true }, { text: brief }]),
  ]);
  return part(partTitles['in-aula'], [
    paragraph(teaching.dilemma, 'read'),
    ...listOf(
      teaching.questions.map((question) => [paragraph(question)]),
      true,
    ),
    ...subpart('Parti da assegnare', listOf(roles)),
  ]);
}
