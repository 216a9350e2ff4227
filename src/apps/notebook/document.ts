import type { TextDocument } from '../../exports/documents/document.ts';
import { fitNoteDocument } from '../../exports/documents/fit-note.ts';
import { notebookDocument, type NotebookPart } from '../../exports/documents/notebook.ts';
import { openSheet, type OpenedSheet } from '../../knowledge/entry-file.ts';
import { readFit } from '../../knowledge/fit-state.ts';
import { readCosts } from '../../knowledge/rescale-state.ts';
import { notebookPage, practiceData } from '../../knowledge/routes.ts';
import { rawText } from '../device/raw.ts';
import { linkOf } from './links.ts';
import { titleOf, type Item } from './model.ts';

/** Few at a time: lines are slow and shared. */
const together = 4;

const opened = new Map<string, Promise<OpenedSheet>>();

/** The published file of a sheet, asked for once; what failed is asked for again. */
function sheetOf(id: string): Promise<OpenedSheet> {
  const known = opened.get(id);
  if (known) return known;
  const asked = load(id);
  opened.set(id, asked);
  asked.catch(() => opened.delete(id));
  return asked;
}

async function load(id: string): Promise<OpenedSheet> {
  const answer = await fetch(practiceData(id));
  if (!answer.ok) throw new Error(`${answer.url} answers ${answer.status}`);
  return openSheet((await answer.json()) as unknown);
}

/** Everything that was put aside as one document. What cannot be opened is named in it. */
export async function documentOf(
  items: readonly Item[],
  day: string,
  told: (done: number, all: number) => void,
): Promise<{ document: TextDocument; missing: number }> {
  const parts: NotebookPart[] = [];
  let next = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let place = next++; place < items.length; place = next++) {
      const item = items[place];
      if (item) parts[place] = await partOf(item);
      done += 1;
      told(done, items.length);
    }
  };
  await Promise.all(Array.from({ length: together }, work));
  return {
    document: notebookDocument(parts, { day, page: absolute(notebookPage) }),
    missing: parts.filter(({ kind }) => kind === 'missing').length,
  };
}

const absolute = (address: string): string => new URL(address, location.href).href;

async function partOf(item: Item): Promise<NotebookPart> {
  const { note } = item;
  const title = titleOf(item);
  if (item.kind === 'note') return { kind: 'note', note, title };
  const page = absolute(linkOf(item));
  try {
    switch (item.kind) {
      case 'practice':
        return { kind: 'practice', note, sheet: await sheetOf(item.id) };
      case 'comparison': {
        const { comparisonDocument } = await import('../../exports/documents/comparison.ts');
        const sheets = await Promise.all(item.ids.map(sheetOf));
        return { kind: 'document', note, page, document: comparisonDocument(sheets) };
      }
      case 'fit': {
        const state = readFit(keptJson(`adatta:${item.id}`));
        if (!state) return { kind: 'missing', note, title, page, why: 'unanswered' };
        const costs = readCosts(keptJson(`costi:${item.id}`)) ?? undefined;
        const document = fitNoteDocument(await sheetOf(item.id), state, costs);
        return { kind: 'document', note, page, document };
      }
    }
  } catch {
    return { kind: 'missing', note, title, page, why: 'unreachable' };
  }
}

function keptJson(name: string): unknown {
  try {
    return JSON.parse(rawText(name) ?? 'null') as unknown;
  } catch {
    return null;
  }
}
