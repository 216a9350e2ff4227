import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as model from '../../../src/apps/search/model.ts';
import { searchFilters, type SearchFilter } from '../../../src/knowledge/search-kinds.ts';
import { naughtyStrings } from '../../naughty-strings.ts';
import { offering } from './index-double.ts';

const known = offering({
  kind: ['practice', 'need'],
  area: ['casa', 'lavoro'],
  need: ['sfratti'],
  city: ['torino', 'bari'],
  status: ['running'],
});
const read = (search: string) => model.readAddress(search, known);
const chosen = (search: string) => read(search).chosen;
const asksUnknown = (search: string) => model.asksUnknown(search, known);

describe('the address', () => {
  test('without parameters asks nothing', () => {
    expect(read('')).toEqual({
      query: '',
      chosen: Object.fromEntries(searchFilters.map((name) => [name, []])),
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
    const someOf = (name: SearchFilter) => fc.subarray([...known[name]]);
    const states: fc.Arbitrary<model.SearchState> = fc.record({
      query: fc.string().map(model.tidy),
      chosen: fc.record(
        Object.fromEntries(searchFilters.map((name) => [name, someOf(name)])) as Record<
          SearchFilter,
          fc.Arbitrary<string[]>
        >,
      ),
    });
    fc.assert(
      fc.property(states, (state) => {
        expect(read(model.writeAddress(state))).toEqual(state);
      }),
    );
  });

  test('never throws, whatever stands in it, and what it asks can be written and read back', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom('%', 'q', '=', '&', ',', '+', '\ud800', '\udfff', '\0', '2', 'F') }),
      fc.constantFrom(...naughtyStrings),
    );
    const address = fc.oneof(
      text,
      text.map((query) => `q=${query}`),
      text.map((query) => `q=${encodeURIComponent(query.toWellFormed())}&area=casa`),
      fc.tuple(fc.constantFrom(...searchFilters), text).map((pair) => pair.join('=')),
    );
    fc.assert(
      fc.property(address, (search) => {
        const state = read(`?${search}`);
        expect(read(model.writeAddress(state))).toEqual(state);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(naughtyStrings.map((text) => [JSON.stringify(text), text]))('carries %s', (_, query) => {
    const asked = { ...read(''), query: model.tidy(query) };
    expect(read(model.writeAddress(asked))).toEqual(asked);
    expect(() => read(`?q=${query}&area=${query}&kind=${query}`)).not.toThrow();
  });

  test.each([
    ['a broken percent', '?q=%&area=%E0%A4%A', { query: '%' }],
    ['half a character', '?q=%ED%A0%80casa', { query: '\ufffd\ufffd\ufffdcasa' }],
    ['bytes that end a text', '?q=ca%00sa%0D%0A', { query: 'ca sa' }],
    ['names of every object', '?__proto__=x&constructor=y&area=__proto__&kind=constructor', read('')],
    ['the same question many times', '?q=uno&q=due', { query: 'uno' }],
  ])('may hold %s', (_, search, asked) => {
    expect(read(search)).toEqual({ ...read(''), ...asked });
  });

  test('may be enormous', () => {
    expect(read(`?q=${'à '.repeat(50_000)}`).query.length).toBeLessThanOrEqual(200);
    const many = Array.from({ length: 10_000 }, (_, at) => `area=${at % 2 ? 'casa' : `x${at}`}`).join('&');
    expect(chosen(`?${many}`).area).toEqual(['casa']);
    expect(chosen(`?area=${'casa,'.repeat(20_000)}lavoro`).area).toEqual(['casa', 'lavoro']);
  });

  test('that asks for what is not there is told apart', () => {
    expect(['?area=casa', '?q=x&utm_source=y', '?area=casa,&area=casa', ''].map(asksUnknown)).toEqual(
      Array(4).fill(false),
    );
    expect(['?area=mare', '?area=casa,mare', '?kind=<b>&q=x'].map(asksUnknown)).toEqual(Array(3).fill(true));
  });
});

describe('a query', () => {
  test('is cut between characters, and the same when tidied again', () => {
    expect(model.tidy(`${'a'.repeat(199)}😀`)).toBe('a'.repeat(199));
    expect(model.tidy(`${'a'.repeat(199)} b`)).toBe('a'.repeat(199));
    expect(model.tidy('\ud800x')).toBe('\ufffdx');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (query) => {
        const tidied = model.tidy(query);
        expect(model.tidy(tidied)).toBe(tidied);
        expect(tidied.isWellFormed()).toBe(true);
      }),
    );
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
