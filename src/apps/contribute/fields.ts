import { newItem } from '../../authoring/deliverable.ts';
import {
  valueAt,
  withItem,
  withMoved,
  withoutItem,
  withValue,
  type Path,
} from '../../authoring/draft-edits.ts';
import { inForms } from '../../authoring/explain.ts';
import { wordsOf } from '../../authoring/typed-value.ts';
import { firstParts } from '../../authoring/form-steps.ts';
import { nounOf, type Noun } from '../../knowledge/change-words.ts';
import type { FieldModel, Shape } from '../../schemas/field-model.ts';
import { el } from '../elements.ts';
import { controlOf, namesListId, sourceNames } from './controls.ts';
import { controlId, type Form } from './form.ts';

type ListShape = Extract<Shape, { type: 'list' }>;
type GroupShape = Extract<Shape, { type: 'group' }>;

/** A field with its name, its help and its controls, whatever it is made of. */
export function fieldView(form: Form, field: FieldModel, path: Path): HTMLElement {
  const { shape } = field;
  if (shape.type === 'group') return groupView(form, field, shape, path);
  if (shape.type !== 'list') return lineView(form, field, path);
  if (shape.item.type === 'group') return itemsView(form, field, shape, path);
  if (shape.item.type === 'reference' || shape.item.type === 'choice')
    return chosenView(form, field, shape, path);
  return linesView(form, field, shape, path);
}

const optional = ({ required }: FieldModel): HTMLElement | false =>
  !required && el('span', { class: 'form-optional' }, ' facoltativo');

/** The place where what is wrong is said. */
const errorPlace = (path: Path): HTMLElement =>
  el('p', { class: 'field-error', id: `${controlId(path)}-errore`, 'data-errors-of': path.join('.') });

/** What the field is for, with an example. */
function help(field: FieldModel, path: Path, more = ''): HTMLElement {
  const { description, example, shape } = field;
  const isNamed = shape.type === 'choice' || shape.type === 'reference' || (shape.type === 'list' && shape.item.type === 'reference'); // prettier-ignore
  const words = [
    inForms(description),
    more,
    example && !isNamed ? `Per esempio: ${example.replaceAll("'", '')}` : '',
  ];
  return el('p', { class: 'form-help', id: `${controlId(path)}-aiuto` }, words.filter(Boolean).join(' '));
}

function lineView(form: Form, field: FieldModel, path: Path): HTMLElement {
  const id = controlId(path);
  const { shape } = field;
  const isName = shape.type === 'reference' && shape.to !== 'source';
  return el(
    'div',
    { class: 'form-line' },
    el('label', { for: id }, field.label, optional(field)),
    help(field, path, isName ? 'Comincia a scrivere il nome e sceglilo dall’elenco.' : ''),
    controlOf(form, field, path),
    isName && proposalButton(form, field, path),
    shape.type === 'text' && el('p', { class: 'form-count', id: `${id}-conto`, 'aria-live': 'polite' }),
    errorPlace(path),
    path.length === 1 && exampleView(form, field),
  );
}

/** A name that no list has is proposed beside the text, and the field stays empty until somebody adds it. */
function proposalButton(form: Form, { label }: FieldModel, path: Path): HTMLElement {
  const propose = (): void => {
    const draft = form.draft();
    const words = valueAt(draft.data, path);
    if (typeof words !== 'string' || words.trim() === '') {
      form.tell(`Scrivi prima il nome nel campo «${label}», poi proponilo.`);
      return;
    }
    form.commit(
      { ...draft, data: withValue(draft.data, path, undefined), proposals: [...draft.proposals, `${label}: ${words.trim()}`] },
      'proponi una voce',
    ); // prettier-ignore
    form.redraw(path);
    form.tell(
      `Proposto: «${words.trim()}». La proposta parte con la scheda; il campo resta vuoto finché la voce non c’è.`,
    );
  };
  return el('p', { class: 'form-propose' }, deed('Non c’è nell’elenco? Proponilo', `«${label}»`, propose));
}

/** How a published sheet answers it. */
function exampleView(form: Form, { key }: FieldModel): HTMLElement | false {
  const example = form.exampleOf(key);
  return (
    example !== undefined &&
    el(
      'details',
      { class: 'form-example' },
      el('summary', {}, `Com’è in «${example.title}»`),
      example.lines.map((line) => el('p', {}, line)),
      el('p', {}, el('a', { href: example.page, target: '_blank' }, 'Apri la scheda (nuova finestra)')),
    )
  );
}

