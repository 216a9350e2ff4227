/** The shapes in which a sheet is begun: every file is the one that the content gives now, every paper fits its sheets. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { interviewsOf } from '../../src/authoring/interview.ts';
import { interviewFiles, textTemplates, wordForms } from '../../src/authoring/template-shapes.ts';
import { checkFiles } from '../../src/checks/content.ts';
import { plainTextOf } from '../../src/exports/documents/document.ts';
import { buildGraph, type AnyEntry } from '../../src/knowledge/graph.ts';
import { projectRoot } from '../environment.ts';
import { read } from '../fixture-content.ts';
import { accessibilityFindings as findings, isTooWide } from './findings.ts';
import { sheetsOf, withoutSpaces } from './pdf.ts';
import { open, site } from './site.ts';

const folder = join(site.folder, 'modelli');
const { records } = checkFiles(read(join(projectRoot, 'src/content')));
const graph = buildGraph(records as unknown as AnyEntry[], '2026-11-22');
const papers = interviewsOf(graph);

describe('the files', () => {
  test('of text are those that the content gives now', () => {
    const day =
      /^reviewedOn: "(.+)"$/m.exec(readFileSync(join(folder, 'laboratorio.mdx'), 'utf8'))?.[1] ?? '';
    const templates = textTemplates(graph, day);
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith('.mdx'))
        .toSorted(),
    ).toEqual(templates.map(({ name }) => name).toSorted());
    for (const { name, text } of templates) expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });

  test('of the Word forms are those that the content gives now', async () => {
    const files = await wordForms(graph);
    expect(
      readdirSync(folder).filter((name) => name.endsWith('.docx') && !name.startsWith('intervista-')),
    ).toHaveLength(files.length);
    for (const { name, bytes } of files)
      expect(readFileSync(join(folder, name)).equals(Buffer.from(bytes))).toBe(true);
  });

  test('of the interviews are those that the content gives now', async () => {
    const files = await interviewFiles(graph);
    expect(files).toHaveLength(papers.length);
    for (const { name, bytes } of files)
      expect(readFileSync(join(folder, name)).equals(Buffer.from(bytes))).toBe(true);
  });
});

describe('the list', () => {
  let links: { href: string; note: string }[] = [];
  beforeAll(async () => {
    await using visit = await open('/modelli/', { javascript: false });
    links = await visit.page.locator('.template-list li li').evaluateAll((items) =>
      items.map((item) => ({
        href: item.querySelector('a')?.getAttribute('href') ?? '',
        note: item.querySelector('small')?.textContent ?? '',
      })),
    );
  });

  test('offers every file and every paper that there is, with the size of each file', () => {
    const files = readdirSync(folder).filter((name) => /\.(?:mdx|docx)$/.test(name));
    for (const name of files.filter((file) => !file.startsWith('intervista-'))) {
      const size = Math.max(1, Math.round(readFileSync(join(folder, name)).byteLength / 1000));
      expect(links.find(({ href }) => href === `/modelli/${name}`)?.note).toContain(`, ${size} kB`);
    }
    for (const { name } of papers) expect(links.map(({ href }) => href)).toContain(`/modelli/${name}/`);
    for (const { href } of links.filter(({ href }) => !href.includes('?')))
      expect(existsSync(join(site.folder, href))).toBe(true);
    for (const { area } of papers.filter((paper) => paper.area !== null))
      expect(links.map(({ href }) => href)).toContain(`/contribuisci/pratica/?area=${area ?? ''}`);
  });

  test.each([360, 1280])('has nothing in the way of anybody, at %i px', async (width) => {
    await using visit = await open('/modelli/', { width });
    expect(await findings(visit.page)).toEqual([]);
    expect(await isTooWide(visit.page)).toBe(false);
  });
});

describe.each(papers)('the paper $name', ({ name, document }) => {
  const address = `/modelli/${name}/`;

  test('prints all its words on at most eight sides of A4, numbered', async () => {
    await using visit = await open(address);
    const pdf = await visit.page.pdf({ preferCSSPageSize: true });
    const sheets = sheetsOf(pdf);
    expect(sheets.length).toBeLessThanOrEqual(8);
    for (const { width, height } of sheets) {
      expect(Math.round(width)).toBe(210);
      expect(Math.round(height)).toBe(297);
    }
    const letters = sheets.map((sheet) => sheet.letters).join('');
    for (const line of plainTextOf(document).split(/[\n\t]/))
      for (const word of line.split(/\s+/)) expect(letters).toContain(withoutSpaces(word));
    for (const [index, sheet] of sheets.entries())
      expect(sheet.letters).toContain(`${index + 1}/${sheets.length}`);
  });

  test('leaves its heads with what they head', async () => {
    await using visit = await open(address);
    const sheets = sheetsOf(await visit.page.pdf({ preferCSSPageSize: true }));
    const heads = document.blocks.flatMap((block) =>
      block.kind === 'heading' ? [withoutSpaces(block.text)] : [],
    );
    for (const { letters } of sheets)
      for (const head of heads) expect(letters.replace(/\d+\/\d+$/, '').endsWith(head)).toBe(false);
  });

  test.each([360, 1280])('is read on a screen of %i px, by keyboard and without a script', async (width) => {
    await using visit = await open(address, { width });
    const { page, errors, violations } = visit;
    expect(await findings(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    expect(await page.getByRole('button', { name: 'Stampa i fogli' }).isVisible()).toBe(true);
    expect([errors, violations]).toEqual([[], []]);
    await using still = await open(address, { width, javascript: false });
    expect(await still.page.getByRole('link', { name: /Scarica i fogli in Word/ }).isVisible()).toBe(true);
    expect(await still.page.getByRole('heading', { level: 1 }).innerText()).toBe(document.title);
  });
});
