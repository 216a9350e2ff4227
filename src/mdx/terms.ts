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
  const ids = new Map<string, string>();
  for (const { id, names } of terms) for (const name of names) ids.set(keyOf(name), id);
  const words = [...ids.keys()].sort((a, b) => b.length - a.length).map(patternOf);
  const anyName =
    words.length > 0 ? new RegExp(`(?<![\\p{L}\\d])(?:${words.join('|')})(?![\\p{L}\\d])`, 'giu') : null;
  return () => {
    const seen = new Set<string>();

    const cut = (text: Text): ElementContent[] => {
      const parts: ElementContent[] = [];
      let from = 0;
      for (const { 0: word, index } of anyName ? text.value.matchAll(anyName) : []) {
        const id =
          ids.get(keyOf(word)) ?? ids.get(word.toLowerCase().replace(/\s+/g, ' ').replaceAll("'", '’'));
        if (id === undefined || seen.has(id)) continue;
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

/** An acronym is found as it is written; anything else whatever its capitals. */
const keyOf = (name: string): string =>
  (name === name.toUpperCase() ? name : name.toLowerCase()).replace(/\s+/g, ' ').replaceAll("'", '’');

const patternOf = (name: string): string =>
  name
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(' ', '\\s+')
    .replaceAll('’', "[’']");

const termOf = (id: string, word: string): ComponentElement => ({
  type: 'element',
  tagName: 'kb-component',
  properties: {},
  children: [{ type: 'text', value: word }],
  component: { name: 'Term', props: { id }, inline: true },
});
