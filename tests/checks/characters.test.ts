import { describe, expect, test } from 'vitest';
import { characters, upsetsParser } from '../../src/checks/rules/characters.ts';
import { normalise } from '../../src/checks/text.ts';
import { fixtureText, named, seriousProblems, withFile } from '../fixture-content.ts';

const check = (text: string) => characters.check({ path: 'practices/a.mdx', text }).map(named);
const placesOf = (text: string) => check(text).map(({ code, line, column }) => `${code} ${line}:${column}`);

describe('a sign that nobody sees is refused, and named', () => {
  test.each([
    ['NUL', '\u0000', 'U+0000'],
    ['bell', '\u0007', 'U+0007'],
    ['backspace', '\u0008', 'U+0008'],
    ['vertical tab', '\u000b', 'U+000B'],
    ['form feed', '\u000c', 'U+000C'],
    ['lone carriage return', '\r', 'U+000D'],
    ['escape', '\u001b', 'U+001B'],
    ['delete', '\u007f', 'U+007F'],
    ['next line', '\u0085', 'U+0085'],
    ['control sequence', '\u009b', 'U+009B'],
    ['soft hyphen', '\u00ad', 'U+00AD'],
    ['Arabic letter mark', '\u061c', 'U+061C'],
    ['Mongolian vowel separator', '\u180e', 'U+180E'],
    ['zero width space', '\u200b', 'U+200B'],
    ['zero width non-joiner', '\u200c', 'U+200C'],
    ['zero width joiner', '\u200d', 'U+200D'],
    ['left-to-right mark', '\u200e', 'U+200E'],
    ['right-to-left mark', '\u200f', 'U+200F'],
    ['line separator', '\u2028', 'U+2028'],
    ['paragraph separator', '\u2029', 'U+2029'],
    ['left-to-right embedding', '\u202a', 'U+202A'],
    ['right-to-left embedding', '\u202b', 'U+202B'],
    ['pop directional formatting', '\u202c', 'U+202C'],
    ['left-to-right override', '\u202d', 'U+202D'],
    ['right-to-left override', '\u202e', 'U+202E'],
    ['word joiner', '\u2060', 'U+2060'],
    ['invisible times', '\u2062', 'U+2062'],
    ['left-to-right isolate', '\u2066', 'U+2066'],
    ['right-to-left isolate', '\u2067', 'U+2067'],
    ['first strong isolate', '\u2068', 'U+2068'],
    ['pop directional isolate', '\u2069', 'U+2069'],
    ['private use', '\ue000', 'U+E000'],
    ['high half alone', '\ud800', 'U+D800'],
    ['low half alone', '\udc00', 'U+DC00'],
    ['byte order mark inside', '\ufeff', 'U+FEFF'],
    ['interlinear annotation', '\ufff9', 'U+FFF9'],
    ['no character', '\uffff', 'U+FFFF'],
    ['unassigned', '\u0378', 'U+0378'],
    ['tag', '\u{e0041}', 'U+E0041'],
    ['combining grapheme joiner', '\u034f', 'U+034F'],
    ['Hangul filler of a first consonant', '\u115f', 'U+115F'],
    ['Hangul filler', '\u3164', 'U+3164'],
    ['half-width Hangul filler', '\uffa0', 'U+FFA0'],
    ['Khmer inherent vowel', '\u17b4', 'U+17B4'],
    ['empty braille cell', '\u2800', 'U+2800'],
    ['language tag', '\u{e0001}', 'U+E0001'],
    ['private plane', '\u{100000}', 'U+100000'],
    ['unassigned in a far plane', '\u{50000}', 'U+50000'],
  ])('%s', (_, sign, name) => {
    const [problem, ...more] = check(`Prima riga.\nUna pa${sign}rola.\n`);
    expect(more).toEqual([]);
    expect(problem).toMatchObject({
      code: 'control-character',
      severity: 'error',
      line: 2,
      column: 7,
      message: `C’è un carattere invisibile (${name}), che non può stare in un file dei contenuti.`,
      hint: 'Cancella e riscrivi a mano «parola.».',
    });
  });
});

test.each([
  ['in an emoji', 'fatto \u2714\ufe0f qui', 'U+FE0F'],
  ['as a hidden message', 'parola\u{e0101}', 'U+E0101'],
])('a variation selector is refused %s, and words are asked for', (_, text, name) => {
  expect(check(`${text}\n`)).toMatchObject([
    {
      code: 'control-character',
      message: `C’è un carattere invisibile (${name}), che non può stare in un file dei contenuti.`,
      hint: 'Viene con una faccina: cancellala e scrivi la parola al posto della faccina.',
    },
  ]);
});

test('an invisible sign between spaces has its own remedy', () => {
  expect(check('a \u200b b\n')[0]?.hint).toBe('Cancella questa riga e riscrivila a mano.');
});

test('each line has its own problem, and a line one', () => {
  expect(placesOf('a\u200bb\u200bc\n\nb\u202ec\n')).toEqual([
    'control-character 1:2',
    'control-character 3:2',
  ]);
});

