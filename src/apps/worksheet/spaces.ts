import { answerIn, mostCharacters, ticked, type WorksheetAnswers } from '../../knowledge/worksheet-state.ts';
import { el } from '../elements.ts';

/** A space of the worksheet that can be written in. */
export interface Space {
  key: string;
  name: string;
  field: HTMLInputElement | HTMLTextAreaElement;
}

/** The spaces of the page, and the boxes to tick, made into fields. What is typed in one goes to `edited`. */
export function makeSpaces(
  worksheet: HTMLElement,
  edited: (space: Space, text: string) => void,
): { keys: ReadonlySet<string>; show: (answers: WorksheetAnswers) => void } {
  const boxes = [...worksheet.querySelectorAll<HTMLElement>('[data-check]')].map(checkOf);
  const writings = [...worksheet.querySelectorAll<HTMLElement>('[data-field]')].map(writingOf);
  const shown = new Map([...boxes, ...writings].map((writable) => [writable.field, writable]));
  worksheet.classList.add('is-live');
  worksheet.addEventListener('input', ({ target }) => {
    const writable = shown.get(target as Space['field']);
    if (!writable) return;
    writable.mark();
    edited(writable, writable.text());
  });
  return {
    keys: new Set([...shown.values()].map(({ key }) => key)),
    show(answers) {
      for (const writable of shown.values()) {
        writable.put(answerIn(answers, writable.key));
        writable.mark();
      }
    },
  };
}

interface Writable extends Space {
  text: () => string;
  put: (text: string) => void;
  /** Tells the paper what is in the field. */
  mark: () => void;
}

function checkOf(item: HTMLElement): Writable {
  const { check: key = '', name = '' } = item.dataset;
  const field = el('input', { type: 'checkbox', autocomplete: 'off' });
  item.replaceChildren(el('label', {}, field, el('span', {}, item.textContent.trim())));
  return {
    key,
    name,
    field,
    text: () => (field.checked ? ticked : ''),
    put(text) {
      field.checked = text !== '';
    },
    mark: () => item.toggleAttribute('data-ticked', field.checked),
  };
}

/** On paper a field would cut what is in it: a copy of the words stands there, which also makes the field grow. */
function writingOf(place: HTMLElement): Writable {
  const { field: key = '', name = '', hint } = place.dataset;
  const looks = {
    class: 'worksheet-input',
    'aria-label': name,
    'aria-describedby': hint,
    maxlength: String(mostCharacters),
    autocomplete: 'off',
  };
  const field =
    place.dataset.oneLine === undefined
      ? el('textarea', { ...looks, rows: '1' })
      : el('input', { ...looks, type: 'text' });
  const ink = el('span', { class: 'worksheet-ink' });
  place.append(el('span', { class: 'worksheet-writing' }, field, ink));
  return {
    key,
    name,
    field,
    text: () => field.value,
    put(text) {
      // writing the same value again would move the cursor
      if (field.value !== text) field.value = text;
    },
    mark() {
      ink.textContent = field.value;
      place.toggleAttribute('data-filled', field.value.trim() !== '');
    },
  };
}
