import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { projectRoot } from '../environment.ts';

const folder = join(projectRoot, '.github/ISSUE_TEMPLATE');
const names = readdirSync(folder).filter((name) => name.endsWith('.yml') && name !== 'config.yml');

/** What GitHub takes: https://docs.github.com/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-githubs-form-schema */
const validations = z.strictObject({ required: z.boolean() }).optional();
const id = z.string().regex(/^[a-zA-Z0-9_-]+$/);
const words = z.string().min(1);
const field = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('markdown'), attributes: z.strictObject({ value: words }) }),
  z.strictObject({ type: z.enum(['input', 'textarea']), id, validations, attributes: z.strictObject({ label: words, description: words.optional(), placeholder: words.optional() }) }),
  z.strictObject({ type: z.literal('dropdown'), id, validations, attributes: z.strictObject({ label: words, options: z.array(words).min(1) }) }),
]); // prettier-ignore
const form = z.strictObject({ name: words, description: words, title: words, body: z.array(field).min(2) });

const formOf = (name: string) => form.parse(parse(readFileSync(join(folder, name), 'utf8')));

describe.each(names)('the issue form %s', (name) => {
  test('is one that GitHub takes, with names of its own', () => {
    const { body } = formOf(name);
    const ids = body.flatMap((one) => ('id' in one ? [one.id] : []));
    const labels = body.flatMap((one) => ('label' in one.attributes ? [one.attributes.label] : []));
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(labels).size).toBe(labels.length);
  });

  test('is short', () => {
    expect(formOf(name).body.length).toBeLessThanOrEqual(6);
  });
});

test('there are the three that the site speaks of', () => {
  expect(names.toSorted()).toEqual(['caso.yml', 'errore.yml', 'termine.yml']);
});

test('the form of an error has the fields that the site fills in', () => {
  const ids = formOf('errore.yml').body.flatMap((one) => ('id' in one ? [one.id] : []));
  expect(ids).toEqual(['pagina', 'dato', 'che-cosa', 'fonte']);
});

test('the lists among which a missing entry is chosen are those of the base', () => {
  const choice = formOf('termine.yml').body.find((one) => one.type === 'dropdown');
  expect(choice?.attributes).toMatchObject({ options: expect.arrayContaining(['Bisogni', 'Città', 'Indicatori']) as string[] }); // prettier-ignore
});

test('what a machine can check is asked of nobody', () => {
  const asked = readFileSync(join(projectRoot, '.github/pull_request_template.md'), 'utf8');
  expect(asked.match(/^- \[ \]/gm)?.length).toBeLessThanOrEqual(4);
  expect(asked).not.toMatch(/npm run|\btest\b|\blint\b|formatt/i);
});
