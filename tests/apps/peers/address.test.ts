import { describe, expect, test } from 'vitest';
import { askedTexts } from '../../../src/apps/peers/address.ts';

describe('the address of the texts for another network', () => {
  test.each([
    ['', null],
    ['?modulo=urbact', null],
    ['?p=tonite', { form: 'opsi', id: 'tonite' }],
    ['?p=tonite&modulo=interreg', { form: 'interreg', id: 'tonite' }],
    ['?p=tonite&modulo=toString', { form: 'opsi', id: 'tonite' }],
    ['?p=../x', { form: 'opsi', wrong: '../x' }],
    [`?p=${'a'.repeat(90)}`, { form: 'opsi', wrong: 'a'.repeat(80) }],
    ['?bozza=0a1b2c', { form: 'opsi', draft: '0a1b2c' }],
    ['?bozza=../x', { form: 'opsi', wrong: '../x' }],
  ])('%s', (search, asked) => {
    expect(askedTexts(search)).toEqual(asked);
  });
});
