import { expect, test } from 'vitest';
import { glossaryOf, termNames } from '../../src/knowledge/glossary.ts';
import { one, smallGraph } from './small-graph.ts';

const source = (id: string) => ({ id, title: id, publisher: 'P', accessed: '2026-01-01' });
const from = (id: string) => ({ source: id, sources: [source('legge'), source('guida')] });
const graph = smallGraph(
  one('term', 'equo', { title: 'Èquo canone', definition: 'Affitto.', ...from('legge') }),
  one('term', 'ente', { title: 'ente', ...from('guida'), related: ['patto'] }),
  one('term', 'patto', { title: 'Patto', synonyms: ['accordo'] }),
  one('term', 'zona', { title: 'Zona', ...from('guida') }),
  one('term', 'otto', { title: '8 per mille' }),
  one('session', 'prima', { title: 'Prima sessione' }),
  one('activity', 'mappa', { title: 'Mappa' }),
  one('focus-area', 'casa', { title: 'Casa', terms: ['patto'] }),
);
const { letters, sources } = glossaryOf(graph);
const term = (id: string) => letters.flatMap(({ terms }) => terms).find((line) => line.id === id);

test('terms stand under their letter, accents aside, and figures under one heading', () => {
  expect(letters.map(({ letter, terms }) => [letter, terms.map(({ id }) => id)])).toEqual([
    ['0-9', ['otto']],
    ['E', ['ente', 'equo']],
    ['P', ['patto']],
    ['Z', ['zona']],
  ]);
});

test('sources are numbered in the order in which the page cites them, each once', () => {
  expect(sources.map(({ id }) => id)).toEqual(['guida', 'legge']);
  expect(['ente', 'equo', 'zona', 'patto'].map((id) => term(id)?.source)).toEqual([1, 2, 1, null]);
});

test('a term leads to the words beside it and to the pages that name it', () => {
  expect(term('ente')?.related).toEqual([{ label: 'Patto', href: '/glossario/#patto' }]);
  expect(term('patto')).toMatchObject({
    synonyms: ['accordo'],
    usedIn: [{ label: 'Casa', href: '/aree/casa/' }],
  });
  expect(term('zona')).toMatchObject({ synonyms: [], related: [], usedIn: [] });
});

test('a term is found by its names, and not by a word of every day or a number', () => {
  const graph = smallGraph(
    one('term', 'iti', {
      title: 'ITI (investimento territoriale integrato)',
      synonyms: ['Investimento unico'],
    }),
    one('term', 'intesa', { title: 'Protocollo d’intesa', synonyms: ['protocollo', 'accordo fra enti'] }),
    one('term', 'legge', { title: 'Legge 328 (2000)', synonyms: ['L328'] }),
  );
  expect(termNames(graph)).toEqual([
    { id: 'intesa', names: ['Protocollo d’intesa', 'accordo fra enti'] },
    { id: 'iti', names: ['ITI', 'investimento territoriale integrato', 'Investimento unico'] },
    { id: 'legge', names: ['Legge 328', 'L328'] },
  ]);
});
