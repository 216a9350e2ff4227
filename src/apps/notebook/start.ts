import { plural } from '../../knowledge/italian.ts';
import { keptNames } from '../device/kept.ts';
import { keptCopies, rawText, writeRaw } from '../device/raw.ts';
import { damagedText, stateText } from '../device/words.ts';
import { el, part } from '../elements.ts';
import { openNotebook, notebookName, today } from './add.ts';
import { emptyHistory, recorded, redo, undo, type Beside, type Moment, type Step } from './history.ts';
import { itemView } from './item-view.ts';
import { addItem, editNote, emptyNotebook, itemOf, moveItem, removeItem, renameNote } from './model.ts';
import { titleOf, tooManyText, type Notebook } from './model.ts';
import { besideNames } from './names.ts';

const list = part('notebook-list', HTMLElement);
const items = part('notebook-items', HTMLElement);
const empty = part('notebook-empty', HTMLElement);
const told = part('notebook-told', HTMLElement);
const choice = part('notebook-choice', HTMLElement);
const paper = part('notebook-paper', HTMLElement);
const paperPlace = part('notebook-document', HTMLElement);
const progress = part('notebook-progress', HTMLElement);
const fileField = part('notebook-file', HTMLInputElement);
const button = (name: string) => part(`notebook-${name}`, HTMLButtonElement);
const buttons = {
  undo: button('undo'),
  redo: button('redo'),
  export: button('export'),
  clear: button('clear'),
};

const kept = openNotebook(() => {
  // what was done here no longer leads back to what is there
  history = emptyHistory;
  show();
  tell('Il quaderno è stato cambiato in un’altra finestra.');
});
let history = emptyHistory;
let isPaperShown = false;
let redrawing: ReturnType<typeof setTimeout> | undefined;

// the copy is made: from here on what is kept can be read again
const damaged = kept.damaged();
if (damaged?.copy) kept.save(kept.value());

const tell = (text: string): void => {
  told.textContent = text;
};

/** Writes a state down; what found no place is told by name. */
function write({ notebook, beside = {} }: Moment): string[] {
  kept.save(notebook);
  return Object.entries(beside).flatMap(([name, text]) => (writeRaw(name, text) ? [] : [name]));
}

interface Deed {
  what: string;
  notebook: Notebook;
  beside?: Beside | undefined;
  joined?: string | undefined;
}

/** Everything that changes the notebook comes through here, so that everything can be taken back. */
function change({ what, notebook, beside, joined }: Deed): string[] {
  const before: Moment = {
    notebook: kept.value(),
    beside: beside && Object.fromEntries(Object.keys(beside).map((name) => [name, rawText(name)])),
  };
  const step: Step = { what, joined, before, after: { notebook, beside } };
  history = recorded(history, step);
  return write(step.after);
}

function travel(direction: typeof undo, word: string): void {
  const taken = direction(history);
  if (!taken) return;
  history = taken.history;
  write(taken.moment);
  show();
  tell(`${word}: ${taken.step.what}.`);
}

/** Draws all again; the focus stays on the control on which it was. */
function show(): void {
  const focus = focusPlace();
  const { items: all } = kept.value();
  items.replaceChildren(
    ...all.map((item, index) => itemView(item, index === 0, index === all.length - 1, actions)),
  );
  list.hidden = all.length === 0;
  empty.hidden = all.length > 0;
  paper.hidden = all.length === 0;
  if (focus) focusOn(focus.key, focus.control, focus.at);
  showTools();
}

function focusPlace(): { key: string; control: string; at: number | null } | null {
  const { activeElement: active } = document;
  const { key } = active?.closest<HTMLElement>('[data-key]')?.dataset ?? {};
  if (!(active instanceof HTMLElement) || key === undefined) return null;
  const at =
    active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement ? active.selectionEnd : null;
  return { key, control: active.dataset.control ?? '', at };
}

function focusOn(key: string, control: string, at: number | null = null): void {
  const field = items.querySelector<HTMLElement>(
    `[data-key="${CSS.escape(key)}"] [data-control="${CSS.escape(control)}"]`,
  );
  (field ?? part('titolo-voci', HTMLElement)).focus();
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)
    field.setSelectionRange(at, at);
}

/** What the page says besides the items. */
function showTools(): void {
  setButton(buttons.undo, 'Annulla', history.done.at(-1));
  setButton(buttons.redo, 'Rifai', history.undone.at(-1));
  const isEmpty = kept.value().items.length === 0;
  buttons.clear.setAttribute('aria-disabled', String(isEmpty));
  showKept();
  showDevice();
  if (!isPaperShown) return;
  clearTimeout(redrawing);
  redrawing = setTimeout(() => void drawPaper(), 600);
}

