import { expect, test } from 'vitest';
import { checkFiles } from '../../src/checks/content.ts';
import { problem } from '../../src/checks/problem.ts';
import { edited, named, pictures } from '../fixture-content.ts';
import { sheet } from './told.ts';

const files = edited(sheet, 'Un cortile', 'Il cortile');
const orphans = (images: string[], content = files, problems: ReturnType<typeof problem>[] = []) =>
  checkFiles(content, { images, problems })
    .problems.map(named)
    .filter(({ code }) => code === 'image-orphan');

test('a picture that no sheet shows is named', () => {
  expect(orphans([...pictures, 'workshops/sala.jpg'])).toMatchObject([
    {
      file: 'workshops/sala.jpg',
      line: 1,
      column: 1,
      severity: 'warning',
      message: 'Nessuna scheda mostra l’immagine «sala.jpg».',
      hint: 'Mostrala con <Figure src="sala.jpg" alt="…" credit="…" />, oppure cancella il file.',
    },
  ]);
});

test('one of the same name beside a sheet that shows it is another', () => {
  expect(orphans([...pictures, 'workshops/case-aperte-cortile.png'])).toHaveLength(1);
});

test('a draft shows its pictures too', () => {
  expect(orphans(pictures, edited(sheet, '---\n', '---\ndraft: true\n'))).toEqual([]);
});

test('where a name is mistyped, the picture it means is not complained of a second time', () => {
  expect(orphans(pictures, edited(sheet, 'cortile.png', 'cortil.png'))).toEqual([]);
});

test('nothing is said of a folder in which a sheet cannot be read', () => {
  const top = { line: 1, column: 1 };
  const broken = problem('encoding', 'workshops/rotto.mdx', top, 'Il file non è in UTF-8.', '');
  expect(orphans([...pictures, 'workshops/sala.jpg'], files, [broken])).toEqual([]);
});
