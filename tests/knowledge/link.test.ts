import { expect, test } from 'vitest';
import { linkTo, linkToTerm } from '../../src/knowledge/link.ts';
import { one, smallGraph } from './small-graph.ts';

const graph = smallGraph(one('city', 'asti', { title: 'Asti' }), one('term', 'patto', { title: 'Patto' }));

test('an entry is named by its title and leads to its page', () => {
  expect(linkTo(graph.get('city', 'asti'))).toEqual({ label: 'Asti', href: '/citta/asti/' });
});

test('a term leads to its place in the glossary', () => {
  expect(linkToTerm(graph, 'patto')).toEqual({ label: 'Patto', href: '/glossario/#patto' });
});
