import { expect, test } from 'vitest';
import { mailAddress, repositoryAddress, repositoryFolder } from '../../src/exports/proposal-address.ts';

const folder = repositoryFolder('workshops');
const file = (text: string) => ({ folder, name: 'a.mdx', text });
const github = 'https://github.com/rete/base';

test('the address of a new file carries the text where it fits', () => {
  const short = repositoryAddress(`${github}/`, file('testo & altro'));
  const address = new URL(short.href);
  expect(short.isFilled).toBe(true);
  expect(address.pathname).toBe('/rete/base/new/main/src/content/workshops/');
  expect(Object.fromEntries(address.searchParams)).toEqual({ filename: 'a.mdx', value: 'testo & altro' });

  const long = repositoryAddress(github, file('x'.repeat(9000)));
  expect(long.isFilled).toBe(false);
  expect(Object.fromEntries(new URL(long.href).searchParams)).toEqual({ filename: 'a.mdx' });
});

test('a file that is there opens to be changed, and another host opens its own page', () => {
  expect(repositoryAddress(github, file('x'), true)).toEqual({
    href: `${github}/edit/main/src/content/workshops/a.mdx`,
    isFilled: false,
  });
  expect(repositoryAddress('https://git.esempio.it/rete/base', file('x'))).toEqual({
    href: 'https://git.esempio.it/rete/base',
    isFilled: false,
  });
});

test('a letter holds the text where it fits, and asks to attach it where it does not', () => {
  const bodyOf = (href: string) => new URL(href).searchParams.get('body') ?? '';
  const short = mailAddress('', 'Scheda «A»', file('---\ntitle: A & B\n---\n'));
  expect(short.isFilled).toBe(true);
  expect(new URL(short.href).searchParams.get('subject')).toBe('Scheda «A»');
  expect(bodyOf(short.href)).toContain('---\r\ntitle: A & B\r\n---');
  const long = mailAddress('', 'Scheda', file('x'.repeat(3000)));
  expect(long.isFilled).toBe(false);
  expect(bodyOf(long.href)).toContain('Il file è allegato: a.mdx');
  expect(bodyOf(long.href)).not.toContain('xxx');
});
