/** What a reader has put aside, in the order in which it will be printed. Nothing here touches the page. */
export interface Notebook {
  version: 1;
  items: readonly Item[];
}

interface Common {
  /** Tells items apart; made from what the item is, so that nothing is put aside twice. */
  key: string;
  /** Day on which it was put aside, `2026-11-22`. */
  added: string;
  /** What the reader wrote beside it; of a free note, the note itself. */
  note: string;
}

export type Item =
  | (Common & { kind: 'practice' | 'fit'; id: string; title: string })
  | (Common & { kind: 'comparison'; ids: readonly string[]; titles: readonly string[] })
  | (Common & { kind: 'note'; title: string });

/** What other pages put aside. */
export type NewItem =
  | { kind: 'practice' | 'fit'; id: string; title: string }
  | { kind: 'comparison'; ids: readonly string[]; titles: readonly string[] }
  | { kind: 'note'; title: string; text: string };

/** More than anybody orders by hand, and little enough for the room that a browser gives. */
export const mostItems = 500;
export const mostCharacters = 20_000;
const mostTitleCharacters = 500;
/** As many sheets as can be compared. */
const mostCompared = 4;

/** Said when there is no place for another one. */
export const tooManyText = `Nel quaderno stanno al massimo ${mostItems} voci: per aggiungerne una, toglierne un’altra.`;
export const tooLongText = 'Una nota può avere al massimo 20.000 caratteri.';

export const emptyNotebook = (): Notebook => ({ version: 1, items: [] });

/** The key of everything but a note, which is always a new one. */
function keyOf(item: Exclude<NewItem, { kind: 'note' }>): string {
  // the same sheets in another order are the same comparison
  return item.kind === 'comparison'
    ? `comparison:${[...item.ids].sort().join(',')}`
    : `${item.kind}:${item.id}`;
}

function freeNoteKey({ items }: Notebook): string {
  const used = items.flatMap(({ key }) => (key.startsWith('note:') ? [Number(key.slice(5))] : []));
  return `note:${Math.max(0, ...used) + 1}`;
}

export interface Outcome {
  notebook: Notebook;
  outcome: 'added' | 'already' | 'too-many' | 'too-long';
  key: string;
}

/** Puts something at the end; what is already there stays where it is. */
export function addItem(notebook: Notebook, item: NewItem, day: string): Outcome {
  const key = item.kind === 'note' ? freeNoteKey(notebook) : keyOf(item);
  if (itemOf(notebook, key)) return { notebook, outcome: 'already', key };
  if (notebook.items.length >= mostItems) return { notebook, outcome: 'too-many', key };
  if (item.kind === 'note' && item.text.length > mostCharacters)
    return { notebook, outcome: 'too-long', key };
  return { notebook: withItems([...notebook.items, newItem(item, key, day)]), outcome: 'added', key };
}

function newItem(item: NewItem, key: string, added: string): Item {
  switch (item.kind) {
    case 'note':
      return { kind: 'note', key, added, note: item.text, title: shortTitle(item.title) };
    case 'comparison':
      return {
        kind: 'comparison',
        key,
        added,
        note: '',
        ids: [...item.ids],
        titles: item.titles.map(shortTitle),
      };
    default:
      return { kind: item.kind, key, added, note: '', id: item.id, title: shortTitle(item.title) };
  }
}

const shortTitle = (title: string): string => title.slice(0, mostTitleCharacters);

const withItems = (items: readonly Item[]): Notebook => ({ version: 1, items });

export const itemOf = ({ items }: Notebook, key: string): Item | undefined =>
  items.find((item) => item.key === key);

export const removeItem = ({ items }: Notebook, key: string): Notebook =>
  withItems(items.filter((item) => item.key !== key));

/** One place up or down; at the ends nothing moves. */
export function moveItem(notebook: Notebook, key: string, by: -1 | 1): Notebook {
  const from = notebook.items.findIndex((item) => item.key === key);
  const other = notebook.items[from + by];
  const item = notebook.items[from];
  if (!item || !other) return notebook;
  const items = [...notebook.items];
  items[from] = other;
  items[from + by] = item;
  return withItems(items);
}

export const editNote = ({ items }: Notebook, key: string, note: string): Notebook =>
  withItems(
    items.map((item) => (item.key === key ? { ...item, note: note.slice(0, mostCharacters) } : item)),
  );

export const renameNote = ({ items }: Notebook, key: string, title: string): Notebook =>
  withItems(
    items.map((item) =>
      item.key === key && item.kind === 'note' ? { ...item, title: shortTitle(title) } : item,
    ),
  );

