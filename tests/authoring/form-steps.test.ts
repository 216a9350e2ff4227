import { describe, expect, test } from 'vitest';
import { firstParts, formSteps, notAsked } from '../../src/authoring/form-steps.ts';
import { fieldsOf } from '../../src/schemas/field-model.ts';
import { registry } from '../../src/schemas/registry.ts';
import { nounOf } from '../../src/knowledge/change-words.ts';

describe.each(['practice', 'workshop'] as const)('the steps of %s', (kind) => {
  const fields = fieldsOf(registry[kind].schema);

  test('ask every field once, or say why not', () => {
    const asked = formSteps[kind].flatMap((step) => step.fields);
    expect(new Set(asked).size).toBe(asked.length);
    expect([...asked, ...Object.keys(notAsked)].toSorted()).toEqual(fields.map(({ key }) => key).toSorted());
  });

  test('have one place for the text', () => {
    expect(formSteps[kind].filter(({ hasSections }) => hasSections)).toHaveLength(1);
  });

  test('know what an item of each of their lists is called, and only parts that it has', () => {
    for (const { key, shape } of fields) {
      if (shape.type !== 'list' || key in notAsked) continue;
      expect(nounOf(key), key).toBeDefined();
      if (shape.item.type !== 'group') continue;
      const parts = shape.item.fields.map((part) => part.key);
      for (const part of firstParts[key] ?? [])
        if (key !== 'openQuestions') expect(parts, key).toContain(part);
    }
  });
});
