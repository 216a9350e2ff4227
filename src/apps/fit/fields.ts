import {
  headFields,
  wordFields,
  type FitState,
  type HeadField,
  type WordField,
} from '../../knowledge/fit-state.ts';
import { shortened, valueAt, type Place } from './model.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** The form of the page, as the places of the state that it shows. */
export interface FormFields {
  keys: readonly string[];
  /** Where a field of the form is kept, and what to call it when it is undone. */
  placeOf: (field: Field) => { place: Place; question: string; what: string } | null;
  /** Shows a state. */
  show: (state: FitState) => void;
  /** Opens the rooms for words that have something in them. */
  openFilled: () => void;
}

const headWords: Record<HeadField, string> = {
  city: 'la tua città',
  date: 'la data',
  author: 'chi risponde',
};

/** Fields are called `q7.who`: the seventh question of the page; `data-keys` says which it is. */
export function formFields(form: HTMLElement): FormFields {
  const keys = (form.dataset.keys ?? '').split(' ').filter(Boolean);
  const questions = [...form.querySelectorAll<HTMLElement>('.fit-question')];
  const abouts = questions.map((question) => question.querySelector('.fit-about')?.textContent.trim() ?? '');
  const fields = [...form.querySelectorAll<Field>('input, textarea')];

  function placeOf(field: Field): ReturnType<FormFields['placeOf']> {
    if (headFields.includes(field.name as HeadField)) {
      const place = field.name as HeadField;
      return { place, question: '', what: headWords[place] };
    }
    const [name = '', part = ''] = field.name.split('.');
    const index = Number(name.slice(1)) - 1;
    const [key, question] = [keys[index], abouts[index]];
    if (key === undefined || question === undefined || !isAnswerField(part)) return null;
    const label = part === 'have' ? 'la risposta' : `«${labelOf(field)}»`;
    return { place: `${key}.${part}`, question, what: `${label} a «${shortened(question)}»` };
  }

  function show(state: FitState): void {
    for (const field of fields) {
      const found = placeOf(field);
      if (!found) continue;
      const value = valueAt(state, found.place);
      if (field.type === 'radio') (field as HTMLInputElement).checked = field.value === value;
      // writing the same value again would move the cursor
      else if (field.value !== value) field.value = value;
    }
    openFilled();
  }

  function openFilled(): void {
    for (const question of questions) {
      const filled = [...question.querySelectorAll<Field>('.fit-words :is(input, textarea)')].some(
        ({ value }) => value !== '',
      );
      question.toggleAttribute('data-filled', filled);
    }
  }

  return { keys, placeOf, show, openFilled };
}

const isAnswerField = (name: string): name is 'have' | WordField =>
  name === 'have' || wordFields.includes(name as WordField);

const labelOf = (field: Field): string => field.labels?.[0]?.childNodes[0]?.textContent?.trim() ?? '';
