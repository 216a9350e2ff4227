import type { Group } from './answer.ts';
import { hitOf, piecesOf, withoutHeading, type Hit, type LabelOf } from './hits.ts';
import type { Fragment } from './index-data.ts';
import { contentWords, fold, wordsIn } from './words.ts';

/** Of each group, how many of its best pages are asked for their names, when a word was found among them. */
const asked = 6;
const nameFields = ['title', 'names', 'terms'];
const most = 4;

/** The words of a name that count, without case, accents, signs and endings: «Che cosa sono i patti?» → patt. */
const keyOf = (name: string): string =>
  contentWords(fold(name))
    .flatMap((word) => wordsIn(word))
    .map((word) => word.replace(/(?<=...)[aeiou]+$/, ''))
    .join(' ');

/** A title as it stands, without what follows in brackets, and the name that it quotes: «Nome»: di che si tratta. */
const formsOf = (title: string): string[] => [
  title,
  title.replace(/\s*\(.*/, ''),
  ...[...title.matchAll(/«([^»]+)»/g)].flatMap(([, name]) => name ?? []),
];

const isCalled = (names: readonly string[], keys: readonly string[]): boolean =>
  names.some((name) => keys.includes(keyOf(name)));

/**
 * What is called exactly as the query says: a page by its title or another of its names, or an entry of the glossary.
 * Without this the page of a city would stand below all sheets that name the city.
 */
export async function namedSo(
  groups: readonly Group[],
  { query, words }: { query: string; words: readonly string[] },
  labelOf: LabelOf,
): Promise<Hit[]> {
  const keys = [keyOf(query), keyOf(words.join(' '))].filter(Boolean);
  if (keys.length === 0) return [];
  const best = groups.flatMap(({ results }) =>
    results
      .filter(({ matchedMetaFields = [] }) => matchedMetaFields.some((field) => nameFields.includes(field)))
      .slice(0, asked),
  );
  const pages = await Promise.all(best.map(({ data }) => data()));
  const called = pages.filter(({ meta }) =>
    isCalled([...formsOf(meta.title ?? ''), ...(meta.names ?? '').split(' | ')], keys),
  );
  const entries = pages.flatMap((page) => entriesOf(page, keys));
  const titled = ({ meta }: Fragment): boolean => isCalled(formsOf(meta.title ?? ''), keys);
  called.sort((a, b) => Number(titled(b)) - Number(titled(a)));
  return [...called.map((page) => hitOf(page, words, labelOf)), ...entries].slice(0, most);
}

const termsIn = (text = '[]'): Term[] => (JSON.parse(text) as unknown[]).filter(isTerm);

interface Term {
  id: string;
  names: string[];
}
function isTerm(value: unknown): value is Term {
  const { id, names } = Object(value) as Partial<Term>;
  return typeof id === 'string' && Array.isArray(names) && names.every((name) => typeof name === 'string');
}

/** Whether a query is names of entries and nothing else: «ERP edilizia pubblica», «differenza fra FESR e FSE». */
function isAmong(names: readonly string[], all: readonly Term[], keys: readonly string[]): boolean {
  const inside = (key: string, name: string): boolean => ` ${key} `.includes(` ${keyOf(name)} `);
  return keys.some((key) => {
    if (!names.some((name) => inside(key, name))) return false;
    const said = all.flatMap((term) => term.names.filter((name) => inside(key, name))).map(keyOf);
    return said.reduce((rest, name) => rest.replace(name, ''), key).trim() === '';
  });
}

/** The entries of a glossary that are called so, each with its own address in the page. */
function entriesOf({ url, meta, sub_results }: Fragment, keys: readonly string[]): Hit[] {
  const known = termsIn(meta.terms);
  return known
    .filter(({ names }) => isAmong(names, known, keys))
    .map(({ id, names: [title = id] }) => {
      const address = `${url}#${encodeURIComponent(id)}`;
      const section = sub_results.find((one) => one.url === address);
      return {
        url: address,
        isNeed: false,
        title: section?.title ?? title,
        area: undefined,
        details: ['Glossario'],
        section: undefined,
        missing: [],
        excerpt: section ? withoutHeading(piecesOf(section.excerpt), section.title) : [],
      };
    });
}
