import { emptyFit, isBlank, readFit, type FitState } from '../../knowledge/fit-state.ts';
import { notebookPage } from '../../knowledge/routes.ts';
import { openKept } from '../device/kept.ts';
import { damagedText, stateText } from '../device/words.ts';
import { el, part } from '../elements.ts';
import { formFields } from './fields.ts';
import {
  applied,
  closed,
  emptyStory,
  goneKeys,
  progressText,
  recorded,
  redo,
  resetEdit,
  undo,
  valueAt,
  type Edit,
} from './model.ts';

const form = part('fit', HTMLElement);
const told = part('fit-told', HTMLElement);
const keptPlace = part('fit-kept', HTMLElement);
const progress = part('fit-progress', HTMLElement);
const buttons = {
  undo: part('fit-undo', HTMLButtonElement),
  redo: part('fit-redo', HTMLButtonElement),
  reset: part('fit-reset', HTMLButtonElement),
};
const { id = '', title = '' } = form.dataset;
const fields = formFields(form);
const kept = openKept(`adatta:${id}`, { read: readFit, empty: emptyFit, onChange: () => changed('form') });
let story = emptyStory;
let isNoteShown = false;
let waiting: ReturnType<typeof setTimeout> | undefined;

const isEmpty = (state: FitState): boolean =>
  [state.city, state.date, state.author].every((text) => text === '') &&
  Object.values(state.answers).every(isBlank);

function save(state: FitState): void {
  if (isEmpty(state)) kept.forget();
  else kept.save(state);
}

/** What the page says of the state; `form` also writes it into the fields. */
function changed(what: 'form' | 'words'): void {
  const state = kept.value();
  if (what === 'form') fields.show(state);
  else fields.openFilled();
  progress.textContent = progressText(state, fields.keys);
  setButton(buttons.undo, 'Annulla', story.done.at(-1));
  setButton(buttons.redo, 'Rifai', story.undone.at(-1));
  tellKept();
  showGone(state);
  if (isNoteShown) {
    clearTimeout(waiting);
    waiting = setTimeout(() => void showNote(), 300);
  }
}

/** A button that does nothing now keeps the focus that stands on it. */
function setButton(button: HTMLButtonElement, word: string, edit: Edit | undefined): void {
  button.textContent = edit ? `${word}: ${edit.what}` : word;
  button.setAttribute('aria-disabled', String(edit === undefined));
}

/** Says, once and until it changes, that the answers are not kept or that the old ones cannot be read. */
function tellKept(): void {
  const damaged = kept.damaged();
  const texts = [damaged && damagedText(damaged), stateText(kept.state())].filter((text) => text !== null);
  if (keptPlace.dataset.told === texts.join()) return;
  keptPlace.dataset.told = texts.join();
  keptPlace.replaceChildren(...texts.map((text) => el('div', {}, text)));
  if (!damaged) return;
  const download = () =>
    void import('../documents/download.ts').then(({ saveFile }) =>
      saveFile(`adatta-${id}-illeggibile.txt`, damaged.text, 'text/plain;charset=utf-8'),
    );
  keptPlace.append(
    el('button', { type: 'button', class: 'btn', click: download }, 'Scarica quello che c’era'),
  );
}

/** Answers to questions of an earlier edition of the sheet stay at the end of the form. */
function showGone(state: FitState): void {
  const gone = goneKeys(state, fields.keys);
  const old = document.getElementById('fit-gone');
  if (gone.length === 0) {
    old?.remove();
    return;
  }
  if (old?.dataset.keys === gone.join(' ')) return;
  void import('./gone.ts').then(({ goneView }) => {
    document.getElementById('fit-gone')?.remove();
    form.append(goneView(kept.value(), goneKeys(kept.value(), fields.keys)));
  });
}

function edited(field: HTMLInputElement | HTMLTextAreaElement): void {
  const found = fields.placeOf(field);
  if (!found) return;
  const { place, question, what } = found;
  const before = valueAt(kept.value(), place);
  const after = field.value;
  if (before === after) return;
  const edit: Edit = { what, fields: [{ place, question, before, after }], open: field.type !== 'radio' };
  story = recorded(story, edit);
  save(applied(kept.value(), edit, 'after'));
  changed('words');
}

