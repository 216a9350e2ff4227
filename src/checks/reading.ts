import type { LinkCheck } from '../schemas/link-check.ts';
import { slug } from '../mdx/outline.ts';
import { frontMatterOf } from '../mdx/parse.ts';
import { shown } from '../schemas/italian.ts';
import { collections, registry, type Collection } from '../schemas/registry.ts';
import { exceptionsFile, readExceptions, type Exception } from './exceptions.ts';
import { linkChecksFile, readLinkChecks } from './link-checks.ts';
import { readList } from './list.ts';
import { addressFile, parseAddresses } from './output/address-list.ts';
import { problem, type Problem } from './problem.ts';
import type { ContentFile, ContentRecord, ReadRecord } from './record.ts';
import { textRules } from './rules/index.ts';
import { personalInData } from './rules/personal-hidden.ts';
import { readSheet } from './sheet.ts';
import { laterPlace, readYaml, type YamlText } from './yaml.ts';

/** What one file says when read on its own. Plain data: it comes out of the process in which hostile files are read. */
export interface FileReading {
  path: string;
  records: ReadRecord[];
  problems: Problem[];
  /** Whether its entries are known; when not, what names them is not at fault. */
  readable: boolean;
  /** What exceptions.yaml lets stand. */
  exceptions?: readonly Exception[];
  /** What link-checks.yaml says of the addresses of the sources. */
  linkChecks?: readonly LinkCheck[];
}

/** Reads and checks one file on its own. Everything here may meet hostile bytes; nothing here looks at other files. */
export function readContentFile(file: ContentFile): FileReading {
  const { path } = file;
  const unread = (problems: Problem[]): FileReading => ({ path, records: [], problems, readable: false });
  const problems = textRules.flatMap((rule) => rule.check(file));
  if (path === addressFile)
    return { ...unread([...problems, ...parseAddresses(file.text).problems]), readable: true };
  if (path === exceptionsFile) {
    const { entries, problems: found } = readExceptions(file);
    return { ...unread([...problems, ...found]), exceptions: entries };
  }
  if (path === linkChecksFile) {
    const { checks, problems: found } = readLinkChecks(file);
    return { ...unread([...problems, ...found]), linkChecks: checks };
  }
  const place = placeOf(path);
  if (!place) {
    return unread([...problems, problem('unexpected-file', path, top, ...whyUnexpected(path))]);
  }
  if (place.id === undefined) {
    const list = readList(place.kind, file);
    return withHidden({ path, ...list, problems: [...problems, ...list.problems] }, file);
  }
  const { record, problems: found } = readSheet(place.kind, place.id, file);
  const sheet = { path, records: record ? [record] : [], problems: [...problems, ...found] };
  return withHidden({ ...sheet, readable: record !== null }, file);
}

/** Adds what the raw text hides and the data say. */
function withHidden(reading: FileReading, file: ContentFile): FileReading {
  const hidden = personalInData(file, reading.records, () => placed(reading, file));
  return { ...reading, problems: [...reading.problems, ...hidden] };
}

export const top = { line: 1, column: 1 };

/** Gives the entries of a reading their places in the file, read again only when somebody asks. */
export function placed(reading: FileReading, file: ContentFile): ContentRecord[] {
  let list: YamlText | undefined;
  return reading.records.map((record) => {
    const { prefix, ...rest } = record;
    if (prefix.length === 0) return { ...rest, ...laterPlace(frontMatterOf(file.text) ?? '', 2) };
    const yaml = () => (list ??= readYaml(file.text));
    const inFile = (path: readonly PropertyKey[]) =>
      path[0] === 'sources' && typeof path[1] === 'number'
        ? ['sources', indexOfSource(yaml().data, rest.data, path[1]), ...path.slice(2)]
        : [...prefix, ...path];
    return {
      ...rest,
      locate: (path) => yaml().locate(inFile(path)),
      written: (path) => yaml().written(inFile(path)),
    };
  });
}

/** The sources of an entry of a list are those of the file that it names. */
function indexOfSource(file: unknown, entry: ReadRecord['data'], index: number): number {
  const { id } = (entry.sources as { id: string }[])[index] ?? {};
  return (file as { sources: { id: string }[] }).sources.findIndex((source) => source.id === id);
}

/** Which collection a path belongs to; `id` only for sheets. Null for a path that belongs to none. */
export function placeOf(path: string): { kind: Collection; id?: string } | null {
  const [folder = '', name = '', ...deeper] = path.split('/');
  if (deeper.length > 0) return null;
  for (const kind of collections) {
    const store = registry[kind].store;
    if (store.shape === 'list' ? path === store.file : folder === store.folder && name !== '') {
      const id = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.mdx$/.exec(name)?.[1];
      return store.shape === 'list' ? { kind } : id ? { kind, id } : null;
    }
  }
  return null;
}

/** A sheet with a name that cannot be an address gets one that can; of anything else the places are told. */
function whyUnexpected(path: string): [message: string, hint: string] {
  const [folder = '', name = ''] = path.split('/');
  const proposal = `${folder}/${slug(name.replace(/\.[^.]*$/, ''))}.mdx`;
  return placeOf(proposal)
    ? [
        `Il nome ${shown(name)} non va bene: diventa l’indirizzo della pagina, e ha solo minuscole senza accenti, cifre, trattini e «.mdx» in fondo.`,
        `Chiamalo ${proposal}.`,
      ]
    : [
        'Questo file non appartiene a nessuna raccolta.',
        `Le raccolte: ${collections.map(storeOf).join(', ')}.`,
      ];
}

export function storeOf(kind: Collection): string {
  const store = registry[kind].store;
  return store.shape === 'list' ? store.file : `${store.folder}/nome-della-scheda.mdx`;
}
