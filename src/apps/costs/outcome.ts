import {
  formulaText,
  pricesText,
  resultText,
  resultTitle,
  roundingText,
  sizeText,
  stepTexts,
} from '../../knowledge/rescale-words.ts';
import type { CostsPlan, CostsState, Missing, Rescaled } from '../../knowledge/rescale.ts';
import { fieldPage } from '../../knowledge/routes.ts';
import { el } from '../elements.ts';

/** What comes out: the ranges, or what is missing for them. Short, because it is read aloud. */
export function outcomeView(
  plan: CostsPlan,
  state: CostsState,
  { results, missing }: Rescaled,
  go: (input: string) => void,
): HTMLElement[] {
  if (results.length === 0)
    return [
      el('p', {}, 'Per dirlo manca:'),
      el(
        'ul',
        { class: 'remarks costs-missing' },
        missing.map((one) => el('li', {}, missingView(one, go))),
      ),
    ];
  return results.map((result) =>
    el('p', { class: 'costs-range' }, [
      `${resultTitle(result)}: `,
      el('strong', {}, resultText(result)),
      `, ${pricesText(plan, state, result)}.`,
    ]),
  );
}

const missingView = ({ text, field, input }: Missing, go: (input: string) => void): (Node | string)[] => [
  `${text} `,
  el('button', { type: 'button', class: 'costs-go', click: () => go(input) }, 'Vai al campo'),
  ...(field ? [' oppure ', el('a', { href: fieldPage(field) }, 'documentalo nella scheda')] : []),
];

/** How it came out, number by number, and what to know before using it. */
export function stepsView({ results, size, cautions }: Rescaled): HTMLElement[] {
  if (!size || results.length === 0) return [];
  return [
    el('p', { class: 'costs-why' }, `Il conto: ${formulaText}. ${sizeText(size)}`),
    el(
      'table',
      { class: 'table table-stack costs-table' },
      el('caption', {}, 'Importo per importo'),
      el('thead', {}, rowOf('th', heads, { scope: 'col' })),
      results.map((result) =>
        el(
          'tbody',
          {},
          results.length > 1 &&
            el('tr', { class: 'group' }, el('th', { colspan: '5', scope: 'rowgroup' }, resultTitle(result))),
          result.steps.map((step) =>
            el('tr', {}, [
              el('th', { scope: 'row' }, step.label),
              stepTexts(step, size).map((text, index) => el('td', { 'data-label': heads[index + 1] }, text)),
            ]),
          ),
        ),
      ),
    ),
    el('p', { class: 'costs-why' }, roundingText),
    ...(cautions.length === 0
      ? []
      : [
          el('p', { class: 'costs-before' }, 'Prima di usare queste cifre'),
          el(
            'ul',
            { class: 'remarks' },
            cautions.map((text) => el('li', {}, text)),
          ),
        ]),
  ];
}

const heads = ['Che cosa', 'Importo', '× prezzi', '× grandezza', 'Da noi'] as const;

const rowOf = (tag: 'th', texts: readonly string[], attributes: Record<string, string>): HTMLElement =>
  el(
    'tr',
    {},
    texts.map((text) => el(tag, attributes, text)),
  );
