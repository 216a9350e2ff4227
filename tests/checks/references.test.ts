import { describe, expect, test } from 'vitest';
import { edited, fixtureText, seriousProblems } from '../fixture-content.ts';

const sheet = 'practices/case-aperte.mdx';
const lineOf = (path: string, passage: string) =>
  fixtureText(path)
    .split('\n')
    .findIndex((line) => line.includes(passage)) + 1;
const problemsAfter = (path: string, passage: string, replacement: string) =>
  seriousProblems(edited(path, passage, replacement)).map(({ file, line, column, code, message, hint }) => ({
    place: `${file} ${line}:${column}`,
    code,
    message,
    hint,
  }));

describe('a name that leads nowhere is reported with file, line, the wrong id and the nearest right ones', () => {
  test.each([
    [
      'a city',
      sheet,
      'city: borgo-prova',
      'city: borgo-prva',
      7,
      'Non esiste la città «borgo-prva».',
      'Forse volevi scrivere: borgo-prova.',
    ],
    [
      'a city, by its name: one fault, not two',
      sheet,
      'city: borgo-prova',
      'city: Borgo Prova',
      7,
      'Non esiste la città «Borgo Prova».',
      'Forse volevi scrivere: borgo-prova.',
    ],
    [
      'a need',
      sheet,
      '  - spazi-vuoti',
      '  - spazi-vuotti',
      5,
      'Non esiste il bisogno «spazi-vuotti».',
      'Forse volevi scrivere: spazi-vuoti.',
    ],
    [
      'an area',
      sheet,
      '  - poverta-marginalita',
      '  - poverta',
      5,
      'Non esiste l’area di focus «poverta».',
      'Forse volevi scrivere: poverta-marginalita.',
    ],
    [
      'a programme',
      sheet,
      'programme: fondo-prova',
      'programme: fondo-provato',
      16,
      'Non esiste il programma «fondo-provato».',
      'Forse volevi scrivere: fondo-prova.',
    ],
    [
      'a term, in the text',
      sheet,
      '<Term id="patto-di-collaborazione">',
      '<Term id="patto">',
      36,
      'Non esiste la voce di glossario «patto».',
      'Forse volevi scrivere: patto-di-collaborazione.',
    ],
    [
      'a practice, in the text',
      sheet,
      '<Practice id="officina-vuota"/>',
      '<Practice id="oficina-vuota"/>',
      133,
      'Non esiste la pratica «oficina-vuota».',
      'Forse volevi scrivere: officina-vuota.',
    ],
    [
      'nothing near',
      sheet,
      'city: borgo-prova',
      'city: zzzzzzzzzzzzzzzzzzzz',
      7,
      'Non esiste la città «zzzzzzzzzzzzzzzzzzzz».',
      'Aggiungi la città in cities.yaml, oppure scegli fra le voci che ci sono.',
    ],
    [
      'nothing near, among the sheets',
      sheet,
      '<Practice id="officina-vuota"/>',
      '<Practice id="zzzzzzzzzzzz"/>',
      133,
      'Non esiste la pratica «zzzzzzzzzzzz».',
      'Scrivi prima la scheda practices/zzzzzzzzzzzz.mdx, oppure scegli fra quelle che ci sono.',
    ],
    [
      'an activity of a session',
      'sessions/mattina-di-prova.mdx',
      'activity: mappa-di-prova',
      'activity: mappa',
      15,
      'Non esiste l’attività «mappa».',
      'Forse volevi scrivere: mappa-di-prova.',
    ],
    [
      'an indicator of an area',
      'focus-areas/cultura-turismo.mdx',
      '  - opening-date',
      '  - open-date',
      5,
      'Non esiste l’indicatore «open-date».',
      'Forse volevi scrivere: opening-date.',
    ],
  ])('%s', (_, path, passage, replacement, column, message, hint) => {
    const place = `${path} ${lineOf(path, passage)}:${column}`;
    expect(problemsAfter(path, passage, replacement)).toContainEqual({
      place,
      code: 'unknown-reference',
      message,
      hint,
    });
  });

  test.each([
    ['a need, by another of its names', '  - spazi-vuoti', '  - immobili-sfitti', 'spazi-vuoti'],
    ['a need, by a name mistyped', '  - spazi-vuoti', '  - imobili-sffitti', 'spazi-vuoti'],
    ['a programme, by its acronym', 'programme: fondo-prova', 'programme: fp', 'fondo-prova'],
    [
      'a programme, by its title',
      'programme: fondo-prova',
      'programme: fondo-di-prova-2021-2027',
      'fondo-prova',
    ],
    [
      'a practice, by its other name',
      '<Practice id="officina-vuota"/>',
      '<Practice id="progetto-case-aperte"/>',
      'case-aperte',
    ],
  ])('%s', (_, passage, replacement, meant) => {
    const hints = problemsAfter(sheet, passage, replacement).map(({ hint }) => hint);
    expect(hints).toContain(`Forse volevi scrivere: ${meant}.`);
  });

  test('from one list to another', () => {
    expect(problemsAfter('needs.yaml', '      - spazi-vuoti', '      - spazi')).toEqual([
      {
        place: `needs.yaml ${lineOf('needs.yaml', '      - spazi-vuoti')}:9`,
        code: 'unknown-reference',
        message: 'Non esiste il bisogno «spazi».',
        hint: 'Forse volevi scrivere: spazi-vuoti.',
      },
    ]);
  });
});

describe('a source that is not in the file', () => {
  test('is reported from the data', () => {
    const problems = problemsAfter(sheet, '    source: universita-2022', '    source: universita-2023');
    expect(problems).toContainEqual({
      place: `${sheet} ${lineOf(sheet, '    source: universita-2022')}:13`,
      code: 'unknown-source',
      message: 'La fonte «universita-2023» non è fra le fonti di questo file.',
      hint: 'Forse volevi scrivere: universita-2022, gazzetta-2021.',
    });
  });

  test('is reported from the text', () => {
    const [problem] = problemsAfter(
      'workshops/borgo-2023.mdx',
      '<Cite source="comune-2023"/>',
      '<Cite source="giornale-di-ieri"/>',
    );
    expect(problem).toMatchObject({ code: 'unknown-source', hint: 'Aggiungila in «sources».' });
  });
});

describe('a draft', () => {
  test('may not be named by a published sheet', () => {
    const [problem] = problemsAfter(
      sheet,
      '<Practice id="officina-vuota"/>',
      '<Practice id="bozza-in-corso"/>',
    );
    expect(problem).toMatchObject({
      code: 'reference-to-draft',
      message: '«bozza-in-corso» è ancora una bozza.',
      hint: 'Pubblica prima quella scheda, o togli il richiamo.',
    });
  });

  test('may name another draft, or a published sheet', () => {
    const draft = 'practices/bozza-in-corso.mdx';
    const related = 'related:\n  - bozza-in-corso\n  - case-aperte\nneeds:';
    expect(problemsAfter(draft, 'needs:', related)).toEqual([]);
  });

  test('with a field still empty names nothing', () => {
    expect(problemsAfter('practices/bozza-in-corso.mdx', 'city:', 'city: ""')).toEqual([]);
  });

  test('with a wrong name is told', () => {
    expect(problemsAfter('practices/bozza-in-corso.mdx', 'city:', 'city: nessuna')).toMatchObject([
      { code: 'unknown-reference' },
    ]);
  });
});
