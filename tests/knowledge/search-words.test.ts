import { expect, test } from 'vitest';
import { knownWords } from '../../src/knowledge/search-words.ts';
import { area, one, sheet, smallGraph } from './small-graph.ts';

const graph = smallGraph(
  area('casa', 1, { title: 'Disagio abitativo' }),
  one('need', 'sfratti', {
    title: 'Famiglie sotto sfratto',
    description: 'Chi perde la casa.',
    focusAreas: [],
    synonyms: ['perdere la casa'],
    misspellings: ['sfratò'],
    hiddenLabels: ['ufficiale giudiziario'],
  }),
  one('term', 'erp', { title: 'ERP', definition: 'x', synonyms: ['edilizia pubblica'] }),
  sheet('co-city', { title: 'Co-City', tagline: 'Città dei beni comuni', summary: 'La casa e la casa.' }),
);
const words = knownWords(graph);

test('the words of titles, names, needs and glossary are known, without case and accents', () => {
  expect(words).toEqual(
    expect.arrayContaining(['famiglie', 'sfratto', 'perdere', 'edilizia', 'citta', 'comuni']),
  );
});

test('short names of more than one word are known as a whole; short, misspelt and hidden words are not', () => {
  expect(words).toContain('co city');
  for (const word of ['la', 'dei', 'sfrato', 'giudiziario', 'perdere la casa adesso'])
    expect(words).not.toContain(word);
});

test('words of names come first, then the most used, each once', () => {
  expect(words.indexOf('sfratto')).toBeLessThan(words.indexOf('casa'));
  expect(words.indexOf('casa')).toBeLessThan(words.indexOf('perdere'));
  expect(new Set(words).size).toBe(words.length);
});

test('there are never more than a slow line can carry', () => {
  const synonyms = Array.from({ length: 9000 }, (_, at) => `parola${at}`);
  const many = knownWords(
    smallGraph(one('need', 'n', { title: 'Tanti', description: 'x', focusAreas: [], synonyms })),
  );
  expect(many).toHaveLength(6000);
});
