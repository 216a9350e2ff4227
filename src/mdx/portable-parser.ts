import type { Root } from 'mdast';
import { bodyTree } from './body-tree.ts';
import { unravelled } from './unravel.ts';

/**
 * What `native-parser.ts` does, where there is no native code: in a browser. `package.json` says who takes which
 * (`#mdx-parser`), and a test holds both to the same problems.
 */
export function parseMdx(text: string): Root {
  // lines of nothing in the place of the data, so that every place is one of the file
  const body = text.replace(/^---\n[^]*?\n---(?=\n)/, (data) => data.replace(/[^\n]/g, ''));
  try {
    return unravelled(bodyTree(body));
  } catch (error) {
    const { line, column, reason } = error as { line?: number; column?: number; reason?: string };
    if (reason === undefined) throw error;
    const [atLine, atColumn] = beginningOf(reason, body, line ?? 1, column ?? 1);
    throw new Error(`${atLine}:${atColumn}: ${reason}`, { cause: error });
  }
}

/** Where what cannot be read begins: this parser tells where it gave up, the native one where the sign stands. */
function beginningOf(reason: string, body: string, line: number, column: number): [number, number] {
  const opened = /^Expected a closing tag for `<[^`]*>` \((\d+):(\d+)/.exec(reason);
  if (opened) return [Number(opened[1]), Number(opened[2])];
  if (reason.startsWith('Unexpected closing slash') || reason.includes('before name'))
    return [line, column - 1];
  const sign = reason.includes('in expression') ? '{' : '<';
  if (sign === '<' && !/attribute|after name|self-closing/.test(reason)) return [line, column];
  const lines = body.split('\n').slice(0, line);
  lines.push((lines.pop() ?? '').slice(0, column - 1));
  return lastOpen(lines, sign) ?? [line, column];
}

/** The last sign before the end of these lines that nothing closes. */
function lastOpen(lines: readonly string[], sign: '{' | '<'): [number, number] | undefined {
  let closed = 0;
  for (let line = lines.length; line > 0; line -= 1) {
    const text = lines[line - 1] ?? '';
    for (let column = text.length; column > 0; column -= 1) {
      const character = text[column - 1];
      if (sign === '{' && character === '}') closed += 1;
      else if (character === sign && closed === 0) return [line, column];
      else if (character === sign) closed -= 1;
    }
  }
  return undefined;
}
