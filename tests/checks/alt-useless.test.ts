import { describe, expect, test } from 'vitest';
import { edited } from '../fixture-content.ts';
import { placeOf, sheet, told } from './told.ts';

const old = 'alt="Un cortile con le porte aperte"';
const withAlt = (alt: string) => edited(sheet, old, `alt="${alt}"`);

describe('words that tell nothing of a picture', () => {
  test.each([
    ['foto', 'è troppo breve per dire che cosa si vede'],
    ['Immagine del progetto', null],
    ['logo', 'è troppo breve per dire che cosa si vede'],
    ['Il cortile', 'è troppo breve per dire che cosa si vede'],
    ['Su e giù là', 'è troppo breve per dire che cosa si vede'],
    ['IMG 2023 cortile grande.JPG', 'è il nome di un file'],
    ['Disegno di prova', 'ripete i crediti'],
    ['In tre passi!', 'ripete un titolo della scheda'],
    ['Un cortile con le porte aperte', null],
  ])('%s', (alt, fault) => {
    const files = withAlt(alt);
    expect(told(files, 'alt-useless')).toEqual(
      fault === null
        ? []
        : [
            `${placeOf(files, `alt="${alt}"`)} Il testo alternativo «${alt}» ${fault}. → Scrivi in una frase che cosa si vede e perché conta.`,
          ],
    );
  });
});

test('are told at their own line', () => {
  const files = edited(
    sheet,
    `<Figure src="case-aperte-cortile.png" ${old}`,
    '<Figure\n  src="case-aperte-cortile.png"\n  alt="foto"\n ',
  );
  expect(told(files, 'alt-useless').map((line) => line.split(' ')[0])).toEqual([
    placeOf(files, 'alt="foto"'),
  ]);
});
