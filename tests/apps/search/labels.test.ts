import { describe, expect, test } from 'vitest';
import { byLabels, likenessIn } from '../../../src/apps/search/labels.ts';
import { likeness } from '../../../src/apps/search/words.ts';
import { fragment } from './index-double.ts';

const result = (id: string, score: number, meta: Record<string, string>, content = '') => ({
  id,
  score,
  data: () => Promise.resolve(fragment({ meta, content })),
});
const order = async (words: [string, number][], ...results: ReturnType<typeof result>[]) =>
  (await byLabels(new Map(words), results)).map(({ id }) => id);

describe('of results worth the same', () => {
  const asked: [string, number][] = [
    ['chiese', 1],
    ['chiuse', 1],
  ];

  test('the one that is called so, or searched so, comes first', async () => {
    const scattered = result('a', 10, { title: 'X', words: 'chiese belle, botteghe chiuse' });
    const together = result('b', 10, { title: 'X', words: 'musei, chiese chiuse' });
    const titled = result('c', 10, { title: 'Chiese chiuse' });
    expect(await order(asked, scattered, together)).toEqual(['b', 'a']);
    expect(await order(asked, scattered, titled)).toEqual(['c', 'a']);
  });

  test('the one whose label says little else comes first', async () => {
    const long = result('a', 10, { title: 'X', words: 'chiese chiuse nel centro storico di ogni paese' });
    const short = result('b', 10, { title: 'X', words: 'chiese chiuse' });
    expect(await order(asked, long, short)).toEqual(['b', 'a']);
  });

  test('the one that has only words that begin alike comes last, the less the word tells the less', async () => {
    const false_ = result('a', 10, { title: 'X' }, 'chiese');
    const true_ = result('b', 9, { title: 'X' }, 'chiese e porte chiuse');
    expect(await order(asked, false_, true_)).toEqual(['b', 'a']);
    const common: [string, number][] = [
      ['chiese', 1],
      ['chiuse', 0.01],
    ];
    expect(await order(common, false_, true_)).toEqual(['a', 'b']);
  });
});

test('one word is left as the index gives it, and so are the results beyond the first ones', async () => {
  const low = result('b', 1, { title: 'Casa' });
  expect(await order([['casa', 1]], result('a', 1, { title: 'X' }), low)).toEqual(['a', 'b']);
  const many = Array.from({ length: 12 }, (_, at) => result(String(at), 5, { title: 'X' }, 'casa vuota'));
  const asked: [string, number][] = [
    ['casa', 1],
    ['vuota', 1],
  ];
  const far = { ...result('far', 4, { title: 'Casa vuota' }), data: () => Promise.reject(new Error('read')) };
  expect((await order(asked, ...many, far)).at(-1)).toBe('far');
});

test('a page is as like a word as the most like of its own, printed or not', () => {
  const page = fragment({ meta: { title: 'X', words: 'sfrattati', also: 'Filangieri' }, content: 'marzo' });
  expect(likenessIn(page, 'sfrattate')).toBe(likeness.ending);
  expect(likenessIn(page, 'filangeri')).toBe(likeness.beginning);
  expect(likenessIn(page, 'marziani')).toBe(likeness.none);
  expect(likenessIn(page, 'sfrattati-marziani')).toBe(likeness.none);
});
