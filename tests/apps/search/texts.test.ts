import { expect, test } from 'vitest';
import type { Answer } from '../../../src/apps/search/answer.ts';
import * as texts from '../../../src/apps/search/texts.ts';

const answer = (changes: Partial<Answer>): Answer => ({
  groups: [],
  total: 0,
  used: [],
  dropped: [],
  mended: [],
  together: true,
  partial: [],
  missing: new Map(),
  unfiltered: 0,
  ...changes,
});

test.each([
  [answer({ total: 12, used: ['case'] }), 'case', 0, '12 risultati per «case».'],
  [answer({ total: 1, used: ['case'] }), 'le case', 1, '1 risultato per «le case», con il filtro scelto.'],
  [answer({ total: 1234 }), '', 2, '1.234 risultati con i 2 filtri scelti.'],
  [answer({ total: 3, used: ['case'], dropped: ['zzz'] }), 'case zzz', 0, '3 risultati per «case».'],
  [
    answer({ total: 3, used: ['case'], mended: [{ from: 'csae', to: 'case' }] }),
    'csae',
    0,
    '3 risultati per «case».',
  ],
  [answer({ dropped: ['zzz'] }), 'zzz', 0, 'Nessun risultato per «zzz».'],
  [answer({ used: ['a'] }), 'a', 1, 'Nessun risultato per «a», con il filtro scelto.'],
])('the status %#', (found, query, filters, text) => {
  expect(texts.statusText(found, query, filters)).toBe(text);
});

test('the words left out are named', () => {
  expect(texts.partialTexts(answer({ used: ['case', 'vuote'], dropped: ['zzz', '"x"'] }))).toEqual([
    'Nessuna pagina contiene anche «zzz», «x»: questi sono i risultati per «case vuote».',
  ]);
  expect(texts.partialTexts(answer({ used: ['case', 'vuote'], together: false }))).toEqual([
    'Nessuna pagina contiene tutte queste parole: prima vengono quelle che rispondono meglio.',
  ]);
  expect(texts.partialTexts(answer({ used: ['case'] }))).toEqual([]);
  expect(texts.missingText(['a', 'b'])).toBe('Senza «a», «b».');
});

test('a word put right is told with what was searched in its place', () => {
  const mended = [{ from: 'quartire', to: 'quartiere' }];
  expect(
    texts.mendedText(answer({ used: ['portinerie', 'quartiere'], mended }), 'portinerie di quartire'),
  ).toBe(
    'Nessuna pagina contiene «quartire». Forse cercavi «portinerie di quartiere»: i risultati sono questi.',
  );
});

test.each([
  [answer({ unfiltered: 1 }), 'case', 1, 'Senza il filtro c’è 1 risultato.'],
  [answer({ unfiltered: 7 }), 'case', 2, 'Senza i filtri ci sono 7 risultati.'],
  [answer({}), '', 2, 'Nessuna pagina ha insieme i filtri scelti.'],
  [answer({ dropped: ['zzz'] }), 'zzz', 0, 'Nessuna pagina contiene «zzz», neppure con un’altra desinenza.'],
  [answer({}), '!?', 0, 'Nella domanda non ci sono parole: scrivine almeno una.'],
  [
    answer({ dropped: ['a', 'b'] }),
    'a b',
    0,
    'Nessuna pagina contiene «a», «b», neppure con un’altra desinenza.',
  ],
])('an empty result says what was tried %#', (found, query, filters, text) => {
  expect(texts.emptyText(found, query, filters)).toBe(text);
});

test('groups and waiting have their words', () => {
  expect(texts.groupTitle('focus-area')).toBe('Aree');
  expect(texts.groupTitle('page')).toBe('Glossario e altre pagine');
  expect(texts.searching('case')).toBe('Cerco «case»…');
  expect(texts.searching('')).toBe('Cerco…');
});
