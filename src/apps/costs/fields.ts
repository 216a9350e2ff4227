import type { Rescaled } from '../../knowledge/rescale.ts';
import { el } from '../elements.ts';

export type Field = HTMLInputElement | HTMLSelectElement;

/** The form of the page, as the names and values that are kept. */
export interface CostFields {
  all: readonly Field[];
  /** Under which name a field is kept: our own size belongs to the measure that is chosen. */
  nameOf: (field: Field, measure: string) => string;
  valueOf: (field: Field) => string;
  /** Writes values into the fields, by the names they are kept under. */
  show: (valueOf: (name: string) => string) => void;
  /** Says beside each field what is wrong in it; where one is still typing only what was already said. */
  tell: (problems: Rescaled['problems'], measure: string) => void;
  /** Leads to a field by the name it is kept under. */
  focus: (name: string) => void;
}

export function costFields(form: HTMLFormElement): CostFields {
  const all = [...form.querySelectorAll<Field>('input, select')];

  const nameOf = ({ name }: Field, measure: string): string =>
    name === 'ours' && measure ? `ours.${measure}` : name;

  function show(valueOf: (name: string) => string): void {
    const measure = valueOf('measure');
    for (const field of all) {
      const value = valueOf(nameOf(field, measure));
      if (isBox(field)) field.checked = field.type === 'radio' ? field.value === value : value === 'yes';
      // writing the same value again would move the cursor
      else if (field.value !== value) field.value = value;
    }
  }

  function tell(problems: Rescaled['problems'], measure: string): void {
    for (const [index, field] of all.entries()) {
      const problem = problems[nameOf(field, measure)];
      const isSaid = field.getAttribute('aria-invalid') === 'true';
      if (problem && field === document.activeElement && !isSaid) continue;
      if (problem || isSaid) mark(field, `costs-error-${index}`, problem);
    }
  }

  function mark(field: Field, id: string, problem: string | undefined): void {
    const place = field.closest('.costs-field');
    const old = document.getElementById(id);
    if (!problem) {
      old?.remove();
      field.removeAttribute('aria-invalid');
      field.removeAttribute('aria-describedby');
      return;
    }
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', id);
    if (old) old.textContent = problem;
    else place?.append(el('small', { id, class: 'field-error' }, problem));
  }

  function focus(name: string): void {
    const [base] = name.split('.');
    const called = (wanted: string | undefined) => all.find((field) => field.name === wanted);
    (called(name) ?? called(base))?.focus();
  }

  return { all, nameOf, valueOf, show, tell, focus };
}

const isBox = (field: Field): field is HTMLInputElement =>
  field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');

function valueOf(field: Field): string {
  if (!isBox(field) || field.type === 'radio') return field.value;
  return field.checked ? 'yes' : 'no';
}
