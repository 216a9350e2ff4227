import type { z } from 'astro/zod';
import { labelsOf, textOf, type FieldText } from './field.ts';
import type { ReferenceKind } from './values.ts';

/** What a person writes in a field, told apart only as far as a template or a form has to. */
export type Shape =
  | { type: 'text'; longest?: number | undefined; form?: 'day' | 'date' | 'address' | undefined }
  | { type: 'number' | 'boolean' | 'other' }
  | { type: 'choice'; values: readonly { value: string; label?: string | undefined }[] }
  | { type: 'fixed'; value: string }
  | { type: 'reference'; to: ReferenceKind }
  | { type: 'group'; fields: readonly FieldModel[] }
  | { type: 'variants'; options: readonly (readonly FieldModel[])[] }
  | { type: 'list'; item: Shape; least: number; most?: number | undefined };

export interface FieldModel extends FieldText {
  key: string;
  required: boolean;
  /** The schema fills it in by itself when it is left out. */
  preset: boolean;
  shape: Shape;
}

interface Definition {
  type: string;
  innerType?: z.ZodType;
  element?: z.ZodType;
  shape?: Record<string, z.ZodType>;
  options?: z.ZodType[];
  entries?: Record<string, string>;
  values?: unknown[];
  format?: string;
  checks?: { _zod: { def: { check: string; minimum?: number; maximum?: number; length?: number } } }[];
}
const definitionOf = (schema: z.ZodType) => (schema as unknown as { def: Definition }).def;

/** The fields of an object schema, in its order, with their Italian texts: templates and forms are drawn from this. */
export function fieldsOf(schema: z.ZodType): FieldModel[] {
  return Object.entries(definitionOf(schema).shape ?? {}).map(([key, field]) => {
    const text = textOf(field) ?? { label: key, description: '' };
    const { type } = definitionOf(field);
    const required = type !== 'optional' && type !== 'default';
    return { key, ...text, required, preset: type === 'default', shape: shapeOf(field) };
  });
}

function shapeOf(schema: z.ZodType): Shape {
  const to = schema.meta()?.ref as ReferenceKind | undefined;
  if (to) return { type: 'reference', to };
  const {
    type,
    innerType,
    element,
    options = [],
    entries = {},
    values,
    format,
    checks = [],
  } = definitionOf(schema);
  if (innerType) return shapeOf(innerType);
  const limits = checks.map((check) => check._zod.def);
  const most = limits.find(({ check }) => check === 'max_length')?.maximum;
  switch (type) {
    case 'string':
      return { type: 'text', longest: most, form: formOf(schema, format) };
    case 'number':
    case 'boolean':
      return { type };
    case 'enum': {
      const labels = labelsOf(schema);
      return {
        type: 'choice',
        values: Object.values(entries).map((value) => ({ value, label: labels?.[value] })),
      };
    }
    case 'literal':
      return { type: 'fixed', value: String(values?.[0]) };
    case 'object':
      return { type: 'group', fields: fieldsOf(schema) };
    case 'array':
      return {
        type: 'list',
        item: element ? shapeOf(element) : { type: 'other' },
        least: Math.max(0, ...limits.map(({ minimum, length }) => minimum ?? length ?? 0)),
        most,
      };
    case 'union':
      return options.every((option) => definitionOf(option).shape)
        ? { type: 'variants', options: options.map(fieldsOf) }
        : { type: 'other' };
    default:
      return { type: 'other' };
  }
}

function formOf(schema: z.ZodType, format: string | undefined): 'day' | 'date' | 'address' | undefined {
  if (format === 'date') return 'day';
  if (format === 'url') return 'address';
  return schema.meta()?.partialDate === true ? 'date' : undefined;
}
