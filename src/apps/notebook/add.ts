import { openKept, type Kept, type KeptState } from '../device/kept.ts';
import { stateText } from '../device/words.ts';
import { addItem, emptyNotebook, readNotebook, tooLongText, tooManyText } from './model.ts';
import type { NewItem, Notebook, Outcome } from './model.ts';

export type { NewItem } from './model.ts';

export const notebookName = 'quaderno';

/** The notebook as this browser keeps it. */
export const openNotebook = (onChange?: (notebook: Notebook) => void): Kept<Notebook> =>
  openKept(notebookName, { read: readNotebook, empty: emptyNotebook, onChange });

export interface Added {
  state: KeptState;
  already: boolean;
  /** Why it is not in the notebook, or will not be when this window closes; null when all is well. */
  refusal: string | null;
}

/** Puts something at the end of the notebook, unless it is there. */
export function addToNotebook(item: NewItem): Added {
  const kept = openNotebook();
  const { notebook, outcome } = addItem(kept.value(), item, today());
  if (outcome === 'already') return { state: kept.state(), already: true, refusal: null };
  if (outcome === 'added') kept.save(notebook);
  return { state: kept.state(), already: false, refusal: refusalOf(outcome, kept) };
}

/** The window of this page forgets what it could not write: the notebook is another page. */
function refusalOf(outcome: Outcome['outcome'], kept: Kept<Notebook>): string | null {
  if (outcome === 'too-many') return tooManyText;
  if (outcome === 'too-long') return tooLongText;
  if (kept.damaged() && kept.state() !== 'kept')
    return 'Il quaderno di questo browser è danneggiato: apri il quaderno per vedere che cosa fare.';
  return kept.state() === 'full'
    ? 'Non salvata: lo spazio che il browser dà a questo sito è pieno. Togli qualcosa dal quaderno e riprova.'
    : stateText(kept.state()) &&
        'Non salvata: questo browser non conserva nulla (finestra privata, o memoria del sito vietata).';
}

/** The reader’s own day, `2026-11-22`. */
export function today(now = new Date()): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
