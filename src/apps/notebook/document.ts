import type { TextDocument } from '../../exports/documents/document.ts';
import { fitNoteDocument } from '../../exports/documents/fit-note.ts';
import { notebookDocument, type NotebookPart } from '../../exports/documents/notebook.ts';
import { readFit } from '../../knowledge/fit-state.ts';
import { readCosts } from '../../knowledge/rescale-state.ts';
import { notebookPage } from '../../knowledge/routes.ts';
import { rawText } from '../device/raw.ts';
import { fetchSheet } from '../documents/sheet-file.ts';
import { linkOf } from './links.ts';
import { titleOf, type Item } from './model.ts';

/** Few at a time: lines are slow and shared. */
const together = 4;

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
        return { kind: 'practice', note, sheet: await fetchSheet(item.id) };
      case 'comparison': {
        const { comparisonDocument } = await import('../../exports/documents/comparison.ts');
        const sheets = await Promise.all(item.ids.map(fetchSheet));
        return { kind: 'document', note, page, document: comparisonDocument(sheets) };
      }
      case 'fit': {
        const state = readFit(keptJson(`adatta:${item.id}`));
        if (!state) return { kind: 'missing', note, title, page, why: 'unanswered' };
        const costs = readCosts(keptJson(`costi:${item.id}`)) ?? undefined;
        const document = fitNoteDocument(await fetchSheet(item.id), state, costs);
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
