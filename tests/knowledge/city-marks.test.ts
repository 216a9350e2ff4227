import { expect, test } from 'vitest';
import { countByMark } from '../../src/knowledge/city-marks.ts';

test('marks are counted in the order of the legend, and one that no city carries is left out', () => {
  expect(countByMark([{ mark: 'none' }, { mark: 'practice' }, { mark: 'none' }])).toEqual([
    { mark: 'practice', count: 1 },
    { mark: 'none', count: 2 },
  ]);
  expect(countByMark([])).toEqual([]);
});
