import { factOfMark } from '../knowledge/fact-mark.ts';

/** An error that a reader tells: where it is, what it should say, which document says so. */
export interface ErrorReport {
  /** Path of the page without the base: `/pratiche/tonite/`. */
  page: string;
  /** Title of the page, where it is known. */
  title: string;
  /** The datum as the page gives it, in one line; empty when the whole page is meant. */
  fact: string;
  wrong: string;
  right: string;
  source: { title: string; publisher: string; date: string; url: string };
}

/** What is asked of the page that tells an error. */
export interface ReportQuery {
  /** Empty when none is said, or when it is no page of this site. */
  page: string;
  /** The place of a datum in the page, as `knowledge/fact-mark.ts` makes it; null for the whole page. */
  fact: { anchor: string; index: number } | null;
}

/** Longest path of a page that is believed. */
const longestPath = 200;
/** What servers take in an address, and mail programs with it. */
const longestAddress = 6000;
const longestMail = 1800;

/** Reads the query of an address that anybody may have written: only paths of this site, only marks of ours. */
export function reportQuery(search: string): ReportQuery {
  const query = new URLSearchParams(search);
  const page = pagePath(query.get('pagina') ?? '');
  return { page, fact: page ? factOfMark(query.get('dato') ?? '') : null };
}

/** The path of a page of this site, or nothing. */
const pagePath = (text: string): string =>
  text.length <= longestPath && /^\/(?:[a-z0-9-]+\/)*$/.test(text) ? text : '';

/** The path that a reader means with what was typed or pasted: a whole address of this site, or its last part. */
export function pageTyped(text: string, site: { origin: string; base: string }): string {
  const trimmed = text.trim();
  const url = URL.parse(trimmed.startsWith('/') ? `${site.origin}${trimmed}` : trimmed);
  if (!url || url.origin !== site.origin) return '';
  const own = url.pathname.startsWith(site.base) ? url.pathname.slice(site.base.length - 1) : url.pathname;
  return pagePath(own.endsWith('/') ? own : `${own}/`);
}

/** The sheet of a page that can be corrected in a form; null for the others. */
export function correctable(page: string): { kind: 'practice' | 'workshop'; id: string } | null {
  const [, folder, id] = /^\/(pratiche|laboratori)\/([a-z0-9-]+)\/$/.exec(page) ?? [];
  if (!id) return null;
  return { kind: folder === 'pratiche' ? 'practice' : 'workshop', id };
}

const sourceLine = ({ source: { title, publisher, date, url } }: ErrorReport): string =>
  [title, publisher, date, url]
    .map((words) => words.trim())
    .filter(Boolean)
    .join(', ');

const partsOf = (report: ErrorReport): [label: string, words: string][] => [
  ['Pagina', [report.title, report.page].filter(Boolean).join(', ')],
  ['Dato', report.fact],
  ['Che cosa non va', report.wrong],
  ['Che cosa dovrebbe dire', report.right],
  ['Il documento che lo dice', sourceLine(report)],
];

/** The whole report as a text that a person reads. */
export const reportText = (report: ErrorReport): string =>
  `Segnalazione di un errore\n\n${partsOf(report)
    .flatMap(([label, words]) => (words.trim() ? [`${label}:\n${words.trim()}\n`] : []))
    .join('\n')}`;

export interface ReportAddress {
  href: string;
  /** Whether the words travel in the address; when not they have to be copied and put in by hand. */
  isFilled: boolean;
}

/** Where a new question opens in the repository, its form already filled; null where there is no repository on GitHub. */
export function issueAddress(repository: string | null, report: ErrorReport): ReportAddress | null {
  const root = repository ? URL.parse(repository.replace(/\/+$/, '')) : null;
  if (root?.hostname !== 'github.com') return null;
  const address = `${root.href}/issues/new?`;
  const place = { template: 'errore.yml', pagina: report.page, dato: report.fact };
  const words = {
    'che-cosa': [report.wrong, report.right && `Dovrebbe dire: ${report.right}`].filter(Boolean).join('\n\n'),
    fonte: sourceLine(report),
  };
  const written = (fields: Record<string, string>): string =>
    address +
    new URLSearchParams(Object.entries(fields).filter(([, value]) => value.trim() !== '')).toString();
  const whole = written({ ...place, ...words });
  return whole.length <= longestAddress
    ? { href: whole, isFilled: true }
    : { href: written({ template: place.template, pagina: place.pagina }), isFilled: false };
}

/** A letter with the report; to nobody where no mail is known: the writer chooses. */
export function reportMail(contact: { url: string } | null, report: ErrorReport): ReportAddress {
  const to = contact?.url.startsWith('mailto:')
    ? contact.url.slice('mailto:'.length).replace(/\?.*$/, '')
    : '';
  const subject = `Errore in ${report.title || report.page}`;
  const letter = (body: string): string =>
    `mailto:${to}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
  const whole = letter(reportText(report));
  return whole.length <= longestMail
    ? { href: whole, isFilled: true }
    : { href: letter('Incolla qui la segnalazione che hai copiato.'), isFilled: false };
}
