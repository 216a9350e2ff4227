import type { Element, ElementContent } from 'hast';
import type { FormLists } from '../exports/form-lists.ts';
import { anchorOf } from '../knowledge/format.ts';
import { formSlugs, type FormKind } from '../knowledge/routes.ts';
import { fieldsOf, type FieldModel, type Shape } from '../schemas/field-model.ts';
import { registry } from '../schemas/registry.ts';
import { areaIn } from './area.ts';
import { valueAt, withItem, withValue, type Path } from './draft-edits.ts';
import { datedIn, namesIn } from './form-names.ts';
import type { SheetDraft } from './sheet-draft.ts';
import { valueOf, withYears, type Names } from './typed-value.ts';
import { checkWordFile } from './word-file.ts';
import { formMark, isItems, wordParts } from './word-parts.ts';
import { isElement, markdownOf, readWord, textOf, type WordContent } from './word-reading.ts';
import { sectionMeant } from './word-sections.ts';

/** What became of a Word document. */
export interface WordImport {
  draft: SheetDraft & { kind: FormKind };
  /** Whether it was our own form, or a document of somebody’s. */
  source: 'form' | 'document';
  /** What went where, in Italian: «Titolo: …». */
  placed: readonly string[];
  /** Passages for which no place was found: they stand in the file, under a title that says so. */
  kept: readonly string[];
  /** What else is to be known: pictures, a missing title. */
  notes: readonly string[];
}

interface Wanted {
  lists: FormLists;
  /** The kind of sheet that a free document is to become; a form says so itself. */
  kind?: FormKind | undefined;
  /** Area of a free document. */
  area?: string | undefined;
}

/** Under this title stands what no place was found for. */
export const keptTitle = 'Da collocare';

/**
 * Makes a draft of a Word document: our form, or a free document with titles. Nothing is dropped: what no place is
 * found for stands at the end of the text, and is listed.
 * @throws WordFileError when the file is no Word document or is not to be trusted
 */
export async function importWord(bytes: ArrayBuffer, wanted: Wanted): Promise<WordImport> {
  await checkWordFile(bytes);
  const content = await readWord(bytes);
  const mark = content.blocks.map((block) => textOf(block).trim()).find((text) => text.startsWith(formMark));
  const found = mark === undefined ? fromDocument(content, wanted) : fromForm(content, mark, wanted);
  const { pictures } = content;
  const notes = [
    ...found.notes,
    ...(pictures > 0 ? [pictures === 1 ? 'C’era un’immagine: non è stata presa. Si mette accanto alla scheda, con la sua descrizione.' : `C’erano ${pictures} immagini: non sono state prese. Si mettono accanto alla scheda, con la loro descrizione.`] : []),
  ]; // prettier-ignore
  const data = withYears({ ...found.draft.data, draft: true }, datedIn(wanted.lists));
  return { ...found, notes, draft: { ...found.draft, data } };
}

/** A question of the form with its answer. */
interface Answer {
  key: string;
  lines: readonly string[];
}

function fromForm({ blocks, notes }: WordContent, mark: string, { lists }: Wanted): WordImport {
  const [kindWord = '', areaId = ''] = mark.slice(formMark.length).split(',').map((word) => word.trim()); // prettier-ignore
  const kind: FormKind = Object.hasOwn(formSlugs, kindWord) ? (kindWord as FormKind) : 'practice';
  const names = namesIn(lists);
  const fields = fieldsOf(registry[kind].schema);
  const titles: readonly string[] = registry[kind].store.sections;
  const blank = wordParts({ kind, area: areaIn(areaId, lists), lists, names });
  const own = new Set(blank.flatMap((part) => ('text' in part ? [plain(part.text)] : [])));
  const headings = new Set(blank.flatMap((part) => (part.part === 'heading' && part.level < 3 ? [plain(part.text)] : [])));
  const bodies = new Map<string, ElementContent[]>();
  const leftover: ElementContent[] = [];
  const placed: string[] = [];
  let data: Record<string, unknown> = {};
  let section: string | null = null;
  let isFirst = true;

  for (const block of blocks) {
    const text = textOf(block).trim();
    const wasFirst = isFirst;
    isFirst = false;
    if (text === '' && !isElement(block, 'table')) continue;
    const answers = isElement(block, 'table') ? answersIn(block) : null;
    if (answers) {
      const { data: next, strange } = withAnswers(data, answers, fields, names);
      data = next;
      leftover.push(...strange);
      continue;
    }
    const isHeading = isElement(block) && /^h[12]$/.test(block.tagName);
    if (isHeading && titles.includes(text)) section = text;
    else if (isHeading && headings.has(plain(text))) section = null;
    else if (own.has(plain(text)) || text.startsWith(formMark)) continue;
    else if (section !== null) bodies.set(section, [...(bodies.get(section) ?? []), block]);
    // the title of the form, and those of the items of its lists
    else if (!(wasFirst && isHeading) && !isItemTitle(block, text)) leftover.push(block);
  }
  for (const { key, label } of fields) if (data[key] !== undefined) placed.push(label);
  const sections = new Map(titles.map((title) => [title, markdownOf(bodies.get(title) ?? [], { notes, hasComponents: true })])); // prettier-ignore
  for (const [title, words] of sections) if (words !== '') placed.push(`Il racconto: ${title}`);
  const kept = leftover.map((block) => textOf(block).trim()).filter(Boolean);
  keep(sections, titles, leftover, notes);
  const id = '';
  return { draft: { kind, id, data, sections: Object.fromEntries(sections) }, source: 'form', placed, kept, notes: [] };
} // prettier-ignore

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

