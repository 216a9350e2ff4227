import { describe, expect, test } from 'vitest';
import {
  correctable,
  issueAddress,
  pageTyped,
  reportMail,
  reportQuery,
  reportText,
  type ErrorReport,
} from '../../src/exports/report-address.ts';
import { factMark, factOfMark } from '../../src/knowledge/fact-mark.ts';

const report: ErrorReport = {
  page: '/pratiche/tonite/',
  title: 'ToNite',
  fact: 'Costo totale · 5.804.879,10 €',
  wrong: 'La cifra è del progetto, non del Comune & altro.',
  right: '3.235.843,50 €',
  source: {
    title: 'Delibera',
    publisher: 'Città di Torino',
    date: '2020-10-06',
    url: 'https://www.comune.torino.it/a',
  },
};
const long = { ...report, wrong: 'parola '.repeat(2000) };
const repository = 'https://github.com/ente/base';

describe('the address of the page that tells an error', () => {
  test('gives the page and the datum', () => {
    expect(reportQuery('?pagina=/pratiche/tonite/&dato=total-cost.3')).toEqual({
      page: '/pratiche/tonite/',
      fact: { anchor: 'dato-total-cost', index: 2 },
    });
  });

  test.each([
    '//malo.it/',
    'https://malo.it/',
    '/\\malo.it/',
    'javascript:alert(1)',
    '/pratiche/../../etc/',
    '/pratiche/<script>/',
    '/pratiche/tonite',
    '/PRATICHE/',
    `/${'a'.repeat(400)}/`,
    '',
  ])('believes no page that is not of this site: %s', (page) => {
    const query = `?${new URLSearchParams({ pagina: page, dato: 'total-cost' }).toString()}`;
    expect(reportQuery(query)).toEqual({ page: '', fact: null });
  });

  test.each(['"><b>', 'Total Cost', 'a.0', 'a.-1', 'a.1.2', '#x', 'a'.repeat(300)])(
    'believes no mark of a datum that is none of ours: %s',
    (mark) => {
      const query = `?${new URLSearchParams({ pagina: '/pratiche/tonite/', dato: mark }).toString()}`;
      expect(reportQuery(query).fact).toBeNull();
    },
  );

  test('a mark leads back to its datum', () => {
    for (const index of [0, 1, 9, 99]) {
      const mark = factMark('dato-total-cost-2', index);
      expect(factOfMark(mark)).toEqual({ anchor: 'dato-total-cost-2', index });
    }
  });
});

describe('a page that a reader typed', () => {
  const site = { origin: 'https://base.it', base: '/rete/' };

  test.each([
    ['https://base.it/rete/pratiche/tonite/#dati', '/pratiche/tonite/'],
    ['https://base.it/rete/pratiche/tonite?x=1', '/pratiche/tonite/'],
    [' /pratiche/tonite/ ', '/pratiche/tonite/'],
    ['https://altra.it/pratiche/tonite/', ''],
    ['//altra.it/pratiche/', ''],
    ['ToNite', ''],
  ])('%s', (typed, page) => {
    expect(pageTyped(typed, site)).toBe(page);
  });
});

test('only a practice and a workshop open in a form', () => {
  expect(correctable('/pratiche/tonite/')).toEqual({ kind: 'practice', id: 'tonite' });
  expect(correctable('/laboratori/torino/')).toEqual({ kind: 'workshop', id: 'torino' });
  expect(correctable('/pratiche/')).toBeNull();
  expect(correctable('/pratiche/tonite/adatta/')).toBeNull();
  expect(correctable('/citta/torino/')).toBeNull();
});

describe('the text of a report', () => {
  test('says everything that was written, and no empty title', () => {
    const text = reportText({ ...report, right: ' ' });
    for (const words of [report.page, report.title, report.fact, report.wrong, report.source.url])
      expect(text).toContain(words);
    expect(text).not.toContain('dovrebbe dire');
  });
});

describe('a question in the repository', () => {
  test('is not offered where there is no repository, or it is elsewhere', () => {
    expect(issueAddress(null, report)).toBeNull();
    expect(issueAddress('https://codice.ente.it/base', report)).toBeNull();
    expect(issueAddress('https://github.com.malo.it/base', report)).toBeNull();
  });

  test('comes with its form filled', () => {
    const { href, isFilled } = issueAddress(`${repository}/`, report) ?? { href: '', isFilled: false };
    const url = new URL(href);
    expect(isFilled).toBe(true);
    expect(url.origin + url.pathname).toBe('https://github.com/ente/base/issues/new');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      template: 'errore.yml',
      pagina: '/pratiche/tonite/',
      dato: report.fact,
      'che-cosa': `${report.wrong}\n\nDovrebbe dire: ${report.right}`,
      fonte: 'Delibera, Città di Torino, 2020-10-06, https://www.comune.torino.it/a',
    });
  });

  test('carries only the page when the words are too many for an address', () => {
    const { href, isFilled } = issueAddress(repository, long) ?? { href: '', isFilled: true };
    expect(isFilled).toBe(false);
    expect(href.length).toBeLessThan(200);
    expect(new URL(href).searchParams.get('pagina')).toBe(report.page);
  });
});

describe('a letter', () => {
  test('goes to nobody while no mail is known', () => {
    expect(reportMail(null, report).href).toMatch(/^mailto:\?subject=/);
    expect(reportMail({ url: 'https://ente.it/contatti' }, report).href).toMatch(/^mailto:\?subject=/);
  });

  test('goes to the office, with the whole report', () => {
    const { href, isFilled } = reportMail({ url: 'mailto:redazione%40ente.it?cc=x' }, report);
    expect(isFilled).toBe(true);
    expect(href).toMatch(/^mailto:redazione%40ente\.it\?subject=Errore%20in%20ToNite&body=/);
    const body = decodeURIComponent(href.split('&body=')[1] ?? '');
    expect(body.replaceAll('\r\n', '\n')).toBe(reportText(report));
  });

  test('asks to paste what is too long', () => {
    const { href, isFilled } = reportMail(null, long);
    expect(isFilled).toBe(false);
    expect(href.length).toBeLessThan(300);
  });
});
