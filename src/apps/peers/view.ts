import {
  emptyText,
  inItalian,
  measureOf,
  peerDocument,
  peerPlainText,
} from '../../exports/peers/document.ts';
import type { PeerText, PeerTexts } from '../../exports/peers/texts.ts';
import { damagedText, stateText } from '../device/words.ts';
import { downloadDocx, saveFile } from '../documents/download.ts';
import { el, part } from '../elements.ts';
import { openWritten, type Written } from './written.ts';

type Tell = (words: string) => void;

/** Draws the boxes of a form, each with its text, and keeps what the reader writes in them. */
export function showTexts(texts: PeerTexts, key: string, tell: Tell): void {
  const kept = openWritten(texts.form.id, key);
  const write = (id: string, text: string | null): void => {
    const others = Object.fromEntries(Object.entries(kept.value()).filter(([name]) => name !== id));
    const next: Written = text === null ? others : { ...others, [id]: text };
    if (Object.keys(next).length > 0) kept.save(next);
    else kept.forget();
    const trouble = stateText(kept.state());
    if (trouble) tell(trouble);
  };
  const damaged = kept.damaged();
  part('candidatura-voci', HTMLElement).replaceChildren(
    el('p', {}, inItalian),
    el('p', { class: 'peers-known' }, texts.form.known),
    ...(damaged ? [el('p', { class: 'aside aside-warn' }, damagedText(damaged))] : []),
    ...texts.texts.map((text) => fieldView(text, kept.value()[text.field.id], write, tell)),
    ...sourcesView(texts, tell),
    ...leftOutView(texts),
  );
  const name = `${key}-${texts.form.id}`;
  part('candidatura-word', HTMLButtonElement).addEventListener('click', () => {
    tell('Preparo il file…');
    void downloadDocx(`${name}.docx`, peerDocument(texts, kept.value())).then(
      () => tell(`Fatto: ${name}.docx è fra i file scaricati.`),
      () => tell('Il file non si è preparato: controlla la rete e riprova.'),
    );
  });
  part('candidatura-testo', HTMLButtonElement).addEventListener('click', () => {
    saveFile(`${name}.txt`, peerPlainText(texts, kept.value()), 'text/plain;charset=utf-8');
    tell(`Fatto: ${name}.txt è fra i file scaricati.`);
  });
}

