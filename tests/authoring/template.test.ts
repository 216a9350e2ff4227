import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { areaContent, type AreaContent } from '../../src/authoring/area.ts';
import { otherTemplate, practiceTemplate, templateKinds } from '../../src/authoring/template.ts';
import { checkFiles } from '../../src/checks/content.ts';
import { parseSheet } from '../../src/mdx/parse.ts';
import { checkTree, isComment } from '../../src/mdx/policy.ts';
import { practiceSections } from '../../src/schemas/practice-sections.ts';
import { practice } from '../../src/schemas/practice.ts';
import { around, fixtureGraph, graphOf, named, withFile } from '../fixture-content.ts';

const graph = fixtureGraph();
const lists = {
  areas: graph.all('focus-area'),
  indicators: graph.all('indicator'),
  needs: graph.all('need'),
  programmes: graph.all('programme'),
};
const areaIds = lists.areas.map(({ id }) => id);
const areaOf = (id: string) => areaContent(id, lists) as AreaContent;
const beginning = { title: 'Prova', day: '2026-11-22' };
const housing = practiceTemplate(beginning, areaOf('disagio-abitativo'));
const frontMatter = (text: string) => parse(text.split('---\n')[1] ?? '') as Record<string, unknown>;

test('an area is gathered with what it names; its own needs come first', () => {
  const area = areaOf('disagio-abitativo');
  expect(area.indicators.map(({ id }) => id)).toEqual(['people-supported', 'still-housed', 'total-cost']);
  expect(area.needs.map(({ id }) => id)).toEqual(['famiglie-sotto-sfratto', 'spazi-vuoti']);
  expect(area.programmes.map(({ id }) => id)).toEqual(['fondo-prova']);
  expect(areaContent('mare', lists)).toBeNull();
});

describe.each(areaIds)('the template of a practice of %s', (id) => {
  const text = practiceTemplate(beginning, areaOf(id));
  const content = withFile('practices/nuova.mdx', text);
  const { problems, records } = checkFiles(content, around);

  test('passes the checks, with only fields still to write', () => {
    expect(records.find((record) => record.id === 'nuova')?.draft).toBe(true);
    expect(problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
    const open = problems.filter(({ file }) => file === 'practices/nuova.mdx');
    expect(open.length).toBeGreaterThan(5);
    expect(new Set(open.map(named).map(({ code }) => code))).toEqual(new Set(['draft-open']));
  });

  test('stays out of the graph, and so of every output', () => {
    expect(graphOf(content).find('practice', 'nuova')).toBeUndefined();
  });

  test('asks the questions of its area, under their sections', () => {
    for (const { section, questions } of areaOf(id).data.guidance) {
      const part = text.split(`\n## ${section}\n`)[1]?.split('\n## ')[0] ?? '';
      for (const question of questions) expect(part).toContain(`- ${question}\n`);
    }
  });

  test('offers the needs, indicators, people and funds of its area', () => {
    const area = areaOf(id);
    const switchedOn = frontMatter(text.replace(/^# /gm, ''));
    const facts = switchedOn.facts as { indicator: string | null }[];
    expect(facts.slice(1).map((fact) => fact.indicator)).toEqual(area.data.indicators);
    expect(switchedOn.needs).toEqual(area.needs.map((need) => need.id));
    for (const { data } of area.indicators) expect(text).toContain(`## ${data.title} (`);
    const flat = text.replace(/\n##\s+/g, ' ');
    for (const person of area.data.stakeholders) expect(flat).toContain(person);
    expect(flat).toContain('Fondo tipico: Fondo di prova 2021-2027, programme: fondo-prova.');
    expect(flat).toContain('Fondo tipico: Fondi propri del Comune.');
  });
});

test('no two areas give the same template, in the data or in the text', () => {
  const texts = areaIds.map((id) => practiceTemplate(beginning, areaOf(id)));
  const distinct = (pieces: (string | undefined)[]) => new Set(pieces).size;
  expect(distinct(texts.map((text) => text.split('\n---\n')[0]?.replace(/^.*area:.*$/m, '')))).toBe(4);
  expect(distinct(texts.map((text) => text.split('\n---\n')[1]))).toBe(4);
});

test('what is already known is filled in; the licence and old addresses are left out', () => {
  const data = frontMatter(housing);
  expect(Object.keys(data)[0]).toBe('draft');
  expect(data).toMatchObject({
    draft: true,
    title: 'Prova',
    focusAreas: ['disagio-abitativo'],
    reviewedOn: '2026-11-22',
    authors: null,
  });
  const required = Object.entries(practice.shape).filter(
    ([, schema]) => !schema.safeParse(undefined).success,
  );
  for (const [key] of required) expect(data).toHaveProperty(key);
  expect(housing).not.toMatch(/license|redirects/);
});

test('an indicator is shown with its kind and unit', () => {
  expect(housing).toContain('## Persone sostenute (realizzazioni, in persone).');
  expect(housing).toContain('## Costo totale (risorse, euro).');
});

test('the body holds the fixed sections and nothing but hidden notes', () => {
  const { sheet } = parseSheet(housing);
  const nodes = sheet?.tree.children.filter(({ type }) => type !== 'yaml') ?? [];
  expect(nodes.filter((node) => node.type === 'heading')).toHaveLength(practiceSections.length);
  expect(nodes.every((node) => node.type === 'heading' || isComment(node))).toBe(true);
});

test('no question can break out of its note', () => {
  const area = areaOf('disagio-abitativo');
  const nasty = ['Chiude */} e poi {process.env.HOME}', 'import x from "y"', '`${1}` <b> \\ {/* }', '---'];
  const data = { ...area.data, guidance: [{ section: 'Il problema' as const, questions: nasty }] };
  const { sheet, findings } = parseSheet(practiceTemplate(beginning, { ...area, data }));
  expect(findings).toEqual([]);
  expect(sheet && checkTree(sheet.tree).findings).toEqual([]);
});

test.each(['"a": b', "l'orto #1", '🏠 {x}', '- [ ] no', '\u0085\u2028\ufeff', '*/} <b>'])(
  'a title like %j comes back as it was given',
  (title) => {
    const { sheet } = parseSheet(practiceTemplate({ ...beginning, title }, areaOf('cultura-turismo')));
    expect((parse(sheet?.frontMatter ?? '') as { title: string }).title).toBe(title);
  },
);

test('the same beginning gives the same bytes', () => {
  expect(practiceTemplate(beginning, areaOf('disagio-abitativo'))).toBe(housing);
});

const others = (['workshop', 'activity', 'session'] as const).flatMap((kind) => [
  { kind, area: null },
  { kind, area: 'disagio-abitativo' },
]);

test.each(others)('the template of a $kind, area $area, passes the checks', ({ kind, area }) => {
  const text = otherTemplate(kind, beginning, area === null ? null : areaOf(area));
  const folder = { workshop: 'workshops', activity: 'activities', session: 'sessions' }[kind];
  const { problems, records } = checkFiles(withFile(`${folder}/nuova.mdx`, text), around);
  expect(problems.filter(({ severity }) => severity !== 'info')).toEqual([]);
  expect(records.find(({ id }) => id === 'nuova')?.data.focusAreas ?? null).toEqual(
    area === null ? null : [area],
  );
  expect(text).toContain(`## ${templateKinds[kind]}`);
  expect(text).not.toContain('Scrivi qui.');
});

test('a template without a title yet leaves it empty', () => {
  expect(frontMatter(otherTemplate('session', { ...beginning, title: '' }, null)).title).toBe('');
});
