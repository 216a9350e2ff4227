import { expect, test } from 'vitest';
import { edited } from '../fixture-content.ts';
import { placeOf, told } from './told.ts';

const passage = 'Il Comune ha aperto';
const withLines = (lines: string) => edited('practices/case-aperte.mdx', passage, `${lines}\n\n${passage}`);

test.each([
  ['bullets', 'Sono:\n\n• una\n• due', '• una'],
  ['bullets after a tabulation', '•\tuna', '•\tuna'],
  ['points in the middle', '· una', '· una'],
  ['dashes', '– una\n– due', '– una'],
  ['dashes with empty lines between', '– una\n\n– due', '– una'],
])('%s of Word are told once', (_, lines, first) => {
  const files = withLines(`x\n\n${lines}`);
  expect(told(files, 'word-bullets')).toEqual([
    `${placeOf(files, first)} La riga comincia con «${first.charAt(0)}»: così non è la voce di un elenco. → Comincia la riga con «- », una voce per riga.`,
  ]);
});

test.each([
  ['a list', '- una\n- due'],
  ['a dash that goes on with the line above', 'una cosa\n– come si vede – e basta'],
  ['a bullet inside a line', 'una • due'],
])('%s is not', (_, lines) => {
  expect(told(withLines(lines), 'word-bullets')).toEqual([]);
});
