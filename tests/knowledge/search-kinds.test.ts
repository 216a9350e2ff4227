import { expect, test } from 'vitest';
import { listOf, sections } from '../../src/knowledge/routes.ts';
import { searchKinds } from '../../src/knowledge/search-kinds.ts';
import { searchLists } from '../../src/knowledge/search-lists.ts';

test('everything that has a page can be found, and its list is offered with a line of explanation', () => {
  expect(new Set(Object.keys(searchKinds))).toEqual(new Set(Object.keys(sections)));
  expect(searchLists).toHaveLength(Object.keys(sections).length);
  expect(searchLists[0]).toMatchObject({ label: 'Pratiche', href: '/pratiche/' });
  for (const { text } of searchLists) expect(text).not.toBe('');
});

test('the areas are content, which another network changes: no text here names one', () => {
  const areas = searchLists.find(({ href }) => href === listOf('focus-area'));
  expect(areas?.text).not.toMatch(/lavoro|casa|povertà|cultura|turismo/i);
});
