import { z } from 'astro/zod';
import { dataNameOf } from '../knowledge/data-files.ts';
import { collections, registry, type Collection } from '../schemas/registry.ts';
import { id } from '../schemas/values.ts';
import { site } from '../site.ts';

/** Grows when a published field changes its name, its place or its meaning. */
const schemaVersion = 2;

/** What is worked out from an entry, kept apart from what somebody wrote. */
const computed = {
  practice: z.strictObject({
    evidence: z.strictObject({ level: z.int().min(0).max(4), name: z.string() }),
    completeness: z.strictObject({
      answered: z.int().nonnegative(),
      total: z.int().positive(),
      percent: z.int().min(0).max(100),
      missing: z.array(
        z.strictObject({ field: z.string(), indicator: z.string().nullable(), label: z.string() }),
      ),
    }),
  }),
} as const satisfies Partial<Record<Collection, z.ZodObject>>;

/** The names that an entry has beside the fields of its collection; a test keeps the two apart. */
export const addedNames = ['id', 'page', 'computed'] as const;

/** Built field by field to have `id` and `page` first; the rules across fields come along. */
function entrySchemaOf(kind: Collection): z.ZodObject {
  const schema: z.ZodObject = registry[kind].schema;
  // a draft is never published, so nothing published says whether it is one
  const fields = Object.entries(schema.shape).filter(([name]) => name !== 'draft');
  return z
    .strictObject({
      id,
      /** Absolute address of the page; null where the collection has no pages. */
      page: z.url().nullable(),
      ...Object.fromEntries(fields),
      ...(kind in computed ? { computed: computed[kind as keyof typeof computed] } : {}),
    })
    .check(...((schema.def.checks ?? []) as z.core.$ZodCheck<object>[]));
}

const entrySchemas = new Map(collections.map((kind) => [kind, entrySchemaOf(kind)]));

/** One published entry. Reading through it also puts the fields in the order of the schema. */
export function entrySchema(kind: Collection): z.ZodObject {
  const schema = entrySchemas.get(kind);
  if (!schema) throw new Error(`no schema of ${kind}`);
  return schema;
}

/** What every published file says about itself before its entries. */
export const envelopeOf = (kind: Collection) => ({
  schemaVersion,
  collection: dataNameOf(kind),
  license: site.licenses.content.id,
});

const envelopeSchema = (kind: Collection) => {
  const { collection, license } = envelopeOf(kind);
  return {
    schemaVersion: z.literal(schemaVersion),
    collection: z.literal(collection),
    license: z.literal(license),
  };
};

/** The file of a whole collection. */
export const collectionFileSchema = (kind: Collection) =>
  z.strictObject({ ...envelopeSchema(kind), entries: z.array(entrySchema(kind)) });

/**
 * What is said of an entry that another one names: enough to print the other without asking for a second file.
 * A kind that is missing here is never named.
 */
const toldOf = {
  practice: ['title', 'tagline'],
  'focus-area': ['title', 'shortTitle', 'colour'],
  need: ['title'],
  'target-group': ['title'],
  indicator: ['title', 'description', 'kind', 'format', 'unit', 'headline', 'totalOf', 'partOf'],
  programme: ['title'],
  city: ['title', 'region', 'country', 'population', 'sources'],
  term: ['title', 'definition'],
  workshop: ['title', 'start', 'end'],
  activity: ['title'],
  session: ['title'],
} as const satisfies Record<Collection, readonly string[]>;

/** One entry as another one's file gives it; reading through it leaves out the rest. */
export function namedSchema(kind: Collection): z.ZodObject {
  const { shape }: z.ZodObject = registry[kind].schema;
  const fields: readonly string[] = toldOf[kind];
  return z.object(Object.fromEntries(Object.entries(shape).filter(([name]) => fields.includes(name))));
}

const references = z.strictObject(
  Object.fromEntries(collections.map((kind) => [kind, z.record(id, namedSchema(kind).strict()).optional()])),
);

/** The file of one entry; `text` is there for sheets alone. */
export const entryFileSchema = (kind: Collection) =>
  z.strictObject({
    ...envelopeSchema(kind),
    entry: entrySchema(kind),
    references,
    ...(registry[kind].store.shape === 'sheet' ? { text: z.string() } : {}),
  });
