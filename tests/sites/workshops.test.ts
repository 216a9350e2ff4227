import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixtureFolder, fixtureText } from '../fixture-content.ts';
import { startBuild } from './command.ts';

/** The same workshop twice: as the room left it, and some years later, when somebody wrote what became of it. */
const work = mkdtempSync(join(tmpdir(), 'tra-pari-workshops-'));
const question = 'Quanto costa l’accompagnamento?';
const answer = 'Costa poco: lo paga il Comune.';
const promise = 'Manda il modulo.';

const before = fixtureText('workshops/borgo-2023.mdx')
  .replace(`what: "${promise}"`, `what: "${promise}"\n    city: citta-esempio`)
  .replace(
    '\nfacts:',
    `
session: mattina-di-prova
timing:
  - title: "Il caso"
    planned: 30
    actual: 45
    change: "Dare prima la scheda da leggere."
  - title: "Pausa"
    planned: 10
    actual: 10
facts:`,
  );
const after = before
  .replace(
    /(costa l’accompagnamento\?"\n {4}status: )open/,
    `$1answered\n    answer: "${answer}"\n    answeredOn: '2025-01-11'\n    answerSource: nota-2025`,
  )
  .replace(
    /by: '2023-06'\n {4}status: open/,
    `by: '2023-06'\n    status: done\n    outcome: "Il modulo è arrivato a tutti."\n    outcomeOn: '2023-07'\n    outcomeSource: nota-2025`,
  )
  .replace(
    '\nauthors:',
    `
  - id: nota-2025
    title: "Nota sul seguito"
    publisher: "Comune di Borgo Prova"
    date: '2025-02-01'
    url: https://comune.example.org/seguito
    accessed: '2026-11-22'
results:
  - text: "Le due città hanno aperto uno sportello comune."
    date: '2024'
    practice: case-aperte
    source: nota-2025
authors:`,
  );

const folderOf = (name: string) => join(work, name, 'dist');
beforeAll(async () => {
  for (const [name, text] of Object.entries({ before, after })) {
    const content = join(work, name, 'content');
    cpSync(fixtureFolder, content, { recursive: true });
    writeFileSync(join(content, 'workshops/borgo-2023.mdx'), text);
    const { status, text: said } = await startBuild(content, folderOf(name)).end;
    expect(status, said).toBe(0);
  }
}, 300_000);
afterAll(() => rmSync(work, { recursive: true, force: true }));

const html = (name: string, page: string) => readFileSync(join(folderOf(name), page, 'index.html'), 'utf8');
/** The words of a page from one point of it to the next title of the same rank, without marks. */
function wordsFrom(page: string, id: string): string {
  const [, rank = '2'] = new RegExp(`<h(\\d) id="${id}"`).exec(page) ?? [];
  const from = page.slice(page.indexOf(`id="${id}"`)).replace(/^[^>]*>/, '');
  return from
    .replace(new RegExp(`<h${rank}\\b[^]*$`), '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:)])/g, '$1');
}

describe('a question of a workshop about a sheet', () => {
  test('stands open on the page of the sheet, with where it was asked', () => {
    const part = wordsFrom(html('before', 'pratiche/case-aperte'), 'non-sappiamo');
    expect(part).toContain(
      `${question} Aperta. Dal laboratorio Laboratorio di prova a Borgo Prova, 15-16 marzo 2023`,
    );
    expect(part).not.toContain('Con risposta');
    expect(html('before', 'pratiche/case-aperte')).toContain('href="/laboratori/borgo-2023/#domande-aperte"');
  });

  test('leaves what is open once it has an answer, which leads to its source', () => {
    const page = html('after', 'pratiche/case-aperte');
    const part = wordsFrom(page, 'non-sappiamo');
    expect(part).not.toContain('Chiesto nei laboratori');
    expect(part).not.toContain('Aperta.');
    expect(part).toContain('Fonte della risposta: Comune di Borgo Prova');
    expect(part).toMatch(
      new RegExp(`Con risposta ${question.replace('?', '\\?')} Risposta \\(11 gennaio 2025\\): ${answer}`),
    );
    expect(page).toContain('href="/laboratori/borgo-2023/#fonte-2"');
  });
});

describe('a promise of a city', () => {
  test('is late on its page, said calmly, with nothing known of the outcome', () => {
    const part = wordsFrom(html('before', 'citta/citta-esempio'), 'impegni');
    expect(part).toContain('1 impegno, nessuno chiuso, 1 scaduto.');
    expect(part).toContain(`Ufficio casa. ${promise} Scaduto a giugno 2023, esito non documentato.`);
    expect(html('before', 'citta/citta-esempio')).toContain('href="/laboratori/borgo-2023/#promesso"');
  });

  test('is told as kept once somebody says so', () => {
    const part = wordsFrom(html('after', 'citta/citta-esempio'), 'impegni');
    expect(part).toContain('1 impegno, 1 chiuso.');
    expect(part).toContain('Fatto, luglio 2023. Il modulo è arrivato a tutti.');
    expect(part).toContain('Fonte: Comune di Borgo Prova');
    expect(part).not.toContain('caduto');
  });

  test('is not laid on the city where the workshop was', () => {
    expect(html('before', 'citta/borgo-prova')).not.toContain('id="impegni"');
    expect(html('before', 'citta/borgo-prova')).toContain('si è svolto qui');
  });
});

describe('the page of the workshop', () => {
  const parts = ['chiesto', 'detto', 'deciso', 'promesso', 'domande-aperte', 'bisogni-emersi', 'seguito'];

  test.each(['before', 'after'])(
    'tells what was asked, said, decided, promised, and what became of it: %s',
    (name) => {
      const page = html(name, 'laboratori/borgo-2023');
      const places = parts.map((id) => page.indexOf(`<h3 id="${id}"`));
      expect(places.every((place) => place > 0)).toBe(true);
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    },
  );

  test('says what it knows of the promises and the questions, and what it does not', () => {
    const open = wordsFrom(html('before', 'laboratori/borgo-2023'), 'seguito');
    expect(open).toMatch(
      /1 impegno: 1 scaduto; 1 domanda: nessuna ha ancora una risposta\. Che cosa ne è nato: non documentato/,
    );
    const settled = wordsFrom(html('after', 'laboratori/borgo-2023'), 'seguito');
    expect(settled).toMatch(/1 impegno: 1 chiuso; 1 domanda: 1 con risposta, nessuna aperta\./);
    expect(settled).toContain('Le due città hanno aperto uno sportello comune.');
    expect(settled).toContain('2024. Scheda: Case aperte');
  });

  test('tells the minutes, planned and real, to whom leads it next', () => {
    const part = wordsFrom(html('before', 'laboratori/borgo-2023'), 'prossima-volta');
    expect(part).toContain(
      'Il caso: 30 minuti previsti, 45 veri: 15 in più La prossima volta: Dare prima la scheda da leggere.',
    );
    expect(part).toContain('Pausa: 10 minuti previsti, altrettanti veri');
  });
});

test('the session that was followed says when, and only what went otherwise', () => {
  const part = wordsFrom(html('before', 'sessioni/mattina-di-prova'), 'svolta');
  expect(part).toContain('Laboratorio di prova a Borgo Prova');
  expect(part).toContain('Borgo Prova, 15-16 marzo 2023');
  expect(part).toContain('Dare prima la scheda da leggere.');
  expect(part).not.toContain('Pausa');
});

test('the list of workshops says what each one left', () => {
  const left = (name: string) =>
    /class="event-left">(.*?)<\/p>/s.exec(html(name, 'laboratori'))?.[1]?.replace(/\s+/g, ' ');
  expect(left('before')).toContain('1 decisione; 1 bisogno emerso; 1 domanda aperta; 1 impegno: 1 scaduto');
  expect(left('after')).toContain(
    '1 decisione; 1 bisogno emerso; 1 domanda con risposta; 1 impegno: 1 chiuso',
  );
});