test('a tab is no invisible sign, and counts as one place', () => {
  expect(placesOf('\ta\n')).toEqual([]);
  expect(placesOf('\ta\u200b\n')).toEqual(['control-character 1:3']);
});

describe('an accent is part of its letter', () => {
  test.each([
    ['perche\u0301', 'perché'],
    ['citta\u0300', 'città'],
    ['U\u0308bung', 'Übung'],
  ])('%j', (written, composed) => {
    expect(check(`Una riga.\nEcco ${written} sì.\n`)).toMatchObject([
      {
        code: 'not-nfc',
        severity: 'error',
        line: 2,
        column: 6,
        message: `In «${written}» una lettera accentata è scritta come due segni.`,
        hint: `Scrivi «${composed}».`,
      },
    ]);
  });

  test('a sign with another, simpler form is refused too', () => {
    expect(placesOf('300 \u212a\n')).toEqual(['not-nfc 1:5']); // the Kelvin sign, which is a K
    expect(placesOf('5 \u2126\n')).toEqual(['not-nfc 1:3']); // the Ohm sign, which is an omega
  });
});

describe('letters of two alphabets in one word', () => {
  test.each([
    ['Cyrillic a', 'T\u043erino', 'T\u043erino'],
    ['Cyrillic first', 'prima \u0421ittà dopo', '\u0421ittà'],
    ['Greek omicron', 'Rom\u03b1', 'Rom\u03b1'],
    ['at the end', 'Comun\u0435', 'Comun\u0435'],
    ['in an address', 'https://\u0440aypal.com', '\u0440aypal'],
  ])('%s', (_, text, word) => {
    expect(check(`${text}\n`)).toMatchObject([
      {
        code: 'mixed-scripts',
        severity: 'error',
        line: 1,
        column: text.indexOf(word) + 1,
        message: `La parola «${word}» mescola lettere di alfabeti diversi che si somigliano.`,
      },
    ]);
  });
});

describe('passes', () => {
  const openings = [
    'La città',
    'Perché il Comune',
    'L’associazione',
    'Così «La Gazzetta»',
    'Nell’età dell’obbligo',
    'Il 15 marzo 2023 più di 1.285 persone',
    'È già lì: più su, più giù',
    'Gli “altri” e gli ‘ultimi’',
    'Ragazze/i',
    'Quartiere San Salvario – Aurora',
  ];
  const endings = [
    'costa 1.285.000 €.',
    'taglia 12 t di CO₂ l’anno.',
    'occupa 350 m² a 20 °C.',
    'chiede l’1,5 ‰…',
    'dura 6\u00a0mesi, il 30\u00a0%.',
    'vale ½ posto, n. 3º, art. 2 § 4.',
    '→ «avanti» ← • ‑ – — ― ′ ″',
    '½ × 3 ÷ 2 ± 1 ≤ 4 ≥ 2 ≠ 1 ≈ 1',
    'dice: «Ça va, François, œuvre, Noël».',
    'sagt: „Straße, Größe, Übung, ẞ“.',
    'dice: «España, ¿qué?, ¡olé!, mañana».',
    'e Škoda, Łódź, Praha, Győr, Ștefan, İstanbul.',
    'con Αθήνα, la città greca.',
    'con Київ, la città ucraina.',
    'con القاهرة e 東京.',
    'con bambini 🏠 e fiori 🌱.',
    'e <Fact of="a" /> **forte** [qui](https://example.org/a?b=c#d).',
    'scrive {/* una nota */} e `codice`.',
    '|a|b| # titolo ~~tolto~~ \\ fine',
    'con \t una tabulazione.',
  ];
  const lines = openings.flatMap((opening) => endings.map((ending) => `${opening} ${ending}`));

  test('two hundred lines of ordinary typography, each alone and all together', () => {
    expect(lines).toHaveLength(200);
    for (const line of lines) expect(check(`${line}\n`)).toEqual([]);
    expect(check(lines.join('\n'))).toEqual([]);
  });

  test('words of one alphabet side by side with those of another', () => {
    expect(check('Αθήνα Atene, Москва-Mosca, (Київ)\n')).toEqual([]);
  });
});

test('what Windows adds is taken away when a file is read', () => {
  expect(check(normalise('\ufeffa\r\nb\r\n'))).toEqual([]);
  expect(placesOf(normalise('a\rb\r\n'))).toEqual(['control-character 1:2']);
});

test('what upsets the parser never reaches it, what does not is read on', () => {
  for (const sign of ['\u0000', '\u001b', '\r', '\u007f', '\ufeff'])
    expect(upsetsParser(`a${sign}b`)).toBe(true);
  for (const text of ['a\tb\nc', 'é€²\u200b']) expect(upsetsParser(text)).toBe(false);
});

test('a sheet, a list and the exceptions are all looked at', () => {
  const found = (path: string, text: string) =>
    seriousProblems(withFile(path, text)).filter(({ code }) => code === 'control-character');
  for (const path of ['practices/officina-vuota.mdx', 'cities.yaml'])
    expect(found(path, fixtureText(path).replace('title: "', 'title: "\u200b'))).toHaveLength(1);
  expect(found('exceptions.yaml', 'entries: [] # \u202e\n')).toHaveLength(1);
});
