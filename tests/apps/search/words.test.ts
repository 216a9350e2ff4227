import { describe, expect, test } from 'vitest';
import {
  contentWords,
  fold,
  isLike,
  isPhrase,
  likeness,
  likenessOf,
  wordsIn,
} from '../../../src/apps/search/words.ts';

describe('the words of a query', () => {
  test.each([
    ['la raccolta dei rifiuti', ['raccolta', 'rifiuti']],
    ["l’affitto dell'alloggio, un’idea", ['affitto', 'alloggio', 'idea']],
    ['famiglie che non pagano l affitto', ['famiglie', 'pagano', 'affitto']],
    ['co-progettazione e PON', ['co-progettazione', 'PON']],
    ['È così: (più) «case» + 1', ['case']],
    ['casa casa', ['casa']],
    ['<img src=x onerror=alert(1)>', ['img', 'src', 'onerror', 'alert']],
    ['', []],
    ['¿?', []],
  ])('%s', (query, words) => {
    expect(contentWords(query)).toEqual(words);
  });

  test('stop words alone are kept', () => {
    expect(contentWords('che cosa è')).toEqual(['che', 'cosa', 'è']);
    expect(contentWords('come si fa')).toEqual(['come', 'si', 'fa']);
    expect(contentWords('chi è')).toEqual(['chi', 'è']);
  });

  test('are ten at most', () => {
    expect(
      contentWords('uno bis ter quater quinque sexies septies octies novies decies undecies duodecies'),
    ).toHaveLength(10);
  });

  test('between quotes it is a phrase', () => {
    expect(isPhrase('"case popolari"')).toBe(true);
    expect(isPhrase('case "popolari"')).toBe(false);
    expect(isPhrase('""')).toBe(false);
  });
});

describe('likeness', () => {
  test.each([
    ['sfratto', 'sfratti'],
    ['sfrato', 'sfratto'],
    ['casa', 'case'],
    ['emerg', 'emergenza'],
    ['città', 'CITTA'],
    ['biciclette', 'bici'],
    ['erp', 'ERP'],
  ])('%s is answered by %s', (asked, found) => {
    expect(isLike(asked, found)).toBe(true);
  });

  test.each([
    ['marziani', 'marzo'],
    ['compsotaggio', 'compiti'],
    ['img', 'imprese'],
    ['casa', 'cura'],
    ['biciclette', 'bis'],
  ])('%s is not answered by %s', (asked, found) => {
    expect(isLike(asked, found)).toBe(false);
  });

  test.each([
    ['sfrattate', 'sfratto', likeness.ending],
    ['portinerie', 'portineria', likeness.ending],
    ['filangeri', 'Filangieri', likeness.beginning],
    ['quartire', 'quartiere', likeness.beginning],
    ['quartire', 'quarti', likeness.beginning],
    ['morten', 'morte', likeness.beginning],
    ['urbackt', 'urbano', likeness.beginning],
    ['marziani', 'marzo', likeness.none],
  ])('%s and %s are alike by %i', (asked, found, how) => {
    expect(likenessOf(asked, found)).toBe(how);
  });

  test('accents and case do not count', () => {
    expect(fold('Perché PIÙ')).toBe('perche piu');
  });

  test('a text is taken apart at every sign', () => {
    expect(wordsIn('l’ex-fabbrica, 2.567 euro')).toEqual(['l', 'ex', 'fabbrica', '2', '567', 'euro']);
    expect(wordsIn('…')).toEqual([]);
  });
});
