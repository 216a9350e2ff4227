import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFiles, type CheckedContent } from '../src/checks/content.ts';
import { codes } from '../src/checks/codes.ts';
import type { Problem } from '../src/checks/problem.ts';
import type { ContentFile } from '../src/checks/record.ts';
import { buildGraph, type AnyEntry, type Graph } from '../src/knowledge/graph.ts';
import { projectRoot } from './environment.ts';

/** A small content folder without errors or warnings, about places that do not exist. */
export const fixtureFolder = join(projectRoot, 'tests/fixtures/content');

const files = read(fixtureFolder);

/** The pictures of the fixture, as paths inside it. */
export const pictures = ['practices/case-aperte-cortile.png'];

/** What stands beside the texts of the fixture. */
export const around = { images: pictures, problems: [] };
const names = new Map<string, string>(Object.entries(codes).map(([name, { code }]) => [code, name]));

/** A problem with the name of its code, which tells a reader of a test more than its number. */
export const named = <P extends { code: string }>(problem: P): P => ({
  ...problem,
  code: names.get(problem.code) ?? problem.code,
});

/** Every text of a content folder, as the checks want them. */
export function read(folder: string): ContentFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(mdx|yaml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((full) => ({
      path: full.slice(folder.length + 1).replaceAll('\\', '/'),
      text: readFileSync(full, 'utf8'),
    }));
}

export function fixtureText(path: string): string {
  const file = files.find((candidate) => candidate.path === path);
  if (!file) throw new Error(`no fixture ${path}`);
  return file.text;
}

/** The fixture with one file put in, or in the place of its namesake. */
export const withFile = (path: string, text: string): ContentFile[] => [
  ...files.filter((file) => file.path !== path),
  { path, text },
];

/** The fixture with one passage of one file changed; a passage that is not there is a mistake in the test. */
export function edited(path: string, passage: string, replacement: string): ContentFile[] {
  const text = fixtureText(path);
  if (!text.includes(passage)) throw new Error(`${path} has no «${passage}»`);
  return withFile(
    path,
    text.replace(passage, () => replacement),
  );
}

export const checkedFixture = (): CheckedContent => checkFiles(files, around);

/** What the checks say beyond the open fields of drafts. */
export const seriousProblems = (content: readonly ContentFile[]): Problem[] =>
  checkFiles(content, around)
    .problems.filter(({ severity }) => severity !== 'info')
    .map(named);

export const graphOf = (content: readonly ContentFile[], today = '2026-11-22'): Graph =>
  buildGraph(checkFiles(content, around).records as unknown as AnyEntry[], today);

export const fixtureGraph = (today?: string): Graph => graphOf(files, today);
