import { alphabetical } from './format.ts';
import type { Entry, Graph } from './graph.ts';
import { linkTo, linkToTerm, type Link } from './link.ts';
import type { RoutedKind } from './routes.ts';
import { sourceLine, type SourceLine } from './text-context.ts';

export interface TermLine {
  id: string;
  title: string;
  definition: string;
  synonyms: readonly string[];
  related: Link[];
  /** Number of its source in the list of the page; null when the definition is the editors' own. */
  source: number | null;
  usedIn: Link[];
}

export interface Glossary {
  letters: { letter: string; terms: TermLine[] }[];
  sources: SourceLine[];
}

const users = [
  'practice',
  'workshop',
  'activity',
  'session',
  'focus-area',
] as const satisfies readonly RoutedKind[];

/** The glossary as one page prints it: by letter, with one numbered list of sources for all entries. */
export function glossaryOf(graph: Graph): Glossary {
  const terms = [...graph.all('term')].sort((a, b) => alphabetical(a.data.title, b.data.title));
  const sources = new Map<string, SourceLine>();
  const lines = terms.map((term) => {
    const cited = term.data.sources?.find((source) => source.id === term.data.source);
    if (cited) sources.set(cited.id, sourceLine(graph, cited));
    return lineOf(graph, term, cited ? [...sources.keys()].indexOf(cited.id) + 1 : null);
  });
  const letters = [...Map.groupBy(lines, ({ title }) => letterOf(title))];
  return {
    letters: letters.map(([letter, inside]) => ({ letter, terms: inside })),
    sources: [...sources.values()],
  };
}

/** A word of every day: «protocollo» is searched for, and is not always the one of the entry. */
const isCommonWord = (name: string): boolean => /^\p{Ll}+$/u.test(name);

/**
 * Every entry with the ways of writing it that cannot be taken for something else:
 * «ITI (investimento territoriale integrato)» is two.
 */
export const termNames = (graph: Graph): { id: string; names: string[] }[] =>
  graph.all('term').map((term) => ({ id: term.id, names: namesOfTerm(term) }));

export const namesOfTerm = ({ data: { title, synonyms = [] } }: Entry<'term'>): string[] => [
  ...title.split(/\s*[()]\s*/).filter((name) => /\p{L}/u.test(name)),
  ...synonyms.filter((name) => !isCommonWord(name)),
];

const lineOf = (graph: Graph, { id, data }: Entry<'term'>, source: number | null): TermLine => ({
  id,
  title: data.title,
  definition: data.definition,
  synonyms: data.synonyms ?? [],
  related: (data.related ?? []).map((other) => linkToTerm(graph, other)),
  source,
  usedIn: users.flatMap((kind) => graph.naming(kind, 'term', id).map(linkTo)),
});

/** `È` stands under E; a title that starts with a figure under `0-9`. */
function letterOf(title: string): string {
  const first = title.normalize('NFD').charAt(0).toUpperCase();
  return /[A-Z]/.test(first) ? first : '0-9';
}
