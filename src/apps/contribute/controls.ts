import { valueAt, withValue, type Path } from '../../authoring/draft-edits.ts';
import { wordsOf, valueOf } from '../../authoring/typed-value.ts';
import type { FieldModel, Shape } from '../../schemas/field-model.ts';
import type { ReferenceKind } from '../../schemas/values.ts';
import { dateMeant } from '../../schemas/values.ts';
import { el } from '../elements.ts';
import { controlId, type Form } from './form.ts';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** A text as long as this has lines of its own. */
const oneLine = 200;

/** The id of the list of names among which a reference is chosen. */
export const namesListId = (kind: ReferenceKind): string => `elenco-${kind}`;

/** The one control of a field that is not made of parts, filled and listening. */
export function controlOf(form: Form, { key, label, shape, example }: FieldModel, path: Path): Control {
  const id = controlId(path);
  const control = emptyControl(form, shape, example);
  control.id = id;
  control.classList.add('form-control');
  control.dataset.path = path.join('.');
  control.setAttribute('aria-describedby', `${id}-aiuto ${id}-errore`);
  const value = valueAt(form.draft().data, path);
  control.value =
    shape.type === 'choice' || isSourceRef(shape) ? asText(value) : wordsOf(shape, value, form.names);
  // what was typed is not among the choices: it stays to be seen
  if (control.value === '' && asText(value) !== '' && control instanceof HTMLSelectElement) {
    control.append(el('option', { value: asText(value) }, asText(value)));
    control.value = asText(value);
  }
  const counter =
    shape.type === 'text' && shape.longest !== undefined && shape.longest >= 90 ? shape.longest : null;
  control.addEventListener('input', () => {
    const next = valueOf(shape, control.value, form.names);
    const draft = form.draft();
    form.commit({ ...draft, data: withValue(draft.data, path, next) }, `«${label}»`, path.join('.'));
    if (counter !== null) count(control, counter);
  });
  if (shape.type === 'text' && shape.form !== undefined && shape.form !== 'address')
    control.addEventListener('change', () => italianDate(control, shape));
  if (counter !== null) count(control, counter);
  if (key === 'source' || isSourceRef(shape)) control.dataset.sources = '';
  return control;
}

/** A date as Italians write it becomes one of the file; what cannot be one is left to the check. */
function italianDate(control: Control, shape: Shape): void {
  const meant = dateMeant(control.value);
  const isWhole = shape.type === 'text' && (shape.form === 'date' || meant?.length === 10);
  if (meant === undefined || !isWhole || meant === control.value) return;
  control.value = meant;
  control.dispatchEvent(new Event('input', { bubbles: true }));
}

/** How many signs are left, said when few are. */
function count(control: Control, most: number): void {
  const place = document.getElementById(`${control.id}-conto`);
  if (!place) return;
  const left = most - control.value.length;
  place.textContent =
    left < 0 ? `${-left} caratteri di troppo` : left < most / 3 ? `${left} caratteri ancora` : '';
}

const isSourceRef = (shape: Shape): boolean => shape.type === 'reference' && shape.to === 'source';

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

function emptyControl(form: Form, shape: Shape, example: string | undefined): Control {
  switch (shape.type) {
    case 'choice':
      return select(shape.values.map(({ value, label }) => [value, label ?? value]));
    case 'boolean':
      return select([
        ['sì', 'sì'],
        ['no', 'no'],
      ]);
    case 'reference': {
      if (shape.to === 'source') return select(sourceNames(form));
      const input = el('input', { type: 'text', list: namesListId(shape.to), autocomplete: 'off' });
      return input;
    }
    case 'number':
    case 'other':
      return el('input', { type: 'text', inputmode: 'decimal', autocomplete: 'off' });
    case 'text':
      if (shape.form !== undefined)
        return el('input', {
          type: shape.form === 'address' ? 'url' : 'text',
          autocomplete: 'off',
          placeholder: shape.form === 'day' ? 'anno-mese-giorno' : undefined,
          spellcheck: 'false',
        });
      return (shape.longest ?? 0) > oneLine || shape.longest === undefined
        ? el('textarea', { rows: '3' })
        : el('input', { type: 'text', autocomplete: 'off' });
    default:
      throw new Error(`no control for ${shape.type} (${example ?? ''})`);
  }
}

const select = (options: readonly (readonly [string, string])[]): HTMLSelectElement =>
  el(
    'select',
    {},
    el('option', { value: '' }, '—'),
    options.map(([value, label]) => el('option', { value }, label)),
  );

/** The sources of this very sheet, by their titles. */
export function sourceNames(form: Form): (readonly [string, string])[] {
  const { sources } = form.draft().data;
  if (!Array.isArray(sources)) return [];
  return sources.flatMap((source: unknown) => {
    const { id, title, publisher } = Object(source) as Record<string, unknown>;
    if (typeof id !== 'string') return [];
    const name = [publisher, title].filter((words) => typeof words === 'string' && words !== '').join(': ');
    return [[id, name === '' ? `${id} (ancora senza titolo)` : name.slice(0, 90)] as const];
  });
}
