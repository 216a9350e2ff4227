import type { FormLists } from '../../exports/form-lists.ts';
import type { FormKind } from '../../knowledge/routes.ts';
import { el } from '../elements.ts';

/** A file of a sheet as it would be sent. */
export interface PreviewedFile {
  kind: FormKind;
  id: string;
  text: string;
}

/**
 * The button that shows a sheet as its page will be, over the whole window. What draws it comes at the press.
 * @param fileNow the file as it is at the moment of the press
 * @param lists the lists of the site, where they are at hand already
 */
export function previewPart(fileNow: () => PreviewedFile, lists?: FormLists): HTMLElement {
  const told = el('p', { role: 'status' });
  const show = async (): Promise<void> => {
    const file = fileNow();
    told.textContent = 'Preparo l’anteprima…';
    try {
      const { previewOf } = await import('./preview.ts');
      openDialog(file, await previewOf(file.kind, file.id, file.text, lists));
      told.textContent = '';
    } catch {
      told.textContent = 'L’anteprima non si è caricata: controlla la rete e prova di nuovo.';
    }
  };
  return el(
    'section',
    { 'aria-labelledby': 'titolo-anteprima' },
    el('h3', { id: 'titolo-anteprima' }, 'Come si vedrà'),
    el('p', {}, 'La pagina intera, fatta con il testo e i dati di adesso come quando sarà pubblicata.'),
    el(
      'p',
      {},
      el(
        'button',
        { type: 'button', class: 'btn btn-outline-primary', click: () => void show() },
        'Mostra l’anteprima',
      ),
    ),
    told,
  );
}

/** Opens the page over the form. Escape and the button close it, and the focus goes back to where it was. */
function openDialog({ id }: PreviewedFile, page: DocumentFragment): void {
  const told = el('p', { role: 'status' });
  const shown = el('div', { class: 'preview-page', tabindex: '-1' });
  shown.append(page);
  const dialog = el(
    'dialog',
    { class: 'preview', 'aria-labelledby': 'titolo-finestra-anteprima' },
    el(
      'div',
      { class: 'preview-bar on-dark' },
      el('p', {}, el('strong', { id: 'titolo-finestra-anteprima' }, 'Anteprima della pagina')),
      el('button', { type: 'button', click: () => { dialog.close(); } }, 'Chiudi'),
      told,
    ),
    shown,
  ); // prettier-ignore
  shown.addEventListener('click', (event) => {
    const pressed = event.target instanceof Element ? event.target.closest('a, button') : null;
    if (!pressed) return;
    told.textContent = '';
    if (pressed instanceof HTMLButtonElement) {
      told.textContent = 'I comandi della pagina funzionano quando è pubblicata.';
      return;
    }
    const address = pressed.getAttribute('href') ?? '';
    if (address.startsWith('#')) {
      event.preventDefault();
      reach(shown, address.slice(1));
    } else if (isOwn(address, id)) {
      event.preventDefault();
      told.textContent = 'Questo indirizzo si apre quando la pagina è pubblicata.';
    } else if (pressed instanceof HTMLAnchorElement) {
      // the form stays open behind
      pressed.target = '_blank';
      pressed.rel = 'noopener noreferrer';
    }
  });
  dialog.addEventListener('close', () => {
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
}

/** Goes to a place of the page: the address of the form says where one is in the form. */
function reach(page: HTMLElement, id: string): void {
  const place = [...page.querySelectorAll<HTMLElement>('[id]')].find((element) => element.id === id);
  if (!place) return;
  if (!place.matches('a[href], button, summary, [tabindex]')) place.tabIndex = -1;
  place.scrollIntoView();
  place.focus({ preventScroll: true });
}

/** What is made of the sheet itself, and is not there yet: its handout, its data, its citation. */
const isOwn = (address: string, id: string): boolean =>
  address.startsWith('/') && address.split(/[/?#&=.]/).includes(id);
