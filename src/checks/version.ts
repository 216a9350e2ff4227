import { referencesIn } from '../knowledge/references.ts';
import { frontMatterOf } from '../mdx/parse.ts';
import { registry } from '../schemas/registry.ts';
import { id as idSchema } from '../schemas/values.ts';
import { placeOf, type FileReading } from './reading.ts';
import type { ContentFile, ReadRecord } from './record.ts';
import { readYaml } from './yaml.ts';

/**
 * Reads the data of a file as it was once: strictly, as always, but without asking that they fit the schema of today.
 * The body is not parsed: {@link sectionTexts} takes its sections apart.
 */
export function readVersion({ path, text }: ContentFile): FileReading {
  const place = placeOf(path);
  const store = place && registry[place.kind].store;
  const yaml = store?.shape === 'list' ? text : frontMatterOf(text);
  const { data, findings } = yaml === null ? { data: null, findings: [] } : readYaml(yaml);
  if (!place || findings.length > 0 || !isGroup(data))
    return { path, records: [], problems: [], readable: false };
  const record = (id: string, own: ReadRecord['data']): ReadRecord => ({
    kind: place.kind,
    id,
    file: path,
    prefix: [],
    data: own,
    draft: own.draft === true,
    valid: false,
    dotted: false,
    uses: [],
  });
  const records = place.id === undefined ? entriesOf(place.kind, data, record) : [record(place.id, data)];
  return { path, records, problems: [], readable: true };
}

type Group = Record<string, unknown>;
const isGroup = (value: unknown): value is Group =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const toList = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** The entries of a list, each with the sources of the file that it names. */
function entriesOf(
  kind: ReadRecord['kind'],
  { entries, sources }: Group,
  record: (id: string, data: Group) => ReadRecord,
): ReadRecord[] {
  return toList(entries).flatMap((entry) => {
    const { id, ...data } = isGroup(entry) ? entry : {};
    if (typeof id !== 'string' || !idSchema.safeParse(id).success) return [];
    const named = new Set(
      referencesIn(registry[kind].schema, data)
        .filter((reference) => reference.kind === 'source')
        .map((reference) => reference.id),
    );
    const own = toList(sources).filter((source) => isGroup(source) && named.has(String(source.id)));
    return [record(id, own.length > 0 ? { ...data, sources: own } : data)];
  });
}

/**
 * The text of each section of a sheet by its title, words only: lines broken elsewhere are no change. Cut at the titles
 * as they are written, so that no parser meets what was never checked by today's rules.
 */
export function sectionTexts(text: string): Map<string, string> {
  const body = text.slice(`---\n${frontMatterOf(text) ?? ''}---\n`.length);
  const [, ...parts] = `\n${body}`.split(/\n## +/);
  return new Map(
    parts.map((part) => {
      const [title = '', ...lines] = part.split('\n');
      return [title.trim(), lines.join(' ').replace(/\s+/g, ' ').trim()];
    }),
  );
}
