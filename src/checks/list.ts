import { z } from 'astro/zod';
import { slug } from '../mdx/outline.ts';
import { referencesIn } from '../knowledge/references.ts';
import { field } from '../schemas/field.ts';
import { shown } from '../schemas/italian.ts';
import { registry, type Collection } from '../schemas/registry.ts';
import { id as idSchema } from '../schemas/values.ts';
import { sources as sourcesSchema } from '../schemas/source.ts';
import { checkData, yamlWarnings } from './data.ts';
import type { CodeName } from './codes.ts';
import { problem, problemOf, type Problem } from './problem.ts';
import type { ContentFile, ReadRecord } from './record.ts';
import { readYaml } from './yaml.ts';

const listFile = z.strictObject({
  sources: sourcesSchema.optional(),
  entries: field(z.array(z.unknown()), 'Voci', 'Le voci dell’elenco, ognuna con il suo id.', 'id: …'),
});

/** Reads one `.yaml` list into records. A source of the file is given to each entry that names it. */
export function readList(
  kind: Collection,
  file: ContentFile,
): { records: ReadRecord[]; problems: Problem[]; readable: boolean } {
  const yaml = readYaml(file.text);
  if (yaml.findings.length > 0) {
    return {
      records: [],
      readable: false,
      problems: yaml.findings.map((finding) => problemOf(file.path, finding)),
    };
  }
  if (!yaml.data || typeof yaml.data !== 'object' || Array.isArray(yaml.data)) {
    const isEmpty = yaml.data === null || yaml.data === undefined;
    const wrong = problem(
      isEmpty ? 'list-empty' : 'list-shape',
      file.path,
      yaml.locate([]),
      `${isEmpty ? 'Il file è vuoto' : 'Il file non è un elenco di voci'}: deve cominciare con «entries:».`,
      'Scrivi «entries:» da solo su una riga e sotto, con due spazi di rientro, le voci: «  - id: …».',
    );
    return { records: [], problems: [wrong], readable: false };
  }
  const whole = checkData(listFile, file.path, yaml.data, yaml, []);
  if (!whole.valid) return { records: [], problems: whole.problems, readable: false };

  const { sources = [], entries } = whole.data as z.infer<typeof listFile>;
  const schema = registry[kind].schema;
  const takesSources = 'sources' in schema.shape;
  const problems: Problem[] = yamlWarnings(file.path, yaml);
  const records: ReadRecord[] = [];
  const usedSources = new Set<string>();
  entries.forEach((entry, index) => {
    const prefix = ['entries', index];
    const { id, ...rest } = (entry && typeof entry === 'object' ? entry : {}) as { id?: unknown };
    const known = idSchema.safeParse(id);
    if (!known.success) {
      const place = yaml.locate([...prefix, 'id']);
      problems.push(problem('entry-id', file.path, place, ...wrongId(index + 1, id, rest)));
      return;
    }
    const named = new Set(
      referencesIn(schema, rest)
        .filter((reference) => reference.kind === 'source')
        .map((reference) => reference.id),
    );
    named.forEach((name) => usedSources.add(name));
    const own = takesSources ? { ...rest, sources: sources.filter((source) => named.has(source.id)) } : rest;
    const checked = checkData(schema, file.path, own, yaml, prefix);
    problems.push(...checked.problems);
    records.push({
      kind,
      id: known.data,
      file: file.path,
      data: checked.data,
      draft: false,
      valid: checked.valid,
      dotted: false, // lists hold no facts
      prefix,
      uses: [],
    });
  });
  const seen = new Set<string>();
  sources.forEach((source, index) => {
    const complain = (name: CodeName, message: string, hint: string) =>
      problems.push(problem(name, file.path, yaml.locate(['sources', index, 'id']), message, hint));
    if (seen.has(source.id)) {
      const message = `La sigla «${source.id}» è usata da due fonti.`;
      complain('source-repeated', message, 'Dai a ogni fonte una sigla diversa.');
    }
    seen.add(source.id);
    if (usedSources.has(source.id)) return;
    const message = `Nessuna voce usa la fonte «${source.id}».`;
    complain('source-unused', message, 'Richiamala dove serve, o toglila.');
  });
  return { records, problems, readable: true };
}

/** An id is proposed out of what was written, else out of the title. */
function wrongId(
  position: number,
  id: unknown,
  { title }: { title?: unknown },
): [message: string, hint: string] {
  const written = shown(id);
  const message = written
    ? `L’«id» della voce ${position} è ${written}: non va bene.`
    : `La voce ${position} non ha un «id».`;
  const meant = written ? id : title;
  const proposal = typeof meant === 'string' ? slug(meant).slice(0, 80) : '';
  const rule = 'Un id ha solo minuscole senza accenti, cifre e trattini.';
  return [message, `${rule} Scrivi: id: ${idSchema.safeParse(proposal).success ? proposal : '…'}`];
}
