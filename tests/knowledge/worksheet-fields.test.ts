import { expect, test } from 'vitest';
import { signatureFields, worksheetFields } from '../../src/knowledge/worksheet-fields.ts';
import type { WorksheetBlock } from '../../src/schemas/activity.ts';
import { allBlocks } from '../exports/documents/all-worksheet-blocks.ts';

const fieldsOf = (blocks: readonly WorksheetBlock[]) =>
  worksheetFields(blocks)
    .flat(2)
    .filter((field) => field !== null);
const keysOf = (blocks: readonly WorksheetBlock[]) => fieldsOf(blocks).map(({ key }) => key);

test('every space has a key of its own and a name that is understood away from its place', () => {
  expect(
    worksheetFields(allBlocks).map((rows) => rows.map((row) => row.map((field) => field?.name ?? null))),
  ).toEqual([
    [],
    [['Il bisogno']],
    [
      [null, 'I tre giri: Domande, Che cosa ho sentito'],
      [null, 'I tre giri: Ipotesi, Che cosa ho sentito'],
      ['I tre giri: riga 3, Giro', 'I tre giri: riga 3, Che cosa ho sentito'],
    ],
    [['Prima di chiudere: Un fatto ha una fonte.'], ['Prima di chiudere: C’è una data.']],
    [
      ['Le cause: Raro ma grave'],
      ['Le cause: Probabile e grave'],
      ['Le cause: Raro e lieve'],
      ['Le cause: Probabile ma lieve'],
    ],
    [['La persona: Che cosa le succede'], ['La persona: Chi la aiuta'], ['La persona: Che cosa la ferma']],
  ]);
  const keys = [...signatureFields.map(({ key }) => key), ...keysOf(allBlocks)];
  expect(new Set(keys).size).toBe(keys.length);
});

test('a later edition that puts a block before the others leaves their keys alone', () => {
  const later = [{ kind: 'lines', heading: 'Un’altra domanda', lines: 2 } as const, ...allBlocks];
  const keys = keysOf(later);
  expect(keysOf(allBlocks).filter((key) => !keys.includes(key))).toEqual([]);
});

test('words that are the same, or none, make keys that differ', () => {
  const same = { kind: 'lines', heading: 'Note', lines: 2 } as const;
  expect(keysOf([same, same, { ...same, heading: '…' }, { ...same, heading: '??' }])).toEqual([
    'note',
    'note-2',
    'x',
    'x-2',
  ]);
  const [key = ''] = keysOf([{ kind: 'lines', heading: 'a b '.repeat(30), lines: 1 }]);
  expect(key.length).toBeLessThanOrEqual(50);
});
