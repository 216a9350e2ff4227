import { describe, expect, test } from 'vitest';
import { personalEmail } from '../../src/checks/rules/personal-email.ts';

const places = (text: string) =>
  personalEmail.check({ path: 'a.mdx', text }).map(({ line, column }) => `${line}:${column}`);

test('the address of a person is told at its first letter', () => {
  expect(
    personalEmail.check({ path: 'a.mdx', text: 'Uno.\nPerché? Scrivi a maria.rossi@comune.esempio.it.\n' }),
  ).toEqual([
    {
      file: 'a.mdx',
      line: 2,
      column: 18,
      code: 'TP213',
      severity: 'error',
      message: '«maria.rossi@comune.esempio.it» sembra l’indirizzo di una persona.',
      hint: 'Toglilo: scrivi il nome dell’ufficio e l’indirizzo della sua pagina.',
    },
  ]);
});

describe('refused', () => {
  test.each([
    'mariarossi@comune.esempio.it',
    'm.rossi@regione.esempio.it',
    'rossi@pec.esempio.it',
    'comune.esempio@gmail.com',
    'info@libero.it',
    'segreteria@hotmail.it',
    'ufficio.casa@yahoo.co.uk',
    'Maria.Rossi+lavoro@Comune.Esempio.IT',
    '<maria@esempio.it>',
    '[scrivi](mailto:maria@esempio.it)',
    'https://esempio.it/?a=maria%40esempio.it',
    'maria (at) esempio.it',
    'maria[chiocciola]esempio.it',
    'maria＠esempio.it',
    'contact: "maria@esempio.it"',
    'infomaria@esempio.it',
  ])('%s', (text) => {
    expect(places(text)).toHaveLength(1);
  });
});

describe('accepted: the mailbox of an office, and what is no address', () => {
  test.each([
    'protocollo@pec.comune.esempio.it',
    'info@comune.esempio.it',
    'urp@regione.esempio.it',
    'ufficio.casa@comune.esempio.it',
    'ufficiocasa.it @comune',
    'segreteria-sindaco@comune.esempio.it',
    'servizi.sociali@comune.esempio.it',
    'comune.esempio@legalmail.it',
    '@comune.esempio.it',
    'https://www.esempio.it/@canale/video',
    'scrivi a @comune.esempio.it',
    'a@b',
    'il 5 % @ 3 euro',
    'attivo (at) nulla',
  ])('%s', (text) => {
    expect(places(text)).toEqual([]);
  });
});

test('each of many is told', () => {
  expect(places('a.b@x.it, c.d@y.it\n e.f@z.it')).toEqual(['1:1', '1:11', '2:2']);
});
