import { readFit } from '../../knowledge/fit-state.ts';
import { readCosts } from '../../knowledge/rescale-state.ts';
import { mergeNotebooks, isId, isRecord, mostItems, readNotebook, type Notebook } from './model.ts';
import type { Beside } from './history.ts';

export const fileName = 'quaderno-tra-pari.json';
export const fileType = 'application/json';
const format = 'quaderno-tra-pari';
const version = 1;

/** More than a browser keeps for one site. */
export const mostBytes = 12_000_000;
const mostBeside = 2000;

/** The checks and sums that travel with a notebook, each read by who writes it. */
const readers: Readonly<Record<string, (json: unknown) => unknown>> = {
  adatta: readFit,
  costi: readCosts,
};

/** Whether what is kept under a name goes into the file: `adatta:tonite`, `costi:tonite`. */
export const travels = (name: string): boolean => readerOf(name) !== undefined;

function readerOf(name: string): ((json: unknown) => unknown) | undefined {
  const [tool = '', id, ...rest] = name.split(':');
  return isId(id) && rest.length === 0 && Object.hasOwn(readers, tool) ? readers[tool] : undefined;
}

export interface NotebookFile {
  notebook: Notebook;
  beside: Record<string, string>;
  /** The day on which it was written, when it says one. */
  saved: string | null;
  /** Names of what came along and could not be read. */
  unread: string[];
}

/** Names of what is kept and cannot be read any more: it cannot travel. */
export const unreadable = (beside: Beside): string[] =>
  Object.keys(beside).filter((name) => readText(name, beside[name]) === null);

const readText = (name: string, text: string | null | undefined): unknown =>
  typeof text === 'string' ? (readerOf(name)?.(parsed(text)) ?? null) : null;

/** The one file of a notebook: also the checks and the sums of this browser, so that nothing stays behind. */
export function fileText(notebook: Notebook, beside: Beside, day: string): string {
  const kept = Object.entries(beside).flatMap(([name, text]) => {
    const state = readText(name, text);
    return state === null ? [] : [[name, state] as const];
  });
  return `${JSON.stringify({ format, version, saved: day, notebook, beside: Object.fromEntries(kept) }, null, 2)}\n`;
}

/** Reads a file that somebody brings; a text says what it is instead of a notebook. */
export function readFile(text: string): NotebookFile | string {
  const json = parsed(text);
  if (json === undefined)
    return `Questo file non è un quaderno: non è nel formato giusto, o è stato tagliato. ${expected}`;
  if (!isRecord(json) || json.format !== format)
    return `Questo file contiene altro, non un quaderno di questo sito. ${expected}`;
  if (typeof json.version === 'number' && json.version > version)
    return 'Questo quaderno è stato scaricato da una versione più nuova del sito, che questa non sa leggere. Ricarica la pagina; se non basta, apri il file dove l’hai scaricato.';
  const notebook = json.version === version ? readNotebook(json.notebook) : null;
  const beside = json.beside ?? {};
  if (!notebook || !isRecord(beside) || Object.keys(beside).length > mostBeside)
    return `Questo file si presenta come un quaderno, ma qualcosa dentro è stato cambiato e non si legge. Non ne abbiamo preso nulla. ${expected}`;
  const saved = typeof json.saved === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(json.saved) ? json.saved : null;
  return { notebook, saved, ...readBeside(beside) };
}

const expected = `Serve il file «${fileName}» che si ottiene con «Scarica il quaderno».`;

function readBeside(beside: Readonly<Record<string, unknown>>): Pick<NotebookFile, 'beside' | 'unread'> {
  const read: [string, string][] = [];
  const unread: string[] = [];
  for (const [name, json] of Object.entries(beside)) {
    const known = readerOf(name)?.(json) ?? null;
    if (known === null) unread.push(name.slice(0, 100));
    else read.push([name, JSON.stringify(known)]);
  }
  return { beside: Object.fromEntries(read), unread };
}

function parsed(text: string): unknown {
  try {
    // a mark that Windows editors put before everything
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}

export interface Taken {
  notebook: Notebook;
  /** What is written beside the notebook. */
  beside: Record<string, string>;
  /** Names of checks and sums that were here already, with other answers, and stay as they are. */
  stayed: string[];
  /** Items for which there was no place. */
  left: number;
}

/** What a file makes of what is here: put after it, or put in its place. */
export function taken(
  own: Notebook,
  here: (name: string) => string | null,
  file: NotebookFile,
  way: 'add' | 'replace',
): Taken {
  if (way === 'replace') return { notebook: file.notebook, beside: file.beside, stayed: [], left: 0 };
  const differs = ([name, text]: [string, string]): boolean => here(name) !== null && here(name) !== text;
  const entries = Object.entries(file.beside);
  return {
    ...mergeNotebooks(own, file.notebook),
    beside: Object.fromEntries(entries.filter((entry) => !differs(entry))),
    stayed: entries.filter(differs).map(([name]) => name),
  };
}

/** Said when some items found no place. */
export const leftText = (left: number): string =>
  left === 1
    ? `Una voce non è entrata: nel quaderno ne stanno ${mostItems}. È ancora nel file.`
    : `${left} voci non sono entrate: nel quaderno ne stanno ${mostItems}. Sono ancora nel file.`;
