import { withFields, type PlanFields } from '../../knowledge/plan-edits.ts';
import { mostMinutes, mostPeople, type Plan } from '../../knowledge/plan.ts';
import { readClock } from '../../knowledge/plan-times.ts';
import { machineClock } from '../../knowledge/session-times.ts';
import type { Editor } from './editing.ts';

type Control = HTMLInputElement | HTMLSelectElement;

/** A number as it is typed; null when it is none between 1 and the most. */
export function readWhole(text: string, most: number): number | null {
  const value = /^\s*\d{1,6}\s*$/.test(text) ? Number(text) : 0;
  return value >= 1 && value <= most ? value : null;
}

/** Writes what a field says; the cursor stays where it is when nothing changes. */
export function fill(control: Control | HTMLTextAreaElement, text: string): void {
  if (control.value !== text) control.value = text;
}

/** The fields of the whole session. What cannot be is said beside the field, and the plan keeps what it had. */
export function openFields({ plan, commit }: Editor): { show: (plan: Plan) => void } {
  const controls = [...document.querySelectorAll<Control>('[data-plan-field]')];
  const nameOf = (control: Control) => control.dataset.planField as keyof PlanFields;

  function textOf(name: keyof PlanFields, of: Plan): string {
    const value = of[name];
    return name === 'start' ? machineClock(of.start, 0) : String(value);
  }

  /** What the field means, or what is wrong with it. */
  function read(name: keyof PlanFields, text: string): Partial<PlanFields> | string {
    switch (name) {
      case 'start': {
        const start = readClock(text);
        return start === null ? 'Scrivi l’ora così: 9:30.' : { start };
      }
      case 'minutes': {
        const minutes = readWhole(text, mostMinutes);
        return minutes === null ? `Scrivi i minuti, da 1 a ${mostMinutes}.` : { minutes };
      }
      case 'people': {
        const people = readWhole(text, mostPeople);
        return people === null ? `Scrivi quante persone, da 1 a ${mostPeople}.` : { people };
      }
      default:
        return { [name]: text };
    }
  }

  function problem(control: Control, words: string): void {
    const place = document.getElementById(`${control.id}-error`);
    if (place) place.textContent = words;
    if (words) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
  }

  for (const control of controls) {
    const name = nameOf(control);
    const label = control.labels?.[0]?.textContent.trim().toLowerCase() ?? name;
    control.addEventListener('input', () => {
      const fields = read(name, control.value);
      problem(control, typeof fields === 'string' ? fields : '');
      if (typeof fields !== 'string') commit(withFields(plan(), fields), `cambia «${label}»`, name);
    });
    // a field left with something that cannot be goes back to what the plan says
    control.addEventListener('blur', () => {
      problem(control, '');
      fill(control, textOf(name, plan()));
    });
  }

  return {
    show(of) {
      for (const control of controls) {
        const name = nameOf(control);
        const typed = read(name, control.value);
        const isSame = typeof typed !== 'string' && textOf(name, { ...of, ...typed }) === textOf(name, of);
        const isHalfTyped = typeof typed === 'string' && control === document.activeElement;
        if (!isSame && !isHalfTyped) fill(control, textOf(name, of));
      }
    },
  };
}
