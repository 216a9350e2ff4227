import { isFull, addBlock, type BlockFields } from '../../knowledge/plan-edits.ts';
import {
  blockTitle,
  mostBlocks,
  planTitle,
  type Activities,
  type BlockKind,
  type Plan,
} from '../../knowledge/plan.ts';
import { damagedText, stateText } from '../device/words.ts';
import { el, part } from '../elements.ts';
import { openBlocks } from './blocks.ts';
import type { Editor } from './editing.ts';
import { openFields } from './fields.ts';
import { historyOf, recorded, redone, settled, undone, type History } from './history.ts';
import { openLists } from './lists.ts';
import { chosenPractice, offerNames } from './practice-names.ts';
import { openSide } from './side.ts';
import { openPlan } from './store.ts';
import { openTools } from './tools.ts';

/**
 * Opens one plan: fills the page and listens to it.
 * @param made a plan that is not kept yet
 */
export function openEditor(id: string, activities: Activities, made?: Plan): void {
  // another window changed it: that too can be undone here
  const kept = openPlan(id, (plan) => {
    if (!plan) return;
    history = recorded(history, plan, 'quello che è cambiato in un’altra finestra');
    show();
  });
  if (made) kept.save(made);
  const told = part('planner-told', HTMLElement);
  const keptPlace = part('planner-kept', HTMLElement);
  const buttons = {
    undo: part('planner-undo', HTMLButtonElement),
    redo: part('planner-redo', HTMLButtonElement),
  };
  const first = kept.value();
  if (!first) {
    tellKept();
    return;
  }
  let history: History<Plan> = historyOf(first);

  const editor: Editor = {
    plan: () => history.now,
    activities,
    commit(plan, what, place) {
      history = recorded(history, plan, what, place);
      keep();
      show();
    },
    tell: (words) => told.replaceChildren(words),
  };
  part('planner-start', HTMLElement).hidden = true;
  part('planner-editor', HTMLElement).hidden = false;
  const fields = openFields(editor);
  const lists = openLists(editor);
  const blocks = openBlocks(editor);
  const side = openSide(editor, blocks.focus);
  const tools = openTools(editor);
  openAdding();

  function keep(): void {
    kept.save(history.now);
    tellKept();
  }

  function show(): void {
    const plan = history.now;
    document.title = `${planTitle(plan)} · ${document.title.split(' · ').at(-1) ?? ''}`;
    fields.show(plan);
    lists.show(plan);
    blocks.show(plan);
    side.show(plan);
    tools.show(plan);
    setButton(buttons.undo, 'Annulla', history.done.at(-1)?.what);
    setButton(buttons.redo, 'Rifai', history.undone.at(-1)?.what);
  }

  /** A button that does nothing now keeps the focus that stands on it. */
  function setButton(button: HTMLButtonElement, word: string, what: string | undefined): void {
    const text = what ? `${word}: ${what}` : word;
    if (button.textContent !== text) button.textContent = text;
    button.setAttribute('aria-disabled', String(what === undefined));
  }

  /** Says, once and until it changes, that the plan is not kept or that the old one cannot be read. */
  function tellKept(): void {
    const damaged = kept.damaged();
    const texts = [damaged && damagedText(damaged), stateText(kept.state())].filter((text) => text !== null);
    if (keptPlace.dataset.told === texts.join()) return;
    keptPlace.dataset.told = texts.join();
    keptPlace.replaceChildren(...texts.map((text) => el('p', {}, text)));
    if (!damaged) return;
    const download = () =>
      void import('../documents/download.ts').then(({ saveFile }) =>
        saveFile('sessione-illeggibile.txt', damaged.text, 'text/plain;charset=utf-8'),
      );
    keptPlace.append(
      el('button', { type: 'button', class: 'btn', click: download }, 'Scarica quello che c’era'),
    );
  }

  function step(direction: 'undo' | 'redo'): void {
    const next = direction === 'undo' ? undone(history) : redone(history);
    const what = (direction === 'undo' ? history.done : history.undone).at(-1)?.what;
    if (!next || what === undefined) return;
    history = next;
    keep();
    show();
    editor.tell(`${direction === 'undo' ? 'Annullato' : 'Rifatto'}: ${what}.`);
  }

  /** The library: activities, sheets and other moments to add, below the block that was chosen or at the end. */
  function openAdding(): void {
    const select = part('planner-activity', HTMLSelectElement);
    const purposes = JSON.parse(select.dataset.purposes ?? '{}') as Record<string, string>;
    const all = [...activities.values()];
    for (const [purpose, label] of Object.entries(purposes)) {
      const own = all.filter((activity) => activity.purpose[0] === purpose);
      if (own.length === 0) continue;
      const options = own.map(({ id, title, minutes }) =>
        el('option', { value: id }, `${title} (${minutes.min}–${minutes.max} min)`),
      );
      select.append(el('optgroup', { label }, options));
    }
    const put = (kind: BlockKind, fields: Partial<BlockFields>, what: string): void => {
      if (isFull(history.now)) {
        editor.tell(`Un piano ha al massimo ${mostBlocks} blocchi: per aggiungerne uno, toglierne un altro.`);
        return;
      }
      const at = blocks.placeToAdd(history.now);
      const plan = addBlock(history.now, kind, fields, at);
      editor.commit(plan, `aggiungi ${what}`);
      const added = plan.blocks[at];
      if (!added) return;
      blocks.added(added.key);
      editor.tell(`Aggiunto: «${blockTitle(added)}», blocco ${at + 1} di ${plan.blocks.length}.`);
    };
    part('planner-add-activity', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      const activity = activities.get(select.value);
      if (!activity) return;
      const { id, title, minutes } = activity;
      const middle = Math.round((minutes.min + minutes.max) / 10) * 5;
      put('groups', { title, minutes: middle, activity: { id, title } }, `«${title}»`);
    });
    const practice = part('planner-block-practice', HTMLInputElement);
    const wrong = part('planner-block-practice-error', HTMLElement);
    offerNames(practice);
    part('planner-add-practice', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      void chosenPractice(practice.value).then((chosen) => {
        wrong.textContent = typeof chosen === 'string' ? chosen : '';
        if (typeof chosen === 'string') return;
        const fields = { title: chosen.title, practice: chosen, sections: ['Il problema', 'Come funziona'] };
        put('practice', fields, `«${chosen.title}»`);
        practice.value = '';
      });
    });
    part('planner-kinds', HTMLElement).addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      if (button) put(button.value as BlockKind, {}, (button.textContent || button.value).trim());
    });
  }

  buttons.undo.addEventListener('click', () => step('undo'));
  buttons.redo.addEventListener('click', () => step('redo'));
  part('planner-editor', HTMLElement).addEventListener('focusout', () => {
    history = settled(history);
  });
  // inside a field of words the browser’s own undo is the one that people expect
  document.addEventListener('keydown', (event) => {
    const { target, key, ctrlKey, metaKey, shiftKey, altKey } = event;
    const isTyping = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
    if (isTyping || altKey || !(ctrlKey || metaKey)) return;
    const letter = key.toLowerCase();
    const wanted = letter === 'z' ? (shiftKey ? 'redo' : 'undo') : letter === 'y' ? 'redo' : null;
    if (!wanted) return;
    event.preventDefault();
    step(wanted);
  });
  tellKept();
  show();
}
