import { difficultyKinds, practiceStatuses } from '../schemas/labels.ts';
import type { Practice } from '../schemas/practice.ts';
import { latest } from './card.ts';
import { alphabetical, capital } from './format.ts';
import type { Entry, Graph } from './graph.ts';
import { difficultyPage, pageOf, type DifficultyKind } from './routes.ts';

/** Something that went wrong in a practice, told away from its sheet. */
export interface Difficulty {
  practice: { title: string; href: string; city: string; status: string };
  text: string;
  /** What was done about it; null when no source says. */
  response: string | null;
  /** Who says it, and its line in the sheet; null when it is the editors' reading. */
  source: { publisher: string; href: string } | null;
}

export interface DifficultyGroup {
  kind: DifficultyKind;
  title: string;
  href: string;
  difficulties: Difficulty[];
}

/**
 * What went wrong in all practices, by kind. Kinds that nobody met are there too, because their pages keep their
 * address; a base without any difficulty has none.
 */
export function difficultiesByKind(graph: Graph): DifficultyGroup[] {
  const byKind = new Map<DifficultyKind, Difficulty[]>();
  const practices = [...graph.all('practice')].sort((a, b) => alphabetical(a.data.title, b.data.title));
  for (const practice of practices)
    for (const difficulty of practice.data.difficulties ?? []) {
      const list = byKind.get(difficulty.kind) ?? [];
      list.push(toldOf(graph, practice, difficulty));
      byKind.set(difficulty.kind, list);
    }
  if (byKind.size === 0) return [];
  return (Object.keys(difficultyKinds) as DifficultyKind[]).map((kind) => ({
    kind,
    title: capital(difficultyKinds[kind]),
    href: difficultyPage(kind),
    difficulties: byKind.get(kind) ?? [],
  }));
}

function toldOf(
  graph: Graph,
  { id, data }: Entry<'practice'>,
  { text, response, source }: NonNullable<Practice['difficulties']>[number],
): Difficulty {
  const page = pageOf('practice', id);
  const number = data.sources.findIndex((one) => one.id === source) + 1;
  return {
    practice: {
      title: data.title,
      href: `${page}#difficolta`,
      city: graph.get('city', data.city).data.title,
      status: practiceStatuses[data.status],
    },
    text,
    response: response ?? null,
    source:
      number > 0
        ? { publisher: data.sources[number - 1]?.publisher ?? '', href: `${page}#fonte-${number}` }
        : null,
  };
}

/** Practices that came to an end, planned or not, newest reading first. */
export const endedPractices = (graph: Graph): Entry<'practice'>[] =>
  latest(
    graph.all('practice').filter(({ data }) => data.status === 'closed' || data.status === 'abandoned'),
    Infinity,
  );
