import { expect, test } from 'vitest';
import { edited } from '../fixture-content.ts';
import { placeOf, sheet, told } from './told.ts';

test('months of a step without a source are told at the figure', () => {
  const files = edited(sheet, '    months: 3\n    source: comune-2021\n', '    months: 3\n');
  expect(told(files, 'figure-unsourced')).toEqual([
    `${placeOf(files, '3\nlessons')} Il numero di mesi è scritto senza fonte. → Aggiungi «source», oppure togli «months» se nessuna fonte lo dice.`,
  ]);
});

test('and so is the working time of a person', () => {
  const staff = (source: string) =>
    `staffing:\n  - role: "Assistente"\n    fte: 0.5\n    months: 12\n${source}authors:`;
  expect(told(edited(sheet, 'authors:', staff('')), 'figure-unsourced')).toHaveLength(2);
  expect(told(edited(sheet, 'authors:', staff('    source: comune-2021\n')), 'figure-unsourced')).toEqual([]);
});

test('the years of a practice want one too', () => {
  const years = (lines: string) =>
    edited(sheet, '  sources:\n    - comune-2021\n    - universita-2022\nstatus', `${lines}status`);
  const files = years('');
  expect(told(files, 'figure-unsourced')).toEqual([
    `${placeOf(files, "'2019-09'\n  end")} Gli anni della pratica sono scritti senza fonte. → Aggiungi «sources» dentro «period», con le sigle delle fonti che li dicono.`,
  ]);
  const unknown = edited(
    sheet,
    "  start: '2019-09'\n  end: '2023'\n  sources:\n    - comune-2021\n    - universita-2022\n",
    '  note: "Non si sa."\n',
  );
  expect(told(unknown, 'figure-unsourced')).toEqual([]);
});

test('a step without figures needs none', () => {
  const files = edited(sheet, '    months: 3\n    source: comune-2021\n', '');
  expect(told(files, 'figure-unsourced')).toEqual([]);
});
