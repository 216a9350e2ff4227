import {
  addObjective,
  addTask,
  editObjective,
  editTask,
  removeObjective,
  removeTask,
  type TaskList,
} from '../../knowledge/plan-edits.ts';
import {
  mostCharacters,
  mostMinutes,
  mostOfAList,
  type Objective,
  type Plan,
  type Task,
} from '../../knowledge/plan.ts';
import { el, part } from '../elements.ts';
import type { Editor } from './editing.ts';
import { fill } from './fields.ts';
import { keyedList } from './keyed-list.ts';

/** Objectives, what to do before and what to do after. */
export function openLists(editor: Editor): { show: (plan: Plan) => void } {
  const objectives = keyedList<Objective>(part('planner-objectives', HTMLElement), (key, item) =>
    objectiveRow(key, item),
  );
  const tasks = (['prework', 'followUp'] as const).map((list) => ({
    list,
    view: keyedList<Task>(part(`planner-${list}`, HTMLElement), (key, item) => taskRow(list, key, item)),
  }));

  adding('planner-add-objective', objectives.element, 'aggiungi un obiettivo', (plan) => addObjective(plan));
  for (const { list, view } of tasks)
    adding(`planner-add-${list}`, view.element, 'aggiungi un compito', (plan) => addTask(plan, list));

  function adding(id: string, element: HTMLElement, what: string, add: (plan: Plan) => Plan): void {
    part(id, HTMLButtonElement).addEventListener('click', () => {
      const plan = add(editor.plan());
      if (plan === editor.plan()) {
        editor.tell(`Qui stanno al massimo ${mostOfAList} voci.`);
        return;
      }
      editor.commit(plan, what);
      element.querySelector<HTMLElement>('li:last-child :is(textarea, input)')?.focus();
    });
  }

  function objectiveRow(key: string, { text }: Objective) {
    const field = el('textarea', { class: 'form-control', rows: '1', maxlength: String(mostCharacters) });
    field.value = text;
    field.addEventListener('input', () =>
      editor.commit(
        editObjective(editor.plan(), key, field.value),
        'cambia un obiettivo',
        `objective ${key}`,
      ),
    );
    const number = el('span', { class: 'visually-hidden' });
    const element = el(
      'li',
      { class: 'planner-item' },
      el('label', {}, number, field),
      removeButton('Togli l’obiettivo', () => {
        editor.commit(removeObjective(editor.plan(), key), 'togli un obiettivo');
        part('titolo-obiettivi', HTMLElement).focus();
        editor.tell('Obiettivo tolto. Per riaverlo: «Annulla».');
      }),
    );
    return {
      element,
      update: (item: Objective, index: number) => {
        number.textContent = `Obiettivo ${index + 1}`;
        fill(field, item.text);
      },
    };
  }

  function taskRow(list: TaskList, key: string, task: Task) {
    const text = el('textarea', { class: 'form-control', rows: '1', maxlength: String(mostCharacters) });
    const minutes = el('input', {
      class: 'form-control',
      type: 'number',
      inputmode: 'numeric',
      min: '0',
      max: String(mostMinutes),
    });
    const about = el('small', { class: 'planner-about' });
    text.value = task.text;
    text.addEventListener('input', () =>
      editor.commit(
        editTask(editor.plan(), list, key, { text: text.value }),
        'cambia un compito',
        `${list} ${key}`,
      ),
    );
    minutes.addEventListener('input', () => {
      const value = minutes.value === '' ? 0 : Number(minutes.value);
      const isRight = Number.isInteger(value) && value >= 0 && value <= mostMinutes;
      minutes.toggleAttribute('aria-invalid', !isRight);
      if (isRight)
        editor.commit(
          editTask(editor.plan(), list, key, { minutes: value }),
          'cambia i minuti di un compito',
          `${list} ${key} minutes`,
        );
    });
    const heading = part(`titolo-${list === 'prework' ? 'prework' : 'seguito'}`, HTMLElement);
    const element = el(
      'li',
      { class: 'planner-item' },
      el('label', {}, el('span', { class: 'visually-hidden' }, 'Compito'), text, about),
      el('label', { class: 'planner-minutes' }, minutes, ' minuti'),
      removeButton('Togli il compito', () => {
        editor.commit(removeTask(editor.plan(), list, key), 'togli un compito');
        heading.focus();
        editor.tell('Compito tolto. Per riaverlo: «Annulla».');
      }),
    );
    return {
      element,
      update: (item: Task) => {
        fill(text, item.text);
        const shown = item.minutes === 0 ? '' : String(item.minutes);
        if (Number(minutes.value) !== item.minutes) fill(minutes, shown);
        about.textContent = item.practice ? `Sulla scheda «${item.practice.title}».` : '';
      },
    };
  }

  return {
    show(plan) {
      objectives.show(plan.objectives);
      for (const { list, view } of tasks) view.show(plan[list]);
    },
  };
}

/** A button that says what it takes away. */
export const removeButton = (label: string, click: () => void): HTMLButtonElement =>
  el('button', { type: 'button', class: 'planner-remove', click, 'aria-label': label }, 'Togli');
