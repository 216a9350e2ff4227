import { actualText, runReviewDocument } from '../../exports/documents/run-review.ts';
import { withChange } from '../../knowledge/run-edits.ts';
import { hourOf, reviewOf } from '../../knowledge/run-times.ts';
import { planTitle } from '../../knowledge/plan.ts';
import { anchorOf } from '../../knowledge/format.ts';
import { downloadDocx } from '../documents/download.ts';
import { documentView } from '../documents/view.ts';
import { el, part } from '../elements.ts';
import type { SessionState } from './capture.ts';
import { sessionLists } from './lists.ts';

/** After the session: planned against real minutes, and what to change next time. */
export function openReview({ plan, run, save }: SessionState): { draw: () => void } {
  const form = part('review-form', HTMLElement);
  const told = part('review-told', HTMLElement);
  const paper = part('review-document', HTMLElement);

  async function reviewDocument() {
    const lists = await sessionLists();
    const titleIn = (names: readonly (readonly [string, string])[] | undefined, id: string): string =>
      names?.find(([key]) => key === id)?.[1] ?? id;
    return runReviewDocument(
      plan(),
      run(),
      { need: (id) => titleIn(lists?.needs, id), city: (id) => titleIn(lists?.cities, id) },
      Date.now(),
    );
  }

  /** A field for what to change, of a block or with an empty key of the whole. */
  function changeField(key: string, label: string): HTMLElement {
    const id = `change-${key || 'whole'}`;
    const field = el('textarea', {
      id,
      class: 'form-control',
      rows: key ? '1' : '3',
      maxlength: key ? '400' : '800',
    });
    field.value = run().changes[key] ?? '';
    field.addEventListener('input', () => save(withChange(run(), key, field.value)));
    return el(
      'div',
      { class: 'review-change' },
      el('label', { for: id, class: key !== '' && 'visually-hidden' }, label),
      field,
    );
  }

  let waiting: ReturnType<typeof setTimeout> | undefined;

  /** The paper is there before anybody prints, whichever way. */
  async function drawPaper(): Promise<void> {
    paper.replaceChildren(documentView(await reviewDocument()));
  }

  function draw(): void {
    clearTimeout(waiting);
    waiting = setTimeout(() => void drawPaper(), 300);
    const rows = reviewOf(plan(), run(), Date.now());
    // who is typing in it does not lose the place
    const key = JSON.stringify(rows);
    if (form.dataset.drawn === key) {
      for (const field of form.querySelectorAll('textarea')) {
        const text = run().changes[field.id === 'change-whole' ? '' : field.id.slice('change-'.length)] ?? '';
        if (field.value !== text) field.value = text;
      }
      return;
    }
    form.dataset.drawn = key;
    form.replaceChildren(
      el(
        'table',
        { class: 'table table-stack review-table' },
        el('caption', {}, 'Minuti previsti e minuti veri, blocco per blocco'),
        el(
          'thead',
          {},
          el(
            'tr',
            {},
            ['Blocco', 'Previsti', 'Veri', 'Che cosa cambieresti'].map((title) =>
              el('th', { scope: 'col' }, title),
            ),
          ),
        ),
        el(
          'tbody',
          {},
          rows.map((row) =>
            el(
              'tr',
              {},
              el(
                'th',
                { scope: 'row' },
                row.title,
                row.startedAt !== null && el('small', {}, ` alle ${hourOf(row.startedAt)}`),
              ),
              el('td', { 'data-label': 'Previsti' }, String(row.planned)),
              el('td', { 'data-label': 'Veri' }, actualText(row)),
              el(
                'td',
                { 'data-label': 'Che cosa cambieresti' },
                changeField(row.key, `Che cosa cambieresti di «${row.title}»`),
              ),
            ),
          ),
        ),
      ),
      changeField('', 'E della sessione intera, che cosa cambieresti la prossima volta?'),
    );
  }

  part('review-word', HTMLButtonElement).addEventListener('click', () => {
    const work = async (): Promise<string> => {
      told.textContent = 'Preparo il file…';
      const name = `come-e-andata-${anchorOf(planTitle(plan())).slice(0, 60)}.docx`;
      await downloadDocx(name, await reviewDocument());
      return `Fatto: ${name} è fra i file scaricati.`;
    };
    void work()
      .catch(() => 'Il file non si è preparato: controlla la rete e riprova. Intanto puoi stampare.')
      .then((text) => {
        told.textContent = text;
      });
  });
  part('review-print', HTMLButtonElement).addEventListener('click', () => {
    void drawPaper().then(() => window.print());
  });

  return { draw };
}
