import { quotedYaml } from './yaml-text.ts';

type Data = Readonly<Record<string, unknown>>;

/**
 * The file of a sheet, as the checks want it: the data, then the text. Texts stand between quotation marks, so that
 * none is taken for a number, a date or a sign of YAML; what is undefined is left out.
 */
export const sheetMdx = (data: Data, body: string): string => `---\n${linesOf(data)}---\n\n${body.trim()}\n`;

/** The file of a collection that is a list: the sources of the whole file, then its entries. */
export const listYaml = (sources: readonly Data[], entries: readonly Data[]): string =>
  linesOf(sources.length > 0 ? { sources, entries } : { entries });

const linesOf = (data: Data): string =>
  mapLines(data)
    .map((line) => `${line}\n`)
    .join('');

const mapLines = (map: Data): string[] =>
  Object.entries(map).flatMap(([key, value]) => (value === undefined ? [] : entryLines(key, value)));

function entryLines(key: string, value: unknown): string[] {
  if (Array.isArray(value)) {
    if (value.length === 0) return [`${key}: []`];
    return [`${key}:`, ...value.flatMap((item: unknown) => indented(itemLines(item)))];
  }
  if (!isMap(value)) return [`${key}: ${scalar(value)}`];
  const lines = mapLines(value);
  return lines.length > 0 ? [`${key}:`, ...indented(lines)] : [`${key}: {}`];
}

function itemLines(item: unknown): string[] {
  const lines = isMap(item) ? mapLines(item) : [scalar(item)];
  return (lines.length > 0 ? lines : ['{}']).map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}

const isMap = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

/** An id or a value of a closed list: nothing that YAML could read as anything but text. */
const bare = /^(?!(?:true|false|null)$)[a-z][a-zA-Z0-9]*(?:-[a-z0-9]+)*$/;
const date = /^\d{4}(?:-\d\d){0,2}$/;

function scalar(value: unknown): string {
  // without the «e» of very great and very small ones, which the reader refuses
  if (typeof value === 'number')
    return value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 15 });
  if (typeof value !== 'string') return String(value);
  if (bare.test(value)) return value;
  return date.test(value) ? `'${value}'` : quotedYaml(value);
}