/** One box: its text, how long it is, and what can be done with it. */
function fieldView(
  peerText: PeerText,
  written: string | undefined,
  write: (id: string, text: string | null) => void,
  tell: Tell,
): HTMLElement {
  const { field, whole, short } = peerText;
  const id = `voce-${field.id}`;
  const box = el('textarea', { id, class: 'form-control', rows: '3', 'aria-describedby': `${id}-misura` });
  box.value = written ?? whole;
  const measure = el('p', { class: 'peers-measure', id: `${id}-misura` });
  const paper = el('p', { class: 'peers-paper' });
  /** The reader’s own text, while the proposed one is shown again. */
  let own: string | null = null;
  let wasOver = false;

  const copy = el('button', { type: 'button', class: 'plain-button', click: () => void copied() }, 'Copia');
  const shorten =
    short &&
    el(
      'button',
      {
        type: 'button',
        class: 'plain-button',
        click: () => change(short.text, `accorciato a ${short.kept} frasi su ${short.of}.`),
      },
      `Accorcia a frasi intere (${short.text.length} caratteri, ${short.kept} frasi su ${short.of})`,
    );
  const back = el('button', { type: 'button', class: 'plain-button', click: undo }, '');
  const wholeView =
    short &&
    el('details', { class: 'peers-whole' }, el('summary', {}, 'Il testo intero'), el('p', {}, whole));

  box.addEventListener('input', () => {
    own = null;
    keep();
    draw();
    const isOver = field.limit !== null && box.value.length > field.limit;
    if (isOver !== wasOver) tell(`${field.name}: ${measureOf(box.value, field.limit)}.`);
    wasOver = isOver;
  });
  draw();
  wasOver = field.limit !== null && box.value.length > field.limit;
  return el(
    'section',
    { class: 'peers-field', 'aria-labelledby': `${id}-nome` },
    el(
      'h2',
      { id: `${id}-nome` },
      el('label', { for: id }, el('span', { lang: 'en' }, field.name), ` (${field.gloss})`),
    ),
    field.note && el('p', { class: 'peers-note' }, field.note),
    box,
    paper,
    measure,
    el('div', { class: 'peers-tools no-print' }, copy, shorten, back),
    wholeView,
  );

  function keep(): void {
    write(field.id, box.value === whole ? null : box.value);
  }

  function change(text: string, words: string): void {
    own = box.value;
    box.value = text;
    keep();
    draw();
    box.focus();
    tell(`${field.name}: ${words}`);
  }

  /** Back to the proposed text, and from there to one’s own again. */
  function undo(): void {
    if (box.value !== whole) change(whole, 'è tornato il testo proposto.');
    else if (own !== null) change(own, 'è tornato il tuo testo.');
  }

  function draw(): void {
    const isProposed = box.value === whole;
    const isOver = field.limit !== null && box.value.length > field.limit;
    measure.classList.toggle('peers-over', isOver);
    measure.textContent = box.value === '' ? emptyText(peerText) : measureOf(box.value, field.limit);
    if (isOver && !short && isProposed)
      measure.textContent += '. Nessuna frase intera ci sta: accorcialo a mano';
    paper.textContent = box.value;
    back.hidden = isProposed && own === null;
    back.textContent = isProposed ? 'Riprendi il tuo testo' : 'Torna al testo proposto';
    if (shorten) shorten.hidden = box.value === short.text;
    if (wholeView) wholeView.hidden = isProposed;
    copy.hidden = box.value === '';
  }

  async function copied(): Promise<void> {
    tell(`${field.name}: ${await copyText(box.value)}`);
  }
}

/** A plain http address has no clipboard. */
async function copyText(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copiato.';
  } catch {
    return 'il browser non ha copiato: seleziona il testo e copialo a mano.';
  }
}

function sourcesView({ sources }: PeerTexts, tell: Tell): HTMLElement[] {
  if (sources.length === 0) return [];
  const list = sources.map(({ number, text }) => `[${number}] ${text}`);
  const copy = (): void => void copyText(list.join('\n')).then((words) => tell(`Le fonti: ${words}`));
  return [
    el(
      'section',
      { class: 'peers-field', 'aria-labelledby': 'candidatura-fonti' },
      el('h2', { id: 'candidatura-fonti' }, 'Le fonti citate'),
      el('p', { class: 'peers-note' }, 'I numeri fra parentesi quadre nei testi, gli stessi della scheda. Tienili dove il modulo lo permette, o metti l’elenco fra gli allegati.'),
      el('ul', { class: 'plain peers-sources' }, list.map((text) => el('li', {}, text))),
      el('div', { class: 'peers-tools no-print' }, el('button', { type: 'button', class: 'plain-button', click: copy }, 'Copia le fonti')),
    ),
  ]; // prettier-ignore
}

function leftOutView({ leftOut, form }: PeerTexts): HTMLElement[] {
  if (leftOut.length === 0) return [];
  return [
    el(
      'section',
      { class: 'peers-field', 'aria-labelledby': 'candidatura-fuori' },
      el('h2', { id: 'candidatura-fuori' }, 'Che cosa la scheda dice e il modulo non chiede'),
      el('p', { class: 'peers-note' }, `${form.name} non ha una voce per queste parti: puoi aggiungerle dove serve, o dare l’indirizzo della scheda.`),
      el('ul', {}, leftOut.map((name) => el('li', {}, name))),
    ),
  ]; // prettier-ignore
}
