import type { ElementContent, Nodes, RootContent, Text } from 'hast';
import type { ComponentElement } from './component-element.ts';

/** A glossary entry and every way of writing it. */
export interface TermNames {
  id: string;
  names: readonly string[];
}

/** Marks the first use of each term in stretches of a text that are given to it in the order of reading. */
export type ExplainTerms = (nodes: RootContent[]) => void;

/** What is already a link, a title, code, or somebody else’s words is left alone. */
const closed = new Set(['a', 'h2', 'h3', 'h4', 'code', 'sup']);
const open = new Set(['Callout', 'Steps']);

/**
 * Finds glossary entries in a text: the first use of each becomes a `Term`, whether the writer marked it or not, and a
 * later mark becomes plain words again. Make the finder once, and ask it for a new `ExplainTerms` for every text.
 */
export function termFinder(terms: readonly TermNames[]): () => ExplainTerms {
  const names = treeOf(terms);
  return () => {
    const seen = new Set<string>();

    const cut = (text: Text): ElementContent[] => {
      const parts: ElementContent[] = [];
      let from = 0;
      for (const { id, word, index } of namesIn(text.value, names)) {
        if (seen.has(id)) continue;
        seen.add(id);
        parts.push({ type: 'text', value: text.value.slice(from, index) }, termOf(id, word));
        from = index + word.length;
      }
      return parts.length === 0 ? [text] : [...parts, { type: 'text', value: text.value.slice(from) }];
    };

    const explain = (children: Nodes[]): Nodes[] =>
      children.flatMap((node): Nodes[] => {
        if (node.type === 'text') return cut(node);
        if (node.type !== 'element' || closed.has(node.tagName)) return [node];
        const { component } = node as ComponentElement;
        if (component?.name === 'Term') {
          const id = component.props.id ?? '';
          if (seen.has(id)) return node.children;
          seen.add(id);
          return [node];
        }
        if (!component || open.has(component.name))
          node.children = explain(node.children) as ElementContent[];
        return [node];
      });

    return (nodes) => {
      nodes.splice(0, nodes.length, ...(explain(nodes) as RootContent[]));
    };
  };
}

/** Names part by part. One expression of them all costs more with every name, and with some thousand it is refused. */
interface NameTree {
  next: Map<string, NameTree>;
  /** The entries called by the parts so far: acronyms as they are written, other names in small letters. */
  ids: Map<string, string>;
}

const emptyTree = (): NameTree => ({ next: new Map(), ids: new Map() });

function treeOf(terms: readonly TermNames[]): NameTree {
  const root = emptyTree();
  for (const { id, names } of terms)
    for (const name of names) {
      let tree = root;
      for (const { key } of partsOf(name)) {
        const next = tree.next.get(key) ?? emptyTree();
        tree.next.set(key, next);
        tree = next;
      }
      tree.ids.set(name === name.toUpperCase() ? evened(name) : evened(name).toLowerCase(), id);
    }
  return root;
}

interface FoundName {
  id: string;
  word: string;
  index: number;
}

/** Every name in a text, the longest at each place. */
function namesIn(text: string, names: NameTree): FoundName[] {
  const parts = partsOf(text);
  const found: FoundName[] = [];
  let free = 0;
  for (const [start, { index, isWord }] of parts.entries()) {
    if (start < free || (!isWord && parts[start - 1]?.isWord)) continue;
    let tree: NameTree | undefined = names;
    let longest: FoundName | undefined;
    for (let end = start; tree && end < parts.length; end += 1) {
      const { key, isWord: isLastWord } = parts[end] as Part;
      tree = tree.next.get(key);
      const next = parts[end + 1];
      if (!tree || tree.ids.size === 0 || (!isLastWord && next?.isWord)) continue;
      const word = text.slice(index, next?.index);
      const id = tree.ids.get(evened(word)) ?? tree.ids.get(evened(word).toLowerCase());
      if (id === undefined) continue;
      longest = { id, word, index };
      free = end + 1;
    }
    if (longest) found.push(longest);
  }
  return found;
}

interface Part {
  key: string;
  index: number;
  isWord: boolean;
}

/** Words, white space, and every other sign on its own. */
const partsOf = (text: string): Part[] =>
  [...text.matchAll(/([\p{L}\d]+)|\s+|[^\p{L}\d\s]/gu)].map(({ 0: part, 1: word, index }) => ({
    key: evened(part).toLowerCase(),
    index,
    isWord: word !== undefined,
  }));

const evened = (text: string): string => text.replace(/\s+/g, ' ').replaceAll("'", '’');

const termOf = (id: string, word: string): ComponentElement => ({
  type: 'element',
  tagName: 'kb-component',
  properties: {},
  children: [{ type: 'text', value: word }],
  component: { name: 'Term', props: { id }, inline: true },
});