const isItemTitle = (block: ElementContent, text: string): boolean =>
  isElement(block, 'h3') && /^\p{L}[^\n]* \d+$/u.test(text);

/** Puts what has no place at the end of the last section. */
function keep(
  sections: Map<string, string>,
  titles: readonly string[],
  blocks: readonly ElementContent[],
  notes: WordContent['notes'],
): void {
  if (blocks.length === 0) return;
  const last = titles.at(-1) ?? '';
  const words = markdownOf(blocks, { notes, hasComponents: false });
  sections.set(last, [sections.get(last) ?? '', `### ${keptTitle}`, words].filter(Boolean).join('\n\n'));
}

/** The rows of a table of the form; null for any other table. */
function answersIn(table: Element): (Answer & { row: Element })[] | null {
  const rows = elementsIn(table, 'tr');
  const found = rows.flatMap((row) => {
    const [question, answer] = row.children.filter((cell) => isElement(cell, 'td') || isElement(cell, 'th'));
    const key = question && /\[([a-zA-Z.]+)\]\s*$/.exec(textOf(question))?.[1];
    if (key === undefined || !answer) return [];
    return [{ key, row, lines: textOf(answer).split('\n').map((line) => line.trim()) }];
  });
  return found.length > 0 ? found : null;
} // prettier-ignore

function elementsIn(node: Element, name: string): Element[] {
  return node.children.flatMap((child) =>
    isElement(child) ? (child.tagName === name ? [child] : elementsIn(child, name)) : [],
  );
}

/** A field found by its key, with the list of items in which it stands. */
interface Found {
  /** Path of the list; null for a field that stands once. */
  list: Path | null;
  /** Path inside the item, or from the top. */
  path: Path;
  shape: Shape;
}

function fieldAt(fields: readonly FieldModel[], key: string): Found | null {
  let list: Path | null = null;
  let path: string[] = [];
  let inside = fields;
  const steps = key.split('.');
  for (const [index, step] of steps.entries()) {
    const field = inside.find((one) => one.key === step);
    if (!field) return null;
    path = [...path, step];
    const { shape } = field;
    if (index === steps.length - 1)
      return isItems(shape) || shape.type === 'group' ? null : { list, path, shape };
    if (isItems(shape)) {
      list = path;
      path = [];
      inside = shape.item.fields;
    } else if (shape.type === 'group') inside = shape.fields;
    else return null;
  }
  return null;
}

/** Writes the answers of one table down; a key that comes again begins another item. */
function withAnswers(
  data: Record<string, unknown>,
  answers: readonly (Answer & { row: Element })[],
  fields: readonly FieldModel[],
  names: Names,
): { data: Record<string, unknown>; strange: ElementContent[] } {
  let next = data;
  let item: { list: Path; index: number; keys: Set<string> } | null = null;
  const strange: ElementContent[] = [];
  for (const { key, lines, row } of answers) {
    const found = fieldAt(fields, key);
    const written = lines.join('\n').trim();
    if (!found) {
      if (written !== '') strange.push({ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: textOf(row).replace(/\s+/g, ' ').trim() }] }); // prettier-ignore
      continue;
    }
    if (written === '') continue;
    const value =
      found.shape.type === 'list'
        ? lines.filter(Boolean).map((line) => valueOf((found.shape as { item: Shape }).item, line, names))
        : valueOf(found.shape, written, names);
    if (!found.list) {
      next = withValue(next, found.path, value);
      continue;
    }
    const same = item !== null && item.list.join('.') === found.list.join('.') && !item.keys.has(key);
    if (!item || !same) {
      const length = ((valueAt(next, found.list) as unknown[] | undefined) ?? []).length;
      next = withItem(next, found.list, {});
      item = { list: found.list, index: length, keys: new Set() };
    }
    item.keys.add(key);
    next = withValue(next, [...item.list, item.index, ...found.path], value);
  }
  return { data: next, strange };
}

