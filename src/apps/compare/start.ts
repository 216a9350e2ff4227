import { comparisonCsv } from '../../exports/comparison-csv.ts';
import {
  compare,
  mostCompared,
  namesOf,
  visibleGroups,
  type CompareGroup,
  type Comparison,
} from '../../knowledge/compare.ts';
import type { OpenedSheet } from '../../knowledge/entry-file.ts';
import { plural } from '../../knowledge/format.ts';
import { downloadDocx, saveFile } from '../documents/download.ts';
import { fetchSheet, SheetFailure } from '../documents/sheet-file.ts';
import { el, part } from '../elements.ts';
import { readAddress, writeAddress, type Asked } from './address.ts';
import { openChosen } from './chosen.ts';
import { comparisonView } from './view.ts';

type Found = { sheet: OpenedSheet } | { failure: 'missing' | 'unreachable' };

const status = part('stato', HTMLElement);
const root = part('confronto', HTMLElement);
const empty = part('vuoto', HTMLElement);
const toolbar = part('strumenti', HTMLElement);
const notices = part('avvisi', HTMLElement);
const boxes = {
  differences: part('solo-differenze', HTMLInputElement),
  documented: part('solo-documentate', HTMLInputElement),
};
const pageTitle = document.title;
/** What has arrived once is not asked for again. */
const found = new Map<string, Found>();
const chosen = openChosen();

let asked: Asked = { ids: [], differences: false, documented: false, complaints: [] };
let undo: { ids: readonly string[]; title: string } | undefined;
/** Number of the newest showing: answers to older ones are thrown away. */
let turn = 0;

async function load(id: string): Promise<Found> {
  const answer = await fetchSheet(id).then(
    (sheet) => ({ sheet }),
    (error: unknown) => ({ failure: error instanceof SheetFailure ? error.why : ('unreachable' as const) }),
  );
  found.set(id, answer);
  return answer;
}

const sheetsOf = (ids: readonly string[]): OpenedSheet[] =>
  ids.flatMap((id) => {
    const known = found.get(id);
    return known && 'sheet' in known ? [known.sheet] : [];
  });

async function show(): Promise<void> {
  const mine = ++turn;
  const { ids } = asked;
  boxes.differences.checked = asked.differences;
  boxes.documented.checked = asked.documented;
  if (ids.some((id) => !found.has(id))) status.textContent = 'Carico le schede…';
  root.setAttribute('aria-busy', 'true');
  const answers = await Promise.all(ids.map(load));
  if (mine !== turn) return;
  root.removeAttribute('aria-busy');
  const sheets = sheetsOf(ids);
  const failed = (kind: 'missing' | 'unreachable') =>
    ids.filter((_, index) => (answers[index] as { failure?: string }).failure === kind);
  showNotices(failed('missing'), failed('unreachable'));
  const isCompared = sheets.length > 1;
  empty.hidden = sheets.length > 0;
  toolbar.hidden = sheets.length === 0;
  for (const element of toolbar.querySelectorAll<HTMLElement>('[data-needs-two]'))
    element.hidden = !isCompared;
  if (sheets.length === 0) {
    root.replaceChildren();
    status.textContent = '';
    document.title = pageTitle;
    return;
  }
  const comparison = compare(sheets);
  const names = namesOf(comparison.columns.map(({ title }) => title));
  const groups = wanted(comparison);
  document.title = `${names} · ${pageTitle}`;
  root.replaceChildren(
    ...comparisonView(comparison, groups, {
      remove: (id) => void remove(id),
      move: (id, by) => void move(id, by),
    }),
  );
  const head = root.querySelector('thead th');
  if (head) headHeight.observe(head);
  const rows = groups.flatMap((group) => group.rows);
  status.textContent = isCompared
    ? `${names}: ${plural(rows.length, 'voce', 'voci')}, ${rows.filter(({ state }) => state === 'differ').length} non uguali.`
    : `${names}: una scheda sola. Aggiungine un’altra per confrontarle.`;
  part('aggiungi', HTMLElement).hidden = ids.length >= mostCompared;
}

/** The groups of rows that the reader wants to see. */
const wanted = (comparison: Comparison): CompareGroup[] =>
  visibleGroups(comparison, {
    onlyDifferences: asked.differences && comparison.columns.length > 1,
    hideSilent: asked.documented,
  });

/**
 * The cards of the other pages know what was chosen here. An address that somebody sent is no choice of the reader: to
 * open it changes nothing of what was put aside.
 */
function remember({ ids }: Asked): void {
  const titles = new Map(chosen.value().map(({ id, title }) => [id, title]));
  for (const { practice } of sheetsOf(ids)) titles.set(practice.id, practice.data.title);
  if (ids.length > 0) chosen.save(ids.map((id) => ({ id, title: titles.get(id) ?? id })));
  else chosen.forget();
}

/** The headings of the groups stand below that of the columns, however high it is. */
const headHeight = new ResizeObserver((entries) => {
  const { height = 0 } = entries.at(-1)?.target.getBoundingClientRect() ?? {};
  document.documentElement.style.setProperty('--compare-head', `${height}px`);
});

