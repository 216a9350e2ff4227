import { expect, test } from 'vitest';
import { edited } from '../fixture-content.ts';
import { placeOf, sheet, told } from './told.ts';

const withText = (text: string) => edited(sheet, '### In tre passi\n', `### In tre passi\n\n${text}\n`);
const lost = (text: string) => told(withText(text), 'footnote-lost');

test.each([
  'Dal 2020.[^x]\n\n[^x]: Secondo il Comune.',
  'Due volte[^a] la stessa.[^A]\n\n[^a]: Una nota.',
  'Una nota[^a] che ne richiama un’altra.\n\n[^a]: Vedi.[^b]\n\n[^b]: Qui.',
  '> Detto.[^a]\n\n<Callout kind="note">\n\nNel riquadro.[^b]\n\n</Callout>\n\n[^a]: Una.\n\n[^b]: Due.',
  'Si scrive \\[^1], oppure `[^1]`, e {/* [^1] */} non conta.',
  'Le lettere [a^2], [^ e ^].',
])('a note that is called and a call that has its note pass: %j', (text) => {
  expect(lost(text)).toEqual([]);
});

test('a call without a note is told at its place, in each kind of text', () => {
  const text =
    'Perché è 😀 così.[^uno]\nE poi \\\\[^due] \\[^no] **forte[^tre]**.\n\n> citato\n> ancora[^4]\n\n| a | b |\n|---|---|\n| c | d[^5] |';
  const files = withText(text);
  expect(told(files, 'footnote-lost')).toEqual(
    ['uno', 'due', 'tre', '4', '5'].map(
      (name) =>
        `${placeOf(files, `[^${name}]`)} Il richiamo «[^${name}]» non ha la sua nota. → Aggiungi in fondo, dopo una riga vuota: [^${name}]: testo della nota. Oppure togli il richiamo.`,
    ),
  );
});

test('a name with a space is no name', () => {
  const files = withText('Dal 2020.[^la fonte]');
  expect(told(files, 'footnote-lost')).toEqual([
    `${placeOf(files, '[^la')} Il richiamo «[^la fonte]» non ha la sua nota. → Il nome di una nota è senza spazi: [^1], [^fonte].`,
  ]);
});

test('a note that nobody calls would not be printed', () => {
  const files = withText('Testo.\n\n[^Uno]: Mai detta.');
  expect(told(files, 'footnote-lost')).toEqual([
    `${placeOf(files, '[^Uno]')} Nessun punto del testo richiama la nota «[^Uno]». → Scrivi [^Uno] nel testo, dopo le parole che spiega, oppure togli la nota.`,
  ]);
});

test('nor would notes that call only each other', () => {
  expect(lost('Testo.\n\n[^a]: Vedi.[^b]\n\n[^b]: Vedi.[^a]')).toHaveLength(2);
});

test('of two notes with one name the second is lost', () => {
  const files = withText('Testo.[^a]\n\n[^a]: Prima.\n\n[^A]: Seconda.');
  expect(told(files, 'footnote-lost')).toEqual([
    `${placeOf(files, '[^A]')} La nota «[^A]» c’è già alla riga ${placeOf(files, '[^a]: ').split(':')[0]}. → Dalle un altro nome e richiamala nel testo, oppure toglila.`,
  ]);
});

test('a long chain of notes is followed to its end', () => {
  const notes = Array.from({ length: 3000 }, (_, at) => `[^n${at}]: x[^n${at + 1}]`).join('\n\n');
  expect(lost(`Testo.[^n0]\n\n${notes}\n\n[^n3000]: fine`)).toEqual([]);
});
