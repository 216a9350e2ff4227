import { explain } from './explain.ts';
import type { FieldModel, Shape } from '../schemas/field-model.ts';
import { quotedYaml } from '../exports/yaml-text.ts';
import { note, switchedOff } from './yaml-text.ts';

/** What is known of one sheet before its author begins; keys are top-level fields. */
export interface Known {
  /** Values already right. */
  values?: Readonly<Record<string, string | boolean | readonly string[]>>;
  /** Further lines of explanation, one idea each. */
  notes?: Readonly<Record<string, readonly string[]>>;
  /** Items of a list ready to be switched on, as YAML lines at the depth of the list's items; they stand for a bare dash. */
  items?: Readonly<Record<string, readonly string[]>>;
}

interface Place {
  depth: number;
  /** Everything here is switched off, with what it stands in. */
  off: boolean;
}

/**
 * The commented YAML of a new entry, drawn from the fields alone: required ones present and empty, the others switched
 * off. Every line that begins with «# » is YAML behind that mark; «##» explains.
 */
export function skeletonOf(fields: readonly FieldModel[], known: Known = {}): string {
  const blocks = fields.map((field) => {
    const value = known.values?.[field.key];
    const notes = (known.notes?.[field.key] ?? []).flatMap((text) => note(`- ${text}`));
    const items = known.items?.[field.key] ?? [];
    if (value !== undefined) {
      return [...note(explain({ ...field, required: true })), ...notes, ...filled(field.key, value)];
    }
    const lines = keyLines(field, { depth: 0, off: false });
    const own = items.length > 0 && lines.length === 2 ? lines.slice(0, 1) : lines;
    return [...note(explain(field)), ...notes, ...own, ...items.map(switchedOff)];
  });
  return blocks.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function filled(key: string, value: string | boolean | readonly string[]): string[] {
  if (typeof value === 'boolean') return [`${key}: ${String(value)}`];
  if (typeof value === 'string') return [`${key}: ${quotedYaml(value)}`];
  return [`${key}:`, ...value.map((item) => `  - ${item}`)];
}

/** A field's own line and all that stands under it; `dash` opens an item of a list. */
function keyLines({ key, required, shape }: FieldModel, { depth, off }: Place, dash = false): string[] {
  const isOff = off || !required;
  const indent = dash ? `${'  '.repeat(depth - 1)}- ` : '  '.repeat(depth);
  const below = { depth: depth + 1, off: isOff };
  const line = (text: string) => (isOff ? switchedOff(indent + text) : indent + text);
  switch (shape.type) {
    case 'group':
      return [line(`${key}:`), ...shape.fields.flatMap((field) => described(field, below))];
    case 'list':
      return [line(`${key}:`), ...itemLines(shape.item, { ...below, off: true })];
    default:
      return [line(`${key}:${emptyValue(shape)}`)];
  }
}

function described(field: FieldModel, place: Place, dash = false): string[] {
  const indent = '  '.repeat(dash ? place.depth - 1 : place.depth);
  return [...note(explain(field), place.off ? switchedOff(indent) : indent), ...keyLines(field, place, dash)];
}

/** One item of each kind a list takes, switched off. */
function itemLines(item: Shape, { depth, off }: Place): string[] {
  switch (item.type) {
    case 'group':
      return item.fields.flatMap((field, index) => described(field, { depth: depth + 1, off }, index === 0));
    case 'variants':
      return item.options.flatMap((fields) => itemLines({ type: 'group', fields }, { depth, off }));
    default:
      return [switchedOff(`${'  '.repeat(depth)}-${emptyValue(item)}`)];
  }
}

/** Quotes wait for text, so that a colon in it does no harm; numbers and codes are written bare. */
function emptyValue(shape: Shape): string {
  if (shape.type === 'text') return ' ""';
  return shape.type === 'fixed' ? ` ${shape.value}` : '';
}
