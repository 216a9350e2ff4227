import { sheetMdx } from '../exports/sheet-mdx.ts';
import { frontMatterOf, textBelow } from '../mdx/parse.ts';
import { readYaml } from '../checks/yaml.ts';
import { normalise } from '../checks/text.ts';
import { registry } from '../schemas/registry.ts';
import type { TemplateKind } from './template.ts';

/** A sheet while it is being written: what the form, a Word file and a file of the base have in common. */
export interface SheetDraft {
  kind: TemplateKind;
  /** Name of the file without `.mdx`; empty while there is none. */
  id: string;
  /**
   * Front matter with the keys of the schema. Values have the type of their field where they could be read so;
   * otherwise they are the text as it was typed, and the check says what is wrong. What is not answered is absent.
   */
  data: Readonly<Record<string, unknown>>;
  /** Markdown below each title of the collection's sections, by title. */
  sections: Readonly<Record<string, string>>;
}

/** Path of the file of a draft inside the content folder. */
export const draftPath = ({ kind, id }: Pick<SheetDraft, 'kind' | 'id'>): string =>
  `${registry[kind].store.folder}/${id}.mdx`;

/** The text of the file, fields in the order of the schema. */
export function draftFile({ kind, data, sections }: SheetDraft): string {
  const keys = Object.keys(registry[kind].schema.shape);
  const rank = (key: string): number => (keys.includes(key) ? keys.indexOf(key) : keys.length);
  const ordered = Object.entries(data).toSorted(([a], [b]) => rank(a) - rank(b));
  return sheetMdx(Object.fromEntries(ordered), bodyOf(registry[kind].store.sections, sections));
}

const bodyOf = (titles: readonly string[], sections: SheetDraft['sections']): string =>
  titles.map((title) => `## ${title}\n\n${(sections[title] ?? '').trim()}`.trim()).join('\n\n');

/** Reads a sheet's file as far as it can be read; null when its data cannot. Text before the first section is kept in it. */
export function readDraft(kind: TemplateKind, id: string, written: string): SheetDraft | null {
  const text = normalise(written);
  const frontMatter = frontMatterOf(text);
  if (frontMatter === null) return null;
  const { data, findings } = readYaml(frontMatter, 2);
  if (findings.length > 0 || typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  const titles: readonly string[] = registry[kind].store.sections;
  const sections: Record<string, string> = {};
  let open = titles[0] ?? '';
  for (const line of textBelow(text).split('\n')) {
    const title = /^## (.*?)\s*$/.exec(line)?.[1];
    if (title !== undefined && titles.includes(title)) open = title;
    else sections[open] = `${sections[open] ?? ''}${line}\n`;
  }
  return {
    kind,
    id,
    data: data as Record<string, unknown>,
    sections: Object.fromEntries(Object.entries(sections).map(([title, body]) => [title, body.trim()])),
  };
}
