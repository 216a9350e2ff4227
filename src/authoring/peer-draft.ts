import type { FormLists } from '../exports/form-lists.ts';
import type { PeerForm } from '../exports/peers/form.ts';
import { peerTexts, type PeerTexts } from '../exports/peers/texts.ts';
import { peerView } from '../exports/peers/view.ts';
import { openSheet, type OpenedSheet } from '../knowledge/entry-file.ts';
import { pageOf } from '../knowledge/routes.ts';
import { textOf } from '../schemas/field.ts';
import { practice } from '../schemas/practice.ts';
import { practiceSections } from '../schemas/practice-sections.ts';
import { site } from '../site.ts';
import type { SheetDraft } from './sheet-draft.ts';

/** A draft fitted to a form, with the names of the parts that could not be read and stay out. */
export interface PeerTextsOfDraft extends PeerTexts {
  unread: readonly string[];
}

/** Fits a sheet that is still being written to another network’s form; what does not hold yet is named and left out. */
export function peerTextsOfDraft(form: PeerForm, draft: SheetDraft, lists: FormLists): PeerTextsOfDraft {
  const { data, unread } = readable(draft.data, lists);
  const whole: string[] = [];
  for (const title of practiceSections) {
    const text = `## ${title}\n\n${draft.sections[title] ?? ''}`;
    if (canRead(opened(draft.id, data, text, lists))) whole.push(text);
    else unread.push(title);
  }
  const sheet = opened(draft.id, data, whole.join('\n\n'), lists);
  return { ...peerTexts(form, peerView(sheet, { isDraft: true })), unread };
}

type Fields = Readonly<Record<string, unknown>>;

/** The values that fit their field: of a list, the entries that do. */
function readable(data: Fields, lists: FormLists): { data: Record<string, unknown>; unread: string[] } {
  const kept: Record<string, unknown> = {};
  const unread: string[] = [];
  const indicators = new Set(lists.indicator.map(({ id }) => id));
  for (const [key, schema] of Object.entries(practice.shape)) {
    const value = data[key];
    if (value === undefined) continue;
    const own = Array.isArray(value)
      ? value.filter(
          (entry) =>
            schema.safeParse([entry]).success &&
            (key !== 'facts' || indicators.has((entry as { indicator: string }).indicator)),
        )
      : value;
    const read = schema.safeParse(own);
    // a list that lacks entries to be whole still says what it has
    if (read.success) kept[key] = read.data;
    const isLess = Array.isArray(value) && Array.isArray(own) && own.length < value.length;
    if (!read.success || isLess) unread.push(textOf(schema)?.label ?? key);
  }
  return { data: kept, unread };
}

function opened(id: string, data: Fields, text: string, lists: FormLists): OpenedSheet {
  const own = id === '' ? 'bozza' : id;
  return openSheet({
    collection: 'practices',
    entry: {
      title: '',
      facts: [],
      sources: [],
      focusAreas: [],
      ...data,
      id: own,
      page: new URL(pageOf('practice', own), site.defaultUrl).href,
      computed: {},
    },
    references: Object.fromEntries(
      Object.entries(lists).map(([kind, entries]) => [
        kind,
        Object.fromEntries(entries.map((entry) => [entry.id, entry.data])),
      ]),
    ),
    text,
  });
}

function canRead(sheet: OpenedSheet): boolean {
  try {
    peerView(sheet);
    return true;
  } catch {
    return false;
  }
}
