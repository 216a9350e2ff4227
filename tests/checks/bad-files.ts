import type { CodeName } from '../../src/checks/codes.ts';
import { fixtureText } from '../fixture-content.ts';
import { picture, pngOf } from './pictures.ts';

/** A file that shows one code, and where in it the problem stands. */
export interface BadFile {
  name: CodeName;
  /** Inside the content folder. */
  path: string;
  content?: string | Uint8Array;
  /** The passage at whose first letter the problem stands, or its line and column. */
  at: string | [line: number, column: number];
  /** Other codes that the same file cannot but show. */
  also?: CodeName[];
  /** Permissions of the file; a link to another one; files laid beside it, or taken away. */
  mode?: number;
  link?: string;
  beside?: Readonly<Record<string, string>>;
  without?: readonly string[];
  /** Spoils the whole folder: it gets one of its own. */
  alone?: true;
}

const base = fixtureText('practices/officina-vuota.mdx');
const firstText = 'La fabbrica era chiusa da anni.';
const bodyLine = base.slice(0, base.indexOf(firstText)).split('\n').length;
const lastText = base.slice(base.lastIndexOf('Non è documentato.'));

/** The short sheet of the fixture with some passages changed; one that is not there is a mistake in this table. */
const edited = (name: string, ...changes: [from: string, to: string][]): string =>
  changes.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`the sheet has no «${from}»`);
      const at = from === lastText ? text.lastIndexOf(from) : text.indexOf(from);
      return text.slice(0, at) + to + text.slice(at + from.length);
    },
    base.replace('title: "Officina vuota"', `title: "Prova ${name}"`),
  );

const sheet = (
  name: CodeName,
  at: BadFile['at'],
  changes: [from: string, to: string][],
  rest: Partial<BadFile> = {},
): BadFile => ({ name, path: `practices/male-${name}.mdx`, at, content: edited(name, ...changes), ...rest });

/** The short sheet with another first paragraph. */
const body = (name: CodeName, text: string, at: BadFile['at'], rest: Partial<BadFile> = {}): BadFile =>
  sheet(name, at, [[firstText, text]], rest);

/** The short sheet with lines put in before its authors. */
const data = (name: CodeName, lines: string, at: BadFile['at'], rest: Partial<BadFile> = {}): BadFile =>
  sheet(name, at, [['authors:', `${lines}\nauthors:`]], rest);

const fact = (value: string) => `facts:\n  - indicator: spaces-opened\n    ${value}\n`;
const oldFact = fact('value: 1');
const secondFact = (lines: string): [string, string] => [
  '    source: associazione-2023\nauthors:',
  `    source: associazione-2023\n  - indicator: ${lines}\n    source: associazione-2023\nauthors:`,
];
const terms = `${fixtureText('glossary.yaml')}  - id: terzo-settore
    title: "Ancora il terzo settore"
    definition: "La stessa voce, scritta due volte."
  - id: Case Popolari
    title: "Case popolari"
    definition: "Una voce con un nome che non va bene."
`;
const lists = [
  'needs.yaml',
  'indicators.yaml',
  'target-groups.yaml',
  'programmes.yaml',
  'cities.yaml',
  'glossary.yaml',
];
const sheets = ['practices', 'workshops', 'activities', 'sessions', 'focus-areas'];
const exceptions = `entries:
  - file: practices/officina-vuota.mdx
    code: TP206
    reason: "Non serve più."
    decidedOn: '2026-11-22'
  - file: practices/officina-vuota.mdx
    code: TP151
    reason: "Una cifra senza fonte non si scusa."
    decidedOn: '2026-11-22'
`;

