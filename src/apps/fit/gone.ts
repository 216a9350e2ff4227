import { goneText } from '../../exports/documents/fit-note.ts';
import { answerIn, type FitState } from '../../knowledge/fit-state.ts';
import { el } from '../elements.ts';

/** What was answered to questions that the sheet asks no more: it is kept, shown, and goes into the note. */
export function goneView(state: FitState, keys: readonly string[]): HTMLElement {
  const lines = keys.flatMap((key) => {
    const answer = answerIn(state, key);
    return answer ? goneText(key, answer) : [];
  });
  return el(
    'section',
    { id: 'fit-gone', class: 'fit-part', 'aria-labelledby': 'titolo-gone', 'data-keys': keys.join(' ') },
    el('h2', { id: 'titolo-gone' }, 'Domande che la scheda non fa più'),
    el(
      'ul',
      { class: 'remarks' },
      lines.map((line) => el('li', {}, line)),
    ),
  );
}
