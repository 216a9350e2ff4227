import { alphabetical } from '../../knowledge/format.ts';
import type { Answer, Group, GroupKind } from './answer.ts';
import type { SearchForm } from './form.ts';
import { hitOf, type LabelOf } from './hits.ts';
import { nearestNeeds, spelling } from './near.ts';
import { namedSo } from './named.ts';
import type { Body, ShownGroup } from './view.ts';
import { contentWords } from './words.ts';

/** How many results each group shows; a group not named here shows its first few. */
export type Shown = ReadonlyMap<GroupKind, number>;

const first = { practice: 5, others: 3, alone: 10 };
export const step = 10;

/** Without words there is no best: groups up to this size are read whole and put in alphabetical order. */
const sortedGroup = 60;

/** Practices lead, and a group on its own has room. */
export function firstShown(kind: GroupKind, groups: number): number {
  if (groups === 1) return first.alone;
  return kind === 'practice' ? first.practice : first.others;
}

/** What to show for an answer, with the texts of the results that are shown. */
export async function bodyOf(
  answer: Answer,
  query: string,
  { labelOf, needs, vocabulary }: Pick<SearchForm, 'labelOf' | 'needs' | 'vocabulary'>,
  shown: Shown = new Map(),
): Promise<Body> {
  const { groups, used, dropped, total } = answer;
  const meant = spelling(contentWords(query), dropped, vocabulary);
  if (total === 0) {
    return { state: 'empty', answer, query, needs: nearestNeeds(query, needs), spelling: meant };
  }
  const read = groups.map((group) => {
    const most = shown.get(group.kind) ?? firstShown(group.kind, groups.length);
    return readGroup(group, most, used, labelOf);
  });
  const shownGroups = await Promise.all(read);
  return {
    state: 'results',
    answer,
    named: await namedSo(groups, { query, words: used }, { labelOf, needs }, shownGroups[0]?.hits[0]?.url),
    groups: shownGroups,
    spelling: meant,
  };
}

async function readGroup(
  { kind, results }: Group,
  most: number,
  words: readonly string[],
  labelOf: LabelOf,
): Promise<ShownGroup> {
  const isSorted = words.length === 0 && results.length <= sortedGroup;
  const pages = await Promise.all((isSorted ? results : results.slice(0, most)).map(({ data }) => data()));
  const hits = pages.map((page) => hitOf(page, words, labelOf));
  if (isSorted) hits.sort((a, b) => alphabetical(a.title, b.title));
  return { kind, count: results.length, hits: hits.slice(0, most) };
}
