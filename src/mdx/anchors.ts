import type { Root } from 'mdast';
import { plainText, uniqueSlug } from './outline.ts';
import { walk } from './walk.ts';

/** The anchors that the titles of a body get on its page, those inside a box too. */
export function anchorsOf(tree: Root): string[] {
  const used = new Map<string, number>();
  const anchors: string[] = [];
  walk(tree, (node) => {
    if (node.type === 'heading' && node.depth <= 3) anchors.push(uniqueSlug(plainText(node), used));
  });
  return anchors;
}