/** A button that does nothing now keeps the focus that stands on it. */
function setButton(target: HTMLButtonElement, word: string, step: Step | undefined): void {
  target.textContent = step ? `${word}: ${step.what}` : word;
  target.setAttribute('aria-disabled', String(step === undefined));
}

/** Told once, and again only when it changes. */
function showKept(): void {
  const place = part('notebook-kept', HTMLElement);
  const texts = [damaged && damagedText(damaged), stateText(kept.state())].filter((text) => text !== null);
  if (place.dataset.told === texts.join()) return;
  place.dataset.told = texts.join();
  place.replaceChildren(...texts.map((text) => el('p', {}, text)));
  if (damaged)
    place.append(
      el(
        'button',
        { type: 'button', class: 'btn', click: () => void saveUnread(damaged.text) },
        'Scarica quello che c’era',
      ),
    );
}

async function saveUnread(text: string): Promise<void> {
  const { saveFile } = await import('../documents/download.ts');
  saveFile('quaderno-illeggibile.txt', text, 'text/plain;charset=utf-8');
}

/** What else is kept here, and the copies of what could not be read. */
function showDevice(): void {
  const { checks, sums, others } = besideNames(keptNames());
  const training = others.filter((name) => /^(?:piano|svolta|scheda):/.test(name));
  const found = [
    checks.length > 0 && plural(checks.length, 'verifica', 'verifiche'),
    sums.length > 0 && plural(sums.length, 'calcolo di costi', 'calcoli di costi'),
    others.includes('confronto') && 'le schede scelte per il confronto',
    training.length > 0 && 'sessioni preparate o schede di lavoro riempite',
    others.some((name) => name.startsWith('bozza:')) && 'bozze di schede',
    others.includes('segnalazioni') && 'segnalazioni cominciate',
  ].filter((text) => text !== false);
  part('notebook-device-text', HTMLElement).textContent =
    found.length > 0
      ? `Oltre al quaderno, questo sito conserva qui: ${found.join(', ')}. Verifiche e calcoli entrano nel file che scarichi${training.length > 0 ? '; le sessioni e le schede di lavoro si scaricano dalle loro pagine' : ''}.`
      : 'Oltre al quaderno, questo sito qui non conserva altro.';
  const copies = keptCopies();
  const place = part('notebook-copies', HTMLElement);
  place.hidden = copies.length === 0;
  place.replaceChildren(
    ...copies.map(({ name, of, day }) =>
      el('li', {}, [
        el('span', {}, `Copia di «${of}» che non si leggeva, del ${day.split('-').reverse().join('.')} `),
        el(
          'button',
          {
            type: 'button',
            click: () => void saveUnread(rawText(name) ?? ''),
            'aria-label': `Scarica la copia di «${of}» del ${day}`,
          },
          'Scarica',
        ),
        el(
          'button',
          {
            type: 'button',
            'aria-label': `Butta la copia di «${of}» del ${day}`,
            click: () => {
              change({
                what: `buttata la copia di «${of}»`,
                notebook: kept.value(),
                beside: { [name]: null },
              });
              show();
              tell('Copia buttata. Con «Annulla» torna.');
              buttons.undo.focus();
            },
          },
          'Butta',
        ),
      ]),
    ),
  );
}

const actions = {
  move(key: string, by: -1 | 1): void {
    const notebook = moveItem(kept.value(), key, by);
    const item = itemOf(notebook, key);
    if (!item) return;
    change({ what: `spostata «${titleOf(item)}»`, notebook });
    show();
    const place = notebook.items.indexOf(item) + 1;
    tell(`«${titleOf(item)}» è al posto ${place} di ${notebook.items.length}.`);
  },
  remove(key: string): void {
    const before = kept.value();
    const place = before.items.findIndex((item) => item.key === key);
    const item = before.items[place];
    if (!item) return;
    const notebook = removeItem(before, key);
    change({ what: `tolta «${titleOf(item)}»`, notebook });
    show();
    const near = notebook.items[Math.min(place, notebook.items.length - 1)];
    if (near) focusOn(near.key, 'remove');
    else buttons.undo.focus();
    tell(`«${titleOf(item)}» non è più nel quaderno. Con «Annulla» torna.`);
  },
  write(key: string, field: 'note' | 'title', text: string): void {
    const item = itemOf(kept.value(), key);
    if (!item) return;
    const edit = field === 'note' ? editNote : renameNote;
    const notebook = edit(kept.value(), key, text);
    change({ what: `scritto in «${titleOf(item)}»`, notebook, joined: `${field} ${key}` });
    showTools();
  },
};

