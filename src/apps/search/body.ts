import { alphabetical } from '../../knowledge/italian.ts';
import type { Answer, Group, GroupKind } from './answer.ts';
import type { SearchForm } from './form.ts';
import { hitOf, type LabelOf } from './hits.ts';
import { namedSo } from './named.ts';
import type { Body, ShownGroup } from './view.ts';

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

/**
 * What to show for an answer, with the texts of the results that are shown.
 * @param most how many groups: the first comes sooner when the others wait
 */
export async function bodyOf(
  answer: Answer,
  query: string,
  { labelOf }: Pick<SearchForm, 'labelOf'>,
  shown: Shown = new Map(),
  most = Infinity,
): Promise<Body> {
  const { groups, used, total } = answer;
  if (total === 0) return { state: 'empty', answer, query };
  const read = groups.slice(0, most).map((group) => {
    const hits = shown.get(group.kind) ?? firstShown(group.kind, groups.length);
    return readGroup(group, hits, answer, labelOf);
  });
  const shownGroups = await Promise.all(read);
  const [leading] = shownGroups;
  const named = await namedSo(groups, { query, words: used }, labelOf);
  const best = leading?.hits[0];
  const isNamed = named.some(({ url }) => url === best?.url);
  // what helps stays first: the best sheet before a need that is called so, the best need before a definition
  const isProblem =
    leading?.kind === 'practice'
      ? named.every(({ isNeed }) => isNeed)
      : leading?.kind === 'need' && named.every(({ url }) => url.includes('#'));
  if (best && !isNamed && isProblem && named.length > 0) named.unshift(best);
  const isAlone = isNamed && named.length === 1;
  if (best && !isAlone && named.some(({ url }) => url === best.url)) leading.hits.shift();
  return { state: 'results', answer, query, named: isAlone ? [] : named, groups: shownGroups };
}

async function readGroup(
  { kind, results }: Group,
  most: number,
  { used, missing }: Answer,
  labelOf: LabelOf,
): Promise<ShownGroup> {
  const isSorted = used.length === 0 && results.length <= sortedGroup;
  const read = (isSorted ? results : results.slice(0, most)).map(async ({ id, data }) =>
    hitOf(await data(), used, labelOf, missing.get(id)),
  );
  const hits = await Promise.all(read);
  if (isSorted) hits.sort((a, b) => alphabetical(a.title, b.title));
  return { kind, count: results.length, left: Math.max(0, results.length - most), hits: hits.slice(0, most) };
}
