import { plainTextOf, type TextDocument } from '../../exports/documents/document.ts';
import { fitNoteDocument } from '../../exports/documents/fit-note.ts';
import type { FitState } from '../../knowledge/fit-state.ts';
import { readCosts, type CostsState } from '../../knowledge/rescale-state.ts';
import { rawText } from '../device/raw.ts';
import { fetchSheet } from '../documents/sheet-file.ts';
import { documentView } from '../documents/view.ts';

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
  const document = fitNoteDocument(await fetchSheet(id), state, costsOf(id));
  return { document, element: documentView(document, { headingLevel: 3 }), text: plainTextOf(document) };
}
