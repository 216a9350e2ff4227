import { el } from '../elements.ts';
import { sectionId, type Form } from './form.ts';

/** The text of the sheet: a field for each of its sections, with what to answer there. */
export function sectionsView(form: Form, titles: readonly string[]): HTMLElement {
  const sources = form.draft().data.sources;
  const hasSources = Array.isArray(sources) && sources.length > 0;
  return el(
    'div',
    { class: 'form-sections' },
    el(
      'details',
      { class: 'form-more' },
      el('summary', {}, 'Come si scrive: titoli, elenchi, cifre, fonti'),
      el(
        'ul',
        {},
        el('li', {}, 'Frasi semplici, come le diresti a un collega. Una riga vuota divide i capoversi.'),
        el('li', {}, 'Un elenco: ogni voce su una riga che comincia con un trattino e uno spazio.'),
        el(
          'li',
          {},
          'Un titolo tuo: una riga che comincia con tre cancelletti e uno spazio, ### Come si entra.',
        ),
        el(
          'li',
          {},
          'Una cifra che sta fra i dati: sceglila con il pulsante sotto il testo, così porta la sua fonte.',
        ),
        el('li', {}, 'Una fonte dopo una frase: sceglila allo stesso modo.'),
      ),
    ),
    titles.map((title) => sectionView(form, titles, title, hasSources)),
  );
}

function sectionView(form: Form, titles: readonly string[], title: string, hasSources: boolean): HTMLElement {
  const id = sectionId(titles, title);
  const area = el('textarea', {
    id,
    class: 'form-control form-text',
    rows: '8',
    'aria-describedby': `${id}-aiuto ${id}-errore`,
  });
  area.value = form.draft().sections[title] ?? '';
  const write = (): void => {
    const draft = form.draft();
    form.commit({ ...draft, sections: { ...draft.sections, [title]: area.value } }, `«${title}»`, title);
  };
  area.addEventListener('input', write);
  const insert = (words: string): void => {
    area.setRangeText(words, area.selectionStart, area.selectionEnd, 'end');
    write();
    area.focus();
  };
  return el(
    'div',
    { class: 'form-line' },
    el('label', { for: id }, title),
    el('div', { id: `${id}-aiuto`, class: 'form-help' }, questions(form.questionsOf(title))),
    area,
    marks(form, title, insert, hasSources),
    el('p', { class: 'field-error', id: `${id}-errore`, 'data-errors-of': title }),
  );
}

const questions = (asked: readonly string[]): HTMLElement | false =>
  asked.length > 0 &&
  el(
    'ul',
    {},
    asked.map((question) => el('li', {}, question)),
  );

/** The facts and the sources of the sheet, to be put where the cursor is. */
function marks(form: Form, title: string, insert: (words: string) => void, hasSources: boolean): HTMLElement {
  const { facts } = form.draft().data;
  const known = Array.isArray(facts)
    ? facts.flatMap((fact: unknown): [string, string][] => {
        const { indicator, value } = Object(fact) as { indicator?: unknown; value?: unknown };
        if (typeof indicator !== 'string') return [];
        const name = form.names.titleOf('indicator', indicator);
        return name === undefined
          ? []
          : [
              [
                `<Fact of="${indicator}"/>`,
                `${name}: ${typeof value === 'number' || typeof value === 'string' ? value : '…'}`,
              ],
            ];
      })
    : [];
  const { sources } = form.draft().data;
  const cited = hasSources
    ? (sources as unknown[]).flatMap((source): [string, string][] => {
        const { id, title: name, publisher } = Object(source) as Record<string, unknown>;
        return typeof id === 'string'
          ? [[`<Cite source="${id}"/>`, [publisher, name].filter((words) => typeof words === 'string').join(': ').slice(0, 80) || id]]
          : [];
      })
    : []; // prettier-ignore
  const chooser = (label: string, options: readonly [string, string][]): HTMLElement | false => {
    if (options.length === 0) return false;
    const select = el(
      'select',
      { class: 'form-control', 'aria-label': `${label} in «${title}»` },
      options.map(([value, name]) => el('option', { value }, name)),
    );
    return el(
      'span',
      { class: 'form-mark' },
      select,
      el('button', { type: 'button', class: 'plain-button', click: () => insert(select.value) }, label, el('span', { class: 'visually-hidden' }, ` in «${title}»`)),
    ); // prettier-ignore
  };
  return el(
    'div',
    { class: 'form-marks' },
    chooser('Metti un dato', known),
    chooser('Metti una fonte', cited),
  );
}