function addNote(): void {
  const { notebook, outcome, key } = addItem(kept.value(), { kind: 'note', title: '', text: '' }, today());
  if (outcome !== 'added') {
    tell(tooManyText);
    return;
  }
  change({ what: 'aggiunta una nota', notebook });
  show();
  focusOn(key, 'title');
}

function clear(): void {
  if (kept.value().items.length === 0) return;
  change({ what: 'svuotato il quaderno', notebook: emptyNotebook() });
  show();
  buttons.undo.focus();
  tell('Il quaderno è vuoto. Con «Annulla» torna tutto, finché questa pagina è aperta.');
}

/** Also the checks, the sums, what was chosen elsewhere and the copies. */
function forgetAll(): void {
  const names = [
    ...keptNames().filter((name) => name !== notebookName),
    ...keptCopies().map(({ name }) => name),
  ];
  change({
    what: 'tolto tutto da questo dispositivo',
    notebook: emptyNotebook(),
    beside: Object.fromEntries(names.map((name) => [name, null])),
  });
  kept.forget();
  show();
  buttons.undo.focus();
  tell(
    'Su questo dispositivo non resta nulla di tuo. Con «Annulla» torna tutto, finché questa pagina è aperta.',
  );
}

const fileTools = () => import('./exchange.ts');

/** Runs what loads something first: a broken line is said, and nothing is lost. */
async function attempt(place: HTMLElement, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch {
    place.textContent =
      'Non si riesce a caricare quello che serve: controlla la connessione e riprova. Il quaderno è come prima.';
  }
}

async function exportFile(): Promise<void> {
  const { saveNotebook } = await fileTools();
  tell(saveNotebook(kept.value()));
}

async function importFile(): Promise<void> {
  const [file] = fileField.files ?? [];
  if (!file) return;
  const { openFile } = await fileTools();
  await openFile(file, {
    place: choice,
    own: () => kept.value(),
    tell,
    change,
    done: show,
    focus: () => buttons.undo.focus(),
  });
  // the same file can be chosen again
  fileField.value = '';
}

const paperTools = () => import('./document.ts');

async function makePaper() {
  const { documentOf } = await paperTools();
  const made = await documentOf(kept.value().items, today(), (done, all) => {
    progress.textContent = `Preparo il documento: ${done} di ${plural(all, 'voce', 'voci')}.`;
  });
  progress.textContent =
    made.missing === 0
      ? 'Il documento è pronto.'
      : `Il documento è pronto, ma ${made.missing === 1 ? 'una voce non si è potuta aprire' : `${made.missing} voci non si sono potute aprire`}: lì ne resta il nome. Controlla la connessione e riprova.`;
  return made.document;
}

async function drawPaper(): Promise<void> {
  const [text, { documentView }] = await Promise.all([makePaper(), import('../documents/view.ts')]);
  isPaperShown = true;
  paperPlace.replaceChildren(documentView(text, { headingLevel: 3 }));
}

async function printPaper(): Promise<void> {
  await drawPaper();
  print();
}

async function downloadPaper(): Promise<void> {
  const [text, { downloadDocx }] = await Promise.all([makePaper(), import('../documents/download.ts')]);
  await downloadDocx('quaderno-tra-pari.docx', text);
}

const onPress = (name: string, does: () => void): void => {
  const target = button(name);
  target.addEventListener('click', () => {
    if (target.getAttribute('aria-disabled') !== 'true') does();
  });
};
onPress('undo', () => travel(undo, 'Annullato'));
onPress('redo', () => travel(redo, 'Rifatto'));
onPress('export', () => void attempt(told, exportFile));
onPress('import', () => fileField.click());
onPress('clear', clear);
onPress('forget', forgetAll);
onPress('note', addNote);
onPress('show', () => void attempt(progress, drawPaper));
onPress('print', () => void attempt(progress, printPaper));
onPress('word', () => void attempt(progress, downloadPaper));
fileField.addEventListener('change', () => void attempt(told, importFile));
// a page brought back from memory has not heard what other windows did meanwhile
addEventListener('pageshow', (event) => {
  if (event.persisted && kept.state() === 'kept') location.reload();
});
show();
