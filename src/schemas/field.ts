import { z } from 'astro/zod';

/**
 * Gives a schema its Italian face. Forms, templates, messages and the field guide are all made from
 * these three texts, so a field is described once, here.
 * @param label short name a contributor reads, e.g. «Città»
 * @param description what to write and why, one or two sentences
 * @param example a value as it would be typed
 */
export function field<T extends z.ZodType>(
  schema: T,
  label: string,
  description: string,
  example?: string,
): T {
  return schema.meta({
    title: label,
    description,
    ...(example === undefined ? {} : { examples: [example] }),
  });
}

export interface FieldText {
  label: string;
  description: string;
  example?: string;
}

/** The texts given with {@link field}; undefined for a schema that has none. */
export function textOf(schema: z.ZodType): FieldText | undefined {
  const meta = schema.meta();
  if (!meta?.title || !meta.description) return undefined;
  const [example] = (meta.examples ?? []) as string[];
  return { label: meta.title, description: meta.description, ...(example === undefined ? {} : { example }) };
}

/** A closed list: keys in English for data, labels in Italian for people. */
export function choice<const T extends Record<string, string>>(labels: T) {
  return z.enum(Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]]).meta({ labels });
}

/** The Italian labels of a {@link choice}. */
export function labelsOf(schema: z.ZodType): Readonly<Record<string, string>> | undefined {
  return schema.meta()?.labels as Record<string, string> | undefined;
}
