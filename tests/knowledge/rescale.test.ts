import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  emptyCosts,
  readCosts,
  rescale,
  shownOf,
  valueIn,
  withField,
  type Amount,
  type CostsPlan,
  type CostsState,
} from '../../src/knowledge/rescale.ts';
import { naughtyStrings } from '../naughty-strings.ts';

const amount = (key: string, low: number, high = low, changes: Partial<Amount> = {}): Amount => ({
  key,
  family: 'costs',
  label: `Voce ${key}`,
  detail: null,
  anchor: null,
  text: `${low}`,
  low,
  high,
  years: null,
  yearNote: '',
  frequency: 'oneOff',
  notes: [1],
  cautions: [],
  ...changes,
});

/** A city of 100,000 with a cost of one million, at prices of 2020. */
function planOf(changes: Partial<CostsPlan> = {}, initial: Record<string, string> = {}): CostsPlan {
  return {
    amounts: [amount('a', 1_000_000), amount('b', 200_000)],
    unused: [],
    measures: [
      {
        key: 'city',
        label: 'Abitanti di Qui',
        ours: 'abitanti della nostra città',
        value: { low: 100_000, high: 100_000 },
        notes: [],
        origin: null,
        cautions: [],
      },
    ],
    scale: 'la città',
    initial: {
      'use.a': 'yes',
      'year.a': '2020',
      'kind.a': 'oneOff',
      'year.b': '2020',
      'kind.b': 'oneOff',
      measure: 'city',
      'theirs.city': '100.000',
      growthLow: '0',
      growthHigh: '0',
      shareLow: '50',
      shareHigh: '100',
      ...initial,
    },
    ...changes,
  };
}

const typed = (fields: Record<string, string>): CostsState => ({ version: 1, typed: fields });
const withOurs = (fields: Record<string, string> = {}): CostsState =>
  typed({ 'ours.city': '50.000', ...fields });
const missingTexts = (plan: CostsPlan, state: CostsState): string[] =>
  rescale(plan, state).missing.map(({ text }) => text);

