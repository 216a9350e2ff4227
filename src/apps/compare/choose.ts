import { comparePage } from '../../knowledge/routes.ts';
import { el } from '../elements.ts';
import { mostChosen, openChosen, type Chosen } from './chosen.ts';

const kept = openChosen(draw);
const attribute = 'data-compare';
const bar = el('div', { class: 'compare-bar', role: 'region', 'aria-label': 'Schede da confrontare' });
const status = el('p', { class: 'visually-hidden', role: 'status' });

const links = () => document.querySelectorAll<HTMLAnchorElement>(`a[${attribute}]`);

function draw(): void {
  const chosen = kept.value();
  for (const link of links()) {
    const isIn = chosen.some(({ id }) => id === link.getAttribute(attribute));
    link.setAttribute('role', 'button');
    link.setAttribute('aria-pressed', String(isIn));
  }
  bar.hidden = chosen.length === 0;
  document.documentElement.classList.toggle('has-compare-bar', chosen.length > 0);
  bar.replaceChildren(
    el('div', { class: 'wrap' }, [
      el(
        'p',
        {},
        el('strong', {}, `Da confrontare: ${chosen.length}`),
        ` ${chosen.map(({ title }) => title).join(', ')}`,
      ),
      el(
        'a',
        { class: 'btn btn-primary', href: comparePage(chosen.map(({ id }) => id)) },
        chosen.length > 1 ? 'Confronta' : 'Apri il confronto',
      ),
      el('button', { type: 'button', class: 'plain-button', click: clear }, 'Svuota'),
    ]),
  );
}

function clear(): void {
  kept.forget();
  draw();
  status.textContent = 'Nessuna scheda da confrontare.';
}

function toggle({ id, title }: Chosen): void {
  const chosen = kept.value();
  const isIn = chosen.some((one) => one.id === id);
  if (!isIn && chosen.length >= mostChosen) {
    status.textContent = `Si confrontano al massimo ${mostChosen} schede: togline una.`;
    bar.querySelector('p')?.replaceChildren(el('strong', {}, status.textContent));
    return;
  }
  kept.save(isIn ? chosen.filter((one) => one.id !== id) : [...chosen, { id, title }]);
  status.textContent = isIn ? `«${title}» tolta dal confronto.` : `«${title}» aggiunta al confronto.`;
  draw();
}

/** Puts the sheet of a card aside, or takes it away. */
export function toggleOf(link: HTMLElement): void {
  toggle({ id: link.getAttribute(attribute) ?? '', title: link.dataset.title ?? '' });
}

/** Gives every result that is a sheet its control: the search knows nothing of comparisons. */
export function addToResults(results: HTMLElement): void {
  for (const link of results.querySelectorAll<HTMLAnchorElement>('h3 a')) {
    const id = /\/pratiche\/([a-z0-9-]+)\/$/.exec(link.pathname)?.[1];
    const item = link.closest('li');
    if (!id || !item || item.querySelector(`a[${attribute}]`)) continue;
    item.append(
      el(
        'a',
        {
          href: comparePage([id]),
          class: 'compare-toggle',
          [attribute]: id,
          'data-title': link.textContent,
        },
        'Confronta',
        el('span', { class: 'visually-hidden' }, ` ${link.textContent}`),
      ),
    );
  }
  draw();
}

document.addEventListener('keydown', (event) => {
  const link = event.key === ' ' && (event.target as Element).closest<HTMLElement>(`a[${attribute}]`);
  if (!link) return;
  event.preventDefault();
  link.click();
});
document.body.append(bar, status);
draw();
