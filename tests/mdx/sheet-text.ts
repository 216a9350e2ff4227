import { parseSheet, type ParsedSheet } from '../../src/mdx/parse.ts';

/** A sheet around a body, which begins on line 5 of the file. */
export const sheetText = (body: string): string => `---\ntitle: x\n---\n\n${body}\n`;

/** The tree of a body that must be readable. */
export function treeOf(body: string): ParsedSheet['tree'] {
  const { sheet, findings } = parseSheet(sheetText(body));
  if (!sheet) throw new Error(findings.map(({ name }) => name).join(', '));
  return sheet.tree;
}
