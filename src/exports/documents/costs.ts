import type { OpenedSheet } from '../../knowledge/entry-file.ts';
import { costsPlan } from '../../knowledge/rescale-plan.ts';
import {
  assumptionsOf,
  formulaText,
  pricesText,
  resultText,
  resultTitle,
  roundingText,
  sizeText,
  stepTexts,
  type Assumption,
} from '../../knowledge/rescale-words.ts';
import {
  isUntouched,
  rescale,
  type CostsPlan,
  type CostsState,
  type Rescaled,
} from '../../knowledge/rescale.ts';
import { textContextOf } from '../../knowledge/text-context.ts';
import { heading, paragraph, runOf, type Block, type Run } from './document.ts';

/**
 * The cost for another city with all that it rests on, or what is missing for it. Headings are of the second level, notes
 * are the numbers of the sheet’s sources. Nothing as long as the reader has typed nothing.
 */
export function costBlocks(sheet: OpenedSheet, state: CostsState): Block[] {
  if (isUntouched(state)) return [];
  const plan = costsPlan(sheet.practice.data, textContextOf(sheet.graph, sheet.practice.data));
  const rescaled = rescale(plan, state);
  return [
    ...resultBlocks(plan, state, rescaled),
    heading(2, 'Su che cosa si regge il conto'),
    assumptionTable(plan, state),
    ...stepBlocks(rescaled),
    ...cautionBlocks(rescaled),
  ];
}

function resultBlocks(plan: CostsPlan, state: CostsState, { results, missing }: Rescaled): Block[] {
  if (results.length === 0)
    return [
      paragraph('Quanto costerebbe da noi non si può ancora dire. Manca:', 'warning'),
      listOf(missing.map(({ text }) => text)),
    ];
  return [
    ...results.map((result): Block => {
      const of = result.steps.map(({ label }) => `«${label}»`).join(', ');
      return {
        kind: 'paragraph',
        runs: [
          { text: `${resultTitle(result)}: ` },
          { text: resultText(result), bold: true },
          { text: `, ${pricesText(plan, state, result)}. Partendo da ${of}.` },
        ],
      };
    }),
    paragraph(
      'Non è un preventivo: è quello che gli importi documentati diventano con le ipotesi qui sotto, e cambia con loro.',
      'small',
    ),
  ];
}

const assumptionTable = (plan: CostsPlan, state: CostsState): Block => ({
  kind: 'table',
  caption: 'Le ipotesi, una per una',
  head: ['Ipotesi', 'Valore', 'Da dove viene'],
  widths: [36, 24, 40],
  rows: assumptionsOf(plan, state).flatMap(({ title, rows }) => [
    [[{ text: title }]],
    ...rows.map(assumptionRow),
  ]),
});

const assumptionRow = ({ label, value, why, notes, url }: Assumption): Run[][] => [
  [{ text: label }],
  [runOf(value, { notes })],
  [{ text: why, href: url ?? undefined }],
];

function stepBlocks({ results, size }: Rescaled): Block[] {
  if (!size || results.length === 0) return [];
  return [
    heading(2, 'I passaggi'),
    paragraph(`Il conto: ${formulaText}.`),
    paragraph(sizeText(size)),
    {
      kind: 'table',
      caption: 'Importo per importo',
      head: ['Che cosa', 'Importo', '× prezzi', '× grandezza', 'Da noi'],
      widths: [28, 24, 12, 12, 24],
      rows: results.flatMap((result) => [
        ...(results.length > 1 ? [[[{ text: resultTitle(result) }]]] : []),
        ...result.steps.map((step) => [
          [{ text: step.label, notes: step.notes }],
          ...stepTexts(step, size).map((text) => [{ text }]),
        ]),
      ]),
    },
    paragraph(roundingText, 'small'),
  ];
}

const cautionBlocks = ({ cautions }: Rescaled): Block[] =>
  cautions.length === 0 ? [] : [heading(2, 'Prima di usare queste cifre'), listOf(cautions)];

const listOf = (texts: readonly string[]): Block => ({
  kind: 'list',
  ordered: false,
  items: texts.map((text) => [paragraph(text)]),
});
