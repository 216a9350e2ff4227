import { describe, expect, test } from 'vitest';
import { countsText } from '../../../src/checks/output/index.ts';
import { found, gate, smallSite, spoilt } from './small-site.ts';

test('a whole site passes, and everything in it was counted', () => {
  const { problems, counts } = gate(smallSite());
  expect(problems).toEqual([]);
  expect(counts).toMatchObject({
    ...{ entries: 5, jsonRows: 5, csvRows: 5, dataFiles: 5 },
    ...{ entriesWithPage: 3, entryPages: 3, indexedEntries: 3, mappedEntries: 3 },
    addresses: 3,
  });
  expect(counts.links).toBeGreaterThan(counts.pages);
  expect(countsText(counts)).toContain('5 voci pubblicate');
});

test('a whole site passes in a folder of its host too', () => {
  expect(found(smallSite('/kb'), { base: '/kb' })).toEqual([]);
  expect(found(smallSite('/kb'), { base: '/kb/' })).toEqual([]);
});

test('a site whose links forget the folder of the host does not pass', () => {
  expect(found(smallSite(), { base: '/kb' })).toContain('link-broken 404.html');
});

test('an empty folder does not pass: nothing counted is nothing checked', () => {
  const { problems, counts } = gate(new Map());
  expect(counts).toMatchObject({ files: 0, pages: 0, links: 0, jsonRows: 0 });
  expect(
    problems.filter(({ code }) => code === 'TP905').map(({ message }) => /«(\w+)»/.exec(message)?.[1]),
  ).toEqual(
    expect.arrayContaining([
      'files',
      'pages',
      'links',
      'jsonRows',
      'csvRows',
      'entryPages',
      'indexedEntries',
      'mappedEntries',
    ]),
  );
});

describe('what is wrong on many pages', () => {
  const everywhere = () =>
    new Map(
      [...smallSite()].map(([file, text]) => [
        file,
        file.endsWith('.html') ? String(text).replace('</main>', '<p style="color:red">x</p></main>') : text,
      ]),
    );

  test('is told once, with how many', () => {
    const { problems, counts } = gate(everywhere());
    expect(problems.map(({ code, file }) => `${code} ${file}`)).toEqual(['TP921 404.html']);
    expect(problems[0]?.message).toContain(`altri ${counts.pages - 1} file: accessibilita/index.html, `);
  });

  test('is told for each page when they are few', () => {
    const style = (text: string) =>
      text.replace('</main>', '<p style="color:red">x</p><p style="color:red">y</p></main>');
    expect(found(spoilt({ 'index.html': style, 'cerca/index.html': style }))).toEqual([
      'inline-style cerca/index.html',
      'inline-style index.html',
    ]);
  });
});
