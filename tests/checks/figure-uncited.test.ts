import { describe, expect, test } from 'vitest';
import { edited } from '../fixture-content.ts';
import { placeOf, sheet, told } from './told.ts';

const typed = (words: string) => edited(sheet, '1. La famiglia fa domanda.', `1. ${words}`);
const complaints = (words: string) => told(typed(words), 'figure-uncited');

describe('a figure in the text', () => {
  test.each([
    'Hanno aperto 7 sportelli.',
    'Costa 40 mila euro. Lo dice il Comune <Cite source="comune-2021"/>.',
    'Lo dice il Comune <Cite source="comune-2021"/>. Costa 40 mila euro.',
    'Ne fa <Practice id="officina-vuota"/> 7.',
    'Nel 2021 il 12 % in più.',
    'Le 12 associazioni aprono.',
    'Da 10-15 persone al giorno.',
    'Il 30-40% di chi fa domanda.',
    'Da 30.000–45.000 euro.',
    'Un calo del -15% in un anno.',
    'Una sala di 300mq.',
  ])('without a source in its sentence: %s', (words) => {
    expect(complaints(words)).toHaveLength(1);
  });

  test.each([
    'Hanno aperto 7 sportelli <Cite source="comune-2021"/>.',
    'Hanno aperto 7 sportelli: il conto è del Comune <Cite source="comune-2021"/>.',
    'Su <Fact of="people-supported"/>, 7 hanno trovato casa.',
    'Il 24, e poi dal 25 al 28, si fa festa.',
    'Nel 2021, in via Roma 12, alle 18, con la legge 328 del 2000.',
    'Nel PON 14-20 della Città, dalle 9-13 circa, verso le 12 precise, il 9-13 dicembre.',
    'Negli anni 80, per gli under 35, con la priorità 4 e la legge regionale 15.',
    'Al numero 011-4431 oppure, alle pagine 12-15 della delibera, in età 18-40 anni.',
    'Hanno aperto 7 sportelli a S. Pietro, dice il dott. Rossi <Cite source="comune-2021"/>.',
    'Aprono sette sportelli.',
  ])('with its source, or that is no figure: %s', (words) => {
    expect(complaints(words)).toEqual([]);
  });

  test('a row of a table has one source for all its cells', () => {
    const table = (source: string) =>
      edited(
        sheet,
        '### In tre passi',
        `### In tre passi\n\n| Chi | Quanti |\n|---|---|\n| Uno | 7 ${source}|\n| Due | 9 |`,
      );
    expect(told(table('<Cite source="comune-2021"/>'), 'figure-uncited')).toHaveLength(1);
    expect(told(table(''), 'figure-uncited')).toHaveLength(2);
  });

  test('is told where it stands, with what to do', () => {
    const files = typed('Hanno aperto 7 sportelli.');
    expect(told(files, 'figure-uncited')).toEqual([
      `${placeOf(files, '7 sportelli')} «7» sta in una frase senza fonte. → Scrivi <Fact of="…" />, oppure <Cite source="…" /> prima del punto.`,
    ]);
  });
});

describe('a figure in a field', () => {
  const field = (yaml: string) => told(edited(sheet, 'authors:', `${yaml}\nauthors:`), 'figure-noteless');

  test.each([
    'whenNotTo:\n  - text: "Se mancano 30 alloggi."',
    'conditions:\n  - kind: money\n    text: "Servono 50 mila euro."\n    essential: true',
    'openQuestions:\n  - "I 12 alloggi ci sono ancora?"',
  ])('that carries no note: %s', (yaml) => {
    expect(field(yaml)).toHaveLength(1);
  });

  test.each([
    'whenNotTo:\n  - text: "Se mancano 30 alloggi."\n    source: comune-2021',
    'whenNotTo:\n  - text: "Se nel 2021 mancavano alloggi."',
    'documents:\n  - title: "Delibera 12 del 2019"\n    kind: resolution\n    source: comune-2021',
  ])('with its source, or that is no figure: %s', (yaml) => {
    expect(field(yaml)).toEqual([]);
  });

  test('the first lines of a sheet carry none', () => {
    const files = edited(sheet, 'tagline: "Alloggi', 'tagline: "Ecco 30 alloggi');
    expect(told(files, 'figure-noteless')).toEqual([
      `${placeOf(files, '"Ecco 30')} «30» si stampa qui senza il numero della fonte. → Dillo a parole e scrivi la cifra fra i dati, o aggiungi «source» alla voce.`,
    ]);
  });
});

describe('what is known later of a workshop', () => {
  const path = 'workshops/borgo-2023.mdx';
  const noteless = (passage: string, yaml: string) =>
    told(edited(path, passage, yaml), 'figure-noteless', { path });
  const answered = (more: string) =>
    noteless(
      'accompagnamento?"\n    status: open',
      `accompagnamento?"\n    source: comune-2023\n    status: answered\n    answer: "Costa 400 euro."${more}`,
    );

  test('has a source of its own: that of the question is not enough', () => {
    expect(answered('')).toEqual([expect.stringContaining('aggiungi «answerSource» alla voce')]);
    expect(answered('\n    answerSource: comune-2023')).toEqual([]);
  });

  test('also of a promise', () => {
    const outcome = (more: string) =>
      noteless('    status: open\nopen', `    status: done\n    outcome: "Ne ha mandati 40."${more}\nopen`);
    expect(outcome('\n    source: comune-2023')).toEqual([expect.stringContaining('«outcomeSource»')]);
    expect(outcome('\n    outcomeSource: comune-2023')).toEqual([]);
  });

  test('but the minutes of a plan are nobody’s figure', () => {
    const timing = 'timing:\n  - title: "Giro"\n    planned: 10\n    change: "Almeno 30 minuti."';
    expect(noteless('\nfacts:', `\n${timing}\nnextTime: "Almeno 30 minuti."\nfacts:`)).toEqual([]);
  });
});

test('what a room needs is nobody’s figure', () => {
  const path = 'activities/mappa-di-prova.mdx';
  const files = edited(path, '\n## ', '\n## ').map((file) =>
    file.path === path ? { ...file, text: `${file.text}\nServono 30 sedie.\n` } : file,
  );
  expect(told(files, 'figure-uncited', { path })).toEqual([]);
});