function groupView(form: Form, field: FieldModel, shape: GroupShape, path: Path): HTMLElement {
  return el(
    'fieldset',
    { class: 'form-group', id: controlId(path), tabindex: '-1' },
    el('legend', {}, field.label, optional(field)),
    help(field, path),
    errorPlace(path),
    shape.fields.map((part) => fieldView(form, part, [...path, part.key])),
    path.length === 1 && exampleView(form, field),
  );
}

/** The list at a path, as the draft has it. */
const itemsAt = (form: Form, path: Path): readonly unknown[] => {
  const found = valueAt(form.draft().data, path);
  return Array.isArray(found) ? found : [];
};

const nameOfItem = (key: string): Pick<Noun, 'one' | 'bare' | 'removed'> =>
  nounOf(key) ?? { one: 'una voce', bare: 'Voce', removed: 'Tolta' };

/** A button that changes the data and draws the step again. */
const deed = (label: string, hidden: string, does: () => void, more: Record<string, string> = {}): HTMLElement =>
  el('button', { type: 'button', class: 'plain-button', click: does, ...more }, label, hidden !== '' && el('span', { class: 'visually-hidden' }, ` ${hidden}`)); // prettier-ignore

function full(form: Form, { most, length }: { most: number | undefined; length: number }): boolean {
  if (most === undefined || length < most) return false;
  form.tell(`Qui stanno al massimo ${most} voci.`);
  return true;
}

/** Groups that repeat: each with its number, its title and its deeds. */
function itemsView(form: Form, field: FieldModel, shape: ListShape, path: Path): HTMLElement {
  const items = itemsAt(form, path);
  const { one, bare, removed } = nameOfItem(field.key);
  const parts = shape.item.type === 'group' ? shape.item.fields : [];
  const add = (): void => {
    if (full(form, { most: shape.most, length: items.length })) return;
    const draft = form.draft();
    const item = newItem(field.key, items, form.today);
    form.commit({ ...draft, data: withItem(draft.data, path, item) }, `aggiungi ${one}`);
    const [first] = firstParts[field.key] ?? [parts[0]?.key ?? ''];
    form.redraw([...path, items.length, first ?? '']);
    form.tell(`${bare} ${items.length + 1}: puoi scrivere.`);
  };
  return el(
    'fieldset',
    { class: 'form-items', id: controlId(path), tabindex: '-1' },
    el('legend', {}, field.label, optional(field)),
    help(field, path),
    errorPlace(path),
    exampleView(form, field),
    items.length === 0 &&
      el('p', { class: 'form-none' }, 'Per ora non c’è niente: nella pagina si leggerà «non documentato».'),
    el(
      'ol',
      { class: 'form-list' },
      items.map((item, index) =>
        el(
          'li',
          {},
          itemView(form, field, parts, [...path, index], { bare, removed, length: items.length, item }),
        ),
      ),
    ),
    el('p', {}, el('button', { type: 'button', class: 'btn btn-outline-primary form-add', click: add, id: `${controlId(path)}-aggiungi` }, `Aggiungi ${one}`)), // prettier-ignore
  );
}

function itemView(
  form: Form,
  field: FieldModel,
  parts: readonly FieldModel[],
  path: Path,
  { bare, removed, length, item }: { bare: string; removed: string; length: number; item: unknown },
): HTMLElement {
  const list = path.slice(0, -1);
  const index = Number(path.at(-1));
  const name = `${bare} ${index + 1}`;
  const first = firstParts[field.key];
  const isFilled = (key: string): boolean => {
    const value = (item as Record<string, unknown> | null)?.[key];
    return value !== undefined && value !== '' && !(key === 'id' && field.key === 'sources');
  };
  const front = first ? parts.filter(({ key }) => first.includes(key)) : parts;
  const behind = first ? parts.filter(({ key }) => !first.includes(key)) : [];
  const remove = (): void => {
    const draft = form.draft();
    form.commit({ ...draft, data: withoutItem(draft.data, list, index) }, `togli ${name.toLowerCase()}`);
    form.redraw(list);
    form.tell(`${removed}: ${name.toLowerCase()}. Per riavere quello che c’era: «Annulla».`);
  };
  const move = (by: number): void => {
    const draft = form.draft();
    form.commit({ ...draft, data: withMoved(draft.data, list, index, by) }, `sposta ${name.toLowerCase()}`);
    form.redraw([...list, index + by]);
    form.tell(`Ora è al posto ${index + by + 1} di ${length}.`);
  };
  const isOpen = length <= mostOpen || !front.some(({ key }) => isFilled(key));
  return el(
    'fieldset',
    { class: 'form-item', id: controlId(path), tabindex: '-1' },
    el('legend', {}, name),
    errorPlace(path),
    el(
      'details',
      { class: 'form-folded', open: isOpen },
      el(
        'summary',
        {},
        summaryOf(form, front, item) || 'Da riempire',
        el('span', { class: 'visually-hidden' }, ` (${name})`),
      ),
      front.map((part) => fieldView(form, part, [...path, part.key])),
      behind.length > 0 &&
        el(
          'details',
          { class: 'form-more', open: behind.some(({ key }) => isFilled(key)) },
          el('summary', {}, `Altro: ${behind.map(({ label }) => label.toLowerCase()).join(', ')}`),
          behind.map((part) => fieldView(form, part, [...path, part.key])),
        ),
    ),
    el(
      'p',
      { class: 'form-deeds' },
      index > 0 && deed('Su', name, () => move(-1)),
      index < length - 1 && deed('Giù', name, () => move(1)),
      deed('Togli', name, remove),
    ),
  );
}

