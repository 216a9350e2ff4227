import { describe, expect, test } from 'vitest';
import { contentWords, fold, isLike, isPhrase, remainders, wordsIn } from '../../../src/apps/search/words.ts';

describe('the words of a query', () => {
  test.each([
    ['la raccolta dei rifiuti', ['raccolta', 'rifiuti']],
    ["l’affitto dell'alloggio, un’idea", ['affitto', 'alloggio', 'idea']],
    ['famiglie che non pagano l affitto', ['famiglie', 'non', 'pagano', 'affitto']],
    ['co-progettazione e PON', ['co-progettazione', 'PON']],
    ['È così: (più) «case» + 1', ['così', 'case']],
    ['casa casa', ['casa']],
    ['<img src=x onerror=alert(1)>', ['img', 'src', 'onerror', 'alert']],
    ['', []],
    ['¿?', []],
  ])('%s', (query, words) => {
    expect(contentWords(query)).toEqual(words);
  });

  test('stop words alone are kept', () => {
    expect(contentWords('che cosa è')).toEqual(['cosa']);
    expect(contentWords('come si fa')).toEqual(['fa']);
    expect(contentWords('chi è')).toEqual(['chi', 'è']);
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

  test('accents and case do not count', () => {
    expect(fold('Perché PIÙ')).toBe('perche piu');
  });

  test('a text is taken apart at every sign', () => {
    expect(wordsIn('l’ex-fabbrica, 2.567 euro')).toEqual(['l', 'ex', 'fabbrica', '2', '567', 'euro']);
    expect(wordsIn('…')).toEqual([]);
  });
});

describe('remainders', () => {
  test('drop one word, then two', () => {
    expect(remainders(['a', 'b', 'c'])).toEqual([['a', 'b'], ['a', 'c'], ['b', 'c'], ['a'], ['b'], ['c']]);
  });

  test('of one word, or none, there are none', () => {
    expect(remainders(['a'])).toEqual([]);
    expect(remainders([])).toEqual([]);
  });

  test('of many words the longest are tried', () => {
    const words = ['ab', 'lunghissima', 'due', 'parole', 'sorella', 'fratello', 'quartiere', 'abitazione'];
    const tried = remainders(words);
    expect(tried).toHaveLength(63);
    expect(tried[0]).toEqual(['lunghissima', 'parole', 'sorella', 'fratello', 'quartiere', 'abitazione']);
  });
});
