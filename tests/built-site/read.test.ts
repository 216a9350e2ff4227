import { expect, test } from 'vitest';
import { onePageOfEachType } from './read.ts';

test('one page stands for each section and depth', () => {
  const files = [
    'index.html',
    '404.html',
    'pratiche/index.html',
    'pratiche/b/index.html',
    'pratiche/a/index.html',
    'cerca/index.html',
  ];
  expect(onePageOfEachType(new Map(files.map((file) => [file, '<p></p>'])))).toEqual([
    '/',
    '/404.html',
    '/cerca/',
    '/pratiche/',
    '/pratiche/a/',
  ]);
});
