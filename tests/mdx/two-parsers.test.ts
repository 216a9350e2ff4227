import { afterAll, describe, expect, test, vi } from 'vitest';
import { checkFiles } from '../../src/checks/content.ts';
import type { ContentRecord } from '../../src/checks/record.ts';
import { inOrder } from '../../src/checks/problem.ts';
import { projectRoot } from '../environment.ts';
import { fixtureFolder, read, withFile } from '../fixture-content.ts';
import { badFiles } from '../checks/bad-files.ts';
import { join } from 'node:path';

/** The same checks over the parser that a browser gets. */
async function inBrowser() {
  vi.resetModules();
  vi.doMock('#mdx-parser', () => import('../../src/mdx/portable-parser.ts'));
  return (await import('../../src/checks/content.ts')).checkFiles;
}
const checkInBrowser = await inBrowser();
afterAll(() => vi.doUnmock('#mdx-parser'));

const today = '2026-11-22';
const around = { images: [], problems: [], today };

/** What a record says of its text. */
const readOf = ({ id, body, uses, links, anchors, figures }: ContentRecord) => ({
  id,
  body,
  uses,
  links,
  anchors,
  figures,
});

describe('a browser finds what the command line finds', () => {
  const fixture = read(fixtureFolder);

  test.each([
    ['the real content', join(projectRoot, 'src/content')],
    ['the fixture', fixtureFolder],
  ])('in %s', (_, folder) => {
    const files = read(folder);
    const native = checkFiles(files, around);
    const portable = checkInBrowser(files, around);
    expect(portable.problems).toEqual(native.problems);
    expect(portable.records.map(readOf)).toEqual(native.records.map(readOf));
  });

  const sheets = badFiles.filter(({ content, path }) => typeof content === 'string' && path.endsWith('.mdx'));
  test('there are bad files to compare', () => expect(sheets.length).toBeGreaterThan(50));

  test.each(sheets)('$name in $path', ({ path, content }) => {
    const files = [...fixture.filter((file) => file.path !== path), { path, text: String(content) }];
    const of = (check: typeof checkFiles) =>
      inOrder(check(files, around).problems.filter(({ file }) => file === path));
    expect(of(checkInBrowser)).toEqual(of(checkFiles));
  });

  /** The first paragraph of the short sheet of the fixture, spoilt. */
  const base =
    read(fixtureFolder).find(({ path: own }) => own === 'practices/officina-vuota.mdx')?.text ?? '';
  const first = 'La fabbrica era chiusa da anni.';

  test.each([
    'Un { aperta.',
    'Un <Ignoto/> e { aperta.',
    'Righe\n\n{ aperta\n\naltre',
    'Note {/* aperte',
    '{/* aperte */',
    'Un <Callout> aperto',
    '<Callout kind="note">\n\naperto',
    'Un </Callout> di troppo',
    '</Callout>',
    'Meno di <5 anni',
    'a < b',
    'in fondo <',
    'Una <!-- nota -->',
    'Una graffa }',
    '<Fact of=a/>',
    '<Fact of={a}/>',
    '<Fact {...a}/>',
    '<Fact of="x" /',
    '<a.b>',
    '<a:b/>',
    '<Callout>x</Fact>',
    '<Callout>\nx\n</Fact>',
    '<>vuoto',
    '<x',
    '<x y',
    'a <=b',
    '> <Callout>\nx\n> </Callout>',
    '- a\n  <Callout>\n- b\n</Callout>',
    '| a | b |\n|--|--|\n| <Callout> | b |',
    'import x from "y"',
    '![a](b.png)',
    '<script>alert()</script>',
    '[a](javascript:alert(1))',
    '# titolo',
    '`codice` e ~~~',
  ])('of the text «%s»', (words) => {
    const files = withFile(
      'practices/guasta.mdx',
      base.replace(first, words).replace('Officina vuota', 'Guasta'),
    );
    const of = (check: typeof checkFiles) =>
      check(files, around).problems.filter(({ file }) => file === 'practices/guasta.mdx');
    expect(of(checkInBrowser)).toEqual(of(checkFiles));
  });
});
