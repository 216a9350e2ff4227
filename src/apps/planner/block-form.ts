import {
  addGroup,
  addRow,
  editBlock,
  editRow,
  removeGroup,
  removeRow,
  renameGroup,
  type BlockFields,
} from '../../knowledge/plan-edits.ts';
import {
  cuts,
  mostCharacters,
  mostMinutes,
  mostOfAList,
  mostPeople,
  mostTitle,
  type Block,
  type Cut,
  type Group,
  type Material,
  type Named,
  type Plan,
} from '../../knowledge/plan.ts';
import { readClock } from '../../knowledge/plan-times.ts';
import { machineClock } from '../../knowledge/session-times.ts';
import { quantityRules, sessionBlockKinds } from '../../schemas/labels.ts';
import { practiceSections } from '../../schemas/practice-sections.ts';
import { el } from '../elements.ts';
import type { Editor } from './editing.ts';
import { fill, readWhole } from './fields.ts';
import { keyedList } from './keyed-list.ts';
import { removeButton } from './lists.ts';
import { chosenPractice, offerNames } from './practice-names.ts';

/** Everything of one block that can be written. */
export interface BlockForm {
  element: HTMLElement;
  update: (block: Block, objectives: Plan['objectives']) => void;
  focus: () => void;
}

let made = 0;

