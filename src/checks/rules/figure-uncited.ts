import { figuresInWords } from '../../mdx/figures.ts';
import type { Problem } from '../problem.ts';
import { problemAt, type ContentRecord, type Rule } from '../record.ts';

/**
 * Collections that tell what happened, and words that are explained on their sheets. What an activity asks for in
 * minutes and chairs is nobody’s figure.
 */
const told = new Set(['practice', 'workshop', 'term']);

/** Every figure of a sheet leads to a source: those typed in its text, and those of fields that carry no note. */
export const figureUncited: Rule = {
  name: 'figure-uncited',
  check: ({ all }) =>
    all.flatMap((record) =>
      record.valid && told.has(record.kind) ? [...inFields(record, record.data, []), ...inText(record)] : [],
    ),
};

const inText = (record: ContentRecord): Problem[] =>
  (record.figures ?? [])
    .filter(({ isSourced, written }) => !isSourced && !isYear(written))
    .map((figure) =>
      problemAt(
        record,
        figure,
        'figure-uncited',
        `«${figure.written}» sta in una frase senza fonte.`,
        'Scrivi <Fact of="…" />, oppure <Cite source="…" /> prima del punto.',
      ),
    );

/** «2025 era» may be a count of things, and hardly ever is. */
const isYear = (written: string): boolean => /^(?:18|19|20)\d\d$/.test(written);

/** Facts carry their own note; a difference is told beside them; a case for the room is made up; names are names. */
const skipped = new Set([
  ...['facts', 'sources', 'differences', 'teaching', 'title', 'aliases', 'name', 'lead', 'contact', 'act'],
  ...['document', 'url', 'redirects', 'venue', 'dateNote', 'time', 'agenda', 'hiddenLabels'],
  // minutes of a plan are nobody’s figure
  ...['timing', 'nextTime'],
]);

/** What is known later of a workshop has a source of its own: that of the item tells of the day it was said. */
const laterSources: Readonly<Record<string, string>> = { answer: 'answerSource', outcome: 'outcomeSource' };
const laterSource = ({ kind }: ContentRecord, key: unknown): string | undefined =>
  kind === 'workshop' ? laterSources[String(key)] : undefined;

/** Texts of an entry, down to the items of its lists: an item with a source speaks for what it says. */
function inFields(record: ContentRecord, value: unknown, path: readonly (string | number)[]): Problem[] {
  if (typeof value === 'string')
    return figuresInWords(value)
      .filter((written) => !isYear(written))
      .map((written) =>
        problemAt(
          record,
          [...path],
          'figure-noteless',
          `«${written}» si stampa qui senza il numero della fonte.`,
          `Dillo a parole e scrivi la cifra fra i dati, o aggiungi «${laterSource(record, path.at(-1)) ?? 'source'}» alla voce.`,
        ),
      );
  if (Array.isArray(value)) return value.flatMap((item, index) => inFields(record, item, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  const isSourced = path.length > 0 && ('source' in value || 'sources' in value);
  return Object.entries(value).flatMap(([key, inner]) => {
    const own = laterSource(record, key);
    return skipped.has(key) || (own === undefined ? isSourced : own in value)
      ? []
      : inFields(record, inner, [...path, key]);
  });
}