function showNotices(missing: readonly string[], unreachable: readonly string[]): void {
  const texts = [
    ...asked.complaints,
    ...(missing.length > 0
      ? [
          `Non c’è nessuna scheda ${missing.map((id) => `«${id}»`).join(', ')}: forse l’indirizzo è sbagliato, o la scheda è stata tolta.`,
        ]
      : []),
  ];
  notices.replaceChildren(
    ...texts.map((text) => el('p', {}, text)),
    ...(unreachable.length > 0
      ? [
          el(
            'p',
            {},
            `Non riesco a caricare ${unreachable.map((id) => `«${id}»`).join(', ')}. Controlla la rete. `,
          ),
          el('button', { type: 'button', class: 'btn', click: () => void show() }, 'Riprova'),
        ]
      : []),
    ...(undo
      ? [
          el('p', {}, [
            `Hai tolto «${undo.title}». `,
            el('button', { type: 'button', class: 'plain-button', click: () => void putBack() }, 'Rimettila'),
          ]),
        ]
      : []),
  );
}

function change(next: Partial<Asked>, step: 'push' | 'replace' = 'push'): Promise<void> {
  asked = { ...asked, complaints: [], ...next };
  const address = location.pathname + writeAddress(asked);
  if (step === 'replace') history.replaceState(null, '', address);
  else if (address !== location.pathname + location.search) history.pushState(null, '', address);
  if (next.ids) remember(asked);
  return show();
}

async function remove(id: string): Promise<void> {
  const { ids } = asked;
  const title = sheetsOf([id])[0]?.practice.data.title ?? id;
  undo = { ids, title };
  const left = ids.filter((other) => other !== id);
  await change({ ids: left });
  notices.querySelector<HTMLElement>('.plain-button')?.focus();
}

async function putBack(): Promise<void> {
  const { ids = [] } = undo ?? {};
  undo = undefined;
  await change({ ids });
  status.focus();
}

async function move(id: string, by: -1 | 1): Promise<void> {
  const ids = [...asked.ids];
  const from = ids.indexOf(id);
  ids.splice(from, 1);
  ids.splice(from + by, 0, id);
  await change({ ids });
  const sign = by < 0 ? '←' : '→';
  const tool = (of: string) => root.querySelector<HTMLElement>(`[data-tool="${of}${id}"]`);
  (tool(sign) ?? tool(by < 0 ? '→' : '←'))?.focus();
}

function fileName(ending: string): string {
  return `confronto-${asked.ids.join('-')}`.slice(0, 100) + ending;
}

async function act(what: string, work: () => void | Promise<void>): Promise<void> {
  status.textContent = `${what}: preparo il file…`;
  try {
    await work();
    status.textContent = `${what}: fatto.`;
  } catch {
    status.textContent = `${what}: non è riuscito. Controlla la rete e riprova.`;
  }
}

part('scarica-word', HTMLButtonElement).addEventListener('click', () => {
  void act('File Word', async () => {
    const { documentOf } = await import('../../exports/documents/comparison.ts');
    const comparison = compare(sheetsOf(asked.ids));
    const isWhole = !asked.differences && !asked.documented;
    await downloadDocx(fileName('.docx'), documentOf(comparison, isWhole ? undefined : wanted(comparison)));
  });
});
part('scarica-csv', HTMLButtonElement).addEventListener('click', () => {
  void act('Tabella CSV', () => {
    const comparison = compare(sheetsOf(asked.ids));
    saveFile(fileName('.csv'), comparisonCsv(comparison, wanted(comparison)), 'text/csv;charset=utf-8');
  });
});
part('nel-quaderno', HTMLButtonElement).addEventListener('click', () => {
  void (async () => {
    const { addToNotebook } = await import('../notebook/add.ts');
    const sheets = sheetsOf(asked.ids);
    const { already, refusal } = addToNotebook({
      kind: 'comparison',
      ids: sheets.map(({ practice }) => practice.id),
      titles: sheets.map(({ practice }) => practice.data.title),
    });
    status.textContent =
      refusal ?? (already ? 'Il confronto è già nel quaderno.' : 'Confronto salvato nel quaderno.');
  })();
});
part('svuota', HTMLButtonElement).addEventListener('click', () => {
  undo = { ids: asked.ids, title: 'tutte le schede' };
  void change({ ids: [] });
});
for (const [name, box] of Object.entries(boxes))
  box.addEventListener('change', () => void change({ [name]: box.checked }));

function open(): void {
  asked = readAddress(location.search);
  undo = undefined;
  const put = chosen.value().map(({ id }) => id);
  // without an address the comparison is what the reader has put aside
  if (asked.ids.length === 0 && asked.complaints.length === 0 && put.length > 0)
    void change({ ids: put }, 'replace');
  else void show();
}
addEventListener('popstate', () => {
  asked = readAddress(location.search);
  undo = undefined;
  void show();
});
open();
