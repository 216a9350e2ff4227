import type { Headline } from '../../knowledge/brief.ts';
import type { FactGroup } from '../../knowledge/facts.ts';
import { formatValue } from '../../knowledge/format.ts';
import { headlineCaution } from '../../knowledge/sheet-words.ts';
import type { Fact } from '../../schemas/fact.ts';
import { undocumented, type Run } from './document.ts';
import { notesOf, type SheetContext } from './sheet-blocks.ts';

/** Beside one figure there is room for so many notes; the others are counted. */
const mostNotes = 3;

/** A headline figure in a line: the value, what it counts, what to know before quoting it, who says it. */
export function headlineRuns(headline: Headline | null, { context }: SheetContext): Run[] {
  if (!headline) return [undocumented];
  const { text, label, group, cited } = headline;
  const caution = headlineCaution(headline, context.contrasts);
  const about = [label, group.scope].filter(Boolean).join(', ');
  const said = [...new Set(atTheEnds(cited).map(({ source }) => source))].slice(0, mostNotes);
  const others = new Set(cited.map(({ source }) => source)).size - said.length;
  const more =
    others > 0 ? `; ${others === 1 ? 'un’altra fonte' : `altre ${others} fonti`} nella scheda` : '';
  return [
    { text, bold: true, notes: notesOf(context, ...said) },
    { text: ` ${about}${caution ? ` (${caution})` : ''}${more}` },
  ];
}

/** Who says the lowest value and who says the highest come first: a range stands on those two. */
function atTheEnds(facts: readonly Fact[]): Fact[] {
  const low = ({ value, min }: Fact) => (typeof value === 'number' ? value : (min ?? 0));
  const high = ({ value, max }: Fact) => (typeof value === 'number' ? value : (max ?? 0));
  const [lowest] = [...facts].sort((a, b) => low(a) - low(b));
  const [highest] = [...facts].sort((a, b) => high(b) - high(a));
  return lowest && highest ? [lowest, highest, ...facts] : [];
}

/** Every value of a group, side by side, each with who says it; none is preferred. */
export function valueRuns(group: FactGroup, { context }: SheetContext): Run[] {
  const values = Map.groupBy(group.facts, (fact) => formatValue(fact, group.indicator));
  return [...values].flatMap(([text, facts], index) => [
    ...(index > 0 ? [{ text: ' / ' }] : []),
    { text, bold: true, notes: notesOf(context, ...new Set(facts.map(({ source }) => source))) },
  ]);
}
