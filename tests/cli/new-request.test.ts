import { expect, test } from 'vitest';
import { UsageError } from '../../src/cli/command.ts';
import { areaError, readRequest } from '../../src/cli/new-request.ts';
import { id } from '../../src/schemas/values.ts';

const request = (...words: string[]) => readRequest(words);

test('reads the kind, the options in either form and the dry run, in any order', () => {
  expect(request('--dry-run', '--title=Una = due', 'practice', '--area', 'x')).toEqual({
    kind: 'practice',
    title: 'Una = due',
    area: 'x',
    slug: 'una-due',
    dryRun: true,
  });
  expect(request('session', '--title', ' Prova ', '--slug', 'altra')).toEqual({
    kind: 'session',
    title: 'Prova',
    area: null,
    slug: 'altra',
    dryRun: false,
  });
});

test.each([
  ['L’orto “di” tutti: 100% 🏠', 'l-orto-di-tutti-100'],
  ['Città più verde', 'citta-piu-verde'],
  [
    'parola lunga '.repeat(6) + 'eccezionale',
    'parola-lunga-parola-lunga-parola-lunga-parola-lunga-parola-lunga-parola-lunga',
  ],
  ['a'.repeat(90), 'a'.repeat(80)],
])('the title %j names the file %s', (title, slug) => {
  expect(request('activity', '--title', title).slug).toBe(slug);
  expect(id.safeParse(slug).success).toBe(true);
});

test.each<[string, string[], string]>([
  ['nothing', [], 'Di’ che cosa vuoi scrivere: practice, workshop, activity, session.'],
  ['a kind mistyped', ['practise', '--title', 'X'], 'Non so preparare «practise». Forse volevi: practice.'],
  ['the Italian word', ['pratica', '--title', 'X'], 'Forse volevi: practice.'],
  ['a word of Object', ['constructor', '--title', 'X'], 'Non so preparare «constructor».'],
  ['a collection without templates', ['need', '--title', 'X'], 'Non so preparare «need».'],
  ['no title', ['session'], 'Manca il titolo: scrivilo fra virgolette dopo --title.'],
  ['an empty title', ['session', '--title', '  '], 'Manca il titolo'],
  ['a title on two lines', ['session', '--title', 'a\nb'], 'Il titolo non va bene. Scrivi una riga di testo'],
  [
    'a title of 200 characters',
    ['practice', '--title', 'x'.repeat(200)],
    'Il titolo non va bene. È troppo lungo: al massimo 90 caratteri, sono 200.',
  ],
  ['an unknown option', ['session', '--forza', '--title', 'X'], 'L’opzione «--forza» non esiste.'],
  [
    'an unknown option with a value',
    ['session', '--titolo=X'],
    'L’opzione «--titolo» non esiste. Forse volevi: --title',
  ],
  ['an option without value', ['session', '--title'], 'Dopo «--title» manca il valore.'],
  ['an option in place of a value', ['session', '--title', '--dry-run'], 'Dopo «--title» manca il valore.'],
  [
    'words that npm has eaten',
    ['practice', 'casa', 'Titolo'],
    'metti il titolo fra virgolette, e «--» subito dopo «npm run new»',
  ],
  [
    'a title without letters',
    ['session', '--title', '🏠🏠'],
    'Scegline uno con --slug, per esempio --slug la-mia-pratica.',
  ],
  [
    'an empty file name',
    ['session', '--title', 'X', '--slug='],
    'Dal titolo non si ricava il nome del file.',
  ],
  [
    'a file name out of the folder',
    ['session', '--title', 'X', '--slug', '../../x'],
    '«../../x» non può essere il nome del file. Usa solo minuscole',
  ],
  [
    'a file name too long',
    ['session', '--title', 'X', '--slug', 'a'.repeat(81)],
    'al massimo 80 caratteri, sono 81.',
  ],
])('refuses %s', (_, words, message) => {
  expect(() => request(...words)).toThrow(UsageError);
  expect(() => request(...words)).toThrow(message);
});

test('an area that does not exist is answered with all there are', () => {
  const areas = ['cultura-turismo', 'disagio-abitativo'];
  expect(areaError(null, areas).message).toBe(
    'Di’ l’area della pratica con --area. Le aree: cultura-turismo, disagio-abitativo.',
  );
  expect(areaError('disagio', areas).message).toContain('Forse volevi: disagio-abitativo.');
});
