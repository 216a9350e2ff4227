import { describe, expect, test } from 'vitest';
import {
  byCloseness,
  closenessOf,
  placeOf,
  placeWith,
  traitsOf,
  type CityTraits,
} from '../../src/knowledge/similar-cities.ts';
import type { City } from '../../src/schemas/city.ts';

/** A city of which nothing is known but its country. */
const city = (title: string, known: Partial<CityTraits> = {}): CityTraits => ({
  id: title.toLowerCase(),
  title,
  country: 'Italia',
  region: null,
  people: null,
  at: null,
  groups: [],
  ...known,
});
const north = { latitude: 45, longitude: 8 };
const south = { latitude: 41, longitude: 16 };
/** A degree of latitude is a little over 111 km. */
const southAnd = (degrees: number) => ({ latitude: south.latitude + degrees, longitude: south.longitude });

const mine = city('Mia', {
  region: 'Puglia',
  people: 90_000,
  at: south,
  groups: ['medium-south'],
});
const order = (cities: CityTraits[], own = placeOf(mine)): string[] =>
  byCloseness(own, cities).map(({ title }) => title);
const words = (known: Partial<CityTraits>, own = placeOf(mine)) => closenessOf(own, city('Altra', known));

describe('the order', () => {
  test('the same group comes first, whatever else is far', () => {
    const far = city('Z', { groups: ['medium-south'], region: 'Sicilia', people: 20_000, at: southAnd(-4) });
    const near = city('A', { groups: ['metropolitan'], region: 'Puglia', people: 90_000, at: south });
    expect(order([near, far])).toEqual(['Z', 'A']);
  });

  test('then the size, a class after the other, before the territory', () => {
    const sizes = [600_000, 30_000, 95_000, 300_000, 10_000].map((people) =>
      city(String(people), { people }),
    );
    const beside = city('Stessa regione', { region: 'Puglia', people: 10_000 });
    expect(order([beside, ...sizes])).toEqual([
      '95000',
      '30000',
      'Stessa regione',
      '10000',
      '300000',
      '600000',
    ]);
  });

  test('an edge between two classes does not part two cities that are nearly equal', () => {
    const [near, far] = [city('Oltre', { people: 101_000 }), city('Molto oltre', { people: 130_000 })];
    const inside = city('Dentro', { people: 60_000 });
    expect(order([inside, near, far])).toEqual(['Dentro', 'Oltre', 'Molto oltre']);
    expect(order([city('Zeta', { people: 60_000 }), near, far])).toEqual(['Oltre', 'Zeta', 'Molto oltre']);
  });

  test('then the territory: region, part of Italy, country, other countries', () => {
    expect(
      order([
        city('Lione', { country: 'Francia' }),
        city('Torino', { region: 'Piemonte' }),
        city('Palermo', { region: 'Sicilia' }),
        city('Bari', { region: 'Puglia' }),
      ]),
    ).toEqual(['Bari', 'Palermo', 'Torino', 'Lione']);
  });

  test('then the distance, and between equals the alphabet', () => {
    const at = (title: string, degrees: number) => city(title, { region: 'Puglia', at: southAnd(degrees) });
    expect(order([at('A', 3), at('C', 1), at('B', 1)])).toEqual(['B', 'C', 'A']);
  });

  test('what is not known of a city puts it behind for that criterion, and nothing else', () => {
    const same = { region: 'Puglia' };
    const [told, untold] = [city('Z', { ...same, at: north }), city('A', same)];
    expect(order([untold, told])).toEqual(['Z', 'A']);
    expect(order([city('A', same), city('Z', { ...same, people: 1_000_000 })])).toEqual(['Z', 'A']);
  });

  test('what is not known of one’s own does not count', () => {
    const cities = [
      city('C', { people: 5_000, at: north, region: 'Piemonte' }),
      city('B', { people: 90_000, at: south, region: 'Puglia' }),
      city('A'),
    ];
    expect(order(cities, placeOf(city('Mia')))).toEqual(['A', 'B', 'C']);
    expect(order(cities, placeWith({}))).toEqual(['A', 'B', 'C']);
  });

  test('does not depend on the order it is given, also where nothing is known', () => {
    const all = [
      city('A'),
      city('B', { people: 90_000 }),
      city('C', { at: north }),
      city('D', { country: 'Francia', at: south, groups: ['metropolitan'] }),
      city('E', { region: 'Puglia', people: 1_000_000, groups: ['medium-south'] }),
    ];
    for (const own of [...all.map(placeOf), placeWith({ region: 'Puglia' })])
      for (const one of all)
        for (const other of all) expect(order([one, other], own)).toEqual(order([other, one], own));
  });

  test('a choice of traits counts only those', () => {
    const cities = [
      city('Lontana', { people: 70_000, region: 'Piemonte', groups: ['metropolitan'] }),
      city('Piccola', { people: 3_000, region: 'Puglia', groups: ['medium-south'] }),
    ];
    expect(order(cities, placeWith({ size: '50-100-mila' }))).toEqual(['Lontana', 'Piccola']);
    expect(order(cities, placeWith({ region: 'Puglia' }))).toEqual(['Piccola', 'Lontana']);
    expect(order(cities, placeWith({ group: 'metropolitan' }))).toEqual(['Lontana', 'Piccola']);
  });
});

