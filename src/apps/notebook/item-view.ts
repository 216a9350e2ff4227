import { formatDate } from '../../knowledge/format.ts';
import { el } from '../elements.ts';
import { linkOf } from './links.ts';
import { mostCharacters, titleOf, type Item } from './model.ts';

export interface ItemActions {
  move: (key: string, by: -1 | 1) => void;
  remove: (key: string) => void;
  /** Called at each change of what is written. */
  write: (key: string, field: 'note' | 'title', text: string) => void;
}

const kindNames: Record<Item['kind'], string> = {
  practice: 'Scheda, messa da parte',
  comparison: 'Confronto, messo da parte',
  fit: 'Verifica, messa da parte',
  note: 'Nota, scritta',
};

/** One line of the notebook: what it is, what was written beside it, and what can be done with it. */
export function itemView(item: Item, isFirst: boolean, isLast: boolean, actions: ItemActions): HTMLElement {
  const { key, kind, added } = item;
  const title = titleOf(item);
  const id = `voce-${key.replaceAll(/[^a-z0-9-]/g, '-')}`;
  const button = (name: string, does: () => void, control: string, isOff = false) =>
    el(
      'button',
      {
        type: 'button',
        'data-control': control,
        'aria-label': `${name}: ${title}`,
        'aria-disabled': isOff ? 'true' : undefined,
        click: () => {
          if (!isOff) does();
        },
      },
      name,
    );
  return el(
    'li',
    { class: 'notebook-item', 'data-key': key },
    el('p', { class: 'document-kind' }, `${kindNames[kind]} il ${formatDate(added)}`),
    el('h3', {}, item.kind === 'note' ? title : el('a', { href: linkOf(item) }, title)),
    item.kind === 'note' && [
      el('label', { for: `${id}-titolo` }, 'Titolo'),
      titleField(item.title, `${id}-titolo`, (text) => {
        actions.write(key, 'title', text);
      }),
    ],
    el('label', { for: id }, item.kind === 'note' ? 'Testo' : 'La mia nota'),
    noteField(item.note, id, (text) => {
      actions.write(key, 'note', text);
    }),
    el('div', { class: 'notebook-item-tools no-print' }, [
      button('Sposta su', () => actions.move(key, -1), 'up', isFirst),
      button('Sposta giù', () => actions.move(key, 1), 'down', isLast),
      button('Togli', () => actions.remove(key), 'remove'),
    ]),
  );
}

function titleField(value: string, id: string, onWrite: (text: string) => void): HTMLElement {
  const field = el('input', {
    id,
    type: 'text',
    class: 'form-control',
    maxlength: '200',
    'data-control': 'title',
    autocomplete: 'off',
  });
  field.value = value;
  field.addEventListener('input', () => {
    onWrite(field.value);
  });
  return field;
}

function noteField(value: string, id: string, onWrite: (text: string) => void): HTMLElement {
  const field = el('textarea', {
    id,
    class: 'form-control',
    rows: '2',
    maxlength: String(mostCharacters),
    'data-control': 'note',
    // an empty one is told by this, and not printed
    placeholder: ' ',
  });
  field.value = value;
  field.addEventListener('input', () => {
    onWrite(field.value);
  });
  return field;
}
