import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFiles } from '../../src/checks/content.ts';
import type { Contrast } from '../../src/knowledge/conflicts.ts';
import { contrastsIn } from '../../src/knowledge/contrast-pages.ts';
import { buildGraph, type AnyEntry } from '../../src/knowledge/graph.ts';
import { linkTo } from '../../src/knowledge/link.ts';
import { textContextOf } from '../../src/knowledge/text-context.ts';
import type { Fact } from '../../src/schemas/fact.ts';
import { projectRoot } from '../environment.ts';
import { read } from '../fixture-content.ts';
import { disagreements, groupCount, socialFactory, type Disagreement } from './conflicts-of-the-dossier.ts';

const files = read(join(projectRoot, 'src/content'));
const graph = buildGraph(checkFiles(files).records as unknown as AnyEntry[], '2026-11-22');
/** What the page of all contrasts lists. */
const listed = contrastsIn(graph);

const valueOf = ({ value, min, max, words }: Fact): number | string =>
  value ?? words ?? `${min ?? ''}-${max ?? ''}`;

const entryOf = (name: Disagreement['entry']) => {
  const [kind, id = ''] = name.split(' ') as ['practice' | 'programme' | 'workshop', string?];
  return graph.get(kind, id);
};

/** The contrast of a row, as the page of all contrasts lists it. */
function contrastOf({ entry, listed: place }: Disagreement): Contrast | undefined {
  const [kind, indicator, scope] = place ?? [];
  const { href } = linkTo(entryOf(entry));
  return listed
    .filter((item) => item.kind === kind && item.entry.href === href)
    .flatMap(({ contrasts }) => contrasts)
    .find(({ values }) => {
      const facts = values.flatMap((value) => value.facts);
      const isSame = (fact: Fact) =>
        fact.indicator === indicator && (kind === 'scope' || fact.scope === scope);
      return facts.every(isSame);
    });
}

const name = '$group, told by $entry';

describe.each(disagreements.filter((row) => row.listed))(`${name}, in the list of contrasts`, (row) => {
  const contrast = contrastOf(row);

  test('has every value', () => {
    const values = contrast?.values.flatMap(({ facts }) => facts.map(valueOf));
    expect(values).toEqual(expect.arrayContaining([...(row.values ?? [])]));
  });

  test('says in a sentence what differs', () => {
    expect(contrast?.sentences.length).toBeGreaterThan(0);
  });
});

test.each(disagreements.filter((row) => row.facts))(
  `${name}, has the other values among its facts`,
  ({ entry, facts = [] }) => {
    const known = entryOf(entry).data.facts?.map((fact) => `${fact.indicator} ${valueOf(fact)}`);
    expect(known).toEqual(expect.arrayContaining([...facts]));
  },
);

test('no disagreement is forgotten: each is in the list of contrasts', () => {
  const shown = new Set(disagreements.filter(({ listed: place }) => place).map(({ group }) => group));
  expect(new Set(disagreements.map(({ group }) => group))).toEqual(shown);
  expect(shown.size).toBe(groupCount);
});

describe('Torino Social Factory', () => {
  const { data } = graph.get('practice', 'torino-social-factory');
  const { contrasts, sources } = textContextOf(graph, data);
  const shown = contrasts
    .flatMap(({ values }) => values.flatMap(({ facts }) => facts))
    .map((fact) => {
      const source = sources.find(({ id }) => id === fact.source);
      return [fact.indicator, fact.value, source?.date, source?.publisher];
    });

  test.each(socialFactory)('shows %s %i with a source of %s', (...fact) => {
    expect(shown).toContainEqual(fact);
  });

  test('says «about» thirty organisations', () => {
    const thirty = data.facts.find(
      ({ indicator, value }) => indicator === 'organisations-involved' && value === 30,
    );
    expect(thirty?.qualifier).toBe('about');
  });
});
