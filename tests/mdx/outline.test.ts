import { expect, test } from 'vitest';
import { outlineOf, plainText, slug, uniqueSlug } from '../../src/mdx/outline.ts';
import { treeOf } from './sheet-text.ts';

const expected = ['Il problema', 'Come funziona', 'Che cosa è cambiato'];
const outline = (body: string) => outlineOf(treeOf(body), expected);
const codes = (body: string) => outline(body).findings.map(({ name, line }) => `${name} ${line}`);
const whole = '## Il problema\n\nUna frase.\n\n## Come funziona\n\na\n\n## Che cosa è cambiato\n\nb';

test('gives the sections with their anchors, titles inside them and words', () => {
  const body = whole.replace(
    'Una frase.',
    'Tre **parole** sole {/* non queste */}.\n\n### Più in là\n\n### Più in là',
  );
  const { sections, findings } = outline(body);
  expect(findings).toEqual([]);
  expect(sections).toEqual([
    {
      id: 'il-problema',
      title: 'Il problema',
      headings: [
        { id: 'piu-in-la', title: 'Più in là' },
        { id: 'piu-in-la-2', title: 'Più in là' },
      ],
      words: 10,
    },
    { id: 'come-funziona', title: 'Come funziona', headings: [], words: 1 },
    { id: 'che-cosa-e-cambiato', title: 'Che cosa è cambiato', headings: [], words: 1 },
  ]);
});

test.each([
  ['a section missing', whole.replace('## Come funziona\n\na\n\n', ''), ['section-missing 11']],
  ['a section of one’s own', whole + '\n\n## Altro\n\nc', ['section-unknown 17']],
  ['a section twice', whole + '\n\n## Il problema\n\nc', ['section-repeated 17']],
  [
    'sections out of order',
    '## Come funziona\n\na\n\n## Il problema\n\nb\n\n## Che cosa è cambiato\n\nc',
    ['section-order 9'],
  ],
  [
    'something in a title beside its words',
    whole.replace('## Il problema', '## Il problema <Cite source="a"/>'),
    ['section-plain 5'],
  ],
  [
    'a note in a title',
    whole.replace('## Il problema', '## Il problema[^1]') + '\n\n[^1]: x',
    ['section-plain 5'],
  ],
  ['bold in a title', whole.replace('## Il problema', '## **Il problema**'), ['section-plain 5']],
  ['text before the first section', 'Prima.\n\n' + whole, ['text-before-sections 5']],
  ['a table before the first section', '| a |\n|---|\n| 1 |\n\n' + whole, ['text-before-sections 5']],
  [
    'a box before the first section',
    '<Callout kind="note">\n\na\n\n</Callout>\n\n' + whole,
    ['text-before-sections 5'],
  ],
])('reports %s', (_, body, places) => {
  expect(codes(body)).toEqual(places);
});

test('names the section that is missing and the order wanted', () => {
  expect(outline('## Il problema\n\na\n\n## Come funziona\n\nb').findings[0]).toMatchObject({
    message: 'Manca la sezione «Che cosa è cambiato».',
    hint: 'Aggiungi una riga «## Che cosa è cambiato». Le sezioni, in ordine: «Il problema», «Come funziona», «Che cosa è cambiato».',
  });
  expect(outline(whole + '\n\n## Altro\n\nc').findings[0]?.hint).toContain('Per un titolo tuo usa ###.');
});

test('a hidden note and a footnote may stand before the first section', () => {
  expect(codes('{/* a */}\n\n[^1]: Nota.\n\n' + whole)).toEqual([]);
});

test.each([
  ['Che cosa è cambiato', 'che-cosa-e-cambiato'],
  ['«L’orto» – 100%', 'l-orto-100'],
  ['🏠', ''],
])('the anchor of %j is %j', (title, anchor) => {
  expect(slug(title)).toBe(anchor);
});

test('anchors never repeat, and a title without letters has one too', () => {
  const used = new Map<string, number>();
  expect(['Uno', 'uno!', 'Uno', '🏠', '✳'].map((title) => uniqueSlug(title, used))).toEqual([
    'uno',
    'uno-2',
    'uno-3',
    'sezione',
    'sezione-2',
  ]);
});

test('plain text leaves markup, components and hidden notes out', () => {
  expect(plainText(treeOf('Un *po’* di `testo` [qui](/a/) <Fact of="b"/>{/* c */}'))).toBe(
    'Un po’ di testo qui ',
  );
});

test.each([
  ['in capitals', '## COME FUNZIONA', 'section-unknown'],
  ['with a colon', '## Come funziona:', 'section-unknown'],
  ['with a letter amiss', '## Come fuziona', 'section-unknown'],
  ['without the space after the marks', '##Come funziona', 'section-missing'],
  ['in bold', '**Come funziona**', 'section-missing'],
  ['in bold, with the text right below', '**Come funziona**\nPiano.', 'section-missing'],
  ['at another level', '### Come funziona', 'section-missing'],
])('a section’s title %s is one fault, and the line to write is told', (_, line, name) => {
  const { findings } = outline(whole.replace('## Come funziona', line));
  expect(findings).toMatchObject([{ name, line: 9, hint: 'Scrivi: ## Come funziona' }]);
});

test('so is one that comes first', () => {
  expect(outline(whole.replace('## Il problema', '##Il problema')).findings).toMatchObject([
    { name: 'text-before-sections', line: 5, hint: 'Scrivi: ## Il problema' },
  ]);
});

test('the name of a section that is there may stand in bold elsewhere', () => {
  expect(outline(whole.replace('Una frase.', '**Come funziona**')).findings).toEqual([]);
});
