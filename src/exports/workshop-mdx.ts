import type { WorkshopSheet } from '../knowledge/plan-workshop.ts';

/**
 * The file of a workshop sheet, as the checks want it: every text between quotation marks, so that none is taken for
 * a number, a date or a sign of YAML.
 */
export const workshopMdx = (data: WorkshopSheet['data'], body: string): string =>
  `---\n${mapLines(data).join('\n')}\n---\n\n${body.trim()}\n`;

const mapLines = (map: Readonly<Record<string, unknown>>): string[] =>
  Object.entries(map).flatMap(([key, value]) => entryLines(key, value));

function entryLines(key: string, value: unknown): string[] {
  if (Array.isArray(value)) {
    if (value.length === 0) return [`${key}: []`];
    return [`${key}:`, ...value.flatMap((item: unknown) => indented(itemLines(item)))];
  }
  if (isMap(value)) return [`${key}:`, ...indented(mapLines(value))];
  return [`${key}: ${scalar(value)}`];
}

function itemLines(item: unknown): string[] {
  const lines = isMap(item) ? mapLines(item) : [scalar(item)];
  return lines.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

function scalar(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  // texts are of one line: `cleanLine` has seen to it
  return `'${String(value).replaceAll('\n', ' ').replaceAll("'", "''")}'`;
}
