import { mapRuns } from './cited-sources.ts';
import type { Block, Run } from './document.ts';

type Source = readonly Run[];

/**
 * Several documents made one: their lists of sources become a single list, numbered in the order of reading, where a
 * source that more than one cites stands once. Same address and same title is the same source: two chapters of one
 * file stay two.
 */
export function mergeSources(parts: readonly (readonly Block[])[]): {
  parts: Block[][];
  sources: Source[];
} {
  const numbers = new Map<string, number>();
  const sources: Source[] = [];
  const numberOf = (source: Source): number => {
    const name = nameOf(source);
    const known = numbers.get(name);
    if (known !== undefined) return known;
    sources.push(source);
    numbers.set(name, sources.length);
    return sources.length;
  };
  const merged = parts.map((blocks) => {
    const own = blocks.flatMap((block) => (block.kind === 'sources' ? block.items : []));
    const renumber = (runs: readonly Run[]): Run[] =>
      runs.map((run) => (run.notes ? { ...run, notes: numbersOf(run.notes) } : run));
    const numbersOf = (notes: readonly number[]): number[] => [
      ...new Set(
        notes.flatMap((number) => {
          const source = own[number - 1];
          return source ? [numberOf(source)] : [];
        }),
      ),
    ];
    const texts = withoutSources(blocks).map((block) => mapRuns(block, renumber));
    // what no note points to is still a source of that part
    own.forEach(numberOf);
    return texts;
  });
  return { parts: merged, sources };
}

function nameOf(source: Source): string {
  const { href } = source.find((run) => run.href) ?? {};
  if (!href) return source.map(({ text }) => text).join('');
  return `${source.flatMap(({ text, italic }) => (italic ? text : [])).join(' ')} ${href}`;
}

/** Without the lists, and without the headings that nothing follows any more. */
function withoutSources(blocks: readonly Block[]): Block[] {
  return blocks.filter((block, index) => {
    if (block.kind === 'sources') return false;
    return block.kind !== 'heading' || blocks[index + 1]?.kind !== 'sources';
  });
}
