import { templateKinds, type TemplateKind } from '../authoring/template.ts';
import { slug } from '../mdx/outline.ts';
import { italian } from '../schemas/italian.ts';
import { registry } from '../schemas/registry.ts';
import { id as idSchema } from '../schemas/values.ts';
import { UsageError } from './command.ts';
import { meant, readWords } from './words.ts';

export interface NewRequest {
  kind: TemplateKind;
  title: string;
  area: string | null;
  slug: string;
  dryRun: boolean;
}

const usage =
  'npm run new -- practice --area AREA --title "Titolo" [--slug nome-del-file] [--dry-run]  (o workshop, activity, session)';
const kinds = Object.keys(templateKinds) as TemplateKind[];
const longestSlug = 80;

/** Reads the words of the command; says in Italian what is wrong with them. */
export function readRequest(words: readonly string[]): NewRequest {
  const { plain, values, flags } = readWords(words, {
    withValue: ['--area', '--title', '--slug'],
    flags: ['--dry-run'],
    usage,
  });
  const [kind, extra] = plain;
  if (extra !== undefined) {
    throw wrong(`Non capisco «${extra}»: metti il titolo fra virgolette, e «--» subito dopo «npm run new».`);
  }
  if (kind === undefined) throw wrong(`Di’ che cosa vuoi scrivere: ${kinds.join(', ')}.`);
  if (!isKind(kind))
    throw wrong(`Non so preparare «${kind}».${meant(kind, kinds)} Si può scegliere fra ${kinds.join(', ')}.`);

  const title = checkedTitle(kind, values.get('--title')?.trim());
  return {
    kind,
    title,
    area: values.get('--area') ?? null,
    slug: checkedSlug(title, values.get('--slug')),
    dryRun: flags.has('--dry-run'),
  };
}

/** Says which areas there are, and the one that may have been meant. */
export function areaError(area: string | null, known: readonly string[]): UsageError {
  const list = `Le aree: ${known.join(', ')}.`;
  if (area === null) return wrong(`Di’ l’area della pratica con --area. ${list}`);
  return wrong(`Non esiste l’area «${area}».${meant(area, known)} ${list}`);
}

export const existsError = (path: string): UsageError =>
  wrong(
    `C’è già un file ${path}: non lo tocco.\n→ Aprilo e continua lì, oppure dai un altro nome con --slug.`,
  );

function checkedTitle(kind: TemplateKind, title: string | undefined): string {
  if (!title) throw wrong('Manca il titolo: scrivilo fra virgolette dopo --title.');
  const result = registry[kind].schema.shape.title.safeParse(title, { error: italian });
  if (!result.success) throw wrong(`Il titolo non va bene. ${result.error.issues[0]?.message ?? ''}`);
  return title;
}

function checkedSlug(title: string, wanted: string | undefined): string {
  const name = wanted ?? shortened(slug(title));
  if (name === '')
    throw wrong(
      'Dal titolo non si ricava il nome del file.\n→ Scegline uno con --slug, per esempio --slug la-mia-pratica.',
    );
  const result = idSchema.safeParse(name, { error: italian });
  if (!result.success)
    throw wrong(`«${name}» non può essere il nome del file. ${result.error.issues[0]?.message ?? ''}`);
  return name;
}

/** Cuts at the end of a word. */
function shortened(name: string): string {
  if (name.length <= longestSlug) return name;
  const cut = name.lastIndexOf('-', longestSlug);
  return name.slice(0, cut > 0 ? cut : longestSlug);
}

const isKind = (word: string): word is TemplateKind => Object.hasOwn(templateKinds, word);
const wrong = (message: string) => new UsageError(message, usage);
