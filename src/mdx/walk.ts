import type { Nodes } from 'mdast';
import type { Place } from './place.ts';

/** Goes through a tree in the order of reading; a node for which `visit` gives false is not entered. */
export function walk(node: Nodes, visit: (node: Nodes) => boolean | undefined): void {
  if (visit(node) === false || !('children' in node)) return;
  for (const child of node.children) walk(child, visit);
}

/** Where a node begins. */
export const startOf = ({ position }: { position?: { start: Place } | undefined }): Place => ({
  line: position?.start.line ?? 1,
  column: position?.start.column ?? 1,
});
