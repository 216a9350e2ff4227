import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
  type ParagraphChild,
} from 'docx';
import type { Nodes, PhrasingContent, RootContent, TableCell as Cell } from 'mdast';
import { bullets, gridBorders, numbersFrom, styles } from '../exports/docx-styles.ts';
import { xmlText } from '../exports/xml-text.ts';
import { bodyTree, isJsx, type Jsx } from '../mdx/body-tree.ts';

interface Look {
  bold?: boolean;
  italics?: boolean;
  strike?: boolean;
}

/**
 * Turns the Markdown of sections into paragraphs of Word: titles, lists, tables, links and notes are Word's own, the
 * components of a sheet stay written as they are, and come back as such. One for each file: notes are numbered through.
 */
export function wordBody() {
  const footnotes: Record<string, { children: Paragraph[] }> = {};
  const starts = new Set<number>([1]);
  let lists = 0;
  let notes = 0;

  function written(markdown: string): FileChild[] {
    const tree = bodyTree(markdown);
    const definitions = new Map(
      tree.children.flatMap((node) =>
        node.type === 'footnoteDefinition' ? [[node.identifier, node] as const] : [],
      ),
    );
    /** What has no form in Word stays as it was written. */
    const sourceOf = (node: Nodes): string =>
      markdown.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
    const source = (node: Nodes): Paragraph => new Paragraph({ children: [run(sourceOf(node), {})] });
    return tree.children.flatMap((node) => block(node, 0));

    function block(node: RootContent, depth: number): FileChild[] {
      switch (node.type) {
        case 'heading':
          return [new Paragraph({ heading: HeadingLevel.HEADING_3, children: phrasing(node.children) })];
        case 'paragraph':
          return [new Paragraph({ children: phrasing(node.children) })];
        case 'list':
          return list(node, depth);
        case 'table':
          return [
            new Table({
              width: { size: 100, type: WidthType.PERCENTAGE },
              borders: gridBorders,
              rows: node.children.map(
                (row, index) =>
                  new TableRow({
                    tableHeader: index === 0,
                    children: row.children.map((cell: Cell) => new TableCell({ children: [new Paragraph({ children: phrasing(cell.children) })] })),
                  }),
              ),
            }),
          ]; // prettier-ignore
        case 'blockquote':
          return node.children.flatMap((child) =>
            child.type === 'paragraph'
              ? [new Paragraph({ style: styles.quote, children: phrasing(child.children) })]
              : block(child, depth),
          );
        case 'footnoteDefinition':
          return [];
        case 'thematicBreak':
          return [new Paragraph({ children: [run('* * *', {})] })];
        default:
          return isJsx(node) ? jsxBlock(node, depth) : [source(node)];
      }
    }

    /** A component that stands alone: its two ends on lines of their own, what it holds between them. */
    function jsxBlock(node: Jsx, depth: number): FileChild[] {
      const line = (words: string) => new Paragraph({ children: [run(words, {})] });
      const { open, close } = endsOf(node);
      if (node.children.length === 0) return [line(open)];
      return [
        line(open),
        ...node.children.flatMap((child) => block(child as RootContent, depth)),
        line(close),
      ];
    }

    function list(node: Extract<RootContent, { type: 'list' }>, depth: number): FileChild[] {
      const start = node.start ?? 1;
      if (node.ordered) starts.add(start);
      const instance = node.ordered ? ++lists : undefined;
      return node.children.flatMap((item) => {
        const [first, ...rest] = item.children;
        const tick = item.checked === true ? '[x] ' : item.checked === false ? '[ ] ' : '';
        const numbering = node.ordered
          ? { reference: numbersFrom(start), level: Math.min(depth, 2), instance }
          : { reference: bullets, level: Math.min(depth, 2) };
        const own = first?.type === 'paragraph' ? phrasing(first.children) : [];
        return [
          new Paragraph({ numbering, children: [...(tick ? [run(tick, {})] : []), ...own] }),
          ...(first && first.type !== 'paragraph' ? block(first, depth + 1) : []),
          ...rest.flatMap((child) => block(child, depth + 1)),
        ];
      });
    }

    function phrasing(nodes: readonly PhrasingContent[], look: Look = {}): ParagraphChild[] {
      return nodes.flatMap((node): ParagraphChild[] => {
        switch (node.type) {
          case 'text':
            return node.value.split('\n').map((words, index) => run(index > 0 ? ` ${words}` : words, look));
          case 'strong':
            return phrasing(node.children, { ...look, bold: true });
          case 'emphasis':
            return phrasing(node.children, { ...look, italics: true });
          case 'delete':
            return phrasing(node.children, { ...look, strike: true });
          case 'link':
            return [new ExternalHyperlink({ link: node.url, children: phrasing(node.children, look) })];
          case 'break':
            return [new TextRun({ break: 1 })];
          case 'inlineCode':
            return [run(node.value, look)];
          case 'footnoteReference': {
            notes += 1;
            const definition = definitions.get(node.identifier);
            footnotes[String(notes)] = {
              children: (definition?.children ?? []).flatMap((child) =>
                child.type === 'paragraph'
                  ? [new Paragraph({ children: phrasing(child.children) })]
                  : [source(child)],
              ),
            };
            return [new FootnoteReferenceRun(notes)];
          }
          default: {
            if (!isJsx(node)) return [run(sourceOf(node), look)];
            const { open, close } = endsOf(node);
            return node.children.length === 0
              ? [run(open, look)]
              : [run(open, look), ...phrasing(node.children, look), run(close, look)];
          }
        }
      });
    }
  }

  return { written, footnotes, starts };
}

/** How a component is opened and closed, as it is written in a sheet. */
function endsOf({ name, attributes, children }: Jsx): { open: string; close: string } {
  const written = attributes.map((attribute) =>
    attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
      ? ` ${attribute.name}="${attribute.value.replaceAll('"', '&quot;')}"`
      : '',
  );
  const head = `<${name ?? ''}${written.join('')}`;
  return { open: children.length === 0 ? `${head}/>` : `${head}>`, close: `</${name ?? ''}>` };
}

const run = (text: string, look: Look): TextRun => new TextRun({ text: xmlText(text), ...look });
