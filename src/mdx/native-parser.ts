import type { Root } from 'mdast';
import { mdxToMdast } from 'satteri';

/** The whole file of a sheet as a tree. Throws `line:column: why` where it cannot be read. */
export const parseMdx = (text: string): Root =>
  mdxToMdast(text, { features: { frontmatter: true } }) as unknown as Root;
