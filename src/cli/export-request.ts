import { UsageError } from './command.ts';
import { meant, readWords } from './words.ts';

/** What can be made of a sheet, and what the file is called beside the name of the sheet. */
export const exportKinds = {
  docx: '.docx',
  pptx: '.pptx',
  handout: '-foglio.docx',
  json: '.json',
  opsi: '-opsi.txt',
  interreg: '-interreg.txt',
  urbact: '-urbact.txt',
} as const;
export type ExportKind = keyof typeof exportKinds;

export interface ExportRequest {
  id: string;
  kind: ExportKind;
  /** The file to write, as it was typed. */
  out: string;
  force: boolean;
}

const kinds = Object.keys(exportKinds) as ExportKind[];
const usage = `npm run export -- NOME --to ${kinds.join('|')} [--out FILE] [--force]`;

/** Reads the words of the command; says in Italian what is wrong with them. */
export function readRequest(words: readonly string[]): ExportRequest {
  const { plain, values, flags } = readWords(words, {
    withValue: ['--to', '--out'],
    flags: ['--force'],
    usage,
  });
  const [id, extra] = plain;
  if (extra !== undefined) throw wrong(`Non capisco «${extra}»: una scheda alla volta.`);
  if (id === undefined) throw wrong('Di’ il nome della scheda, per esempio «tonite».');
  const kind = values.get('--to');
  if (kind === undefined) throw wrong(`Di’ che file vuoi con --to: ${kinds.join(', ')}.`);
  if (!isKind(kind))
    throw wrong(`Non so preparare «${kind}».${meant(kind, kinds)} Si può scegliere fra ${kinds.join(', ')}.`);
  const out = values.get('--out') ?? `${id}${exportKinds[kind]}`;
  if (out === '') throw wrong('Dopo «--out» manca il nome del file.');
  return { id, kind, out, force: flags.has('--force') };
}

/** The sheet is not there: the names that come nearest. */
export const unknownSheet = (id: string, known: readonly string[]): UsageError =>
  wrong(`Non c’è una scheda pubblicata che si chiami «${id}».${meant(id, known)}`);

export const existingFile = (path: string): UsageError =>
  wrong(
    `C’è già un file ${path}: non lo tocco.\n→ Aggiungi --force per riscriverlo, o scegli un altro nome con --out.`,
  );

const isKind = (kind: string): kind is ExportKind => Object.hasOwn(exportKinds, kind);

const wrong = (message: string): UsageError => new UsageError(message, usage);
