import { expect, test } from 'vitest';
import { edited, seriousProblems } from '../fixture-content.ts';

test('a picture that lies beside its sheet passes', () => {
  expect(seriousProblems(edited('practices/case-aperte.mdx', 'Un cortile', 'Il cortile'))).toEqual([]);
});

test('a picture that is not there is named, with the nearest that is', () => {
  const problems = seriousProblems(
    edited('practices/case-aperte.mdx', 'case-aperte-cortile.png', 'case-aperte-cortil.png'),
  );
  expect(problems).toMatchObject([
    {
      file: 'practices/case-aperte.mdx',
      code: 'image-missing',
      severity: 'error',
      message: 'L’immagine «case-aperte-cortil.png» non c’è.',
      hint: 'Forse volevi scrivere: case-aperte-cortile.png.',
    },
  ]);
});