describe('worked by hand', () => {
  test('half the city, of which 50% to 100% of the cost grows: from a half to three quarters', () => {
    // low: 1,000,000 × (0 + 1 × 0.5) = 500,000; high: 1,000,000 × (0.5 + 0.5 × 0.5) = 750,000
    const [result] = rescale(planOf(), withOurs()).results;
    expect(result).toMatchObject({ frequency: 'oneOff', low: 500_000, high: 750_000 });
    expect(result?.shown).toEqual({ low: 500_000, high: 750_000 });
  });

  test('twice the city: from one and a half times to twice', () => {
    // low: 0.5 + 0.5 × 2 = 1.5; high: 0 + 1 × 2 = 2
    const [result] = rescale(planOf(), withOurs({ 'ours.city': '200.000' })).results;
    expect(result).toMatchObject({ low: 1_500_000, high: 2_000_000 });
  });

  test('two years of 0% to 10%: the high end alone grows', () => {
    // high: 1,000,000 × 1.1² × 0.75 = 907,500, shown 910,000
    const state = withOurs({ prices: '2022', growthHigh: '10' });
    const [result] = rescale(planOf(), state).results;
    expect(result?.low).toBeCloseTo(500_000, 6);
    expect(result?.high).toBeCloseTo(907_500, 6);
    expect(result?.shown).toEqual({ low: 500_000, high: 910_000 });
  });

  test('values of 2018 and 2020 at 10% a year in 2020: the oldest has grown most', () => {
    // low: 1,000,000 × 1.1^0 × 0.5; high: 1,000,000 × 1.1² × 0.75 = 907,500
    const state = withOurs({ 'year.a': '2018–2020', prices: '2020', growthLow: '10', growthHigh: '10' });
    const [result] = rescale(planOf(), state).results;
    expect(result?.low).toBeCloseTo(500_000, 6);
    expect(result?.high).toBeCloseTo(907_500, 6);
  });

  test('prices of an earlier year are lower', () => {
    // 1,000,000 ÷ 1.25 = 800,000; half and three quarters of it
    const state = withOurs({ prices: '2019', growthLow: '25', growthHigh: '25' });
    const [result] = rescale(planOf(), state).results;
    expect(result?.low).toBeCloseTo(400_000, 6);
    expect(result?.high).toBeCloseTo(600_000, 6);
  });

  test('people whom sources count differently: the fewest make the dearest', () => {
    // ratio 100 ÷ 400 = 0.25 … 100 ÷ 200 = 0.5; low 1,000,000 × 0.25, high 1,000,000 × (0.5 + 0.5 × 0.5)
    const plan = planOf({}, { 'theirs.city': '200–400' });
    const [result] = rescale(plan, withOurs({ 'ours.city': '100' })).results;
    expect(result).toMatchObject({ low: 250_000, high: 750_000 });
  });

  test('values that do not agree widen the range', () => {
    // 800,000 × 0.5 = 400,000; 1,200,000 × 0.75 = 900,000
    const plan = planOf({ amounts: [amount('a', 800_000, 1_200_000, { cautions: ['Non concordano.'] })] });
    const { results, cautions } = rescale(plan, withOurs());
    expect(results[0]).toMatchObject({ low: 400_000, high: 900_000 });
    expect(cautions).toContain('Non concordano.');
  });

  test('what is paid once and what is paid every year are never added up', () => {
    const state = withOurs({ 'use.b': 'yes', 'kind.b': 'recurring' });
    const { results } = rescale(planOf(), state);
    expect(results.map(({ frequency, low, high }) => [frequency, low, high])).toEqual([
      ['oneOff', 500_000, 750_000],
      ['recurring', 100_000, 150_000],
    ]);
  });

  test('amounts are summed only when the reader chose them, and that is said', () => {
    const { results, cautions } = rescale(planOf(), withOurs({ 'use.b': 'yes' }));
    expect(results[0]).toMatchObject({ low: 600_000, high: 900_000 });
    expect(cautions.join()).toContain('va controllato che nessuno comprenda gli altri');
    const mixed = planOf({ amounts: [amount('a', 1e6), amount('b', 2e5, 2e5, { family: 'funding' })] });
    expect(rescale(mixed, withOurs({ 'use.b': 'yes' })).cautions.join()).toContain('di genere diverso');
    expect(rescale(planOf(), withOurs()).cautions).toEqual([]);
  });

  test('an amount that the reader knows, with no source and said so', () => {
    const state = withOurs({
      'use.a': 'no',
      'own.name': 'Arredi',
      'own.amount': 'da 20.000 a 40.000',
      'year.own': '2024',
      'kind.own': 'oneOff',
    });
    const { results, cautions } = rescale(planOf(), state);
    expect(results[0]).toMatchObject({ low: 10_000, high: 30_000 });
    expect(results[0]?.steps[0]?.label).toBe('Arredi');
    expect(cautions.join()).toContain('non ha una fonte');
  });

  test('a city more than ten times smaller: the comparison says little', () => {
    const cautionsAt = (ours: string) => rescale(planOf(), withOurs({ 'ours.city': ours })).cautions.join();
    expect(cautionsAt('10.000')).not.toContain('10 volte');
    expect(cautionsAt('9.999')).toContain('10 volte');
    expect(cautionsAt('1.000.001')).toContain('10 volte');
  });
});

