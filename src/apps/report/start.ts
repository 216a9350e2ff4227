import {
  correctable,
  issueAddress,
  pageTyped,
  reportMail,
  reportQuery,
  reportText,
  type ErrorReport,
  type ReportQuery,
} from '../../exports/report-address.ts';
import { path } from '../../base-path.ts';
import { formPage } from '../../knowledge/routes.ts';
import { site } from '../../site.ts';
import { damagedText, stateText } from '../device/words.ts';
import { saveFile } from '../documents/download.ts';
import { part } from '../elements.ts';
import { nothingWritten, openReports, withReport, writtenFields, type Written } from './kept.ts';
import { readPage } from './told-page.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

const form = part('report', HTMLElement);
const told = part('report-told', HTMLElement);
const where = part('report-where', HTMLElement);
const factPlace = part('report-fact', HTMLElement);
const pageLine = part('report-page-line', HTMLElement);
const correct = part('report-correct', HTMLElement);
const outs = part('report-outs', HTMLElement);
const text = part('report-text', HTMLTextAreaElement);
const clear = part('report-clear', HTMLButtonElement);

const asked: ReportQuery = reportQuery(location.search);
const about = asked.page + (asked.fact ? ` ${asked.fact.anchor} ${asked.fact.index + 1}` : '');
const kept = openReports();
/** What was known of the page when it came. */
let known = { page: asked.page, title: '', fact: '' };
let cleared: Written | null = null;
let isJudged = false;

const fields = Object.fromEntries(
  writtenFields.map((name) => [name, document.getElementById(`report-${name}`)]),
) as Record<(typeof writtenFields)[number], Field>;

const written = (): Written =>
  Object.fromEntries(writtenFields.map((name) => [name, fields[name].value])) as Record<
    (typeof writtenFields)[number],
    string
  >;

function fill(values: Written): void {
  for (const name of writtenFields) fields[name].value = values[name];
}

function report(): ErrorReport {
  const { wrong, right, title, publisher, date, url } = written();
  return { ...known, wrong, right, source: { title, publisher, date, url } };
}

function keep(): void {
  kept.save(withReport(kept.value(), about, written()));
  const damaged = kept.damaged();
  part('report-kept', HTMLElement).textContent =
    stateText(kept.state()) ?? (damaged ? damagedText(damaged) : '');
}

/** The ways out follow what is written. */
function draw(): void {
  const whole = report();
  const isReady = whole.page !== '' && whole.wrong.trim() !== '';
  text.value = reportText(whole);
  outs.hidden = !isReady;
  part('report-missing', HTMLElement).hidden = isReady;
  const mail = reportMail(site.contact, whole);
  const letter = part('report-mail', HTMLAnchorElement);
  letter.href = mail.href;
  part('report-mail-note', HTMLElement).hidden = mail.isFilled;
  const issue = issueAddress(site.repository, whole);
  part('report-issue-item', HTMLElement).hidden = issue === null;
  if (issue) {
    part('report-issue', HTMLAnchorElement).href = issue.href;
    part('report-issue-note', HTMLElement).hidden = issue.isFilled;
  }
  const sheet = correctable(whole.page);
  correct.hidden = sheet === null;
  if (sheet) part('report-form', HTMLAnchorElement).href = formPage(sheet.kind, { scheda: sheet.id });
}

/** The words of the check, beside the fields; they come only when something is written. */
async function judge(): Promise<void> {
  const { troublesOf } = await import('./check.ts');
  isJudged = true;
  const troubles = troublesOf(written());
  for (const name of writtenFields) {
    const place = part(`report-${name}-error`, HTMLElement);
    const trouble = troubles[name] ?? '';
    if (place.textContent !== trouble) place.textContent = trouble;
    if (trouble) fields[name].setAttribute('aria-invalid', 'true');
    else fields[name].removeAttribute('aria-invalid');
  }
}

async function show(query: ReportQuery): Promise<void> {
  where.textContent = query.page;
  const page = await readPage(query);
  if (page === null) {
    known = { page: '', title: '', fact: '' };
    where.textContent = `La pagina ${query.page} non si apre: forse non c’è più, o manca la rete. Scrivi qui sotto quale intendi.`;
    pageLine.hidden = false;
    return;
  }
  known = { page: query.page, title: page.title, fact: page.fact ?? '' };
  const link = document.createElement('a');
  link.href = path(`/${query.page.slice(1)}`) + (page.fact && query.fact ? `#${query.fact.anchor}` : '');
  link.textContent = page.title;
  where.replaceChildren(link);
  factPlace.hidden = !query.fact;
  factPlace.textContent =
    page.fact ?? (query.fact ? 'Il dato non c’è più su questa pagina: scrivi tu quale intendi.' : '');
}

async function copy(): Promise<void> {
  try {
    await navigator.clipboard.writeText(text.value);
    told.textContent = 'Copiato: incollalo dove vuoi.';
  } catch {
    // a plain http address has no clipboard
    text.focus();
    text.select();
    told.textContent = 'Il testo è selezionato: premi Ctrl e C per copiarlo.';
  }
}

function useTypedPage(): void {
  const page = pageTyped(fields.page.value, { origin: location.origin, base: path('/') });
  const error = part('report-page-error', HTMLElement);
  if (fields.page.value.trim() === '') return;
  if (!page) {
    error.textContent =
      'Non è un indirizzo di questo sito: copialo dalla pagina, per esempio /pratiche/tonite/.';
    return;
  }
  error.textContent = '';
  known = { page, title: '', fact: '' };
  void show({ page, fact: null }).then(draw);
}

fill(kept.value()[about] ?? nothingWritten);
pageLine.hidden = asked.page !== '';
part('report-about', HTMLElement).hidden = false;
if (asked.page === '') where.textContent = 'Di quale pagina parli? Scrivilo qui sotto.';
else void show(asked).then(draw);
draw();
if (fields.page.value) useTypedPage();

form.addEventListener('input', () => {
  cleared = null;
  clear.textContent = 'Svuota';
  keep();
  draw();
  if (isJudged) void judge();
});
form.addEventListener('change', ({ target }) => {
  if (target === fields.page) useTypedPage();
  void judge();
});
part('report-copy', HTMLButtonElement).addEventListener('click', () => void copy());
part('report-save', HTMLButtonElement).addEventListener('click', () => {
  saveFile('segnalazione.txt', text.value, 'text/plain;charset=utf-8');
  told.textContent = 'Il file segnalazione.txt è fra i tuoi scaricamenti.';
});
clear.addEventListener('click', () => {
  const before = written();
  fill(cleared ?? nothingWritten);
  const isBack = cleared !== null;
  cleared = isBack ? null : before;
  clear.textContent = isBack ? 'Svuota' : 'Rimetti ciò che c’era';
  told.textContent = isBack ? 'I campi sono come prima.' : 'I campi sono vuoti.';
  keep();
  draw();
  if (isJudged) void judge();
});