/** For every code that a check of the content can give, a file that shows it. */
export const badFiles: readonly BadFile[] = [
  // files
  { name: 'no-content-folder', path: '.', at: [1, 1], alone: true, without: ['.'] },
  { name: 'empty-content', path: '.', at: [1, 1], alone: true, without: [...lists, ...sheets] },
  { name: 'file-missing', path: 'needs.yaml', at: [1, 1], alone: true, without: ['needs.yaml'] },
  { name: 'unexpected-file', path: 'practices/La mia Pratica.mdx', content: base, at: [1, 1] },
  { name: 'hidden-file', path: 'practices/.nascosta.mdx', content: base, at: [1, 1] },
  { name: 'not-a-file', path: 'practices/male-not-a-file.mdx', link: 'officina-vuota.mdx', at: [1, 1] },
  sheet('executable', [1, 1], [], { mode: 0o755 }),
  { name: 'too-big', path: 'practices/male-too-big.mdx', content: 'x'.repeat(64 * 1024 + 1), at: [1, 1] },
  sheet('unreadable', [1, 1], [], { mode: 0 }),
  { name: 'encoding', path: 'practices/male-encoding.mdx', content: Uint8Array.of(0x63, 0xe0), at: [1, 1] },
  body('control-character', 'La fab\u200bbrica.', '\u200b'),
  body('not-nfc', 'La citta\u0300 vecchia.', 'citta\u0300'),
  body('mixed-scripts', 'La f\u0430bbrica.', 'f\u0430bbrica'),
  sheet('final-newline', 'Il testo è taglia', [[lastText, 'Il testo è taglia']]),
  { name: 'image-bytes', path: 'practices/male-image-bytes.jpg', content: '<svg/>', at: [1, 1] },
  {
    name: 'image-orphan',
    path: 'workshops/male-image-orphan.png',
    content: picture('plain.png'),
    at: [1, 1],
  },
  {
    name: 'image-metadata',
    path: 'practices/male-image-metadata.jpg',
    content: picture('position.jpg'),
    at: [1, 1],
  },
  {
    name: 'image-size',
    path: 'practices/male-image-size.png',
    content: pngOf({ width: 60_000, height: 60_000 }),
    at: [1, 1],
  },
  {
    name: 'duplicate-id',
    path: 'glossary.yaml',
    content: terms,
    at: [terms.slice(0, terms.lastIndexOf('terzo-settore')).split('\n').length, 9],
    also: ['entry-id'],
  },
  { name: 'entry-id', path: 'glossary.yaml', content: terms, at: 'Case Popolari', also: ['duplicate-id'] },

  // data
  {
    name: 'front-matter-missing',
    path: 'practices/male-front-matter-missing.mdx',
    content: 'Solo testo.\n',
    at: [1, 1],
  },
  sheet('yaml-syntax', '"Prova', [['title: "Prova yaml-syntax"', 'title: "Prova yaml-syntax']]),
  sheet('yaml-forbidden', '&x', [['city: citta-esempio', 'city: &x citta-esempio']]),
  { name: 'list-empty', path: 'glossary.yaml', content: '', at: [1, 1], alone: true },
  { name: 'list-shape', path: 'glossary.yaml', content: '- id: a\n', at: [1, 1], alone: true },
  sheet('field-missing', 'title:', [['status: running\n', '']]),
  sheet('field-type', 'due', [[oldFact, fact('min: due\n    max: 3')]]),
  sheet('field-short', '[]', [['needs:\n  - spazi-vuoti', 'needs: []']]),
  sheet('field-long', '"aaa', [['tagline: "', `tagline: "${'a'.repeat(160)}`]]),
  sheet('field-choice', 'in corso', [['status: running', 'status: in corso']]),
  sheet('field-form', '15/03/2023', [["reviewedOn: '2026-11-22'", 'reviewedOn: 15/03/2023']]),
  data('field-unknown', 'stato: conclusa', 'stato:'),
  sheet('field-shape', 'molti', [[oldFact, fact('value: molti')]]),
  sheet('field-rule', 'indicator: spaces-opened', [[oldFact, fact('value: 1\n    min: 1\n    max: 2')]]),
  sheet('draft-open', '""', [
    ['---\n', '---\ndraft: true\n'],
    ['summary: "', 'summary: ""\nmechanism: "'],
  ]),
  sheet('curly-quotes', '“Prova', [['title: "Prova curly-quotes"', 'title: “Prova curly-quotes”']]),
  sheet('value-cut', '#settore', [['title: "Prova value-cut"', 'title: Prova value-cut #settore casa']]),

  // text
  body('code', 'import dei dati', 'import'),
  body('too-many-braces', '{'.repeat(501), [1, 1]),
  body('mdx-syntax', 'Meno di <5 anni.', '<5 anni'),
  body('forbidden-node', 'La casa è {process.env.HOME}.', '{process'),
  body('unknown-component', 'Un <script>alert()</script>.', '<script'),
  body('attribute', 'Hanno aperto <Fact of={1}/>.', '<Fact of={'),
  body('component-place', 'Una <Callout kind="note">nota</Callout> qui.', '<Callout'),
  body('component-children', 'Sono <Fact of="spaces-opened">tante</Fact>.', '<Fact of="spaces-opened">'),
  body('link-in-link', '[qui <Practice id="case-aperte" />](https://example.org)', '<Practice'),
  body('address', 'Leggi [qui](javascript:alert(1)).', '[qui]'),
  body('link-empty', 'Leggi [](https://example.org/bando).', '[](https'),
  body('footnote-lost', 'Sono dodici.[^b]\n\n[^a]: Secondo la delibera.', '[^b]'),
  body('heading-plain', 'Prima.\n\n### <Fact of="spaces-opened"/> spazi\n\nDopo.', '### <Fact'),
  body('heading-level', 'Prima.\n\n# Un titolo mio', '# Un titolo'),
  body('too-deep', `${'>'.repeat(30)} a`, [bodyLine, 21]),
  body('too-long', '*a* '.repeat(2000), [1, 1]),
  sheet('text-before-sections', 'Prima di tutto', [['## Il problema', 'Prima di tutto.\n\n## Il problema']]),
  sheet(
    'section-missing',
    [base.split('\n').length - 5, 1],
    [['## Come funziona\n\nNon è documentato.\n\n', '']],
  ),
  sheet('section-unknown', '## I costi', [
    ['## Come funziona', '## I costi\n\nNon si sa.\n\n## Come funziona'],
  ]),
  sheet('section-repeated', '## Come funziona\n\nAncora', [
    [lastText, 'Non è documentato.\n\n## Come funziona\n\nAncora.\n'],
  ]),
  sheet('section-order', '## Che cosa hanno', [
    ['## Che cosa hanno fatto\n\nHanno aperto <Fact of="spaces-opened"/>.\n\n', ''],
    [
      '## Che cosa è cambiato',
      '## Che cosa hanno fatto\n\nHanno aperto <Fact of="spaces-opened"/>.\n\n## Che cosa è cambiato',
    ],
  ]),
  sheet('section-plain', '## **Il', [['## Il problema', '## **Il problema**']]),
  body('section-empty', '', '## Il problema'),
  body('link-title', 'Vedi [qui](https://example.org/ "Il bando").', '[qui]'),

  // references
  sheet('unknown-reference', 'citta-esempi\n', [['city: citta-esempio', 'city: citta-esempi']]),
  body('unknown-source', 'Lo dice <Cite source="altrove"/>.', '<Cite'),
  body('reference-to-draft', 'Come <Practice id="bozza-in-corso"/>.', '<Practice'),
  body('unknown-fact', 'Sono <Fact of="people-supported"/>.', '<Fact of="people'),
  body(
    'image-missing',
    'Il cortile:\n\n<Figure src="persa.png" alt="Il cortile con le porte aperte" credit="Disegno di prova"/>',
    '<Figure',
  ),
  body('page-missing', 'Vedi [la scheda](/pratiche/nessuna/).', '[la scheda]'),
  body('anchor-missing', 'Vedi [il punto](#nessun-punto).', '[il punto]'),
  data('redirect-to-page', 'redirects:\n  - /pratiche/officina-vuota/', '/pratiche/officina'),
  data('redirect-repeated', 'redirects:\n  - /pratiche/vecchia/', '/pratiche/vecchia/', {
    beside: {
      'practices/male-a-redirect.mdx': edited('primo', [
        'authors:',
        'redirects:\n  - /pratiche/vecchia/\nauthors:',
      ]),
    },
  }),
  sheet('source-repeated', 'associazione-2023\n    title: "Altro"', [
    [
      'facts:',
      '  - id: associazione-2023\n    title: "Altro"\n    publisher: "P"\n    date: \'2023\'\n    accessed: \'2026-11-22\'\nfacts:',
    ],
  ]),
  sheet('source-unused', 'mai-usata', [
    [
      'facts:',
      '  - id: mai-usata\n    title: "Altro"\n    publisher: "P"\n    date: \'2023\'\n    accessed: \'2026-11-22\'\nfacts:',
    ],
  ]),
  {
    name: 'address-taken',
    path: 'sessions/pianifica.mdx',
    content: fixtureText('sessions/mattina-di-prova.mdx').replace(
      /^title: .*$/m,
      'title: "Un’altra mattina"',
    ),
    at: [1, 1],
  },

  // editorial rules
  sheet('fact-format', "'2023-01-01'", [[oldFact, fact("value: '2023-01-01'")]]),
  sheet('count-whole', '1.285', [[oldFact, fact('value: 1.285')]]),
  sheet('thousands', '12.500', [secondFact('total-cost\n    value: 12.500')]),
  sheet('difference-missing', 'indicator: spaces-opened', [secondFact('spaces-opened\n    value: 3')]),
  sheet('difference-kind', 'series', [
    secondFact('spaces-opened\n    value: 3'),
    [
      'authors:',
      'differences:\n  - indicator: spaces-opened\n    kind: series\n    text: "Due valori."\nauthors:',
    ],
  ]),
  data(
    'difference-unused',
    'differences:\n  - indicator: spaces-opened\n    kind: conflict\n    text: "Un valore solo."',
    'indicator: spaces-opened\n    kind',
  ),
  sheet('figure-typed', '8712 persone', [
    secondFact('people-supported\n    value: 8712'),
    [firstText, 'Hanno aiutato 8712 persone <Cite source="associazione-2023"/>.'],
  ]),
  sheet('source-undated', 'associazione-2023\n    title', [['    note: "Pagina senza data."\n', '']]),
  sheet('dates-order', "'2026-11-30'", [
    ["    accessed: '2026-11-22'\n", "    date: '2026-11-30'\n    accessed: '2026-11-22'\n"],
  ]),
  sheet('date-future', "'2029-01-01'", [["reviewedOn: '2026-11-22'", "reviewedOn: '2029-01-01'"]]),
  sheet('sum-over', '900', [
    secondFact('total-cost\n    value: 800'),
    ['authors:', 'funding:\n  - name: "Bando"\n    amount: 900\n    source: associazione-2023\nauthors:'],
  ]),
  sheet('sum-under', '300', [
    secondFact('total-cost\n    value: 800'),
    [
      'authors:',
      'funding:\n  - name: "Bando"\n    amount: 300\n    source: associazione-2023\n  - name: "Altro"\n    amount: 200\n    source: associazione-2023\nauthors:',
    ],
  ]),
  body(
    'table-total',
    '| Voce | Posti |\n|---|---:|\n| Nord <Cite source="associazione-2023"/> | 12 |\n| Sud <Cite source="associazione-2023"/> | 9 |\n| Totale <Cite source="associazione-2023"/> | 20 |',
    '20 |',
  ),
  body('personal-email', 'Scrivi a mario.rossi.prova@gmail.com per sapere.', 'mario.rossi', {
    also: ['address'],
  }),
  body('personal-phone', 'Chiama il 347 1234567 di mattina.', '347', { also: ['figure-uncited'] }),
  body('personal-tax-code', 'Il codice è RSSMRA80A01H501U.', 'RSSMRA'),
  body(
    'alt-useless',
    'Il cortile:\n\n<Figure src="case-aperte-cortile.png" alt="foto" credit="Disegno di prova"/>',
    'alt=',
  ),
  body('heading-jump', 'Prima.\n\n#### Troppo in basso\n\nDopo.', '#### Troppo'),
  body('heading-repeated', 'Prima.\n\n### Uguale\n\nUno.\n\n### Uguale \n\nDue.', '### Uguale \n'),
  body('heading-empty', 'Prima.\n\n###\n\nDopo.', '###\n'),
  sheet(
    'title-repeated',
    '"Officina vuota"',
    [['title: "Prova title-repeated"', 'title: "Officina vuota"']],
    {
      // of two equal titles the second is told, in the order of the files
      path: 'practices/zzz-title-repeated.mdx',
    },
  ),
  sheet('review-overdue', "'2026-11-23'", [
    ["reviewedOn: '2026-11-22'", "reviewedOn: '2026-11-22'\nreviewBy: '2026-11-23'"],
  ]),
  body('word-bullets', 'Prima:\n\n• una cosa\n• un’altra', '• una'),
  body('quote-long', `<Quote source="associazione-2023">${'parola '.repeat(21).trim()}</Quote>`, '<Quote'),
  body('figure-uncited', 'Hanno aperto 8713 sportelli.', '8713'),
  data('figure-noteless', 'mechanism: "Bastano 8714 sportelli."', '"Bastano'),
  data('figure-unsourced', 'procedure:\n  - step: "Delibera"\n    months: 7', '7\n'),

  // exceptions
  {
    name: 'exception-unneeded',
    path: 'exceptions.yaml',
    content: exceptions,
    at: 'TP206',
    also: ['exception-refused'],
  },
  {
    name: 'exception-refused',
    path: 'exceptions.yaml',
    content: exceptions,
    at: 'TP151',
    also: ['exception-unneeded'],
  },
];

/** Files of the folder in which the bad ones lie that are not those of the fixture. */
export const around: Readonly<Record<string, string>> = {
  'indicators.yaml': fixtureText('indicators.yaml').replace(
    '    kind: input\n    format: money\n',
    '    kind: input\n    format: money\n    totalOf: funding\n',
  ),
};

/** Codes that no file can bring about as long as the guards stand; where their words are tested instead. */
export const guarded: Partial<Record<CodeName, string>> = {
  'reader-stopped': 'tests/checks/isolated.test.ts',
  'reader-slow': 'tests/checks/isolated.test.ts',
  'unsafe-html': 'tests/mdx/sanitizing.test.ts',
};

/** Codes whose rule is not written yet: empty when all is done. */
export const notYet: readonly CodeName[] = [];
