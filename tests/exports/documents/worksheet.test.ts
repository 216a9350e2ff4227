import { expect, test } from 'vitest';
import { plainTextOf } from '../../../src/exports/documents/document.ts';
import { worksheetBlocks, worksheetDocument } from '../../../src/exports/documents/worksheet.ts';
import { docxOf } from '../../../src/exports/docx.ts';
import type { WorksheetAnswers } from '../../../src/knowledge/worksheet-state.ts';
import { naughtyStrings } from '../../naughty-strings.ts';
import { allBlocks } from './all-worksheet-blocks.ts';
import { openWord, paragraphsOf, rowsOf, wordsOf } from './word-file.ts';
import { all, type Xml } from './xml.ts';

const wordOf = async (answers?: WorksheetAnswers) =>
  (await openWord(await docxOf(worksheetDocument('Una prova', allBlocks, answers)))).body;
const answer = (text: string) => ({ field: 'Uno spazio', text });

/** Least heights of the rows of tables, in twentieths of a point. */
const heightsOf = (body: Xml): (number | undefined)[] =>
  all(body, 'w:tr').map((row) => {
    const [height] = all(row, 'w:trHeight');
    return height && Number(height.attributes['w:val']);
  });

const everyWord = [
  'Una prova',
  ...['Gruppo', 'Città', 'Data'],
  ...['Come si usa', 'Una scheda per gruppo.', 'Il bisogno', 'In una frase.'],
  ...['I tre giri', 'Chi porta il caso scrive.', 'Giro', 'Che cosa ho sentito', 'Domande', 'Ipotesi'],
  ...['Prima di chiudere', 'Un fatto ha una fonte.', 'C’è una data.'],
  ...['Le cause', 'Verso l’alto cresce: quanto farebbe male. Verso destra cresce: quanto è probabile.'],
  ...['Raro ma grave', 'Probabile e grave', 'Raro e lieve', 'Probabile ma lieve'],
  ...['La persona', 'Che cosa le succede', 'I fatti.', 'Chi la aiuta', 'Che cosa la ferma'],
];

test('an empty worksheet in Word has all its words and room for a hand in every space', async () => {
  const body = await wordOf();
  const words = wordsOf(body);
  expect(everyWord.filter((word) => !words.includes(word))).toEqual([]);
  expect(rowsOf(body)).toEqual([
    ['Gruppo', 'Città', 'Data'],
    [''],
    [''],
    [''],
    ['Giro', 'Che cosa ho sentito'],
    ['Domande', ''],
    ['Ipotesi', ''],
    ['', ''],
    ['Raro ma grave', 'Probabile e grave'],
    ['Raro e lieve', 'Probabile ma lieve'],
    ['Che cosa le succedeI fatti.', 'Chi la aiuta'],
    ['Che cosa la ferma', ''],
  ]);
  // a centimetre is 567; only the head of the table is as high as its words
  const heights = heightsOf(body);
  expect(heights.map((height) => height !== undefined && height >= 560)).toEqual(
    heights.map((_, row) => row !== 4),
  );
});

test('what was written stands in its place, and nothing is left to write there', async () => {
  const body = await wordOf({
    'firma.citta': answer('Taranto'),
    'il-bisogno': answer('Chi non ha casa\nnon ha medico'),
    'i-tre-giri.domande.che-cosa-ho-sentito': answer('Da quando?'),
    'i-tre-giri.riga-3.giro': answer('Un quarto giro'),
    'prima-di-chiudere.c-e-una-data': answer('sì'),
    'le-cause.raro-e-lieve': answer('La pioggia'),
    'la-persona.chi-la-aiuta': answer('La vicina'),
  });
  const rows = rowsOf(body);
  expect(rows).toContainEqual(['Gruppo', 'CittàTaranto', 'Data']);
  expect(rows).toContainEqual(['Domande', 'Da quando?']);
  expect(rows).toContainEqual(['Un quarto giro', '']);
  expect(rows).toContainEqual(['Raro e lieveLa pioggia', 'Probabile ma lieve']);
  expect(rows).toContainEqual(['Che cosa le succedeI fatti.', 'Chi la aiutaLa vicina']);
  expect(rows.filter((row) => row.length === 1)).toEqual([]);
  expect(paragraphsOf(body).map(({ words }) => words)).toContain('Chi non ha casa\nnon ha medico');
  const items = worksheetBlocks(allBlocks, { 'prima-di-chiudere.c-e-una-data': answer('sì') }).flatMap(
    (block) =>
      block.kind === 'list'
        ? block.items.map(([item]) => item?.kind === 'paragraph' && item.runs[0]?.text)
        : [],
  );
  expect(items).toEqual(['☐ ', '☑ ']);
});

test('what was written in a space that is no more there stands at the end under its old name', () => {
  const told = (answers: WorksheetAnswers) => plainTextOf(worksheetDocument('Una prova', allBlocks, answers));
  const gone = told({
    'il-bisogno': answer('qui'),
    'il-problema': { field: 'Il problema', text: 'là' },
    'la-lista.una-voce': { field: 'La lista: una voce', text: 'sì' },
  });
  expect(gone).toContain('Spazi che la scheda non ha più\nIl problema: là\nLa lista: una voce: spuntata');
  expect(told({ 'il-bisogno': answer('qui') })).not.toContain('non ha più');
});

test('strings that break programs come back whole from the file', async () => {
  const kept = naughtyStrings.filter((text) => /^[\x20-\x7e\xa0-\xff]+$/.test(text)).slice(0, 150);
  expect(kept.length).toBeGreaterThan(100);
  const body = await wordOf({ 'il-bisogno': answer(kept.join('\n')) });
  const words = wordsOf(body);
  expect(kept.filter((text) => !words.includes(text))).toEqual([]);
});

test('a keyless name of every object is no answer', () => {
  const [block] = worksheetBlocks([{ kind: 'lines', heading: 'constructor', lines: 2 }]).slice(1);
  expect(block).toEqual({ kind: 'blank', lines: 2 });
});
