import { describe, expect, test } from 'vitest';
import { linesOnPage, pagedList } from '../../src/knowledge/list-pages.ts';

const byTens = {
  groupOf: (number: number) => ({
    id: `da-${Math.floor(number / 10)}`,
    title: `${Math.floor(number / 10)}x`,
  }),
  jumpOf: (number: number) => (number < 20 ? 'pochi' : 'molti'),
};
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const pages = (count: number, most?: number) => pagedList(numbers(count), byTens, most).pages;
const lengths = (count: number, most?: number) =>
  pages(count, most).map(({ groups }) => groups.flatMap(({ items }) => items).length);

describe('pages', () => {
  test('an empty list has its first page', () => {
    expect(pagedList([], byTens)).toEqual({ total: 0, pages: [{ number: 1, groups: [] }], jumps: [] });
  });

  test('a page that is exactly full is the only one; one line more opens the next', () => {
    expect(lengths(linesOnPage)).toEqual([linesOnPage]);
    expect(lengths(linesOnPage + 1)).toEqual([linesOnPage, 1]);
    expect(lengths(6, 3)).toEqual([3, 3]);
  });

  test('every line stands once, in its order', () => {
    const all = pages(57, 7).flatMap(({ groups }) => groups.flatMap(({ items }) => items));
    expect(all).toEqual(numbers(57));
    expect(pages(57, 7).map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });
});

describe('headings', () => {
  test('one that goes on over the page says so, and counts all its lines on both', () => {
    expect(pages(12, 8)).toEqual([
      { number: 1, groups: [{ id: 'da-0', title: '0x', items: numbers(8), total: 10, isContinued: false }] },
      {
        number: 2,
        groups: [
          { id: 'da-0', title: '0x', items: [8, 9], total: 10, isContinued: true },
          { id: 'da-1', title: '1x', items: [10, 11], total: 2, isContinued: false },
        ],
      },
    ]);
  });

  test('one that begins with the page goes on from nothing', () => {
    expect(pages(12, 10)[1]?.groups).toMatchObject([{ id: 'da-1', isContinued: false }]);
  });
});

test('a jump leads to the page and the heading with which its lines begin', () => {
  expect(pagedList(numbers(45), byTens, 8).jumps).toEqual([
    { title: 'pochi', page: 1, id: 'da-0' },
    { title: 'molti', page: 3, id: 'da-2' },
  ]);
});