describe('the words', () => {
  const nothing = { same: [], different: [] };

  test('a shared group is a reason, another one a difference', () => {
    expect(words({ groups: ['medium-south'] }, placeWith({ group: 'medium-south' }))).toEqual({
      same: ['È una città media del Sud (PN Metro Plus 2021-2027), come la tua'],
      different: [],
    });
    expect(words({ groups: ['metropolitan'] }, placeWith({ group: 'medium-south' })).different).toEqual([
      'È una città metropolitana, la tua no',
    ]);
    expect(words({}, placeWith({ group: 'metropolitan' })).different).toEqual([
      'Non risulta una città metropolitana',
    ]);
  });

  test('groups are not spoken of when nobody asked, or neither has one', () => {
    expect(words({ groups: ['metropolitan'] }, placeWith({}))).toEqual(nothing);
    expect(closenessOf({ ...placeWith({}), groups: [] }, city('Altra'))).toEqual(nothing);
  });

  const sized = (own: number, people: number | null) =>
    words({ people }, { ...placeOf(city('Mia', { people: own })), groups: null, country: null });

  test.each([
    [90_000, 60_000, ['Ha fra 50 e 100 mila abitanti, come la tua'], []],
    [99_000, 101_000, ['Ha quasi tanti abitanti quanti la tua'], []],
    [90_000, 140_000, [], ['È più grande: fra 100 e 250 mila abitanti']],
    [90_000, 900_000, [], ['È più grande: circa 10 volte gli abitanti']],
    [90_000, 260_000, [], ['È più grande: circa il triplo degli abitanti']],
    [90_000, 30_000, [], ['È più piccola: circa un terzo degli abitanti']],
    [900_000, 30_000, [], ['È più piccola: gli abitanti sono circa 30 volte meno']],
    [
      110_000,
      240_000,
      ['Ha fra 100 e 250 mila abitanti, come la tua'],
      ['È più grande: circa il doppio degli abitanti'],
    ],
    [90_000, null, [], ['Quanti abitanti ha non è documentato qui']],
  ])('%i beside %i', (own, people, same, different) => {
    expect(sized(own, people)).toEqual({ same, different });
  });

  test('a class chosen without a city is compared by class', () => {
    const own = placeWith({ size: '50-100-mila' });
    expect(words({ people: 300_000 }, own).different).toEqual(['È più grande: fra 250 e 500 mila abitanti']);
    expect(words({ people: 5_000 }, own).different).toEqual(['È più piccola: meno di 20 mila abitanti']);
    expect(words({ people: 50_000 }, own).same).toEqual(['Ha fra 50 e 100 mila abitanti, come la tua']);
    expect(words({ people: 100_000 }, own).same).toEqual([]);
  });

  test.each([
    [{ region: 'Puglia' }, ['È della stessa regione: Puglia'], []],
    [{ region: 'Sicilia' }, ['È del Mezzogiorno, come la tua'], ['È di un’altra regione: Sicilia']],
    [{ region: 'Piemonte' }, [], ['È del Nord (Piemonte), la tua del Mezzogiorno']],
    [{ region: 'Atlantide' }, [], ['È di un’altra regione: Atlantide']],
    [{ country: 'Francia' }, [], ['È in un altro paese: Francia']],
    [{}, [], []],
  ])('territory: %o', (known, same, different) => {
    expect(words(known, placeWith({ region: 'Puglia' }))).toEqual({ same, different });
  });

  test('a short distance is a reason, a long one a difference, rounded to ten kilometres', () => {
    const own = { ...placeWith({}), at: south };
    expect(words({ at: southAnd(0.5) }, own)).toEqual({
      same: ['È a circa 60 km in linea d’aria'],
      different: [],
    });
    expect(words({ at: southAnd(0.01) }, own).same).toEqual(['È a meno di 10 km in linea d’aria']);
    expect(words({ at: southAnd(10) }, own)).toEqual({
      same: [],
      different: ['È a circa 1.110 km in linea d’aria'],
    });
    expect(words({}, own)).toEqual(nothing);
    expect(words({ at: south }, placeWith({}))).toEqual(nothing);
  });

  test('none of them holds a gap', () => {
    for (const known of [
      {},
      { people: 1 },
      { at: { latitude: -90, longitude: 180 } },
      { country: 'Francia' },
    ]) {
      const { same, different } = words(known);
      expect([...same, ...different].join(' ')).not.toMatch(/NaN|undefined|null|Infinity/);
    }
  });
});

test('what is known of a city is read from its entry; a dot needs both coordinates', () => {
  const entry = {
    title: 'Bari',
    country: 'Italia',
    roles: ['metropolitan', 'practice-city'],
  } as unknown as City;
  expect(traitsOf('bari', { ...entry, latitude: 41 })).toEqual(city('Bari', { groups: ['metropolitan'] }));
  expect(
    traitsOf('bari', {
      ...entry,
      region: 'Puglia',
      latitude: 41,
      longitude: 16,
      population: { value: 315_933, asOf: '2011', source: 'istat' },
    }),
  ).toMatchObject({ region: 'Puglia', people: 315_933, at: { latitude: 41, longitude: 16 } });
});
