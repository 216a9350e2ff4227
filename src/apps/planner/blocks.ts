import { duplicateBlock, editBlock, isFull, moveBlock, removeBlock } from '../../knowledge/plan-edits.ts';
import { blockTitle, mostBlocks, mostMinutes, type Block, type Plan } from '../../knowledge/plan.ts';
import { endOf, placesOf, type Placed } from '../../knowledge/plan-times.ts';
import { clock, formatDuration } from '../../knowledge/session-times.ts';
import { sessionBlockKinds } from '../../schemas/labels.ts';
import { el, part } from '../elements.ts';
import { openBlockForm, type BlockForm } from './block-form.ts';
import { dragging } from './drag.ts';
import type { Editor } from './editing.ts';
import { fill, readWhole } from './fields.ts';
import { keyedList } from './keyed-list.ts';

/** What a row shows: the block, its place in time, and what of the plan around it matters to it. */
interface Line extends Placed {
  key: string;
  start: number;
  objectives: Plan['objectives'];
}

/** The blocks in a column, each with its hour; one or more opened to be written. */
export function openBlocks(editor: Editor) {
  const list = part('planner-blocks', HTMLElement);
  const end = part('planner-end', HTMLElement);
  const where = part('planner-add-where', HTMLElement);
  const heading = part('titolo-blocchi', HTMLElement);
  const rows = keyedList<Line>(list, blockRow);
  const opened = new Map<string, () => void>();
  let lines: readonly Line[] = [];
  /** Key of the block below which things are added; empty for the end. */
  let below = '';

  function show(plan: Plan): void {
    const places = placesOf(plan);
    const known = new Map(lines.map((line) => [line.key, line]));
    lines = places.map((placed) => {
      const { key } = placed.block;
      const line: Line = { ...placed, key, start: plan.start, objectives: plan.objectives };
      const before = known.get(key);
      return before && isSame(before, line) ? before : line;
    });
    rows.show(lines);
    if (!plan.blocks.some(({ key }) => key === below)) below = '';
    const after = plan.blocks.find(({ key }) => key === below);
    where.textContent = after ? `Sotto «${blockTitle(after)}».` : 'In fondo alla scaletta.';
    end.textContent =
      places.length > 0 ? `Fine alle ${clock(endOf(places), plan.start)}.` : 'La scaletta è ancora vuota.';
  }

  function blockRow(key: string) {
    const time = el('time');
    const clockNote = el('small');
    const lock = el('small', { class: 'planner-lock' });
    const gap = el('p', { class: 'planner-gap' });
    const kind = el('span', { class: 'kind' });
    const title = el('h3');
    const named = el('p', { class: 'planner-named' });
    const minutes = el('input', {
      class: 'form-control',
      type: 'number',
      inputmode: 'numeric',
      min: '1',
      max: String(mostMinutes),
    });
    const minutesName = el('span', { class: 'visually-hidden' });
    const handle = el('button', { type: 'button', class: 'planner-handle' });
    const up = button('Su', () => move(key, -1, up));
    const down = button('Giù', () => move(key, 1, down));
    const open = button('Modifica', () => toggle());
    open.setAttribute('aria-expanded', 'false');
    const add = button('Aggiungi sotto', () => addBelow(key));
    const copy = button('Duplica', () => duplicate(key));
    const remove = button('Togli', () => drop(key));
    const formPlace = el('div', { class: 'planner-form' });
    let form: BlockForm | null = null;
    let line: Line | undefined;
    /** How the buttons name the block: «blocco 2, «Il caso»». */
    let called = '';

    const element = el(
      'li',
      { class: 'planner-block' },
      gap,
      el(
        'div',
        { class: 'block' },
        el('p', { class: 'block-time' }, time, clockNote, lock),
        el(
          'div',
          {},
          el('p', {}, kind),
          title,
          named,
          el(
            'div',
            { class: 'planner-block-tools' },
            el('label', { class: 'planner-minutes' }, minutesName, minutes, ' min'),
            handle,
            up,
            down,
            open,
            add,
            copy,
            remove,
          ),
          formPlace,
        ),
      ),
    );

    minutes.addEventListener('input', () => {
      const value = readWhole(minutes.value, mostMinutes);
      minutes.toggleAttribute('aria-invalid', value === null);
      if (value !== null)
        editor.commit(
          editBlock(editor.plan(), key, { minutes: value }),
          `cambia i minuti di «${nameOf()}»`,
          `minutes ${key}`,
        );
    });
    minutes.addEventListener('blur', () => {
      minutes.removeAttribute('aria-invalid');
      if (line) fill(minutes, String(line.block.minutes));
    });
    handle.addEventListener('keydown', (event) => {
      const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
      if (by === 0) return;
      event.preventDefault();
      move(key, by, handle);
    });
    dragging(handle, element, (to) => {
      const plan = moveBlock(editor.plan(), key, to);
      editor.commit(plan, `sposta «${nameOf()}»`);
      told(plan, key);
    });

    const nameOf = (): string => (line ? blockTitle(line.block) : '');

    function toggle(): void {
      if (!line) return;
      if (form) {
        form.element.remove();
        form = null;
      } else {
        form = openBlockForm(editor, key);
        form.update(line.block, line.objectives);
        formPlace.append(form.element);
        form.focus();
      }
      open.setAttribute('aria-expanded', String(form !== null));
      nameOpen();
    }
    function nameOpen(): void {
      open.textContent = form ? 'Chiudi' : 'Modifica';
      open.setAttribute('aria-label', `${open.textContent} il ${called}`);
    }
    opened.set(key, () => {
      if (!form) toggle();
      else form.focus();
    });

    return {
      element,
      update(next: Line, index: number) {
        line = next;
        const { block, from, gap: free, overlap, start } = next;
        const name = blockTitle(block);
        const of = `blocco ${index + 1}, «${name}»`;
        element.dataset.kind = block.kind;
        time.textContent = clock(from, start);
        clockNote.textContent = `fino alle ${clock(next.to, start)}`;
        lock.textContent = block.lockedAt === null ? '' : 'inizio fissato';
        gap.textContent =
          free > 0
            ? `${formatDuration(free)} liberi prima di un inizio fissato.`
            : overlap > 0
              ? `Ciò che viene prima finisce ${formatDuration(overlap)} dopo questo inizio.`
              : '';
        gap.hidden = gap.textContent === '';
        kind.textContent = sessionBlockKinds[block.kind];
        title.textContent = name;
        named.textContent = namedText(block);
        named.hidden = named.textContent === '';
        minutesName.textContent = `Minuti del ${of}`;
        if (readWhole(minutes.value, mostMinutes) !== block.minutes) fill(minutes, String(block.minutes));
        handle.textContent = 'Trascina';
        handle.setAttribute('aria-label', `Trascina il ${of}, o usa le frecce su e giù`);
        up.setAttribute('aria-label', `Su: ${of}`);
        down.setAttribute('aria-label', `Giù: ${of}`);
        called = of;
        nameOpen();
        add.setAttribute('aria-label', `Aggiungi sotto il ${of}`);
        copy.setAttribute('aria-label', `Duplica il ${of}`);
        remove.setAttribute('aria-label', `Togli il ${of}`);
        form?.update(block, next.objectives);
      },
    };
  }

  function move(key: string, by: -1 | 1, from: HTMLElement): void {
    const place = editor.plan().blocks.findIndex((block) => block.key === key);
    const block = editor.plan().blocks[place];
    const to = place + by;
    if (!block || to < 0 || to >= editor.plan().blocks.length) {
      editor.tell(by < 0 ? 'È già il primo.' : 'È già l’ultimo.');
      return;
    }
    const plan = moveBlock(editor.plan(), key, to);
    editor.commit(plan, `sposta «${blockTitle(block)}»`);
    from.focus();
    told(plan, key);
  }

  function told(plan: Plan, key: string): void {
    const place = plan.blocks.findIndex((block) => block.key === key);
    const placed = placesOf(plan)[place];
    if (!placed) return;
    editor.tell(
      `«${blockTitle(placed.block)}» ora è il blocco ${place + 1} di ${plan.blocks.length}, comincia alle ${clock(placed.from, plan.start)}.`,
    );
  }

  function addBelow(key: string): void {
    below = key;
    show(editor.plan());
    part('planner-activity', HTMLSelectElement).focus();
    part('planner-add', HTMLElement).scrollIntoView({ block: 'nearest' });
  }

  function duplicate(key: string): void {
    const block = editor.plan().blocks.find((other) => other.key === key);
    if (!block) return;
    if (isFull(editor.plan())) {
      editor.tell(`Un piano ha al massimo ${mostBlocks} blocchi: per aggiungerne uno, toglierne un altro.`);
      return;
    }
    editor.commit(duplicateBlock(editor.plan(), key), `duplica «${blockTitle(block)}»`);
    editor.tell(`«${blockTitle(block)}» è duplicato: la copia viene subito dopo.`);
  }

  function drop(key: string): void {
    const { blocks } = editor.plan();
    const place = blocks.findIndex((other) => other.key === key);
    const block = blocks[place];
    if (!block) return;
    const beside = blocks[place + 1] ?? blocks[place - 1];
    editor.commit(removeBlock(editor.plan(), key), `togli «${blockTitle(block)}»`);
    const next = beside && rows.row(beside.key)?.querySelector<HTMLElement>('.planner-handle');
    (next ?? heading).focus();
    editor.tell(`Tolto: «${blockTitle(block)}». Per riaverlo: «Annulla».`);
  }

  return {
    show,
    /** Where the next block goes. */
    placeToAdd: ({ blocks }: Plan): number => {
      const place = blocks.findIndex(({ key }) => key === below);
      return place < 0 ? blocks.length : place + 1;
    },
    /** What is added next comes after what was just added. */
    added(key: string): void {
      if (below) below = key;
      opened.get(key)?.();
    },
    /** Opens a block and goes into it. */
    focus(key: string): void {
      opened.get(key)?.();
      rows.row(key)?.scrollIntoView({ block: 'nearest' });
    },
  };
}

const button = (text: string, click: () => void): HTMLButtonElement =>
  el('button', { type: 'button', click }, text);

const isSame = (a: Line, b: Line): boolean =>
  a.block === b.block &&
  a.from === b.from &&
  a.gap === b.gap &&
  a.overlap === b.overlap &&
  a.start === b.start &&
  a.objectives === b.objectives;

/** The activity and the sheet of a block, and what its groups do at the same time. */
function namedText({ activity, practice, sections, groups }: Block): string {
  const reading = sections.length > 0 ? ` (${sections.join(', ')})` : '';
  return [
    activity && `Attività: ${activity.title}`,
    practice && `Pratica: ${practice.title}${reading}`,
    groups.length > 0 &&
      `In parallelo: ${groups.map(({ name }) => name.trim() || 'gruppo senza nome').join(', ')}`,
  ]
    .filter(Boolean)
    .join(' · ');
}
