import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as model from '../../../src/apps/search/model.ts';
import { type searchFilters } from '../../../src/knowledge/search-kinds.ts';

const known: model.Known = {
  kind: new Set(['practice', 'need']),
  area: new Set(['casa', 'lavoro']),
  need: new Set(['sfratti']),
  city: new Set(['torino', 'bari']),
  programme: new Set(),
  status: new Set(['running']),
};
const read = (search: string) => model.readAddress(search, known);
const chosen = (search: string) => read(search).chosen;

describe('the address', () => {
  test('without parameters asks nothing', () => {
    expect(read('')).toEqual({
      query: '',
      chosen: { kind: [], area: [], need: [], city: [], programme: [], status: [] },
    });
    expect(model.isIdle(read(''))).toBe(true);
    expect(model.writeAddress(read(''))).toBe('');
  });

  test('takes values repeated or in a list, each once', () => {
    expect(chosen('?area=casa&area=lavoro').area).toEqual(['casa', 'lavoro']);
    expect(chosen('?area=casa,lavoro&area=casa').area).toEqual(['casa', 'lavoro']);
  });

  test('ignores what the page does not offer', () => {
    const state = read('?kind=film&area=&programme=x&colour=red&need=sfratti');
    expect(model.writeAddress(state)).toBe('?need=sfratti');
  });

  test('tidies the query and cuts it at a length nobody types', () => {
    expect(read('?q=%20case%0A++vuote%20').query).toBe('case vuote');
    expect(read(`?q=${'a'.repeat(5000)}`).query).toHaveLength(200);
  });

  test('reads back what it writes', () => {
    const someOf = (name: (typeof searchFilters)[number]) => fc.subarray([...known[name]]);
    const states = fc.record({
      query: fc.string().map(model.tidy),
      chosen: fc.record({
        kind: someOf('kind'),
        area: someOf('area'),
        need: someOf('need'),
        city: someOf('city'),
        programme: someOf('programme'),
        status: someOf('status'),
      }),
    });
    fc.assert(
      fc.property(states, (state) => {
        expect(read(model.writeAddress(state))).toEqual(state);
      }),
    );
  });

  test('never throws, whatever stands in it', () => {
    fc.assert(fc.property(fc.string(), (text) => void read(`?${text}`)));
  });
});

describe('a change', () => {
  const state = read('?q=case&area=casa&area=lavoro&city=bari');

  test('takes one value away, or all', () => {
    expect(model.writeAddress(model.withoutValue(state, 'area', 'casa'))).toBe(
      '?q=case&area=lavoro&city=bari',
    );
    expect(model.writeAddress(model.withoutFilters(state))).toBe('?q=case');
    expect(model.chosenCount(state)).toBe(3);
    expect(state.chosen.area).toHaveLength(2);
  });

  test('is idle only without words and filters', () => {
    expect(model.isIdle(read('?q=case'))).toBe(false);
    expect(model.isIdle(read('?city=bari'))).toBe(false);
  });
});