export function openBlockForm(editor: Editor, key: string): BlockForm {
  made += 1;
  const id = `block-${made}`;
  let block: Block | undefined;

  const set = (fields: Partial<BlockFields>, what: string, place = ''): void =>
    editor.commit(editBlock(editor.plan(), key, fields), what, place && `${place} ${key}`);

  const title = textField('Titolo', mostTitle, (value) => set({ title: value }, 'cambia un titolo', 'title'));
  const kind = choice('Tipo', sessionBlockKinds, (value) =>
    set({ kind: value }, 'cambia il tipo di un blocco'),
  );
  const cut = choice('Se il tempo stringe', cuts, (value: Cut) =>
    set({ cut: value }, 'cambia che cosa si taglia'),
  );
  const objective = el('select', { class: 'form-control' });
  objective.addEventListener('change', () =>
    set({ objective: objective.value }, 'cambia l’obiettivo di un blocco'),
  );
  const activity = el('select', { class: 'form-control' }, [
    el('option', { value: '' }, 'nessuna'),
    [...editor.activities.values()].map((it) => el('option', { value: it.id }, it.title)),
  ]);
  activity.addEventListener('change', () => {
    const chosen = editor.activities.get(activity.value);
    set(
      { activity: chosen ? { id: chosen.id, title: chosen.title } : null },
      'cambia l’attività di un blocco',
    );
  });
  const locked = el('input', { type: 'checkbox' });
  const lockTime = el('input', { type: 'time', class: 'form-control', 'aria-label': 'Ora fissata' });
  locked.addEventListener('change', () => {
    const from = readClock(element.closest('li')?.querySelector('time')?.textContent ?? '');
    set({ lockedAt: locked.checked ? (from ?? editor.plan().start) : null }, 'fissa o libera un inizio');
  });
  lockTime.addEventListener('input', () => {
    const at = readClock(lockTime.value);
    if (at !== null && block && block.lockedAt !== null)
      set({ lockedAt: at }, 'cambia un inizio fissato', 'lock');
  });
  const notes = textArea('Note per chi conduce', (value) => set({ notes: value }, 'cambia le note', 'notes'));
  const output = textField('Che cosa resta alla fine', mostCharacters, (value) =>
    set({ output: value }, 'cambia che cosa resta', 'output'),
  );
  const lead = textField('Chi conduce questo blocco', mostTitle, (value) =>
    set({ lead: value }, 'cambia chi conduce', 'lead'),
  );
  const practice = practiceChoice();
  const materials = materialFields();
  const groups = groupFields();

  const element = el(
    'div',
    { class: 'block-form' },
    el('div', { class: 'block-form-head' }, title.label, kind.label),
    el(
      'div',
      { class: 'plan-row' },
      labelled('Obiettivo', objective),
      labelled('Attività', activity),
      cut.label,
      lead.label,
    ),
    el(
      'fieldset',
      { class: 'planner-lock-fields' },
      el('legend', { class: 'visually-hidden' }, 'Inizio'),
      el('label', { class: 'planner-check' }, locked, ' Inizio fissato'),
      lockTime,
    ),
    practice.element,
    notes.label,
    output.label,
    materials.element,
    groups.element,
  );

  function practiceChoice() {
    const input = el('input', {
      type: 'text',
      class: 'form-control',
      list: `${id}-names`,
      autocomplete: 'off',
      maxlength: '200',
    });
    const wrong = el('p', { class: 'field-error', role: 'alert' });
    const boxes = practiceSections.map((section) => {
      const box = el('input', { type: 'checkbox', value: section });
      box.addEventListener('change', () => {
        const chosen = boxes.filter((other) => other.checked).map(({ value }) => value);
        set({ sections: chosen }, 'cambia le sezioni da leggere');
      });
      return box;
    });
    const sections = el(
      'fieldset',
      { class: 'planner-sections' },
      el('legend', {}, 'Sezioni da leggere'),
      boxes.map((box) => el('label', { class: 'planner-check' }, box, ` ${box.value}`)),
    );
    offerNames(input);
    input.addEventListener('change', () => {
      if (!input.value.trim()) {
        wrong.textContent = '';
        if (block?.practice) set({ practice: null, sections: [] }, 'togli la pratica da un blocco');
        return;
      }
      void chosenPractice(input.value).then((chosen) => {
        wrong.textContent = typeof chosen === 'string' ? chosen : '';
        if (typeof chosen !== 'string') set({ practice: chosen }, 'cambia la pratica di un blocco');
      });
    });
    return {
      element: el(
        'div',
        {},
        labelled('Pratica', input),
        el('datalist', { id: `${id}-names` }),
        wrong,
        sections,
      ),
      update(of: Named | null, chosen: readonly string[]) {
        if (document.activeElement !== input) fill(input, of?.title ?? '');
        sections.hidden = of === null;
        for (const box of boxes) box.checked = chosen.includes(box.value);
      },
    };
  }

  function materialFields() {
    const list = el('ul', { class: 'planner-list plain' });
    const add = el('button', { type: 'button', class: 'planner-link' }, 'Aggiungi un materiale');
    add.addEventListener('click', () => {
      const own = block?.materials ?? [];
      if (own.length >= mostOfAList) return;
      set({ materials: [...own, { item: '', quantity: 1, per: 'room' }] }, 'aggiungi un materiale');
      list.querySelector<HTMLElement>('li:last-child input')?.focus();
    });
    const change = (index: number, fields: Partial<Material>, place: string): void =>
      set(
        {
          materials: (block?.materials ?? []).map((it, other) =>
            other === index ? { ...it, ...fields } : it,
          ),
        },
        'cambia un materiale',
        `${place} ${index}`,
      );
    // materials have no keys of their own: their place is their key
    const rows = keyedList<{ key: string; material: Material }>(list, (place) => {
      const index = Number(place);
      const item = textField('Materiale', mostTitle, (value) => change(index, { item: value }, 'item'));
      const quantity = numberField('Quanti', mostPeople, (value) =>
        change(index, { quantity: value }, 'quantity'),
      );
      const per = choice('Regola', quantityRules, (value) => change(index, { per: value }, 'per'));
      return {
        element: el(
          'li',
          { class: 'planner-item' },
          item.label,
          quantity.label,
          per.label,
          removeButton('Togli il materiale', () => {
            set(
              { materials: (block?.materials ?? []).filter((_, other) => other !== index) },
              'togli un materiale',
            );
            add.focus();
          }),
        ),
        update: ({ material }) => {
          fill(item.control, material.item);
          quantity.show(material.quantity);
          fill(per.control, material.per);
        },
      };
    });
    return {
      element: el(
        'fieldset',
        { class: 'planner-part' },
        el('legend', {}, 'Materiali, oltre a quelli dell’attività'),
        list,
        add,
      ),
      update: (of: readonly Material[]) =>
        rows.show(of.map((material, index) => ({ key: String(index), material }))),
    };
  }

  function groupFields() {
    const list = el('div', { class: 'planner-groups' });
    const add = el('button', { type: 'button', class: 'planner-link' }, 'Aggiungi un gruppo in parallelo');
    add.addEventListener('click', () => {
      editor.commit(addGroup(editor.plan(), key), 'aggiungi un gruppo');
      list.querySelector<HTMLElement>('.planner-group:last-child input')?.focus();
    });
    const views = keyedList<Group>(list, (group) => {
      const name = textField('Nome del gruppo', mostTitle, (value) =>
        editor.commit(renameGroup(editor.plan(), key, group, value), 'cambia un gruppo', `group ${group}`),
      );
      const rowList = el('ol', { class: 'planner-list plain' });
      const rows = keyedList<Group['rows'][number]>(rowList, (row) => {
        const edit = (fields: Parameters<typeof editRow>[4], place: string): void =>
          editor.commit(
            editRow(editor.plan(), key, group, row, fields),
            'cambia ciò che fa un gruppo',
            `${place} ${row}`,
          );
        const minutes = numberField('Minuti', mostMinutes, (value) => edit({ minutes: value }, 'minutes'));
        const text = textField('Che cosa fa', mostTitle, (value) => edit({ title: value }, 'row'));
        return {
          element: el(
            'li',
            { class: 'planner-item' },
            text.label,
            minutes.label,
            removeButton('Togli questa parte del gruppo', () => {
              editor.commit(removeRow(editor.plan(), key, group, row), 'togli una parte di un gruppo');
              name.control.focus();
            }),
          ),
          update: (it) => {
            fill(text.control, it.title);
            minutes.show(it.minutes);
          },
        };
      });
      const addPart = el('button', { type: 'button', class: 'planner-link' }, 'Aggiungi una parte');
      addPart.addEventListener('click', () => {
        editor.commit(addRow(editor.plan(), key, group), 'aggiungi una parte a un gruppo');
        rowList.querySelector<HTMLElement>('li:last-child input')?.focus();
      });
      return {
        element: el(
          'div',
          { class: 'planner-group' },
          name.label,
          rowList,
          addPart,
          removeButton('Togli il gruppo', () => {
            editor.commit(removeGroup(editor.plan(), key, group), 'togli un gruppo');
            add.focus();
          }),
        ),
        update: (it) => {
          fill(name.control, it.name);
          rows.show(it.rows);
        },
      };
    });
    return {
      element: el(
        'fieldset',
        { class: 'planner-part' },
        el('legend', {}, 'Gruppi in parallelo'),
        el(
          'p',
          { class: 'planner-about' },
          'Se i gruppi fanno cose diverse nello stesso tempo: finiscono insieme, quando finisce il blocco.',
        ),
        list,
        add,
      ),
      update: (of: readonly Group[]) => views.show(of),
    };
  }

  return {
    element,
    update(next, objectives) {
      block = next;
      fill(title.control, next.title);
      fill(kind.control, next.kind);
      fill(cut.control, next.cut);
      objective.replaceChildren(
        el('option', { value: '' }, 'nessuno'),
        ...objectives.map(({ key: of, text }, index) =>
          el('option', { value: of }, `${index + 1}. ${text || 'senza testo'}`),
        ),
      );
      objective.value = next.objective;
      fill(activity, next.activity?.id ?? '');
      locked.checked = next.lockedAt !== null;
      lockTime.hidden = next.lockedAt === null;
      if (next.lockedAt !== null && readClock(lockTime.value) !== next.lockedAt)
        fill(lockTime, machineClock(next.lockedAt, 0));
      practice.update(next.practice, next.sections);
      fill(notes.control, next.notes);
      fill(output.control, next.output);
      fill(lead.control, next.lead);
      materials.update(next.materials);
      groups.update(next.groups);
    },
    focus: () => title.control.focus(),
  };
}

