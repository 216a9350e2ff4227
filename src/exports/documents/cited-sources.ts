import type { SourceLine } from '../../knowledge/text-context.ts';
import type { Block, Run } from './document.ts';
import { sourceRuns } from './sheet-blocks.ts';

/**
 * The blocks with their notes numbered anew in the order of reading, and after them the sources that they cite and no
 * other: a note of two pages does not carry the thirty sources of its sheet.
 */
export function withCitedSources(
  blocks: readonly Block[],
  sources: readonly SourceLine[],
  heading: string,
  print: (source: SourceLine) => Run[] = sourceRuns,
): Block[] {
  const order = new Map<number, number>();
  const renumber = (runs: readonly Run[]): Run[] =>
    runs.map((run) =>
      run.notes ? { ...run, notes: run.notes.flatMap((number) => numberOf(number) ?? []) } : run,
    );
  const numberOf = (number: number): number | undefined => {
    if (!sources[number - 1]) return undefined;
    if (!order.has(number)) order.set(number, order.size + 1);
    return order.get(number);
  };
  const numbered = blocks.map((block) => mapRuns(block, renumber));
  const cited = [...order.keys()].flatMap((number) => sources[number - 1] ?? []);
  if (cited.length === 0) return numbered;
  return [
    ...numbered,
    { kind: 'heading', level: 1, text: heading },
    { kind: 'sources', items: cited.map(print) },
  ];
}

/** The block with its stretches of text changed, at every depth. */
export function mapRuns(block: Block, change: (runs: readonly Run[]) => Run[]): Block {
  switch (block.kind) {
    case 'paragraph':
      return { ...block, runs: change(block.runs) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map((inner) => mapRuns(inner, change))) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(change)) };
    default:
      return block;
  }
}
