import { expect, test } from 'vitest';
import { citationOf } from '../../src/knowledge/citation.ts';

const page = {
  title: 'Case aperte',
  authors: ['Ada Rossi', 'Redazione'],
  reviewedOn: '2026-11-01',
  url: 'https://rete.example.org/pratiche/case-aperte/',
  site: 'Tra Pari',
};

test('a page is cited in one sentence with authors, title, date, address and licence', () => {
  expect(citationOf(page)).toBe(
    'Ada Rossi, Redazione, «Case aperte», in Tra Pari, aggiornata al 1º novembre 2026, https://rete.example.org/pratiche/case-aperte/. Licenza CC BY 4.0.',
  );
});

test('a copy on one’s own computer has no address to cite', () => {
  const text = citationOf({ ...page, url: 'http://localhost:4321/pratiche/case-aperte/' });
  expect(text).not.toContain('localhost');
  expect(text).toContain('copia locale, senza indirizzo pubblico');
});
