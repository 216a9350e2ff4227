import { expect, test } from 'vitest';
import { setApart } from '../../src/integrations/search-index.ts';

test('cells that touch do not become one word', () => {
  expect(setApart('<dt>Si dice anche</dt><dd>caro<small>x</small></dd>')).toBe(
    '<dt>Si dice anche</dt> <dd>caro <small>x</small> </dd> ',
  );
  expect(setApart('<td>a</td><th>b</th><summary>c</summary>')).toBe(
    '<td>a</td> <th>b</th> <summary>c</summary> ',
  );
});

test('words of one text stay as they are', () => {
  const text = '<p>l’<a href="/x/">emergenza</a>, <b>abita</b>tiva</p>';
  expect(setApart(text)).toBe(text);
});