/** As many items as this stand open; more are folded to what they say first. */
const mostOpen = 3;

/** The first things that an item says, in the words of people. */
function summaryOf(form: Form, parts: readonly FieldModel[], item: unknown): string {
  const words = parts.flatMap(({ key, shape }) => {
    const value = (item as Readonly<Record<string, unknown>> | null)?.[key];
    const isSimple = shape.type !== 'group' && shape.type !== 'list';
    const isSource = shape.type === 'reference' && shape.to === 'source';
    return isSimple && !isSource && value !== undefined && value !== ''
      ? [wordsOf(shape, value, form.names)]
      : [];
  });
  const text = words.slice(0, 2).join(' · ');
  return text.length > 110 ? `${text.slice(0, 109)}…` : text;
}

/** Lines of text that repeat. */
function linesView(form: Form, field: FieldModel, shape: ListShape, path: Path): HTMLElement {
  const items = itemsAt(form, path);
  const { one, bare, removed } = nameOfItem(field.key);
  const add = (): void => {
    if (full(form, { most: shape.most, length: items.length })) return;
    const draft = form.draft();
    form.commit({ ...draft, data: withItem(draft.data, path, '') }, `aggiungi ${one}`);
    form.redraw([...path, items.length]);
  };
  return el(
    'fieldset',
    { class: 'form-lines', id: controlId(path), tabindex: '-1' },
    el('legend', {}, field.label, optional(field)),
    help(field, path),
    errorPlace(path),
    path.length === 1 && exampleView(form, field),
    el(
      'ol',
      { class: 'form-list' },
      items.map((_, index) => {
        const own = [...path, index];
        const id = controlId(own);
        const name = `${bare} ${index + 1}`;
        const part: FieldModel = { key: field.key, label: name, description: '', required: true, preset: false, shape: shape.item }; // prettier-ignore
        return el(
          'li',
          { class: 'form-one' },
          el('label', { class: 'visually-hidden', for: id }, `${field.label}: ${name}`),
          el('span', { id: `${id}-aiuto`, hidden: true }),
          controlOf(form, part, own),
          deed('Togli', name, () => {
            const draft = form.draft();
            form.commit(
              { ...draft, data: withoutItem(draft.data, path, index) },
              `togli ${name.toLowerCase()}`,
            );
            form.redraw(path);
            form.tell(`${removed}: ${name.toLowerCase()}. Per riavere quello che c’era: «Annulla».`);
          }),
          errorPlace(own),
        );
      }),
    ),
    el('p', {}, el('button', { type: 'button', class: 'btn btn-outline-primary form-add', click: add, id: `${controlId(path)}-aggiungi` }, `Aggiungi ${one}`)), // prettier-ignore
  );
}

/** More than these are looked for by name; fewer stand all in the page. */
const mostBoxes = 40;

/** Several of the names of a list. */
function chosenView(form: Form, field: FieldModel, shape: ListShape, path: Path): HTMLElement {
  const chosen = itemsAt(form, path).filter((id): id is string => typeof id === 'string');
  const options = optionsOf(form, shape.item);
  const set = (ids: readonly string[]): void => {
    const draft = form.draft();
    form.commit(
      { ...draft, data: withValue(draft.data, path, ids.length > 0 ? ids : undefined) },
      `«${field.label}»`,
    );
  };
  const box = ([id, title]: readonly [string, string]): HTMLElement => {
    const input = el('input', {
      type: 'checkbox',
      value: id,
      'aria-describedby': `${controlId(path)}-errore`,
    });
    input.checked = chosen.includes(id);
    input.addEventListener('change', () => {
      const now = itemsAt(form, path).filter((one): one is string => typeof one === 'string');
      set(input.checked ? [...now, id] : now.filter((one) => one !== id));
    });
    return el('label', { class: 'form-box' }, input, el('span', {}, title));
  };
  const isLong = options.length > mostBoxes;
  const near = isLong ? nearOptions(form, shape.item, options, chosen) : options;
  const far = options.filter((option) => !near.includes(option));
  const strange = chosen.filter((id) => !options.some(([known]) => known === id));
  return el(
    'fieldset',
    { class: 'form-chosen', id: controlId(path), tabindex: '-1' },
    el('legend', {}, field.label, optional(field)),
    help(field, path, field.key === 'focusAreas' ? 'Quella che scegli per prima è la principale.' : ''),
    errorPlace(path),
    strange.map((id) => box([id, `${id} (non è nell’elenco)`])),
    el('div', { class: 'form-boxes' }, near.map(box)),
    far.length > 0 && farChooser(form, field, path, far, set),
    path.length === 1 && exampleView(form, field),
  );
}

