import italy from '@svg-maps/italy';
import { expect, test } from 'vitest';
import { italianRegions, partOfItaly } from '../../src/knowledge/italy-parts.ts';

test('there are as many regions as the map draws, each once, in alphabetical order', () => {
  const { locations } = italy as unknown as { locations: unknown[] };
  expect(new Set(italianRegions).size).toBe(locations.length);
  expect(italianRegions[0]).toBe('Abruzzo');
  expect(italianRegions.at(-1)).toBe('Veneto');
});

test('a region lies in one part; what is no region in none', () => {
  expect(partOfItaly('Sardegna')).toBe('Mezzogiorno');
  expect(partOfItaly('Lazio')).toBe('Centro');
  expect(partOfItaly('Emilia-Romagna')).toBe('Nord');
  expect(partOfItaly('Catalogna')).toBeNull();
  expect(partOfItaly(null)).toBeNull();
});
