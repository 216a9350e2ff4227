import { expect, test } from 'vitest';
import { edited } from '../fixture-content.ts';
import { placeOf, sheet, told } from './told.ts';

const withTitles = (lines: string) => edited(sheet, '### In tre passi\n', `### In tre passi\n\n${lines}\n`);

test('a title of the fourth level needs one of the third', () => {
  const files = edited(sheet, '### In tre passi', '#### In tre passi');
  expect(told(files, 'heading-jump')).toEqual([
    `${placeOf(files, '#### In')} Il titolo «In tre passi» è di quarto livello, ma sopra non ce n’è uno di terzo. → Scrivi ### In tre passi`,
  ]);
  expect(told(withTitles('#### Uno\n\n#### Due'), 'heading-jump')).toEqual([]);
});

test('a new section begins the levels again', () => {
  const files = edited(sheet, '## Che cosa è cambiato\n', '## Che cosa è cambiato\n\n#### Solo\n');
  expect(told(files, 'heading-jump')).toHaveLength(1);
});

test('two titles are not the same, whatever their accents and capitals', () => {
  const files = withTitles('Testo.\n\n#### I costi\n\n### Ì Costi!');
  expect(told(files, 'heading-repeated')).toEqual([
    `${placeOf(files, '### Ì Costi!')} Il titolo «Ì Costi!» c’è già alla riga ${placeOf(files, '#### I costi').split(':')[0]}. → Cambia uno dei due: nell’indice non si distinguono.`,
  ]);
});

test('nor that of a section', () => {
  expect(told(withTitles('### Il problema'), 'heading-repeated')).toHaveLength(1);
  expect(told(withTitles('### Il problema di prima'), 'heading-repeated')).toEqual([]);
});

test('a section written twice is told by its own rule alone', () => {
  const files = edited(sheet, '## Come funziona', '## Il problema');
  expect(told(files, 'heading-repeated')).toEqual([]);
  expect(told(files, 'section-repeated')).toHaveLength(1);
});

test('a title has words', () => {
  const files = withTitles('####\n\n ###');
  expect(told(files, 'heading-empty').map((line) => line.split(' ')[0])).toEqual([
    placeOf(files, '####\n'),
    placeOf(files, '###\n\n<Steps>'),
  ]);
});

test.each(['### {/* da scrivere */}', '### **&nbsp;**'])('a title without a letter is empty: %s', (line) => {
  expect(told(withTitles(line), 'heading-empty')).toHaveLength(1);
});

test.each([
  ['### <Fact of="people-supported"/>', ''],
  ['### Le <Fact of="people-supported"/> persone', 'Le  persone'],
  ['#### Una <Term id="coabitazione">parola</Term>', 'Una parola'],
  ['<Callout kind="note">\n\n### **<Cite source="delibera-2024"/>**\n\n</Callout>', ''],
])('a title is made of words, not of components: %s', (lines, title) => {
  const files = withTitles(lines);
  expect(told(files, 'heading-plain')).toEqual([
    `${placeOf(files, /#+ .*/.exec(lines)?.[0] ?? '')} Nel titolo «${title}» c’è un componente. → Scrivi il titolo con parole tue: il componente va nel testo sotto.`,
  ]);
  expect(told(files, 'heading-empty')).toEqual([]);
});
