import { goneText, goneTitle } from '../../exports/documents/worksheet.ts';
import type { WorksheetAnswer } from '../../knowledge/worksheet-state.ts';
import { el } from '../elements.ts';

/** What was written in spaces that the worksheet has no more: it is kept, shown, and goes into the Word file. */
export const goneView = (gone: readonly WorksheetAnswer[]): HTMLElement =>
  el(
    'section',
    { id: 'worksheet-gone', class: 'worksheet-field' },
    el('h2', {}, goneTitle),
    el(
      'ul',
      { class: 'remarks' },
      gone.map((answer) => el('li', {}, `${answer.field}: ${goneText(answer)}`)),
    ),
  );
