import { describe, expect, test } from 'vitest';
import { problemsOf } from '../../src/authoring/check-draft.ts';
import { draftFile, draftPath, readDraft } from '../../src/authoring/sheet-draft.ts';
import { codes } from '../../src/checks/codes.ts';
import { checkFiles } from '../../src/checks/content.ts';
import { formLists } from '../../src/exports/form-lists.ts';
import { badFiles } from '../checks/bad-files.ts';
import { around, fixtureGraph, graphOf, read, withFile } from '../fixture-content.ts';
import { projectRoot } from '../environment.ts';
import { join } from 'node:path';

const today = '2026-11-22';
const lists = formLists(fixtureGraph());

/** Problems that only the whole folder shows, and a browser cannot know. */
const ofTheFolder = [
  'image-missing',
  'anchor-missing',
  'redirect-to-page',
  'redirect-repeated',
  'reference-to-draft',
];

const ownIn = (path: string, text: string) =>
  checkFiles(withFile(path, text), { ...around, today }).problems.filter(({ file }) => file === path);

const bad = badFiles.flatMap(({ path, content, beside, without, name }) => {
  const isOne = typeof content === 'string' && /^(?:practices|workshops)\//.test(path) && !beside && !without;
  if (!isOne || ofTheFolder.includes(name)) return [];
  const own = ownIn(path, content);
  return own.length > 0 ? [{ name, path, content, own }] : [];
});

describe('what is said of one file with the lists alone', () => {
  test('there are bad files', () => expect(bad.length).toBeGreaterThan(50));

  test.each(bad)('is what the whole check says of $name', ({ path, content, own }) => {
    const isOfPicture = ({ code }: { code: string }) => code === codes['image-missing'].code;
    const found = problemsOf({ path, text: content }, lists, today);
    expect(found.filter((problem) => !isOfPicture(problem))).toEqual(own);
  });

  test('is nothing for the sheets of the base', () => {
    const real = read(join(projectRoot, 'src/content'));
    const realLists = formLists(graphOf(real, today));
    const sheets = real.filter(({ path }) => /^(?:practices|workshops)\//.test(path));
    expect(sheets.length).toBeGreaterThan(40);
    const whole = checkFiles(real, { ...around, today }).problems.filter(
      ({ severity }) => severity === 'error',
    );
    expect(whole).toEqual([]);
    for (const file of sheets)
      expect(problemsOf(file, realLists, today).filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

describe('the file of a draft', () => {
  test.each(
    read(join(projectRoot, 'src/content'))
      .filter(({ path }) => /^(?:practices|workshops|activities|sessions)\//.test(path))
      .map(({ path, text }) => ({ path, text })),
  )('of $path says what the sheet says', ({ path, text }) => {
    const kind = (
      { practices: 'practice', workshops: 'workshop', activities: 'activity', sessions: 'session' } as const
    )[path.split('/')[0] as 'practices'];
    const draft = readDraft(kind, 'x', text);
    expect(draft && draftPath(draft)).toBe(`${path.split('/')[0]}/x.mdx`);
    expect(draft && readDraft(kind, 'x', draftFile(draft))).toEqual(draft);
    const bodyOf = (whole: string) => whole.slice(whole.indexOf('\n## ')).trim();
    expect(draft && bodyOf(draftFile(draft))).toBe(bodyOf(text));
  });

  test('is not read where the data cannot be', () => {
    expect(readDraft('practice', 'x', 'solo testo')).toBeNull();
    expect(readDraft('practice', 'x', '---\na: [\n---\n\n## Il problema\n')).toBeNull();
  });
});
