import { path } from '../../base-path.ts';
import type { ReportQuery } from '../../exports/report-address.ts';

/** A page as it stands: its title, and the datum that is meant, in one line. */
export interface ToldPage {
  title: string;
  /** Null when the page has no such datum. */
  fact: string | null;
}

/**
 * Reads a page of this site. The browser parses it as a document of its own, in which nothing runs; null where there is
 * no such page, or it does not come.
 */
export function readPage(query: ReportQuery): Promise<ToldPage | null> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('GET', path(`/${query.page.slice(1)}`));
    request.responseType = 'document';
    request.addEventListener('load', () =>
      resolve(request.status === 200 ? toldIn(request.responseXML, query) : null),
    );
    for (const end of ['error', 'abort', 'timeout']) request.addEventListener(end, () => resolve(null));
    request.timeout = 20_000;
    request.send();
  });
}

function toldIn(page: Document | null, { fact }: ReportQuery): ToldPage | null {
  const title = wordsOf(page?.querySelector('h1'));
  return page && title ? { title, fact: fact && factIn(page, fact) } : null;
}

/** The row of a datum: its name, value, day and source, without the marks that only lead elsewhere. */
function factIn(page: Document, { anchor, index }: NonNullable<ReportQuery['fact']>): string | null {
  let row = page.getElementById(anchor);
  for (let step = 0; step < index; step += 1) {
    const next = row?.nextElementSibling;
    row = next instanceof HTMLElement && next.classList.contains('same') ? next : null;
  }
  if (!row) return null;
  const copy = row.cloneNode(true) as HTMLElement;
  for (const mark of copy.querySelectorAll('.fact-report, .note, .open-mark, .open-mark-again, q'))
    mark.remove();
  for (const more of copy.querySelectorAll('small')) more.prepend(', ');
  return [...copy.children].map(wordsOf).filter(Boolean).join(' · ');
}

const wordsOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
