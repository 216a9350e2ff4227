import type { Root } from 'mdast';
import { bodyTree } from './body-tree.ts';

/**
 * What `native-parser.ts` does, where there is no native code: in a browser. `package.json` says who takes which
 * (`#mdx-parser`), and a test holds both to the same problems.
 */
export function parseMdx(text: string): Root {
  // lines of nothing in the place of the data, so that every place is one of the file
  const body = text.replace(/^---\n[^]*?\n---(?=\n)/, (data) => data.replace(/[^\n]/g, ''));
  try {
    return bodyTree(body);
  } catch (error) {
    const { line, column, reason } = error as { line?: number; column?: number; reason?: string };
    if (!line || !column) throw error;
    // of a «<» that begins nothing the native one tells the place, and this one the sign after it
    const at = reason?.includes('before name') ? column - 1 : column;
    throw new Error(`${line}:${at}: ${reason}`, { cause: error });
  }
}
