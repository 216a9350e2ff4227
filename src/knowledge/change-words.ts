import type { Shape } from '../schemas/field-model.ts';
import type { Indicator } from '../schemas/indicator.ts';
import { partialDate, type ReferenceKind } from '../schemas/values.ts';
import { capital, formatDate } from './format.ts';

/** An entry as it was written at some time: raw data, which may not fit the schema of today. */
export interface Version {
  data: Readonly<Record<string, unknown>>;
  /** A digest of the text of each section of the body, by its title. */
  sections?: ReadonlyMap<string, string> | undefined;
}

/** What today's content says: the only words that a history repeats. */
export interface Words {
  /** Title of an entry of today; undefined when there is none any more. */
  titleOf(kind: ReferenceKind, id: string): string | undefined;
  indicatorOf(id: string): Indicator | undefined;
  /**
   * Whether the entry still says a text today. What was taken away may have been taken away because it ought not to
   * be read (a person's name): of that, a history says only what kind of thing it was.
   */
  isSaid(text: string): boolean;
}

export interface ChangeContext {
  before: Version;
  after: Version;
  words: Words;
}

/** What one item of each list of the schemas is called, by the key of the list. */
const nouns: Readonly<Record<string, string>> = {
  activities: 'un’attività usata',
  adoptions: 'una città che l’ha ripresa',
  after: 'un’attività da fare dopo',
  agenda: 'un momento del programma',
  aliases: 'un altro nome',
  authors: 'una firma',
  before: 'un’attività da fare prima',
  blocks: 'un blocco',
  cells: 'un riquadro',
  columns: 'una colonna',
  commitments: 'un impegno',
  components: 'una parte della pratica',
  conditions: 'una condizione',
  costs: 'un costo',
  decisions: 'una decisione',
  differences: 'una spiegazione di valori che non coincidono',
  difficulties: 'una difficoltà',
  documents: 'un documento',
  evaluation: 'una valutazione',
  eventSources: 'una fonte di data e sede',
  facts: 'un dato',
  focusAreas: 'un’area di focus',
  followUp: 'un compito per dopo',
  funding: 'un finanziamento',
  funds: 'un fondo tipico',
  groupings: 'un modo di stare',
  guidance: 'un gruppo di domande guida',
  hiddenLabels: 'una parola per la ricerca',
  indicators: 'un indicatore consigliato',
  insights: 'un’osservazione',
  items: 'un punto',
  kinds: 'un tipo',
  laws: 'una norma',
  lessons: 'una lezione',
  materials: 'un materiale',
  misspellings: 'una grafia sbagliata',
  needs: 'un bisogno',
  needsRaised: 'un bisogno emerso',
  objectives: 'un obiettivo',
  openQuestions: 'una domanda aperta',
  organisers: 'un organizzatore',
  participants: 'una città presente',
  partners: 'un partner',
  presented: 'una pratica presentata',
  prework: 'un compito per prima',
  procedure: 'un passo del percorso amministrativo',
  proposedNeeds: 'un bisogno proposto',
  purpose: 'uno scopo',
  questions: 'una domanda',
  redirects: 'un vecchio indirizzo',
  related: 'un rimando',
  results: 'un seguito',
  roles: 'un ruolo',
  rowLabels: 'un’etichetta di riga',
  sections: 'una sezione',
  sources: 'una fonte',
  staffing: 'una figura al lavoro',
  stakeholders: 'un attore da coinvolgere',
  steps: 'un passo',
  synonyms: 'un altro modo di dirlo',
  tables: 'un tavolo',
  targetGroups: 'un gruppo di destinatari',
  terms: 'una parola utile',
  timing: 'un blocco con i suoi minuti',
  tips: 'un consiglio',
  variants: 'una variante',
  visits: 'una visita',
  whenNotTo: 'un caso in cui non usarla',
  worksheet: 'un riquadro della scheda di lavoro',
};