describe('refuses, and names what is missing', () => {
  test.each<[string, Partial<CostsPlan>, Record<string, string>, string]>([
    [
      'no amount in the sheet',
      { amounts: [] },
      {},
      'Un importo da cui partire: nella scheda non è documentato.',
    ],
    [
      'no amount chosen',
      {},
      { 'use.a': 'no' },
      'Un importo da cui partire: nessuno è stato scelto né scritto.',
    ],
    ['no year', {}, { 'year.a': '' }, 'L’anno dei prezzi di «Voce a»: manca.'],
    ['no frequency', {}, { 'kind.a': '' }, 'Se «Voce a» si paga una volta sola o ogni anno: manca.'],
    ['no size of ours', {}, { 'ours.city': '' }, 'Da noi, abitanti della nostra città: manca.'],
    ['no size of theirs', {}, { 'theirs.city': '' }, 'Da loro, Abitanti di Qui: manca.'],
    ['no measure chosen', {}, { measure: '' }, 'Con che cosa si misura la grandezza'],
    ['no measure at all', { measures: [] }, { measure: '' }, 'La grandezza del loro intervento'],
    ['prices that grow up to no year', {}, { growthHigh: '2' }, 'L’anno a cui si vogliono i prezzi: manca.'],
    ['no growth', {}, { growthLow: '' }, 'Crescita dei prezzi, il valore più basso: manca.'],
    ['no share', {}, { shareHigh: '' }, 'Quanta parte del costo cresce con la grandezza, il massimo: manca.'],
    ['an own measure without numbers', {}, { measure: 'own' }, 'Da loro, misura scritta a mano: manca.'],
  ])('%s', (_, plan, fields, text) => {
    const { results, missing } = rescale(planOf(plan), withOurs(fields));
    expect(results).toEqual([]);
    expect(missing.some((one) => one.text.startsWith(text))).toBe(true);
    for (const { input } of missing) expect(input).not.toBe('');
  });

  test.each<[string, string, string]>([
    ['year.a', '1800', 'Scrivi un anno fra 1950 e 2050.'],
    ['prices', '2100', 'Scrivi un anno fra 1950 e 2050.'],
    ['ours.city', '-3', 'Il numero non può essere negativo.'],
    ['ours.city', '0', 'Scrivi un numero più grande di 0.'],
    ['ours.city', 'molti', 'Scrivi un numero in cifre, per esempio 59.000.'],
    ['theirs.city', '1000000000000', 'È più di cento milioni: controlla gli zeri.'],
    ['own.amount', '1e12', 'Scrivi un numero in cifre, per esempio 250.000.'],
    ['growthHigh', '80', 'Scrivi una percentuale fra 0 e 50.'],
    ['shareHigh', '40', 'Deve essere almeno quanto il primo numero.'],
    ['shareHigh', '101', 'Scrivi una percentuale fra 0 e 100.'],
    ['growthLow', '-1', 'Il numero non può essere negativo.'],
  ])('what cannot be is said beside its field: %s = %s', (name, value, problem) => {
    const { problems, results, missing } = rescale(planOf(), withOurs({ [name]: value }));
    expect(problems[name]).toBe(problem);
    expect(results).toEqual([]);
    expect(missing.map(({ text }) => text).join()).toContain('da correggere');
  });

  test('in the order of the form, with the field of the sheet that could say it', () => {
    const { missing } = rescale(
      planOf({ amounts: [], measures: [] }, { measure: '' }),
      typed({ shareLow: '' }),
    );
    expect(missing.map(({ field }) => field)).toEqual(['costs', 'facts', null]);
  });

  test('an amount of which everything is known waits for the size, and nothing else', () => {
    expect(missingTexts(planOf(), emptyCosts())).toEqual(['Da noi, abitanti della nostra città: manca.']);
  });

  test('a choice that the sheet has no more is told', () => {
    const { cautions } = rescale(planOf(), withOurs({ 'use.di-prima': 'yes' }));
    expect(cautions.join()).toContain('non è più nella scheda');
  });
});

