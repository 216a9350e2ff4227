import { step } from './body.ts';
import { el, icon } from './elements.ts';
import type { Hit } from './hits.ts';
import { groupTitle, mendedText, missingText, partialTexts, results } from './texts.ts';
import type { Actions, Body } from './view.ts';

export function resultsView(
  { answer, query, named, groups }: Extract<Body, { state: 'results' }>,
  more: Actions['more'],
): HTMLElement {
  const notes = partialTexts(answer).map((text) => el('p', {}, text));
  if (answer.mended.length > 0) notes.unshift(el('p', {}, mendedText(answer, query), ' ', literally(query)));
  return el(
    'div',
    { class: 'results' },
    notes.length > 0 && el('div', { class: 'did-you-mean' }, notes),
    named.length > 0 && [
      el('h2', { class: 'visually-hidden' }, 'Prima di tutto'),
      el('ul', { class: 'results-named plain' }, named.map(hitView)),
    ],
    groups.map(
      ({ kind, count, left, hits }) =>
        hits.length > 0 &&
        el(
          'section',
          { 'aria-labelledby': `gruppo-${kind}` },
          el('h2', { id: `gruppo-${kind}` }, groupTitle(kind), ' ', el('span', {}, results(count))),
          el('ul', { class: 'plain' }, hits.map(hitView)),
          left > 0 &&
            el(
              'p',
              { class: 'results-more' },
              el(
                'button',
                { class: 'btn', type: 'button', click: () => more(kind) },
                `Mostra altri ${Math.min(step, left)}`,
                el('span', { class: 'visually-hidden' }, ` risultati: ${groupTitle(kind)}`),
              ),
            ),
        ),
    ),
  );
}

/** The way back from a word put right, for who meant what was written. */
const literally = (query: string): HTMLElement =>
  el(
    'a',
    { href: `?${new URLSearchParams({ q: `"${query.replaceAll('"', '')}"` })}` },
    `Cerca invece «${query}» alla lettera`,
  );

function hitView({ url, title, area, details, section, excerpt, missing }: Hit): HTMLElement {
  return el(
    'li',
    { class: 'result' },
    area && el('span', { class: 'area-tag', 'data-area': area.colour }, icon(area.colour ?? ''), area.label),
    el('h3', {}, el('a', { href: url }, title)),
    section &&
      el(
        'p',
        { class: 'result-where' },
        'Nella sezione «',
        el('a', { href: section.url }, section.title),
        '»',
      ),
    excerpt.length > 0 &&
      el(
        'blockquote',
        {},
        excerpt.map(({ text, marked }) => (marked ? el('mark', {}, text) : text)),
      ),
    missing.length > 0 && el('p', { class: 'result-meta' }, missingText(missing)),
    details.length > 0 && el('p', { class: 'result-meta' }, details.join(' · ')),
  );
}
