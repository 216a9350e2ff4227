import { describe, expect, test } from 'vitest';
import {
  addressOf,
  chosenFilters,
  countText,
  emptyChoice,
  fits,
  loosenings,
  readChoice,
  wholeNumber,
  type Activity,
  type Choice,
} from '../../../src/apps/activities/model.ts';
import { naughtyStrings } from '../../naughty-strings.ts';

const options = {
  scopo: ['', 'capire-il-problema', 'chiudere-e-impegnarsi'],
  difficolta: ['', 'facile', 'media'],
  area: ['', 'casa', 'lavoro'],
};
const choice = (changes: Partial<Choice>): Choice => ({ ...emptyChoice, ...changes });
const map: Activity = {
  minutes: 40,
  people: { min: 6, max: 40 },
  purposes: ['capire-il-problema'],
  difficulty: 'facile',
  areas: [],
};
const visit: Activity = {
  ...map,
  minutes: 110,
  people: { min: 4, max: 32 },
  difficulty: 'media',
  areas: ['casa'],
};

describe('what fits', () => {
  test.each([
    ['exactly the minutes it needs', { minuti: '40' }, true],
    ['a minute less', { minuti: '39' }, false],
    ['as few people as it can be', { persone: '6' }, true],
    ['one fewer', { persone: '5' }, false],
    ['as many as it can be', { persone: '40' }, true],
    ['one more', { persone: '41' }, false],
    ['its purpose', { scopo: 'capire-il-problema' }, true],
    ['another purpose', { scopo: 'chiudere-e-impegnarsi' }, false],
    ['its difficulty', { difficolta: 'facile' }, true],
    ['another difficulty', { difficolta: 'media' }, false],
    ['any area, because it names none', { area: 'lavoro' }, true],
    ['nothing asked', {}, true],
    ['one thing of two', { minuti: '60', difficolta: 'media' }, false],
  ])('%s', (_, asked, expected) => {
    expect(fits(map, choice(asked))).toBe(expected);
  });

  test('an activity made for some areas fits only those', () => {
    expect(fits(visit, choice({ area: 'casa' }))).toBe(true);
    expect(fits(visit, choice({ area: 'lavoro' }))).toBe(false);
  });
});

describe('the address', () => {
  test('says the choice and nothing else, and gives it back', () => {
    const asked = choice({ minuti: '45', persone: '20', scopo: 'capire-il-problema', area: 'casa' });
    expect(addressOf(asked)).toBe('?minuti=45&persone=20&scopo=capire-il-problema&area=casa');
    expect(readChoice(addressOf(asked), options)).toEqual(asked);
    expect(addressOf(emptyChoice)).toBe('');
  });

  test('is believed in nothing that the form does not offer', () => {
    for (const text of naughtyStrings) {
      const params = new URLSearchParams({
        minuti: text,
        persone: text,
        scopo: text,
        difficolta: text,
        area: text,
      });
      const read = readChoice(params.toString(), options);
      expect(read).toMatchObject({ scopo: '', difficolta: '', area: '' });
      for (const number of [read.minuti, read.persone]) expect(number).toMatch(/^(?:[1-9]\d{0,3})?$/);
    }
  });

  test.each([
    [' 045 ', '45'],
    ['9999', '9999'],
    ['10000', ''],
    ['0', ''],
    ['-5', ''],
    ['4,5', ''],
    ['1e3', ''],
    ['', ''],
  ])('reads %j as a number of %j', (text, number) => {
    expect(wholeNumber(text)).toBe(number);
  });
});

describe('where nothing fits', () => {
  test('says which filter to let go, the most generous first', () => {
    const asked = choice({ minuti: '30', persone: '5', difficolta: 'media' });
    expect(loosenings([map, visit], asked)).toEqual([{ name: 'minuti', count: 1 }]);
    const wide = choice({ area: 'lavoro', difficolta: 'impegnativa' });
    expect(
      loosenings(
        [map, { ...map, people: { min: 1, max: 2 } }, { ...visit, difficulty: 'impegnativa' }],
        wide,
      ),
    ).toEqual([
      { name: 'difficolta', count: 2 },
      { name: 'area', count: 1 },
    ]);
  });

  test('promises nothing where no filter alone is enough', () => {
    expect(loosenings([map], choice({ minuti: '5', persone: '100' }))).toEqual([]);
  });
});

test('filters are told in the order of the form', () => {
  expect(chosenFilters(choice({ area: 'casa', minuti: '10' }))).toEqual(['minuti', 'area']);
});

test.each([
  [26, 26, '26 attività'],
  [3, 26, '3 attività su 26'],
  [0, 26, 'Nessuna attività su 26'],
])('%i of %i are told', (fitting, all, text) => {
  expect(countText(fitting, all)).toBe(text);
});
