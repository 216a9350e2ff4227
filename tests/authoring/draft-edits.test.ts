import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  pruned,
  valueAt,
  withItem,
  withMoved,
  withoutItem,
  withValue,
} from '../../src/authoring/draft-edits.ts';

describe('an edit', () => {
  const data = { title: 'A', period: { start: '2020' }, facts: [{ value: 1 }, { value: 2 }] };

  test('changes its place and shares all the rest', () => {
    const next = withValue(data, ['facts', 1, 'value'], 3);
    expect(next).toEqual({ ...data, facts: [{ value: 1 }, { value: 3 }] });
    expect(next.period).toBe(data.period);
    expect(next.facts[0]).toBe(data.facts[0]);
    expect(data.facts[1]).toEqual({ value: 2 });
  });

  test('makes what leads to a new place, and takes an emptied key away', () => {
    expect(withValue({}, ['teaching', 'roles', 0, 'name'], 'Sindaca')).toEqual({
      teaching: { roles: [{ name: 'Sindaca' }] },
    });
    expect(withValue(data, ['period', 'start'], undefined)).toEqual({ ...data, period: {} });
    expect(withValue(data, ['title'], undefined)).not.toHaveProperty('title');
  });

  test('adds, removes and moves items', () => {
    expect(withItem(data, ['facts'], { value: 3 }).facts.map(({ value }) => value)).toEqual([1, 2, 3]);
    expect(withItem({}, ['notes'], 'a')).toEqual({ notes: ['a'] });
    expect(withoutItem(data, ['facts'], 0).facts).toEqual([{ value: 2 }]);
    expect(withMoved(data, ['facts'], 0, 1).facts.map(({ value }) => value)).toEqual([2, 1]);
    expect(withMoved(data, ['facts'], 1, 5)).toEqual(data);
  });
});

describe('what is left of data', () => {
  test('has nothing blank, and knows where each part stood', () => {
    const whole = { title: ' ', facts: [{}, { value: 2, note: '' }], lead: { name: '' }, names: ['', 'b'] };
    const { data, placeOf } = pruned(whole);
    expect(data).toEqual({ facts: [{ value: 2 }], names: ['b'] });
    expect(placeOf(['facts', 0, 'value'])).toEqual(['facts', 1, 'value']);
    expect(placeOf(['names', 0])).toEqual(['names', 1]);
    expect(placeOf(['city'])).toEqual(['city']);
  });

  test('leads back to the same value from every place', () => {
    const leaf = fc.oneof(fc.constantFrom('', ' ', 'a', 'b'), fc.integer(), fc.boolean());
    const item = fc.dictionary(fc.constantFrom('x', 'y'), leaf);
    const any = fc.dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.oneof(leaf, fc.array(fc.oneof(leaf, item)), item),
    );
    fc.assert(
      fc.property(any, (whole) => {
        const { data, placeOf } = pruned(whole);
        const walk = (value: unknown, path: (string | number)[]): void => {
          if (typeof value === 'object' && value !== null) {
            expect(Object.keys(value).length).toBeGreaterThan(0);
            for (const [key, part] of Object.entries(value))
              walk(part, [...path, Array.isArray(value) ? Number(key) : key]);
            return;
          }
          expect(value).not.toBe('');
          expect(valueAt(whole, placeOf(path))).toBe(value);
        };
        if (Object.keys(data).length > 0) walk(data, []);
      }),
    );
  });

  test('has no item that only says what every new one says', () => {
    const isBlank = (list: string, item: unknown): boolean =>
      list === 'sources' && valueAt(item, ['title']) === undefined;
    expect(pruned({ sources: [{ id: 'fonte-1' }, { id: 'fonte-2', title: 'A' }] }, isBlank).data).toEqual({
      sources: [{ id: 'fonte-2', title: 'A' }],
    });
  });
});
