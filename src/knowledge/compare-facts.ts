import { factRoles } from '../schemas/labels.ts';
import { aside, type ComparedSheet, type DraftLine, type LinesOf } from './compare-sheet.ts';
import { contrastMarks, contrastsWith } from './conflicts.ts';
import { isReached, type FactGroup } from './facts.ts';
import { formatDate, formatValue } from './format.ts';

export interface FactRow {
  id: string;
  label: string;
  linesOf: LinesOf;
}

/**
 * A row for each indicator that at least one sheet has: first those that most of them share, because only those can be
 * set side by side, then in the order in which the sheets name them.
 */
export function factRows(sheets: readonly ComparedSheet[]): FactRow[] {
  const found = new Map<string, { title: string; sheets: number }>();
  for (const { context } of sheets) {
    const own = new Map(context.groups.map(({ indicatorId, indicator }) => [indicatorId, indicator.title]));
    for (const [id, title] of own) found.set(id, { title, sheets: (found.get(id)?.sheets ?? 0) + 1 });
  }
  return [...found]
    .sort(([, a], [, b]) => b.sheets - a.sheets)
    .map(([id, { title }]) => ({
      id: `dato-${id}`,
      label: title,
      linesOf: (sheet) =>
        sheet.context.groups
          .filter(({ indicatorId }) => indicatorId === id)
          .flatMap((group) => linesOf(sheet, group)),
    }));
}

/** Every value said, each with its own date and sources: where sources disagree, neither wins. */
function linesOf({ context }: ComparedSheet, group: FactGroup): DraftLine[] {
  const alike = Map.groupBy(group.facts, (fact) =>
    [formatValue(fact, group.indicator), fact.asOf, fact.note].join('\n'),
  );
  const marks = contrastsWith(context.contrasts, group).map(({ kind }) => contrastMarks[kind]);
  const role = isReached(group) ? null : factRoles[group.facts[0]?.role ?? 'result'];
  return [...alike.values()].map((facts) => {
    const [fact] = facts;
    if (!fact) return [];
    return [
      {
        text: formatValue(fact, group.indicator),
        bold: true,
        sources: facts.map(({ source }) => source),
      },
      // a target is not the value that was reached, a part is not the whole
      ...[group.scope, role].flatMap((part) => (part ? [{ text: `, ${part}` }] : [])),
      ...aside(fact.asOf ? formatDate(fact.asOf) : 'data non documentata', fact.note, ...marks),
    ];
  });
}
