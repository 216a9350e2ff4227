import { expect, test } from 'vitest';
import { readable } from '../../src/integrations/search-index.ts';

test('cells that touch do not become one word', () => {
  expect(readable('<dt>Si dice anche</dt><dd>caro<small>x</small></dd>')).toBe(
    '<dt>Si dice anche</dt> <dd>caro <small>x</small> </dd> ',
  );
  expect(readable('<td>a</td><th>b</th><summary>c</summary>')).toBe(
    '<td>a</td> <th>b</th> <summary>c</summary> ',
  );
});

test('words of one text stay as they are', () => {
  const text = '<p>l’<a href="/x/">emergenza</a>, <b>abita</b>tiva</p>';
  expect(readable(text)).toBe(text);
});

test('a word after an elision is one that the index can tell apart', () => {
  expect(readable('<p>Protocollo d’intesa sull’acqua: «l’orto», i campi’ e ’90</p>')).toBe(
    "<p>Protocollo d'intesa sull'acqua: «l'orto», i campi’ e ’90</p>",
  );
});

test('the heading of a page that is found by its title alone is read, of another it is read with the rest', () => {
  expect(readable('<div data-pagefind-body></div><main id="c"><h1 class="x">Fonti</h1><p>a</p></main>')).toBe(
    '<div data-pagefind-body></div><main id="c"><h1 data-pagefind-body class="x">Fonti</h1><p>a</p></main>',
  );
  const whole = '<main id="c" data-pagefind-body><h1>Orto</h1></main>';
  expect(readable(whole)).toBe(whole);
});
