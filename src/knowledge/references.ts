import type { z } from 'astro/zod';
import type { ReferenceKind } from '../schemas/values.ts';

export interface Reference {
  kind: ReferenceKind;
  id: string;
  /** Where in the data: `['facts', 3, 'indicator']`. */
  path: (string | number)[];
}

interface Definition {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
}

/**
 * Every reference in the data, found by walking the schema beside it, so that a new reference field needs no code here.
 * Data that does not fit the schema, or is still empty, is passed over: the schema's own check speaks of it.
 */
export function referencesIn(schema: z.ZodType, data: unknown, path: (string | number)[] = []): Reference[] {
  if (data === undefined || data === null) return [];
  const kind = schema.meta()?.ref as ReferenceKind | undefined;
  if (kind) return typeof data === 'string' && data !== '' ? [{ kind, id: data, path }] : [];
  const definition = (schema as unknown as { def: Definition }).def;
  if (definition.innerType) return referencesIn(definition.innerType, data, path);
  if (definition.element && Array.isArray(data)) {
    const element = definition.element;
    return data.flatMap((item, index) => referencesIn(element, item, [...path, index]));
  }
  if (definition.shape && typeof data === 'object' && !Array.isArray(data)) {
    const record = data as Record<string, unknown>;
    return Object.entries(definition.shape).flatMap(([key, inner]) =>
      Object.hasOwn(record, key) ? referencesIn(inner, record[key], [...path, key]) : [],
    );
  }
  return [];
}