function step(direction: 'undo' | 'redo'): void {
  const taken = direction === 'undo' ? undo(story) : redo(story);
  if (!taken) return;
  story = taken.story;
  save(applied(kept.value(), taken.edit, direction === 'undo' ? 'before' : 'after'));
  changed('form');
  tell(`${direction === 'undo' ? 'Annullato' : 'Rifatto'}: ${taken.edit.what}.`);
}

type Told = string | readonly (string | Node)[];

const tell = (words: Told): void => told.replaceChildren(...[words].flat());

/** Everything that makes the note loads only when somebody wants it. */
async function note() {
  const { noteOf } = await import('./note.ts');
  return noteOf(id, kept.value());
}

async function showNote(): Promise<void> {
  const { element } = await note();
  part('fit-document', HTMLElement).replaceChildren(element);
  isNoteShown = true;
}

/** Runs what needs the sheet’s file; a slow or broken line is said, and nothing is lost. */
async function withNote(work: () => Promise<Told>): Promise<void> {
  tell('Un momento…');
  try {
    tell(await work());
  } catch {
    tell('I dati della scheda non si sono caricati. Controlla la rete e riprova: le risposte restano qui.');
  }
}

const fileName = `adatta-${id}.docx`;
const actions: Record<string, () => Promise<Told>> = {
  'fit-show': async () => {
    await showNote();
    return 'La nota è qui sotto, e segue le risposte.';
  },
  'fit-word': async () => {
    const { document: text } = await note();
    await (await import('../documents/download.ts')).downloadDocx(fileName, text);
    return `Scaricata: ${fileName}.`;
  },
  'fit-print': async () => {
    await showNote();
    document.body.classList.add('printing-note');
    addEventListener('afterprint', () => document.body.classList.remove('printing-note'), { once: true });
    window.print();
    return '';
  },
  'fit-copy': async () => {
    const { text } = await note();
    // a plain http address, or a reader who says no
    const copied = await (navigator as Partial<Navigator>).clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    if (copied) return 'Copiata: incollala dove vuoi.';
    await showNote();
    return 'Il browser non lascia copiare da qui: seleziona il testo della nota, qui sotto, e copialo.';
  },
  'fit-notebook': async () => {
    const { addToNotebook } = await import('../notebook/add.ts');
    const { already, refusal } = addToNotebook({ kind: 'fit', id, title });
    if (refusal) return refusal;
    const link = el('a', { href: notebookPage }, 'Apri il quaderno');
    return [already ? 'È già nel quaderno. ' : 'Messa nel quaderno. ', link];
  },
};

form.addEventListener('input', ({ target }) => {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) edited(target);
});
form.addEventListener('focusout', () => {
  story = closed(story);
});
buttons.undo.addEventListener('click', () => step('undo'));
buttons.redo.addEventListener('click', () => step('redo'));
buttons.reset.addEventListener('click', () => {
  const edit = resetEdit(kept.value());
  if (edit.fields.length === 0) {
    tell('Non c’è ancora nulla da cancellare.');
    return;
  }
  story = recorded(story, edit);
  save(applied(kept.value(), edit, 'after'));
  changed('form');
  tell('Le risposte sono cancellate. Per riaverle: «Annulla».');
});
for (const [button, work] of Object.entries(actions))
  part(button, HTMLButtonElement).addEventListener('click', () => void withNote(work));
// inside a field of words the browser’s own undo is the one that people expect
document.addEventListener('keydown', (event) => {
  const { target, key, ctrlKey, metaKey, shiftKey, altKey } = event;
  const isTyping =
    target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'radio');
  if (isTyping || altKey || !(ctrlKey || metaKey)) return;
  const wanted =
    key.toLowerCase() === 'z' ? (shiftKey ? 'redo' : 'undo') : key.toLowerCase() === 'y' ? 'redo' : null;
  if (!wanted) return;
  event.preventDefault();
  step(wanted);
});
// the costs stand on the same page and end up in the same note
document.addEventListener('input', ({ target }) => {
  if (isNoteShown && target instanceof Element && !form.contains(target)) changed('words');
});

// a page that the back button brings back whole has not heard what other windows did
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});

changed('form');
