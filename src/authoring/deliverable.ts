import { frontMatterOf } from '../mdx/parse.ts';
import { slug } from '../mdx/outline.ts';
import { hasErrors, type Problem } from '../checks/problem.ts';
import { readYaml } from '../checks/yaml.ts';
import type { FormLists } from '../exports/form-lists.ts';
import { fieldsOf, type FieldModel } from '../schemas/field-model.ts';
import { registry } from '../schemas/registry.ts';
import { problemsOf } from './check-draft.ts';
import { pruned, type Path } from './draft-edits.ts';
import { draftFile, draftPath, type SheetDraft } from './sheet-draft.ts';
import { datedIn } from './form-names.ts';
import { withYears } from './typed-value.ts';

/** What a problem of a draft is about: a field of the data, a section of the text, or the file. */
export type ProblemPlace = { field: Path } | { section: string } | { file: true };

export interface PlacedProblem extends Problem {
  place: ProblemPlace;
}

/** The file that a draft gives, and what the check says of it. */
export interface Deliverable {
  /** Name of the file without `.mdx`. */
  id: string;
  /** Path inside the content folder. */
  path: string;
  text: string;
  /** Something is still to be written or mended: the file says so of itself. */
  isDraft: boolean;
  problems: readonly PlacedProblem[];
  /** Sections without a word. */
  emptySections: readonly string[];
}

interface Source {
  draft: SheetDraft;
  proposals: readonly string[];
  lists: FormLists;
  /** `YYYY-MM-DD` */
  today: string;
}

/** What a new item of a list begins with. */
export function newItem(list: string, items: readonly unknown[], today: string): Record<string, unknown> {
  if (list === 'sources') return { id: freeId(items), accessed: today };
  if (list === 'commitments' || list === 'openQuestions') return { status: 'open' };
  return {};
}

/** A list item in which only what it began with stands says nothing. */
function isBlank(list: string, item: unknown): boolean {
  if (typeof item !== 'object' || item === null) return false;
  const { id, accessed, status, ...rest } = item as Record<string, unknown>;
  const begun =
    list === 'sources'
      ? typeof id === 'string' && accessed !== undefined
      : (list === 'commitments' || list === 'openQuestions') && status === 'open';
  return begun && Object.values(rest).every((value) => value === undefined || value === '');
}

function freeId(items: readonly unknown[]): string {
  const taken = new Set(items.map((item) => (item as { id?: unknown } | null)?.id));
  let number = items.length + 1;
  while (taken.has(`fonte-${number}`)) number += 1;
  return `fonte-${number}`;
}

/**
 * The name of the file of a draft: the one chosen, else one made of the title that no other sheet has. A corrected
 * sheet keeps its own.
 */
export function idOf({ id, kind, data }: SheetDraft, lists: FormLists): string {
  if (id !== '') return id;
  const title = typeof data.title === 'string' ? slug(data.title).slice(0, 60).replace(/-$/, '') : '';
  const name = title === '' ? 'senza-nome' : title;
  const taken = new Set(lists[kind].map((entry) => entry.id));
  const city = typeof data.city === 'string' ? slug(data.city) : '';
  const free = [name, `${name}-${city}`].find((one) => one !== `${name}-` && !taken.has(one));
  if (free !== undefined) return free;
  let number = 2;
  while (taken.has(`${name}-${number}`)) number += 1;
  return `${name}-${number}`;
}

/** Fields that must be there, also with nothing in them: «no source» is an answer. */
const presentIn = (fields: readonly FieldModel[]): Record<string, unknown> =>
  Object.fromEntries(
    fields.flatMap(({ key, required, shape }) =>
      required && shape.type === 'list' && shape.least === 0 ? [[key, []]] : [],
    ),
  );

/**
 * The file as it would be handed over now. It is a draft as long as the check finds an error in it without that mark,
 * and the problems are those that `npm run check` says of this very text.
 */
export function deliverableOf({ draft, proposals, lists, today }: Source): Deliverable {
  const id = idOf(draft, lists);
  const fields = fieldsOf(registry[draft.kind].schema);
  const { data: left, placeOf } = pruned(draft.data, isBlank);
  const data = withYears({ ...presentIn(fields), ...left, draft: undefined }, datedIn(lists));
  const sections = withProposals(draft, proposals);
  const path = draftPath({ kind: draft.kind, id });
  const check = (isDraft: boolean) => {
    const text = draftFile({
      kind: draft.kind,
      id,
      data: isDraft ? { ...data, draft: true } : data,
      sections,
    });
    return { text, problems: problemsOf({ path, text }, lists, today) };
  };
  const ready = check(false);
  const isDraft = hasErrors(ready.problems);
  const { text, problems } = isDraft ? check(true) : ready;
  const titles: readonly string[] = registry[draft.kind].store.sections;
  const placeIn = placer(text, titles);
  return {
    id,
    path,
    text,
    isDraft,
    problems: problems.map((problem) => {
      const place = placeIn(problem);
      return { ...problem, place: 'field' in place ? { field: placeOf(place.field) } : place };
    }),
    emptySections: titles.filter((title) => (draft.sections[title] ?? '').trim() === ''),
  };
}

/** What the writer would add to the lists travels with the text, as a note that no page shows. */
function withProposals({ kind, sections }: SheetDraft, proposals: readonly string[]): SheetDraft['sections'] {
  const [first = ''] = registry[kind].store.sections;
  if (proposals.length === 0) return sections;
  const lines = proposals.map((words) => `- ${words.replaceAll('*/', '* /').replace(/\s+/g, ' ')}`);
  const note = `{/*\nDa aggiungere agli elenchi, secondo chi scrive:\n${lines.join('\n')}\n*/}`;
  return { ...sections, [first]: `${note}\n\n${sections[first] ?? ''}` };
}

/** Finds what a place of the text belongs to. */
function placer(
  text: string,
  titles: readonly string[],
): (problem: Problem) => { field: readonly PropertyKey[] } | { section: string } | { file: true } {
  const lines = text.split('\n');
  const bodyFrom = (frontMatterOf(text) ?? '').split('\n').length + 2;
  return ({ line, column, at }) => {
    if (at && at.length > 0) return { field: at };
    if (line >= bodyFrom) {
      const above = lines.slice(0, line).toReversed();
      const title = above.map((words) => words.replace(/^## /, '')).find((words) => titles.includes(words));
      return title === undefined ? { file: true } : { section: title };
    }
    const { data, locate } = readYaml(frontMatterOf(text) ?? '', 2);
    const before = leavesOf(data).filter((path) => {
      const place = locate(path);
      return place.line < line || (place.line === line && place.column <= column);
    });
    const last = before.at(-1);
    return last && line > 1 ? { field: last } : { file: true };
  };
}

function leavesOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [path];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((item: unknown, index) => [index, item])
    : Object.entries(value);
  return entries.flatMap(([key, part]) => leavesOf(part, [...path, key]));
}