describe('always', () => {
  const money = fc.integer({ min: 1, max: 2_000_000_000 });
  const people = fc.integer({ min: 1, max: 60_000_000 });
  const percents = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }));
  const ordered = <T extends number>([a, b]: readonly [T, T]): [T, T] => (a <= b ? [a, b] : [b, a]);
  const cases = fc.record({
    amounts: fc.tuple(money, money).map(ordered),
    theirs: fc.tuple(people, people).map(ordered),
    ours: people,
    share: percents.map(ordered),
    growth: fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 50 })).map(ordered),
    years: fc.tuple(fc.integer({ min: 1950, max: 2050 }), fc.integer({ min: 1950, max: 2050 })).map(ordered),
    wanted: fc.integer({ min: 1950, max: 2050 }),
  });
  type Case = typeof cases extends fc.Arbitrary<infer One> ? One : never;

  function resultOf({ amounts, theirs, ours, share, growth, years, wanted }: Case) {
    const plan = planOf({ amounts: [amount('a', ...amounts)] });
    const state = typed({
      'year.a': years.join('–'),
      'theirs.city': theirs.join('–'),
      'ours.city': String(ours),
      shareLow: String(share[0]),
      shareHigh: String(share[1]),
      growthLow: String(growth[0]),
      growthHigh: String(growth[1]),
      prices: String(wanted),
    });
    const [result] = rescale(plan, state).results;
    if (!result) throw new Error('nothing came out');
    return result;
  }

  test('the low end is no more than the high one, both are numbers, and what is shown holds them', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const { low, high, shown } = resultOf(one);
        expect([low, high].every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
        expect(low).toBeLessThanOrEqual(high);
        expect(shown.low).toBeLessThanOrEqual(low * (1 + 1e-9));
        expect(shown.high).toBeGreaterThanOrEqual(high * (1 - 1e-9));
        expect(shown.low).toBeLessThan(shown.high);
      }),
    );
  });

  test('a larger city of ours never costs less', () => {
    fc.assert(
      fc.property(cases, people, (one, other) => {
        const [small, large] = ordered([one.ours, other]);
        const [less, more] = [resultOf({ ...one, ours: small }), resultOf({ ...one, ours: large })];
        expect(less.low).toBeLessThanOrEqual(more.low * (1 + 1e-9));
        expect(less.high).toBeLessThanOrEqual(more.high * (1 + 1e-9));
      }),
    );
  });

  test('the same size and prices that do not grow give back what is documented', () => {
    fc.assert(
      fc.property(cases, (one) => {
        const same = {
          ...one,
          theirs: [one.ours, one.ours] as [number, number],
          growth: [0, 0] as [number, number],
        };
        const { low, high } = resultOf(same);
        expect(low).toBeCloseTo(one.amounts[0], 3);
        expect(high).toBeCloseTo(one.amounts[1], 3);
      }),
    );
  });

  test('whatever is typed in whatever field, no number is not a number', () => {
    const names = Object.keys(planOf().initial);
    const strings = fc.oneof(
      fc.string(),
      fc.constantFrom(...naughtyStrings),
      fc.constantFrom('0', '-1', '1e400'),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names, 'ours.city', 'own.amount'), strings), (fields) => {
        const { results, missing } = rescale(planOf(), typed(fields));
        for (const { low, high } of results) expect(low <= high).toBe(true);
        expect(results.length > 0 || missing.length > 0).toBe(true);
      }),
    );
  });
});

describe('what is shown', () => {
  test.each([
    [5_804_879.1, 5_804_879.1, 5_800_000, 5_900_000],
    [1_000_000, 1_000_000, 990_000, 1_100_000],
    [100, 100, 99, 110],
    [341_234, 759_999, 340_000, 760_000],
    [0.4, 0.6, 0, 1],
    [7, 7, 6, 8],
    [99_999, 99_999.5, 99_000, 100_000],
  ])('%s to %s is from %s to %s: two figures, never one number', (low, high, first, last) => {
    expect(shownOf({ low, high })).toEqual({ low: first, high: last });
  });
});

describe('what is kept', () => {
  test('only what differs from what the sheet proposes, as it was typed', () => {
    const plan = planOf();
    const state = withField(plan, emptyCosts(), 'ours.city', ' 50.000 ');
    expect(state.typed).toEqual({ 'ours.city': ' 50.000 ' });
    expect(withField(plan, withField(plan, state, 'shareLow', '20'), 'shareLow', '50').typed).toEqual(
      state.typed,
    );
    expect(valueIn(plan, withField(plan, state, 'use.a', 'no'), 'use.a')).toBe('no');
  });

  test('is read again as it was written', () => {
    const state = withOurs({ 'year.dato-total-cost': '2020', prices: '2026' });
    expect(readCosts(JSON.parse(JSON.stringify(state)))).toEqual(state);
    expect(readCosts(emptyCosts())).toEqual(emptyCosts());
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['a text', 'costi'],
    ['a later version', { version: 2, typed: {} }],
    ['no fields', { version: 1 }],
    ['a list of fields', { version: 1, typed: ['a'] }],
    ['a number in a field', { version: 1, typed: { prices: 2026 } }],
    ['a strange name', { version: 1, typed: { '<script>': '' } }],
    ['an inherited name', JSON.parse('{"version":1,"typed":{"__proto__":"x"}}')],
    ['too long a text', { version: 1, typed: { prices: '9'.repeat(301) } }],
    [
      'too many fields',
      {
        version: 1,
        typed: Object.fromEntries(Array.from({ length: 401 }, (_, at) => [`use.a${at}`, 'yes'])),
      },
    ],
  ])('is not read when it is %s', (_, json) => {
    expect(readCosts(json)).toBeNull();
  });

  test('an inherited name is no field', () => {
    expect(valueIn(planOf(), emptyCosts(), 'constructor')).toBe('');
  });
});
