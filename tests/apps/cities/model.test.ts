import { describe, expect, test } from 'vitest';
import {
  choiceText,
  placeOfChoice,
  readChoice,
  statusText,
  unknownText,
  writeChoice,
} from '../../../src/apps/cities/model.ts';
import type { CityTraits } from '../../../src/knowledge/similar-cities.ts';

const andria: CityTraits = {
  id: 'andria',
  title: 'Andria',
  country: 'Italia',
  region: 'Puglia',
  people: 100_052,
  at: null,
  groups: ['medium-south'],
};
const cities = new Map([[andria.id, andria]]);
const read = (query: string) => readChoice(query, cities);
const traits = '?classe=50-100-mila&regione=valle-d-aosta&gruppo=citta-metropolitane';

describe('the address', () => {
  test.each(['', '?citta=andria', traits, '?regione=puglia'])('%s comes back as it was written', (query) => {
    const { choice, unknown } = read(query);
    expect(unknown).toEqual([]);
    expect(writeChoice(choice)).toBe(query);
  });

  test('forgives capitals and spaces, and reads empty values as none', () => {
    expect(read('?citta=%20Andria&classe=').choice).toEqual({ city: andria });
    expect(placeOfChoice(read('?citta=').choice)).toBeNull();
  });

  test('a city says all: what stands beside it does not count', () => {
    expect(read('?citta=andria&regione=molise').choice).toEqual({ city: andria });
  });

  test('what is not there is told by name, and the rest still counts', () => {
    const { choice, unknown } = read('?citta=atlantide&regione=puglia&classe=100');
    expect(unknown).toEqual(['la città «atlantide»', 'la classe di abitanti «100»']);
    expect(choice).toMatchObject({ region: 'Puglia' });
    expect(unknownText(unknown)).toContain('la città «atlantide» e la classe di abitanti «100»');
  });

  test('a name of an object is no city', () => {
    expect(read('?citta=constructor&gruppo=__proto__&classe=toString').unknown).toHaveLength(3);
  });
});

test('a choice is a place to compare with: a whole city, or only some traits', () => {
  expect(placeOfChoice({ city: andria })).toMatchObject({ people: 100_052, size: '100-250-mila' });
  expect(placeOfChoice({ region: 'Puglia' })).toMatchObject({ region: 'Puglia', groups: null, size: null });
  expect(placeOfChoice({})).toBeNull();
});

describe('the words', () => {
  test('name the city, or the traits', () => {
    expect(choiceText({ city: andria })).toBe('Andria');
    expect(choiceText({ size: '50-100-mila', region: 'Puglia' })).toBe(
      'una città così: fra 50 e 100 mila abitanti, Puglia',
    );
  });

  test('say how many cities there are, also when there is one or none', () => {
    expect(statusText({ city: andria }, 2)).toBe('2 altre città in ordine di vicinanza con Andria.');
    expect(statusText({ city: andria }, 1)).toBe('1 altra città in ordine di vicinanza con Andria.');
    expect(statusText({ city: andria }, 0)).toContain('nessuna città');
    expect(statusText({ region: 'Puglia' }, 0)).toBe('Nessuna città ha ancora raccontato qualcosa.');
  });
});
