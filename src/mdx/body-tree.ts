import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { mdxExpressionFromMarkdown } from 'mdast-util-mdx-expression';
import { mdxJsxFromMarkdown, type MdxJsxFlowElement, type MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { gfm } from 'micromark-extension-gfm';
import { mdxExpression } from 'micromark-extension-mdx-expression';
import { mdxJsx } from 'micromark-extension-mdx-jsx';

export type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

/** What MDX leaves out of Markdown. */
const mdxMarkdown = { disable: { null: ['autolink', 'codeIndented', 'htmlFlow', 'htmlText'] } };

/**
 * The text of a sheet as a tree, read where there is no native parser: in a browser. Nothing in it is run, nor read as
 * code.
 */
export const bodyTree = (text: string): Root =>
  fromMarkdown(text, {
    extensions: [mdxMarkdown, mdxExpression(), mdxJsx(), gfm()],
    mdastExtensions: [mdxExpressionFromMarkdown(), mdxJsxFromMarkdown(), gfmFromMarkdown()],
  });

export const isJsx = (node: Nodes): node is Jsx =>
  node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** The literal attributes of a component: a value that would have to be worked out is refused. */
export function attributesOf({ name, attributes }: Jsx): Readonly<Record<string, string>> {
  return Object.fromEntries(
    attributes.map((attribute) => {
      if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string')
        throw unknownIn(`un attributo di <${name ?? ''}>`);
      return [attribute.name, attribute.value];
    }),
  );
}

/** Nothing is left out in silence. */
export const unknownIn = (what: string): Error =>
  new Error(`Il testo della scheda contiene ${what}, che qui non si sa scrivere.`);