/** The longest that the schema takes of what is found at the head of a document. */
const longest = { title: 90, tagline: 160, summary: 500 };

function fromDocument({ blocks, notes }: WordContent, { kind = 'practice', area }: Wanted): WordImport {
  const titles: readonly string[] = registry[kind].store.sections;
  const all = blocks.filter((block) => textOf(block).trim() !== '');
  const hasHeadings = all.some((block) => isHeading(block));
  const placed: string[] = [];
  const data: Record<string, unknown> = area === undefined ? {} : { focusAreas: [area] };
  const bodies = new Map<string, ElementContent[]>();
  const before: ElementContent[] = [];
  const kept: string[] = [];
  let section: string | null = null;

  const rest = [...all];
  const [first] = rest;
  const head = first ? textOf(first).trim() : '';
  if (first && head.length <= longest.title && !head.includes('\n') && (isHeading(first) || isBold(first)) && sectionMeant(head, titles) === null) {
    data.title = plain(head);
    placed.push(`Titolo: ${plain(head)}`);
    rest.shift();
  } // prettier-ignore
  for (const block of rest) {
    const text = plain(textOf(block));
    const isTitle = isHeading(block) || (isBold(block) && text.length <= 90 && !hasHeadings);
    const meant = isTitle ? sectionMeant(text, titles) : null;
    if (meant !== null) {
      section = meant;
      // the title of the document is kept where it says more than ours
      const own = anchorOf(text) === anchorOf(meant) && !bodies.has(meant) ? [] : [heading(text)];
      bodies.set(meant, [...(bodies.get(meant) ?? []), ...own]);
      placed.push(`${text} → ${meant}`);
      continue;
    }
    if (isTitle) kept.push(text);
    const whole = isTitle ? heading(text) : block;
    if (section === null) before.push(whole);
    else bodies.set(section, [...(bodies.get(section) ?? []), whole]);
  }
  // the lines at the head are what a sheet begins with, where they are short enough
  const opening = before[0];
  const words = opening && isElement(opening, 'p') ? plain(textOf(opening)) : '';
  const isSimple = opening !== undefined && isElement(opening) && opening.children.every((child) => child.type === 'text' || isElement(child, 'strong') || isElement(child, 'em')); // prettier-ignore
  if (words !== '' && isSimple && words.length <= longest.summary) {
    data[words.length <= longest.tagline ? 'tagline' : 'summary'] = words;
    placed.push(`Prime righe → ${words.length <= longest.tagline ? 'In una riga' : 'In breve'}`);
    before.shift();
  }
  if (before.length > 0) {
    const into = titles[0] ?? '';
    kept.push(...before.flatMap((block) => (isElement(block) && block.tagName === 'h3' ? [] : [plain(textOf(block)).slice(0, 120)]))); // prettier-ignore
    bodies.set(into, [...before, ...(bodies.get(into) ?? [])]);
  }
  const sections = new Map(titles.map((title) => [title, markdownOf(distinct(bodies.get(title) ?? []), { notes, hasComponents: false })])); // prettier-ignore
  return {
    draft: { kind, id: '', data, sections: Object.fromEntries(sections) },
    source: 'document',
    placed,
    kept,
    notes: data.title === undefined ? ['Non si è trovato un titolo: scrivilo tu.'] : [],
  };
}

const isHeading = (block: ElementContent): boolean => isElement(block) && /^h[1-6]$/.test(block.tagName);

/** A line of nothing but bold words. */
const isBold = (block: ElementContent): boolean =>
  isElement(block, 'p') &&
  block.children.length > 0 &&
  block.children.every(
    (child) => isElement(child, 'strong') || (child.type === 'text' && child.value.trim() === ''),
  );

const heading = (text: string): Element => ({
  type: 'element',
  tagName: 'h3',
  properties: {},
  children: [{ type: 'text', value: text }],
});

/** Two titles of one section are told apart: the check wants it. */
function distinct(blocks: readonly ElementContent[]): ElementContent[] {
  const seen = new Map<string, number>();
  return blocks.map((block) => {
    if (!isHeading(block)) return block;
    const text = plain(textOf(block));
    const count = (seen.get(anchorOf(text)) ?? 0) + 1;
    seen.set(anchorOf(text), count);
    return count === 1 ? block : heading(`${text} (${count})`);
  });
}
