import {
  answerIn,
  emptyAnswer,
  headFields,
  isBlank,
  wordFields,
  type FitState,
  type Have,
  type HeadField,
  type WordField,
} from '../../knowledge/fit-state.ts';
import { plural } from '../../knowledge/italian.ts';

/** A field of the check: one of the head, or one of the answer to a question. */
export type Place = HeadField | `${string}.${'have' | WordField}`;

interface Edited {
  place: Place;
  /** The question of that place; empty for the head. */
  question: string;
  before: string;
  after: string;
}

/** Something the reader did, which can be undone whatever was done in another window meanwhile. */
export interface Edit {
  /** What is undone, after «Annulla:» and «Rifai:». */
  what: string;
  fields: readonly Edited[];
  /** Typing goes on in the same edit until the reader leaves the field. */
  open: boolean;
}

/** What can be undone and done again, the latest last. */
export interface Story {
  done: readonly Edit[];
  undone: readonly Edit[];
}

export const emptyStory: Story = { done: [], undone: [] };

/** More than anybody undoes. */
const longest = 200;

const isHead = (place: Place): place is HeadField => headFields.includes(place as HeadField);

function partsOf(place: string): { key: string; field: 'have' | WordField } {
  const dot = place.lastIndexOf('.');
  return { key: place.slice(0, dot), field: place.slice(dot + 1) as 'have' | WordField };
}

export function valueAt(state: FitState, place: Place): string {
  if (isHead(place)) return state[place];
  const { key, field } = partsOf(place);
  return answerIn(state, key)?.[field] ?? '';
}

/** The state with one field changed; an answer of which nothing is left goes away. */
export function withValue(state: FitState, place: Place, question: string, value: string): FitState {
  if (isHead(place)) return { ...state, [place]: value };
  const { key, field } = partsOf(place);
  const answer = { ...(answerIn(state, key) ?? emptyAnswer(question)), [field]: value as Have };
  const others = Object.entries(state.answers).filter(([other]) => other !== key);
  return {
    ...state,
    answers: Object.fromEntries(isBlank(answer) ? others : [...others, [key, answer]]),
  };
}

/** Does an edit, or takes it back. */
export const applied = (state: FitState, { fields }: Edit, to: 'before' | 'after'): FitState =>
  fields.reduce((next, field) => withValue(next, field.place, field.question, field[to]), state);

/** The edit that empties everything. */
export function resetEdit(state: FitState): Edit {
  const head = headFields.map((place): Edited => ({ place, question: '', before: state[place], after: '' }));
  const answers = Object.entries(state.answers).flatMap(([key, answer]) =>
    (['have', ...wordFields] as const).map((field): Edited => ({
      place: `${key}.${field}`,
      question: answer.question,
      before: answer[field],
      after: '',
    })),
  );
  const fields = [...head, ...answers].filter(({ before }) => before !== '');
  return { what: 'ricomincia da capo', fields, open: false };
}

/** Writes down an edit; what had been undone can then be done again no more. */
export function recorded({ done }: Story, edit: Edit): Story {
  const last = done.at(-1);
  const [before] = last?.fields ?? [];
  const [field] = edit.fields;
  const goesOn =
    last?.open && edit.open && before && field && before.place === field.place && edit.fields.length === 1;
  const joined = goesOn
    ? [...done.slice(0, -1), { ...edit, fields: [{ ...before, after: field.after }] }]
    : [...done, edit];
  return { done: joined.slice(-longest), undone: [] };
}

/** The reader has left the field: what is typed next is another edit. */
export const closed = ({ done, undone }: Story): Story => ({
  done: done.map((edit, index) => (index === done.length - 1 ? { ...edit, open: false } : edit)),
  undone,
});

export function undo({ done, undone }: Story): { edit: Edit; story: Story } | null {
  const edit = done.at(-1);
  return edit
    ? { edit, story: { done: done.slice(0, -1), undone: [...undone, { ...edit, open: false }] } }
    : null;
}

export function redo({ done, undone }: Story): { edit: Edit; story: Story } | null {
  const edit = undone.at(-1);
  return edit ? { edit, story: { done: [...done, edit], undone: undone.slice(0, -1) } } : null;
}

/** How far one is, which is no judgement. */
export function progressText(state: FitState, keys: readonly string[]): string {
  const answered = keys.filter((key) => (answerIn(state, key)?.have ?? '') !== '').length;
  if (answered === 0) return `${plural(keys.length, 'domanda', 'domande')}, nessuna risposta ancora`;
  if (answered === keys.length) return 'Tutte le domande hanno una risposta';
  return `${plural(answered, 'domanda', 'domande')} su ${keys.length} ${answered === 1 ? 'ha' : 'hanno'} una risposta`;
}

/** Keys of answers that no question of the page asks for. */
export const goneKeys = ({ answers }: FitState, keys: readonly string[]): string[] =>
  Object.keys(answers).filter((key) => !keys.includes(key));

/** Some words of a question, to tell which one it is. */
export function shortened(text: string, most = 36): string {
  if (text.length <= most) return text;
  const space = text.lastIndexOf(' ', most - 1);
  return `${text.slice(0, space > 0 ? space : most)}…`;
}
