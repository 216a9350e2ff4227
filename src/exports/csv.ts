import type { z } from 'astro/zod';
import type { Collection } from '../schemas/registry.ts';
import { neutralised, quoted } from './csv-cells.ts';
import type { PublishedEntry } from './entries.ts';
import { entrySchema } from './schema.ts';

/** A column of the table: `path` leads to its value inside an entry. */
interface Column {
  name: string;
  path: readonly string[];
  /** One value; a list of values in one cell; how many items a list of records has. */
  holds: 'value' | 'list' | 'count';
}

/**
 * The table of a collection: a row for each entry, and columns from the schema alone, so that they do not change with
 * the content. A group of fields becomes columns with a dot (`period.start`), a list of values one cell (`a; b`), and
 * a list of records its number (`facts.count`): the records are in the JSON, where they can be told apart.
 */
export function collectionCsv(kind: Collection, entries: readonly PublishedEntry[]): string {
  const columns = columnsOf(entrySchema(kind), []);
  const rows = entries.map((entry) => columns.map((column) => cellOf(column, entry)));
  return [columns.map(({ name }) => name), ...rows]
    .map((cells) => `${cells.map(quoted).join(',')}\r\n`)
    .join('');
}

interface Definition {
  type: string;
  shape?: Record<string, z.ZodType>;
  element?: z.ZodType;
  innerType?: z.ZodType;
}

function columnsOf(schema: z.ZodType, path: readonly string[]): Column[] {
  const { shape, element, innerType } = definitionOf(schema);
  if (innerType) return columnsOf(innerType, path);
  if (shape) return Object.entries(shape).flatMap(([key, inner]) => columnsOf(inner, [...path, key]));
  const name = path.join('.');
  if (!element) return [{ name, path, holds: 'value' }];
  return isRecord(element)
    ? [{ name: `${name}.count`, path, holds: 'count' }]
    : [{ name, path, holds: 'list' }];
}

const definitionOf = (schema: z.ZodType) => (schema as unknown as { def: Definition }).def;
const isRecord = (schema: z.ZodType): boolean => ['object', 'union'].includes(definitionOf(schema).type);

function cellOf({ path, holds }: Column, entry: PublishedEntry): string {
  const value = path.reduce<unknown>(
    (inside, key) => (inside as Record<string, unknown> | null | undefined)?.[key],
    entry,
  );
  const items = Array.isArray(value) ? (value as unknown[]) : [];
  // nothing written is not «none»
  if (holds === 'count') return items.length > 0 ? String(items.length) : '';
  if (holds === 'list') return neutralised(items.join('; '));
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? neutralised(value) : JSON.stringify(value);
}
