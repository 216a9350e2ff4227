import type { Nodes } from 'mdast';

/**
 * A line of components and nothing else is no paragraph, but as many blocks: MDX reads it so, and micromark leaves it
 * to whoever builds on it.
 */
export function unravelled<N extends Nodes>(node: N, depth = 0): N {
  // deeper than a text may be, a tree is refused anyway, and following it would use up the stack
  if (!('children' in node) || depth > 30) return node;
  const children = node.children.flatMap((child): Nodes[] => {
    if (child.type !== 'paragraph' || !child.children.every(isAlone) || child.children.every(isSpace))
      return [unravelled(child, depth + 1)];
    return child.children
      .filter((inner) => !isSpace(inner))
      .map((inner) => unravelled({ ...inner, type: blockOf[inner.type] } as Nodes, depth + 1));
  });
  return { ...node, children };
}

/** What a component or a note in a sentence is called when it stands on a line of its own. */
const blockOf: Readonly<Record<string, string>> = {
  mdxJsxTextElement: 'mdxJsxFlowElement',
  mdxTextExpression: 'mdxFlowExpression',
};

const isSpace = (node: Nodes): boolean => node.type === 'text' && /^[\t\r\n ]*$/.test(node.value);
const isAlone = (node: Nodes): boolean => node.type in blockOf || isSpace(node);
