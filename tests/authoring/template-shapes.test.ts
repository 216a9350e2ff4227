import { describe, expect, test } from 'vitest';
import { formSteps, notAsked } from '../../src/authoring/form-steps.ts';
import { interviewsOf, leftOut } from '../../src/authoring/interview.ts';
import { textTemplates, wordForms } from '../../src/authoring/template-shapes.ts';
import { fieldsOf } from '../../src/schemas/field-model.ts';
import { registry } from '../../src/schemas/registry.ts';
import { openWord, wordsOf } from '../exports/documents/word-file.ts';
import { fixtureGraph } from '../fixture-content.ts';

const graph = fixtureGraph();
const texts = textTemplates(graph, '2026-11-22');
const forms = await wordForms(graph);
const papers = interviewsOf(graph);
const names = [...graph.all('focus-area').map(({ id }) => `pratica-${id}`), 'laboratorio'];

describe.each(names)(
  'each field of the schema stands in every shape of %s, or has a reason not to',
  (name) => {
    const kind = name === 'laboratorio' ? 'workshop' : 'practice';
    const fields = fieldsOf(registry[kind].schema);
    const asked = fields.filter(({ key }) => !(key in notAsked));

    test('the text', () => {
      const text = texts.find((file) => file.name === `${name}.mdx`)?.text ?? '';
      // the licence is one for all, and a new sheet has no old addresses
      const written = fields.filter(({ key, preset }) => !preset && key !== 'redirects');
      for (const { key } of written) expect(text).toMatch(new RegExp(`^(?:# )?${key}:`, 'm'));
    });

    test('the Word form', async () => {
      const file = forms.find((form) => form.name === `${name}.docx`);
      const words = file ? wordsOf((await openWord(file.bytes)).body) : '';
      for (const { key, label } of asked) {
        expect(words).toContain(key);
        expect(words).toContain(label);
      }
    });

    test('the form on the web', () => {
      const keys = formSteps[kind].flatMap((step) => step.fields);
      expect(keys.toSorted()).toEqual(asked.map(({ key }) => key).toSorted());
    });

    test('the paper of the interview', () => {
      const paper = papers.find(({ area }) => (area === null ? 'laboratorio' : `pratica-${area}`) === name);
      const keys = [...(paper?.asked ?? []), ...Object.keys(leftOut[kind])];
      expect(keys.toSorted()).toEqual(fields.map(({ key }) => key).toSorted());
    });
  },
);
