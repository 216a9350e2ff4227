/** Every real sheet gets a check of its own: nothing that it says another city needs is left unasked. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/checks/content.ts';
import { fitQuestions, undocumentedParts } from '../../src/knowledge/fit.ts';
import { buildGraph, type AnyEntry } from '../../src/knowledge/graph.ts';
import { projectRoot } from '../environment.ts';
import { read } from '../fixture-content.ts';

const records = checkFiles(read(join(projectRoot, 'src/content'))).records as unknown as AnyEntry[];
const practices = buildGraph(records, '2026-11-22').all('practice');

test('there are sheets', () => {
  expect(practices.length).toBeGreaterThan(20);
});

describe.each(practices.map((entry) => ({ id: entry.id, data: entry.data })))('$id', ({ data }) => {
  const questions = fitQuestions(data);
  const about = (part: string) =>
    questions.filter((one) => one.part === part && !one.general).map((one) => one.about);

  test('is asked of every condition, core and adaptable part, step, role, limit and open question', () => {
    const parts = (kind: string) =>
      (data.components ?? []).filter((one) => one.kind === kind).map(({ name }) => name);
    expect(new Set(about('conditions'))).toEqual(new Set((data.conditions ?? []).map(({ text }) => text)));
    expect(about('core')).toEqual(parts('core'));
    expect(about('adaptable')).toEqual(parts('adaptable'));
    expect(about('procedure')).toEqual((data.procedure ?? []).map(({ step }) => step));
    expect(about('staffing')).toEqual((data.staffing ?? []).map(({ role }) => role));
    expect(about('limits')).toEqual((data.whenNotTo ?? []).map(({ text }) => text));
    expect(about('open')).toEqual(data.openQuestions ?? []);
    expect(questions.filter(({ part }) => part === 'money')).toHaveLength(1);
  });

  test('has no two questions under one key, and no part without a question', () => {
    expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length);
    const asked = new Set(questions.map(({ part }) => part));
    for (const part of undocumentedParts(data)) expect(asked).toContain(part);
  });

  test('says of every question with a source which one', () => {
    const ids = new Set(data.sources.map(({ id }) => id));
    for (const { source } of questions) if (source !== undefined) expect(ids).toContain(source);
  });
});
