import { z } from 'astro/zod';
import { dataNameOf } from '../knowledge/data-files.ts';
import { labelsOf } from '../schemas/field.ts';
import { registry, type Collection } from '../schemas/registry.ts';
import type { ReferenceKind } from '../schemas/values.ts';
import { site } from '../site.ts';

/** Grows when a field that writers know changes its name, its place or its meaning. */
const writingSchemaVersion = 1;

/** JSON Schema, draft 7: what editors of text read. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/**
 * What may be written in a file of a collection: the front matter of a sheet, or a whole list. Titles and descriptions
 * are Italian, values of closed lists carry their meaning, so that an editor can explain and complete them.
 */
export function fileSchema(kind: Collection): JsonSchema {
  const { store, names, schema } = registry[kind];
  const entry = jsonSchemaOf(schema);
  const head = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `${dataNameOf(kind)}.schema.json`,
    title: `${site.name}: ${names.many}`,
    $comment: `Versione ${writingSchemaVersion}`,
  };
  if (store.shape === 'sheet') return { ...head, ...entry };
  const { sources, ...own } = entry.properties as Record<string, unknown>;
  const ids = { type: 'string', title: 'Codice', description: 'Minuscole senza accenti, cifre e trattini: unico in questo elenco.', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' }; // prettier-ignore
  const required = (entry.required as string[] | undefined)?.filter((name) => name !== 'sources') ?? [];
  const item = { ...entry, properties: { id: ids, ...own }, required: ['id', ...required] };
  return {
    ...head,
    type: 'object',
    properties: {
      ...(sources === undefined ? {} : { sources }),
      entries: { type: 'array', title: names.many, items: item },
    },
    required: ['entries'],
    additionalProperties: false,
  };
}

/** The schema of one entry, with the words of the fields. */
const jsonSchemaOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      const labels = labelsOf(zodSchema as unknown as z.ZodType);
      if (labels) {
        const values = Object.entries(labels);
        Object.assign(jsonSchema, {
          // what editors show beside each value
          markdownEnumDescriptions: values.map(([, label]) => label),
          description: [jsonSchema.description, `Valori: ${values.map(([value, label]) => `${value} (${label})`).join(', ')}.`].filter(Boolean).join(' '),
        });
        delete (jsonSchema as Record<string, unknown>).labels;
      }
      const to = (jsonSchema as { ref?: ReferenceKind }).ref;
      if (to !== undefined) {
        delete (jsonSchema as Record<string, unknown>).ref;
        Object.assign(jsonSchema, {
          description: [jsonSchema.description, whereCodesAre(to)].filter(Boolean).join(' '),
        });
      }
      delete (jsonSchema as Record<string, unknown>).partialDate;
    },
  }); // prettier-ignore

function whereCodesAre(kind: ReferenceKind): string {
  if (kind === 'source') return 'Una delle sigle di «sources», in questo file.';
  const { store } = registry[kind];
  return store.shape === 'list'
    ? `I codici sono in ${store.file}.`
    : `Il codice è il nome di un file di ${store.folder}/, senza .mdx.`;
}
