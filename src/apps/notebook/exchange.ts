import { formatDate, plural } from '../../knowledge/format.ts';
import { keptNames } from '../device/kept.ts';
import { rawText } from '../device/raw.ts';
import { saveFile } from '../documents/download.ts';
import { el } from '../elements.ts';
import { today } from './add.ts';
import {
  fileName,
  fileText,
  fileType,
  leftText,
  mostBytes,
  readFile,
  taken,
  travels,
  unreadable,
  type NotebookFile,
} from './file.ts';
import type { Beside } from './history.ts';
import type { Notebook } from './model.ts';
import { besideNames } from './names.ts';

/** Hands over the notebook of this browser with all that goes with it, and says so. */
export function saveNotebook(notebook: Notebook): string {
  const names = keptNames().filter(travels);
  const beside = Object.fromEntries(names.map((name) => [name, rawText(name)]));
  saveFile(fileName, fileText(notebook, beside, today()), fileType);
  const lost = unreadable(beside);
  const done = `Il quaderno è fra i file scaricati: «${fileName}».`;
  return lost.length === 0 ? done : `${done} Non si legge, e nel file non c’è: ${namesText(lost)}.`;
}

interface Page {
  /** Where the choice is put. */
  place: HTMLElement;
  own: () => Notebook;
  tell: (text: string) => void;
  /** Writes it down, and gives the names of what found no room. */
  change: (deed: { what: string; notebook: Notebook; beside: Beside }) => string[];
  done: () => void;
  focus: () => void;
}

/** Reads a file that the reader chose and asks what to do with it; a notebook with nothing in it needs no question. */
export async function openFile(file: File, page: Page): Promise<void> {
  page.place.replaceChildren();
  if (file.size > mostBytes) {
    page.tell('Questo file è troppo grande per essere un quaderno. Non ne abbiamo preso nulla.');
    return;
  }
  const read = readFile(await file.text());
  if (typeof read === 'string') page.tell(read);
  else if (page.own().items.length === 0) take(read, 'add', page);
  else ask(read, page);
}

function ask(file: NotebookFile, page: Page): void {
  page.tell('');
  const title = el('h2', { tabindex: '-1', id: 'titolo-carica' }, 'Che cosa fare del quaderno caricato');
  const press = (way: 'add' | 'replace') => () => {
    page.place.replaceChildren();
    take(file, way, page);
  };
  page.place.replaceChildren(
    el(
      'section',
      { class: 'notebook-choice', 'aria-labelledby': 'titolo-carica' },
      title,
      el('p', {}, `Nel file: ${contentText(file)}. Qui: ${plural(page.own().items.length, 'voce', 'voci')}.`),
      el(
        'ul',
        { class: 'plain' },
        el('li', {}, [
          el('button', { type: 'button', class: 'btn btn-primary', click: press('add') }, 'Aggiungi'),
          el('span', {}, 'Le voci del file vanno dopo le tue; quelle che hai già restano come sono.'),
        ]),
        el('li', {}, [
          el('button', { type: 'button', class: 'btn', click: press('replace') }, 'Sostituisci'),
          el('span', {}, [
            'Le tue voci lasciano il posto a quelle del file. Prima, ',
            el(
              'button',
              { type: 'button', class: 'notebook-link', click: () => page.tell(saveNotebook(page.own())) },
              'scarica il quaderno di adesso',
            ),
            '; con «Annulla» torna comunque.',
          ]),
        ]),
        el('li', {}, [
          el(
            'button',
            {
              type: 'button',
              class: 'btn',
              click: () => {
                page.place.replaceChildren();
                page.tell('Il quaderno è rimasto come prima.');
                page.focus();
              },
            },
            'Lascia stare',
          ),
        ]),
      ),
    ),
  );
  title.focus();
}

function contentText({ notebook, beside, saved }: NotebookFile): string {
  const { checks, sums } = besideNames(Object.keys(beside));
  return [
    plural(notebook.items.length, 'voce', 'voci'),
    checks.length > 0 && plural(checks.length, 'verifica', 'verifiche'),
    sums.length > 0 && plural(sums.length, 'calcolo di costi', 'calcoli di costi'),
    saved && `scaricato il ${formatDate(saved)}`,
  ]
    .filter(Boolean)
    .join(', ');
}

function take(file: NotebookFile, way: 'add' | 'replace', page: Page): void {
  const { notebook, beside, stayed, left } = taken(page.own(), rawText, file, way);
  const what = way === 'add' ? 'aggiunto un quaderno' : 'sostituito il quaderno';
  const lost = page.change({ what, notebook, beside });
  page.done();
  page.focus();
  page.tell(
    [
      `Fatto: nel quaderno ${notebook.items.length === 1 ? 'c’è una voce' : `ci sono ${notebook.items.length} voci`}.`,
      left > 0 && leftText(left),
      stayed.length > 0 && `Sono rimaste quelle di questo browser: ${namesText(stayed)}.`,
      lost.length > 0 && `Non c’è stato posto per: ${namesText(lost)}. Sono ancora nel file.`,
      file.unread.length > 0 && `Nel file non si leggono, e non sono state prese: ${namesText(file.unread)}.`,
    ]
      .filter((text) => text !== false)
      .join(' '),
  );
}

/** A few by name, the others by number. */
function namesText(names: readonly string[]): string {
  const words = names.slice(0, 5).map((name) => {
    const [tool = '', ...id] = name.split(':');
    return ({ adatta: 'la verifica di', costi: 'i costi di' }[tool] ?? tool) + ` «${id.join(':')}»`;
  });
  return [...words, ...(names.length > 5 ? [`altre ${names.length - 5}`] : [])].join(', ');
}
