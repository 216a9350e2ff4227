import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, parse } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { outputFolder } from '../../src/cli/output-folder.ts';
import { writeManifest } from '../../src/cli/release.ts';
import { projectRoot } from '../environment.ts';

const work = realpathSync(mkdtempSync(join(tmpdir(), 'tra-pari-output-')));
const content = join(work, 'content');
mkdirSync(join(content, 'practices'), { recursive: true });
afterAll(() => rmSync(work, { recursive: true, force: true }));

const place = (name: string, ...files: string[]): string => {
  mkdirSync(join(work, name), { recursive: true });
  for (const file of files) writeFileSync(join(work, name, file), '');
  return join(work, name);
};

test.each([
  ['the root of the disk', parse(work).root, 'contiene altro che serve'],
  ['the home of a person', homedir(), 'contiene altro che serve'],
  ['the project', projectRoot, 'contiene altro che serve'],
  ['a folder around the project', dirname(projectRoot), 'contiene altro che serve'],
  ['the content', content, 'contiene altro che serve'],
  ['a folder around the content', work, 'contiene altro che serve'],
  ['a folder in the content', join(content, 'practices/dist'), 'da cui si costruisce'],
  ['a folder in the code', join(projectRoot, 'src/dist'), 'da cui si costruisce'],
  ['a folder of something else', place('photos', 'sea.jpg'), 'la cancellerebbe'],
  ['a manifest of something else', place('app', 'manifest.json'), 'la cancellerebbe'],
  ['a file', join(place('photos'), 'sea.jpg'), 'la cancellerebbe'],
])('%s is no place for a site', async (_, folder, words) => {
  await expect(outputFolder(folder, content)).rejects.toThrow(words);
});

test('a new folder, an empty one, a site of ours and what is left of one are', async () => {
  const site = place('site', 'index.html');
  await writeManifest(site);
  const folders = [join(work, 'new/dist'), place('empty'), site];
  for (const folder of folders) expect(await outputFolder(folder, content)).toBe(folder);
  rmSync(join(site, 'index.html'));
  expect(await outputFolder(site, content)).toBe(site);
});

test.skipIf(process.platform === 'win32')(
  'a link is followed, so that what it leads to is judged',
  async () => {
    symlinkSync(content, join(work, 'link'));
    await expect(outputFolder(join(work, 'link'), content)).rejects.toThrow('contiene altro');
    symlinkSync(place('target'), join(work, 'good'));
    expect(await outputFolder(join(work, 'good'), content)).toBe(join(work, 'target'));
  },
);
