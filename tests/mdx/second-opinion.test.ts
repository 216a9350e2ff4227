import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { join } from 'node:path';
import type { Nodes, Root } from 'mdast';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { plainText } from '../../src/mdx/outline.ts';
import { parseSheet } from '../../src/mdx/parse.ts';
import { projectRoot } from '../environment.ts';
import { fixtureFolder, read } from '../fixture-content.ts';

const remark = unified().use(remarkParse).use(remarkMdx).use(remarkGfm);
const sheets = [join(projectRoot, 'src/content'), fixtureFolder].flatMap((folder) =>
  read(folder)
    .filter(({ path }) => path.endsWith('.mdx'))
    .map((file) => ({ ...file, path: `${folder.slice(projectRoot.length)}/${file.path}` })),
);

interface Jsx {
  name: string | null;
  attributes: { name: string; value: unknown }[];
}

/** What a reader would notice: headings, links, notes, tables, tasks, components, and all the words. */
function noticed(tree: Root) {
  const found: string[] = [];
  const visit = (node: Nodes): void => {
    const line = node.position?.start.line;
    if (node.type === 'heading') found.push(`${line} h${node.depth} ${words(node)}`);
    if (node.type === 'link') found.push(`${line} link ${node.url} ${words(node)}`);
    if (node.type === 'footnoteReference') found.push(`${line} note ${node.identifier}`);
    if (node.type === 'footnoteDefinition')
      found.push(`${line} definition ${node.identifier} ${words(node)}`);
    if (node.type === 'table') found.push(`${line} table ${JSON.stringify(node.align)}`);
    if (node.type === 'tableCell') found.push(`${line} cell ${words(node)}`);
    if (node.type === 'list') found.push(`${line} list ${String(node.ordered)} ${node.children.length}`);
    if (node.type === 'listItem') found.push(`${line} item ${String(node.checked ?? null)} ${words(node)}`);
    if (node.type === 'strong' || node.type === 'emphasis') found.push(`${line} ${node.type} ${words(node)}`);
    if (node.type === 'paragraph' && !isLoneComponent(node)) found.push(`${line} text ${words(node)}`);
    if (node.type.startsWith('mdxJsx')) {
      const { name, attributes } = node as unknown as Jsx;
      const written = attributes.map((attribute) => `${attribute.name}=${String(attribute.value)}`).join(' ');
      found.push(`${line} <${name} ${written}>`);
    }
    if ('children' in node) node.children.forEach((child) => visit(child));
  };
  tree.children.filter(({ type }) => type !== 'yaml').forEach(visit);
  return found;
}
/** A component alone on its line: one reader puts a paragraph around it, the other does not. */
const isLoneComponent = (node: { children: { type: string }[] }) =>
  node.children.length === 1 && node.children[0]?.type === 'mdxJsxTextElement';
const words = (node: Nodes) => plainText(node).replace(/\s+/g, ' ').trim();

test('there is something to compare', () => {
  expect(sheets.length).toBeGreaterThan(30);
});

test.each(sheets)('another reader of Markdown finds in $path what ours does', ({ text }) => {
  const { sheet } = parseSheet(text);
  const head = /^---\n[^]*?\n---\n/.exec(text)?.[0] ?? '';
  const body = '\n'.repeat(head.split('\n').length - 1) + text.slice(head.length);
  const ours = noticed(sheet?.tree as Root);
  expect(ours.length).toBeGreaterThan(3);
  expect(ours).toEqual(noticed(remark.parse(body)));
});
