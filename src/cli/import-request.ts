import { slug } from '../mdx/outline.ts';
import { formSlugs, type FormKind } from '../knowledge/routes.ts';
import { italian } from '../schemas/italian.ts';
import { id as idSchema } from '../schemas/values.ts';
import { UsageError } from './command.ts';
import { meant, readWords } from './words.ts';

export interface ImportRequest {
  /** The Word file, as it was typed. */
  file: string;
  /** The kind that a free document becomes; a form of ours says so itself. */
  kind: FormKind | null;
  /** Area of a free document. */
  area: string | null;
  /** Name of the sheet; null for one made of its title. */
  slug: string | null;
  dryRun: boolean;
}

const kinds = Object.keys(formSlugs) as FormKind[];
const usage =
  'npm run import -- FILE.docx [--kind practice|workshop] [--area AREA] [--slug nome] [--dry-run]';

/** Reads the words of the command; says in Italian what is wrong with them. */
export function readRequest(words: readonly string[]): ImportRequest {
  const { plain, values, flags } = readWords(words, {
    withValue: ['--kind', '--area', '--slug'],
    flags: ['--dry-run'],
    usage,
  });
  const [file, extra] = plain;
  if (file === undefined) throw wrong('Di’ quale file Word importare.');
  if (extra !== undefined) throw wrong(`Non capisco «${extra}»: un file alla volta, e fra virgolette se il nome ha spazi.`); // prettier-ignore
  const kind = values.get('--kind') ?? null;
  if (kind !== null && !isKind(kind))
    throw wrong(`Non so importare «${kind}».${meant(kind, kinds)} Si può scegliere fra ${kinds.join(', ')}.`);
  return {
    file,
    kind,
    area: values.get('--area') ?? null,
    slug: checkedSlug(values.get('--slug')),
    dryRun: flags.has('--dry-run'),
  };
}

/** The name of the file of a sheet, made of its title or of the name of the Word file. */
export function nameOf(title: unknown, file: string): string {
  const base = file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  return [typeof title === 'string' ? title : '', base].map((words) => slug(words).slice(0, 80).replace(/-$/, '')).find((name) => name !== '') ?? 'senza-nome'; // prettier-ignore
}

export const unknownArea = (area: string, known: readonly string[]): UsageError =>
  wrong(`Non esiste l’area «${area}».${meant(area, known)} Le aree: ${known.join(', ')}.`);

export const existingSheet = (path: string): UsageError =>
  wrong(`C’è già un file ${path}: non lo tocco.\n→ Dai un altro nome con --slug.`);

function checkedSlug(name: string | undefined): string | null {
  if (name === undefined) return null;
  const result = idSchema.safeParse(name, { error: italian });
  if (!result.success)
    throw wrong(`«${name}» non può essere il nome del file. ${result.error.issues[0]?.message ?? ''}`);
  return name;
}

const isKind = (word: string): word is FormKind => Object.hasOwn(formSlugs, word);
const wrong = (message: string) => new UsageError(message, usage);