/** What an item is called, wherever it is named. */
export function titleOf(item: Item): string {
  switch (item.kind) {
    case 'comparison':
      return `Confronto: ${item.titles.join(', ')}`;
    case 'fit':
      return `Verifica: ${item.title}`;
    case 'note':
      return item.title.trim() || 'Nota senza titolo';
    case 'practice':
      return item.title;
  }
}

/**
 * The items of another notebook after one’s own. What is already here stays as it is, and takes over a note only where
 * it has none; a note that says something else is kept as a note of its own, so that nothing is lost.
 */
export function mergeNotebooks(own: Notebook, other: Notebook): { notebook: Notebook; left: number } {
  const notebook: { items: Item[] } = { items: [...own.items] };
  const places = new Map(own.items.map(({ key }, place) => [key, place]));
  const written = new Set(
    own.items.flatMap((item) => (item.kind === 'note' ? [wordsOf(item.title, item.note)] : [])),
  );
  let lastNote = Number(freeNoteKey(own).slice(5)) - 1;
  let left = 0;
  const push = (item: Item): void => {
    if (notebook.items.length < mostItems) notebook.items.push(item);
    else left += 1;
  };
  const pushNote = (title: string, note: string, added: string): void => {
    if (written.has(wordsOf(shortTitle(title), note))) return;
    lastNote += 1;
    push({ kind: 'note', key: `note:${lastNote}`, added, note, title: shortTitle(title) });
  };
  for (const item of other.items) {
    const place = places.get(item.key);
    const mine = place === undefined ? undefined : notebook.items[place];
    if (item.kind === 'note') {
      pushNote(item.title, item.note, item.added);
    } else if (place === undefined || !mine) push(item);
    else if (mine.note.trim() === '') notebook.items[place] = { ...mine, note: item.note };
    else if (item.note.trim() !== '' && item.note !== mine.note)
      pushNote(`Nota su ${titleOf(item)}`, item.note, item.added);
  }
  return { notebook: withItems(notebook.items), left };
}

const wordsOf = (title: string, note: string): string => JSON.stringify([title, note]);

/**
 * Reads what was kept, or what a file brings; null when it is no notebook of this version. Nothing is read by half:
 * one item that makes no sense spoils all, so that what cannot be understood is kept aside and not thrown away.
 */
export function readNotebook(json: unknown): Notebook | null {
  if (!isRecord(json) || json.version !== 1 || !Array.isArray(json.items)) return null;
  if (json.items.length > mostItems) return null;
  const items: Item[] = [];
  const keys = new Set<string>();
  for (const value of json.items as unknown[]) {
    const item = readItem(value);
    if (!item || keys.has(item.key)) return null;
    keys.add(item.key);
    items.push(item);
  }
  return withItems(items);
}

/** Only the fields that we know are taken over, each looked at. */
function readItem(value: unknown): Item | null {
  if (!isRecord(value)) return null;
  const { kind, key, added, note } = value;
  if (typeof key !== 'string' || !isDay(added) || !isText(note, mostCharacters)) return null;
  if (kind === 'note') {
    const { title } = value;
    return notePattern.test(key) && isTitle(title) ? { kind, key, added, note, title } : null;
  }
  if (kind === 'comparison') {
    const { ids, titles } = value;
    if (!isListOf(ids, isId) || !isListOf(titles, isTitle)) return null;
    const fits = ids.length >= 2 && ids.length <= mostCompared && titles.length === ids.length;
    return fits && key === keyOf({ kind, ids, titles }) ? { kind, key, added, note, ids, titles } : null;
  }
  if (kind === 'practice' || kind === 'fit') {
    const { id, title } = value;
    return isId(id) && isTitle(title) && key === keyOf({ kind, id, title })
      ? { kind, key, added, note, id, title }
      : null;
  }
  return null;
}

const notePattern = /^note:[1-9][0-9]{0,8}$/;
const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Ids go into addresses: nothing else than what a sheet can be called. */
export const isId = (value: unknown): value is string => isText(value, 100) && idPattern.test(value);
const isDay = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
const isText = (value: unknown, most: number): value is string =>
  typeof value === 'string' && value.length <= most;
const isTitle = (value: unknown): value is string => isText(value, mostTitleCharacters);
const isListOf = (value: unknown, is: (item: unknown) => item is string): value is string[] =>
  Array.isArray(value) && value.every(is);

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
