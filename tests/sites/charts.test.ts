import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FoundChart } from '../../src/checks/output/charts.ts';
import { readPage } from '../../src/checks/output/page.ts';
import { fixtureFolder, fixtureText } from '../fixture-content.ts';
import { startBuild } from './command.ts';

/** A small base with a contrast of every kind, built for real and let through the gate. */
const work = mkdtempSync(join(tmpdir(), 'tra-pari-charts-'));
const [content, out] = [join(work, 'content'), join(work, 'dist')];
const sheet = 'practices/case-aperte.mdx';

const moreFacts = `
  - indicator: opening-date
    value: '2019-09-21'
    source: gazzetta-2021
  - indicator: spaces-opened
    value: 2
    asOf: '2019'
    source: comune-2021
  - indicator: spaces-opened
    value: 5
    asOf: '2021-05'
    source: gazzetta-2021
  - indicator: spaces-opened
    min: 5
    max: 7
    asOf: '2022'
    source: universita-2022
differences:
  - indicator: opening-date
    kind: conflict
    text: "Una settimana di distanza, e nessuno dice perché."
  - indicator: spaces-opened
    kind: series
    text: "Tre anni diversi."
  - indicator: people-supported
    kind: scope
    text: "Le famiglie dell’area Nord sono una parte."
`;

beforeAll(async () => {
  cpSync(fixtureFolder, content, { recursive: true });
  writeFileSync(join(content, sheet), fixtureText(sheet).replace(/\ndifferences:\n/, moreFacts));
  const { status, text } = await startBuild(content, out).end;
  expect(status, text).toBe(0);
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

const html = (file: string) => readFileSync(join(out, file), 'utf8');
const chartsOf = (file: string): readonly FoundChart[] =>
  readPage(file, html(file), 'http://localhost:4321').charts;
const drawn = (values: number): FoundChart => ({ marks: values, rows: values, isHidden: true });

test('a sheet draws what its sources dispute and what changes in time, each beside its table', () => {
  // candidatures and opening days dispute, spaces follow one another; scopes have a table alone
  expect(chartsOf('pratiche/case-aperte/index.html')).toEqual([drawn(2), drawn(2), drawn(3)]);
});

test('the list of all contrasts draws the same', () => {
  expect(chartsOf('fonti/contrasti/index.html')).toEqual([drawn(2), drawn(2), drawn(3)]);
});

test('scopes stand side by side, each with what it counts', () => {
  const page = html('pratiche/case-aperte/index.html');
  const [, figure = ''] =
    /<figure[^>]*id="perimetri-people-supported"[^>]*>([^]*?)<\/figure>/.exec(page) ?? [];
  for (const words of ['nell’insieme', 'area Nord', 'obiettivo previsto', 'una parte'])
    expect(figure).toContain(words);
  expect(figure).not.toContain('<svg class="chart');
});