const labelled = (text: string, control: HTMLElement): HTMLLabelElement =>
  el('label', { class: 'plan-field' }, text, control);

function textField(text: string, most: number, typed: (value: string) => void) {
  const control = el('input', { type: 'text', class: 'form-control', maxlength: String(most) });
  control.addEventListener('input', () => typed(control.value));
  return { control, label: labelled(text, control) };
}

function textArea(text: string, typed: (value: string) => void) {
  const control = el('textarea', { class: 'form-control', rows: '3', maxlength: String(mostCharacters) });
  control.addEventListener('input', () => typed(control.value));
  return { control, label: labelled(text, control) };
}

function numberField(text: string, most: number, typed: (value: number) => void) {
  const control = el('input', {
    type: 'number',
    inputmode: 'numeric',
    class: 'form-control',
    min: '1',
    max: String(most),
  });
  control.addEventListener('input', () => {
    const value = readWhole(control.value, most);
    control.toggleAttribute('aria-invalid', value === null);
    if (value !== null) typed(value);
  });
  return {
    label: labelled(text, control),
    show(value: number) {
      if (readWhole(control.value, most) !== value && document.activeElement !== control)
        fill(control, String(value));
      else if (control.value === '') fill(control, String(value));
    },
  };
}

function choice<K extends string>(
  text: string,
  labels: Readonly<Record<K, string>>,
  chosen: (value: K) => void,
) {
  const control = el(
    'select',
    { class: 'form-control' },
    Object.entries<string>(labels).map(([value, label]) => el('option', { value }, label)),
  );
  control.addEventListener('change', () => chosen(control.value as K));
  return { control, label: labelled(text, control) };
}
