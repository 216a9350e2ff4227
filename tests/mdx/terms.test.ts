import { expect, test } from 'vitest';
import { compileBody, termsIn, type Piece } from '../../src/mdx/compile.ts';
import { termFinder } from '../../src/mdx/terms.ts';
import { treeOf } from './sheet-text.ts';

const newText = termFinder([
  { id: 'patto', names: ['Patto di collaborazione', 'patti di collaborazione'] },
  { id: 'iti', names: ['ITI', 'investimento territoriale integrato'] },
  { id: 'intesa', names: ['Protocollo d’intesa'] },
  { id: 'fse', names: ['FSE+'] },
  { id: 'pa', names: ['P.A.'] },
  { id: 'pon', names: ['PON'] },
  { id: 'pon-metro', names: ['PON Metro'] },
  { id: 'via', names: ['via'] },
  { id: 'al-via', names: ['AL VIA'] },
]);
const compile = (body: string) => compileBody(treeOf(`## Il problema\n\n${body}`), newText());
/** The text with every explained word in brackets. */
const marked = (pieces: readonly Piece[]): string =>
  pieces
    .map((piece) => {
      if ('html' in piece) return piece.html.replace(/<[^>]+>/g, '');
      return piece.component === 'Term' ? `[${marked(piece.children)}]` : `{${marked(piece.children)}}`;
    })
    .join('')
    .trim();
const read = (body: string) =>
  compile(body)
    .sections.map(({ pieces }) => marked(pieces))
    .join(' / ');

test.each([
  [
    'the first use is explained, whoever wrote it',
    'Un patto di collaborazione. Altri patti di collaborazione.',
    'Un [patto di collaborazione]. Altri patti di collaborazione.',
  ],
  ['capitals do not matter in words', 'Il PATTO di Collaborazione.', 'Il [PATTO di Collaborazione].'],
  ['they do in acronyms', 'Non iti, ma ITI.', 'Non iti, ma [ITI].'],
  [
    'an acronym and its words are one entry',
    'Un investimento territoriale integrato (ITI).',
    'Un [investimento territoriale integrato] (ITI).',
  ],
  ['a part of a word is no word', 'FSEX e FITI e ITIs', 'FSEX e FITI e ITIs'],
  [
    'either apostrophe, and a line break',
    "Un protocollo d'intesa e un\npatto di\ncollaborazione.",
    "Un [protocollo d'intesa] e un\n[patto di\ncollaborazione].",
  ],
  ['signs in a name are signs', 'Con FSE+ si paga.', 'Con [FSE+] si paga.'],
  ['a name may end with a sign, not in the middle of a word', 'La P.A. e la P.A.B', 'La [P.A.] e la P.A.B'],
  [
    'of two names the longer',
    'Il PON Metro, il PON Metro e il PON.',
    'Il [PON Metro], il PON Metro e il [PON].',
  ],
  ['an acronym that is not one leaves its words free', 'Siamo al via.', 'Siamo al [via].'],
  [
    'what the writer marked first stays marked',
    'Un <Term id="patto">accordo</Term>, cioè un patto di collaborazione.',
    'Un [accordo], cioè un patto di collaborazione.',
  ],
  [
    'what the writer marked later is plain again',
    'Un patto di collaborazione: <Term id="patto">accordo</Term>.',
    'Un [patto di collaborazione]: accordo.',
  ],
  ['a mark that no name finds is kept', 'Un <Term id="altro">altro</Term>.', 'Un [altro].'],
  [
    'titles, links and code are left alone',
    '### Un ITI\n\n[ITI](https://example.org) `ITI` **ITI**',
    'Un ITI\nITI ITI [ITI]',
  ],
  ['boxes are read', '<Callout kind="note">\n\nUn ITI\n\n</Callout>', '{Un [ITI]}'],
  ['somebody else’s words are not', '<Quote source="a">Un ITI</Quote>', '{Un ITI}'],
])('%s', (_, body, expected) => {
  expect(read(body)).toBe(expected);
});

test('a use in one section is the first of the whole text; the next text begins again', () => {
  const body = 'Un ITI.\n\n## Come funziona\n\nUn altro ITI, poi FSE+.';
  expect(read(body)).toBe('Un [ITI]. / Un altro ITI, poi [FSE+].');
  expect(termsIn(compile(body))).toEqual(['iti', 'fse']);
  expect(read(body)).toBe('Un [ITI]. / Un altro ITI, poi [FSE+].');
});

test('without a glossary only what the writer marked is explained', () => {
  const tree = treeOf('## Il problema\n\nUn <Term id="patto">patto</Term> e un ITI.');
  expect(compileBody(tree, termFinder([])()).sections.map(({ pieces }) => marked(pieces))).toEqual([
    'Un [patto] e un ITI.',
  ]);
  expect(termsIn(compileBody(tree))).toEqual(['patto']);
});

test('a glossary of twenty thousand names is read as a small one is', () => {
  const names = Array.from(
    { length: 20_000 },
    (_, index) => `parola comune numero ${index} di un elenco lungo`,
  );
  const explain = termFinder(names.map((name, index) => ({ id: `voce-${index}`, names: [name] })));
  const tree = treeOf(`## Il problema\n\nLa ${names[19_999]} e la parola comune.`);
  expect(termsIn(compileBody(tree, explain()))).toEqual(['voce-19999']);
});

test('a word that only a footnote marks is among the words explained', () => {
  const body = compile('Testo[^1].\n\n[^1]: Una nota sul <Term id="patto">patto</Term>.');
  expect(termsIn(body)).toEqual(['patto']);
});
