import { expect, test } from 'vitest';
import { sheetParts } from '../../src/knowledge/sheet-parts.ts';
import { practiceWith } from './entries.ts';

const anchors = (changes: Parameters<typeof practiceWith>[0]) =>
  sheetParts(practiceWith(changes).data).map(({ id }) => id);
const bare = anchors({ adoptions: undefined, teaching: undefined });

test('the parts of a sheet are the same for all, known or not, each under its own anchor', () => {
  expect(bare).toContain('non-sappiamo');
  expect(bare[0]).toBe('dati');
  expect(bare.at(-1)).toBe('storia');
  expect(new Set(bare).size).toBe(bare.length);
});

test('adoptions and teaching stand in the index only where the sheet has them', () => {
  expect(bare).not.toContain('riprese');
  expect(anchors({ adoptions: [] })).not.toContain('riprese');
  expect(bare).not.toContain('in-aula');
  const full = anchors({
    adoptions: [{ place: 'Altrove', source: 'a' }],
    teaching: { dilemma: 'Quale?', questions: ['Perché?'] },
  });
  expect(full.filter((id) => !bare.includes(id))).toEqual(['riprese', 'in-aula']);
  expect(full.indexOf('riprese')).toBe(full.indexOf('non-sappiamo') - 1);
});
