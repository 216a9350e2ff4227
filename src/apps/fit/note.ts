import { plainTextOf, type TextDocument } from '../../exports/documents/document.ts';
import { fitNoteDocument } from '../../exports/documents/fit-note.ts';
import { openSheet, type OpenedSheet } from '../../knowledge/entry-file.ts';
import type { FitState } from '../../knowledge/fit-state.ts';
import { readCosts, type CostsState } from '../../knowledge/rescale-state.ts';
import { practiceData } from '../../knowledge/routes.ts';
import { rawText } from '../device/raw.ts';
import { documentView } from '../documents/view.ts';

let loading: Promise<OpenedSheet> | undefined;

/** The sheet’s published file, asked for once; what failed is asked for again. */
function sheetOf(id: string): Promise<OpenedSheet> {
  loading ??= load(id);
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

async function load(id: string): Promise<OpenedSheet> {
  const answer = await fetch(practiceData(id));
  if (!answer.ok) throw new Error(`${answer.url} answers ${answer.status}`);
  return openSheet((await answer.json()) as unknown);
}

/** What the same page keeps of the costs; what cannot be read is told beside them, not here. */
function costsOf(id: string): CostsState | undefined {
  try {
    return readCosts(JSON.parse(rawText(`costi:${id}`) ?? 'null')) ?? undefined;
  } catch {
    return undefined;
  }
}

/** The note in its three forms: on the page, for a file, as plain text. */
export async function noteOf(
  id: string,
  state: FitState,
): Promise<{ document: TextDocument; element: HTMLElement; text: string }> {
  const document = fitNoteDocument(await sheetOf(id), state, costsOf(id));
  return { document, element: documentView(document, { headingLevel: 3 }), text: plainTextOf(document) };
}