export interface Noun {
  /** `una difficoltà`. */
  one: string;
  /** `Difficoltà`. */
  bare: string;
  added: 'Aggiunto' | 'Aggiunta';
  removed: 'Tolto' | 'Tolta';
  rewritten: 'Riscritto' | 'Riscritta';
}

/** What an item of a list is called; undefined for a list that nobody has named yet. */
export function nounOf(key: string): Noun | undefined {
  const one = nouns[key];
  if (one === undefined) return undefined;
  const feminine = /^un(?:a |’)/.test(one);
  return {
    one,
    bare: capital(one.replace(/^un(?:’|a |o | )/, '')),
    added: feminine ? 'Aggiunta' : 'Aggiunto',
    removed: feminine ? 'Tolta' : 'Tolto',
    rewritten: feminine ? 'Riscritta' : 'Riscritto',
  };
}

/** `2023`, `2023-03` or `2023-03-15`. */
export const isDate = (value: unknown): value is string => partialDate.safeParse(value).success;

const longestQuote = 140;

/** The beginning of a long text, cut between two words. */
function shorten(text: string, longest = longestQuote): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest / 2)).replace(/[\s,;:.]+$/, '')}…`;
}

/** Words between quotation marks, if the entry still says them today. */
export const quoted = (
  text: unknown,
  { words }: Pick<ChangeContext, 'words'>,
  longest?: number,
): string | null =>
  typeof text === 'string' && text.trim() !== '' && words.isSaid(text)
    ? inQuotes(shorten(text, longest))
    : null;

/** Marks inside marks are the other ones, and the sentence around has its own full stop. */
const inQuotes = (text: string): string =>
  `«${text
    .replace(/(?<!\.)\.$/, '')
    .replaceAll('«', '“')
    .replaceAll('»', '”')}»`;

const plainNumber = new Intl.NumberFormat('it-IT', { maximumFractionDigits: 8, useGrouping: 'always' });

/** A number of the data: years are written without a dot. */
const numberText = (value: number, key: string): string =>
  key === 'year' ? String(value) : plainNumber.format(value);

/**
 * One value as a reader sees it; null when it cannot be repeated: words that the entry no longer says, references to
 * what is no longer there, values of another kind than the schema's of today.
 */
export function valueText(
  shape: Shape,
  key: string,
  value: unknown,
  context: ChangeContext,
  longest?: number,
): string | null {
  if (typeof value === 'boolean') return value ? 'sì' : 'no';
  if (typeof value === 'number') return Number.isFinite(value) ? numberText(value, key) : null;
  if (typeof value !== 'string') return null;
  if (isDate(value)) return formatDate(value);
  switch (shape.type) {
    case 'choice': {
      const choice = shape.values.find((one) => one.value === value);
      return choice ? `«${choice.label ?? choice.value}»` : null;
    }
    case 'reference': {
      if (shape.to === 'source') return publisherOf(value, context);
      const title = context.words.titleOf(shape.to, value);
      return title === undefined ? null : inQuotes(shorten(title, longest));
    }
    default:
      return /^https?:/.test(value) ? null : quoted(value, context, longest);
  }
}

/** Who published a source of either version, if the entry still names it. */
export function publisherOf(id: unknown, { before, after, words }: ChangeContext): string | null {
  for (const { data } of [after, before]) {
    const sources: unknown[] = Array.isArray(data.sources) ? data.sources : [];
    const found = sources.find((source) => (Object(source) as { id?: unknown }).id === id) as
      { publisher?: unknown } | undefined;
    const publisher = found?.publisher;
    if (typeof publisher === 'string' && words.isSaid(publisher)) return publisher;
  }
  return null;
}

/** `, secondo CittAgorà`, where the source can be named. */
export function accordingTo(id: unknown, context: ChangeContext): string {
  const publisher = publisherOf(id, context);
  return publisher === null ? '' : `, secondo ${publisher}`;
}
