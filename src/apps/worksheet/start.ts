import { worksheetLayout } from '../../knowledge/worksheet-layout.ts';
import {
  emptyWorksheet,
  goneAnswers,
  putBack,
  readWorksheet,
  withAnswer,
  type WorksheetState,
} from '../../knowledge/worksheet-state.ts';
import type { WorksheetBlock } from '../../schemas/activity.ts';
import { openKept } from '../device/kept.ts';
import { damagedText, stateText } from '../device/words.ts';
import { el, part } from '../elements.ts';
import { makeSpaces } from './spaces.ts';

const worksheet = part('worksheet', HTMLElement);
const keptPlace = part('worksheet-kept', HTMLElement);
const told = part('worksheet-told', HTMLElement);
const empty = part('worksheet-empty', HTMLButtonElement);
const { id = '', title = '' } = worksheet.dataset;
// written by our own page beside this script
const blocks = JSON.parse(worksheet.dataset.blocks ?? '[]') as WorksheetBlock[];
const kept = openKept(`scheda:${id}`, { read: readWorksheet, empty: emptyWorksheet, onChange: shown });
/** What was there before everything was emptied, until it is put back. */
let emptied: WorksheetState | null = null;

const spaces = makeSpaces(worksheet, ({ key, name }, text) => {
  save(withAnswer(kept.value(), key, { field: name, text }));
  tellAll();
});

const isEmpty = ({ answers }: WorksheetState): boolean => Object.keys(answers).length === 0;

function save(state: WorksheetState): void {
  if (isEmpty(state)) kept.forget();
  else kept.save(state);
}

/** Shows what is kept: at the start, after emptying or putting back, and what another window wrote. */
function shown(): void {
  spaces.show(kept.value().answers);
  tellGone();
  tellAll();
}

function tellAll(): void {
  empty.textContent = emptied ? 'Annulla: rimetti quello che c’era' : 'Svuota';
  empty.setAttribute('aria-disabled', String(!emptied && isEmpty(kept.value())));
  tellKept();
  // long answers would push one block over another on sheets that are already full
  worksheet.dataset.sheets = worksheetLayout(blocks, kept.value().answers).sheets;
}

/** Says, once and until it changes, that what is written is not kept or that the old cannot be read. */
function tellKept(): void {
  const damaged = kept.damaged();
  const texts = [damaged && damagedText(damaged), stateText(kept.state())].filter((text) => text !== null);
  if (keptPlace.dataset.told === texts.join()) return;
  keptPlace.dataset.told = texts.join();
  keptPlace.replaceChildren(...texts.map((text) => el('div', {}, text)));
  if (!damaged) return;
  const download = () =>
    void import('../documents/download.ts').then(({ saveFile }) =>
      saveFile(`scheda-${id}-illeggibile.txt`, damaged.text, 'text/plain;charset=utf-8'),
    );
  keptPlace.append(
    el('button', { type: 'button', class: 'btn', click: download }, 'Scarica quello che c’era'),
  );
}

/** What was written in spaces of an earlier edition stands at the end. */
function tellGone(): void {
  const gone = goneAnswers(kept.value().answers, spaces.keys);
  const before = document.getElementById('worksheet-gone');
  if (gone.length === 0) {
    before?.remove();
    return;
  }
  void import('./gone.ts').then(({ goneView }) => {
    document.getElementById('worksheet-gone')?.remove();
    worksheet.append(goneView(gone));
  });
}

const tell = (text: string): void => {
  told.textContent = text;
};

function print(paper: 'a3' | 'a4'): void {
  const { documentElement: root } = document;
  root.setAttribute('data-paper', paper);
  addEventListener('afterprint', () => root.removeAttribute('data-paper'), { once: true });
  window.print();
}

async function word(): Promise<void> {
  tell('Preparo il file…');
  const name = `scheda-${id}.docx`;
  try {
    const { worksheetDocument } = await import('../../exports/documents/worksheet.ts');
    const { downloadDocx } = await import('../documents/download.ts');
    await downloadDocx(name, worksheetDocument(title, blocks, kept.value().answers));
    tell(`Scaricata: ${name}.`);
  } catch {
    tell('Il file non si è preparato: controlla la rete e riprova. Quello che hai scritto resta qui.');
  }
}

function emptyOrPutBack(): void {
  if (emptied) {
    save(putBack(kept.value(), emptied));
    emptied = null;
    tell('Rimesso quello che c’era.');
  } else if (isEmpty(kept.value())) {
    tell('La scheda è già vuota.');
  } else {
    emptied = kept.value();
    save(emptyWorksheet());
    tell('La scheda è vuota. Per riavere quello che c’era: «Annulla».');
  }
  shown();
}

part('worksheet-a4', HTMLButtonElement).addEventListener('click', () => print('a4'));
part('worksheet-a3', HTMLButtonElement).addEventListener('click', () => print('a3'));
part('worksheet-word', HTMLButtonElement).addEventListener('click', () => void word());
empty.addEventListener('click', emptyOrPutBack);
// a page that the back button brings back whole has not heard what other windows did
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) location.reload();
});

shown();