const optionsOf = (form: Form, item: Shape): (readonly [string, string])[] => {
  if (item.type === 'choice') return item.values.map(({ value, label }) => [value, label ?? value]);
  if (item.type !== 'reference') return [];
  return item.to === 'source'
    ? sourceNames(form)
    : form.lists[item.to].map(({ id, data }): readonly [string, string] => [id, data.title]);
};

/** Of a long list, what is chosen and what belongs to the area of the sheet. */
function nearOptions(
  form: Form,
  item: Shape,
  options: readonly (readonly [string, string])[],
  chosen: readonly string[],
): readonly (readonly [string, string])[] {
  const areas = form.draft().data.focusAreas;
  const area: unknown = Array.isArray(areas) ? areas[0] : undefined;
  const inArea = new Set(
    item.type === 'reference' && item.to === 'need'
      ? form.lists.need.flatMap(({ id, data }) => (Array.isArray(data.focusAreas) && data.focusAreas[0] === area ? [id] : []))
      : [],
  ); // prettier-ignore
  return options.filter(([id]) => chosen.includes(id) || inArea.has(id));
}

function farChooser(
  form: Form,
  field: FieldModel,
  path: Path,
  far: readonly (readonly [string, string])[],
  set: (ids: readonly string[]) => void,
): HTMLElement {
  const id = `${controlId(path)}-altro`;
  const names = `${id}-nomi`;
  const input = el('input', { type: 'text', id, list: names, autocomplete: 'off', class: 'form-control' });
  const add = (): void => {
    const typed = input.value.trim().toLowerCase();
    const found = far.find(([, title]) => title.toLowerCase() === typed);
    if (!found) {
      if (typed !== '')
        form.tell(`«${input.value.trim()}» non è nell’elenco: scegli una delle voci, o proponilo.`);
      return;
    }
    const now = itemsAt(form, path).filter((one): one is string => typeof one === 'string');
    set([...now, found[0]]);
    form.redraw(path);
    form.tell(`Scelto: ${found[1]}.`);
  };
  const propose = (): void => {
    const words = input.value.trim();
    const draft = form.draft();
    if (words === '') {
      form.tell('Scrivi prima la voce che manca, poi proponila.');
      return;
    }
    // a sheet has a place of its own for the needs that no list has
    const data = field.key === 'needs' ? withItem(draft.data, ['proposedNeeds'], words) : draft.data;
    const proposals =
      field.key === 'needs' ? draft.proposals : [...draft.proposals, `${field.label}: ${words}`];
    form.commit({ ...draft, data, proposals }, 'proponi una voce');
    form.redraw(path);
    form.tell(`Proposto: «${words}». Parte con la scheda.`);
  };
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  });
  return el(
    'div',
    { class: 'form-far' },
    el('label', { for: id }, `Cerca altre voci di «${field.label}»`),
    el('div', { class: 'form-far-row' }, input, el('button', { type: 'button', class: 'btn btn-outline-primary', click: add }, 'Scegli')),
    el('p', { class: 'form-propose' }, deed('Non c’è nell’elenco? Proponilo', '', propose)),
    el('datalist', { id: names }, far.map(([, title]) => el('option', { value: title }))),
  ); // prettier-ignore
}

/** The names among which the references of a step are chosen: one list for all its fields. */
export const namesLists = (form: Form, fields: readonly FieldModel[]): HTMLElement[] =>
  [...new Set(fields.flatMap((field) => referencesOf(field.shape)))].map((kind) =>
    el(
      'datalist',
      { id: namesListId(kind) },
      form.lists[kind].map(({ data }) => el('option', { value: data.title })),
    ),
  );

function referencesOf(shape: Shape): Exclude<Extract<Shape, { type: 'reference' }>['to'], 'source'>[] {
  switch (shape.type) {
    case 'reference':
      return shape.to === 'source' ? [] : [shape.to];
    case 'list':
      return shape.item.type === 'reference' ? [] : referencesOf(shape.item);
    case 'group':
      return shape.fields.flatMap((field) => referencesOf(field.shape));
    default:
      return [];
  }
}
