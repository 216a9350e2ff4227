import { z } from 'astro/zod';
import { referencesIn } from '../knowledge/references.ts';
import { registry, type Collection } from '../schemas/registry.ts';
import { id as idSchema } from '../schemas/values.ts';
import { sources as sourcesSchema } from '../schemas/source.ts';
import { checkData } from './data.ts';
import type { Problem } from './problem.ts';
import type { ContentFile, ContentRecord } from './record.ts';
import { readYaml } from './yaml.ts';

const listFile = z.strictObject({ sources: sourcesSchema.optional(), entries: z.array(z.unknown()) });

/** Reads one `.yaml` list into records. A source of the file is given to each entry that names it. */
export function readList(
  kind: Collection,
  file: ContentFile,
): { records: ContentRecord[]; problems: Problem[]; readable: boolean } {
  const yaml = readYaml(file.text);
  if (yaml.findings.length > 0) {
    return {
      records: [],
      readable: false,
      problems: yaml.findings.map((finding) => ({ ...finding, file: file.path, severity: 'error' })),
    };
  }
  if (!yaml.data || typeof yaml.data !== 'object' || Array.isArray(yaml.data)) {
    const isEmpty = yaml.data === null || yaml.data === undefined;
    const problem: Problem = {
      file: file.path,
      ...yaml.locate([]),
      code: isEmpty ? 'list-empty' : 'list-shape',
      severity: 'error',
      message: `${isEmpty ? 'Il file è vuoto' : 'Il file non è un elenco di voci'}: deve cominciare con «entries:».`,
      hint: 'Scrivi «entries:» da solo su una riga e sotto, con due spazi di rientro, le voci: «  - id: …».',
    };
    return { records: [], problems: [problem], readable: false };
  }
  const whole = checkData(listFile, file.path, yaml.data, yaml, []);
  if (!whole.valid) return { records: [], problems: whole.problems, readable: false };

  const { sources = [], entries } = whole.data as z.infer<typeof listFile>;
  const schema = registry[kind].schema;
  const takesSources = 'sources' in schema.shape;
  const problems: Problem[] = [];
  const records: ContentRecord[] = [];
  const usedSources = new Set<string>();
  entries.forEach((entry, index) => {
    const prefix = ['entries', index];
    const { id, ...rest } = (entry && typeof entry === 'object' ? entry : {}) as { id?: unknown };
    const known = idSchema.safeParse(id);
    if (!known.success) {
      problems.push({
        file: file.path,
        ...yaml.locate([...prefix, 'id']),
        code: 'entry-id',
        severity: 'error',
        message: `La voce ${index + 1} non ha un «id» valido.`,
        hint: known.error.issues[0]?.message ?? '',
      });
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
      uses: [],
      locate: (path) => yaml.locate([...prefix, ...path]),
      written: (path) => yaml.written([...prefix, ...path]),
    });
  });
  const seen = new Set<string>();
  sources.forEach((source, index) => {
    if (seen.has(source.id)) {
      problems.push({
        file: file.path,
        ...yaml.locate(['sources', index, 'id']),
        code: 'source-repeated',
        severity: 'error',
        message: `La sigla «${source.id}» è usata da due fonti.`,
        hint: 'Dai a ogni fonte una sigla diversa.',
      });
    }
    seen.add(source.id);
    if (usedSources.has(source.id)) return;
    problems.push({
      file: file.path,
      ...yaml.locate(['sources', index, 'id']),
      code: 'source-unused',
      severity: 'warning',
      message: `Nessuna voce usa la fonte «${source.id}».`,
      hint: 'Richiamala dove serve, o toglila.',
    });
  });
  return { records, problems, readable: true };
}
